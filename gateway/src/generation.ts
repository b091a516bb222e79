import { createAccessControl } from './access/control.ts';
import { composeSupergraph, loadSupergraph, type Supergraph } from './compose/compose.ts';
import { planTrusted, trusting, unfit } from './documents/trusted.ts';
import { createMachshopEngine } from './engine/engine.ts';
import type { Engine } from './engine-api.ts';
import { createApolloEngine } from './engines/apollo.ts';
import type { GatewayOptions, GatewaySource } from './gateway-options.ts';
import { COST_LIMITS, type CostLimits, type CostModel, readCostModel } from './limits/cost.ts';
import { DOCUMENT_LIMITS } from './limits/document-limits.ts';
import type { GatewayMetrics } from './metrics.ts';
import type { SubgraphTarget, TransportPool } from './transport/pool.ts';

/** What serves from one supergraph to the next. */
export interface Generation {
  readonly supergraph: Supergraph;
  readonly engine: Engine;
}

/** Composes a source and makes an engine over it. Throws {@link CompositionError}. */
export async function buildGeneration(
  source: GatewaySource,
  options: GatewayOptions,
  pool: TransportPool,
  metrics: GatewayMetrics,
): Promise<Generation> {
  const supergraph =
    'supergraph' in source ? loadSupergraph(source.supergraph) : composeSupergraph(source.subgraphs);
  const targets: readonly SubgraphTarget[] = 'supergraph' in source ? supergraph.subgraphs : source.subgraphs;
  const lease = pool.lease(targets);
  try {
    const costs = readCostModel(supergraph.sdl, supergraph.apiSchema, costLimits(options));
    const engine = await createEngine(options, supergraph, lease.transports, costs, metrics);
    let closed = false;
    const close = async () => {
      closed = true;
      await engine.close();
      await lease.release();
    };
    const trusted = options.trusted ?? new Map();
    const prepare = trusting(engine.prepare, trusted);
    for (const [id, reason] of unfit(prepare, trusted))
      options.logger.error({ id, reason }, 'a trusted operation does not fit the graph');
    if (engine.warm) planTrusted(engine.warm, prepare, trusted, options.logger, () => closed);
    return { supergraph, engine: { ...engine, prepare, estimate: costs.estimate, close } };
  } catch (error) {
    await lease.release();
    throw error;
  }
}

async function createEngine(
  options: GatewayOptions,
  supergraph: Supergraph,
  transports: Parameters<typeof createApolloEngine>[0]['transports'],
  { weightOf }: CostModel,
  metrics: GatewayMetrics,
) {
  const { logger } = options;
  const access = options.access && createAccessControl(supergraph, options.access);
  const parts = { supergraph, transports, logger, access, limits: { ...DOCUMENT_LIMITS, ...options.limits } };
  return options.engine === 'apollo'
    ? createApolloEngine(parts)
    : createMachshopEngine({
        ...parts,
        weightOf,
        overrideLabels: options.overrideLabels,
        onPlanned: (cached) => metrics.plan(cached),
        onShared: (subgraph) => metrics.fetch(subgraph, 'shared'),
      });
}

/** How costly an operation may be. */
export const costLimits = ({ cost }: GatewayOptions): CostLimits => ({ ...COST_LIMITS, ...cost });
