import { expect, test } from 'vitest';
import { discard, letterRow, MAX_REPLAY_AGE_MS, replay } from './dead-letter.ts';

const now = new Date('2026-03-31T00:00:00.000Z');
const tenantId = '01900000-0000-7000-8000-000000000001';
const letter = {
  tenantId,
  state: 'OPEN' as const,
  subject: `mes.${tenantId}.work-orders.work-order.1.completed`,
  eventAt: new Date('2026-03-30T00:00:00.000Z'),
  failedAt: now,
};

test('an open letter is replayed once; a discarded one never', () => {
  expect(replay(letter, now)).toEqual({ kind: 'REPLAY' });
  expect(replay({ ...letter, state: 'REPLAYED' }, now)).toEqual({ kind: 'UNCHANGED' });
  expect(replay({ ...letter, state: 'DISCARDED' }, now)).toEqual({
    kind: 'ILLEGAL_TRANSITION',
    from: 'DISCARDED',
  });
  expect([discard('OPEN'), discard('DISCARDED'), discard('REPLAYED')]).toEqual([
    { kind: 'DISCARD' },
    { kind: 'UNCHANGED' },
    { kind: 'ILLEGAL_TRANSITION', from: 'REPLAYED' },
  ]);
});

test('an event older than the memory of consumers is not sent again', () => {
  const since = new Date(now.getTime() - MAX_REPLAY_AGE_MS - 1);
  expect(replay({ ...letter, eventAt: since }, now)).toEqual({ kind: 'TOO_OLD', since });
  expect(replay({ ...letter, eventAt: null, failedAt: since }, now)).toEqual({ kind: 'TOO_OLD', since });
});

test('only events of the own tenant are sent again', () => {
  expect(replay({ ...letter, subject: 'dlq.x.y' }, now)).toEqual({ kind: 'NOT_AN_EVENT' });
  const other = letter.subject.replace(tenantId, '01900000-0000-7000-8000-000000000002');
  expect(replay({ ...letter, subject: other }, now)).toEqual({ kind: 'NOT_AN_EVENT' });
});

test('a letter keeps the time of its event, and none when the envelope cannot be read', () => {
  const received = {
    id: tenantId,
    tenantId,
    consumer: 'x',
    subject: 'y',
    envelope: '{"time":"2026-03-01T00:00:00.000Z"}',
    eventId: null,
    eventType: null,
    tries: 5,
    error: 'a\0b',
    failedAt: now.toISOString(),
  };
  expect(letterRow(received, now)).toMatchObject({
    eventAt: new Date('2026-03-01T00:00:00.000Z'),
    error: 'a\ufffdb',
  });
  expect(letterRow({ ...received, envelope: '{"time":' }, now).eventAt).toBeNull();
  expect(letterRow({ ...received, envelope: '{"time":"soon"}' }, now).eventAt).toBeNull();
});
