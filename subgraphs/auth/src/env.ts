import { z } from 'zod';

const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/, 'must be 1 to 40 letters, digits, - or _');
const schema = z.object({
  MACHSHOP_TENANT_CODE: code.optional(),
  MACHSHOP_TENANT_NAME: z.string().min(1).max(200).optional(),
  MACHSHOP_SITE_CODE: code.default('MAIN'),
  MACHSHOP_SITE_NAME: z.string().min(1).max(200).default('Main site'),
  MACHSHOP_SITE_TIME_ZONE: z.string().min(1).max(60).default('UTC'),
});

/** What to make at the first start, or null. */
export interface FirstTenant {
  tenant: { code: string; name: string };
  site: { code: string; name: string; timeZone: string };
}

/**
 * Reads from the environment which tenant is made at the first start.
 * @throws with one line for each setting that is wrong
 */
export function readFirstTenant(env: NodeJS.ProcessEnv = process.env): FirstTenant | null {
  const result = schema.safeParse(env);
  if (!result.success) {
    throw new Error(
      result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'),
    );
  }
  const given = result.data;
  if (!given.MACHSHOP_TENANT_CODE) return null;
  return {
    tenant: {
      code: given.MACHSHOP_TENANT_CODE,
      name: given.MACHSHOP_TENANT_NAME ?? given.MACHSHOP_TENANT_CODE,
    },
    site: {
      code: given.MACHSHOP_SITE_CODE,
      name: given.MACHSHOP_SITE_NAME,
      timeZone: given.MACHSHOP_SITE_TIME_ZONE,
    },
  };
}
