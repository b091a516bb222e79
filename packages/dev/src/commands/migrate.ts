import { secretFromEnv } from '@machshop/server';
import { prepareDatabase } from '../plant/database.ts';
import { loadSubgraphs } from '../plant/subgraphs.ts';
import { ServiceProblem } from '../services/index.ts';

// Makes the roles, the schemas and the tables of every subgraph in an external PostgreSQL.
// DATABASE_URL signs in as an administrator; MACHSHOP_SECRET_<NAME>_DB are the passwords of the roles.
try {
  const adminUrl = process.env.DATABASE_URL;
  if (!adminUrl)
    throw new ServiceProblem('DATABASE_URL must be set: it signs in as an administrator of PostgreSQL.');
  const subgraphs = await loadSubgraphs();
  const missing = [...subgraphs.map(({ name }) => name), 'relay'].flatMap(missingPassword);
  if (missing.length > 0) throw new ServiceProblem(missing.join('\n'));
  let applied = 0;
  await prepareDatabase(adminUrl, subgraphs, secretFromEnv, (subgraph, file) => {
    applied += 1;
    console.log(`${subgraph}: ${file}`);
  });
  console.log(applied > 0 ? `${applied} migrations applied` : 'the tables are up to date');
} catch (error) {
  console.error(error instanceof ServiceProblem ? error.message : error);
  process.exit(1);
}

/** A sentence where the password of a role is missing. */
function missingPassword(name: string): string[] {
  try {
    secretFromEnv(`${name}-db`);
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}
