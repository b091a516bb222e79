import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';
import type { AgentHealth } from './health.ts';

/** Where health and metrics are served. */
export interface ObserveServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * `GET /health` (200, or 503 when degraded; the body says why), `GET /health/live` (200 while the process
 * turns), `GET /metrics` (Prometheus).
 */
export async function serveObservation(
  at: { readonly host: string; readonly port: number },
  agent: { health(): AgentHealth; readonly registry: Registry },
): Promise<ObserveServer> {
  const server: Server = createServer((request, response) => {
    const answer = (status: number, type: string, body: string) =>
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
    const path = request.url?.split('?')[0];
    if (request.method !== 'GET') return answer(405, 'text/plain', 'only GET\n');
    if (path === '/health/live') return answer(200, 'text/plain', 'alive\n');
    if (path === '/health') {
      const health = agent.health();
      return answer(health.status === 'ok' ? 200 : 503, 'application/json', JSON.stringify(health));
    }
    if (path !== '/metrics') return answer(404, 'text/plain', 'not here\n');
    agent.registry.metrics().then(
      (text) => answer(200, agent.registry.contentType, text),
      (error: Error) => answer(500, 'text/plain', `${error.message}\n`),
    );
  });
  server.requestTimeout = 5000;
  server.maxConnections = 32;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(at.port, at.host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
