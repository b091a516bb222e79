import { main } from '@machshop/server';
import { bootstrapTenant } from './bootstrap.ts';
import { readFirstTenant } from './env.ts';
import { authServices } from './services.ts';
import { subgraph } from './subgraph.ts';

await main(subgraph, {
  keys: ({ services }) => authServices(services).keys,
  async started({ db, services }) {
    const first = readFirstTenant();
    if (!first) return;
    const { hasher } = authServices(services);
    const made = await bootstrapTenant({ db, hasher, now: () => new Date(), ...first });
    if (!made.adminPassword) return;
    // once, and not through the logger: logs are kept
    process.stdout.write(
      `\nThe first administrator of ${first.tenant.code}: ${made.adminUsername}\n` +
        `Password, shown this once: ${made.adminPassword}\n\n`,
    );
  },
});
