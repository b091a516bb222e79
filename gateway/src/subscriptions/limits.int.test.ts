import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { userOfViewer } from '../access/grants.ts';
import type { OperationRecord } from '../http/contract.ts';
import { MemoryBuckets } from '../limits/buckets.ts';
import { RateLimiter } from '../limits/rate-limit.ts';
import { watch } from '../testing/live-client.ts';
import { EventReader, subscribeSse } from '../testing/live-sse.ts';
import { type LiveWorld, startLiveWorld } from '../testing/live-world.ts';

const LIVE = 'subscription { ordersChanged { count } }';

let now = 0;
const records: OperationRecord[] = [];
let world: LiveWorld;
let address: string;
beforeAll(async () => {
  world = await startLiveWorld({
    limits: { depth: 4, aliases: 2, rootFields: 3, fields: 12 },
    cost: { max: 50 },
    rateLimiter: new RateLimiter(new MemoryBuckets(() => now), { user: 40, anonymous: 5 }, userOfViewer),
    onOperation: (record) => void records.push(record),
  });
  address = world.gateway.address as string;
});
afterAll(() => world?.close());
beforeEach(() => {
  // a minute later everybody may call again
  now += 60_000;
  records.length = 0;
});

const settle = (ms = 100) => new Promise((resolve) => setTimeout(resolve, ms));
const many = (count: number, text: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');

const REFUSED: readonly (readonly [string, string, string])[] = [
  ['too deep', 'OPERATION_TOO_DEEP', '{ a { b { c { d { e } } } } }'],
  ['with too many root fields', 'TOO_MANY_ROOT_FIELDS', `{ ${many(4, () => 'order(id: "o1") { id }')} }`],
  [
    'with too many aliases',
    'TOO_MANY_ALIASES',
    `subscription { ordersChanged { ${many(3, (i) => `a${i}: count`)} } }`,
  ],
  [
    'with too many fields',
    'TOO_MANY_FIELDS',
    `subscription { ordersChanged { ${many(12, () => 'count')} } }`,
  ],
  [
    'that goes round in circles',
    'OPERATION_TOO_DEEP',
    'subscription { ordersChanged { ...F } } fragment F on OrderEvent { order { part { name } } ...F }',
  ],
];

/** A socket that speaks by hand, to see that it stays open. */
class Line {
  readonly #socket: WebSocket;
  readonly #messages: { id?: string; type: string; payload?: unknown }[] = [];
  #wake = () => {};
  closed: string | undefined;

  constructor(name: string) {
    this.#socket = new WebSocket(address.replace('http', 'ws'), 'graphql-transport-ws');
    this.#socket.on('open', () =>
      this.say({ type: 'connection_init', payload: { authorization: `Bearer ${name}` } }),
    );
    this.#socket.on('message', (data) => {
      this.#messages.push(JSON.parse(String(data)));
      this.#wake();
    });
    this.#socket.on('close', (code, reason) => {
      this.closed = `${code} ${reason}`;
      this.#wake();
    });
  }

  say(message: object): void {
    this.#socket.send(JSON.stringify(message));
  }

  subscribe(id: string, query: string): void {
    this.say({ type: 'subscribe', id, payload: { query } });
  }

  async next() {
    while (this.#messages.length === 0 && this.closed === undefined)
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    return this.#messages.shift() ?? { type: 'closed', payload: this.closed };
  }

  stop(): void {
    this.#socket.close();
  }
}

async function codeOverSse(query: string, name = 'operator'): Promise<unknown> {
  const response = await subscribeSse(address, name, { query });
  if (response.status !== 200)
    return [response.status, ((await response.json()) as Errors).errors[0]?.extensions.code];
  const reader = new EventReader(response);
  const { errors } = JSON.parse((await reader.next())?.data ?? '{}') as Errors;
  expect((await reader.next())?.event).toBe('complete');
  return errors[0]?.extensions.code;
}

interface Errors {
  readonly errors: readonly { readonly extensions: { readonly code: string } }[];
}

describe('an operation over a connection', () => {
  test.each(REFUSED)(
    '%s is refused with %s; the connection and its other operations go on',
    async (_what, code, query) => {
      const line = new Line('operator');
      expect(await line.next()).toMatchObject({ type: 'connection_ack' });
      line.subscribe('live', LIVE);
      line.subscribe('bad', query);
      expect(await line.next()).toMatchObject({
        type: 'error',
        id: 'bad',
        payload: [{ extensions: { code } }],
      });
      // the id is free again
      line.subscribe('bad', '{ order(id: "o1") { number } }');
      expect(await line.next()).toMatchObject({ type: 'next', id: 'bad' });
      expect(await line.next()).toMatchObject({ type: 'complete', id: 'bad' });
      await settle();
      await world.change('o1', 1);
      expect(await line.next()).toMatchObject({ type: 'next', id: 'live' });
      expect(line.closed).toBeUndefined();
      line.stop();
      expect(await codeOverSse(query)).toBe(code);
      expect(records.filter(({ outcome }) => outcome === 'refused').map(({ codes }) => codes)).toEqual([
        [code],
        [code],
      ]);
    },
  );

  test('that costs too much is refused with what it costs and what is allowed, be it a query or a subscription', async () => {
    const gateway = await world.another({ cost: { max: 2 }, rateLimiter: undefined } as object);
    const at = gateway.address as string;
    const costly = 'subscription { ordersChanged { order { part { name } } part { name } } }';
    for (const query of [costly, '{ order(id: "o1") { part { name } } other: order(id: "o2") { id } }']) {
      const refused = watch(at, 'operator', { query });
      expect(await refused.ended).toMatchObject([
        { extensions: { code: 'OPERATION_TOO_COSTLY', limit: 2, cost: expect.any(Number) as number } },
      ]);
    }
    const cheap = watch(at, 'operator', { query: LIVE });
    await settle();
    await world.change('o1', 2);
    await cheap.until(1);
    cheap.stop();
    const begun = records.find(({ live }) => live?.phase === 'begin');
    expect(begun?.cost.estimated).toBe(1);
  });
});

describe('whoever sends too many operations', () => {
  test('is refused with RATE_LIMITED until there is room again; subscriptions that are open go on', async () => {
    const line = new Line('planner');
    expect(await line.next()).toMatchObject({ type: 'connection_ack' });
    line.subscribe('live', LIVE);
    // connecting and subscribing were two of forty
    for (let i = 0; i < 38; i += 1) {
      line.subscribe(`q${i}`, '{ __typename }');
      expect(await line.next()).toMatchObject({ type: 'next' });
      expect(await line.next()).toMatchObject({ type: 'complete' });
    }
    line.subscribe('over', LIVE);
    expect(await line.next()).toMatchObject({
      type: 'error',
      id: 'over',
      payload: [
        {
          message: expect.stringContaining('send the next in') as string,
          extensions: { code: 'RATE_LIMITED' },
        },
      ],
    });
    expect(records.at(-1)).toMatchObject({ outcome: 'refused', status: 429, codes: ['RATE_LIMITED'] });
    // the same user over another way
    expect(await codeOverSse(LIVE, 'planner')).toEqual([429, 'RATE_LIMITED']);
    // a new connection is a request as well
    expect(await watch(address, 'planner', { query: LIVE }).ended).toMatchObject({
      code: 4403,
      reason: expect.stringContaining('RATE_LIMITED: ') as string,
    });
    // others are counted apart
    expect(await codeOverSse('{ nothing }', 'operator')).toBe('GRAPHQL_VALIDATION_FAILED');
    await world.change('o1', 3);
    expect(await line.next()).toMatchObject({ type: 'next', id: 'live' });
    now += 2_000;
    line.subscribe('over', '{ __typename }');
    expect(await line.next()).toMatchObject({ type: 'next', id: 'over' });
    expect(line.closed).toBeUndefined();
    line.stop();
  });
});

describe('who is behind a proxy', () => {
  test('is counted by the address that our proxies saw, whatever it says itself', async () => {
    const bus = { bus: world.bus };
    const limited = (trustedHops: number) =>
      world.another({
        trustedHops,
        events: bus,
        rateLimiter: new RateLimiter(new MemoryBuckets(() => now), { user: 40, anonymous: 1 }, userOfViewer),
      });
    const call = async (at: string, forwarded: string) =>
      (await subscribeSse(at, undefined, { query: '{ __typename }' }, { 'x-forwarded-for': forwarded }))
        .status;
    const behind = (await limited(1)).address as string;
    expect(await call(behind, '10.0.0.1')).toBe(200);
    expect(await call(behind, '10.0.0.2')).toBe(200);
    expect(await call(behind, '10.0.0.99, 10.0.0.1')).toBe(429);
    const direct = (await limited(0)).address as string;
    expect(await call(direct, '10.0.0.1')).toBe(200);
    expect(await call(direct, '10.0.0.2')).toBe(429);
  });
});
