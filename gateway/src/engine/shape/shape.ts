import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLFormattedError,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  type InlineFragmentNode,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { type Deferral, deferralOf } from '../defer.ts';
import type { PrivateNames } from '../names.ts';
import { isInherited } from '../own.ts';
import { type ConditionValues, isIncluded } from '../specialise.ts';
import type { TypeConditions } from '../types.ts';
import { asksFor } from './asks-for.ts';
import { type Literal, literalOf } from './json-buffer.ts';

/** What kind of value stands at a place of the answer. */
export type ValueKind = 'any' | 'int' | 'float' | 'string' | 'boolean' | 'id' | 'enum' | 'list' | 'object';

/** A value's type, compiled for checking and writing. */
export interface ValueShape {
  readonly kind: ValueKind;
  readonly nonNull: boolean;
  readonly item: ValueShape | undefined;
  readonly object: ObjectShape | undefined;
  readonly values: ReadonlySet<string> | undefined;
  readonly typeName: string;
}

/** A field of an object of the answer. */
export interface FieldShape {
  /** The response name. */
  readonly name: string;
  /** The name under which its value was gathered. */
  readonly source: string;
  readonly inherited: boolean;
  /** The brace or comma before it and `"name":`, ready to be written. */
  readonly key: Literal;
  readonly role: 'value' | 'typename' | 'introspection' | 'refused';
  readonly value: ValueShape;
  /** The JSON of a `__typename`; undefined where the runtime type is no object type. */
  readonly literal: string | undefined;
  /** `Type.field`, for messages. */
  readonly coordinate: string;
  /** Why the caller may not see it. */
  readonly refusal: GraphQLFormattedError | undefined;
  /** What the value costs; 0 for objects, which count themselves. */
  readonly weight: number;
}

/** Fields of an object that come later than the others. */
export interface DeferredShape {
  /** What the plan calls it. */
  readonly id: string;
  /** What the client calls it. */
  readonly label: string | undefined;
  readonly shape: ObjectShape;
}

/** Everything that shapes of one operation have in common. */
export interface ShapeContext {
  readonly schema: GraphQLSchema;
  readonly conditions: TypeConditions;
  readonly names: PrivateNames;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly values: ConditionValues;
  /** What comes later, by the label of its `@defer`; without it everything comes at once. */
  readonly deferrals?: ReadonlyMap<string, Deferral> | undefined;
  /** Says why the caller may not see a field. */
  readonly refusalOf?: RefusalOf | undefined;
  /** What one object, or one value, of a field costs. */
  readonly weightOf?: WeightOf | undefined;
}

/** What one object, or one value without fields, of a field costs. */
export type WeightOf = (type: string, field: string) => number;

/** Why the caller may not see a field of an object type; undefined for one that may be seen. */
export type RefusalOf = (type: string, field: string) => GraphQLFormattedError | undefined;

/** How many runtime types one place of an answer remembers. */
const MAX_TYPES = 1_000;

/** An object of the answer: which fields it has depends on its runtime type. */
export class ObjectShape {
  /** The type that the schema declares for this place. */
  readonly declared: string;
  readonly isAbstract: boolean;
  readonly #context: ShapeContext;
  /** What one such object costs, its values aside. */
  readonly weight: number;
  readonly #sets: readonly SelectionSetNode[];
  readonly #byType = new Map<string | undefined, readonly FieldShape[]>();
  #deferred: Map<string | undefined, readonly DeferredShape[]> | undefined;

  constructor(declared: string, sets: readonly SelectionSetNode[], context: ShapeContext, weight: number) {
    this.declared = declared;
    this.weight = weight;
    this.#sets = sets;
    this.#context = context;
    this.isAbstract = isAbstractType(context.schema.getType(declared));
  }

  /** The fields in the order of the answer; undefined for a type that the client's schema does not have. */
  fieldsOf(typename: string | undefined): readonly FieldShape[] | undefined {
    const known = this.#byType.get(typename);
    if (known) return known;
    const type = this.#context.schema.getType(typename ?? this.declared);
    if (!isCompositeType(type)) return undefined;
    const fields = this.#collect(typename);
    if (this.#byType.size < MAX_TYPES) this.#byType.set(typename, fields);
    return fields;
  }

  /** What of an object comes later than its fields; known once its fields are. */
  deferredOf(typename: string | undefined): readonly DeferredShape[] | undefined {
    return this.#deferred?.get(typename);
  }

  /** Whether a name is that of an object type, not of an interface. */
  isRuntimeType(typename: string | undefined): boolean {
    return typename !== undefined && isObjectType(this.#context.schema.getType(typename));
  }

  /** Whether the operation asks for a path of response names from here, of objects of whatever types. */
  asksFor(names: readonly string[]): boolean {
    return asksFor(names, this.#sets, this.#context.fragments);
  }

  #collect(typename: string | undefined): FieldShape[] {
    const found = new Map<
      string,
      { readonly node: FieldNode; readonly parent: string; readonly sets: SelectionSetNode[] }
    >();
    const { fragments, deferrals } = this.#context;
    const deferred: DeferredShape[] = [];
    const visit = (set: SelectionSetNode, parent: string): void => {
      for (const selection of set.selections) {
        if (!isIncluded(selection.directives, this.#context.values)) continue;
        if (selection.kind === Kind.FIELD) {
          const name = selection.alias?.value ?? selection.name.value;
          const entry = found.get(name);
          if (entry && selection.selectionSet) entry.sets.push(selection.selectionSet);
          if (!entry)
            found.set(name, {
              node: selection,
              parent,
              sets: selection.selectionSet ? [selection.selectionSet] : [],
            });
          continue;
        }
        const fragment =
          selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
        if (!fragment) continue;
        const condition = conditionOf(fragment);
        if (condition !== undefined && !this.#context.conditions.covers(condition, typename ?? parent))
          continue;
        const id = deferrals && deferralOf(selection.directives);
        if (id === undefined) visit(fragment.selectionSet, condition ?? parent);
        else {
          const shape = new ObjectShape(condition ?? parent, [fragment.selectionSet], this.#context, 0);
          deferred.push({ id, label: deferrals?.get(id)?.label, shape });
        }
      }
    };
    for (const set of this.#sets) visit(set, this.declared);
    if (deferred.length > 0) {
      this.#deferred ??= new Map();
      this.#deferred.set(typename, deferred);
    }
    return [...found].map(([name, { node, parent, sets }], index) => {
      const key = literalOf(`${index === 0 ? '{' : ','}${JSON.stringify(name)}:`);
      return this.#field(name, key, node, typename ?? parent, parent, sets);
    });
  }

  #field(
    name: string,
    key: Literal,
    node: FieldNode,
    runtime: string,
    parent: string,
    sets: readonly SelectionSetNode[],
  ): FieldShape {
    const { schema, names } = this.#context;
    const fieldName = node.name.value;
    const source = names.of(node);
    const base = {
      name,
      source,
      inherited: isInherited(source),
      key,
      literal: undefined,
      weight: 0,
      coordinate: `${runtime}.${fieldName}`,
      refusal: this.#context.refusalOf?.(runtime, fieldName),
    };
    if (fieldName === '__typename') {
      const literal = isObjectType(schema.getType(runtime)) ? JSON.stringify(runtime) : undefined;
      return { ...base, role: 'typename', value: STRING, literal };
    }
    if (fieldName === '__schema' || fieldName === '__type') {
      const value = { ...STRING, nonNull: fieldName === '__schema' };
      return { ...base, role: base.refusal ? 'refused' : 'introspection', value };
    }
    const type = fieldType(schema, runtime, fieldName) ?? fieldType(schema, parent, fieldName);
    if (!type) throw new Error(`the schema has no field ${runtime}.${fieldName}`);
    const ofOne = this.#context.weightOf?.(runtime, fieldName) ?? 0;
    const value = valueShape(type, sets, this.#context, ofOne);
    const weight = isCompositeType(getNamedType(type)) ? 0 : ofOne;
    return { ...base, role: base.refusal ? 'refused' : 'value', value, weight };
  }
}

const STRING: ValueShape = {
  kind: 'string',
  nonNull: true,
  item: undefined,
  object: undefined,
  values: undefined,
  typeName: 'String',
};

const SCALARS: Readonly<Record<string, ValueKind>> = {
  Int: 'int',
  Float: 'float',
  String: 'string',
  Boolean: 'boolean',
  ID: 'id',
};

function valueShape(
  type: GraphQLOutputType,
  sets: readonly SelectionSetNode[],
  context: ShapeContext,
  weight: number,
): ValueShape {
  const nonNull = isNonNullType(type);
  const nullable = nonNull ? type.ofType : type;
  const base = { nonNull, item: undefined, object: undefined, values: undefined, typeName: String(nullable) };
  if (isListType(nullable))
    return { ...base, kind: 'list', item: valueShape(nullable.ofType, sets, context, weight) };
  const named = getNamedType(nullable);
  if (isCompositeType(named))
    return { ...base, kind: 'object', object: new ObjectShape(named.name, sets, context, weight) };
  if (isEnumType(named))
    return { ...base, kind: 'enum', values: new Set(named.getValues().map(({ name }) => name)) };
  return { ...base, kind: Object.hasOwn(SCALARS, named.name) ? (SCALARS[named.name] as ValueKind) : 'any' };
}

function fieldType(
  schema: GraphQLSchema,
  typeName: string,
  fieldName: string,
): GraphQLOutputType | undefined {
  const type = schema.getType(typeName);
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[fieldName]?.type : undefined;
}

function conditionOf(fragment: InlineFragmentNode | FragmentDefinitionNode): string | undefined {
  return fragment.typeCondition?.name.value;
}

/** The root of an operation's answer. */
export function rootShape(
  root: GraphQLObjectType,
  set: SelectionSetNode,
  context: ShapeContext,
): ObjectShape {
  return new ObjectShape(root.name, [set], context, 0);
}
