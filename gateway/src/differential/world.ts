import { createHash } from 'node:crypto';
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type GraphQLTypeResolver,
  getArgumentValues,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import type { SubgraphExecute, SubgraphResponse } from '../transport/transport.ts';
import { type ReadFact, WorldContexts } from './world-contexts.ts';
import { requiredFields, resolvableKeys } from './world-sdl.ts';

/**
 * A world whose every fact follows from type, id, field and arguments, so that any number of subgraphs tell
 * the same of it without sharing data. Keys are told apart and read back by their text: `sku:7` is the sku of 7.
 * A field whose name begins with `fail` throws for some ids, `maybe` gives null for some.
 */
export interface WorldOptions {
  /** Types that share one space of ids: the id tells the type. */
  readonly families: readonly (readonly string[])[];
  /** The types that a field of an abstract type gives. */
  readonly possible: Readonly<Record<string, readonly string[]>>;
  /** The values of enums, those included that clients cannot see. */
  readonly enums: Readonly<Record<string, readonly string[]>>;
  /** Mixed into every fact: another seed is another world. */
  readonly seed: number;
  /** Whether things whose ids end in 9 have been deleted: other subgraphs than the one that names them have lost them. */
  readonly deletions: boolean;
}

/** One of the world's things. */
export interface Node {
  readonly __typename: string;
  readonly $id: string;
  /** What it was found in. */
  readonly $above?: Node;
  readonly [key: string]: unknown;
}

/** Makes a subgraph that tells of the world what its SDL says. */
export function worldSubgraph(sdl: string, options: WorldOptions): SubgraphExecute {
  const schema = buildSubgraphSchema(parse(sdl));
  const entities = schema.getQueryType()?.getFields()._entities;
  if (entities) {
    const keys = resolvableKeys(sdl);
    entities.resolve = (_source, { representations }: { representations: Record<string, unknown>[] }) =>
      representations.map((representation) => {
        const known = keys.get(String(representation.__typename)) ?? [];
        if (!known.some((key) => isBrought(representation, key))) {
          throw new GraphQLError(`nothing can be found by ${JSON.stringify(representation)}`);
        }
        return entityOf(representation, schema, options);
      });
  }
  const run = worldExecutor(schema, requiredFields(sdl), options);
  return async ({ document, variables, operationName }) =>
    (await run(document, variables, operationName)) as SubgraphResponse;
}

type Run = (
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  operationName?: string,
) => Promise<ExecutionResult>;

/** Tells of the world by a schema that has all of it: what a supergraph should answer. */
export function worldReference(schema: GraphQLSchema, sdls: readonly string[], options: WorldOptions): Run {
  const requires = new Map(sdls.flatMap((sdl) => [...requiredFields(sdl)]));
  return worldExecutor(schema, requires, { ...options, whole: new WorldContexts(sdls) });
}

interface ExecutorOptions extends WorldOptions {
  /** Everything is at hand: nothing that is required has to be brought, and contexts are looked up. */
  readonly whole?: WorldContexts;
}

function worldExecutor(
  schema: GraphQLSchema,
  requires: ReadonlyMap<string, SelectionSetNode>,
  options: ExecutorOptions,
): Run {
  const fieldResolver: GraphQLFieldResolver<unknown, unknown> = (source, args, _context, info) =>
    resolveField(
      (source ?? { __typename: info.parentType.name, $id: 'root' }) as Node,
      args,
      info,
      requires,
      options,
    );
  const typeResolver: GraphQLTypeResolver<unknown, unknown> = (value) => (value as Node).__typename;
  return async (document, variableValues, operationName) =>
    execute({ schema, document, variableValues, operationName, fieldResolver, typeResolver });
}

function entityOf(
  representation: Record<string, unknown>,
  schema: GraphQLSchema,
  options: WorldOptions,
): Node | null {
  const id = idOf(representation);
  if (options.deletions && id.endsWith('9')) return null;
  const typename = String(representation.__typename);
  const type = schema.getType(typename);
  const runtime = isInterfaceType(type) ? typeOfId(typename, id, options) : typename;
  const below = Object.entries(representation).map(([name, value]) => {
    const field = isObjectType(type) ? type.getFields()[name] : undefined;
    return [name, field ? thingOf(value, getNamedType(field.type).name) : value] as const;
  });
  return { ...Object.fromEntries(below), __typename: runtime, $id: id };
}

/** What a composite key says of another thing is that thing, if it says its key. */
function thingOf(value: unknown, typename: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const id = keyIn(value as Record<string, unknown>);
  return id === undefined ? value : { __typename: typename, ...value, $id: id };
}

function keyIn(representation: Record<string, unknown>): string | undefined {
  for (const [name, value] of Object.entries(representation)) {
    if (name === '__typename') continue;
    if (typeof value === 'string' && value.startsWith(`${name}:`)) return value.slice(name.length + 1);
  }
  return undefined;
}

function idOf(representation: Record<string, unknown>): string {
  const id = keyIn(representation);
  if (id === undefined) throw new GraphQLError(`no key in ${JSON.stringify(representation)}`);
  return id;
}

function resolveField(
  source: Node,
  args: Record<string, unknown>,
  info: GraphQLResolveInfo,
  requires: ReadonlyMap<string, SelectionSetNode>,
  options: ExecutorOptions,
): unknown {
  const { fieldName, parentType, returnType } = info;
  if (Object.hasOwn(source, fieldName)) return source[fieldName];
  const required = requires.get(`${parentType.name}.${fieldName}`);
  const brought =
    required === undefined ||
    options.whole !== undefined ||
    (isBrought(source, required) && isRight(source, required, parentType, options));
  const read: ReadFact = (node, field) => readFact(node, field, info.schema, options);
  const all = { ...args, ...options.whole?.valuesFor(`${parentType.name}.${fieldName}`, source, read) };
  const fact = [factName(source, fieldName, all), ...(brought ? [] : ['something required is missing'])].join(
    '|',
  );
  if (fieldName.startsWith('fail') && dice(fact, options) % 3 === 0)
    throw new GraphQLError(`no ${fieldName} of ${source.$id}`);
  return factOf(returnType, fact, source, fieldName, options);
}

/** What a field with arguments is of an object. */
function factName({ $id }: Node, field: string, args: Readonly<Record<string, unknown>>): string {
  const sorted = Object.entries(args).sort(([a], [b]) => (a < b ? -1 : 1));
  return [$id, field, JSON.stringify(Object.fromEntries(sorted))].join('|');
}

/** Reads a field without arguments of an object. */
function readFact(source: Node, field: string, schema: GraphQLSchema, options: WorldOptions): unknown {
  if (Object.hasOwn(source, field)) return source[field];
  const type = schema.getType(source.__typename);
  const definition = isObjectType(type) ? type.getFields()[field] : undefined;
  return definition && factOf(definition.type, factName(source, field, {}), source, field, options);
}

/** Whether the values without parts that were brought are those of the object. */
function isRight(
  source: Node,
  required: SelectionSetNode,
  type: GraphQLObjectType,
  options: WorldOptions,
): boolean {
  return required.selections.every((node) => {
    if (node.kind !== Kind.FIELD || node.selectionSet) return true;
    const name = node.name.value;
    const definition = type.getFields()[name];
    // what is told of by chance as missing is told of as such before
    if (!definition || name.startsWith('fail')) return true;
    const fact = factName(source, name, getArgumentValues(definition, node));
    const value = factOf(definition.type, fact, source, name, options);
    return JSON.stringify(value) === JSON.stringify(source[name]);
  });
}

/** Whether an object has all fields of a selection, also below; a null has none below it. */
function isBrought(value: unknown, selection: SelectionSetNode): boolean {
  if (value === null) return true;
  if (Array.isArray(value)) return value.every((item) => isBrought(item, selection));
  const object = value as Record<string, unknown>;
  return selection.selections.every((node) => {
    if (node.kind === Kind.FRAGMENT_SPREAD) return false;
    if (node.kind === Kind.INLINE_FRAGMENT) {
      return node.typeCondition?.name.value !== object.__typename || isBrought(object, node.selectionSet);
    }
    if (!Object.hasOwn(object, node.name.value)) return false;
    return !node.selectionSet || isBrought(object[node.name.value], node.selectionSet);
  });
}

function factOf(
  type: GraphQLOutputType,
  fact: string,
  source: Node,
  field: string,
  options: WorldOptions,
): unknown {
  if (isNonNullType(type)) return factOf(type.ofType, fact, source, field, options);
  const number = dice(fact, options);
  if (field.startsWith('maybe') && number % 4 === 0) return null;
  if (isListType(type)) {
    const length = number % 4;
    return Array.from({ length }, (_, i) => factOf(type.ofType, `${fact}#${i}`, source, field, options));
  }
  const named = getNamedType(type);
  if (isEnumType(named)) {
    const values = options.enums[named.name] ?? [];
    return values[number % values.length];
  }
  if (isObjectType(named) || isAbstractType(named)) {
    // an interface object is an object here, but what it stands for is one of the interface's types
    const types = options.possible[named.name] ?? [named.name];
    const node = nodeOf(types[number % types.length] as string, number >>> 4, options);
    return { ...node, ...(isObjectType(named) ? { __typename: named.name } : {}), $above: source };
  }
  switch (named.name) {
    case 'Int':
      return number % 1000;
    case 'Float':
      return (number % 1000) / 8;
    case 'Boolean':
      return number % 2 === 0;
    case 'ID':
      return `${field}:${source.$id}`;
    case 'JSON':
      return { fact: number, list: [number % 7, null, 'x"y\\z'] };
    default:
      if (field.endsWith('Text')) return `text ${number} "é" \u2028`;
      // what may be a key says whose it is
      return fact === factName(source, field, {}) ? `${field}:${source.$id}` : `${field} ${number}`;
  }
}

/** One of the world's things of a type; things of a family have ids that tell the type. */
function nodeOf(typename: string, number: number, { families }: WorldOptions): Node {
  const family = families.find((types) => types.includes(typename)) ?? [typename];
  const things = Math.ceil(20 / family.length);
  return { __typename: typename, $id: String((number % things) * family.length + family.indexOf(typename)) };
}

function typeOfId(abstract: string, id: string, { families, possible }: WorldOptions): string {
  const family = families.find((types) => possible[abstract]?.every((type) => types.includes(type)));
  if (!family) throw new Error(`the types of ${abstract} are no family`);
  return family[Number(id) % family.length] as string;
}

function dice(fact: string, { seed }: WorldOptions): number {
  return createHash('md5').update(`${seed}|${fact}`).digest().readUInt32LE(0);
}
