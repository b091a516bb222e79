import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { type Database, openDatabase, type Tx } from './database.ts';

const TENANT = '01890000-0000-7000-8000-000000000001';
const CONNECTIONS = 4;

let admin: postgres.Sql;
let db: Database;
let faults: unknown[];
const onFault = (error: unknown) => faults.push(error);

beforeEach(() => {
  admin = postgres(inject('adminDatabaseUrl'), { max: 1, onnotice: () => {} });
  db = openDatabase({ url: inject('adminDatabaseUrl'), name: 'database.int.test', max: CONNECTIONS });
  faults = [];
  process.on('uncaughtException', onFault);
});

afterEach(async () => {
  process.off('uncaughtException', onFault);
  await Promise.all([db.close(), admin.end({ timeout: 5 })]);
  expect(faults).toEqual([]);
});

const pidOf = async (tx: Tx): Promise<number> => {
  const [row] = await tx.execute<{ pid: number }>('select pg_backend_pid() as pid');
  return row?.pid as number;
};

/** Ends the connections, all of them without one named, and waits until they are gone. */
async function terminate(pid: number | null = null): Promise<void> {
  const own = () => admin<{ pid: number }[]>`
    select pid from pg_stat_activity
    where application_name = 'database.int.test' and pid = coalesce(${pid}, pid)`;
  for (const one of await own()) await admin`select pg_terminate_backend(${one.pid})`;
  while ((await own()).length > 0);
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

test('a transaction whose connection is lost between two statements fails, and the next one runs', async () => {
  const lost = db.write(TENANT, async (tx) => {
    await terminate(await pidOf(tx));
    await sleep(20);
    await tx.execute('select 1');
  });
  await expect(lost).rejects.toMatchObject({ cause: { code: 'CONNECTION_CLOSED' } });
  expect(await db.read(TENANT, pidOf)).toBeGreaterThan(0);
});

test('a transaction whose connection is lost during a statement fails, whatever it does then', async () => {
  const lost = db.write(TENANT, async (tx) => {
    const pid = await pidOf(tx);
    const sleeping = tx.execute('select pg_sleep(10)').catch(() => 'noticed');
    await sleep(20);
    await terminate(pid);
    expect(await sleeping).toBe('noticed');
    await tx.execute('select 1');
  });
  await expect(lost).rejects.toMatchObject({ cause: { code: 'CONNECTION_CLOSED' } });
  expect(await db.read(TENANT, pidOf)).toBeGreaterThan(0);
});

test('a statement after the loss never reaches another connection, where no transaction would hold it', async () => {
  await admin`create table if not exists strays (n int)`;
  const lost = db.write(TENANT, async (tx) => {
    await tx.execute('insert into strays values (1)');
    await terminate(await pidOf(tx));
    for (let n = 0; n < 20; n++)
      await Promise.resolve(tx.execute('insert into strays values (2)')).catch(() => sleep(5));
  });
  await expect(lost).rejects.toThrow();
  expect(await admin`select n from strays`).toEqual([]);
  await admin`drop table strays`;
});

test('statements sent together with the one that loses the connection fail, and run nowhere else', async () => {
  await admin`create table if not exists strays (n int)`;
  const lost = db.write(TENANT, async (tx) => {
    const pid = await pidOf(tx);
    const together = [1, 2, 3, 4, 5].map((n) =>
      tx.execute(sql`insert into strays select ${n}::int from pg_sleep(0.1)`),
    );
    await terminate(pid);
    const outcomes = await Promise.allSettled(together);
    expect(outcomes.map(({ status }) => status)).toEqual(Array(5).fill('rejected'));
  });
  await expect(lost).rejects.toThrow();
  await sleep(300);
  expect(await admin`select n from strays`).toEqual([]);
  await admin`drop table strays`;
  const left = await admin`select 1 from pg_stat_activity where application_name = 'database.int.test'`;
  expect(left).toHaveLength(0);
});

test('where there is no database, that is what a transaction says', async () => {
  const nowhere = openDatabase({ url: 'postgres://nobody:nothing@127.0.0.1:1/none', name: 'nowhere' });
  for (let times = 0; times < 3; times++)
    await expect(nowhere.read(TENANT, pidOf)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  await nowhere.close();
});

test('connections that are lost while idle are replaced', async () => {
  await Promise.all(Array.from({ length: CONNECTIONS }, () => db.read(TENANT, pidOf)));
  await terminate();
  await sleep(20);
  const again = Array.from({ length: CONNECTIONS * 3 }, () => db.read(TENANT, pidOf));
  expect(await Promise.all(again)).toHaveLength(CONNECTIONS * 3);
});

test('whatever moment connections are lost at, all of them serve again at once', async () => {
  let stop = false;
  const terminator = (async () => {
    while (!stop) {
      await admin`
        select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'database.int.test' and random() < 0.5`;
      await sleep(Math.random() * 10);
    }
  })();
  const outcomes = await Promise.all(
    Array.from({ length: 400 }, async () => {
      await sleep(Math.random() * 1_500);
      return db
        .write(TENANT, async (tx) => {
          await pidOf(tx);
          await tx.execute('select pg_sleep(0.001)');
          return pidOf(tx);
        })
        .then(
          () => 'done',
          () => 'lost',
        );
    }),
  );
  stop = true;
  await terminator;
  expect(new Set(outcomes)).toEqual(new Set(['done', 'lost']));
  const began = performance.now();
  await Promise.all(
    Array.from({ length: CONNECTIONS * 10 }, () => db.read(TENANT, (tx) => tx.execute('select 1'))),
  );
  expect(performance.now() - began).toBeLessThan(2_000);
});

test('more transactions than connections wait for one another, in their order', async () => {
  const pids = await Promise.all(Array.from({ length: 50 }, () => db.read(TENANT, pidOf)));
  expect(new Set(pids).size).toBeLessThanOrEqual(CONNECTIONS);
});

test('a closed database takes no more transactions, and lets those at work end', async () => {
  const working = db.read(TENANT, async (tx) => {
    await tx.execute('select pg_sleep(0.1)');
    return pidOf(tx);
  });
  await sleep(20);
  const closing = db.close();
  await expect(db.read(TENANT, pidOf)).rejects.toMatchObject({ code: 'CONNECTION_ENDED' });
  expect(await working).toBeGreaterThan(0);
  await closing;
});

test('arrays go to PostgreSQL and come back', async () => {
  const texts = ['a', 'b, c', '"', '\\', '{}', '', 'NULL'];
  const ids = [TENANT, TENANT];
  const [row] = await db.read(TENANT, (tx) =>
    tx.execute(
      sql`select ${sql.param(texts)}::text[] as texts, ${sql.param(ids)}::uuid[] as ids, ${sql.param([1, 2])}::int[] as numbers,
            ${sql.param([])}::bigint[] as none, array[true, null] as flags, array['{"a":1}'::jsonb] as objects`,
    ),
  );
  expect(row).toEqual({ texts, ids, numbers: [1, 2], none: [], flags: [true, null], objects: [{ a: 1 }] });
});

test('a statement is prepared, once for all transactions of a connection', async () => {
  const single = openDatabase({ url: inject('adminDatabaseUrl'), name: 'database.int.test', max: 1 });
  for (const n of [1, 2, 3]) await single.read(TENANT, (tx) => tx.execute(sql`select ${n}::int as once`));
  const prepared = await single.read(TENANT, (tx) =>
    tx.execute(sql`select statement from pg_prepared_statements where statement like ${'%as once'}`),
  );
  expect([...prepared]).toEqual([{ statement: 'select $1::int as once' }]);
  await single.close();
});
