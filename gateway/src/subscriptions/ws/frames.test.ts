import fc from 'fast-check';
import { expect, test } from 'vitest';
import { StreamMessage } from '../stream/message.ts';
import { nextFrame } from './frames.ts';

test('a frame that is copied for an id reads as one that was written for it', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 80_000, unit: 'grapheme' }),
      fc.array(fc.string({ minLength: 1, unit: 'grapheme' }), { minLength: 1, maxLength: 4 }),
      (text, ids) => {
        const message = new StreamMessage(JSON.stringify({ data: { text } }), 'e-1', undefined);
        for (const id of ids) {
          const read = textOf(nextFrame(message, id));
          const payload = { data: { text }, extensions: { cursor: 'e-1' } };
          expect(JSON.parse(read)).toEqual({ type: 'next', id, payload });
        }
      },
    ),
    { numRuns: 50 },
  );
});

/** Reads a frame as RFC 6455 says. */
function textOf(frame: Buffer): string {
  expect(frame[0]).toBe(0x81);
  const short = frame[1] as number;
  const [head, length] =
    short < 126
      ? [2, short]
      : short === 126
        ? [4, frame.readUInt16BE(2)]
        : [10, Number(frame.readBigUInt64BE(2))];
  expect(frame.length).toBe(head + length);
  return frame.subarray(head).toString('utf8');
}
