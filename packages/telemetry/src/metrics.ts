import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** The process's metrics. */
export const registry = new Registry();
collectDefaultMetrics({ register: registry });

/** The counter of this name, made at first use. */
export function counter<L extends string>(
  name: string,
  help: string,
  labelNames: readonly L[] = [],
): Counter<L> {
  const known = registry.getSingleMetric(name);
  return known ? (known as Counter<L>) : new Counter({ name, help, labelNames, registers: [registry] });
}

/** The gauge of this name, made at first use. */
export function gauge<L extends string>(name: string, help: string, labelNames: readonly L[] = []): Gauge<L> {
  const known = registry.getSingleMetric(name);
  return known ? (known as Gauge<L>) : new Gauge({ name, help, labelNames, registers: [registry] });
}

const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** The histogram of this name, in seconds, made at first use. */
export function histogram<L extends string>(
  name: string,
  help: string,
  labelNames: readonly L[] = [],
): Histogram<L> {
  const known = registry.getSingleMetric(name);
  return known
    ? (known as Histogram<L>)
    : new Histogram({ name, help, labelNames, buckets: BUCKETS, registers: [registry] });
}

/** All metrics in Prometheus' text format, and its content type. */
export const metricsText = async (): Promise<{ contentType: string; text: string }> => ({
  contentType: registry.contentType,
  text: await registry.metrics(),
});
