import type { Viewer } from '@machshop/auth';
import { newId } from '@machshop/db';
import { masterDataEvents } from '@machshop/schema/events/master-data.ts';
import { qualityEvents } from '@machshop/schema/events/quality.ts';
import { workOrderEvents } from '@machshop/schema/events/work-orders.ts';
import { persona, startTestPlant, TEST_SITE, type TestPlant } from '@machshop/testing';
import { subgraph } from '../subgraph.ts';
import type { WorkOrderStatus } from '../work-order/work-order.ts';

export const admin = persona('ADMINISTRATOR');

/** An error of a mutation's payload. */
export interface Fault {
  code: string;
  message: string;
  path: string[];
  [fact: string]: unknown;
}

export interface Payload {
  errors: Fault[];
  [field: string]: unknown;
}

const FAULT = `errors { __typename code message path
  ... on InsufficientStockError { available { value } }
  ... on OnQualityHoldError { held nonConformance { id } }
  ... on GenealogyCycleError { cycle }
  ... on AlreadyAssembledError { linkId parentSerialNumber } }`;

/** The subgraph on a database of its own, with a store, a floor and ways to say what other domains say. */
export class MaterialsPlant {
  readonly plant: TestPlant;

  private constructor(plant: TestPlant) {
    this.plant = plant;
  }

  static async start(): Promise<MaterialsPlant> {
    const self = new MaterialsPlant(await startTestPlant({ subgraphs: [subgraph] }));
    for (const [code, kind] of [
      ['STORE', 'STORE'],
      ['STORE-2', 'STORE'],
      ['FLOOR', 'FLOOR'],
      ['HOLD', 'QUARANTINE'],
    ]) {
      await self.ok('createInventoryLocation', 'inventoryLocation { id }', {
        siteId: TEST_SITE,
        code,
        name: code,
        kind,
      });
    }
    return self;
  }

  /** Runs a mutation of the subgraph and answers its payload. */
  async mutate(mutation: string, fields: string, input: object, viewer: Viewer = admin): Promise<Payload> {
    const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input!`;
    const answer = await this.plant.run<Record<string, Payload>>(
      'materials',
      viewer,
      `mutation ($input: ${type}) { ${mutation}(input: $input) { ${fields} ${FAULT} } }`,
      { input },
    );
    return answer[mutation] as Payload;
  }

  /** As `mutate`, of a mutation that is not refused. */
  async ok<T = Record<string, unknown>>(
    mutation: string,
    fields: string,
    input: object,
    viewer: Viewer = admin,
  ): Promise<T> {
    const payload = await this.mutate(mutation, fields, input, viewer);
    if (payload.errors.length > 0) throw new Error(`${mutation}: ${JSON.stringify(payload.errors)}`);
    return payload as T;
  }

  async query<T>(query: string, variables: Record<string, unknown> = {}, viewer: Viewer = admin): Promise<T> {
    return this.plant.run<T>('materials', viewer, query, variables);
  }

  async material(code: string, more: { critical?: boolean; unit?: string } = {}): Promise<string> {
    const id = newId();
    await this.plant.say(masterDataEvents['material.published'], {
      id,
      data: {
        material: { __typename: 'Material', id },
        materialCode: code,
        name: code,
        unit: more.unit ?? 'EA',
        critical: more.critical ?? false,
        change: changeOf('Material', id),
      },
    });
    return id;
  }

  async part(
    number: string,
    tracking: 'NONE' | 'LOT' | 'SERIAL' = 'SERIAL',
  ): Promise<{ part: string; revision: string }> {
    const ids = { part: newId(), revision: newId() };
    await this.plant.say(masterDataEvents['part.published'], {
      id: ids.part,
      data: {
        part: { __typename: 'Part', id: ids.part },
        partRevision: { __typename: 'PartRevision', id: ids.revision },
        partNumber: number,
        revision: 'A',
        name: number,
        unit: 'EA',
        tracking,
        critical: false,
        change: changeOf('Part', ids.part),
      },
    });
    return ids;
  }

  async bill(
    of: { part: string; revision: string },
    lines: { type: 'Part' | 'Material'; id: string; number: string; quantity: string }[],
  ): Promise<void> {
    const id = newId();
    await this.plant.say(masterDataEvents['bom.published'], {
      id,
      data: {
        bom: { __typename: 'Bom', id },
        part: { __typename: 'Part', id: of.part },
        partRevision: { __typename: 'PartRevision', id: of.revision },
        effectiveFrom: '2020-01-01T00:00:00.000Z',
        effectiveTo: null,
        lines: lines.map((line, i) => ({
          position: 10 * (i + 1),
          component: { __typename: line.type, id: line.id } as never,
          componentNumber: line.number,
          quantity: { value: line.quantity, unit: 'EA' },
          operationNumber: null,
        })),
        change: changeOf('Bom', id),
      },
    });
  }

  /** Says that an order was created and, unless another state is asked for, released. */
  async order(
    number: string,
    part: string,
    more: { quantity?: string; status?: WorkOrderStatus; id?: string; good?: string } = {},
  ): Promise<string> {
    const id = more.id ?? newId();
    const status = more.status ?? 'RELEASED';
    const data = {
      workOrder: { __typename: 'WorkOrder' as const, id },
      workOrderNumber: number,
      siteId: TEST_SITE,
      part: { __typename: 'Part' as const, id: part },
      partNumber: 'P',
      revision: 'A',
      quantity: { value: more.quantity ?? '20', unit: 'EA' },
      status,
      dueAt: null,
      source: null,
      change: changeOf('WorkOrder', id),
    };
    if (status === 'COMPLETED') {
      const now = new Date().toISOString();
      const costs = { laborCost: '0', materialCost: '0', overheadCost: '0', currency: 'EUR', operations: [] };
      const counts = { good: more.good ?? '20', scrap: '0', rework: '0', startedAt: now, completedAt: now };
      const completed = { ...data, ...counts, ...costs };
      await this.plant.say(workOrderEvents['work-order.completed'], { id, data: completed });
      return id;
    }
    const said = { CREATED: 'created', RELEASED: 'released', CANCELLED: 'cancelled' }[status as 'CREATED'];
    await this.plant.say(workOrderEvents[`work-order.${said}` as 'work-order.created'], { id, data });
    return id;
  }

  /** Says what quality holds because of a case: the last word of it has the highest version. */
  async hold(
    case_: { id: string; version: number },
    ...items: {
      itemId: string;
      type: 'SerializedPart' | 'MaterialLot';
      id: string;
      number: string;
      hold: 'BLOCKED' | 'WORK_ONLY' | 'GONE' | 'NONE';
    }[]
  ): Promise<void> {
    const part = { __typename: 'Part' as const, id: newId() };
    await this.plant.say(qualityEvents['ncr.hold-changed'], {
      id: case_.id,
      data: {
        nonConformance: { __typename: 'NonConformance', id: case_.id },
        nonConformanceNumber: 'NCR-MAIN-2026-0001',
        siteId: TEST_SITE,
        status: 'OPEN',
        severity: 'MAJOR',
        source: 'IN_PROCESS',
        definition: part,
        definitionNumber: 'P',
        revision: null,
        quantity: { value: '1', unit: 'EA' },
        defectCode: 'X',
        description: 'x',
        workOrder: null,
        workOrderNumber: null,
        operation: null,
        equipment: null,
        equipmentCode: null,
        workCenterCode: null,
        affected: items.map(({ itemId, type, id, number, hold }) => ({
          itemId,
          entity: { __typename: type, id } as { __typename: 'MaterialLot'; id: string },
          number,
          quantity: { value: '1', unit: 'EA' },
          hold,
        })),
        version: case_.version,
        change: changeOf('NonConformance', case_.id),
      },
    });
    await this.plant.idle();
  }

  /** A lot in the store. */
  receive(number: string, material: string, value: string, more: object = {}) {
    return this.ok<{ lot: { id: string; status: string } }>('receiveMaterial', 'lot { id status }', {
      number,
      materialCode: material,
      quantity: { value, unit: 'EA' },
      locationCode: 'STORE',
      ...more,
    });
  }

  serials(orderNumber: string, ...numbers: string[]) {
    const serials = numbers.map((serialNumber) => ({ serialNumber }));
    return this.ok<{ serializedParts: { id: string; serialNumber: string; status: string }[] }>(
      'createSerials',
      'serializedParts { id serialNumber status }',
      { workOrderNumber: orderNumber, serials },
    );
  }

  /** Waits for the events and answers those of a type about one of the ids. */
  async said(type: string, ...about: string[]): Promise<Record<string, unknown>[]> {
    await this.plant.idle();
    const events = await this.plant.events(`materials.${type}`);
    return events.filter(({ subject }) => about.includes(subject)).map(({ data }) => data);
  }

  async verify(): Promise<void> {
    const { verifyInventory } = await this.query<{ verifyInventory: { ok: boolean } }>(
      '{ verifyInventory { ok differences { lot { number } ledger { value } balance { value } } overAllocated { number } } }',
    );
    if (!verifyInventory.ok) throw new Error(JSON.stringify(verifyInventory));
  }

  close(): Promise<void> {
    return this.plant.close();
  }
}

const changeOf = (__typename: string, id: string) => ({
  action: 'CREATE' as const,
  entity: { __typename, id },
  old: null,
  new: null,
  reason: null,
});
