import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { EventReader, type ServerEvent, subscribeSse } from '../../testing/live-sse.ts';
import { type LiveWorld, startLiveWorld } from '../../testing/live-world.ts';

let world: LiveWorld;
let address: string;
beforeAll(async () => {
  world = await startLiveWorld();
  address = world.gateway.address as string;
});
afterAll(() => world?.close());

const post = (query: string, { authorization, ...headers }: Record<string, string> = {}, more: object = {}) =>
  subscribeSse(address, authorization?.replace('Bearer ', '') ?? 'operator', { query, ...more }, headers);
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
    const first = new EventReader(response);
    await settle();
    await world.change('o1', 1);
    const event = await first.next();
    expect(event).toMatchObject({ event: 'next' });
    expect(countOf(event)).toBe(1);
    await first.stop();
    await world.change('o1', 2);
    const second = new EventReader(await post(LIVE, { 'last-event-id': event?.id as string }));
    expect(countOf(await second.next())).toBe(2);
    await world.change('o1', 3);
    expect(countOf(await second.next())).toBe(3);
    await second.stop();
  });

  test('a query by GET is one result and the end', async () => {
    const url = new URL(address);
    url.searchParams.set('query', '{ order(id: "o1") { number } }');
    const headers = { accept: 'text/event-stream', authorization: 'Bearer operator' };
    const reader = new EventReader(await fetch(url, { headers }));
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
      const reader = new EventReader(await post(query));
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
