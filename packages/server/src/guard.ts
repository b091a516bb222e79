import { createRequire } from 'node:module';
import { can, type Permission, type Viewer } from '@machshop/auth';
import { type GraphQLFieldResolver, type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import { withAccess } from './access.ts';
import type { Context } from './context.ts';
import { forbidden, unauthenticated } from './errors.ts';

// its ES module imports util.isUndefined, which Node 24 no longer has; the CommonJS one works
const { rule } = createRequire(import.meta.url)('graphql-shield') as typeof import('graphql-shield');

export type Rule = ReturnType<ReturnType<typeof rule>>;

/** A rule of a whole type, or rules by field with `'*'` for the rest. */
export type TypeRule = Rule | Readonly<Record<string, Rule>>;

/** The rules of an aggregate by type: graphql-shield's shape and graphql-shield's rules. */
export type Permissions = Readonly<Record<string, TypeRule>>;

/** Needs this permission in the viewer's token. */
export const needs = (permission: Permission): Rule =>
  withAccess(
    rule(`needs ${permission}`, { cache: 'no_cache' })((_parent, _args, context: Context) => {
      if (context.viewer.kind === 'ANONYMOUS') return unauthenticated();
      return can(context.viewer, permission) || forbidden(permission);
    }),
    { kind: 'permission', permission },
  );

/** Needs this permission, unless the object is the viewer's own: `(user, viewer) => user.id === viewer.userId`. */
export const needsUnlessOwn = <T>(
  permission: Permission,
  isOwn: (object: T, viewer: Viewer) => boolean,
): Rule =>
  withAccess(
    rule(`needs ${permission} or to be the owner`, { cache: 'no_cache' })(
      (parent: T, _args, { viewer }: Context) => {
        if (viewer.kind === 'ANONYMOUS') return unauthenticated();
        return can(viewer, permission) || isOwn(parent, viewer) || forbidden(permission);
      },
    ),
    { kind: 'owner', permission },
  );

/** Needs a token, whatever it permits. */
export const signedIn: Rule = withAccess(
  rule('signed in', { cache: 'no_cache' })(
    (_parent, _args, context: Context) => context.viewer.kind !== 'ANONYMOUS' || unauthenticated(),
  ),
  { kind: 'signedIn' },
);

/** Open to everyone: signing in, for example. */
export const publicAccess: Rule = withAccess(
  rule('public', { cache: 'no_cache' })(() => true),
  { kind: 'public' },
);

/** Types without an identity of their own: who may see the parent may see them. */
const VALUE_TYPES = new Set(['PageInfo', 'Quantity', '_Service']);
/** The types whose fields are doors, each with a rule of its own. */
export const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);

interface Guarded {
  /** The type-level rule that a nested field of the type, and `_entities`, must pass. */
  typeRule(type: string): Rule | undefined;
}

/**
 * Puts the rules at the doors of the schema: every root field, every representation of `_entities`, every
 * field with a rule of its own, and every field that leads from one type to another with another rule. What
 * is behind a door that was passed needs no second look, so the leaves of a large answer cost nothing.
 * @throws when a root field or an object type has no rule: nothing is open by omission.
 */
export function guard(schema: GraphQLSchema, permissions: Permissions): void {
  const guarded: Guarded = { typeRule: (type) => ruleOfType(permissions[type]) };
  const missing: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const own = permissions[type.name];
    if (!own && !isFree(type.name)) missing.push(type.name);
    for (const field of Object.values(type.getFields())) {
      if (field.name === '_service') continue;
      if (field.name === '_entities') {
        field.resolve = guardEntities(guarded, field.resolve as GraphQLFieldResolver<unknown, Context>);
        continue;
      }
      const fieldRule = ruleOfField(own, field.name);
      const target = getNamedType(field.type).name;
      const doorRule =
        fieldRule ?? (ROOTS.has(type.name) ? undefined : doorBetween(guarded, type.name, target));
      if (ROOTS.has(type.name) && !fieldRule) missing.push(`${type.name}.${field.name}`);
      if (doorRule)
        field.resolve = guardField(
          doorRule,
          field.resolve as GraphQLFieldResolver<unknown, Context> | undefined,
        );
    }
  }
  if (missing.length > 0) throw new Error(`no permission rule for ${missing.join(', ')}`);
}

/** Whether a type needs no rule: who may see what leads to it may see it. */
export const isFree = (type: string): boolean =>
  VALUE_TYPES.has(type) || ROOTS.has(type) || /(Error|Payload|Connection|Edge)$/.test(type);

/** The rule of a type as a whole. */
export function ruleOfType(own: TypeRule | undefined): Rule | undefined {
  if (!own) return undefined;
  return isRule(own) ? own : own['*'];
}

/** The rule of a field of its own. */
export function ruleOfField(own: TypeRule | undefined, field: string): Rule | undefined {
  return own && !isRule(own) ? own[field] : undefined;
}

function doorBetween(guarded: Guarded, from: string, to: string): Rule | undefined {
  const target = guarded.typeRule(to);
  // whoever passed any rule of a type is signed in already
  if (!target || target === signedIn || target === publicAccess) return undefined;
  return target !== guarded.typeRule(from) ? target : undefined;
}

const isRule = (value: TypeRule): value is Rule =>
  typeof (value as { resolve?: unknown }).resolve === 'function';

const OPTIONS = {
  allowExternalErrors: true,
  debug: false,
  fallbackRule: publicAccess,
  fallbackError: null,
} as never;

async function pass(own: Rule, parent: object, args: object, context: Context, info: unknown): Promise<void> {
  const answer = await own.resolve(parent, args as never, context as never, info as never, OPTIONS);
  if (answer instanceof Error) throw answer;
  if (answer !== true) throw forbidden(own.name);
}

function guardField(
  own: Rule,
  resolve: GraphQLFieldResolver<unknown, Context> | undefined,
): GraphQLFieldResolver<unknown, Context> {
  return async (parent, args, context, info) => {
    await pass(own, (parent ?? {}) as object, args, context, info);
    return resolve ? resolve(parent, args, context, info) : defaultField(parent, args, context, info);
  };
}

const defaultField: GraphQLFieldResolver<unknown, Context> = (parent, args, context, info) => {
  const value = (parent as Record<string, unknown>)[info.fieldName];
  return typeof value === 'function' ? value.call(parent, args, context, info) : value;
};

function guardEntities(
  guarded: Guarded,
  resolve: GraphQLFieldResolver<unknown, Context>,
): GraphQLFieldResolver<unknown, Context> {
  return async (parent, args, context, info) => {
    const representations = (args as { representations?: { __typename?: unknown }[] }).representations ?? [];
    for (const type of new Set(representations.map((representation) => String(representation.__typename)))) {
      const own = guarded.typeRule(type);
      if (!own) throw forbidden(`a rule for ${type}`);
      await pass(own, (parent ?? {}) as object, args, context, info);
    }
    return resolve(parent, args, context, info);
  };
}
