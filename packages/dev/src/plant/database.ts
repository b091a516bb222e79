import { type MigrationTarget, migrate, prepareCluster, RELAY_ROLE, roleUrl, schemaName } from '@machshop/db';
import { platformMigrations } from '@machshop/events';
import type { Subgraph } from '@machshop/server';
import { ServiceProblem } from '../services/index.ts';

/** Where each subgraph and the relay sign in. */
export interface DatabaseAddresses {
  of(subgraph: string): string;
  readonly relay: string;
}

/**
 * Makes the roles, the schemas and the tables of all subgraphs in the database that the address names.
 * @param secret gives the password of a role by name
 * @param onApplied is told of each migration
 */
export async function prepareDatabase(
  adminUrl: string,
  subgraphs: readonly Pick<Subgraph, 'name' | 'migrations'>[],
  secret: (name: string) => string,
  onApplied: (subgraph: string, file: string) => void,
): Promise<DatabaseAddresses> {
  const database = new URL(adminUrl).pathname.slice(1) || 'machshop';
  const passwordOf = (name: string) => secret(`${name}-db`);
  const targets: MigrationTarget[] = subgraphs.map(({ name, migrations }) => ({
    name,
    folders: [platformMigrations, migrations],
    password: passwordOf(name),
  }));
  try {
    await prepareCluster(adminUrl, database, targets, passwordOf('relay'));
    await migrate(adminUrl, database, targets, onApplied);
  } catch (error) {
    throw new ServiceProblem(`The database could not be prepared: ${(error as Error).message}.`, {
      cause: error,
    });
  }
  return {
    of: (subgraph) => roleUrl(adminUrl, schemaName(subgraph), passwordOf(subgraph), database),
    relay: roleUrl(adminUrl, RELAY_ROLE, passwordOf('relay'), database),
  };
}
