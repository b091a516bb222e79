import type { NatsConnection, Subscription } from 'nats';
import type { Logger } from '../../engine-api.ts';
import { eventValue, type LiveEvent, readEvent } from '../source/event.ts';
import type { Group } from './group.ts';
import { Throttle } from './throttle.ts';

/** The life that cursors of messages without a past name: nothing can be resumed after them. */
export const LIVE_EPOCH = 'live';

interface Heard {
  readonly subscription: Subscription;
  readonly listeners: Set<(event: LiveEvent) => void>;
}

/**
 * Hears what no stream keeps. It listens to what is watched and to nothing else: what nobody watches does not even
 * leave the server. Messages are numbered as they pass; after a loss of the connection those that come next are the
 * next ones.
 */
export class LiveFeed {
  readonly #connection: NatsConnection;
  readonly #logger: Logger;
  readonly #heard = new Map<string, Heard>();
  readonly #stops = new Map<Group, () => void>();
  #sequence = 0;

  constructor(connection: NatsConnection, logger: Logger) {
    this.#connection = connection;
    this.#logger = logger;
  }

  /** Feeds a group, of each key at most so many messages a second. */
  feed(group: Group, rateHz: number | undefined): void {
    const pass = (event: LiveEvent) => {
      this.#sequence += 1;
      group.offer({ ...event, sequence: this.#sequence });
    };
    const throttle = rateHz === undefined ? undefined : new Throttle(1_000 / rateHz, pass);
    const paths = group.field.conflate ?? [];
    const listener = throttle
      ? (event: LiveEvent) => {
          // what the viewer may not see must not stand in for what it may
          if (group.accepts(event))
            throttle.offer(JSON.stringify(paths.map((path) => eventValue(event, path))), event);
        }
      : pass;
    const filters = [...new Set(group.sources.map(({ filter }) => filter.join('.')))];
    for (const filter of filters) this.#listen(filter, listener);
    this.#stops.set(group, () => {
      throttle?.close();
      for (const filter of filters) this.#unlisten(filter, listener);
    });
  }

  /** Nobody is left in the group. */
  stop(group: Group): void {
    this.#stops.get(group)?.();
    this.#stops.delete(group);
  }

  close(): void {
    for (const group of [...this.#stops.keys()]) this.stop(group);
  }

  #listen(filter: string, listener: (event: LiveEvent) => void): void {
    const known = this.#heard.get(filter);
    if (known) {
      known.listeners.add(listener);
      return;
    }
    const listeners = new Set([listener]);
    const subscription = this.#connection.subscribe(filter, {
      callback: (error, message) => {
        if (error) {
          this.#logger.warn({ err: error, filter }, 'live messages could not be heard');
          return;
        }
        const event = readEvent(0, message.subject.split('.'), message.string());
        if (event) for (const hear of listeners) hear(event);
      },
    });
    this.#heard.set(filter, { subscription, listeners });
  }

  #unlisten(filter: string, listener: (event: LiveEvent) => void): void {
    const known = this.#heard.get(filter);
    if (!known) return;
    known.listeners.delete(listener);
    if (known.listeners.size > 0) return;
    this.#heard.delete(filter);
    if (!this.#connection.isClosed()) known.subscription.unsubscribe();
  }
}
