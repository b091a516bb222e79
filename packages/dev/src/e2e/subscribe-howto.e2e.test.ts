import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BenchPlant, startBenchPlant } from '../bench/plant.ts';
import { ROOT } from '../env.ts';
import { Caller } from './caller.ts';

const HOWTO = readFileSync(join(ROOT, 'docs/howto/subscribe.md'), 'utf8');
const ADDRESS = 'ws://localhost:4000/graphql';

/** The program under a heading, as it is written. */
function programUnder(heading: string): string {
  const section = HOWTO.split(/^## /m).find((one) => one.startsWith(heading));
  const program = section && /^```js\n([\s\S]*?)^```$/m.exec(section)?.[1];
  if (!program) throw new Error(`docs/howto/subscribe.md has no program under "${heading}"`);
  return program;
}

/** What the program takes from its own surroundings: where a token comes from, and what is done with a message. */
const SURROUNDINGS = `
async function accessToken() { return process.env.ACCESS_TOKEN; }
function show(data, errors) { console.log(JSON.stringify({ data, errors })); }
`;

/** The way to the gateway, which can be cut. */
class Line {
  readonly #to: URL;
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  port = 0;

  constructor(to: string) {
    this.#to = new URL(to);
  }

  async open(): Promise<void> {
    const server = createServer((client) => {
      const gateway = connect(Number(this.#to.port), this.#to.hostname);
      client.pipe(gateway).pipe(client);
      for (const socket of [client, gateway]) {
        this.#sockets.add(socket);
        socket.on('error', () => socket.destroy());
        socket.on('close', () => this.#sockets.delete(socket));
      }
    });
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(this.port, '127.0.0.1', resolve));
    this.port = (server.address() as { port: number }).port;
  }

  async cut(): Promise<void> {
    const closed = new Promise((resolve) => this.#server?.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}

let bench: BenchPlant;
let line: Line;
let program: ChildProcess | undefined;
const shown: unknown[] = [];
beforeAll(async () => {
  bench = await startBenchPlant();
  line = new Line(bench.plant.url);
  await line.open();
});
afterAll(async () => {
  program?.kill();
  await line?.cut();
  await bench?.close();
});

describe('the client of docs/howto/subscribe.md, as it is written', () => {
  test('shows what happens, and misses nothing while it is cut off', async () => {
    const technician = new Caller(bench.plant.url, 'technician', await bench.tokenOf('maintenance'));
    const [site] = await bench.admin<{ id: string }[]>`select id from auth.sites limit 1`;
    const center = { siteId: site?.id, code: 'MILL', name: 'Mills', area: 'MACHINING' };
    await technician.act('createWorkCenter', center);
    const ids = await Promise.all(
      [1, 2, 3].map(async (number) => {
        const input = { workCenterCode: 'MILL', code: `MILL-${number}`, name: `Mill ${number}` };
        const made = await technician.act<{ equipment: { id: string } }>(
          'createEquipment',
          input,
          'equipment { id }',
        );
        return made.equipment.id;
      }),
    );
    const goesDown = (index: number, reason: string) =>
      technician.act('changeEquipmentStatus', { id: ids[index], status: 'DOWN', reason });
    start(await bench.tokenOf('operator'));
    await expect.poll(openStreams).toBe(1);
    await goesDown(0, 'spindle');
    await expect.poll(() => shown.length).toBe(1);
    await line.cut();
    await expect.poll(openStreams).toBe(0);
    await goesDown(1, 'coolant');
    await bench.plant.idle();
    await line.open();
    await expect.poll(() => shown.length, { timeout: 20_000 }).toBe(2);
    await goesDown(2, 'tool');
    await expect.poll(() => shown.length).toBe(3);
    expect(shown).toEqual(
      ['spindle', 'coolant', 'tool'].map((reason, index) => ({
        data: {
          alerts: {
            event: 'equipment.equipment.downtime',
            occurredAt: expect.any(String) as string,
            reason,
            equipment: { code: `MILL-${index + 1}` },
            workOrder: null,
          },
        },
      })),
    );
  });
});

function start(token: string): void {
  const written = programUnder('A client that loses nothing');
  expect(written).toContain(ADDRESS);
  const code = written.replace(ADDRESS, `ws://127.0.0.1:${line.port}/graphql`) + SURROUNDINGS;
  program = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH ?? '', ACCESS_TOKEN: token },
  });
  const lines = createInterface({ input: program.stdout as NodeJS.ReadableStream });
  lines.on('line', (text) => shown.push(JSON.parse(text)));
}

async function openStreams(): Promise<number> {
  const text = await (await fetch(new URL('/metrics', bench.plant.url))).text();
  return Number(/^machshop_gateway_subscription_streams (\d+)$/m.exec(text)?.[1]);
}
