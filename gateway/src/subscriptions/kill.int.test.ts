import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@machshop/testing/ports.ts';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { EventReader, subscribeSse } from '../testing/live-sse.ts';
import { type LiveWorld, startLiveWorld } from '../testing/live-world.ts';

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
    url: `http://127.0.0.1:${port}/graphql`,
    kill,
    async restart() {
      child = await launch();
    },
  };
}

interface Message {
  readonly data: {
    readonly ordersChanged: { readonly count: number; readonly part: { readonly name: string } };
  };
  readonly errors?: unknown;
  readonly extensions: { readonly cursor: string };
}

/** Connects and comes back by itself, each time with the last cursor, until it is killed. */
type Connect = (url: string, to: KillableClient, life: { alive: boolean }) => () => void;

const QUERY = 'subscription { ordersChanged { count order { number status } part { name } } }';
const waitToRetry = () => sleep(20 + Math.random() * 50);

const overWebSocket: Connect = (url, to, life) => {
  const payload = { query: QUERY, extensions: to.resumption };
  let socket: WebSocket | undefined;
  const client = createClient({
    url: url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: 1_000,
    retryWait: waitToRetry,
    shouldRetry: () => life.alive,
    on: {
      opened: (opened) => {
        socket = opened as WebSocket;
      },
    },
  });
  client.subscribe(payload, {
    next: (message) => {
      // what comes after its death a killed client has not got
      if (!life.alive) return;
      to.take(message as unknown as Message);
      payload.extensions = to.resumption;
    },
    error: (error) => {
      if (life.alive) to.failures.push(error);
    },
    complete: () => undefined,
  });
  return () => socket?.terminate();
};

const overServerSentEvents: Connect = (url, to, life) => {
  const cut = new AbortController();
  const connect = async () => {
    const { cursor } = to.resumption;
    const resumes = cursor === undefined ? {} : { 'last-event-id': cursor };
    const reader = new EventReader(await subscribeSse(url, undefined, { query: QUERY }, resumes, cut.signal));
    for (let event = await reader.next(); event && life.alive; event = await reader.next()) {
      // a stream that is to be resumed breaks off without a last word
      if (event.event === 'complete') to.failures.push('complete');
      else {
        const message = JSON.parse(event.data ?? '') as Message;
        expect(event.id).toBe(message.extensions.cursor);
        to.take(message);
      }
    }
  };
  void (async () => {
    while (life.alive) {
      await connect().catch((error: unknown) => {
        // of a connection: the gateway is away
        if (!(error instanceof TypeError) && life.alive) to.failures.push(error);
      });
      await waitToRetry();
    }
  })();
  return () => cut.abort();
};

/** A client that keeps what it got, and can be killed and started again with that. */
class KillableClient {
  readonly counts: number[] = [];
  readonly failures: unknown[] = [];
  readonly #url: string;
  readonly #connect: Connect;
  #cursor: string | undefined;
  #life = { alive: false };
  #cut = () => {};

  constructor(url: string, connect: Connect) {
    this.#url = url;
    this.#connect = connect;
  }

  get resumption(): { cursor?: string } {
    return this.#cursor === undefined ? {} : { cursor: this.#cursor };
  }

  take({ data, errors, extensions }: Message): void {
    if (errors) this.failures.push(errors);
    expect(data.ordersChanged.part.name).toBe('Part a');
    this.counts.push(data.ordersChanged.count);
    this.#cursor = extensions.cursor;
  }

  start(): void {
    this.#life = { alive: true };
    this.#cut = this.#connect(this.#url, this, this.#life);
  }

  kill(): void {
    this.#life.alive = false;
    this.#cut();
  }

  get started(): boolean {
    return this.#cursor !== undefined;
  }
}

test('gateway and clients of both transports killed at random lose nothing and get nothing twice', async () => {
  const clients = Array.from(
    { length: CLIENTS },
    (_, i) => new KillableClient(gateway.url, i % 2 ? overWebSocket : overServerSentEvents),
  );
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
