import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { PreparedOperation, Refusal } from '../engine-api.ts';
import type { Grants, GrantsOf } from './grants.ts';
import { conditionsUsed, narrow, walk } from './narrow.ts';
import { type AccessRules, type Condition, isMet, readAccessRules } from './rules.ts';

/** An operation without what the caller may not see. */
export interface Narrowed {
  readonly refused?: undefined;
  /** Equal keys of one operation mean equal plans and shapes. */
  readonly key: string;
  /** What is planned and fetched. */
  readonly operation: PreparedOperation;
  /** Why a field of an object type is null in the answer; undefined for one that may be seen. */
  refusalOf(type: string, field: string): GraphQLFormattedError | undefined;
}

/** `undefined`: the caller may see all that the operation asks for. */
export type Decision = Narrowed | Refusal | undefined;

export interface AccessOptions {
  readonly grantsOf: GrantsOf;
  /** The permission that introspection needs; without it everyone may introspect. */
  readonly introspection?: string | undefined;
}

/** Decides what of an operation a caller may see. Decisions are kept by operation and set of permissions. */
export interface AccessControl {
  readonly rules: AccessRules;
  decide(operation: PreparedOperation, viewer: unknown): Decision;
}

/** How many narrowings of one operation are remembered. */
const MAX_VARIANTS = 100;

interface Profile {
  readonly conditions: readonly Condition[];
  readonly byGrants: WeakMap<Grants, { readonly decision: Decision }>;
  readonly variants: Map<string, Decision>;
}

/** Access control over one supergraph. */
export function createAccessControl(
  supergraph: { readonly sdl: string; readonly apiSchema: GraphQLSchema },
  { grantsOf, introspection }: AccessOptions,
): AccessControl {
  const schema = supergraph.apiSchema;
  const rules = readAccessRules(supergraph.sdl, schema, { introspection });
  const profiles = new WeakMap<PreparedOperation, Profile>();

  const profileOf = (operation: PreparedOperation): Profile => {
    let profile = profiles.get(operation);
    if (!profile) {
      const conditions = conditionsUsed(operation, schema, rules);
      profile = { conditions, byGrants: new WeakMap(), variants: new Map() };
      profiles.set(operation, profile);
    }
    return profile;
  };
  return {
    rules,
    decide(operation, viewer) {
      const profile = profileOf(operation);
      const grants = grantsOf(viewer);
      const known = profile.byGrants.get(grants);
      if (known) return known.decision;
      const unmet = profile.conditions.filter((condition) => !isMet(condition, grants));
      const decision = unmet.length === 0 ? undefined : variantOf(profile, operation, unmet, grants);
      profile.byGrants.set(grants, { decision });
      return decision;
    },
  };

  function variantOf(
    { variants }: Profile,
    operation: PreparedOperation,
    unmet: readonly Condition[],
    { signedIn }: Grants,
  ): Decision {
    const key = `${signedIn ? '' : 'anonymous '}${unmet
      .map(({ id }) => id)
      .sort((a, b) => a - b)
      .join()}`;
    let variant = variants.get(key);
    if (!variant) {
      variant = build(key, operation, new Set(unmet), signedIn);
      if (variants.size >= MAX_VARIANTS) variants.clear();
      variants.set(key, variant);
    }
    return variant;
  }

  function build(
    key: string,
    operation: PreparedOperation,
    unmet: ReadonlySet<Condition>,
    signedIn: boolean,
  ): Decision {
    const refusalOf = (type: string, field: string): GraphQLFormattedError | undefined => {
      const condition = rules.conditionsOf(type, field).find((one) => unmet.has(one));
      return condition && refusalError(condition, `${type}.${field}`, signedIn);
    };
    const roots = rootFields(operation, schema, rules);
    const errors = roots.flatMap(({ type, field, responseName }) => {
      const error = refusalOf(type, field);
      return error ? [{ ...error, path: [responseName] }] : [];
    });
    // a mutation is done as a whole or not at all
    const isWhole = errors.length === roots.length || (operation.kind === 'mutation' && errors.length > 0);
    if (isWhole && errors.length > 0) return refuse(errors, signedIn);
    const isRefused = (type: string, field: string) => refusalOf(type, field) !== undefined;
    return { key, operation: narrow(operation, schema, rules, isRefused), refusalOf };
  }
}

function rootFields(operation: PreparedOperation, schema: GraphQLSchema, rules: AccessRules) {
  const roots: { readonly type: string; readonly field: string; readonly responseName: string }[] = [];
  walk(operation, schema, rules, ([type], { name, alias }, isRoot) => {
    if (isRoot && type !== undefined && name.value !== '__typename')
      roots.push({ type, field: name.value, responseName: alias?.value ?? name.value });
  });
  return roots;
}

function refuse(errors: readonly GraphQLFormattedError[], signedIn: boolean): Refusal {
  return signedIn
    ? { refused: 'access', errors, status: 403 }
    : { refused: 'access', errors, status: 401, headers: { 'www-authenticate': 'Bearer' } };
}

/** What a client is told; it says what would have to change. */
export function refusalError(
  condition: Condition,
  coordinate: string,
  signedIn: boolean,
): GraphQLFormattedError {
  if (condition.kind === 'unruled') {
    const message = `${coordinate} is open to administrators only: it has no rule of access`;
    return { message, extensions: { code: signedIn ? 'FORBIDDEN' : 'UNAUTHENTICATED', coordinate } };
  }
  if (!signedIn) {
    const message = `${coordinate}: sign in first: send a bearer token in the Authorization header`;
    return { message, extensions: { code: 'UNAUTHENTICATED', coordinate } };
  }
  const permission = condition.anyOf.map((all) => all.join(' and ')).join(' or ');
  const message = `${coordinate} needs the permission ${permission}`;
  return { message, extensions: { code: 'FORBIDDEN', permission, coordinate } };
}
