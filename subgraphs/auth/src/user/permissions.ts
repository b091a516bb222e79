import { needs, needsUnlessOwn, type Permissions, signedIn } from '@machshop/server';
import type { UserRow } from './tables.ts';

const read = needs('user:read');
const edit = needs('user:edit');
const readOrOwn = needsUnlessOwn<UserRow>('user:read', (user, viewer) => user.id === viewer.userId);
const PRIVATE = [
  'email',
  'roles',
  'sites',
  'active',
  'lockedUntil',
  'mustChangePassword',
  'passwordChangedAt',
  'lastLoginAt',
  'sessions',
];

export const permissions: Permissions = {
  Query: { user: read, userByUsername: read, users: read, roles: signedIn, permissions: signedIn },
  Mutation: {
    createUser: edit,
    changeUser: edit,
    deactivateUser: edit,
    reactivateUser: edit,
    unlockUser: edit,
    setPassword: edit,
    changeOwnPassword: signedIn,
  },
  // every other subgraph's objects lead here: who did it is no secret among those who are signed in
  User: { '*': signedIn, ...Object.fromEntries(PRIVATE.map((field) => [field, readOrOwn])) },
  Role: signedIn,
  Permission: signedIn,
};
