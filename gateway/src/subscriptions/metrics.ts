import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { EndCode } from './stream/end.ts';
import type { StreamMessage } from './stream/message.ts';

/** Prometheus metrics of live subscriptions. */
export class SubscriptionMetrics {
  readonly #connections: Gauge<'transport'>;
  readonly #streams: Gauge;
  readonly #groups: Gauge;
  readonly #delivered: Counter;
  readonly #made: Counter;
  readonly #conflated: Counter;
  readonly #ended: Counter<'code'>;
  readonly #refused: Counter<'code'>;
  readonly #lag: Histogram;

  /** @param areEventsThere whether events come; undefined where there are none */
  constructor(registry: Registry, areEventsThere: () => boolean | undefined = () => undefined) {
    const registers = [registry];
    const name = (end: string) => `machshop_gateway_subscription_${end}`;
    new Gauge({
      name: name('events_available'),
      help: '1 while events come from the bus, 0 while subscriptions cannot be served',
      registers,
      collect() {
        const there = areEventsThere();
        if (there !== undefined) this.set(there ? 1 : 0);
      },
    });
    this.#connections = new Gauge({
      name: name('connections'),
      help: 'Connections for subscriptions that are open',
      labelNames: ['transport'],
      registers,
    });
    this.#streams = new Gauge({ name: name('streams'), help: 'Subscriptions that are open', registers });
    this.#groups = new Gauge({
      name: name('groups'),
      help: 'Sets of equal subscriptions, each resolved once an event',
      registers,
    });
    this.#delivered = new Counter({
      name: name('messages_total'),
      help: 'Messages sent to subscribers',
      registers,
    });
    this.#made = new Counter({
      name: name('resolutions_total'),
      help: 'Messages made, each for all subscribers of a group',
      registers,
    });
    this.#conflated = new Counter({
      name: name('conflated_total'),
      help: 'Messages that a slow reader did not get because a newer one took their place',
      registers,
    });
    this.#ended = new Counter({
      name: name('ended_total'),
      help: 'Subscriptions that the gateway ended',
      labelNames: ['code'],
      registers,
    });
    this.#refused = new Counter({
      name: name('refused_total'),
      help: 'Subscriptions that were not begun',
      labelNames: ['code'],
      registers,
    });
    this.#lag = new Histogram({
      name: name('lag_seconds'),
      help: 'Time from the record of an event to its message being made',
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30],
      registers,
    });
  }

  connection(transport: 'ws' | 'sse', change: 1 | -1): void {
    this.#connections.inc({ transport }, change);
  }

  stream(change: 1 | -1): void {
    this.#streams.inc(change);
  }

  groups(count: number): void {
    this.#groups.set(count);
  }

  made({ recordedAt }: StreamMessage, now: number): void {
    this.#made.inc();
    if (recordedAt !== undefined) this.#lag.observe(Math.max(0, now - recordedAt) / 1000);
  }

  delivered(): void {
    this.#delivered.inc();
  }

  conflated(): void {
    this.#conflated.inc();
  }

  ended(code: EndCode): void {
    this.#ended.inc({ code });
  }

  refused(code: string): void {
    this.#refused.inc({ code });
  }
}
