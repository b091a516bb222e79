export {
  PERMISSIONS,
  type Permission,
  permissionsOf,
  ROLES,
  type RoleCode,
} from './permissions.ts';
export { AUDIENCE, InvalidTokenError, ISSUER, type KeySource, remoteKeys, TokenVerifier } from './token.ts';
export { anonymous, can, mayUseSite, systemViewer, type Viewer } from './viewer.ts';
