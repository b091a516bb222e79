import { BinaryStream } from 'node-opcua-binary-stream';
import { decodeDataValue as decodeBytes } from 'node-opcua-data-value';
import { describe, expect, it } from 'vitest';
import { decodeDataValue, statusQuality } from './decode.ts';

const ARRIVED = Date.parse('2026-02-03T04:05:06.789Z');
/** Data values as servers sent them: encoding mask, variant, status, source and server time. */
const TIMES = '3c9a11668a80d201802f1a668a80d201';

const decode = (hex: string) =>
  decodeDataValue(decodeBytes(new BinaryStream(Buffer.from(hex, 'hex'))), ARRIVED);

describe('decoding OPC UA data values from recorded bytes', () => {
  it('keeps the time of the source to 100 ns, and that of the server', () => {
    expect(decode(`0d0bb6bbbbbbbb7f7c40${TIMES}`)).toEqual({
      sourceTime: '2017-02-06T15:05:05.3437500Z',
      serverTime: '2017-02-06T15:05:05.400Z',
      value: 455.983333333333,
      quality: 'GOOD',
      overflow: false,
    });
  });

  it.each([
    ['a Float with the digits that it means', `0d0acdccb041${TIMES}`, { value: 22.1 }],
    ['a Boolean', `0d0101${TIMES}`, { value: true }],
    ['a UInt32 above 2^31', `0d07ffffffff${TIMES}`, { value: 4_294_967_295 }],
    ['a negative Int64', `0d08feffffffffffffff${TIMES}`, { value: -2 }],
    [
      'a UInt64 beyond 2^53 with all its digits',
      `0d09ffffffffffffffff${TIMES}`,
      { literal: '18446744073709551615' },
    ],
    ['a String', `0d0c0700000045584543555445${TIMES}`, { value: 'EXECUTE' }],
    ['a DateTime', `0d0d0000056936c0d501${TIMES}`, { value: '2020-01-01T00:00:00.000Z' }],
    ['an array as JSON', `0d8b02000000000000000000f03f0000000000000440${TIMES}`, { value: '[1,2.5]' }],
    ['a LocalizedText', `0d1503020000006465060000004cc3a4756674${TIMES}`, { value: 'Läuft' }],
    ['a ByteString in base64', `0d0f03000000616263${TIMES}`, { value: 'YWJj' }],
  ])('reads %s', (_, hex, expected) => {
    expect(decode(hex)).toMatchObject({ quality: 'GOOD', ...expected });
  });

  it('maps the severity of the status code to the quality', () => {
    expect(decode(`0f0b000000000000f03f00009340${TIMES}`)).toMatchObject({ value: 1, quality: 'UNCERTAIN' });
    expect(decode(`0e00008c80${TIMES}`)).toMatchObject({ value: null, quality: 'BAD' });
    expect([0, 0x40000000, 0x80000000, 0xc0000000].map(statusQuality)).toEqual([
      'GOOD',
      'UNCERTAIN',
      'BAD',
      'BAD',
    ]);
  });

  it('sees that the queue of the server overflowed', () => {
    expect(decode(`0f0b000000000000004080040000${TIMES}`)).toMatchObject({
      value: 2,
      quality: 'GOOD',
      overflow: true,
    });
  });

  it('takes the time of arrival when server and source give none', () => {
    const decoded = decode('010b0000000000000840');
    expect(decoded).toMatchObject({ value: 3, sourceTime: '2026-02-03T04:05:06.789Z' });
    expect(decoded).not.toHaveProperty('serverTime');
  });

  it('is BAD without a value', () => {
    expect(decode(`0c${TIMES}`)).toMatchObject({ value: null, quality: 'BAD' });
  });
});
