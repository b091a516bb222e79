import { persona, TEST_SITE } from '@machshop/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Received } from '../testing/live-client.ts';
import { TRANSPORTS } from '../testing/live-sse.ts';
import { EVENTS, type LiveWorld, startLiveWorld } from '../testing/live-world.ts';

const ORDER = `subscription ($id: ID!) {
  orderChanged(id: $id) { event actorName count order { id number status part { name } } }
}`;
const ORDERS = `subscription ($siteId: ID, $partId: ID, $events: [String!]) {
  ordersChanged(siteId: $siteId, partId: $partId, events: $events) { count order { status } part { name } }
}`;
const OTHER_SITE = '01900000-0000-7000-8000-0000000000b2';

let world: LiveWorld;
let address: string;
beforeAll(async () => {
  world = await startLiveWorld();
  address = world.gateway.address as string;
  world.viewers.set('here', persona('OPERATOR', { siteIds: [TEST_SITE] }));
  world.viewers.set('stranger', persona('OPERATOR', { tenantId: '01900000-0000-7000-8000-000000000002' }));
});
afterAll(() => world?.close());
beforeEach(() => {
  world.requests.length = 0;
  world.status.clear();
});

const counts = (received: readonly Received[]) =>
  received.map(({ data }) => Object.values(data ?? {}).map((one) => (one as { count: number }).count)[0]);
const settle = (ms = 150) => new Promise((resolve) => setTimeout(resolve, ms));
const hold = { order: { __typename: 'Order', id: 'o1' } };

describe.each(TRANSPORTS)('a subscription over %s', (_name, watch) => {
  test('begins with the present state and goes on with what happens, each with a cursor', async () => {
    const orders = watch(address, 'operator', { query: ORDER, variables: { id: 'o1' } });
    const [first] = await orders.until(1);
    expect(first?.data).toEqual({
      orderChanged: {
        event: null,
        actorName: null,
        count: null,
        order: { id: 'o1', number: 'WO-1', status: 'CREATED', part: { name: 'Part a' } },
      },
    });
    world.status.set('o1', 'RELEASED');
    await world.change('o2', 1);
    await world.change('o1', 2);
    const [, second] = await orders.until(2);
    expect(second?.data).toEqual({
      orderChanged: {
        event: 'orders.order.changed',
        actorName: 'test',
        count: 2,
        order: { id: 'o1', number: 'WO-1', status: 'RELEASED', part: { name: 'Part a' } },
      },
    });
    expect(second?.extensions?.cursor).toMatch(/^[0-9a-z]+-[0-9a-z]+$/);
    orders.stop();
  });

  test('answers aliases, fragments, @include and __typename from event and subgraphs alike', async () => {
    const query = `subscription S($yes: Boolean!, $no: Boolean!) {
      changed: ordersChanged { __typename what: event ...E toString: count order { __typename nr: number @include(if: $yes) status @include(if: $no) } }
    }
    fragment E on OrderEvent { piece: part { key: id called: name } }`;
    const orders = watch(address, 'operator', { query, variables: { yes: true, no: false } });
    await settle();
    await world.change('o2', 5);
    const [message] = await orders.until(1);
    expect(message?.data).toEqual({
      changed: {
        __typename: 'OrderEvent',
        what: 'orders.order.changed',
        piece: { key: 'a', called: 'Part a' },
        toString: 5,
        order: { __typename: 'Order', nr: 'WO-2' },
      },
    });
    orders.stop();
  });

  test('that selects only what the event says asks no subgraph', async () => {
    const orders = watch(address, 'operator', { query: 'subscription { ordersChanged { event count } }' });
    await settle();
    await world.change('o1', 6);
    expect(counts(await orders.until(1))).toEqual([6]);
    expect(world.requests).toHaveLength(0);
    orders.stop();
  });

  test('of many who see the same asks subgraphs once an event', async () => {
    const watches = Array.from({ length: 20 }, () => watch(address, 'operator', { query: ORDERS }));
    await settle(300);
    world.requests.length = 0;
    await world.change('o1', 7);
    for (const one of watches) expect(counts(await one.until(1))).toEqual([7]);
    expect(world.requests.map(({ subgraph }) => subgraph).sort()).toEqual(['orders', 'parts']);
    // another permission set is another group
    const other = watch(address, 'planner', { query: ORDERS });
    await settle();
    world.requests.length = 0;
    await world.change('o1', 8);
    await other.until(1);
    await watches[0]?.until(2);
    expect(world.requests).toHaveLength(4);
    for (const one of [...watches, other]) one.stop();
  });

  test('delivers in the order of events, however long each takes to resolve', async () => {
    const orders = watch(address, 'operator', { query: ORDERS });
    await settle();
    const wanted = Array.from({ length: 200 }, (_, i) => i);
    await Promise.all(wanted.map((i) => world.change('o1', i)));
    const received = await orders.until(200);
    const cursors = received.map(({ extensions }) =>
      Number.parseInt(extensions?.cursor?.split('-')[1] ?? '', 36),
    );
    expect(cursors).toEqual([...cursors].sort((a, b) => a - b));
    expect(counts(received).sort((a, b) => Number(a) - Number(b))).toEqual(wanted);
    orders.stop();
  });
});

describe.each(TRANSPORTS)('arguments over %s', (_name, watch) => {
  test('choose among events', async () => {
    const held = watch(address, 'operator', { query: ORDERS, variables: { events: ['orders.order.held'] } });
    const part = watch(address, 'operator', { query: ORDERS, variables: { partId: 'b' } });
    const site = watch(address, 'operator', {
      query: ORDERS,
      variables: { siteId: TEST_SITE.toUpperCase() },
    });
    await settle();
    await world.change('o1', 1);
    await world.say('orders.order.o1.held', 'orders.order.held', { ...hold, count: 2 });
    await world.change('o1', 3, { part: { __typename: 'Part', id: 'b' } });
    await world.change('o1', 4, { siteId: TEST_SITE });
    expect(counts(await held.until(1))).toEqual([2]);
    expect(counts(await part.until(1))).toEqual([3]);
    expect(counts(await site.until(1))).toEqual([4]);
    await settle();
    for (const one of [held, part, site]) {
      expect(one.received).toHaveLength(1);
      one.stop();
    }
  });

  test.each(['*', '>', 'o1.>', '*.>', 'o1 ', ' ', '', 'ö1', 'o1\u0000', 'a'.repeat(65), '{tenant}', '../o1'])(
    'that would widen a subject are refused: %j',
    async (id) => {
      const orders = watch(address, 'operator', { query: ORDER, variables: { id } });
      expect(await orders.ended).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'id' } }]);
      expect(orders.received).toEqual([]);
    },
  );

  test.each(['*', '>', 'o1.>', '%', '.*', 'ö'])(
    'that filter match nothing but their equal: %j',
    async (text) => {
      const watches = [
        watch(address, 'operator', { query: ORDERS, variables: { siteId: text } }),
        watch(address, 'operator', { query: ORDERS, variables: { partId: text } }),
        watch(address, 'operator', { query: ORDERS, variables: { events: [text] } }),
      ];
      await settle(100);
      await world.change('o1', 9, { siteId: TEST_SITE });
      await settle(100);
      for (const one of watches) {
        expect(one.received).toEqual([]);
        one.stop();
      }
    },
  );
});

describe.each(TRANSPORTS)('who may listen over %s', (_name, watch) => {
  const alerts = 'subscription { orderAlerts { event } }';

  test('nobody without a token or the permission of the topic', async () => {
    const nobody = watch(address, undefined, { query: ORDERS });
    expect(await nobody.ended).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    const readings = 'subscription { readings { value } }';
    world.viewers.set('blind', persona('OPERATOR', { permissions: new Set(['part:read']) }));
    const blind = watch(address, 'blind', { query: readings });
    expect(await blind.ended).toMatchObject([
      { extensions: { code: 'FORBIDDEN', permissions: ['sensor:read'] } },
    ]);
  });

  test('of several topics a viewer hears those that are permitted', async () => {
    // a technician sees orders and no stock
    const technician = watch(address, 'technician', { query: alerts });
    const operator = watch(address, 'operator', { query: alerts });
    await settle();
    await world.say('parts.part.a.short', 'parts.part.short', {});
    await world.say('orders.order.o1.held', 'orders.order.held', hold);
    const events = (received: readonly Received[]) =>
      received.map(({ data }) => (data as { orderAlerts: { event: string } }).orderAlerts.event);
    expect(events(await operator.until(2))).toEqual(['parts.part.short', 'orders.order.held']);
    expect(events(await technician.until(1))).toEqual(['orders.order.held']);
    operator.stop();
    technician.stop();
  });

  test('a viewer who is fenced to sites hears of those, and of what belongs to the whole tenant where that is said', async () => {
    const orders = watch(address, 'here', { query: ORDERS });
    const short = watch(address, 'here', { query: alerts });
    await settle();
    await world.change('o1', 1);
    await world.change('o1', 2, { siteId: OTHER_SITE });
    await world.change('o1', 3, { siteId: TEST_SITE });
    await world.say('orders.order.o1.held', 'orders.order.held', hold, { siteid: OTHER_SITE });
    await world.say('parts.part.a.short', 'parts.part.short', {});
    expect(counts(await orders.until(1))).toEqual([3]);
    expect((await short.until(1))[0]?.data).toEqual({ orderAlerts: { event: 'parts.part.short' } });
    await settle();
    expect(orders.received).toHaveLength(1);
    expect(short.received).toHaveLength(1);
    orders.stop();
    short.stop();
  });

  test('never another tenant, not even by an event that says one tenant on the subject of another', async () => {
    const stranger = watch(address, 'stranger', { query: ORDERS });
    const own = watch(address, 'operator', { query: ORDERS });
    await settle();
    await world.change('o1', 1);
    await world.say(
      'orders.order.o1.changed',
      'orders.order.changed',
      { ...hold, count: 2 },
      {
        tenantid: '01900000-0000-7000-8000-000000000002',
      },
    );
    expect(counts(await own.until(1))).toEqual([1]);
    expect(counts(await stranger.until(1))).toEqual([2]);
    stranger.stop();
    own.stop();
  });
});

describe.each(TRANSPORTS)('a new supergraph over %s', (_name, watch) => {
  test('that is compatible keeps all streams; one that is not ends those it breaks, with the reason', async () => {
    const [orders, parts] = world.subgraphs;
    if (!orders || !parts) throw new Error('the world has two subgraphs');
    const gateway = await world.another();
    const at = gateway.address as string;
    const kept = watch(at, 'operator', {
      query: 'subscription { ordersChanged { count order { number } } }',
    });
    const broken = watch(at, 'operator', { query: ORDERS });
    await settle();
    await gateway.swap({ subgraphs: [{ ...orders, events: `${EVENTS} type Later { a: Int }` }, parts] });
    await world.change('o1', 1);
    expect(counts(await kept.until(1))).toEqual([1]);
    expect(counts(await broken.until(1))).toEqual([1]);
    const without = { ...orders, sdl: orders.sdl.replace(' status: String', '') };
    await gateway.swap({ subgraphs: [without, parts] });
    expect(await broken.ended).toMatchObject([
      {
        extensions: {
          code: 'SCHEMA_CHANGED',
          reasons: ['Cannot query field "status" on type "Order".'],
        },
      },
    ]);
    await world.change('o1', 2);
    expect(counts(await kept.until(2))).toEqual([1, 2]);
    kept.stop();
  });
});

describe.each(TRANSPORTS)('without events over %s', (_name, watch) => {
  test('a gateway refuses subscriptions and answers the rest; so does the stock engine', async () => {
    const plain = await world.another({ events: undefined } as object);
    const refused = watch(plain.address as string, 'operator', { query: ORDERS });
    expect(await refused.ended).toMatchObject([{ extensions: { code: 'EVENTS_UNAVAILABLE' } }]);
    const stock = await world.another({ engine: 'apollo' });
    const unsupported = watch(stock.address as string, 'operator', { query: ORDERS });
    expect(await unsupported.ended).toMatchObject([{ extensions: { code: 'SUBSCRIPTIONS_UNSUPPORTED' } }]);
    const query = watch(stock.address as string, 'operator', { query: '{ order(id: "o1") { number } }' });
    expect((await query.until(1))[0]?.data).toEqual({ order: { number: 'WO-1' } });
  });
});
