import type { Viewer } from '@machshop/auth';
import { newId } from '@machshop/db';
import { authEvents } from '@machshop/schema/events/auth.ts';
import { equipmentEvents } from '@machshop/schema/events/equipment.ts';
import { masterDataEvents } from '@machshop/schema/events/master-data.ts';
import { materialEvents } from '@machshop/schema/events/materials.ts';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { persona, startTestPlant, TEST_SITE, type TestPlant } from '@machshop/testing';
import { subgraph } from './subgraph.ts';

export const inspector = persona('QUALITY_INSPECTOR');
export const quality = persona('QUALITY_ENGINEER');
export const engineer = persona('MANUFACTURING_ENGINEER');
export const operator = persona('OPERATOR');
export const admin = persona('ADMINISTRATOR');

/** An error of a mutation's payload. */
export interface Fault {
  code: string;
  path: string[];
  [fact: string]: unknown;
}
type Payload = Record<string, unknown> & { errors: Fault[] };

const FAULT =
  'errors { __typename code message path ... on IllegalTransitionError { from to } ... on DisciplinesIncompleteError { disciplines } }';
const SITE_CODE = 'MAIN';

/** The subgraph on a database of its own, with a part, an order and ways to say what other domains say. */
export class QualityPlant {
  readonly plant: TestPlant;
  readonly part = newId();
  readonly order = newId();
  readonly operation = newId();
  readonly machine = newId();

  private constructor(plant: TestPlant) {
    this.plant = plant;
  }

  static async start(now?: () => Date): Promise<QualityPlant> {
    const self = new QualityPlant(await startTestPlant({ subgraphs: [subgraph], ...(now ? { now } : {}) }));
    await self.#site();
    for (const { username, userId } of [inspector, quality, engineer, operator])
      await self.#user(username, userId);
    await self.#part();
    await self.#order();
    await self.#machine();
    await self.plant.idle();
    return self;
  }

  /** Says that a piece of the order was made, or that something happened to it; answers its id. */
  async serial(
    serialNumber: string,
    event: 'created' | 'changed' = 'created',
    id = newId(),
  ): Promise<string> {
    await this.plant.say(materialEvents[`serial.${event}`], {
      id,
      siteId: event === 'created' ? TEST_SITE : null,
      data: {
        serializedPart: { __typename: 'SerializedPart', id },
        serialNumber,
        part: { __typename: 'Part', id: this.part },
        partNumber: 'BLADE',
        revision: 'C',
        workOrder: { __typename: 'WorkOrder', id: this.order },
        workOrderNumber: 'WO-1',
        status: 'IN_PROCESS',
        change: changeOf('SerializedPart', id),
      },
    });
    return id;
  }

  /** Says that a lot of titanium was delivered; answers its id. */
  async lot(lotNumber: string): Promise<string> {
    const id = newId();
    const material = newId();
    await this.plant.say(materialEvents['lot.received'], {
      id,
      siteId: TEST_SITE,
      data: {
        lot: { __typename: 'MaterialLot', id },
        lotNumber,
        definition: { __typename: 'Material', id: material },
        definitionNumber: 'TI-64',
        unit: 'KGM',
        supplierLotNumber: null,
        change: changeOf('MaterialLot', id),
      },
    });
    return id;
  }

  /** Runs a mutation and answers its payload. */
  async mutate(mutation: string, fields: string, input: object, viewer: Viewer = quality): Promise<Payload> {
    const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!`;
    const query = `mutation ($input: ${type}) { ${mutation}(input: $input) { ${fields} ${FAULT} } }`;
    const answer = await this.plant.run<Record<string, Payload>>('quality', viewer, query, { input });
    return answer[mutation] as Payload;
  }

  /** As `mutate`, of a mutation that is not refused: the object that it answers. */
  async ok<T = { id: string; status: string }>(
    mutation: string,
    fields: string,
    input: object,
    viewer: Viewer = quality,
  ): Promise<T> {
    const { errors, ...answer } = await this.mutate(mutation, fields, input, viewer);
    if (errors.length > 0) throw new Error(`${mutation}: ${JSON.stringify(errors)}`);
    return Object.values(answer)[0] as T;
  }

  /** The codes with which a mutation is refused. */
  async refused(mutation: string, field: string, input: object, viewer: Viewer = quality): Promise<Fault[]> {
    return (await this.mutate(mutation, `${field} { __typename }`, input, viewer)).errors;
  }

  /** Raises a case on pieces, by the operator. */
  raise(input: object, viewer: Viewer = operator) {
    return this.ok<Raised>(
      'raiseNonConformance',
      'nonConformance { id number status affected { id number hold } }',
      {
        severity: 'MINOR',
        source: 'IN_PROCESS',
        defectCode: 'DIM-OOT',
        description: 'bore too wide',
        ...input,
      },
      viewer,
    );
  }

  /** Brings a case of these pieces before the board. */
  async underReview(input: object): Promise<Raised> {
    const raised = await this.raise(input);
    await this.contain(raised.id);
    await this.ok('reviewNonConformance', 'nonConformance { status }', { id: raised.id });
    return raised;
  }

  contain(id: string) {
    return this.ok('containNonConformance', 'nonConformance { status }', { id, containment: 'in the cage' });
  }

  propose(itemId: string | undefined, kind: string, more: object = {}) {
    const input = {
      itemId,
      kind,
      justification: 'as the board sees it',
      instructions: 'by the book',
      ...more,
    };
    return this.ok<{ id: string; status: string; requiredApprovals: string[] }>(
      'proposeDisposition',
      'disposition { id status requiredApprovals }',
      input,
    );
  }

  decide(role: 'Quality' | 'Engineering', dispositionId: string, viewer: Viewer) {
    return this.ok(
      `decideDispositionFor${role}`,
      'disposition { id status }',
      { dispositionId, decision: 'APPROVED' },
      viewer,
    );
  }

  /** A field of a case, as anybody may see it who may read it. */
  async look<T>(id: string, fields: string, viewer: Viewer = quality): Promise<T> {
    const query = `query ($id: ID!) { nonConformance(id: $id) { ${fields} } }`;
    return (await this.plant.run<{ nonConformance: T }>('quality', viewer, query, { id })).nonConformance;
  }

  /** The events of a type about a case, oldest first. */
  async said(type: string, id: string): Promise<Record<string, unknown>[]> {
    await this.plant.idle();
    const events = await this.plant.events(`quality.ncr.${type}`);
    return events.filter(({ subject }) => subject === id).map(({ data }) => data);
  }

  close(): Promise<void> {
    return this.plant.close();
  }

  async #site(): Promise<void> {
    const site = { __typename: 'Site', id: TEST_SITE } as const;
    const data = { site, code: SITE_CODE, change: changeOf('Site', TEST_SITE) };
    await this.plant.say(authEvents['site.created'], { id: TEST_SITE, data });
  }

  async #user(username: string, id: string): Promise<void> {
    const data = { user: { __typename: 'User' as const, id }, username, change: changeOf('User', id) };
    await this.plant.say(authEvents['user.created'], { id, data });
  }

  async #part(): Promise<void> {
    const revision = newId();
    await this.plant.say(masterDataEvents['part.published'], {
      id: this.part,
      data: {
        part: { __typename: 'Part', id: this.part },
        partRevision: { __typename: 'PartRevision', id: revision },
        partNumber: 'BLADE',
        revision: 'C',
        name: 'Blade',
        unit: 'EA',
        tracking: 'SERIAL',
        critical: true,
        change: changeOf('Part', this.part),
      },
    });
  }

  async #order(): Promise<void> {
    const order = {
      workOrder: { __typename: 'WorkOrder', id: this.order },
      workOrderNumber: 'WO-1',
      siteId: TEST_SITE,
      part: { __typename: 'Part', id: this.part },
      partNumber: 'BLADE',
    } as const;
    await this.plant.say(workOrderEvents['work-order.created'], {
      id: this.order,
      data: {
        ...order,
        revision: 'C',
        quantity: { value: '20', unit: 'EA' },
        status: 'CREATED',
        dueAt: null,
        source: null,
        change: changeOf('WorkOrder', this.order),
      },
    });
    await this.plant.say(workOrderEvents['operation.started'], {
      id: this.operation,
      data: {
        ...order,
        operation: { __typename: 'WorkOrderOperation', id: this.operation },
        operationNumber: 20,
        workCenterCode: 'MILL',
        qualityCritical: true,
        inspectionRequired: false,
        startedAt: new Date().toISOString(),
        change: changeOf('WorkOrderOperation', this.operation),
      },
    });
  }

  async #machine(): Promise<void> {
    await this.plant.say(equipmentEvents['equipment.created'], {
      id: this.machine,
      data: {
        equipment: { __typename: 'Equipment', id: this.machine },
        equipmentCode: 'DMU-01',
        name: 'DMU 50',
        siteId: TEST_SITE,
        workCenterCode: 'MILL',
        equipmentClass: null,
        status: 'AVAILABLE',
        change: changeOf('Equipment', this.machine),
      },
    });
  }
}

/** A case as it was raised. */
export interface Raised {
  id: string;
  number: string;
  status: string;
  affected: { id: string; number: string; hold: string }[];
}

const changeOf = (__typename: string, id: string) => ({
  action: 'CREATE' as const,
  entity: { __typename, id },
  old: null,
  new: null,
  reason: null,
});
