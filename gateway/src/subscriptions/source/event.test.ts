import { NOBODY } from '@machshop/auth';
import { expect, test } from 'vitest';
import { eventField, readEvent } from './event.ts';

const TENANT = '01900000-0000-7000-8000-000000000001';
const SOMEBODY = '01900000-0000-7000-8000-0000000000ff';

/** Who an event names, as a payload's `actor`. */
function actorOf(envelope: object): unknown {
  const text = JSON.stringify({
    type: 'orders.order.changed',
    time: '2026-01-01T00:00:00.000Z',
    tenantid: TENANT,
    data: {},
    ...envelope,
  });
  const event = readEvent(1, ['mes', TENANT, 'orders', 'order', 'o1', 'changed'], text);
  if (!event) throw new Error('no event');
  return eventField(event, 'actor');
}

test('an event names a person or a program, and nobody where the plant itself acts', () => {
  expect(actorOf({ actorid: SOMEBODY, actorkind: 'USER' })).toEqual({ __typename: 'User', id: SOMEBODY });
  expect(actorOf({ actorid: SOMEBODY, actorkind: 'API_CLIENT' })).toEqual({
    __typename: 'ApiClient',
    id: SOMEBODY,
  });
  expect(actorOf({ actorid: NOBODY, actorkind: 'SYSTEM' })).toBeNull();
  expect(actorOf({})).toBeNull();
});

test('an event from before there were kinds names a person, unless its actor is the plant’s own', () => {
  expect(actorOf({ actorid: SOMEBODY })).toEqual({ __typename: 'User', id: SOMEBODY });
  expect(actorOf({ actorid: NOBODY })).toBeNull();
});
