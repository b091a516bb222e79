import { WebSocket } from 'ws';
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
const SENT_AT = '"sentAt":';

let sockets: WebSocket[] = [];
let last = new Map<string, number>();
let messages = 0;

async function open(count: number, subscribe: 'same' | 'each' | 'none'): Promise<void> {
  for (let from = 0; from < count; from += AT_ONCE) {
    const size = Math.min(AT_ONCE, count - from);
    await Promise.all(Array.from({ length: size }, (_, i) => openOne(from + i, subscribe)));
  }
}

function openOne(number: number, subscribe: 'same' | 'each' | 'none'): Promise<void> {
  const socket = new WebSocket(url as string, 'graphql-transport-ws', { perMessageDeflate: false });
  sockets.push(socket);
  // a status that no event has makes this subscription one that nobody else has
  const variables = subscribe === 'each' ? { status: ['CHANGED', `user ${number}`] } : {};
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('open', () =>
      socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: String(number) } })),
    );
    socket.on('message', (data: Buffer) => {
      if (data.includes(SENT_AT)) {
        received(data);
        return;
      }
      if (!data.includes('connection_ack')) {
        reject(new Error(String(data)));
        return;
      }
      if (subscribe !== 'none')
        socket.send(
          JSON.stringify({
            type: 'subscribe',
            id: crypto.randomUUID(),
            payload: { query: SUBSCRIPTION, variables },
          }),
        );
      resolve();
    });
  });
}

function received(data: Buffer): void {
  const now = performance.timeOrigin + performance.now();
  messages += 1;
  const at = data.indexOf(SENT_AT) + SENT_AT.length;
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
    for (const socket of sockets) socket.terminate();
    sockets = [];
    process.send?.('closed');
  }
});
process.once('disconnect', () => process.exit(0));
process.send?.('ready');
