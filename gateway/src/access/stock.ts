import { type DirectiveNode, Kind, parse, print, visit } from 'graphql';
import type { GatewayContext, PreparedOperation, Refusal } from '../engine-api.ts';
import type { AccessControl } from './control.ts';
import { walk } from './narrow.ts';

const DIRECTIVES = new Set(['authenticated', 'requiresScopes', 'policy']);
const SCALARS = new Set(['requiresScopes__Scope', 'policy__Policy']);
const FEATURES = /^https:\/\/specs\.apollo\.dev\/(authenticated|requiresScopes|policy)\//;

/** The supergraph without directives of access: stock @apollo/gateway refuses to load one that has them. */
export function withoutAccess(supergraphSdl: string): string {
  if (!/@(authenticated|requiresScopes|policy)\b/.test(supergraphSdl)) return supergraphSdl;
  const stripped = visit(parse(supergraphSdl, { noLocation: true }), {
    Directive: (node) => (DIRECTIVES.has(node.name.value) || isAccessLink(node) ? null : undefined),
    DirectiveDefinition: (node) => (DIRECTIVES.has(node.name.value) ? null : undefined),
    ScalarTypeDefinition: (node) => (SCALARS.has(node.name.value) ? null : undefined),
  });
  return print(stripped);
}

function isAccessLink({ name, arguments: args }: DirectiveNode): boolean {
  if (name.value !== 'link') return false;
  const url = args?.find((argument) => argument.name.value === 'url')?.value;
  return url?.kind === Kind.STRING && FEATURES.test(url.value);
}

/** For an engine that cannot leave fields out: an operation with a field that is refused is refused as a whole. */
export function refuseWhole(
  access: AccessControl,
  schema: Parameters<typeof walk>[1],
  operation: PreparedOperation,
  context: GatewayContext,
): Refusal | undefined {
  const decision = access.decide(operation, context.viewer);
  if (!decision || decision.refused !== undefined) return decision;
  const errors = new Map<string, Refusal['errors'][number]>();
  walk(operation, schema, access.rules, (types, field) => {
    for (const type of types) {
      const error = decision.refusalOf(type, field.name.value);
      if (error) errors.set(`${type}.${field.name.value}`, error);
    }
  });
  return { refused: 'access', status: 403, errors: [...errors.values()] };
}
