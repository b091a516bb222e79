import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { getOwn, isInherited, isObject, type Json, setOwn } from '../own.ts';
import type { TypeConditions } from '../types.ts';

/** A field that a representation has. */
export interface RequiredField {
  readonly name: string;
  /** `"name":`, ready to be written. */
  readonly key: string;
  readonly inherited: boolean;
  readonly selection: RequiredSelection | undefined;
}

/** What a representation of an entity of one type has. */
export interface RequiredFields {
  readonly fields: readonly RequiredField[];
  /** Whether it names its type; one that does not is none. */
  readonly named: boolean;
  /** Whether all fields are leaves, so that equal values make equal representations. */
  readonly flat: boolean;
}

/** What a fetch requires of an entity, compiled: it writes representations as JSON and builds them as objects. */
export class RequiredSelection {
  readonly #nodes: readonly QueryPlanSelectionNode[];
  readonly #conditions: TypeConditions;
  readonly #byType = new Map<string | undefined, RequiredFields>();

  constructor(nodes: readonly QueryPlanSelectionNode[], conditions: TypeConditions) {
    this.#nodes = nodes;
    this.#conditions = conditions;
  }

  /** The fields that the representation of this entity has. */
  fieldsOf(entity: Json): RequiredFields {
    const typename = typeof entity.__typename === 'string' ? entity.__typename : undefined;
    let fields = this.#byType.get(typename);
    if (!fields) {
      fields = this.#collect(typename);
      this.#byType.set(typename, fields);
    }
    return fields;
  }

  /** The representation as JSON; undefined if a required field was not obtained. */
  write(entity: Json): string | undefined {
    const { fields } = this.fieldsOf(entity);
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
    for (const field of this.fieldsOf(entity).fields) {
      const value = getOwn(entity, field.name);
      if (value === undefined) return undefined;
      const copy = field.selection ? buildComposite(field.selection, value) : value;
      if (field.inherited) setOwn(result, field.name, copy);
      else result[field.name] = copy;
    }
    return result;
  }

  #collect(typename: string | undefined): RequiredFields {
    const found = new Map<string, QueryPlanSelectionNode[] | undefined>();
    const visit = (nodes: readonly QueryPlanSelectionNode[]): void => {
      for (const node of nodes) {
        if (node.kind === 'InlineFragment') {
          if (node.typeCondition === undefined || typename === undefined) continue;
          if (this.#conditions.covers(node.typeCondition, typename)) visit(node.selections);
          continue;
        }
        const name = node.alias ?? node.name;
        found.set(name, node.selections ? [...(found.get(name) ?? []), ...node.selections] : undefined);
      }
    };
    visit(this.#nodes);
    const fields = [...found].map(([name, nodes]) => ({
      name,
      key: `${JSON.stringify(name)}:`,
      inherited: isInherited(name),
      selection: nodes ? new RequiredSelection(nodes, this.#conditions) : undefined,
    }));
    return {
      fields,
      named: Boolean(typename) && found.has('__typename'),
      flat: fields.every(({ selection, inherited }) => !selection && !inherited),
    };
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
