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
    return allowed.map((source) => ({ source, filter: source.subject.fill(viewer.tenantId, args) }));
  } catch (error) {
    if (error instanceof SubjectError)
      return refuse('variables', 'BAD_USER_INPUT', `The argument ${error.message}.`, {
        argument: error.argument,
      });
    throw error;
  }
}
