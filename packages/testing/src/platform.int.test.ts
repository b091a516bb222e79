import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@machshop/db';
import { type ConsumerContext, defineConsumer } from '@machshop/events';
import { change, defineEvents } from '@machshop/schema/events/define.ts';
import { createContext, defineSubgraph, type RunningSubgraph, signedIn } from '@machshop/server';
import { createLogger } from '@machshop/telemetry';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { OTHER_TENANT, persona, startTestPlant, TEST_TENANT, type TestPlant } from './index.ts';

const events = defineEvents('probe', {
  'counter.raised': z.object({ to: z.int(), fault: z.string().optional(), change }),
});
const raised = events['counter.raised'];
const admin = persona('ADMINISTRATOR');
const COUNTER = newId();

const folder = mkdtempSync(join(tmpdir(), 'machshop-probe-'));
mkdirSync(join(folder, 'src'));
mkdirSync(join(folder, 'migrations'));
writeFileSync(
  join(folder, 'src/subgraph.graphql'),
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])\ntype Query { probe: Int }\n',
);
writeFileSync(
  join(folder, 'migrations/0001_probe.sql'),
  `create table counters (id uuid primary key, tenant_id uuid not null, value integer not null);
   call machshop.fence('counters');
   create table seen (number integer primary key generated always as identity, tenant_id uuid not null, "to" integer not null);
   call machshop.fence('seen');`,
);

const handle = async (event: { data: { to: number; fault?: string | undefined } }, ctx: ConsumerContext) => {
  await ctx.tx.execute(
    sql`insert into probe.seen (tenant_id, "to") values (${ctx.viewer.tenantId}::uuid, ${event.data.to})`,
  );
  if (event.data.fault) throw new Error(event.data.fault);
};

let plant: TestPlant;
let probe: RunningSubgraph;

beforeAll(async () => {
  const subgraph = defineSubgraph({
    name: 'probe',
    dir: join(folder, 'src'),
    aggregates: [{ resolvers: { Query: { probe: () => 1 } }, permissions: { Query: { probe: signedIn } } }],
    consumers: [defineConsumer(raised, handle)],
  });
  plant = await startTestPlant({ subgraphs: [subgraph] });
  probe = plant.running.get('probe') as RunningSubgraph;
});
afterAll(async () => {
  await plant?.close();
  rmSync(folder, { recursive: true, force: true });
});

const context = () =>
  createContext({
    subgraph: 'probe',
    viewer: admin,
    db: probe.db,
    now: () => new Date(),
    log: createLogger('test', 'fatal'),
  });
const counterChange = {
  action: 'UPDATE' as const,
  entity: { __typename: 'Counter', id: COUNTER },
  old: null,
  new: null,
  reason: null,
};

/** Raises the counter by one, and says so; the fault is thrown after both. */
async function raise(fault?: Error): Promise<number> {
  const ctx = context();
  return ctx.write(async (tx) => {
    const [row] = await tx.execute<{ value: number }>(
      sql`insert into probe.counters (id, tenant_id, value) values (${COUNTER}::uuid, ${TEST_TENANT}::uuid, 1)
          on conflict (id) do update set value = counters.value + 1 returning value`,
    );
    const to = (row as { value: number }).value;
    await ctx.record(tx, raised, { id: COUNTER, data: { to, change: counterChange } });
    if (fault) throw fault;
    return to;
  });
}

const seen = async () =>
  (await plant.admin<{ to: number }[]>`select "to" from probe.seen order by number`).map(({ to }) => to);

describe('state and event', () => {
  test('change together: when the transaction fails there is neither', async () => {
    await expect(raise(new Error('late fault'))).rejects.toThrow('late fault');
    await plant.idle();
    expect(await plant.events(raised.type)).toEqual([]);
    expect((await plant.admin`select * from probe.counters`).length).toBe(0);
  });

  test('keep the order of the entity, however many write at once, and are handled in it once', async () => {
    await Promise.all(Array.from({ length: 100 }, () => raise()));
    await plant.idle();
    const order = Array.from({ length: 100 }, (_, i) => i + 1);
    expect((await plant.events(raised.type)).map(({ data }) => data.to)).toEqual(order);
    expect(await seen()).toEqual(order);
  });

  test('wait while NATS is away, and go out once when it is back', async () => {
    await plant.nats.kill();
    await Promise.all(Array.from({ length: 10 }, () => raise()));
    await plant.nats.restart();
    await plant.idle();
    const order = Array.from({ length: 110 }, (_, i) => i + 1);
    expect((await plant.events(raised.type)).map(({ data }) => data.to)).toEqual(order);
    expect(await seen()).toEqual(order);
  });
});

describe('a consumer', () => {
  test('handles an event once that comes twice', async () => {
    const eventId = crypto.randomUUID();
    const input = { id: COUNTER, eventId, data: { to: 1000, change: counterChange } };
    await plant.say(raised, input);
    await plant.say(raised, input);
    await plant.idle();
    expect((await seen()).filter((to) => to === 1000)).toHaveLength(1);
  });

  test('gives up after its tries, leaves nothing of it behind, and goes on', async () => {
    await plant.say(raised, {
      id: COUNTER,
      data: { to: 2000, fault: 'cannot be done', change: counterChange },
    });
    await plant.say(raised, { id: COUNTER, data: { to: 2001, change: counterChange } });
    await expect.poll(async () => (await seen()).includes(2001), { timeout: 20_000 }).toBe(true);
    expect(await seen()).not.toContain(2000);
    const letter = await plant.bus.manager.streams.getMessage('MES_DEAD_LETTERS', {
      last_by_subj: `dlq.${TEST_TENANT}.probe-probe-counter-raised`,
    });
    expect(letter.json()).toMatchObject({
      consumer: 'probe-probe-counter-raised',
      tries: 5,
      error: 'Error: cannot be done',
      eventType: raised.type,
    });
  });

  test('gives up at once on what is no event, and goes on', async () => {
    await plant.bus.jetstream.publish(`mes.${TEST_TENANT}.probe.counter.${COUNTER}.raised`, 'no JSON');
    await plant.say(raised, { id: COUNTER, data: { to: 3001, change: counterChange } });
    await expect.poll(async () => (await seen()).includes(3001), { timeout: 10_000 }).toBe(true);
  });

  test('does not lose its place or its effect when the database is away for a while', async () => {
    const cut = setInterval(() => {
      void plant.admin`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'probe'`.catch(
        () => {},
      );
    }, 5);
    await plant.say(raised, { id: COUNTER, data: { to: 4001, change: counterChange } });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    clearInterval(cut);
    await expect
      .poll(async () => (await seen()).filter((to) => to === 4001).length, { timeout: 20_000 })
      .toBe(1);
    const letters = (await plant.bus.manager.streams.info('MES_DEAD_LETTERS')).state.messages;
    expect(letters).toBe(2);
  });
});

describe('the fence', () => {
  test('a read cannot write, and another tenant sees nothing', async () => {
    await expect(context().read((tx) => tx.execute(sql`delete from probe.counters`))).rejects.toThrow();
    const rows = await probe.db.read(OTHER_TENANT, (tx) => tx.execute(sql`select * from probe.counters`));
    expect([...rows]).toEqual([]);
    const own = await probe.db.read(TEST_TENANT, (tx) => tx.execute(sql`select * from probe.counters`));
    expect(own.length).toBe(1);
  });

  test('a tenant that is no UUID is refused before the database is asked', async () => {
    await expect(probe.db.read("x'; drop table probe.counters; --", async () => 1)).rejects.toThrow(
      'not a UUID',
    );
  });
});
