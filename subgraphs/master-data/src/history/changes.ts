import type { Viewer } from '@machshop/auth';
import { newId, type Tx } from '@machshop/db';
import type { Recorder } from '@machshop/events';
import type { EventData, EventDefinition } from '@machshop/schema/events/define.ts';
import { HistoryStore } from './store.ts';
import type { HistoryAction } from './tables.ts';

/** Who changes something: what a command and a consumer have in common. */
export interface Actor {
  readonly viewer: Viewer;
  readonly record: Recorder;
  readonly now: () => Date;
}

/** What was done, for the history and the audit trail. */
export interface Entry {
  readonly entity: { readonly __typename: string; readonly id: string };
  readonly action: HistoryAction;
  /** Null when it is new. */
  readonly old: Record<string, unknown> | null;
  readonly new: Record<string, unknown>;
  readonly reason?: string | null | undefined;
}

/** A change that is made in this transaction, and not yet written down. */
export interface PendingChange {
  readonly entry: Entry;
  readonly say: (actor: Actor, tx: Tx) => Promise<string>;
}

/**
 * A change and the event that tells of it.
 * @param id what the event is about, in its subject
 * @param facts the event's payload without `change`
 */
export function changeOf<D extends EventDefinition>(
  definition: D,
  id: string,
  facts: Omit<EventData<D>, 'change'>,
  entry: Entry,
): PendingChange {
  const change = {
    action: entry.old === null ? 'CREATE' : 'UPDATE',
    entity: entry.entity,
    old: entry.old,
    new: entry.new,
    reason: entry.reason ?? null,
  };
  const data = { ...facts, change } as EventData<D>;
  return { entry, say: (actor, tx) => actor.record(tx, definition, { id, data }) };
}

/** Writes changes down: their history, and their events in the order given. */
export async function saveChanges(actor: Actor, tx: Tx, changes: readonly PendingChange[]): Promise<void> {
  const { tenantId, userId, kind, username } = actor.viewer;
  await new HistoryStore(tx, tenantId).add(
    changes.map(({ entry }) => ({
      id: newId(),
      entityType: entry.entity.__typename,
      entityId: entry.entity.id,
      action: entry.action,
      old: entry.old,
      new: entry.new,
      reason: entry.reason ?? null,
      actorId: userId,
      actorKind: kind,
      actorName: username,
      recordedAt: actor.now(),
    })),
  );
  for (const change of changes) await change.say(actor, tx);
}

/** The fields of `wanted` that differ, as they were and as they shall be; null when none does. */
export function differences<T extends object>(
  before: T,
  wanted: { readonly [K in keyof T]?: T[K] | undefined },
): { old: Partial<T>; new: Partial<T> } | null {
  const old: Partial<T> = {};
  const changed: Partial<T> = {};
  for (const key of Object.keys(wanted) as (keyof T)[]) {
    const value = wanted[key];
    if (value === undefined || same(before[key], value)) continue;
    old[key] = before[key];
    changed[key] = value as T[typeof key];
  }
  return Object.keys(changed).length === 0 ? null : { old, new: changed };
}

const same = (a: unknown, b: unknown): boolean =>
  a === b || (a instanceof Date && b instanceof Date && a.getTime() === b.getTime());
