import { generalise } from './source/subject.ts';
import { RETENTION_PASSED, type StreamEnd } from './stream/end.ts';
import type { EventLog } from './stream/event-log.ts';
import type { Group } from './stream/group.ts';
import type { Subscriber } from './stream/subscriber.ts';

/** How many messages are handed on before the client has to have read them. */
const CHUNK = 100;

/**
 * Hands on what a subscriber missed after a sequence, in order, and lets it hear what is live from there on.
 * From the stream at the pace of the reader, at last from memory, which is one step with going live: nothing
 * can come in between.
 */
export async function catchUp(
  log: EventLog,
  group: Group,
  subscriber: Subscriber,
  sequence: number,
): Promise<StreamEnd | undefined> {
  let from = sequence;
  const filter = generalise(group.sources.map((source) => source.filter));
  while (!subscriber.ended) {
    const recent = log.since(from);
    if (recent === undefined) {
      if (!(await log.has(from))) return RETENTION_PASSED;
      const reached = await replay(log, group, subscriber, from, filter);
      // it may have passed while the events were read
      if (!(await log.has(from))) return RETENTION_PASSED;
      from = reached;
    } else {
      const missed = recent.filter(({ subject }) => group.covers(subject)).map(({ event }) => event);
      const wanted = missed.flatMap((event) => (event && group.accepts(event) ? [event] : []));
      const chunk = wanted.slice(0, CHUNK);
      for (const event of chunk) subscriber.push(group.slotOf(event));
      if (chunk.length === wanted.length) {
        // one who was served by another gateway may be ahead of this one
        subscriber.goLive(Math.max(from, log.position));
        return undefined;
      }
      from = (chunk.at(-1) as (typeof chunk)[number]).sequence;
    }
    await subscriber.drained();
  }
  return undefined;
}

/** Reads a chunk from the stream; gives the sequence up to which nothing is left to hand on. */
async function replay(
  log: EventLog,
  group: Group,
  subscriber: Subscriber,
  after: number,
  filter: string,
): Promise<number> {
  let from = after;
  for (let count = 0; count < CHUNK && !subscriber.ended; count += 1) {
    const { position } = log;
    const stored = await log.next(from, filter);
    // what came meanwhile is in memory
    if (!stored || stored.sequence > position) return Math.max(from, position);
    from = stored.sequence;
    const { event } = stored;
    if (event && group.accepts(event)) subscriber.push(group.slotOf(event));
  }
  return from;
}
