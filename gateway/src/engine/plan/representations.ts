import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { getOwn, isInherited, isObject, type Json, setOwn } from '../own.ts';
import type { TypeConditions } from '../types.ts';

/** A field that a representation has. */
export interface RequiredField {
  /** Under which the entity has it. */
  readonly name: string;
  /** `"name":` as the representation has it, ready to be written. */
  readonly key: string;
  readonly inherited: boolean;
  readonly selection: RequiredSelection | undefined;
}

/** What a representation of an entity of one type has. */
export interface RequiredFields {
  readonly fields: readonly RequiredField[];
  /** Those by whose values entities of this type differ: all but `__typename`. */
  readonly distinct: readonly RequiredField[];
  /** Whether it names its type; one that does not is none. */
  readonly named: boolean;
  /** Whether all fields are leaves, so that equal values make equal representations. */
  readonly flat: boolean;
}

/** What a fetch requires of an entity, compiled: it writes representations as JSON and builds them as objects. */
export class RequiredSelection {
  readonly #nodes: readonly QueryPlanSelectionNode[];
  readonly #conditions: TypeConditions;
  readonly #only: ReadonlySet<string> | undefined;
  readonly #byType = new Map<string | undefined, RequiredFields>();

  /** @param only the types that may be represented; undefined for all */
  constructor(
    nodes: readonly QueryPlanSelectionNode[],
    conditions: TypeConditions,
    only?: ReadonlySet<string>,
  ) {
    this.#nodes = nodes;
    this.#conditions = conditions;
    this.#only = only;
  }

  /** The fields that the representation of this entity has, if all were obtained. */
  fieldsOf(entity: Json): RequiredFields {
    const typename = typeof entity.__typename === 'string' ? entity.__typename : undefined;
    let fields = this.#byType.get(typename);
    if (!fields) {
      fields = this.#collect(typename);
      this.#byType.set(typename, fields);
    }
    return fields;
  }

  /** The representation as JSON; undefined if not all that is required was obtained. */
  write(entity: Json): string | undefined {
    const { fields } = this.fieldsOf(entity);
    let text = '{';
    for (let i = 0; i < fields.length; i += 1) {
      const field = fields[i] as RequiredField;
      const value = field.inherited ? getOwn(entity, field.name) : entity[field.name];
      if (value === undefined) return undefined;
      if (i > 0) text += ',';
      text += field.key;
      text += field.selection ? writeComposite(field.selection, value) : quoted(value);
    }
    return `${text}}`;
  }

  /** The representation as an object of its own; undefined if what is required was not obtained. */
  build(entity: Json): Json | undefined {
    return buildSelection(this.#nodes, entity, this.#conditions);
  }

  /** The representation of an entity, which must name its type; undefined if too little was obtained for one. */
  represent(entity: Json): Json | undefined {
    const representation = this.build(entity);
    return representation?.__typename ? representation : undefined;
  }

  #collect(typename: string | undefined): RequiredFields {
    const found = new Map<string, QueryPlanSelectionNode[] | undefined>();
    const keys = new Map<string, string>();
    const visit = (nodes: readonly QueryPlanSelectionNode[]): void => {
      for (const node of nodes) {
        if (node.kind === 'InlineFragment') {
          if (node.typeCondition === undefined || typename === undefined) continue;
          if (this.#conditions.covers(node.typeCondition, typename)) visit(node.selections);
          continue;
        }
        const name = node.alias ?? node.name;
        keys.set(name, node.name);
        found.set(name, node.selections ? [...(found.get(name) ?? []), ...node.selections] : undefined);
      }
    };
    visit(this.#nodes);
    const fields = [...found].map(([name, nodes]) => ({
      name,
      key: `${JSON.stringify(keys.get(name))}:`,
      inherited: isInherited(name),
      selection: nodes ? new RequiredSelection(nodes, this.#conditions) : undefined,
    }));
    return {
      fields,
      distinct: fields.filter(({ name }) => name !== '__typename'),
      named:
        typename !== undefined &&
        found.has('__typename') &&
        (this.#only === undefined || this.#only.has(typename)),
      flat: fields.every(({ selection, inherited }) => !selection && !inherited),
    };
  }
}

/** Most strings need no escape. */
const PLAIN = /^[ !#-[\]-~]*$/;

function quoted(value: unknown): string {
  return typeof value === 'string' && PLAIN.test(value) ? `"${value}"` : JSON.stringify(value);
}

function writeComposite(selection: RequiredSelection, value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => writeComposite(selection, item)).join(',')}]`;
  return isObject(value)
    ? (selection.write(value) ?? JSON.stringify(selection.build(value) ?? null))
    : 'null';
}

/**
 * Builds what was obtained. A field that is missing takes the selection around it with it, but a fragment only
 * itself: a condition may have left out what one of them requires.
 */
function buildSelection(
  nodes: readonly QueryPlanSelectionNode[],
  source: Json,
  conditions: TypeConditions,
): Json | undefined {
  const result: Json = {};
  for (const node of nodes) {
    if (node.kind === 'Field') {
      const { name } = node;
      const value = getOwn(source, node.alias ?? name);
      if (value === undefined) return undefined;
      setOwn(
        result,
        name,
        node.selections
          ? combined(getOwn(result, name), buildValue(node.selections, value, conditions))
          : value,
      );
      continue;
    }
    const typename = source.__typename;
    if (
      node.typeCondition === undefined ||
      typeof typename !== 'string' ||
      !conditions.covers(node.typeCondition, typename)
    )
      continue;
    const part = buildSelection(node.selections, source, conditions) ?? {};
    for (const name of Object.keys(part)) setOwn(result, name, combined(getOwn(result, name), part[name]));
  }
  return result;
}

function buildValue(
  nodes: readonly QueryPlanSelectionNode[],
  value: unknown,
  conditions: TypeConditions,
): unknown {
  if (Array.isArray(value)) return value.map((item) => buildValue(nodes, item, conditions));
  return isObject(value) ? (buildSelection(nodes, value, conditions) ?? null) : null;
}

/** Two selections of the same value, put together. */
function combined(known: unknown, value: unknown): unknown {
  if (Array.isArray(known) && Array.isArray(value)) return value.map((item, i) => combined(known[i], item));
  if (!isObject(known) || !isObject(value)) return value;
  const result: Json = { ...known };
  for (const name of Object.keys(value)) setOwn(result, name, combined(getOwn(known, name), value[name]));
  return result;
}
