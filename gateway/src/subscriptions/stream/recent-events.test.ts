import fc from 'fast-check';
import { expect, test } from 'vitest';
import { epochOf, readCursor, writeCursor } from './cursor.ts';
import { RecentEvents } from './recent-events.ts';
import { StoredEvent } from './stored-event.ts';

test('memory gives all events after a sequence, or says that some are gone', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 60 }), fc.nat(200), (steps, after) => {
      const recent = new RecentEvents(0, 8);
      const all: StoredEvent[] = [];
      let sequence = 0;
      for (const step of steps) {
        sequence += step;
        const event = new StoredEvent(sequence, 'mes.t.a.b.c.d', new Uint8Array(10));
        all.push(event);
        recent.push(event);
      }
      const wanted = all.filter((event) => event.sequence > after);
      const found = recent.since(after);
      if (found) expect(found).toEqual(wanted);
      else expect(wanted.length).toBeGreaterThanOrEqual(8);
      if (wanted.length <= 8 && (after > 0 || all.length <= 8)) expect(found ?? wanted).toEqual(wanted);
    }),
  );
});

test('a cursor comes back as it was, and nothing else is one', () => {
  const epoch = epochOf('2026-03-01T08:30:00.123Z');
  fc.assert(
    fc.property(fc.nat(Number.MAX_SAFE_INTEGER - 1), (sequence) => {
      expect(readCursor(writeCursor(epoch, sequence))).toEqual({ epoch, sequence });
    }),
  );
  for (const text of ['', '-', 'a-', '-1', 'a-b-c', 'A-1', 'a-1 ', 'a-zzzzzzzzzzzz', 5, null, {}])
    expect(readCursor(text)).toBeUndefined();
});
