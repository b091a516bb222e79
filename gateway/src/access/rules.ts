import {
  type ConstDirectiveNode,
  type ConstValueNode,
  type DefinitionNode,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
} from 'graphql';
import type { Grants } from './grants.ts';

/** One condition: every list of `anyOf` is an alternative of which all must be granted. */
export interface Condition {
  readonly kind: 'authenticated' | 'scopes' | 'policies' | 'unruled';
  readonly anyOf: readonly (readonly string[])[];
  /** Equal conditions of one supergraph have the same number. */
  readonly id: number;
}

/** The conditions of every field of a supergraph. */
export interface AccessRules {
  /** What must hold for a field of an object type; empty when it is open. */
  conditionsOf(type: string, field: string): readonly Condition[];
  /** The object types that a type may be at run time. */
  possibleTypes(type: string): readonly string[];
  /** What a whole type demands, and a field of its own, where they stand in the supergraph. */
  readonly written: ReadonlyMap<string, readonly Condition[]>;
  /** Fields of the API, by coordinate, that no rule speaks of. */
  unruled(): string[];
}

/** May be seen by whoever sees what leads to it. */
const OPEN_POLICIES = new Set(['public', 'parent']);
/** Only the subgraph knows whose an object is: it looks again. */
const OWNER = 'owner';
const ROOT_META = new Set(['__schema', '__type']);

/** Whether the caller meets the condition. */
export function isMet({ kind, anyOf }: Condition, grants: Grants): boolean {
  if (kind === 'unruled') return grants.administrator;
  if (kind === 'authenticated') return grants.signedIn;
  const has = (name: string): boolean => {
    if (kind === 'policies') {
      if (OPEN_POLICIES.has(name)) return true;
      if (name === OWNER) return grants.signedIn;
    }
    return grants.permissions.has(name);
  };
  return anyOf.some((all) => all.every(has));
}

export interface AccessRulesOptions {
  /** The permission that introspection needs; without it everyone may introspect. */
  readonly introspection?: string | undefined;
}

/** Reads `@authenticated`, `@requiresScopes` and `@policy` of a supergraph. */
export function readAccessRules(
  supergraphSdl: string,
  schema: GraphQLSchema,
  options: AccessRulesOptions = {},
): AccessRules {
  return new SupergraphRules(parse(supergraphSdl).definitions, schema, options);
}

class SupergraphRules implements AccessRules {
  readonly written = new Map<string, Condition[]>();
  readonly #schema: GraphQLSchema;
  readonly #conditions = new Map<string, Condition>();
  readonly #byCoordinate = new Map<string, readonly Condition[]>();
  readonly #introspection: readonly Condition[];

  constructor(
    definitions: readonly DefinitionNode[],
    schema: GraphQLSchema,
    { introspection }: AccessRulesOptions,
  ) {
    this.#schema = schema;
    this.#introspection = introspection === undefined ? [] : [this.#condition('scopes', [[introspection]])];
    for (const node of definitions) {
      // on interfaces they only repeat what the objects say
      if (
        node.kind !== Kind.OBJECT_TYPE_DEFINITION &&
        node.kind !== Kind.ENUM_TYPE_DEFINITION &&
        node.kind !== Kind.SCALAR_TYPE_DEFINITION
      )
        continue;
      this.#read(node.name.value, node.directives);
      if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
      for (const field of node.fields ?? [])
        this.#read(`${node.name.value}.${field.name.value}`, field.directives);
    }
  }

  conditionsOf(type: string, field: string): readonly Condition[] {
    if (field === '__typename' || type.startsWith('__')) return [];
    if (ROOT_META.has(field)) return this.#introspection;
    const coordinate = `${type}.${field}`;
    let conditions = this.#byCoordinate.get(coordinate);
    if (!conditions) {
      conditions = this.#collect(type, field);
      this.#byCoordinate.set(coordinate, conditions);
    }
    return conditions;
  }

  possibleTypes(name: string): readonly string[] {
    const type = this.#schema.getType(name);
    if (!isAbstractType(type)) return [name];
    return this.#schema.getPossibleTypes(type).map((one) => one.name);
  }

  unruled(): string[] {
    const found: string[] = [];
    for (const type of Object.values(this.#schema.getTypeMap())) {
      if (!isObjectType(type) || type.name.startsWith('__')) continue;
      for (const field of Object.keys(type.getFields()))
        if (this.conditionsOf(type.name, field).some(({ kind }) => kind === 'unruled'))
          found.push(`${type.name}.${field}`);
    }
    return found;
  }

  #collect(type: string, field: string): readonly Condition[] {
    const own = this.written.get(`${type}.${field}`);
    const whole = this.written.get(type);
    // nothing is open by omission
    if (!own && !whole) return [this.#condition('unruled', [])];
    const parent = this.#schema.getType(type);
    const result =
      isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[field]?.type : undefined;
    const target = result ? this.written.get(getNamedType(result).name) : undefined;
    return [...new Set([...(own ?? []), ...(whole ?? []), ...(target ?? [])])];
  }

  #read(coordinate: string, directives: readonly ConstDirectiveNode[] | undefined): void {
    for (const { name, arguments: args } of directives ?? []) {
      const value = args?.[0]?.value;
      let condition: Condition;
      if (name.value === 'authenticated') condition = this.#condition('authenticated', []);
      else if (name.value === 'requiresScopes') condition = this.#condition('scopes', lists(value));
      else if (name.value === 'policy') condition = this.#condition('policies', lists(value));
      else continue;
      const known = this.written.get(coordinate);
      if (known) known.push(condition);
      else this.written.set(coordinate, [condition]);
    }
  }

  #condition(kind: Condition['kind'], anyOf: readonly (readonly string[])[]): Condition {
    const text = `${kind} ${JSON.stringify(anyOf)}`;
    let condition = this.#conditions.get(text);
    if (!condition) {
      condition = { kind, anyOf, id: this.#conditions.size };
      this.#conditions.set(text, condition);
    }
    return condition;
  }
}

function lists(value: ConstValueNode | undefined): string[][] {
  if (value?.kind !== Kind.LIST) return [];
  return value.values.map((inner) =>
    inner.kind === Kind.LIST
      ? inner.values.flatMap((one) => (one.kind === Kind.STRING ? [one.value] : []))
      : [],
  );
}
