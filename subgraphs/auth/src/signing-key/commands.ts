import { type Context, checkInput, Refused, ruleViolation } from '@machshop/server';
import { z } from 'zod';
import { reason } from '../input.ts';
import { servicesOf } from '../services.ts';
import type { SigningKeyFacts } from './tables.ts';

const rotateInput = z.object({ compromised: z.boolean().nullish(), reason });

/** Signs with a new key from now on. */
export async function rotateSigningKey(ctx: Context, raw: unknown): Promise<SigningKeyFacts> {
  const input = checkInput(rotateInput, raw);
  const key = await servicesOf(ctx).keyRing.rotate({
    by: { viewer: ctx.viewer, trace: ctx.trace },
    reason: input.reason ?? null,
    compromised: input.compromised ?? false,
  });
  if (!key) {
    throw new Refused(
      ruleViolation('ROTATED_RECENTLY', 'the signing key is younger than five minutes', ['input']),
    );
  }
  return key;
}
