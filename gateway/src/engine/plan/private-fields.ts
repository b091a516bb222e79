import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  type InterfaceTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  print,
  type SelectionSetNode,
  type TypeNode,
  visit,
} from 'graphql';
import { joinArgument, requirementOf } from './join.ts';

/** A field of the planner's own: what it stands for is a field with arguments. */
export interface PrivateField {
  readonly name: string;
  /** The field that it stands for. */
  readonly field: string;
  readonly args: FieldNode['arguments'];
}

/** A supergraph in which what `@requires` asks for with arguments are fields of their own. */
export interface PrivateFields {
  readonly document: DocumentNode;
  readonly byName: ReadonlyMap<string, PrivateField>;
  /** The private fields that a field requires, by coordinate. */
  readonly requiredBy: ReadonlyMap<string, ReadonlySet<string>>;
}

type Composite = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/**
 * Makes fields of their own for what `@requires` asks for with arguments. The planner takes two calls of a field with
 * different arguments for one, also where the client makes one of them. Undefined where nothing is required
 * so.
 */
export function withPrivateFields(document: DocumentNode): PrivateFields | undefined {
  return document.definitions.some(hasArguments) ? new Maker(document).make() : undefined;
}

class Maker {
  readonly #document: DocumentNode;
  readonly #types: ReadonlyMap<string, Composite>;
  /** Names of all fields: a private one must have another. */
  readonly #names: ReadonlySet<string>;
  /** Fields that are required with arguments, by type and name: they are private in all that requires them. */
  readonly #wanted = new Set<string>();
  readonly #byText = new Map<string, PrivateField>();
  /** The private fields of each type. */
  readonly #ofType = new Map<string, Set<PrivateField>>();
  readonly #requiredBy = new Map<string, Set<string>>();
  /** The names in all that is provided. */
  readonly #provided: ReadonlySet<string>;

  constructor(document: DocumentNode) {
    this.#document = document;
    this.#types = new Map(document.definitions.filter(isComposite).map((type) => [type.name.value, type]));
    this.#names = new Set(
      [...this.#types.values()].flatMap(({ fields }) => (fields ?? []).map(({ name }) => name.value)),
    );
    this.#provided = new Set(
      [...this.#types.values()].flatMap(({ fields }) => (fields ?? []).flatMap(providedNames)),
    );
  }

  make(): PrivateFields {
    for (const type of this.#types.values())
      this.#eachRequirement(type, (_field, set) => this.#collect(set, type.name.value));
    const required = visit(this.#document, {
      FieldDefinition: (node, _key, _parent, _path, ancestors) => {
        const type = ancestors.findLast((one) => !Array.isArray(one)) as Composite;
        const directives = node.directives?.map((directive) => this.#privately(directive, type, node));
        return { ...node, ...(directives ? { directives } : {}) };
      },
    });
    const document = visit(required, {
      ObjectTypeDefinition: (node) => this.#extended(node),
      InterfaceTypeDefinition: (node) => this.#extended(node),
    });
    const byName = new Map([...this.#byText.values()].map((field) => [field.name, field]));
    return { document, byName, requiredBy: this.#requiredBy };
  }

  #eachRequirement(type: Composite, tell: (field: FieldDefinitionNode, set: SelectionSetNode) => void): void {
    for (const field of type.fields ?? [])
      for (const directive of field.directives ?? []) {
        const set = requirementOf(directive);
        if (set) tell(field, set);
      }
  }

  /** Finds what is required with arguments. */
  #collect(set: SelectionSetNode, parent: string): void {
    this.#walk(set, parent, (field, type) => {
      if ((field.arguments ?? []).length > 0) this.#wanted.add(`${type}.${field.name.value}`);
      return field;
    });
  }

  /** A directive whose requirement names private fields. */
  #privately(
    directive: ConstDirectiveNode,
    { name }: Composite,
    field: FieldDefinitionNode,
  ): ConstDirectiveNode {
    const set = requirementOf(directive);
    if (!set) return directive;
    const coordinate = `${name.value}.${field.name.value}`;
    const changed = this.#walk(set, name.value, (one, type) => {
      if (!this.#wanted.has(`${type}.${one.name.value}`)) return one;
      const made = this.#fieldFor(one, type);
      const all = this.#requiredBy.get(coordinate) ?? new Set();
      this.#requiredBy.set(coordinate, all.add(made.name));
      const { arguments: _args, ...rest } = one;
      return { ...rest, name: { kind: Kind.NAME, value: made.name } };
    });
    const text = print(changed).slice(1, -1).replace(/\s+/g, ' ').trim();
    const args = directive.arguments?.map((one) =>
      one.name.value === 'requires' ? { ...one, value: { kind: Kind.STRING, value: text } as const } : one,
    );
    return { ...directive, ...(args ? { arguments: args } : {}) };
  }

  #fieldFor(node: FieldNode, type: string): PrivateField {
    const field = node.name.value;
    const text = print({ kind: Kind.FIELD, name: node.name, arguments: node.arguments ?? [] });
    let made = this.#byText.get(text);
    if (!made) {
      let name = `${field}__r${this.#byText.size}`;
      while (this.#names.has(name)) name += '_';
      made = { name, field, args: node.arguments ?? [] };
      this.#byText.set(text, made);
    }
    for (const holder of this.#holdersOf(type)) {
      const fields = this.#ofType.get(holder) ?? new Set();
      this.#ofType.set(holder, fields.add(made));
    }
    return made;
  }

  /** A type, and those that implement it: they must have its fields. */
  #holdersOf(name: string): string[] {
    const implementers = [...this.#types.values()].filter((type) =>
      type.interfaces?.some((one) => one.name.value === name),
    );
    return [name, ...implementers.map((type) => type.name.value)];
  }

  #extended<T extends Composite>(type: T): T {
    const made = [...(this.#ofType.get(type.name.value) ?? [])];
    if (made.length === 0) return type;
    const fields = made.flatMap(({ name, field }) => {
      const original = type.fields?.find((one) => one.name.value === field);
      return original
        ? [{ ...original, name: { kind: Kind.NAME, value: name } as const, arguments: [] }]
        : [];
    });
    const replaced = new Set(made.map(({ field }) => field));
    const rest = type.fields?.map((one) => (replaced.has(one.name.value) ? this.#withoutExternal(one) : one));
    return { ...type, fields: [...(rest ?? []), ...fields] };
  }

  /** What was external because it is required is not looked for there any more, unless something provides it. */
  #withoutExternal(field: FieldDefinitionNode): FieldDefinitionNode {
    if (this.#provided.has(field.name.value)) return field;
    return { ...field, directives: field.directives?.filter((one) => !isExternal(one)) ?? [] };
  }

  /** Changes the fields of a selection on a type, those below first. */
  #walk(
    set: SelectionSetNode,
    parent: string,
    change: (field: FieldNode, type: string) => FieldNode,
  ): SelectionSetNode {
    const selections = set.selections.map((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return selection;
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const type = selection.typeCondition?.name.value ?? parent;
        return { ...selection, selectionSet: this.#walk(selection.selectionSet, type, change) };
      }
      const below = selection.selectionSet;
      const type = this.#typeOf(parent, selection.name.value);
      const deeper =
        below && type !== undefined
          ? { ...selection, selectionSet: this.#walk(below, type, change) }
          : selection;
      return change(deeper, parent);
    });
    return { ...set, selections };
  }

  #typeOf(parent: string, field: string): string | undefined {
    const found = this.#types.get(parent)?.fields?.find(({ name }) => name.value === field);
    return found && namedType(found.type);
  }
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

function isComposite(node: DocumentNode['definitions'][number]): node is Composite {
  return node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_DEFINITION;
}

function hasArguments(node: DocumentNode['definitions'][number]): boolean {
  if (!isComposite(node)) return false;
  return (node.fields ?? []).some(({ directives }) =>
    (directives ?? []).some((directive) => {
      const set = requirementOf(directive);
      return set !== undefined && print(set).includes('(');
    }),
  );
}

function isExternal(directive: ConstDirectiveNode): boolean {
  const value = joinArgument(directive, 'external');
  return value?.kind === Kind.BOOLEAN && value.value;
}

function providedNames({ directives }: FieldDefinitionNode): string[] {
  return (directives ?? []).flatMap((directive) => {
    const value = joinArgument(directive, 'provides');
    return value?.kind === Kind.STRING ? (value.value.match(/[_A-Za-z]\w*/g) ?? []) : [];
  });
}
