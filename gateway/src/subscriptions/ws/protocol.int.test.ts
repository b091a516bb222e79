import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type LiveWorld, startLiveWorld } from '../../testing/live-world.ts';

let world: LiveWorld;
let url: string;
beforeAll(async () => {
  world = await startLiveWorld();
  url = (world.gateway.address as string).replace('http', 'ws');
});
afterAll(() => world?.close());

interface Message {
  readonly type: string;
  readonly id?: string;
  readonly payload?: unknown;
}

/** A socket that speaks by hand. */
class Peer {
  readonly closed: Promise<string>;
  readonly #socket: WebSocket;
  readonly #messages: Message[] = [];
  #wake = () => {};

  constructor(
    protocols: string | string[] = 'graphql-transport-ws',
    headers: Record<string, string> = {},
    at = url,
  ) {
    this.#socket = new WebSocket(at, protocols, { headers });
    this.#socket.on('message', (data) => {
      this.#messages.push(JSON.parse(String(data)) as Message);
      this.#wake();
    });
    this.closed = new Promise((resolve) => {
      this.#socket.on('close', (code, reason) => resolve(`${code} ${reason}`));
      this.#socket.on('error', (error) => resolve(error.message));
    });
  }

  async say(...messages: (object | string | Buffer)[]): Promise<this> {
    if (this.#socket.readyState === WebSocket.CONNECTING)
      await new Promise((resolve) => this.#socket.once('open', resolve));
    for (const message of messages)
      this.#socket.send(
        typeof message === 'string' || message instanceof Buffer ? message : JSON.stringify(message),
      );
    return this;
  }

  async next(): Promise<Message> {
    while (this.#messages.length === 0)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    return this.#messages.shift() as Message;
  }

  async begin(name = 'operator'): Promise<this> {
    await this.say({ type: 'connection_init', payload: { Authorization: `Bearer ${name}` } });
    expect(await this.next()).toMatchObject({ type: 'connection_ack' });
    return this;
  }

  close(): void {
    this.#socket.close();
  }
}

const subscribe = (id: string, query: string, more: object = {}) => ({
  type: 'subscribe',
  id,
  payload: { query, ...more },
});
const LIVE = 'subscription { ordersChanged { count } }';

describe('graphql-transport-ws', () => {
  test('an operation before the acknowledgement closes with 4401', async () => {
    const peer = await new Peer().say(subscribe('1', LIVE));
    expect(await peer.closed).toBe('4401 Unauthorized');
  });

  test('a second initialisation closes with 4429', async () => {
    const peer = await new Peer().begin();
    await peer.say({ type: 'connection_init' });
    expect(await peer.closed).toBe('4429 Too many initialisation requests');
  });

  test('a token that is not accepted closes with 4403', async () => {
    const peer = await new Peer().say({
      type: 'connection_init',
      payload: { authorization: 'Bearer nobody' },
    });
    expect(await peer.closed).toBe('4403 UNAUTHENTICATED: Sign in again.');
  });

  test('an id that is in use closes with 4409; one that was completed may be used again', async () => {
    const peer = await new Peer().begin();
    await peer.say(
      subscribe('1', LIVE),
      { type: 'complete', id: '1' },
      subscribe('1', LIVE),
      subscribe('1', LIVE),
    );
    expect(await peer.closed).toBe('4409 Subscriber for 1 already exists');
  });

  test.each([
    'no json',
    '[]',
    '{}',
    '{"type":"hello"}',
    '{"type":"subscribe","id":"1"}',
    '{"type":"subscribe","id":1,"payload":{"query":"{a}"}}',
    '{"type":"subscribe","id":"","payload":{"query":"{a}"}}',
    '{"type":"next","id":"1","payload":{}}',
    '{"type":"connection_ack"}',
    '{"type":"complete"}',
    '{"__proto__":{"type":"ping"}}',
    Buffer.from([0xff, 0x00]),
  ])('what is no message closes with 4400: %s', async (text) => {
    const peer = await new Peer().say(text);
    expect(await peer.closed).toMatch(/^4400 ./);
  });

  test('a subprotocol that is not spoken here closes with 4406', async () => {
    expect(await new Peer('graphql-ws').closed).toMatch(/4406|subprotocol/i);
  });

  test('says nothing for too long: closes with 4408', async () => {
    expect(await new Peer().closed).toBe('4408 Connection initialisation timeout');
  });

  test('a ping is answered with its payload, before and after the acknowledgement', async () => {
    const peer = await new Peer().say({ type: 'ping', payload: { a: 1 } });
    expect(await peer.next()).toEqual({ type: 'pong', payload: { a: 1 } });
    await peer.begin();
    await peer.say({ type: 'pong' }, { type: 'ping' });
    expect(await peer.next()).toEqual({ type: 'pong' });
    peer.close();
  });

  test('queries and mutations are answered once and completed', async () => {
    const peer = await new Peer().begin();
    await peer.say(
      subscribe('q', 'query ($id: ID!) { order(id: $id) { number } }', { variables: { id: 'o1' } }),
    );
    expect(await peer.next()).toEqual({
      type: 'next',
      id: 'q',
      payload: { data: { order: { number: 'WO-1' } } },
    });
    expect(await peer.next()).toEqual({ type: 'complete', id: 'q' });
    await peer.say(subscribe('m', 'mutation { touch(id: "o2") { number } }'));
    expect(await peer.next()).toEqual({
      type: 'next',
      id: 'm',
      payload: { data: { touch: { number: 'WO-2' } } },
    });
    expect(await peer.next()).toEqual({ type: 'complete', id: 'm' });
    peer.close();
  });

  test('what cannot be run is an error of its own operation and leaves the others', async () => {
    const peer = await new Peer().begin();
    await peer.say(subscribe('live', LIVE), subscribe('bad', '{ nothing }'), subscribe('worse', '{'));
    expect(await peer.next()).toMatchObject({
      type: 'error',
      id: 'bad',
      payload: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
    });
    expect(await peer.next()).toMatchObject({ type: 'error', id: 'worse' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await world.change('o1', 1);
    expect(await peer.next()).toMatchObject({ type: 'next', id: 'live' });
    peer.close();
  });

  test('after complete nothing comes any more', async () => {
    const peer = await new Peer().begin();
    await peer.say(subscribe('1', LIVE));
    await new Promise((resolve) => setTimeout(resolve, 50));
    await world.change('o1', 1);
    expect(await peer.next()).toMatchObject({ id: '1' });
    await peer.say({ type: 'complete', id: '1' }, { type: 'complete', id: 'never' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await world.change('o1', 2);
    await peer.say({ type: 'ping' });
    expect(await peer.next()).toEqual({ type: 'pong' });
    peer.close();
  });

  test('a connection has at most 100 operations', async () => {
    const peer = await new Peer().begin();
    await peer.say(...Array.from({ length: 101 }, (_, i) => subscribe(String(i), LIVE)));
    expect(await peer.next()).toMatchObject({
      type: 'error',
      id: '100',
      payload: [{ extensions: { code: 'TOO_MANY_SUBSCRIPTIONS' } }],
    });
    peer.close();
  });

  test('a page of another origin may not connect, and there is nothing at other paths', async () => {
    expect(await new Peer(undefined, { origin: 'https://evil.example' }).closed).toContain('403');
    expect(await new Peer(undefined, {}, url.replace('/graphql', '/other')).closed).toContain('404');
    const same = new Peer(undefined, { origin: url.replace('ws', 'http').replace('/graphql', '') });
    await same.begin();
    same.close();
  });

  test('a message over the limit closes with 1009', async () => {
    const peer = await new Peer().begin();
    await peer.say(`{"type":"ping","payload":{"a":"${'a'.repeat(1_100_000)}"}}`);
    expect(await peer.closed).toMatch(/^1009/);
  });
});
