import { WebSocket } from 'ws';
import { DOCUMENTS, PROTOTYPE_NAMES, writeRequest } from './documents.ts';
import { type Outcome, raw } from './http.ts';
import type { Random } from './random.ts';

type Frames = (random: Random) => (string | Buffer)[];

const INIT = JSON.stringify({ type: 'connection_init', payload: { authorization: 'Bearer admin' } });
/** How long a connection is listened to after the last frame. */
const LISTEN_MS = 120;
const UPGRADE =
  'GET /graphql HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n';

const subscribe = (id: string, payload: unknown): string =>
  JSON.stringify({ id, type: 'subscribe', payload });
/** To a hostile document. */
function subscribeTo(id: string, random: Random): string {
  const make = DOCUMENTS[random.pick(Object.keys(DOCUMENTS))] as (typeof DOCUMENTS)[string];
  return `{"id":"${id}","type":"subscribe","payload":${writeRequest(make(random))}}`;
}

const LIVE = { query: 'subscription { orderChanged(id: "o1") { event order { id status part { name } } } }' };

const FRAMES: Readonly<Record<string, Frames>> = {
  'no JSON': (random) => [
    random.pick(['', '{', 'null', '[]', '7', '\u0000', random.bytes(200).toString('latin1')]),
  ],
  binary: (random) => [random.bytes(random.int(1, 2_000))],
  'unknown types': (random) => [
    JSON.stringify({
      type: random.pick(['start', 'stop', 'next', 'error', 'connection_ack', ...PROTOTYPE_NAMES]),
    }),
  ],
  'subscribe first': () => [subscribe('1', LIVE)],
  'init twice': () => [INIT, INIT],
  'odd init': (random) => [
    JSON.stringify({
      type: 'connection_init',
      payload: random.pick<unknown>([
        7,
        [],
        'x',
        { authorization: 7 },
        { authorization: 'Bearer nobody' },
        { __proto__: null },
      ]),
    }),
    subscribe('1', LIVE),
  ],
  'same id': () => [INIT, subscribe('1', LIVE), subscribe('1', LIVE)],
  'odd ids': (random) => [
    INIT,
    ...PROTOTYPE_NAMES.map((name) => subscribe(name, LIVE)),
    JSON.stringify({ type: 'complete', id: random.pick(PROTOTYPE_NAMES) }),
    JSON.stringify({
      type: 'subscribe',
      id: random.pick<unknown>([7, null, {}, 'x'.repeat(100_000)]),
      payload: LIVE,
    }),
  ],
  'odd payloads': (random) => [
    INIT,
    subscribe(
      '1',
      random.pick<unknown>([
        null,
        7,
        'x',
        [],
        { query: 7 },
        { query: '' },
        { query: LIVE.query, variables: 7 },
      ]),
    ),
  ],
  'odd arguments': (random) => [
    INIT,
    subscribe('1', {
      query: 'subscription ($id: ID!) { orderChanged(id: $id) { event } }',
      variables: {
        id: random.pick(['*', '>', 'a.b', '', ' ', '\r\nPUB x 1', 'ü', 'x'.repeat(10_000), '$SYS.>']),
      },
    }),
  ],
  'odd cursors': (random) => [
    INIT,
    subscribe('1', {
      ...LIVE,
      extensions: {
        cursor: random.pick<unknown>([
          '',
          'x',
          7,
          {},
          '999999999999',
          '-1',
          random.bytes(40).toString('base64'),
        ]),
      },
    }),
  ],
  documents: (random) => [INIT, ...random.times(5, (i) => subscribeTo(String(i), random))],
  many: (random) => [INIT, ...random.times(random.int(50, 300), (i) => subscribe(String(i), LIVE))],
  'come and go': (random) => [
    INIT,
    ...random
      .times(50, (i) => [subscribe(String(i), LIVE), JSON.stringify({ type: 'complete', id: String(i) })])
      .flat(),
  ],
  pings: (random) =>
    random.times(random.int(10, 500), () =>
      JSON.stringify({ type: random.pick(['ping', 'pong']), payload: { a: 1 } }),
    ),
  'too large': () => [INIT, `"${'x'.repeat(12 * 1024 * 1024)}"`],
};

type Attack = (random: Random, url: URL) => Promise<Outcome>;

/** Hostile frames of graphql-transport-ws, and bytes that are no frames. */
export const socketAttacks: Readonly<Record<string, Attack>> = {
  ...Object.fromEntries(
    Object.entries(FRAMES).map(([kind, make]) => [
      `socket: ${kind}`,
      (random: Random, url: URL) => converse(url, make(random)),
    ]),
  ),
  'socket: no frames': (random, url) =>
    raw(url, Buffer.concat([Buffer.from(UPGRADE), random.bytes(random.int(1, 3_000))])),
  'socket: odd upgrades': (random, url) =>
    raw(
      url,
      random.pick([
        UPGRADE.replace('graphql-transport-ws', 'graphql-ws'),
        UPGRADE.replace('Version: 13', 'Version: 99'),
        UPGRADE.replace('GET /graphql', 'GET /elsewhere'),
        UPGRADE.replace('dGhlIHNhbXBsZSBub25jZQ==', 'x'),
        UPGRADE.replace('websocket', 'h2c'),
        UPGRADE.replace('GET', 'POST'),
      ]),
    ),
};

/** Opens a socket, sends frames and says how it ends: with which close code, or after which messages. */
function converse(url: URL, frames: readonly (string | Buffer)[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url.href.replace('http', 'ws'), 'graphql-transport-ws');
    const types = new Map<string, number>();
    let timer: NodeJS.Timeout | undefined;
    let done = false;
    const end = (how: string) => {
      if (done) return;
      done = true;
      clearTimeout(timer);
      socket.terminate();
      resolve(how);
    };
    const sendAll = (list: readonly (string | Buffer)[]) => {
      for (const frame of list) socket.send(frame, () => undefined);
    };
    let acknowledged: (() => void) | undefined;
    socket.on('open', () => {
      const [first, ...rest] = frames;
      // what is meant for a connection waits until it is one
      if (first === INIT && rest[0] !== INIT) acknowledged = () => sendAll(rest);
      sendAll(acknowledged ? [INIT] : frames);
      timer = setTimeout(() => end(`open ${[...types.keys()].sort().join(' ')}`.trim()), LISTEN_MS);
    });
    socket.on('message', (data) => {
      const type = /"type":"(\w+)"/.exec(data.toString())?.[1] ?? 'NO TYPE';
      if (type === 'connection_ack') acknowledged?.();
      types.set(type, (types.get(type) ?? 0) + 1);
    });
    socket.on('close', (code) => end(`closed ${code}`));
    socket.on('error', () => end('reset'));
  });
}
