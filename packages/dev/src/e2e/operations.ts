import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
} from 'graphql';

/** An operation on one root field. */
export interface Operation {
  /** `workOrders(filter.partId)`: the field, and what it was filled with beyond what it demands. */
  readonly name: string;
  readonly field: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Where a value stands: an argument of a root field, or a field of an input object below it. */
export interface Slot {
  /** The type that the root field is about: the node of a connection, the object of a payload. */
  readonly subject: string;
  /** The name of the argument or input field. */
  readonly name: string;
  /** The named type of the value. */
  readonly type: string;
}

/** Gives a value for a slot, or undefined where it knows none. */
export type Fill = (slot: Slot) => unknown;

const DAY_MS = 24 * 60 * 60 * 1000;

const DEFAULTS: Readonly<Record<string, unknown>> = {
  ID: '01900000-0000-7000-8000-0000000000aa',
  String: 'X',
  Int: 1,
  Boolean: false,
  Decimal: '1',
  DateTime: '2026-03-01T06:00:00.000Z',
  Date: '2026-03-01',
  JSON: {},
};

/** One operation a mutation: its input holds what is demanded, and beyond that what `fill` knows. */
export function mutationsOf(schema: GraphQLSchema, fill: Fill = () => undefined): Operation[] {
  return Object.values(schema.getMutationType()?.getFields() ?? {}).map((field) => {
    const subject = subjectOfPayload(field);
    const args = field.args.map((arg) => [arg, demandedValue(arg.type, arg.name, subject, fill)] as const);
    return operation('mutation', field, args, '{ __typename errors { __typename code } }', field.name);
  });
}

/**
 * Operations on every query. Beside the one with what is demanded there is one more for each field of a filter
 * (or of another input object) that `fill` knows a value for.
 * @returns also those that could not be made, because `fill` knew no value for something that is demanded
 */
export function queriesOf(schema: GraphQLSchema, fill: Fill): { operations: Operation[]; unmade: string[] } {
  const operations: Operation[] = [];
  const unmade: string[] = [];
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    const subject = subjectOf(field.type);
    const selection = selectionOf(field.type, 2);
    const demanded = field.args.filter(isRequiredArgument);
    const plain = demanded.filter((arg) => !isInputObjectType(getNamedType(arg.type)));
    const args = plain.map((arg) => [arg, leaf(arg, subject, fill)] as const);
    if (args.some(([, value]) => value === undefined)) unmade.push(field.name);
    else {
      if (plain.length === demanded.length)
        operations.push(operation('query', field, args, selection, field.name));
      for (const [arg, name, value] of filters(field, subject, fill))
        operations.push(
          operation('query', field, [...args, [arg, value]], selection, `${field.name}(${arg.name}.${name})`),
        );
    }
  }
  return { operations, unmade };
}

function leaf(arg: GraphQLArgument, subject: string, fill: Fill): unknown {
  if (arg.name === 'first') return 100;
  const type = getNamedType(arg.type).name;
  const value = type === 'DateTime' ? around(arg.name) : fill({ subject, name: arg.name, type });
  return value !== undefined && isListType(getNullableType(arg.type)) ? [value] : value;
}

/** A day to this side or the other of now. */
const around = (name: string): string =>
  new Date(Date.now() + (name === 'to' ? DAY_MS : -DAY_MS)).toISOString();

function* filters(
  field: GraphQLField<unknown, unknown>,
  subject: string,
  fill: Fill,
): Generator<readonly [GraphQLArgument, string, Record<string, unknown>]> {
  for (const arg of field.args) {
    const type = getNamedType(arg.type);
    if (!isInputObjectType(type)) continue;
    for (const { name, type: inner } of Object.values(type.getFields())) {
      const value = fill({ subject, name, type: getNamedType(inner).name });
      if (value !== undefined) yield [arg, name, { [name]: value }];
    }
  }
}

function operation(
  kind: 'query' | 'mutation',
  field: GraphQLField<unknown, unknown>,
  args: readonly (readonly [GraphQLArgument, unknown])[],
  selection: string,
  name: string,
): Operation {
  const declared = args.map(([arg]) => `$${arg.name}: ${arg.type}`).join(', ');
  const passed = args.map(([arg]) => `${arg.name}: $${arg.name}`).join(', ');
  const head = args.length > 0 ? `${kind} (${declared})` : kind;
  const call = args.length > 0 ? `${field.name}(${passed})` : field.name;
  const variables = Object.fromEntries(args.map(([arg, value]) => [arg.name, value]));
  return { name, field: field.name, query: `${head} { ${call} ${selection} }`, variables };
}

/** A value for an input: what `fill` knows, else, where it is demanded, something of the right type. */
function demandedValue(type: GraphQLInputType, name: string, subject: string, fill: Fill): unknown {
  const nullable = getNullableType(type) as GraphQLInputType;
  if (isListType(nullable)) return [demandedValue(nullable.ofType as GraphQLInputType, name, subject, fill)];
  if (isInputObjectType(nullable)) {
    const entries = Object.values(nullable.getFields()).map(
      (one) => [one.name, inputValue(one, subject, fill)] as const,
    );
    return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  }
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name;
  return fill({ subject, name, type: getNamedType(type).name }) ?? DEFAULTS[getNamedType(type).name];
}

function inputValue(field: GraphQLInputField, subject: string, fill: Fill): unknown {
  if (isRequiredInputField(field)) return demandedValue(field.type, field.name, subject, fill);
  const named = getNamedType(field.type);
  if (isInputObjectType(named) || isEnumType(named)) return undefined;
  const value = fill({ subject, name: field.name, type: named.name });
  return value !== undefined && isListType(getNullableType(field.type)) ? [value] : value;
}

/** The node of a connection, else the type itself. */
export function subjectOf(type: GraphQLType): string {
  const named = getNamedType(type as GraphQLInputType);
  if (!isObjectType(named)) return named.name;
  const nodes = named.getFields().nodes;
  return nodes ? getNamedType(nodes.type).name : named.name;
}

/** The first object of a payload. */
function subjectOfPayload(field: GraphQLField<unknown, unknown>): string {
  const payload = getNamedType(field.type);
  if (!isObjectType(payload)) return payload.name;
  const first = Object.values(payload.getFields()).find(
    ({ name, type }) => name !== 'errors' && isObjectType(getNamedType(type)),
  );
  return first ? getNamedType(first.type).name : payload.name;
}

/** Every leaf, and objects that need no arguments down to a depth. Empty for leaves. */
function selectionOf(type: GraphQLType, depth: number): string {
  const named = getNamedType(type as GraphQLInputType);
  if (!isObjectType(named)) return isAbstract(named) ? '{ __typename }' : '';
  const fields = Object.values(named.getFields()).flatMap((field) => {
    if (field.args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined)) return [];
    const inner = getNamedType(field.type);
    if (!isObjectType(inner) && !isAbstract(inner)) return [field.name];
    if (depth === 0 || field.name === 'edges') return [];
    return [`${field.name} ${selectionOf(field.type, depth - 1)}`];
  });
  return `{ __typename ${fields.join(' ')} }`;
}

const isAbstract = (type: GraphQLNamedType): boolean => isUnionType(type) || isInterfaceType(type);
