import { connect, type Socket } from 'node:net';
import { SUBSCRIPTION } from './world.ts';

/** What the parent orders. */
export type ClientOrder =
  | { readonly kind: 'open'; readonly sockets: number; readonly subscribe: 'same' | 'each' | 'none' }
  | { readonly kind: 'delays' }
  | { readonly kind: 'close' };

/** When the last socket got each event, after it was sent; and how many messages came. */
export interface Delays {
  readonly last: readonly number[];
  readonly messages: number;
}

const [url] = process.argv.slice(2);
if (!url) throw new Error('usage: clients-main.ts <url>');
/** How many sockets are opened at once. */
const AT_ONCE = 50;
/** The first bytes of control frames. */
const PING = 0x89;
const PONG = 0x8a;
const SENT_AT = Buffer.from('"sentAt":');
const { hostname: HOST, port, host, pathname } = new URL(url);
const PORT = Number(port);
const HANDSHAKE = [
  `GET ${pathname} HTTP/1.1`,
  `host: ${host}`,
  'connection: upgrade',
  'upgrade: websocket',
  'sec-websocket-version: 13',
  `sec-websocket-key: ${Buffer.alloc(16).toString('base64')}`,
  'sec-websocket-protocol: graphql-transport-ws',
  '\r\n',
].join('\r\n');

let sockets: Socket[] = [];
let last = new Map<string, number>();
let messages = 0;

async function open(count: number, subscribe: 'same' | 'each' | 'none'): Promise<void> {
  for (let from = 0; from < count; from += AT_ONCE) {
    const size = Math.min(AT_ONCE, count - from);
    await Promise.all(Array.from({ length: size }, (_, i) => openOne(from + i, subscribe)));
  }
}

/**
 * A client as thin as it gets, so that its own work is not measured: it looks for the time in what comes, which at
 * these rates is one frame at a time.
 */
async function openOne(number: number, subscribe: 'same' | 'each' | 'none'): Promise<void> {
  const socket = connect(PORT, HOST);
  sockets.push(socket);
  socket.setNoDelay();
  const next = () => new Promise<Buffer>((resolve) => socket.once('data', resolve));
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  socket.write(HANDSHAKE);
  await next();
  socket.write(masked({ type: 'connection_init', payload: { authorization: String(number) } }));
  const answer = await next();
  if (!answer.includes('connection_ack')) throw new Error(answer.toString('latin1'));
  socket.on('data', (data: Buffer) => received(answered(socket, data)));
  // a status that no event has makes this subscription one that nobody else has
  const variables = subscribe === 'each' ? { status: ['CHANGED', `user ${number}`] } : {};
  const payload = { query: SUBSCRIPTION, variables };
  if (subscribe !== 'none') socket.write(masked({ type: 'subscribe', id: crypto.randomUUID(), payload }));
}

/** A client's frame, masked with zeros. */
function masked(message: object): Buffer {
  const payload = Buffer.from(JSON.stringify(message));
  const { length } = payload;
  const head = length < 126 ? [0x81, 0x80 | length] : [0x81, 0xfe, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([...head, 0, 0, 0, 0]), payload]);
}

/** Answers a ping at the beginning, as who does not is taken for gone, and gives what follows. */
function answered(socket: Socket, data: Buffer): Buffer {
  if (data[0] !== PING) return data;
  const end = 2 + (data[1] ?? 0);
  socket.write(Buffer.concat([Buffer.from([PONG, 0x80 | (end - 2), 0, 0, 0, 0]), data.subarray(2, end)]));
  return answered(socket, data.subarray(end));
}

function received(data: Buffer): void {
  const now = performance.timeOrigin + performance.now();
  const found = data.indexOf(SENT_AT);
  if (found < 0) {
    // nothing more, or what should not be
    if (data.includes('"error"')) throw new Error(data.toString('latin1'));
    return;
  }
  messages += 1;
  const at = found + SENT_AT.length;
  const sentAt = data.toString('latin1', at, data.indexOf(',', at));
  last.set(sentAt, now - Number(sentAt));
}

process.on('message', async (order: ClientOrder) => {
  if (order.kind === 'open') {
    await open(order.sockets, order.subscribe);
    process.send?.('open');
  } else if (order.kind === 'delays') {
    const delays: Delays = { last: [...last.values()], messages };
    last = new Map();
    messages = 0;
    process.send?.(delays);
  } else {
    for (const socket of sockets) socket.destroy();
    sockets = [];
    process.send?.('closed');
  }
});
process.once('disconnect', () => process.exit(0));
process.send?.('ready');
