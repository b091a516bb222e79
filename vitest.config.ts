import { defineConfig } from 'vitest/config';

const TESTS = '{packages,subgraphs,gateway,collectors,schema}/**';
const elsewhere = ['**/node_modules/**', '**/.machshop/**'];
const services = ['packages/dev/src/services/vitest-setup.ts'];

// unit: pure. int: real PostgreSQL and NATS. e2e: through the gateway. Only the last two start services.
// what Node itself would load: one graphql, not its .mjs twin beside it
const resolve = {
  alias: [{ find: /^graphql$/, replacement: `${import.meta.dirname}/node_modules/graphql/index.js` }],
};

export default defineConfig({
  test: {
    // tests wait for their servers more than they compute, and a small machine has two cores
    maxWorkers: 2,
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          include: [`${TESTS}/*.test.ts`],
          exclude: [...elsewhere, '**/*.int.test.ts', '**/*.e2e.test.ts'],
          testTimeout: 20_000,
        },
      },
      {
        resolve,
        test: {
          name: 'int',
          include: [`${TESTS}/*.int.test.ts`],
          exclude: elsewhere,
          globalSetup: services,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve,
        test: {
          name: 'e2e',
          include: [`${TESTS}/*.e2e.test.ts`],
          exclude: elsewhere,
          globalSetup: services,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
