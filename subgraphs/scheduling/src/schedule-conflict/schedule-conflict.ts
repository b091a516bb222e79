import { compareDecimals } from '@machshop/db';
import { type Interval, union } from '../planning/working-time.ts';

export type ConflictKind =
  | 'LATE'
  | 'OVERLAP'
  | 'PRECEDENCE'
  | 'MACHINE_DOWN'
  | 'OUTSIDE_CALENDAR'
  | 'MATERIAL_MISSING'
  | 'ORDER_CHANGED'
  | 'NOT_SCHEDULED';

/** A place in a schedule as a conflict sees it. */
export interface PlacedOperation {
  readonly operationId: string;
  readonly operationNumber: number;
  readonly workOrderId: string;
  readonly workOrderNumber: string;
  readonly sequenceGroup: number;
  readonly workCenterCode: string;
  readonly equipmentId: string;
  readonly plannedStartAt: Date;
  readonly plannedEndAt: Date;
  readonly plannedQuantity: string;
  readonly status: 'PENDING' | 'IN_PROGRESS' | 'COMPLETED' | 'SKIPPED';
  readonly endedAt: Date | null;
}

export interface OrderSituation {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly quantity: string;
  readonly dueAt: Date | null;
  readonly recordedOperationIds: readonly string[];
  /** Numbers of materials that are missing. */
  readonly missing: readonly string[];
}

export interface MachineSituation {
  readonly id: string;
  readonly code: string;
  readonly status: string;
  readonly statusSince: Date | null;
  readonly workCenterCode: string;
  /** When it works, over the span of its operations. */
  readonly working: readonly Interval[];
}

/** What a schedule took for granted of machines that are down. */
export interface DowntimePlan {
  readonly plannedAt: Date;
  readonly downtimeHours: number;
}

/** A conflict that was found. */
export interface FoundConflict {
  /** The same conflict has the same key, however often it is looked for. */
  readonly key: string;
  readonly kind: ConflictKind;
  readonly message: string;
  readonly seconds: number | null;
  readonly workOrderId: string | null;
  readonly operationId: string | null;
  readonly otherOperationId: string | null;
  readonly equipmentId: string | null;
  readonly workCenterCode: string | null;
}

/** What an order's own conflicts can be. */
export const ORDER_KINDS: ReadonlySet<ConflictKind> = new Set([
  'LATE',
  'PRECEDENCE',
  'MATERIAL_MISSING',
  'ORDER_CHANGED',
  'NOT_SCHEDULED',
]);

const OVER: ReadonlySet<string> = new Set(['COMPLETED', 'CLOSED']);
const STOPPED: ReadonlySet<string> = new Set(['ON_HOLD', 'CANCELLED']);
const UNUSABLE: ReadonlySet<string> = new Set(['DOWN', 'MAINTENANCE', 'OUT_OF_SERVICE']);
const SECOND_MS = 1_000;
const HOUR_MS = 3_600_000;

const isOver = ({ status }: PlacedOperation): boolean => status === 'COMPLETED' || status === 'SKIPPED';
const seconds = (ms: number): number => Math.round(ms / 1000);

const about = (kind: ConflictKind, message: string, own?: PlacedOperation): FoundConflict => ({
  key: `${kind}:${own?.operationId ?? ''}`,
  kind,
  message,
  seconds: null,
  workOrderId: own?.workOrderId ?? null,
  operationId: own?.operationId ?? null,
  otherOperationId: null,
  equipmentId: own?.equipmentId ?? null,
  workCenterCode: own?.workCenterCode ?? null,
});

/** What stands in the way of an order, given all its places in the schedule. */
export function conflictsOfOrder(order: OrderSituation, places: readonly PlacedOperation[]): FoundConflict[] {
  if (OVER.has(order.status)) return [];
  const open = places.filter((place) => !isOver(place));
  const ofOrder = (kind: ConflictKind, message: string): FoundConflict => ({
    ...about(kind, message),
    key: `${kind}:${order.id}`,
    workOrderId: order.id,
  });
  if (places.length === 0) {
    const wanted = order.status === 'RELEASED' || order.status === 'IN_PROGRESS';
    return wanted ? [ofOrder('NOT_SCHEDULED', `order ${order.number} has no place in the schedule`)] : [];
  }
  if (open.length === 0) return [];
  const found: FoundConflict[] = [];
  const changed = changeOf(order, places);
  if (changed) found.push(ofOrder('ORDER_CHANGED', `order ${order.number} ${changed}`));
  if (STOPPED.has(order.status)) return found;
  const end = Math.max(...open.map(({ plannedEndAt }) => plannedEndAt.getTime()));
  if (order.dueAt && end > order.dueAt.getTime()) {
    const late = seconds(end - order.dueAt.getTime());
    const message = `order ${order.number} ends after its due date`;
    found.push({ ...ofOrder('LATE', message), seconds: late });
  }
  for (const number of order.missing) {
    const own = ofOrder('MATERIAL_MISSING', `order ${order.number} lacks ${number}`);
    found.push({ ...own, key: `${own.key}:${number}` });
  }
  return [...found, ...precedence(places)];
}

function changeOf(order: OrderSituation, places: readonly PlacedOperation[]): string | null {
  if (STOPPED.has(order.status)) return `is ${order.status}`;
  if (places.some(({ plannedQuantity }) => compareDecimals(plannedQuantity, order.quantity) !== 0))
    return 'has another quantity than was planned';
  const known = new Set(order.recordedOperationIds);
  return places.some(({ operationId }) => !known.has(operationId))
    ? 'has other operations than were planned'
    : null;
}

function precedence(places: readonly PlacedOperation[]): FoundConflict[] {
  const sorted = places.toSorted((a, b) => a.sequenceGroup - b.sequenceGroup);
  return sorted.flatMap((place) => {
    if (place.status !== 'PENDING') return [];
    let last: PlacedOperation | undefined;
    for (const before of sorted) {
      if (before.sequenceGroup >= place.sequenceGroup) break;
      if (!last || endOf(before) > endOf(last)) last = before;
    }
    if (!last || endOf(last) <= place.plannedStartAt.getTime()) return [];
    const message = `operation ${place.operationNumber} of ${place.workOrderNumber} starts before operation ${last.operationNumber} is over`;
    return [
      {
        ...about('PRECEDENCE', message, place),
        seconds: seconds(endOf(last) - place.plannedStartAt.getTime()),
        otherOperationId: last.operationId,
      },
    ];
  });
}

const endOf = ({ endedAt, plannedEndAt }: PlacedOperation): number => (endedAt ?? plannedEndAt).getTime();

/**
 * What stands in the way of a machine, given all its places in the schedule.
 * @param plan when the schedule was planned, and how long it takes a machine that is down to stay so
 */
export function conflictsOfMachine(
  machine: MachineSituation,
  places: readonly PlacedOperation[],
  now: Date,
  plan: DowntimePlan,
): FoundConflict[] {
  const open = places
    .filter((place) => !isOver(place))
    .toSorted((a, b) => a.plannedStartAt.getTime() - b.plannedStartAt.getTime());
  return [...overlaps(machine, open), ...down(machine, open, now, plan), ...outside(machine, open)];
}

function overlaps(machine: MachineSituation, open: readonly PlacedOperation[]): FoundConflict[] {
  const found: FoundConflict[] = [];
  let before: PlacedOperation | undefined;
  for (const place of open) {
    const over = before ? before.plannedEndAt.getTime() - place.plannedStartAt.getTime() : 0;
    if (before && over > 0) {
      const message = `${machine.code} does operation ${before.operationNumber} of ${before.workOrderNumber} and operation ${place.operationNumber} of ${place.workOrderNumber} at once`;
      const own = about('OVERLAP', message, place);
      found.push({
        ...own,
        key: `${own.key}:${before.operationId}`,
        seconds: seconds(Math.min(over, place.plannedEndAt.getTime() - place.plannedStartAt.getTime())),
        otherOperationId: before.operationId,
      });
    }
    if (!before || place.plannedEndAt > before.plannedEndAt) before = place;
  }
  return found;
}

function down(
  { code, status, statusSince }: MachineSituation,
  open: readonly PlacedOperation[],
  now: Date,
  { plannedAt, downtimeHours }: DowntimePlan,
): FoundConflict[] {
  if (!UNUSABLE.has(status)) return [];
  // a machine that was down when it was planned on is taken to come back when the plan says
  const origin = plannedAt.getTime();
  const downSince = statusSince?.getTime() ?? 0;
  // plans count in seconds: what happened in the second of the origin was known to it
  const since = downSince < origin + SECOND_MS ? origin : downSince;
  const until =
    status === 'OUT_OF_SERVICE'
      ? Number.POSITIVE_INFINITY
      : Math.max(now.getTime(), since + downtimeHours * HOUR_MS);
  return open
    .filter(({ plannedStartAt }) => plannedStartAt.getTime() < until)
    .map((place) =>
      about(
        'MACHINE_DOWN',
        `${code} is ${status}: operation ${place.operationNumber} of ${place.workOrderNumber} cannot start there`,
        place,
      ),
    );
}

function outside({ code, working }: MachineSituation, open: readonly PlacedOperation[]): FoundConflict[] {
  const time = union(working);
  const works = (at: number, atEnd: boolean) =>
    time.some(({ start, end }) => (atEnd ? at > start && at <= end : at >= start && at < end));
  return open
    .filter(({ plannedStartAt, plannedEndAt, status }) => {
      if (status === 'IN_PROGRESS') return false;
      const [start, end] = [plannedStartAt.getTime(), plannedEndAt.getTime()];
      return !works(start, false) || (end > start && !works(end, true));
    })
    .map((place) =>
      about(
        'OUTSIDE_CALENDAR',
        `operation ${place.operationNumber} of ${place.workOrderNumber} starts or ends when ${code} does not work`,
        place,
      ),
    );
}
