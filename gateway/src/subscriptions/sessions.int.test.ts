import { connect, type Socket } from 'node:net';
import type { Viewer } from '@machshop/auth';
import { persona } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { watch } from '../testing/live-client.ts';
import { EventReader, subscribeSse } from '../testing/live-sse.ts';
import { type LiveWorld, startLiveWorld } from '../testing/live-world.ts';

const ORDERS = 'subscription { ordersChanged { count } }';

let world: LiveWorld;
let address: string;
beforeAll(async () => {
  world = await startLiveWorld();
  address = world.gateway.address as string;
});
afterAll(() => world?.close());

const settle = (ms = 150) => new Promise((resolve) => setTimeout(resolve, ms));

/** A token as the gateway reads it when it has been checked. */
const tokenOf = (issuedAt: Date): string =>
  `h.${Buffer.from(JSON.stringify({ iat: Math.floor(issuedAt.getTime() / 1000) })).toString('base64url')}.s`;

function signIn(name: string, more: Partial<Viewer> = {}): Viewer {
  const userId = crypto.randomUUID();
  const viewer = persona('OPERATOR', {
    userId,
    sessionId: crypto.randomUUID(),
    token: tokenOf(new Date()),
    ...more,
  });
  world.viewers.set(name, viewer);
  return viewer;
}

const saidOf = ({ userId, sessionId }: Viewer) => ({
  user: { __typename: 'User', id: userId },
  session: { __typename: 'Session', id: sessionId },
});
const say = (viewer: Viewer, entity: string, event: string) =>
  world.say(`auth.${entity}.x.${event}`, `auth.${entity}.${event}`, saidOf(viewer));

describe('a stream ends', () => {
  test('when the token expires, and resumes with a new one', async () => {
    signIn('short', { expiresAt: Date.now() / 1000 + 1 });
    const orders = watch(address, 'short', { query: ORDERS });
    await settle();
    await world.change('o1', 1);
    await orders.until(1);
    expect(await orders.ended).toMatchObject({
      code: 4403,
      reason: expect.stringContaining('TOKEN_EXPIRED: ') as string,
    });
    await world.change('o1', 2);
    expect(await watch(address, 'short', { query: ORDERS }).ended).toMatchObject({ code: 4403 });
    signIn('short', { expiresAt: Date.now() / 1000 + 60 });
    const again = watch(address, 'short', { query: ORDERS, extensions: { cursor: orders.cursor } });
    expect((await again.until(1))[0]?.data).toEqual({ ordersChanged: { count: 2 } });
    again.stop();
  });

  test('over server-sent events when the token expires, and resumes with a new one', async () => {
    signIn('brief', { expiresAt: Date.now() / 1000 + 1 });
    const orders = new EventReader(await subscribeSse(address, 'brief', { query: ORDERS }));
    await settle();
    await world.change('o1', 1);
    const { id = '' } = (await orders.next()) ?? {};
    await brokenOff(orders, 'TOKEN_EXPIRED');
    await world.change('o1', 2);
    expect((await subscribeSse(address, 'brief', { query: ORDERS })).status).toBe(401);
    signIn('brief', { expiresAt: Date.now() / 1000 + 60 });
    const again = new EventReader(
      await subscribeSse(address, 'brief', { query: ORDERS }, { 'last-event-id': id }),
    );
    expect(JSON.parse((await again.next())?.data ?? '')).toMatchObject({
      data: { ordersChanged: { count: 2 } },
    });
    await again.stop();
  });

  test.each([
    ['session', 'logged-out', 'SESSION_ENDED'],
    ['session', 'reuse-detected', 'SESSION_ENDED'],
    ['user', 'locked', 'USER_LOCKED'],
    ['user', 'deactivated', 'USER_DEACTIVATED'],
    ['user', 'changed', 'PERMISSIONS_CHANGED'],
  ])(
    'when auth says %s.%s, for those whom it concerns, and the old token opens no other',
    async (entity, event, code) => {
      const viewer = signIn('one');
      signIn('other');
      const one = watch(address, 'one', { query: ORDERS });
      const other = watch(address, 'other', { query: ORDERS });
      const oneSse = new EventReader(await subscribeSse(address, 'one', { query: ORDERS }));
      const otherSse = new EventReader(await subscribeSse(address, 'other', { query: ORDERS }));
      await settle();
      await say(viewer, entity, event);
      expect(await one.ended).toMatchObject({ code: 4403, reason: expect.stringContaining(code) as string });
      await brokenOff(oneSse, code);
      expect(await watch(address, 'one', { query: ORDERS }).ended).toMatchObject({ code: 4403 });
      const sse = await subscribeSse(address, 'one', { query: ORDERS });
      expect(sse.status).toBe(401);
      expect(await sse.json()).toMatchObject({ errors: [{ extensions: { code } }] });
      // a gateway that was not there then knows as well
      const later = (await world.another()).address as string;
      expect(await watch(later, 'one', { query: ORDERS }).ended).toMatchObject({ code: 4403 });
      await world.change('o1', 1);
      await other.until(1);
      other.stop();
      expect((await otherSse.next())?.event).toBe('next');
      await otherSse.stop();
      await settle(1_100);
      if (entity === 'user') {
        // who signs in again gets a token of later, and what that permits
        signIn('one', { userId: viewer.userId, permissions: new Set(['part:read']) });
        expect(await watch(address, 'one', { query: ORDERS }).ended).toMatchObject([
          { extensions: { code: 'FORBIDDEN' } },
        ]);
      }
    },
  );
});

test('a password that is changed does not end the session that it was changed in', async () => {
  const viewer = signIn('changes');
  const orders = watch(address, 'changes', { query: ORDERS });
  await settle();
  await say(viewer, 'user', 'password-changed');
  await settle(1_200);
  await world.change('o1', 7);
  expect((await orders.until(1))[0]?.data).toEqual({ ordersChanged: { count: 7 } });
  orders.stop();
});

/** A stream that is to be resumed, or begun with another token, breaks off; one that is not says why and ends. */
async function brokenOff(stream: EventReader, code: string): Promise<void> {
  const last = await stream.next();
  if (last === undefined) {
    expect(stream.comments).toContain(`: ${code}`);
    return;
  }
  expect(JSON.parse(last.data ?? '')).toMatchObject({ errors: [{ extensions: { code, resumable: false } }] });
  expect((await stream.next())?.event).toBe('complete');
}

describe('a reader that is too slow', () => {
  test('loses the connection with a code that tells it to resume; the others get everything', async () => {
    const deaf = await deafSubscriber('subscription { ordersChanged { actorName count } }');
    const fast = watch(address, 'operator', { query: 'subscription { ordersChanged { actorName count } }' });
    await settle();
    const name = 'x'.repeat(20_000);
    // what the kernel takes for the deaf one, and a megabyte more
    for (let count = 0; count < 400; count += 1)
      await world.say('orders.order.o1.changed', 'orders.order.changed', { count }, { actorname: name });
    await fast.until(400);
    fast.stop();
    const text = await drain(deaf);
    expect(text).toContain('SLOW_CONSUMER');
  });

  test('over server-sent events loses the stream without an end, so that its client resumes', async () => {
    const query = 'subscription { ordersChanged { actorName count } }';
    const deaf = await deafReader(query);
    await settle();
    const name = 'x'.repeat(20_000);
    for (let count = 0; count < 400; count += 1)
      await world.say('orders.order.o1.changed', 'orders.order.changed', { count }, { actorname: name });
    const text = await drain(deaf);
    expect(text).toContain(': SLOW_CONSUMER');
    expect(text).not.toContain('event: complete');
    const ids = [...text.matchAll(/^id: (\S+)$/gm)].map(([, id]) => id);
    const heard = ids.length;
    expect(heard).toBeLessThan(400);
    const again = watch(address, 'operator', { query, extensions: { cursor: ids.at(-1) } });
    const missed = await again.until(400 - heard);
    expect(missed[0]?.data).toMatchObject({ ordersChanged: { count: heard } });
    again.stop();
  });

  test('gets of readings the newest of each machine and tag', async () => {
    const deaf = await deafSubscriber('subscription { readings { machine tag value text } }');
    const text = 'x'.repeat(20_000);
    for (let value = 0; value < 600; value += 1)
      await world.say(`machines.machine.m${value % 3}.read`, 'machines.machine.read', {
        machine: `m${value % 3}`,
        tag: 't',
        value,
        text,
      });
    await settle(300);
    const values = [...(await drain(deaf)).matchAll(/"value":(\d+)/g)].map(([, value]) => Number(value));
    expect(values.length).toBeLessThan(600);
    expect(values.slice(-3).sort()).toEqual([597, 598, 599]);
    expect(values.every((value, i) => i === 0 || value > (values[i - 1] as number))).toBe(true);
    deaf.destroy();
  });
});

/** A client that subscribes and then reads nothing. */
async function deafSubscriber(query: string): Promise<Socket> {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  await new Promise((resolve) => socket.once('connect', resolve));
  socket.write(
    `GET /graphql HTTP/1.1\r\nhost: ${hostname}:${port}\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: ${Buffer.alloc(16).toString('base64')}\r\nsec-websocket-protocol: graphql-transport-ws\r\n\r\n`,
  );
  const init = { type: 'connection_init', payload: { authorization: 'Bearer operator' } };
  const said = () => new Promise((resolve) => socket.once('data', resolve));
  await said();
  socket.write(masked(JSON.stringify(init)));
  await said();
  socket.pause();
  socket.write(masked(JSON.stringify({ type: 'subscribe', id: '1', payload: { query } })));
  await settle();
  return socket;
}

/** The same over server-sent events. */
async function deafReader(query: string): Promise<Socket> {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  await new Promise((resolve) => socket.once('connect', resolve));
  socket.pause();
  const body = JSON.stringify({ query });
  socket.write(
    `POST /graphql HTTP/1.1\r\nhost: ${hostname}:${port}\r\naccept: text/event-stream\r\nauthorization: Bearer operator\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
  );
  return socket;
}

/** A client's frame, masked with zeros. */
function masked(text: string): Buffer {
  const payload = Buffer.from(text);
  const head =
    payload.length < 126
      ? [0x81, 0x80 | payload.length]
      : [0x81, 0x80 | 126, payload.length >> 8, payload.length & 255];
  return Buffer.concat([Buffer.from([...head, 0, 0, 0, 0]), payload]);
}

/** Everything that the socket holds, until it ends or nothing comes for a while. */
async function drain(socket: Socket): Promise<string> {
  const chunks: Buffer[] = [];
  let last = Date.now();
  socket.on('data', (chunk) => {
    chunks.push(chunk);
    last = Date.now();
  });
  socket.resume();
  while (!socket.readableEnded && !socket.destroyed && Date.now() - last < 1_000) await settle(50);
  return Buffer.concat(chunks).toString('latin1');
}
