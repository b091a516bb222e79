import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { remoteKeys, TokenVerifier } from '@machshop/auth';
import { connectBus } from '@machshop/events/bus.ts';
import { tracingFromEnv } from '@machshop/telemetry';
import { pino } from 'pino';
import { viewerGrants } from './access/grants.ts';
import { runsTrustedOnly, tokenAuthenticator } from './auth.ts';
import { readManifest } from './documents/trusted.ts';
import { readEnvironment } from './env.ts';
import { createGateway, type Gateway } from './gateway.ts';
import type { Authenticate } from './http/contract.ts';
import { createRateLimiter } from './limits/rate-limit.ts';
import { loadRoutes } from './route-modules.ts';
import { subgraphChecks } from './subgraph-readiness.ts';
import { operationFields } from './telemetry/operation-log.ts';
import { watchFile } from './watch.ts';

const USAGE = `Serves a supergraph.
  node gateway/src/main.ts --supergraph <file> [--trusted <file>] [--routes <module>]… [--no-auth] [--port <port>] [--host <host>]
  --supergraph  a supergraph SDL with the addresses of its subgraphs; a changed file is served at once
  --trusted     a manifest of operations that may be sent by their ids, and the only ones for partners
  --routes      a module with routes beside GraphQL: its exports named …Routes are called with { run }
  --no-auth     lets everybody call and hands their headers Authorization and Cookie on to the subgraphs
  Without --no-auth, AUTH_JWKS_URL says where the keys of tokens are.
  With NATS_URL the Subscription fields that events feed are served.
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      supergraph: { type: 'string' },
      trusted: { type: 'string' },
      routes: { type: 'string', multiple: true, default: [] },
      auth: { type: 'boolean', default: true },
      port: { type: 'string' },
      host: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
    allowNegative: true,
  });
  if (values.help || values.supergraph === undefined) {
    process.stdout.write(USAGE);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const env = readEnvironment(values.port === undefined ? {} : { PORT: values.port });
  const traces = await tracingFromEnv('gateway');
  const log = pino({ name: 'gateway', level: env.logLevel });
  const { natsUrl } = env;
  const bus = natsUrl === undefined ? undefined : await connectBus({ url: natsUrl, name: 'gateway', log });
  let gateway: Gateway | undefined;
  const file = await watchFile(values.supergraph, (supergraph) => {
    // a supergraph that cannot be served is already in the log and in /ready
    gateway?.swap({ supergraph }).catch(() => undefined);
  });
  const current = () => {
    if (gateway === undefined) throw new Error('the gateway is not up yet');
    return gateway;
  };
  gateway = await createGateway({
    source: { supergraph: file.content },
    routes: await loadRoutes(values.routes, { run: (request) => current().run(request) }),
    ready: () => subgraphChecks(current().supergraph.subgraphs),
    engine: env.engine,
    authenticate: values.auth ? byToken(env.jwksUrl) : everybody,
    trusted: values.trusted === undefined ? undefined : readManifest(readFileSync(values.trusted, 'utf8')),
    ...(values.auth
      ? {
          access: { grantsOf: viewerGrants(), introspection: env.introspection },
          trustedOnly: runsTrustedOnly,
        }
      : {}),
    rateLimiter: await createRateLimiter({ limits: env.rateLimits, redisUrl: env.redisUrl, logger: log }),
    trustedHops: env.trustedHops,
    limits: env.limits,
    cost: env.cost,
    overrideLabels: env.overrideLabels,
    ...(bus ? { events: { bus } } : {}),
    logger: log,
    port: env.port,
    host: values.host ?? env.host,
    corsOrigins: env.corsOrigins,
    edition: env.edition,
    onOperation: (record) => log.info(operationFields(record), 'operation'),
  });
  const address = await gateway.listen();
  log.info(
    { address, engine: env.engine, subgraphs: gateway.supergraph.subgraphs },
    'the supergraph is served',
  );
  const stop = (signal: string) => {
    log.info({ signal }, 'stopping');
    file.close();
    void gateway
      ?.close()
      .then(() => bus?.close())
      .then(() => traces?.close())
      .then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function byToken(jwksUrl: string | undefined): Authenticate {
  if (jwksUrl === undefined)
    throw new Error(
      'AUTH_JWKS_URL is not set: say where the keys of tokens are, or serve everybody with --no-auth',
    );
  return tokenAuthenticator(new TokenVerifier(remoteKeys(jwksUrl)));
}

const everybody: Authenticate = ({ headers }) => {
  const forward: Record<string, string> = {};
  if (headers.authorization !== undefined) forward.authorization = headers.authorization;
  if (headers.cookie !== undefined) forward.cookie = headers.cookie;
  return { viewer: undefined, scope: JSON.stringify(forward), forward };
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
