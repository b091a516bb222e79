import { NOBODY, type Viewer } from './viewer.ts';

/** What kind of actor did something: a person, a program that signs in, the plant itself, nobody known. */
export type ActorKind = Viewer['kind'];

/** Every kind, for checks of what comes from elsewhere. */
export const ACTOR_KINDS = [
  'ANONYMOUS',
  'USER',
  'API_CLIENT',
  'SYSTEM',
] as const satisfies readonly ActorKind[];

/** A member of the graph's `union Actor`, which the auth subgraph resolves. */
export type ActorRef =
  | { readonly __typename: 'User'; readonly id: string }
  | { readonly __typename: 'ApiClient'; readonly id: string };

/**
 * Who a row or an event names, as a member of `union Actor`: null for the plant itself, for nobody, and where no
 * actor is kept.
 */
export function actorRef(kind: ActorKind | null, id: string | null): ActorRef | null {
  if (id === null) return null;
  if (kind === 'USER') return { __typename: 'User', id };
  return kind === 'API_CLIENT' ? { __typename: 'ApiClient', id } : null;
}

/** The viewer as a member of `union Actor`. */
export const actorOf = (viewer: Viewer): ActorRef | null => actorRef(viewer.kind, viewer.userId);

/** The kind behind a member of `union Actor`; the plant itself where there is none. */
export function kindOfActor(actor: ActorRef | null): ActorKind {
  if (!actor) return 'SYSTEM';
  return actor.__typename === 'User' ? 'USER' : 'API_CLIENT';
}

/** The kind of who is named without one, as all were once: the nil id was the plant's, every other a person's. */
export const kindOfId = (id: string): ActorKind => (id === NOBODY ? 'SYSTEM' : 'USER');
