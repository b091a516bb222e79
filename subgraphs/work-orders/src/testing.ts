import { equipmentEvents } from '@machshop/schema/events/equipment.ts';
import { masterDataEvents } from '@machshop/schema/events/master-data.ts';
import { qualityEvents } from '@machshop/schema/events/quality.ts';
import { persona, startTestPlant, TEST_SITE, type TestPlant } from '@machshop/testing';
import { subgraph } from './subgraph.ts';

export const planner = persona('PLANNER');
export const supervisor = persona('PRODUCTION_SUPERVISOR');
export const operator = persona('OPERATOR');
export const admin = persona('ADMINISTRATOR');

/** A stable UUIDv7-like id for tests. */
export const uuid = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;

interface OperationSpec {
  number: number;
  sequencing?: 'SEQUENTIAL' | 'PARALLEL';
  personnelClass?: string;
  equipmentClass?: string;
}

export interface Failure {
  code: string;
  message: string;
  path: string[];
  [fact: string]: unknown;
}

export interface Operation {
  id: string;
  number: number;
  status: string;
}

export interface Order {
  id: string;
  number: string;
  status: string;
  percentComplete: number;
  operations: Operation[];
}

export interface Run {
  id: string;
  completedAt: string | null;
  startedAt: string;
}

/** A piece or an order that quality holds, or lets go. */
export interface QualityHoldSaid {
  itemId: string;
  type: 'SerializedPart' | 'WorkOrder';
  id: string;
  number: string;
  hold: 'BLOCKED' | 'WORK_ONLY' | 'GONE' | 'NONE';
}

const ERRORS = `errors { __typename code message path
  ... on AlreadyStartedError { startedBy startedAt execution { id } }
  ... on IllegalTransitionError { from to }
  ... on InspectionsNotPassedError { inspectionNumbers }
  ... on OnQualityHoldError { held nonConformanceNumber nonConformance { id } }
  ... on OperationsIncompleteError { operationNumbers } }`;
const ORDER = 'id number status percentComplete operations { id number status }';
const RUN = 'id startedAt completedAt';

/** The subgraph at work, with short ways to do what tests do all the time. */
export class WorkOrderPlant {
  readonly plant: TestPlant;
  #next = 1_000;

  private constructor(plant: TestPlant) {
    this.plant = plant;
  }

  static async start(now?: () => Date): Promise<WorkOrderPlant> {
    return new WorkOrderPlant(await startTestPlant({ subgraphs: [subgraph], ...(now ? { now } : {}) }));
  }

  close(): Promise<void> {
    return this.plant.close();
  }

  newId(): string {
    this.#next += 1;
    return uuid(this.#next);
  }

  /** Runs one mutation; answers its payload. */
  async mutate<T>(
    viewer: ReturnType<typeof persona>,
    name: string,
    input: object,
    field: string,
  ): Promise<T & { errors: Failure[] }> {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { payload: ${name}(input: $input) { ${field} ${ERRORS} } }`;
    const { payload } = await this.plant.run<{ payload: T & { errors: Failure[] } }>(
      'work-orders',
      viewer,
      query,
      { input },
    );
    return payload;
  }

  order(viewer: ReturnType<typeof persona>, name: string, input: object) {
    return this.mutate<{ workOrder: Order | null }>(viewer, name, input, `workOrder { ${ORDER} }`);
  }

  run(name: string, input: object, viewer = supervisor) {
    return this.mutate<{ execution: Run | null }>(viewer, name, input, `execution { ${RUN} }`);
  }

  skip(input: object) {
    return this.mutate<{ operation: Operation | null }>(
      supervisor,
      'skipOperation',
      input,
      'operation { id number status }',
    );
  }

  /** A part with a routing, published by events. */
  async publish(
    partNumber: string,
    tracking: 'NONE' | 'SERIAL',
    operations: readonly OperationSpec[],
  ): Promise<{ partRevisionId: string; routingId: string }> {
    const [part, revision, routing] = [this.newId(), this.newId(), this.newId()];
    const facts = {
      part: { __typename: 'Part' as const, id: part },
      partRevision: { __typename: 'PartRevision' as const, id: revision },
      partNumber,
      revision: 'A',
    };
    const change = { action: 'CREATE' as const, entity: facts.part, old: null, new: null, reason: null };
    await this.plant.say(masterDataEvents['part.published'], {
      id: part,
      data: { ...facts, name: partNumber, unit: 'C62', tracking, critical: false, change },
    });
    if (operations.length > 0) {
      await this.plant.say(masterDataEvents['routing.published'], {
        id: routing,
        data: {
          ...facts,
          routing: { __typename: 'Routing', id: routing },
          routingNumber: `R-${partNumber}`,
          version: 1,
          operations: operations.map((operation) => ({
            routingOperation: { __typename: 'RoutingOperation' as const, id: this.newId() },
            operationNumber: operation.number,
            name: `OP${operation.number}`,
            workCenterCode: 'MILL',
            equipmentClass: operation.equipmentClass ?? null,
            personnelClass: operation.personnelClass ?? null,
            setupSeconds: '60',
            runSecondsPerUnit: '30',
            sequencing: operation.sequencing ?? 'SEQUENTIAL',
            qualityCritical: false,
            inspectionRequired: false,
          })),
          change,
        },
      });
    }
    await this.plant.idle();
    return { partRevisionId: revision, routingId: routing };
  }

  /** A released order of a part. */
  async released(partNumber: string, quantity: string, more: object = {}): Promise<Order> {
    const created = await this.order(planner, 'createWorkOrder', {
      partNumber,
      quantity: { value: quantity, unit: 'C62' },
      siteId: TEST_SITE,
      ...more,
    });
    if (!created.workOrder) throw new Error(JSON.stringify(created.errors));
    const released = await this.order(planner, 'releaseWorkOrder', { id: created.workOrder.id });
    if (!released.workOrder) throw new Error(JSON.stringify(released.errors));
    return released.workOrder;
  }

  async find(id: string): Promise<Order> {
    const { workOrder } = await this.plant.run<{ workOrder: Order }>(
      'work-orders',
      admin,
      `query ($id: ID!) { workOrder(id: $id) { ${ORDER} } }`,
      { id },
    );
    return workOrder;
  }

  async machine(code: string, status: 'AVAILABLE' | 'DOWN' = 'AVAILABLE', workCenterCode = 'MILL') {
    const entity = { __typename: 'Equipment' as const, id: this.newId() };
    const change = { action: 'CREATE' as const, entity, old: null, new: null, reason: null };
    await this.plant.say(equipmentEvents['equipment.created'], {
      id: entity.id,
      data: {
        equipment: entity,
        equipmentCode: code,
        name: code,
        siteId: TEST_SITE,
        workCenterCode,
        equipmentClass: null,
        status,
        change,
      },
    });
    await this.plant.idle();
    return entity.id;
  }

  /** Quality says that there is an inspection, or how it ended. */
  async inspection(
    id: string,
    order: Order,
    operation: Operation | null,
    result: 'PASSED' | 'FAILED' | null,
    serialNumber: string | null = null,
  ): Promise<void> {
    const entity = { __typename: 'Inspection' as const, id };
    const data = {
      inspection: entity,
      inspectionNumber: `INS-${id.slice(-4)}`,
      workOrder: { __typename: 'WorkOrder' as const, id: order.id },
      operation: operation ? { __typename: 'WorkOrderOperation' as const, id: operation.id } : null,
      serialNumber,
      change: { action: 'CREATE' as const, entity, old: null, new: null, reason: null },
    };
    if (result === null) await this.plant.say(qualityEvents['inspection.created'], { id, data });
    else await this.plant.say(qualityEvents['inspection.completed'], { id, data: { ...data, result } });
    await this.plant.idle();
  }

  /** Says what quality holds because of a case, of which this is the version. */
  async hold(version: number, hold: QualityHoldSaid): Promise<void> {
    const { itemId, type, id, number } = hold;
    await this.plant.say(qualityEvents['ncr.hold-changed'], {
      id: itemId,
      data: {
        nonConformance: { __typename: 'NonConformance', id: itemId },
        nonConformanceNumber: 'NCR-MAIN-2026-0001',
        siteId: TEST_SITE,
        status: 'OPEN',
        severity: 'MAJOR',
        source: 'IN_PROCESS',
        definition: { __typename: 'Part', id },
        definitionNumber: 'P',
        revision: null,
        quantity: { value: '1', unit: 'C62' },
        defectCode: 'X',
        description: 'x',
        workOrder: null,
        workOrderNumber: null,
        operation: null,
        equipment: null,
        equipmentCode: null,
        workCenterCode: null,
        affected: [
          {
            itemId,
            entity: { __typename: type, id } as { __typename: 'WorkOrder'; id: string },
            number,
            quantity: { value: '1', unit: 'C62' },
            hold: hold.hold,
          },
        ],
        version,
        change: {
          action: 'UPDATE',
          entity: { __typename: 'NonConformance', id: itemId },
          old: {},
          new: {},
          reason: null,
        },
      },
    });
    await this.plant.idle();
  }

  /** Runs an operation from start to end. */
  async through(operation: Operation, made: object, serialNumbers?: string[]): Promise<Run> {
    const started = await this.run('startOperation', { operationId: operation.id, serialNumbers });
    if (!started.execution) throw new Error(JSON.stringify(started.errors));
    const ended = await this.run('completeOperation', { executionId: started.execution.id, ...made });
    if (!ended.execution) throw new Error(JSON.stringify(ended.errors));
    return ended.execution;
  }
}
