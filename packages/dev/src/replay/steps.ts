import { deterministicId } from './ids.ts';
import type {
  PlannedLot,
  PlannedOrder,
  PlannedPart,
  PlannedSerial,
  ReplayRole,
  ReplayStep,
} from './plan-types.ts';
import { ASSEMBLY_BENCH } from './products.ts';
import type { Timeline } from './timeline.ts';

/** When the steps without a recording happen. Milliseconds since 1970. */
export interface InventedTimes {
  readonly publishedMs: number;
  readonly receivedMs: number;
  readonly releasedMs: number;
}

/** How one assembly is put together. */
export interface PlannedAssembly {
  readonly serial: PlannedSerial;
  readonly startMs: number;
  readonly endMs: number;
}

/** What the steps are made from. */
export interface StepSources {
  readonly name: string;
  readonly times: InventedTimes;
  readonly messageId: string;
  readonly orders: readonly PlannedOrder[];
  readonly parts: readonly PlannedPart[];
  readonly lots: readonly PlannedLot[];
  readonly serials: readonly PlannedSerial[];
  readonly timeline: Timeline;
  readonly assemblies: readonly PlannedAssembly[];
  /** Which part a recording's part name stands for: `Box`. */
  readonly partNumbers: ReadonlyMap<string, string>;
}

const ROLES: Readonly<Record<ReplayStep['kind'], ReplayRole>> = {
  'import-schedule': 'integration',
  'receive-lot': 'material.handler',
  'release-order': 'supervisor',
  'create-serials': 'supervisor',
  'consume-material': 'material.handler',
  'start-operation': 'supervisor',
  'complete-operation': 'supervisor',
  'skip-operation': 'supervisor',
  'finish-operation': 'supervisor',
  assemble: 'supervisor',
  'complete-order': 'supervisor',
};

/** At one instant: what ends comes before what begins, and what is needed before what needs it. */
const RANKS: Readonly<Record<ReplayStep['kind'], number>> = {
  'import-schedule': 0,
  'receive-lot': 1,
  'release-order': 2,
  'create-serials': 3,
  assemble: 4,
  'complete-operation': 5,
  'skip-operation': 6,
  'finish-operation': 7,
  'complete-order': 8,
  'start-operation': 9,
  'consume-material': 10,
};

/** A step without what every step has. */
type Draft = ReplayStep extends infer S
  ? S extends ReplayStep
    ? Omit<S, 'key' | 'id' | 'role' | 'at'>
    : never
  : never;

interface Timed {
  readonly atMs: number;
  readonly step: ReplayStep;
}

/** Makes the steps, and orders them by time. */
export class StepBuilder {
  readonly #sources: StepSources;
  readonly #steps: Timed[] = [];
  readonly #serials: ReadonlyMap<string, PlannedSerial>;
  readonly #orders: ReadonlyMap<string, PlannedOrder>;

  constructor(sources: StepSources) {
    this.#sources = sources;
    this.#serials = new Map(sources.serials.map((serial) => [`${serial.partNumber}/${serial.unit}`, serial]));
    this.#orders = new Map(sources.orders.map((order) => [order.partNumber, order]));
  }

  /** All steps in the order in which they are played. */
  build(): ReplayStep[] {
    this.#preparations();
    this.#recorded();
    for (const assembly of this.#sources.assemblies) this.#assembly(assembly);
    this.#finishes();
    return this.#steps
      .sort((a, b) => a.atMs - b.atMs || rank(a) - rank(b) || compareKeys(a.step.key, b.step.key))
      .map(({ step }) => step);
  }

  #add(atMs: number, key: string, draft: Draft): string {
    const id = deterministicId(atMs, `${this.#sources.name}/${key}`);
    const at = new Date(atMs).toISOString();
    this.#steps.push({ atMs, step: { ...draft, key, id, role: ROLES[draft.kind], at } as ReplayStep });
    return id;
  }

  #preparations(): void {
    const { times, messageId, lots, orders } = this.#sources;
    this.#add(times.publishedMs, 'schedule', { kind: 'import-schedule', messageId });
    for (const lot of lots) {
      this.#add(times.receivedMs, `${lot.number}/receive`, { kind: 'receive-lot', lotNumber: lot.number });
    }
    for (const order of orders) {
      const orderNumber = order.number;
      this.#add(times.releasedMs, `${orderNumber}/release`, { kind: 'release-order', orderNumber });
      const serialNumbers = order.serialNumbers;
      this.#add(times.releasedMs, `${orderNumber}/serials`, {
        kind: 'create-serials',
        orderNumber,
        serialNumbers,
      });
    }
  }

  #place(
    recordedPart: string,
    unit: number,
  ): { order: PlannedOrder; part: PlannedPart; serial: PlannedSerial } {
    const partNumber = this.#sources.partNumbers.get(recordedPart) ?? '';
    const order = this.#orders.get(partNumber);
    const part = this.#sources.parts.find((one) => one.number === partNumber);
    const serial = this.#serials.get(`${partNumber}/${unit}`);
    if (!order || !part || !serial) throw new Error(`The plan has no ${recordedPart} ${unit}`);
    return { order, part, serial };
  }

  #recorded(): void {
    const { played, skipped } = this.#sources.timeline;
    const material = new Set<string>();
    const consumeOnce = (atMs: number, recordedPart: string, unit: number, operation: number) => {
      const { order, part, serial } = this.#place(recordedPart, unit);
      const lot = this.#sources.lots.find((one) => one.number === serial.lotNumber);
      if (!lot || !part.rawMaterialNumber || material.has(serial.number)) return;
      material.add(serial.number);
      this.#add(atMs, `${order.number}/${serial.number}/material`, {
        kind: 'consume-material',
        orderNumber: order.number,
        operationNumber: operation * 10,
        serialNumber: serial.number,
        lotNumber: lot.number,
        quantity: '1',
        unit: lot.unit,
      });
    };
    for (const { recording, startMs, endMs } of [...played].sort((a, b) => a.startMs - b.startMs)) {
      const { order, serial } = this.#place(recording.part, recording.unit);
      consumeOnce(startMs, recording.part, recording.unit, recording.operation);
      this.#execution(order, serial, recording.operation * 10, startMs, endMs, {
        equipmentCode: recording.machine,
        recording: recording.file,
        recordedMs: [recording.activity.startedAtMs, recording.activity.completedAtMs],
      });
    }
    for (const { part, unit, operation, atMs, reason } of skipped) {
      const { order, serial } = this.#place(part, unit);
      const operationNumber = operation * 10;
      const at = { orderNumber: order.number, operationNumber, serialNumber: serial.number };
      this.#add(atMs, `${operationKey(order, operationNumber, serial)}/skip`, {
        kind: 'skip-operation',
        ...at,
        reason,
      });
    }
  }

  #execution(
    order: PlannedOrder,
    serial: PlannedSerial,
    operationNumber: number,
    startMs: number,
    endMs: number,
    on: { equipmentCode: string; recording: string | null; recordedMs: readonly [number, number] | null },
  ): void {
    const key = operationKey(order, operationNumber, serial);
    const at = { orderNumber: order.number, operationNumber, serialNumber: serial.number };
    const iso = (ms: number | undefined) => (ms === undefined ? null : new Date(ms).toISOString());
    const executionId = this.#add(startMs, `${key}/start`, {
      kind: 'start-operation',
      ...at,
      equipmentCode: on.equipmentCode,
      recordedAt: iso(on.recordedMs?.[0]),
      recording: on.recording,
    });
    this.#add(endMs, `${key}/complete`, {
      kind: 'complete-operation',
      ...at,
      executionId,
      recordedAt: iso(on.recordedMs?.[1]),
      good: '1',
    });
  }

  #assembly({ serial, startMs, endMs }: PlannedAssembly): void {
    const order = this.#orders.get(serial.partNumber);
    const part = this.#sources.parts.find((one) => one.number === serial.partNumber);
    if (!order || !part) throw new Error(`The plan has no order for ${serial.partNumber}`);
    const operationNumber = part.routing[0]?.number ?? 10;
    this.#execution(order, serial, operationNumber, startMs, endMs, {
      equipmentCode: ASSEMBLY_BENCH,
      recording: null,
      recordedMs: null,
    });
    this.#add(endMs, `${operationKey(order, operationNumber, serial)}/assemble`, {
      kind: 'assemble',
      orderNumber: order.number,
      operationNumber,
      serialNumber: serial.number,
      components: serial.components.map((serialNumber, index) => ({
        position: part.components[index]?.position ?? 0,
        serialNumber,
      })),
    });
  }

  /** An order's operation is finished with its last piece, the order with its last operation. */
  #finishes(): void {
    const ends = new Map<string, { atMs: number; orderNumber: string; operationNumber: number }>();
    for (const { atMs, step } of this.#steps) {
      if (step.kind !== 'complete-operation' && step.kind !== 'skip-operation') continue;
      const key = `${step.orderNumber}/${step.operationNumber}`;
      const before = ends.get(key)?.atMs ?? 0;
      const { orderNumber, operationNumber } = step;
      ends.set(key, { atMs: Math.max(before, atMs), orderNumber, operationNumber });
    }
    const orderEnds = new Map<string, number>();
    for (const [key, { atMs, orderNumber, operationNumber }] of ends) {
      this.#add(atMs, `${key}/finish`, { kind: 'finish-operation', orderNumber, operationNumber });
      orderEnds.set(orderNumber, Math.max(orderEnds.get(orderNumber) ?? 0, atMs));
    }
    for (const [orderNumber, atMs] of orderEnds) {
      this.#add(atMs, `${orderNumber}/complete`, { kind: 'complete-order', orderNumber });
    }
  }
}

function operationKey(order: PlannedOrder, operationNumber: number, serial: PlannedSerial): string {
  return `${order.number}/${operationNumber}/${serial.number}`;
}

function rank({ step }: Timed): number {
  return RANKS[step.kind];
}

function compareKeys(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
