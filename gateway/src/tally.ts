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
  readonly #slots = new Map<string, { readonly labels: Labels; readonly slot: Slot }>();

  constructor(description: Description, registry: Registry) {
    this.name = description.name;
    this.#description = description;
    registry.registerMetric(this as never);
  }

  protected abstract create(): Slot;

  protected slot(values: readonly string[]): Slot {
    const key = values.length === 1 ? (values[0] as string) : values.join('\0');
    let entry = this.#slots.get(key);
    if (!entry) {
      const labels = Object.fromEntries(
        this.#description.labelNames.map((name, i) => [name, values[i] ?? '']),
      );
      entry = { labels, slot: this.create() };
      this.#slots.set(key, entry);
    }
    return entry.slot;
  }

  protected describe(
    type: 'counter' | 'histogram',
    valuesOf: (labels: Labels, slot: Slot) => MetricValue<string>[],
  ) {
    const values = [...this.#slots.values()].flatMap(({ labels, slot }) => valuesOf(labels, slot));
    return { name: this.name, help: this.#description.help, type, values, aggregator: 'sum' };
  }

  /** Forgets everything, as a registry's `resetMetrics` wants. */
  reset(): void {
    this.#slots.clear();
  }
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
