import type { Registry } from 'prom-client';
import type { Route } from './http/server.ts';

export interface ProbeOptions {
  readonly registry: Registry;
  readonly checks: Readonly<Record<string, () => Promise<string | undefined>>>;
  /** Why the gateway itself is not ready. */
  readonly problem: () => string | undefined;
}

const CHECK_LIMIT_MS = 3_000;

/** `/health` (the process answers), `/ready` (it can serve), `/metrics` (Prometheus). */
export function probeRoutes({ registry, checks, problem }: ProbeOptions): Route[] {
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
        const results: Record<string, string> = { supergraph: problem() ?? 'ok' };
        await Promise.all(
          Object.entries(checks).map(async ([name, check]) => (results[name] = await outcomeOf(check))),
        );
        const ready = Object.values(results).every((result) => result === 'ok');
        const body = JSON.stringify({ status: ready ? 'ready' : 'not ready', checks: results });
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
