import type { StreamMessage } from '../stream/message.ts';

const TEXT_FRAME = 0x81;
const SHORT = 125;
const MEDIUM = 0xffff;

/** A WebSocket text frame as a server sends it: whole, not masked, not compressed (RFC 6455, 5.2). */
export function textFrame(payload: Buffer): Buffer {
  const { length } = payload;
  const head = length <= SHORT ? 2 : length <= MEDIUM ? 4 : 10;
  const frame = Buffer.allocUnsafe(head + length);
  frame[0] = TEXT_FRAME;
  if (length <= SHORT) frame[1] = length;
  else if (length <= MEDIUM) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  payload.copy(frame, head);
  return frame;
}

const TAIL = '"}';

/**
 * The frame of a `next` message for one subscription. All but the id is the same for all, and ids mostly have
 * one length: the frame is written once and copied.
 */
export function nextFrame(message: StreamMessage, id: string): Buffer {
  const text = JSON.stringify(id);
  const bytes = Buffer.byteLength(text) - 2;
  const template = message.frame(bytes, ({ payload }) =>
    textFrame(Buffer.from(`{"type":"next","payload":${payload},"id":"${' '.repeat(bytes)}${TAIL}`)),
  );
  const frame = Buffer.allocUnsafe(template.length);
  template.copy(frame);
  frame.write(text.slice(1, -1), frame.length - TAIL.length - bytes, 'utf8');
  return frame;
}
