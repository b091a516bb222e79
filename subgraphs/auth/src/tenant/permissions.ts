import { type Permissions, signedIn } from '@machshop/server';

export const permissions: Permissions = { Tenant: signedIn };
