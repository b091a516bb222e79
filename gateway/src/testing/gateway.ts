import { freePort } from '@machshop/testing/ports.ts';
import type { Identity, Logger } from '../engine-api.ts';
import { createGateway, type Gateway, type GatewayOptions } from '../gateway.ts';

export const SILENT: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

export const ANYONE: Identity = { viewer: undefined, scope: 'anyone', forward: {} };

/** A gateway on a free port, without authentication, that says nothing. */
export async function startGateway(
  options: Pick<GatewayOptions, 'source'> & Partial<GatewayOptions>,
): Promise<Gateway> {
  const gateway = await createGateway({
    engine: 'machshop',
    authenticate: () => ANYONE,
    logger: SILENT,
    port: await freePort(),
    ...options,
  });
  await gateway.listen();
  return gateway;
}
