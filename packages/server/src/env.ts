import { z } from 'zod';

const schema = z.object({
  DATABASE_URL: z.url().describe('signs in as the role of this subgraph'),
  RELAY_DATABASE_URL: z.url().describe('signs in as the role of the relay'),
  NATS_URL: z.string().min(1),
  JWKS_URL: z.url().default('http://127.0.0.1:3010/.well-known/jwks.json'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal']).default('info'),
});

/** The settings of a subgraph's process. `<NAME>_DATABASE_URL` wins over `DATABASE_URL`. */
export type SubgraphEnv = z.infer<typeof schema>;

/**
 * Reads the settings of a subgraph's process from the environment.
 * @throws with one line for each setting that is missing or wrong
 */
export function readEnv(subgraph: string, env: NodeJS.ProcessEnv = process.env): SubgraphEnv {
  const own = env[`${subgraph.toUpperCase().replaceAll('-', '_')}_DATABASE_URL`];
  const result = schema.safeParse({ ...env, ...(own ? { DATABASE_URL: own } : {}) });
  if (result.success) return result.data;
  throw new Error(result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'));
}

/** A secret from the environment: `MACHSHOP_SECRET_<NAME>`. */
export function secretFromEnv(name: string, env: NodeJS.ProcessEnv = process.env): string {
  const key = `MACHSHOP_SECRET_${name.toUpperCase().replaceAll('-', '_')}`;
  const value = env[key];
  if (!value) throw new Error(`${key}: this secret must be set`);
  return value;
}
