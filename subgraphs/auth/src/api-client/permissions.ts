import { needs, needsUnlessOwn, type Permissions, publicAccess, signedIn } from '@machshop/server';
import type { ApiClientRow } from './tables.ts';

const read = needs('apiClient:read');
const edit = needs('apiClient:edit');
const readOrOwn = needsUnlessOwn<ApiClientRow>(
  'apiClient:read',
  (client, viewer) => client.id === viewer.userId,
);
const PRIVATE = ['clientId', 'roles', 'sites', 'active', 'secretExpiresAt', 'lastLoginAt'];

export const permissions: Permissions = {
  Query: { apiClient: read, apiClients: read },
  Mutation: {
    createApiClient: edit,
    rotateApiClientSecret: edit,
    deactivateApiClient: edit,
    clientLogin: publicAccess,
  },
  ApiClient: { '*': signedIn, ...Object.fromEntries(PRIVATE.map((field) => [field, readOrOwn])) },
};
