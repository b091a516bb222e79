import { readFileSync } from 'node:fs';
import type { Viewer } from '@machshop/auth';
import { connectBus } from '@machshop/events/bus.ts';
import { createLogger } from '@machshop/telemetry';
import { Registry } from 'prom-client';
import { identityOf } from '../../auth.ts';
import { createGateway } from '../../gateway.ts';
import { GatewayMetrics } from '../../metrics.ts';
import { SILENT } from '../../testing/gateway.ts';
import { TENANT } from './world.ts';

/** What the gateway's process has used so far. */
export interface GatewayUsage {
  readonly cpuMs: number;
  readonly rssMb: number;
  /** Requests to subgraphs. */
  readonly calls: number;
}

const [file, natsUrl, port] = process.argv.slice(2);
if (!file || !natsUrl || !port) throw new Error('usage: gateway-main.ts <supergraph> <nats url> <port>');
const metrics = new GatewayMetrics(new Registry());
const gateway = await createGateway({
  source: { supergraph: readFileSync(file, 'utf8') },
  engine: 'machshop',
  events: { bus: await connectBus({ url: natsUrl, name: 'bench', log: createLogger('bench', 'fatal') }) },
  // the token is the user's number: everybody is somebody else and may do the same
  authenticate: ({ headers }) => identityOf(operator(headers.authorization ?? '')),
  logger: SILENT,
  metrics,
  port: Number(port),
});

function operator(token: string): Viewer {
  return {
    kind: 'USER',
    tenantId: TENANT,
    userId: token,
    username: token,
    roles: ['Operator'],
    permissions: new Set(['workOrder:read', 'part:read', 'equipment:read']),
    siteIds: [],
    sessionId: token,
    expiresAt: null,
    token,
    clientIp: null,
  };
}

process.on('message', async () => {
  const { user, system } = process.cpuUsage();
  // memory without what is garbage; collecting it is the benchmark's work, not the gateway's
  globalThis.gc?.();
  const fetches = await metrics.registry.getSingleMetric('machshop_gateway_fetches_total')?.get();
  const calls = (fetches?.values ?? [])
    .filter(({ labels }) => labels.outcome === 'ok')
    .reduce((sum, { value }) => sum + value, 0);
  const usage: GatewayUsage = {
    cpuMs: (user + system) / 1000,
    rssMb: process.memoryUsage.rss() / 1024 ** 2,
    calls,
  };
  process.send?.(usage);
});
process.once('disconnect', () => process.exit(0));
process.send?.(await gateway.listen());
