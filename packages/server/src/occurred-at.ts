import { can } from '@machshop/auth';
import type { Context } from './context.ts';
import { invalidInput, Refused, ruleViolation } from './refusal.ts';

/**
 * When it happened: what the viewer says, where the viewer may say so, else now.
 * @throws Refused when it is in the future, or the viewer lacks `operation:backdate`
 */
export function occurredAtOf(
  ctx: Context,
  given: Date | null | undefined,
  path: readonly string[] = ['input', 'occurredAt'],
): Date {
  const now = ctx.now();
  if (!given) return now;
  if (given > now) throw new Refused(invalidInput(path, 'IN_THE_FUTURE', `${path.at(-1)} is in the future`));
  if (!can(ctx.viewer, 'operation:backdate')) {
    throw new Refused(
      ruleViolation(
        'BACKDATING_NOT_PERMITTED',
        `${path.at(-1)} needs the permission operation:backdate`,
        path,
      ),
    );
  }
  return given;
}
