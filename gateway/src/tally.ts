import type { MetricObjectWithValues, MetricValue, Registry } from 'prom-client';

type Labels = Readonly<Record<string, string>>;

interface Description {
  readonly name: string;
  readonly help: string;
  readonly labelNames: readonly string[];
}

/**
 * A metric that every request touches. The library's own look every label up by a hash of all of them; here the
 * values are one key of a map, and labels are made when somebody scrapes.
 */
abstract class Tally<Slot> {
  readonly name: string;
  readonly #description: Description;
  /** A level of maps a label: its values are few strings that come again, whose hashes are known. */
  readonly #slots: Level<Slot> = new Map();

  constructor(description: Description, registry: Registry) {
    this.name = description.name;
    this.#description = description;
    registry.registerMetric(this as never);
  }

  protected abstract create(): Slot;

  protected slot(values: readonly string[]): Slot {
    let found: Level<Slot> | Entry<Slot> = this.#slots;
    for (let i = 0; i < values.length; i += 1) {
      const level = found as Level<Slot>;
      const value = values[i] as string;
      let next = level.get(value);
      if (!next) {
        next = i === values.length - 1 ? this.#entry(values) : new Map();
        level.set(value, next);
      }
      found = next;
    }
    return (found as Entry<Slot>).slot;
  }

  #entry(values: readonly string[]): Entry<Slot> {
    const labels = Object.fromEntries(this.#description.labelNames.map((name, i) => [name, values[i] ?? '']));
    return { labels, slot: this.create() };
  }

  protected describe(
    type: 'counter' | 'histogram',
    valuesOf: (labels: Labels, slot: Slot) => MetricValue<string>[],
  ) {
    const values = entriesOf(this.#slots).flatMap(({ labels, slot }) => valuesOf(labels, slot));
    return { name: this.name, help: this.#description.help, type, values, aggregator: 'sum' };
  }

  /** Forgets everything, as a registry's `resetMetrics` wants. */
  reset(): void {
    this.#slots.clear();
  }
}

interface Entry<Slot> {
  readonly labels: Labels;
  readonly slot: Slot;
}

type Level<Slot> = Map<string, Level<Slot> | Entry<Slot>>;

function entriesOf<Slot>(level: Level<Slot>): Entry<Slot>[] {
  return [...level.values()].flatMap((one) => (one instanceof Map ? entriesOf(one) : [one]));
}

/** Counts by label values, given in the order of the label names. */
export class TallyCounter extends Tally<{ count: number }> {
  protected create() {
    return { count: 0 };
  }

  inc(...values: readonly string[]): void {
    this.slot(values).count += 1;
  }

  async get(): Promise<MetricObjectWithValues<MetricValue<string>>> {
    return this.describe('counter', (labels, { count }) => [{ labels, value: count }]) as never;
  }
}

interface Distribution {
  readonly counts: number[];
  sum: number;
  count: number;
}

/** Observes values in buckets, by label values. */
export class TallyHistogram extends Tally<Distribution> {
  readonly #buckets: readonly number[];

  constructor(description: Description & { readonly buckets: readonly number[] }, registry: Registry) {
    super(description, registry);
    this.#buckets = description.buckets;
  }

  protected create(): Distribution {
    return { counts: this.#buckets.map(() => 0), sum: 0, count: 0 };
  }

  observe(value: number, ...values: readonly string[]): void {
    const slot = this.slot(values);
    slot.sum += value;
    slot.count += 1;
    for (let i = 0; i < this.#buckets.length; i += 1) {
      if (value <= (this.#buckets[i] as number)) {
        slot.counts[i] = (slot.counts[i] ?? 0) + 1;
        return;
      }
    }
  }

  async get(): Promise<MetricObjectWithValues<MetricValue<string>>> {
    return this.describe('histogram', (labels, { counts, sum, count }) => {
      let below = 0;
      const buckets = this.#buckets.map((le, i) => {
        below += counts[i] ?? 0;
        return { labels: { ...labels, le }, value: below, metricName: `${this.name}_bucket` };
      });
      return [
        ...buckets,
        { labels: { ...labels, le: '+Inf' }, value: count, metricName: `${this.name}_bucket` },
        { labels, value: sum, metricName: `${this.name}_sum` },
        { labels, value: count, metricName: `${this.name}_count` },
      ];
    }) as never;
  }
}
