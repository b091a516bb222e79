import type { Registry } from 'prom-client';
import type { Route } from './http/server.ts';
import type { ReadyChecks } from './subgraph-readiness.ts';

export interface ProbeOptions {
  readonly registry: Registry;
  readonly checks: ReadyChecks | (() => ReadyChecks);
  /** Why the gateway takes no requests. */
  readonly stopping: () => boolean;
  /** What is not as it should be, by name, though requests are answered: undefined where all is well. */
  readonly degraded: () => Readonly<Record<string, string | undefined>>;
}

const CHECK_LIMIT_MS = 3_000;

/** `/health` (the process answers), `/ready` (it can serve), `/metrics` (Prometheus). */
export function probeRoutes({ registry, checks, stopping, degraded }: ProbeOptions): Route[] {
  const json = { 'content-type': 'application/json; charset=utf-8' };
  return [
    {
      method: 'GET',
      path: '/health',
      anonymous: true,
      handle: async () => ({ status: 200, headers: json, body: '{"status":"ok"}' }),
    },
    {
      method: 'GET',
      path: '/ready',
      anonymous: true,
      handle: async () => {
        const results: Record<string, string> = { gateway: stopping() ? 'shutting down' : 'ok' };
        const names = Object.entries(typeof checks === 'function' ? checks() : checks);
        await Promise.all(names.map(async ([name, check]) => (results[name] = await outcomeOf(check))));
        const ready = Object.values(results).every((result) => result === 'ok');
        // an older supergraph serves as well as before, and queries need no events: that must be seen, but takes
        // no gateway out of service
        const problems = Object.entries(degraded());
        for (const [name, problem] of problems) results[name] = problem ?? 'ok';
        const isWell = problems.every(([, problem]) => problem === undefined);
        const status = ready ? (isWell ? 'ready' : 'degraded') : 'not ready';
        const body = JSON.stringify({ status, checks: results });
        return { status: ready ? 200 : 503, headers: json, body };
      },
    },
    {
      method: 'GET',
      path: '/metrics',
      anonymous: true,
      handle: async () => ({
        status: 200,
        headers: { 'content-type': registry.contentType },
        body: await registry.metrics(),
      }),
    },
  ];
}

async function outcomeOf(check: () => Promise<string | undefined>): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('no answer in time'), CHECK_LIMIT_MS);
  });
  try {
    return await Promise.race([check().then((reason) => reason ?? 'ok'), late]);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    clearTimeout(timer);
  }
}
