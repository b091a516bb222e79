import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { getOwn, isInherited, isObject, type Json, setOwn } from '../own.ts';
import type { TypeConditions } from '../types.ts';

interface RequiredField {
  readonly name: string;
  /** `"name":`, ready to be written. */
  readonly key: string;
  readonly inherited: boolean;
  readonly selection: RequiredSelection | undefined;
}

/** What a fetch requires of an entity, compiled: it writes representations as JSON and builds them as objects. */
export class RequiredSelection {
  readonly #nodes: readonly QueryPlanSelectionNode[];
  readonly #conditions: TypeConditions;
  readonly #byType = new Map<string | undefined, readonly RequiredField[]>();

  constructor(nodes: readonly QueryPlanSelectionNode[], conditions: TypeConditions) {
    this.#nodes = nodes;
    this.#conditions = conditions;
  }

  /** The representation as JSON; undefined if a required field was not obtained. */
  write(entity: Json): string | undefined {
    const fields = this.#fieldsOf(entity);
    let text = '{';
    for (let i = 0; i < fields.length; i += 1) {
      const field = fields[i] as RequiredField;
      const value = field.inherited ? getOwn(entity, field.name) : entity[field.name];
      if (value === undefined) return undefined;
      if (i > 0) text += ',';
      text += field.key;
      text += field.selection ? writeComposite(field.selection, value) : JSON.stringify(value);
    }
    return `${text}}`;
  }

  /** The representation as an object of its own; undefined if a required field was not obtained. */
  build(entity: Json): Json | undefined {
    const result: Json = {};
    for (const field of this.#fieldsOf(entity)) {
      const value = getOwn(entity, field.name);
      if (value === undefined) return undefined;
      const copy = field.selection ? buildComposite(field.selection, value) : value;
      if (field.inherited) setOwn(result, field.name, copy);
      else result[field.name] = copy;
    }
    return result;
  }

  /** Whether an object of this type is represented at all: its representation names its type. */
  represents(entity: Json): boolean {
    return Boolean(entity.__typename) && this.#fieldsOf(entity).some((field) => field.name === '__typename');
  }

  #fieldsOf(entity: Json): readonly RequiredField[] {
    const typename = typeof entity.__typename === 'string' ? entity.__typename : undefined;
    let fields = this.#byType.get(typename);
    if (!fields) {
      fields = this.#collect(typename);
      this.#byType.set(typename, fields);
    }
    return fields;
  }

  #collect(typename: string | undefined): RequiredField[] {
    const found = new Map<string, QueryPlanSelectionNode[] | undefined>();
    const visit = (nodes: readonly QueryPlanSelectionNode[]): void => {
      for (const node of nodes) {
        if (node.kind === 'InlineFragment') {
          if (node.typeCondition === undefined || typename === undefined) continue;
          if (this.#conditions.covers(node.typeCondition, typename)) visit(node.selections);
          continue;
        }
        const name = node.alias ?? node.name;
        const below = node.selections ? [...(found.get(name) ?? []), ...node.selections] : undefined;
        found.set(name, below);
      }
    };
    visit(this.#nodes);
    return [...found].map(([name, nodes]) => ({
      name,
      key: `${JSON.stringify(name)}:`,
      inherited: isInherited(name),
      selection: nodes ? new RequiredSelection(nodes, this.#conditions) : undefined,
    }));
  }
}

function writeComposite(selection: RequiredSelection, value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => writeComposite(selection, item)).join(',')}]`;
  return isObject(value) ? (selection.write(value) ?? 'null') : 'null';
}

function buildComposite(selection: RequiredSelection, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => buildComposite(selection, item));
  return isObject(value) ? (selection.build(value) ?? null) : null;
}
