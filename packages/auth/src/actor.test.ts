import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ACTOR_KINDS, actorOf, actorRef, kindOfActor, kindOfId } from './actor.ts';
import { anonymous, NOBODY, systemViewer } from './viewer.ts';

describe('an actor', () => {
  test('is a User or an ApiClient, and nobody where the plant itself acts', () => {
    expect(actorRef('USER', 'a')).toEqual({ __typename: 'User', id: 'a' });
    expect(actorRef('API_CLIENT', 'a')).toEqual({ __typename: 'ApiClient', id: 'a' });
    expect(actorOf(systemViewer('t', 'iot'))).toBeNull();
    expect(actorOf(anonymous())).toBeNull();
    expect(actorRef(null, null)).toBeNull();
  });

  test('has the kind that its reference was made of', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ACTOR_KINDS), fc.uuid(), (kind, id) => {
        const named = kind === 'USER' || kind === 'API_CLIENT';
        return kindOfActor(actorRef(kind, id)) === (named ? kind : 'SYSTEM');
      }),
    );
  });

  test('without a kind is a person, unless its id is the plant’s own', () => {
    expect(kindOfId(NOBODY)).toBe('SYSTEM');
    expect(kindOfId('01900000-0000-7000-8000-000000000001')).toBe('USER');
  });
});
