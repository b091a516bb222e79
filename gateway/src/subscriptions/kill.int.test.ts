import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { createClient, type SubscribePayload } from 'graphql-ws';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type LiveWorld, startLiveWorld } from '../testing/live-world.ts';
import { freePort } from '../testing/ports.ts';

const MAIN = join(import.meta.dirname, '../testing/live-main.ts');
const CLIENTS = 12;
const EVENTS = 1_200;
const PACE_MS = 8;

let world: LiveWorld;
let gateway: Killable;
beforeAll(async () => {
  world = await startLiveWorld();
  gateway = await startKillable(world.nats.url, await freePort());
});
afterAll(async () => {
  await gateway?.kill();
  await world?.close();
});

interface Killable {
  readonly url: string;
  kill(): Promise<void>;
  restart(): Promise<void>;
}

async function startKillable(natsUrl: string, port: number): Promise<Killable> {
  const launch = async () => {
    const started = fork(MAIN, [natsUrl, String(port)], { stdio: 'inherit' });
    await new Promise<void>((resolve, reject) => {
      started.once('message', () => resolve());
      started.once('exit', () => reject(new Error('the gateway did not start')));
    });
    return started;
  };
  let child: ChildProcess = await launch();
  const kill = async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  };
  return {
    url: `ws://127.0.0.1:${port}/graphql`,
    kill,
    async restart() {
      child = await launch();
    },
  };
}

/** A client that keeps what it got, and can be killed and started again with that. */
class KillableClient {
  readonly counts: number[] = [];
  readonly failures: unknown[] = [];
  readonly #url: string;
  #cursor: string | undefined;
  #stop = () => {};

  constructor(url: string) {
    this.#url = url;
  }

  start(): void {
    const payload: SubscribePayload & { extensions?: Record<string, unknown> } = {
      query: 'subscription { ordersChanged { count order { number status } part { name } } }',
      ...(this.#cursor === undefined ? {} : { extensions: { cursor: this.#cursor } }),
    };
    let alive = true;
    let socket: WebSocket | undefined;
    const client = createClient({
      url: this.#url,
      webSocketImpl: WebSocket,
      retryAttempts: 1_000,
      retryWait: () => new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 50)),
      shouldRetry: () => alive,
      on: {
        opened: (opened) => {
          socket = opened as WebSocket;
        },
      },
    });
    client.subscribe(payload, {
      next: (message) => {
        // what comes after its death a killed client has not got
        if (!alive) return;
        const { ordersChanged } = message.data as {
          ordersChanged: { count: number; part: { name: string } };
        };
        expect(ordersChanged.part.name).toBe('Part a');
        this.counts.push(ordersChanged.count);
        this.#cursor = (message.extensions as { cursor: string }).cursor;
        payload.extensions = { cursor: this.#cursor };
      },
      error: (error) => {
        if (alive) this.failures.push(error);
      },
      complete: () => undefined,
    });
    this.#stop = () => {
      alive = false;
      socket?.terminate();
    };
  }

  kill(): void {
    this.#stop();
  }

  get started(): boolean {
    return this.#cursor !== undefined;
  }
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('gateway and clients killed at random lose nothing and get nothing twice', async () => {
  const clients = Array.from({ length: CLIENTS }, () => new KillableClient(gateway.url));
  for (const client of clients) client.start();
  await sleep(500);
  let saying = true;
  const said = (async () => {
    // resuming needs a cursor: the first message must have come before the first blow
    await world.change('o1', 0);
    while (clients.some((client) => !client.started)) await sleep(10);
    for (let count = 1; count < EVENTS; count += 1) {
      await world.change('o1', count);
      await sleep(PACE_MS);
    }
    saying = false;
  })();
  while (clients.some((client) => !client.started)) await sleep(10);
  let gatewayBlows = 0;
  let clientBlows = 0;
  while (saying) {
    await sleep(Math.random() * 400);
    if (Math.random() < 0.25) {
      gatewayBlows += 1;
      await gateway.kill();
      await gateway.restart();
    } else {
      clientBlows += 1;
      const client = clients[Math.floor(Math.random() * CLIENTS)] as KillableClient;
      client.kill();
      await sleep(Math.random() * 200);
      client.start();
    }
  }
  await said;
  const wanted = Array.from({ length: EVENTS }, (_, i) => i);
  const deadline = Date.now() + 15_000;
  while (clients.some(({ counts }) => counts.length < EVENTS) && Date.now() < deadline) await sleep(50);
  for (const { counts, failures } of clients) {
    expect(failures).toEqual([]);
    expect(counts).toEqual(wanted);
  }
  expect(gatewayBlows).toBeGreaterThan(1);
  expect(clientBlows).toBeGreaterThan(3);
  for (const client of clients) client.kill();
}, 90_000);
