export {
  ACTOR_KINDS,
  type ActorKind,
  type ActorRef,
  actorOf,
  actorRef,
  kindOfActor,
  kindOfId,
} from './actor.ts';
export { PERMISSIONS, type Permission } from './permissions.ts';
export { isBoundToTrusted, permissionsOf, ROLES, type RoleCode } from './roles.ts';
export { AUDIENCE, InvalidTokenError, ISSUER, type KeySource, remoteKeys, TokenVerifier } from './token.ts';
export { anonymous, can, mayUseSite, NOBODY, systemViewer, type Viewer } from './viewer.ts';
