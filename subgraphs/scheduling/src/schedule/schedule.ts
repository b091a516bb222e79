/** What state a schedule is in. */
export type ScheduleStatus = 'PLANNING' | 'DRAFT' | 'PUBLISHED' | 'SUPERSEDED' | 'DISCARDED' | 'FAILED';

export const TRANSITIONS: Readonly<Record<ScheduleStatus, readonly ScheduleStatus[]>> = {
  PLANNING: ['DRAFT', 'FAILED', 'DISCARDED'],
  DRAFT: ['PUBLISHED', 'DISCARDED'],
  PUBLISHED: ['SUPERSEDED'],
  SUPERSEDED: [],
  DISCARDED: [],
  FAILED: [],
};

/** Schedules whose operations may be moved. */
export const MOVABLE: ReadonlySet<ScheduleStatus> = new Set(['DRAFT', 'PUBLISHED']);

/** A planning that did not end in its time has failed: its process ended before it. */
export const statusAt = (
  { status, planBy }: { readonly status: ScheduleStatus; readonly planBy: Date },
  now: Date,
): ScheduleStatus => (status === 'PLANNING' && planBy < now ? 'FAILED' : status);

export type PublishDecision =
  | { readonly kind: 'PUBLISH' }
  | { readonly kind: 'UNCHANGED' }
  | { readonly kind: 'ILLEGAL_TRANSITION'; readonly from: ScheduleStatus; readonly to: ScheduleStatus }
  | { readonly kind: 'REVISION_CHANGED'; readonly revision: number };

/** Whether a schedule becomes the one that the floor goes by, as somebody saw it. */
export function publish(
  schedule: { readonly status: ScheduleStatus; readonly planBy: Date; readonly revision: number },
  seen: number,
  now: Date,
): PublishDecision {
  const from = statusAt(schedule, now);
  if (from === 'PUBLISHED' && schedule.revision === seen) return { kind: 'UNCHANGED' };
  if (!TRANSITIONS[from].includes('PUBLISHED')) return { kind: 'ILLEGAL_TRANSITION', from, to: 'PUBLISHED' };
  return schedule.revision === seen
    ? { kind: 'PUBLISH' }
    : { kind: 'REVISION_CHANGED', revision: schedule.revision };
}

/** Where an operation is. */
export interface Place {
  readonly operationId: string;
  readonly workOrderId: string;
  readonly equipmentId: string;
  readonly plannedStartAt: Date;
  readonly plannedEndAt: Date;
}

export interface Comparison {
  readonly unchanged: number;
  readonly moved: number;
  readonly added: number;
  readonly removed: number;
  readonly orders: readonly {
    readonly workOrderId: string;
    readonly endBefore: Date;
    readonly endAfter: Date;
    readonly shiftSeconds: number;
  }[];
}

const MAX_ORDERS = 100;

/** What is different in `next`. */
export function compare(before: readonly Place[], next: readonly Place[]): Comparison {
  const known = new Map(before.map((place) => [place.operationId, place]));
  let unchanged = 0;
  let moved = 0;
  let added = 0;
  for (const place of next) {
    const other = known.get(place.operationId);
    if (!other) added += 1;
    else if (samePlace(place, other)) unchanged += 1;
    else moved += 1;
  }
  const endsBefore = endsOf(before);
  const orders = [...endsOf(next)].flatMap(([workOrderId, endAfter]) => {
    const endBefore = endsBefore.get(workOrderId);
    if (endBefore === undefined || endBefore === endAfter) return [];
    const shiftSeconds = Math.round((endAfter - endBefore) / 1000);
    return [{ workOrderId, endBefore: new Date(endBefore), endAfter: new Date(endAfter), shiftSeconds }];
  });
  orders.sort((a, b) => Math.abs(b.shiftSeconds) - Math.abs(a.shiftSeconds));
  return {
    unchanged,
    moved,
    added,
    removed: before.length - unchanged - moved,
    orders: orders.slice(0, MAX_ORDERS),
  };
}

const samePlace = (a: Place, b: Place): boolean =>
  a.equipmentId === b.equipmentId &&
  a.plannedStartAt.getTime() === b.plannedStartAt.getTime() &&
  a.plannedEndAt.getTime() === b.plannedEndAt.getTime();

function endsOf(places: readonly Place[]): Map<string, number> {
  const ends = new Map<string, number>();
  for (const { workOrderId, plannedEndAt } of places)
    ends.set(workOrderId, Math.max(ends.get(workOrderId) ?? 0, plannedEndAt.getTime()));
  return ends;
}
