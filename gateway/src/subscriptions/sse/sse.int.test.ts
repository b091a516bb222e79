import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LiveWorld, startLiveWorld } from '../../testing/live-world.ts';

let world: LiveWorld;
let address: string;
beforeAll(async () => {
  world = await startLiveWorld();
  address = world.gateway.address as string;
});
afterAll(() => world?.close());

interface ServerEvent {
  readonly event: string;
  readonly id?: string;
  readonly data: string;
}

/** Reads server-sent events as the HTML standard says, as far as we use them. */
class Reader {
  readonly #body: ReadableStreamDefaultReader<string>;
  #text = '';

  constructor(response: Response) {
    if (!response.body) throw new Error('the answer has no body');
    this.#body = response.body.pipeThrough(new TextDecoderStream()).getReader();
  }

  /** Undefined when the stream has ended. */
  async next(): Promise<ServerEvent | undefined> {
    for (;;) {
      const end = this.#text.indexOf('\n\n');
      if (end < 0) {
        const { done, value } = await this.#body.read();
        if (done) return undefined;
        this.#text += value;
        continue;
      }
      const lines = this.#text.slice(0, end).split('\n');
      this.#text = this.#text.slice(end + 2);
      if (lines.every((line) => line.startsWith(':'))) continue;
      const fields = lines.map((line) => [
        line.slice(0, line.indexOf(':')),
        line.slice(line.indexOf(':') + 2),
      ]);
      return Object.fromEntries(fields) as ServerEvent;
    }
  }

  async stop(): Promise<void> {
    await this.#body.cancel();
  }
}

const post = (query: string, headers: Record<string, string> = {}, more: object = {}) =>
  fetch(address, {
    method: 'POST',
    headers: {
      accept: 'text/event-stream',
      'content-type': 'application/json',
      authorization: 'Bearer operator',
      ...headers,
    },
    body: JSON.stringify({ query, ...more }),
  });
const LIVE = 'subscription { ordersChanged { count } }';
const settle = () => new Promise((resolve) => setTimeout(resolve, 100));
const countOf = (event: ServerEvent | undefined) =>
  (JSON.parse(event?.data ?? '{}') as { data: { ordersChanged: { count: number } } }).data.ordersChanged
    .count;

describe('GraphQL over server-sent events', () => {
  test('streams what happens, and resumes after the id of the last event', async () => {
    const response = await post(LIVE);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const first = new Reader(response);
    await settle();
    await world.change('o1', 1);
    const event = await first.next();
    expect(event).toMatchObject({ event: 'next' });
    expect(countOf(event)).toBe(1);
    await first.stop();
    await world.change('o1', 2);
    const second = new Reader(await post(LIVE, { 'last-event-id': event?.id as string }));
    expect(countOf(await second.next())).toBe(2);
    await world.change('o1', 3);
    expect(countOf(await second.next())).toBe(3);
    await second.stop();
  });

  test('a query by GET is one result and the end', async () => {
    const url = new URL(address);
    url.searchParams.set('query', '{ order(id: "o1") { number } }');
    const headers = { accept: 'text/event-stream', authorization: 'Bearer operator' };
    const reader = new Reader(await fetch(url, { headers }));
    expect(JSON.parse((await reader.next())?.data ?? '')).toEqual({ data: { order: { number: 'WO-1' } } });
    expect(await reader.next()).toEqual({ event: 'complete', data: '' });
    expect(await reader.next()).toBeUndefined();
  });

  test('what cannot be run is a result with errors and the end', async () => {
    const cases = [
      ['{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
      ['subscription { readings { value } ordersChanged { count } }', 'GRAPHQL_VALIDATION_FAILED'],
      ['subscription { orderChanged(id: "*") { count } }', 'BAD_USER_INPUT'],
    ] as const;
    for (const [query, code] of cases) {
      const reader = new Reader(await post(query));
      const { errors } = JSON.parse((await reader.next())?.data ?? '{}') as {
        errors: { extensions: { code: string } }[];
      };
      expect(errors[0]?.extensions.code).toBe(code);
      expect((await reader.next())?.event).toBe('complete');
    }
  });

  test('a token that is not accepted, a body that is none and a forged request get their status', async () => {
    expect((await post(LIVE, { authorization: 'Bearer nobody' })).status).toBe(401);
    expect((await post(LIVE, { 'content-type': 'text/plain' })).status).toBe(415);
    const url = new URL(address);
    url.searchParams.set('query', LIVE);
    const headers = { accept: 'text/event-stream', origin: 'https://evil.example' };
    expect((await fetch(url, { headers })).status).toBe(400);
  });
});
