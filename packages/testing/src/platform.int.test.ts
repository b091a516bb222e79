import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '@machshop/db';
import {
  byEntity,
  type Consumer,
  type ConsumerContext,
  defineConsumer,
  EVENTS,
  runConsumer,
} from '@machshop/events';
import { change, defineEvents } from '@machshop/schema/events/define.ts';
import { createContext, defineSubgraph, type RunningSubgraph, signedIn } from '@machshop/server';
import { createLogger } from '@machshop/telemetry';
import { sql } from 'drizzle-orm';
import { AckPolicy, DeliverPolicy, nanos } from 'nats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { OTHER_TENANT, persona, startTestPlant, TEST_TENANT, type TestPlant } from './index.ts';

const events = defineEvents('probe', {
  'counter.raised': z.object({ to: z.int(), fault: z.string().optional(), change }),
  'counter.lowered': z.object({ to: z.int(), change }),
  'counter.reset': z.object({ change }),
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

/** A consumer that keeps in mind what it handled, in order. */
function orderly(name: string): { order: number[]; consumer: Consumer } {
  const order: number[] = [];
  const consumer = defineConsumer(raised, async ({ data }) => {
    order.push(data.to);
  });
  return { order, consumer: { ...consumer, name } };
}

const run = (consumer: Consumer) =>
  runConsumer({
    subgraph: 'probe',
    consumer,
    bus: plant.bus,
    db: probe.db,
    now: () => new Date(),
    log: createLogger('test', 'fatal'),
  });

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
      last_by_subj: `dlq.${TEST_TENANT}.probe-probe-counter`,
    });
    expect(letter.json()).toMatchObject({
      consumer: 'probe-probe-counter',
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

describe('the order of the stream', () => {
  test('takes up in order what a process had in hand that died, and does not wait for it', async () => {
    const { order, consumer } = orderly('takeover');
    const { manager, jetstream } = plant.bus;
    await manager.consumers.add(EVENTS, {
      durable_name: 'probe-takeover',
      filter_subject: consumer.filter,
      ack_policy: AckPolicy.Explicit,
      ack_wait: nanos(15_000),
      deliver_policy: DeliverPolicy.StartSequence,
      opt_start_seq: (await manager.streams.info(EVENTS)).state.last_seq + 1,
    });
    for (const to of [5001, 5002, 5003])
      await plant.say(raised, { id: COUNTER, data: { to, change: counterChange } });
    const dead = await (await jetstream.consumers.get(EVENTS, 'probe-takeover')).fetch({ max_messages: 3 });
    for await (const message of dead) if (message.seq === 0) break;
    await plant.say(raised, { id: COUNTER, data: { to: 5004, change: counterChange } });

    const running = await run(consumer);
    await expect.poll(() => order, { timeout: 5_000 }).toEqual([5001, 5002, 5003, 5004]);
    await running.close();
  });

  test('keeps the order when NATS goes down in the midst of messages, again and again', async () => {
    const { order, consumer } = orderly('unbroken');
    const running = await run(consumer);
    const numbers = Array.from({ length: 400 }, (_, i) => 6_000 + i);
    const talking = (async () => {
      for (const to of numbers) {
        const said = { id: COUNTER, eventId: crypto.randomUUID(), data: { to, change: counterChange } };
        while (!(await plant.say(raised, said).catch(() => null)));
      }
    })();
    for (let times = 0; times < 4; times++) {
      await new Promise((resolve) => setTimeout(resolve, 100 + Math.random() * 100));
      await plant.nats.kill();
      await plant.nats.restart();
    }
    await talking;
    await expect.poll(() => order.filter((to) => to >= 6_000).length, { timeout: 15_000 }).toBe(400);
    expect(order.filter((to) => to >= 6_000)).toEqual(numbers);
    // nats-server knows, too: what it forgot of the answers it was told again
    await running.idle();
    await running.close();
  });

  test('holds for all that happens to an entity, whatever kinds of events tell of it', async () => {
    const order: number[] = [];
    const slow = defineConsumer(raised, async ({ data }) => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      order.push(data.to);
    });
    const fast = defineConsumer(events['counter.lowered'], async ({ data }) => {
      order.push(data.to);
    });
    // the plant's own consumer of it has the other name
    const [consumer, ...others] = byEntity([{ ...slow, name: 'slow' }, fast]);
    expect(others).toEqual([]);
    const from = (await plant.bus.manager.streams.info(EVENTS)).state.last_seq + 1;
    await plant.bus.manager.consumers.add(EVENTS, {
      durable_name: 'probe-entity',
      ack_policy: AckPolicy.Explicit,
      deliver_policy: DeliverPolicy.StartSequence,
      opt_start_seq: from,
    });
    const running = await run({ ...(consumer as Consumer), name: 'entity' });
    for (const to of [8001, 8002, 8003]) {
      await plant.say(raised, { id: COUNTER, data: { to, change: counterChange } });
      await plant.say(events['counter.reset'], { id: COUNTER, data: { change: counterChange } });
      await plant.say(events['counter.lowered'], { id: COUNTER, data: { to: -to, change: counterChange } });
    }
    await running.idle();
    expect(order).toEqual([8001, -8001, 8002, -8002, 8003, -8003]);
    await running.close();
  });

  test('stands by while another process takes its messages, and goes on when that one is gone', async () => {
    const [one, other] = [orderly('shared'), orderly('shared')];
    const running = [await run(one.consumer), await run(other.consumer)];
    const told = async (to: number) => {
      await plant.say(raised, { id: COUNTER, data: { to, change: counterChange } });
      await expect
        .poll(() => [...one.order, ...other.order].filter((n) => n === to), { timeout: 10_000 })
        .toEqual([to]);
    };
    await told(9001);
    // the one that is at work goes
    await running[one.order.includes(9001) ? 0 : 1]?.close();
    await told(9002);
    await Promise.all(running.map((each) => each.close()));
    for (const { order } of [one, other]) expect(order).toEqual([...order].sort((a, b) => a - b));
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
