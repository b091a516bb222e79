import { z } from 'zod';

const days = z.coerce.number().int().min(1).max(36_600);
const schema = z.object({
  INFLUX_URL: z.url().optional(),
  INFLUX_TOKEN: z.string().min(1).optional(),
  INFLUX_ORG: z.string().min(1).default('machshop'),
  IOT_RAW_DAYS: days.default(90),
  IOT_MINUTE_DAYS: days.default(5 * 365 + 1),
  IOT_HOUR_DAYS: days.default(25 * 365 + 6),
});

/** The settings of this subgraph beside those that all have. */
export type IotEnv = z.infer<typeof schema>;

/**
 * Reads them from the environment.
 * @throws with one line for each setting that is missing or wrong
 */
export function readIotEnv(env: NodeJS.ProcessEnv = process.env): IotEnv {
  const result = schema.safeParse(env);
  const issues = result.success
    ? []
    : result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  if (result.success && result.data.INFLUX_URL && !result.data.INFLUX_TOKEN)
    issues.push('INFLUX_TOKEN: must be set where INFLUX_URL is');
  if (issues.length > 0 || !result.success) throw new Error(issues.join('\n'));
  return result.data;
}
