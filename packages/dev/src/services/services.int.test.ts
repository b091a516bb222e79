import { connect } from 'nats';
import postgres from 'postgres';
import { expect, inject, test } from 'vitest';

test('the test services are there: PostgreSQL with logical decoding, and JetStream', async () => {
  const sql = postgres(inject('adminDatabaseUrl'), { max: 1 });
  const [row] =
    await sql`select current_setting('wal_level') as level, current_setting('server_encoding') as encoding`;
  expect(row).toEqual({ level: 'logical', encoding: 'UTF8' });
  await sql.end();
  expect(process.env.MACHSHOP_TEST_ADMIN_DATABASE_URL).toBe(inject('adminDatabaseUrl'));

  const url = new URL(inject('natsUrl'));
  const client = await connect({ servers: url.host, user: url.username, pass: url.password });
  const account = await (await client.jetstreamManager()).getAccountInfo();
  expect(account.limits.max_storage).not.toBe(0);
  await client.close();
});
