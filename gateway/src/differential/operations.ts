import fc from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql';

/** An operation and its variables. */
export interface GeneratedOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

type Draw = fc.GeneratorValue;

const RESERVED = ['representations', 'representations_', 'contextualArgument_1_'];
const MAX_DEPTH = 5;
const MAX_FIELDS = 40;

/** What stock has faults with is left out of operations that are `plain`: @skip and @include, `__typename`, named fragments. */
export type Variety = 'all' | 'plain';

/** Where a value is wanted: an argument of a field, or a field of an input object below it. */
export interface ValueSlot {
  readonly field: GraphQLField<unknown, unknown>;
  /** The name of the argument or input field. */
  readonly name: string;
  /** The name of its type, without lists. */
  readonly type: string;
}

export interface OperationOptions {
  /** Default `all`. */
  readonly variety?: Variety;
  /** Values that mean something, of which one is taken; undefined or none where nothing is known. */
  readonly values?: (slot: ValueSlot) => readonly unknown[] | undefined;
  /** Whether there are mutations as well. Default true. */
  readonly mutations?: boolean;
  /** Whether fragments may come later. Default false. */
  readonly defers?: boolean;
  /** Fields to leave out, as `Type.field`. */
  readonly without?: ReadonlySet<string>;
}

/** Operations at random over a schema: aliases, arguments, variables, fragments, @skip and @include, __typename. */
export function operations(
  schema: GraphQLSchema,
  options: OperationOptions = {},
): fc.Arbitrary<GeneratedOperation> {
  return fc.gen().map((draw) => new OperationBuilder(schema, draw, options).build());
}

class OperationBuilder {
  readonly #schema: GraphQLSchema;
  readonly #draw: Draw;
  readonly #variables = new Map<string, { readonly type: string; readonly value: unknown }>();
  readonly #fragments: string[] = [];
  #aliases = 0;
  #fields = 0;
  #labels = 0;

  readonly #variety: Variety;
  readonly #options: OperationOptions;

  constructor(schema: GraphQLSchema, draw: Draw, options: OperationOptions) {
    this.#schema = schema;
    this.#draw = draw;
    this.#options = options;
    this.#variety = options.variety ?? 'all';
  }

  build(): GeneratedOperation {
    const mutation = this.#options.mutations === false ? undefined : this.#schema.getMutationType();
    const isMutation = mutation && this.#chance(6);
    const root = isMutation ? mutation : this.#schema.getQueryType();
    if (!root) throw new Error('the schema has no query');
    const selection = this.#selection(root, 0);
    const definitions = [...this.#variables].map(([name, { type }]) => `$${name}: ${type}`);
    const head = `${isMutation ? 'mutation' : 'query'} Random${definitions.length > 0 ? `(${definitions.join(', ')})` : ''}`;
    const variables: Record<string, unknown> = {};
    for (const [name, { value }] of this.#variables) if (value !== undefined) variables[name] = value;
    return { query: [`${head} ${selection}`, ...this.#fragments].join('\n'), variables };
  }

  #chance(oneIn: number): boolean {
    return this.#draw(fc.nat, { max: oneIn - 1 }) === 0;
  }

  #pick<T>(items: readonly T[]): T {
    return items[this.#draw(fc.nat, { max: items.length - 1 })] as T;
  }

  #selection(type: GraphQLCompositeType, depth: number): string {
    const parts: string[] = [];
    const all = isUnionType(type) ? [] : Object.values(type.getFields());
    const { without } = this.#options;
    const fields = without ? all.filter(({ name }) => !without.has(`${type.name}.${name}`)) : all;
    const wanted = 1 + this.#draw(fc.nat, { max: depth < 2 ? 4 : 3 });
    for (let i = 0; i < wanted && fields.length > 0 && this.#fields < MAX_FIELDS; i += 1) {
      const field = this.#pick(fields);
      const text = this.#field(field, depth, all);
      if (text) parts.push(text);
    }
    if (isAbstractType(type)) {
      for (const possible of this.#schema.getPossibleTypes(type)) {
        if (depth < MAX_DEPTH && this.#chance(2))
          parts.push(`... on ${possible.name}${this.#defer(type)} ${this.#selection(possible, depth + 1)}`);
      }
    } else if (this.#variety === 'all' && this.#chance(this.#options.defers ? 2 : 5))
      parts.push(this.#fragment(type, depth));
    if (parts.length === 0 || (this.#variety === 'all' && this.#chance(4)))
      parts.push(this.#chance(4) ? `${this.#alias()}: __typename` : '__typename');
    return `{ ${parts.join(' ')} }`;
  }

  #fragment(type: GraphQLCompositeType, depth: number): string {
    const interfaces = isObjectType(type) ? type.getInterfaces() : [];
    const on = interfaces.length > 0 && this.#chance(2) ? this.#pick(interfaces) : type;
    if (depth >= MAX_DEPTH) return '__typename';
    const body = this.#selection(on, depth + 1);
    if (this.#chance(2))
      return `...${this.#chance(2) ? ` on ${on.name}` : ''}${this.#condition()}${this.#defer(type)} ${on === type ? body : `{ ... on ${on.name} ${body} }`}`;
    const name = `F${this.#fragments.length}`;
    this.#fragments.push(`fragment ${name} on ${on.name} ${body}`);
    return `...${name}${this.#condition()}${this.#defer(type)}`;
  }

  /** What a mutation does cannot come later. */
  #defer(type: GraphQLCompositeType): string {
    if (!this.#options.defers || type === this.#schema.getMutationType() || this.#chance(3)) return '';
    const args: string[] = [];
    if (this.#chance(2)) {
      this.#labels += 1;
      args.push(`label: "l${this.#labels}"`);
    }
    if (this.#chance(4)) {
      const value = this.#chance(2);
      args.push(`if: ${this.#chance(2) ? value : `$${this.#variable('Boolean!', value)}`}`);
    }
    return ` @defer${args.length > 0 ? `(${args.join(', ')})` : ''}`;
  }

  #field(
    field: GraphQLField<unknown, unknown>,
    depth: number,
    siblings: readonly GraphQLField<unknown, unknown>[],
  ): string | undefined {
    const named = getNamedType(field.type);
    if (isCompositeType(named) && depth >= MAX_DEPTH) return undefined;
    this.#fields += 1;
    const args = field.args
      .map((argument) => this.#argument(argument, field))
      .filter((text) => text !== undefined);
    // a field with arguments gets a name of its own, so that no two calls of it collide
    const alias = args.length > 0 || this.#chance(6) ? `${this.#alias(siblings)}: ` : '';
    const call = `${alias}${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${this.#condition()}`;
    return isCompositeType(named) ? `${call} ${this.#selection(named, depth + 1)}` : call;
  }

  /** A name of its own, or now and then that of another field, which a plan may need as well. */
  #alias(siblings: readonly GraphQLField<unknown, unknown>[] = []): string {
    if (this.#variety === 'all' && siblings.length > 0 && this.#chance(4)) return this.#pick(siblings).name;
    this.#aliases += 1;
    return `a${this.#aliases}`;
  }

  #condition(): string {
    if (this.#variety === 'plain' || !this.#chance(8)) return '';
    const directive = this.#chance(2) ? 'skip' : 'include';
    const value = this.#chance(2);
    return this.#chance(3)
      ? ` @${directive}(if: ${value})`
      : ` @${directive}(if: $${this.#variable('Boolean!', value)})`;
  }

  #variable(type: string, value: unknown): string {
    const count = this.#variables.size;
    // what a plan may call a variable of its own
    const name =
      this.#variety === 'all' && this.#chance(8)
        ? `${this.#pick(RESERVED)}${count === 0 ? '' : count - 1}`
        : `v${count}`;
    this.#variables.set(name, { type, value });
    return name;
  }

  #argument(argument: GraphQLArgument, field: GraphQLField<unknown, unknown>): string | undefined {
    const { type, name, defaultValue } = argument;
    if (!(isNonNullType(type) && defaultValue === undefined) && this.#chance(3)) return undefined;
    const value = this.#input(type, { field, name });
    if (this.#chance(2)) return `${name}: ${literal(value, type)}`;
    return `${name}: $${this.#variable(String(type), value)}`;
  }

  #input(type: GraphQLInputType, place: Omit<ValueSlot, 'type'>): unknown {
    if (isNonNullType(type))
      return this.#input(type.ofType, place) ?? this.#input(type.ofType, place) ?? fallback(type.ofType);
    if (this.#chance(8)) return null;
    if (isListType(type)) return [this.#input(type.ofType, place)];
    const known = this.#options.values?.({ ...place, type: type.name });
    if (known && known.length > 0 && !this.#chance(10)) return this.#pick(known);
    if (isEnumType(type)) return this.#pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      const value: Record<string, unknown> = {};
      for (const one of Object.values(type.getFields())) {
        if (isNonNullType(one.type) || this.#chance(2))
          value[one.name] = this.#input(one.type, { field: place.field, name: one.name });
      }
      return value;
    }
    return scalar(type.name, this.#draw(fc.nat, { max: 19 }));
  }
}

function scalar(type: string, number: number): unknown {
  if (type === 'Int') return number;
  if (type === 'Boolean') return number % 2 === 0;
  return type === 'Float' ? number / 4 : `id:${number}`;
}

function fallback(type: GraphQLInputType): unknown {
  if (isInputObjectType(type)) return {};
  if (isEnumType(type)) return type.getValues()[0]?.name;
  return String(type) === 'Int' ? 1 : String(type) === 'Boolean' ? true : 'id:1';
}

function literal(value: unknown, type: GraphQLInputType): string {
  if (value === null || value === undefined) return 'null';
  if (isNonNullType(type)) return literal(value, type.ofType);
  if (isListType(type))
    return `[${(value as unknown[]).map((item) => literal(item, type.ofType)).join(', ')}]`;
  if (isEnumType(type)) return String(value);
  if (isInputObjectType(type)) {
    const fields = type.getFields();
    const entries = Object.entries(value as Record<string, unknown>);
    return `{ ${entries.map(([name, one]) => `${name}: ${literal(one, (fields[name] as { type: GraphQLInputType }).type)}`).join(', ')} }`;
  }
  return JSON.stringify(value);
}
