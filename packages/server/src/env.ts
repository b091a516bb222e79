import { z } from 'zod';

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;

const url = (scheme: RegExp, example: string) =>
  z
    .string()
    .refine(
      (text) => text.split(',').every((one) => scheme.test(one) && URL.canParse(one)),
      `must look like ${example}`,
    );
const postgresUrl = url(/^postgres(ql)?:\/\//, 'postgres://role:password@host:5432/machshop');
const port = z.coerce.number('must be a number').int().min(0).max(65_535);

const schema = z.object({
  DATABASE_URL: postgresUrl.describe('where the role of this subgraph signs in'),
  RELAY_DATABASE_URL: postgresUrl.describe('where the role of the relay signs in'),
  NATS_URL: url(/^nats:\/\//, 'nats://user:password@host:4222').describe('where NATS is'),
  JWKS_URL: url(/^https?:\/\//, 'http://auth:3010/.well-known/jwks.json').default(
    'http://127.0.0.1:3010/.well-known/jwks.json',
  ),
  PORT: port.default(3000),
  HOST: z.string().min(1).default('0.0.0.0'),
  TRUSTED_HOPS: z.coerce.number('must be a number').int().min(0).max(10).default(1),
  LOG_LEVEL: z.enum(LEVELS, `must be one of ${LEVELS.join(', ')}`).default('info'),
});

/**
 * The settings of a subgraph's process. `TRUSTED_HOPS` is the number of proxies between a client and it, of which
 * the gateway, which names the client, is the first. `<NAME>_DATABASE_URL` wins over `DATABASE_URL`. */
export type SubgraphEnv = z.infer<typeof schema>;

/**
 * Reads the settings of a subgraph's process from the environment. An empty one counts as missing.
 * @throws with one sentence for each setting that is missing or wrong
 */
export function readEnv(subgraph: string, env: NodeJS.ProcessEnv = process.env): SubgraphEnv {
  const name = `${subgraph.toUpperCase().replaceAll('-', '_')}_DATABASE_URL`;
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  if (given[name] !== undefined) given.DATABASE_URL = given[name];
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  throw new Error(
    result.error.issues
      .map(({ path, message }) => {
        const key = String(path[0]) as keyof SubgraphEnv;
        if (given[key] !== undefined) return `${key} ${message}.`;
        return `${key} is not set: it says ${schema.shape[key].description}.`;
      })
      .join('\n'),
  );
}

/** A secret from the environment: `MACHSHOP_SECRET_<NAME>`. */
export function secretFromEnv(name: string, env: NodeJS.ProcessEnv = process.env): string {
  const key = `MACHSHOP_SECRET_${name.toUpperCase().replaceAll('-', '_')}`;
  const value = env[key];
  if (!value) throw new Error(`${key} is not set: it is a secret that this process needs.`);
  return value;
}
