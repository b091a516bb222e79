import { authEvents } from '@machshop/schema/events/auth.ts';
import { equipmentEvents } from '@machshop/schema/events/equipment.ts';
import { materialEvents } from '@machshop/schema/events/materials.ts';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { persona, startTestPlant, TEST_SITE, type TestPlant } from '@machshop/testing';
import { subgraph } from './subgraph.ts';

const planner = persona('PLANNER');

/** Ids that tests can name: of the n-th thing. */
export const idOf = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const ref = <T extends string>(__typename: T, n: number) => ({ __typename, id: idOf(n) });
const change = (n: number) => ({
  action: 'CREATE' as const,
  entity: ref('X', n),
  old: null,
  new: null,
  reason: null,
});
const machine = (n: number) => ({
  equipment: ref('Equipment', n),
  equipmentCode: `M-${n}`,
  name: `M-${n}`,
  siteId: TEST_SITE,
  workCenterCode: 'MILL',
  equipmentClass: null,
});

const operation = (n: number, number: number) => ({
  operation: ref('WorkOrderOperation', n + number),
  operationNumber: number,
  workOrder: ref('WorkOrder', n),
  workOrderNumber: `WO-${n}`,
  siteId: TEST_SITE,
  part: ref('Part', n + 50),
  partNumber: 'BLADE',
  workCenterCode: 'MILL',
  qualityCritical: false,
  inspectionRequired: false,
  serials: [],
  change: change(n + number),
});

/** What a command answered: its payload. */
export type Payload<T = object> = T & { errors: { code: string; path: string[]; [fact: string]: unknown }[] };

/** A site whose work center MILL (10) has the machines M-11 and M-12, which work around the clock. */
export class SchedulingPlant {
  readonly plant: TestPlant;

  readonly #clock: { behindMs: number };

  private constructor(plant: TestPlant, clock: { behindMs: number }) {
    this.plant = plant;
    this.#clock = clock;
  }

  static async start(): Promise<SchedulingPlant> {
    const clock = { behindMs: 0 };
    const now = () => new Date(Date.now() - clock.behindMs);
    const own = new SchedulingPlant(await startTestPlant({ subgraphs: [subgraph], now }), clock);
    const { plant } = own;
    await plant.say(authEvents['site.created'], {
      id: TEST_SITE,
      data: {
        site: { __typename: 'Site', id: TEST_SITE },
        code: 'DET',
        timeZone: 'America/Detroit',
        change: change(1),
      },
    });
    await plant.say(equipmentEvents['work-center.created'], {
      id: idOf(10),
      data: { workCenter: ref('WorkCenter', 10), code: 'MILL', siteId: TEST_SITE, change: change(10) },
    });
    for (const n of [11, 12])
      await plant.say(equipmentEvents['equipment.created'], {
        id: idOf(n),
        data: { ...machine(n), status: 'AVAILABLE', change: change(n) },
      });
    return own;
  }

  /** Order n of two pieces, with the operations n+10 and n+20, or others: ten minutes of setup, an hour of work each. */
  order(
    n: number,
    status: 'RELEASED' | 'ON_HOLD' = 'RELEASED',
    numbers: readonly number[] = [10, 20],
  ): Promise<string> {
    return this.plant.say(workOrderEvents['work-order.released'], {
      id: idOf(n),
      siteId: TEST_SITE,
      data: {
        workOrder: ref('WorkOrder', n),
        workOrderNumber: `WO-${n}`,
        siteId: TEST_SITE,
        part: ref('Part', n + 50),
        partNumber: 'BLADE',
        revision: 'A',
        quantity: { value: '2', unit: 'EA' },
        status,
        dueAt: new Date(Date.now() + 60_000).toISOString(),
        source: null,
        plan: {
          priority: 50,
          plannedStartAt: null,
          operations: numbers.map((number) => ({
            operation: ref('WorkOrderOperation', n + number),
            operationNumber: number,
            name: 'Milling',
            workCenterCode: 'MILL',
            equipmentClass: null,
            sequenceGroup: number,
            setupSeconds: '600',
            runSecondsPerUnit: '1800',
          })),
        },
        change: change(n),
      },
    });
  }

  /** A machine's status changed. */
  status(n: number, from: 'AVAILABLE' | 'DOWN', to: 'AVAILABLE' | 'DOWN'): Promise<string> {
    return this.plant.say(equipmentEvents['equipment.status-changed'], {
      id: idOf(n),
      data: {
        ...machine(n),
        status: to,
        from,
        to,
        reason: 'spindle',
        occurredAt: new Date().toISOString(),
        change: change(n),
      },
    });
  }

  /** Says what happened a minute ago, which comes only now. */
  late(say: () => Promise<string>): Promise<string> {
    this.#clock.behindMs = 60_000;
    // an event has the time at which it is said
    const said = say();
    this.#clock.behindMs = 0;
    return said;
  }

  /** An operation of an order, n + its number, went on. */
  operation(n: number, number: number, what: 'started' | 'completed'): Promise<string> {
    const at = new Date().toISOString();
    const said = { id: idOf(n + number), siteId: TEST_SITE };
    const data = operation(n, number);
    if (what === 'started')
      return this.plant.say(workOrderEvents['operation.started'], {
        ...said,
        data: { ...data, startedAt: at },
      });
    return this.plant.say(workOrderEvents['operation.completed'], {
      ...said,
      data: { ...data, completedAt: at, good: '2', scrap: '0', rework: '0' },
    });
  }

  /** An operation of an order is to be done on a machine. */
  assigned(n: number, number: number, to: number): Promise<string> {
    return this.plant.say(workOrderEvents['operation.equipment-assigned'], {
      id: idOf(n + number),
      siteId: TEST_SITE,
      data: { ...operation(n, number), equipment: ref('Equipment', to), equipmentCode: `M-${to}` },
    });
  }

  /** A run of an operation of an order on a machine, of which so many pieces are good. */
  run(n: number, number: number, on: number, what: 'started' | 'reported' | 'completed', good = '0') {
    const at = new Date().toISOString();
    return this.plant.say(workOrderEvents[`operation-execution.${what}`], {
      id: idOf(n + 9_000),
      siteId: TEST_SITE,
      data: {
        ...operation(n, number),
        execution: ref('OperationExecution', n + 9_000),
        equipment: ref('Equipment', on),
        equipmentCode: `M-${on}`,
        operator: null,
        performer: null,
        operatorName: 'operator',
        startedAt: at,
        completedAt: what === 'completed' ? at : null,
        good,
        scrap: '0',
        rework: '0',
        change: change(n + 9_000),
      },
    });
  }

  /** Material that order n lacks, or that was found for it. */
  material(n: number, what: 'shortage' | 'allocated'): Promise<string> {
    const said = { id: idOf(n), siteId: TEST_SITE };
    const data = {
      definition: ref('Material', 70),
      definitionNumber: 'INCO-718',
      workOrder: ref('WorkOrder', n),
      workOrderNumber: `WO-${n}`,
      change: change(n),
    };
    const quantity = { value: '2', unit: 'EA' };
    if (what === 'shortage')
      return this.plant.say(materialEvents['material.shortage'], {
        ...said,
        data: { ...data, required: quantity, available: { value: '0', unit: 'EA' } },
      });
    return this.plant.say(materialEvents['material.allocated'], {
      ...said,
      data: {
        ...data,
        allocation: ref('Allocation', 71),
        lot: ref('MaterialLot', 72),
        lotNumber: 'L',
        quantity,
      },
    });
  }

  /** Runs a mutation as a planner, and answers its payload. */
  async mutate<T = object>(name: string, fields: string, input: object): Promise<Payload<T>> {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const answer = await this.plant.run<Record<string, Payload<T>>>(
      'scheduling',
      planner,
      `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} errors { code path
         ... on RevisionChangedError { revision } } } }`,
      { input },
    );
    return answer[name] as Payload<T>;
  }

  query<T>(text: string, variables: Record<string, unknown> = {}): Promise<T> {
    return this.plant.run<T>('scheduling', planner, text, variables);
  }

  /** Begins planning n, and answers at once. */
  begin(n: number, more: object = {}): Promise<Payload<{ schedule: { id: string; status: string } | null }>> {
    const input = { id: idOf(n), siteId: TEST_SITE, budgetSeconds: 1, iterations: 200, ...more };
    return this.mutate('planSchedule', 'schedule { id status }', input);
  }

  publish(
    id: string,
    revision: number,
  ): Promise<Payload<{ schedule: { id: string; status: string } | null }>> {
    return this.mutate('publishSchedule', 'schedule { id status }', { id, revision });
  }

  /** Kinds of the conflicts of the published schedule that are open. */
  async openConflicts(): Promise<string[]> {
    const { scheduleConflicts } = await this.query<{ scheduleConflicts: { nodes: { kind: string }[] } }>(
      '{ scheduleConflicts(first: 100, filter: { open: true }) { nodes { kind } } }',
    );
    return scheduleConflicts.nodes.map(({ kind }) => kind);
  }

  /** How often an event was said of a thing. */
  async said(event: string, id: string): Promise<number> {
    await this.idle();
    return (await this.plant.events(`scheduling.${event}`)).filter(({ subject }) => subject.includes(id))
      .length;
  }

  idle(): Promise<void> {
    return this.plant.idle();
  }

  async close(): Promise<void> {
    await this.plant.close();
  }
}
