export {
  ACTOR_KINDS,
  type ActorKind,
  type ActorRef,
  actorOf,
  actorRef,
  kindOfActor,
  kindOfId,
} from './actor.ts';
export {
  isBoundToTrusted,
  PERMISSIONS,
  type Permission,
  permissionsOf,
  ROLES,
  type RoleCode,
} from './permissions.ts';
export { AUDIENCE, InvalidTokenError, ISSUER, type KeySource, remoteKeys, TokenVerifier } from './token.ts';
export { anonymous, can, mayUseSite, NOBODY, systemViewer, type Viewer } from './viewer.ts';
