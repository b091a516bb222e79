import { can, type Permission, type Viewer } from '@machshop/auth';
import type { GraphQLFormattedError } from 'graphql';
import type { PlannedSubscription, Refusal } from '../engine-api.ts';
import type { EventField } from './source/event-fields.ts';
import { SubjectError } from './source/subject.ts';
import type { FilledSource } from './stream/group.ts';

/** A subscription that is not begun. */
export function refuse(stage: Refusal['refused'], code: string, message: string, more: object = {}): Refusal {
  const error: GraphQLFormattedError = { message, extensions: { code, ...more } };
  return { refused: stage, errors: [error] };
}

/** How many values a list that fills a subject may have. */
export const MAX_LISTED = 200;
/** How many messages a second of one key a client may ask for. */
export const MAX_RATE_HZ = 100;

type Args = PlannedSubscription['args'];

/** The arguments once for each value of the lists among those that fill a subject. Throws {@link SubjectError}. */
function spread(args: Args, names: readonly string[]): readonly Args[] {
  const list = names.find((name) => Array.isArray(args[name]));
  if (list === undefined) return [args];
  const values = [...new Set((args[list] as readonly unknown[]).map(String))];
  if (values.length === 0 || values.length > MAX_LISTED)
    throw new SubjectError(list, `must have 1 to ${MAX_LISTED} values`);
  return values.flatMap((value) => spread({ ...args, [list]: value }, names));
}

/** How many messages a second of one key a client wants at most; undefined for all of them. */
export function rateOf({ rate }: EventField, { args }: PlannedSubscription): number | undefined | Refusal {
  const wanted = rate === undefined ? undefined : args[rate];
  if (wanted === undefined || wanted === null) return undefined;
  if (typeof wanted === 'number' && wanted > 0 && wanted <= MAX_RATE_HZ) return wanted;
  const message = `The argument ${rate} must be above 0 and at most ${MAX_RATE_HZ}.`;
  return refuse('variables', 'BAD_USER_INPUT', message, { argument: rate });
}

/**
 * The topics of a field that a viewer may hear, with the holes of their subjects filled from the viewer's
 * tenant and the arguments; refused when there is none.
 */
export function sourcesFor(
  field: EventField,
  { args }: PlannedSubscription,
  viewer: Viewer | undefined,
): readonly FilledSource[] | Refusal {
  if (viewer === undefined || viewer.kind === 'ANONYMOUS')
    return refuse('access', 'UNAUTHENTICATED', `Sign in to subscribe to ${field.name}.`);
  const allowed = field.sources.filter(({ permission }) => can(viewer, permission as Permission));
  if (allowed.length === 0) {
    const permissions = [...new Set(field.sources.map(({ permission }) => permission))];
    const message = `To subscribe to ${field.name} you need the permission ${permissions.join(' or ')}.`;
    return refuse('access', 'FORBIDDEN', message, { permissions });
  }
  try {
    return allowed.flatMap((source) =>
      spread(args, source.subject.args).map((one) => ({
        source,
        filter: source.subject.fill(viewer.tenantId, one),
      })),
    );
  } catch (error) {
    if (error instanceof SubjectError)
      return refuse('variables', 'BAD_USER_INPUT', `The argument ${error.message}.`, {
        argument: error.argument,
      });
    throw error;
  }
}
