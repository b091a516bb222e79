import type { Database } from '@machshop/db';

/** The tenants for whom a periodic job has something to do: the one question that is asked across tenants. */
export async function tenantsWithWork(db: Database): Promise<string[]> {
  const rows = await db.sql<{ tenant: string }[]>`select iot.tenants_with_work() as tenant`;
  return rows.map(({ tenant }) => tenant);
}
