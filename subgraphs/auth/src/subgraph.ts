import { defineSubgraph } from '@machshop/server';
import { permissions as apiClientPermissions } from './api-client/permissions.ts';
import { resolvers as apiClientResolvers } from './api-client/resolvers.ts';
import { authServices, startServices } from './services.ts';
import { permissions as sessionPermissions } from './session/permissions.ts';
import { resolvers as sessionResolvers } from './session/resolvers.ts';
import { permissions as signingKeyPermissions } from './signing-key/permissions.ts';
import { resolvers as signingKeyResolvers } from './signing-key/resolvers.ts';
import { permissions as sitePermissions } from './site/permissions.ts';
import { resolvers as siteResolvers } from './site/resolvers.ts';
import { permissions as tenantPermissions } from './tenant/permissions.ts';
import { resolvers as tenantResolvers } from './tenant/resolvers.ts';
import { permissions as userPermissions } from './user/permissions.ts';
import { resolvers as userResolvers } from './user/resolvers.ts';

export { bootstrapTenant, createDemoLogins } from './bootstrap.ts';
export { type AuthServices, authServices } from './services.ts';

/** Who may do what: tenants, sites, users, programs, sessions and the keys that sign tokens. */
export const subgraph = defineSubgraph({
  name: 'auth',
  dir: import.meta.dirname,
  aggregates: [
    { resolvers: tenantResolvers, permissions: tenantPermissions },
    { resolvers: siteResolvers, permissions: sitePermissions },
    { resolvers: userResolvers, permissions: userPermissions },
    { resolvers: sessionResolvers, permissions: sessionPermissions },
    { resolvers: apiClientResolvers, permissions: apiClientPermissions },
    { resolvers: signingKeyResolvers, permissions: signingKeyPermissions },
  ],
  start: startServices,
  routes: {
    '/.well-known/jwks.json': async (services) => ({
      status: 200,
      type: 'application/jwk-set+json',
      body: JSON.stringify(await authServices(services).keyRing.jwks()),
    }),
  },
});
