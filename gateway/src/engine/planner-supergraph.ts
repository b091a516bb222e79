import { Supergraph as ApolloSupergraph } from '@apollo/federation-internals';
import { type DocumentNode, parse, print } from 'graphql';
import type { Supergraph } from '../compose/compose.ts';
import { type PrivateFields, withPrivateFields } from './plan/private-fields.ts';
import { withResolvableKeys } from './resolvable-keys.ts';

/** What a planner should see of a supergraph. */
export interface PlannerSupergraph {
  readonly federated: ApolloSupergraph;
  /** What in its plans has to be replaced. */
  readonly fields: PrivateFields | undefined;
}

/** A required field with arguments, in a supergraph. */
const MAY_REQUIRE_ARGUMENTS = /requires: "[^"]*\(/;

/** The supergraph as the planner should see it; mostly as it is. */
export function plannerSupergraph({ sdl, federated }: Supergraph): PlannerSupergraph {
  // most supergraphs need no change, and to build another one takes time
  if (!sdl.includes('resolvable: false') && !MAY_REQUIRE_ARGUMENTS.test(sdl))
    return { federated, fields: undefined };
  const document: DocumentNode = parse(sdl, { noLocation: true });
  const fields = withPrivateFields(document);
  const seen = withResolvableKeys(fields?.document ?? document);
  if (seen === document) return { federated, fields };
  return { federated: ApolloSupergraph.build(print(seen), { supportedFeatures: null }), fields };
}
