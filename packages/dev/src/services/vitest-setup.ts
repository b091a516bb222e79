import type { TestProject } from 'vitest/node';
import { ensureTestServices, stopTestServices } from './test-services.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** URL of the test PostgreSQL's administrator: make a database of your own with it. */
    adminDatabaseUrl: string;
    /** `nats://user:password@host:port` of the test nats-server. */
    natsUrl: string;
  }
}

/** Starts the test services before the first test that needs them, and tells every worker where they are. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { adminDatabaseUrl, natsUrl } = await ensureTestServices();
  project.provide('adminDatabaseUrl', adminDatabaseUrl);
  project.provide('natsUrl', natsUrl);
  // workers are forked after this and inherit it
  process.env.MACHSHOP_TEST_ADMIN_DATABASE_URL = adminDatabaseUrl;
  process.env.MACHSHOP_TEST_NATS_URL = natsUrl;
  return stopTestServices;
}
