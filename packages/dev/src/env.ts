import { isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';

/** The checkout. */
export const ROOT = resolve(import.meta.dirname, '../../..');

const schema = z.object({
  PORT: z.coerce.number('must be a number').int().min(0).max(65_535).default(4000),
  HOST: z.string().default('127.0.0.1'),
  MACHSHOP_DATA_DIR: z.string().default('.machshop'),
  GATEWAY_ENGINE: z.enum(['machshop', 'apollo']).default('machshop'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal']).default('info'),
  MACHSHOP_TENANT: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be 1 to 40 lower-case letters, digits or -')
    .default('demo'),
  MACHSHOP_DEMO: z.enum(['0', '1'], 'must be 0 or 1').default('1'),
  RATE_LIMIT_USER: z.coerce.number('must be a number').int().min(0).optional(),
  RATE_LIMIT_ANONYMOUS: z.coerce.number('must be a number').int().min(0).optional(),
  MACHSHOP_DEMO_PASSWORD: z.string().min(12, 'must have at least 12 characters').optional(),
});

export interface StartSettings extends z.infer<typeof schema> {
  /** Absolute. */
  readonly dataDir: string;
}

/** The environment holds a setting that is wrong; the message has a line for each. */
export class SettingsProblem extends Error {}

/**
 * Reads the settings of `npm start`.
 * @throws SettingsProblem with one line a setting that is wrong
 */
export function readSettings(env: NodeJS.ProcessEnv = process.env): StartSettings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given);
  if (!result.success) {
    throw new SettingsProblem(
      result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('\n'),
    );
  }
  const dir = result.data.MACHSHOP_DATA_DIR;
  return { ...result.data, dataDir: isAbsolute(dir) ? dir : join(ROOT, dir) };
}
