import { type AddressInfo, createServer, connect as dial, type Server, type Socket } from 'node:net';
import {
  AllEquipmentDocument,
  accepted,
  ChangeEquipmentStatusDocument,
  connect,
  EquipmentStatusChangedDocument,
  MeDocument,
  type Plant,
  WorkOrderDocument,
  WorkOrdersChangedDocument,
} from '@machshop/sdk';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { E2ePlant } from './e2e-plant.ts';
import { startEmbedded } from './embedded.ts';
import { hire, OWN_PASSWORD, type People } from './scenario/people.ts';

let grounds: E2ePlant;
let people: People;
let line: Line;
/** Watches over the line. */
let maintenance: Plant;
/** Acts, whatever happens to the line. */
let hands: Plant;
let machine: string;

beforeAll(async () => {
  grounds = await startEmbedded(inject('adminDatabaseUrl'), 'sdk');
  people = await hire(grounds, grounds.tenant);
  line = await Line.to(Number(new URL(grounds.origin).port));
  const credentials = { tenant: grounds.tenant.code, username: 'maintenance', password: OWN_PASSWORD };
  maintenance = connect({ url: line.url, credentials });
  hands = connect({ url: `${grounds.origin}/graphql`, credentials });
  const { siteId } = grounds.tenant;
  await people.maintenance.act('createWorkCenter', { siteId, code: 'MILL', name: 'Mill', area: 'SHOP' });
  const facts = { workCenterCode: 'MILL', code: 'MILL-1', name: 'Mill', equipmentClass: '5-AXIS' };
  await people.maintenance.act('createEquipment', facts);
  const { allEquipment } = await maintenance.run(AllEquipmentDocument, { first: 1 });
  machine = allEquipment.nodes[0]?.id ?? '';
});
afterAll(async () => {
  await Promise.all([maintenance?.close(), hands?.close()]);
  line?.close();
  await grounds?.close();
});

/** Stops and frees the machine so many times; gives what was said in order. */
async function stopAndGo(times: number): Promise<string[]> {
  const said: string[] = [];
  for (let i = 0; i < times; i++) {
    for (const status of ['DOWN', 'AVAILABLE'] as const) {
      const input = { id: machine, status, reason: `${status} ${++count}` };
      accepted((await hands.run(ChangeEquipmentStatusDocument, { input })).changeEquipmentStatus);
      said.push(input.reason);
    }
  }
  return said;
}
let count = 0;

describe('a program with the SDK', () => {
  test('signs a person or a program in by itself', async () => {
    const { me } = await maintenance.run(MeDocument);
    expect(me).toMatchObject({ username: 'maintenance', tenant: { code: grounds.tenant.code } });
    const { apiClient, clientSecret } = await people.administrator.act<{
      apiClient: { clientId: string };
      clientSecret: string;
    }>('createApiClient', { name: 'SDK', roles: ['AUDITOR'] }, 'apiClient { clientId } clientSecret');
    const program = connect({ url: line.url, credentials: { clientId: apiClient.clientId, clientSecret } });
    expect((await program.run(MeDocument)).me).toMatchObject({ displayName: 'SDK', roles: ['Auditor'] });
    const nobody = connect({ url: line.url });
    expect((await nobody.run(MeDocument)).me).toBeNull();
  });

  test('of a partner runs trusted operations by their ids, and nothing else', async () => {
    const { apiClient, clientSecret } = await people.administrator.act<{
      apiClient: { clientId: string };
      clientSecret: string;
    }>(
      'createApiClient',
      { name: 'Customer portal', roles: ['PARTNER'] },
      'apiClient { clientId } clientSecret',
    );
    const credentials = { clientId: apiClient.clientId, clientSecret };
    const portal = connect({ url: line.url, credentials, byId: true });
    expect((await portal.run(WorkOrderDocument, { number: 'none' })).workOrderByNumber).toBeNull();
    await expect(portal.run('{ me { id } }')).rejects.toMatchObject({ code: 'PERSISTED_QUERY_NOT_FOUND' });
    await expect(portal.run(AllEquipmentDocument, { first: 1 })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const curious = connect({ url: line.url, credentials });
    await expect(curious.run(WorkOrderDocument, { number: 'none' })).rejects.toMatchObject({
      code: 'TRUSTED_OPERATIONS_ONLY',
    });
    await expect(curious.watch(WorkOrdersChangedDocument).next()).rejects.toMatchObject({
      code: 'TRUSTED_OPERATIONS_ONLY',
    });
    const stop = new AbortController();
    const orders = portal.watch(WorkOrdersChangedDocument, {}, { signal: stop.signal });
    const first = orders.next();
    setTimeout(() => stop.abort(), 500);
    expect((await first).done).toBe(true);
    await Promise.all([curious.close(), portal.close()]);
  });

  test('is told why it is not let in', async () => {
    const stranger = connect({
      url: line.url,
      credentials: { tenant: grounds.tenant.code, username: 'operator', password: 'guessed' },
    });
    await expect(stranger.run(MeDocument)).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' });
    await expect(stranger.watch(EquipmentStatusChangedDocument).next()).rejects.toMatchObject({
      code: 'INVALID_CREDENTIALS',
    });
    await stranger.close();
    const nobody = connect({ url: line.url });
    await expect(nobody.watch(EquipmentStatusChangedDocument).next()).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    await nobody.close();
  });

  test('a refusal of a mutation has its code', async () => {
    const input = { id: machine, status: 'DOWN' as const };
    const { changeEquipmentStatus } = await maintenance.run(ChangeEquipmentStatusDocument, { input });
    expect(() => accepted(changeEquipmentStatus)).toThrow(
      expect.objectContaining({ code: expect.any(String) }),
    );
  });

  test('misses nothing and hears nothing twice, however often the line breaks', async () => {
    const stop = new AbortController();
    const heard: (string | null | undefined)[] = [];
    const listening = Promise.withResolvers<void>();
    const watching = (async () => {
      // the first message of all says that the stream is open
      for await (const { data } of maintenance.watch(
        EquipmentStatusChangedDocument,
        {},
        { signal: stop.signal },
      )) {
        heard.push(data?.equipmentStatusChanged.reason);
        listening.resolve();
      }
    })();
    const first: string[] = [];
    const opening = setInterval(() => void stopAndGo(1).then((said) => first.push(...said)), 300);
    await listening.promise;
    clearInterval(opening);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const begun = heard.length;
    const said: string[] = [];
    for (let round = 0; round < 8; round++) {
      said.push(...(await stopAndGo(2)));
      if (round % 2 === 0) line.cut();
    }
    await expect.poll(() => heard.length - begun, { timeout: 20_000 }).toBeGreaterThanOrEqual(said.length);
    stop.abort();
    await watching;
    expect(heard.slice(begun)).toEqual(said);
  });

  test('that is slow is sent the rest when it has caught up, in order and once', async () => {
    const options = { maxWaiting: 3 };
    const messages = maintenance.watch(EquipmentStatusChangedDocument, {}, options);
    const first = messages.next();
    const opening = setInterval(() => void stopAndGo(1), 300);
    const opened = await first;
    clearInterval(opening);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const said = await stopAndGo(10);
    const heard = [opened.value?.data?.equipmentStatusChanged.reason];
    while (heard.at(-1) !== said.at(-1))
      heard.push((await messages.next()).value?.data?.equipmentStatusChanged.reason);
    await messages.return();
    expect(heard.slice(-said.length)).toEqual(said);
    expect(new Set(heard).size).toBe(heard.length);
  });

  test('goes on from a cursor that it kept', async () => {
    const messages = maintenance.watch(EquipmentStatusChangedDocument);
    const first = messages.next();
    const opening = setInterval(() => void stopAndGo(1), 300);
    const { cursor } = (await first).value ?? {};
    clearInterval(opening);
    await messages.return();
    await new Promise((resolve) => setTimeout(resolve, 500));
    const said = await stopAndGo(1);
    const heard: (string | null | undefined)[] = [];
    for await (const { data } of maintenance.watch(
      EquipmentStatusChangedDocument,
      {},
      { ...(cursor ? { cursor } : {}) },
    )) {
      heard.push(data?.equipmentStatusChanged.reason);
      if (heard.at(-1) === said.at(-1)) break;
    }
    expect(heard.slice(-2)).toEqual(said);
    await expect(
      maintenance.watch(EquipmentStatusChangedDocument, {}, { cursor: 'made up' }).next(),
    ).rejects.toMatchObject({ code: 'CURSOR_UNKNOWN' });
  });
});

/** A line to the plant that can be cut. */
class Line {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(port: number) {
    this.#server = createServer((near) => {
      const far = dial(port, '127.0.0.1');
      for (const socket of [near, far]) {
        this.#sockets.add(socket);
        socket.on('error', () => {});
        socket.on('close', () => {
          this.#sockets.delete(socket);
          near.destroy();
          far.destroy();
        });
      }
      near.pipe(far).pipe(near);
    });
  }

  static async to(port: number): Promise<Line> {
    const made = new Line(port);
    await new Promise<void>((listening) => made.#server.listen(0, '127.0.0.1', listening));
    return made;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/graphql`;
  }

  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  close(): void {
    this.cut();
    this.#server.close();
  }
}
