import { Counter, Gauge, Registry } from 'prom-client';
import type { OperationRecord } from './http/contract.ts';
import { TallyCounter, TallyHistogram } from './tally.ts';

/** How many operation names become labels; further ones count as `other`. */
const MAX_NAMES = 300;

/** The gateway's Prometheus metrics, in a registry of the host or one of its own. */
export class GatewayMetrics {
  readonly registry: Registry;
  readonly #operations: TallyCounter;
  readonly #durations: TallyHistogram;
  readonly #costs: TallyHistogram;
  readonly #streams: TallyHistogram;
  readonly #refusals: Counter<'code'>;
  readonly #plans: TallyCounter;
  readonly #fetches: TallyCounter;
  readonly #supergraphs: Counter<'outcome'>;
  readonly #broken: Gauge;
  readonly #names = new Set<string>();

  constructor(registry: Registry = new Registry()) {
    this.registry = registry;
    const registers = [registry];
    this.#operations = new TallyCounter(
      {
        name: 'machshop_gateway_operations_total',
        help: 'GraphQL operations answered',
        labelNames: ['operation', 'kind', 'outcome'],
      },
      registry,
    );
    this.#durations = new TallyHistogram(
      {
        name: 'machshop_gateway_operation_seconds',
        help: 'Time from request to answer',
        labelNames: ['kind'],
        buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      },
      registry,
    );
    this.#costs = new TallyHistogram(
      {
        name: 'machshop_gateway_operation_cost',
        help: 'Cost of operations by @cost and @listSize: estimated before, actual after',
        labelNames: ['measure'],
        buckets: [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000],
      },
      registry,
    );
    this.#streams = new TallyHistogram(
      {
        name: 'machshop_gateway_subscription_seconds',
        help: 'Time that subscriptions were open, by transport',
        labelNames: ['transport'],
        buckets: [1, 10, 60, 600, 3_600, 21_600, 86_400, 604_800],
      },
      registry,
    );
    this.#refusals = new Counter({
      name: 'machshop_gateway_refusals_total',
      help: 'Requests refused, by the code that the client is told',
      labelNames: ['code'],
      registers,
    });
    this.#plans = new TallyCounter(
      {
        name: 'machshop_gateway_plans_total',
        help: 'Plans of operations: a hit was compiled before, a miss was not',
        labelNames: ['cache'],
      },
      registry,
    );
    this.#fetches = new TallyCounter(
      {
        name: 'machshop_gateway_fetches_total',
        help: 'Requests to subgraphs',
        labelNames: ['subgraph', 'outcome'],
      },
      registry,
    );
    this.#supergraphs = new Counter({
      name: 'machshop_gateway_supergraph_loads_total',
      help: 'Supergraphs offered: swapped in, or refused because they do not compose',
      labelNames: ['outcome'],
      registers,
    });
    this.#broken = new Gauge({
      name: 'machshop_gateway_supergraph_broken',
      help: '1 while the newest supergraph is refused and an older one serves',
      registers,
    });
    this.#broken.set(0);
  }

  operation({ operation, outcome, durationMs, cost, codes, live }: OperationRecord): void {
    if (live?.phase === 'end') {
      // it was counted when it began, and being open is not being slow
      this.#streams.observe(durationMs / 1000, live.transport);
      return;
    }
    const kind = operation?.kind ?? 'none';
    this.#operations.inc(this.#label(operation?.name), kind, outcome);
    this.#durations.observe(durationMs / 1000, kind);
    if (cost.estimated !== undefined) this.#costs.observe(cost.estimated, 'estimated');
    if (cost.actual !== undefined) this.#costs.observe(cost.actual, 'actual');
    // codes of a refusal are the gateway's own: there are few of them
    if (outcome === 'refused') for (const code of codes) this.#refusals.inc({ code });
  }

  fetch(subgraph: string, outcome: 'ok' | 'errors' | 'failed' | 'retried' | 'rejected' | 'shared'): void {
    this.#fetches.inc(subgraph, outcome);
  }

  plan(cached: boolean): void {
    this.#plans.inc(cached ? 'hit' : 'miss');
  }

  supergraph(outcome: 'swapped' | 'refused'): void {
    this.#supergraphs.inc({ outcome });
    this.#broken.set(outcome === 'refused' ? 1 : 0);
  }

  #label(name: string | undefined): string {
    if (name === undefined) return 'anonymous';
    if (this.#names.has(name)) return name;
    if (this.#names.size >= MAX_NAMES) return 'other';
    this.#names.add(name);
    return name;
  }
}
