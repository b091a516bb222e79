import type { Resolvers } from '../generated/resolvers.ts';
import { tenantById } from '../loaders.ts';

export const resolvers: Resolvers = {
  Tenant: {
    __resolveReference: ({ id }, ctx) => tenantById(ctx).load(id),
  },
};
