import type { FetchNode, QueryPlanFieldNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { Kind, parse, print, stripIgnoredCharacters, visit } from 'graphql';
import { entityFields, narrowed } from './mend.ts';
import type { PrivateFields } from './private-fields.ts';

/**
 * Puts the real fields in the place of private ones: under the private name where they are fetched, by that name
 * into the real one where they are required. A fetch that requires one field with several arguments becomes
 * several, since a representation can bring it once.
 */
export function withRealFields(fetch: FetchNode, fields: PrivateFields): readonly FetchNode[] {
  const real = restored(fetch, fields);
  return real.requires && isTwofold(real.requires) ? split(real, fields) : [real];
}

function restored(fetch: FetchNode, { byName }: PrivateFields): FetchNode {
  const requires = fetch.requires?.map(function real(node): QueryPlanSelectionNode {
    const selections = node.selections && { selections: node.selections.map(real) };
    if (node.kind === 'InlineFragment') return { ...node, ...selections };
    const stands = byName.get(node.name);
    return {
      ...node,
      ...(stands ? { name: stands.field, alias: node.alias ?? node.name } : {}),
      ...selections,
    };
  });
  const document = parse(fetch.operation, { noLocation: true });
  const operation = visit(document, {
    Field(node) {
      const stands = byName.get(node.name.value);
      if (!stands) return undefined;
      const { field, args } = stands;
      return {
        ...node,
        alias: node.alias ?? node.name,
        name: { kind: Kind.NAME, value: field },
        arguments: args ?? [],
      };
    },
  });
  return {
    ...fetch,
    ...(requires ? { requires } : {}),
    operation: operation === document ? fetch.operation : stripIgnoredCharacters(print(operation)),
  };
}

/** Whether one field is required in two ways at one place. */
function isTwofold(nodes: readonly QueryPlanSelectionNode[]): boolean {
  const fields = flat(nodes);
  const sources = new Map<string, string>();
  for (const { name, alias } of fields) {
    const known = sources.get(name);
    if (known !== undefined && known !== (alias ?? name)) return true;
    sources.set(name, alias ?? name);
  }
  return [...sources.keys()].some((name) =>
    isTwofold(fields.filter((field) => field.name === name).flatMap(({ selections }) => selections ?? [])),
  );
}

function flat(nodes: readonly QueryPlanSelectionNode[]): QueryPlanFieldNode[] {
  return nodes.flatMap((node) => (node.kind === 'Field' ? [node] : flat(node.selections)));
}

function split(fetch: FetchNode, { byName, requiredBy }: PrivateFields): readonly FetchNode[] {
  const groups: { readonly fields: Set<unknown>; readonly needs: Set<string> }[] = [];
  const entries = entityFields(fetch);
  for (const [field, on] of entries) {
    const needs = needsOf(field.name.value, on, requiredBy);
    const group = groups.find((one) => agree(one.needs, needs, byName)) ?? {
      fields: new Set(),
      needs: new Set(),
    };
    if (group.fields.size === 0) groups.push(group);
    group.fields.add(`${on} ${print(field)}`);
    for (const need of needs) group.needs.add(need);
  }
  return groups.map(({ fields, needs }) =>
    narrowed(
      fetch,
      (field, on) => fields.has(`${on} ${print(field)}`),
      without(fetch.requires ?? [], (name) => byName.has(name) && !needs.has(name)),
    ),
  );
}

/** The private fields that a field requires; of an interface’s field, those of all that may implement it. */
function needsOf(
  field: string,
  on: string | undefined,
  requiredBy: PrivateFields['requiredBy'],
): Set<string> {
  const exact = requiredBy.get(`${on}.${field}`);
  if (exact) return new Set(exact);
  const any = [...requiredBy].filter(([coordinate]) => coordinate.endsWith(`.${field}`));
  return new Set(any.flatMap(([, names]) => [...names]));
}

/** Whether no field is needed in two ways. */
function agree(a: ReadonlySet<string>, b: ReadonlySet<string>, byName: PrivateFields['byName']): boolean {
  const field = (name: string) => byName.get(name)?.field;
  return ![...a].some((one) => [...b].some((other) => one !== other && field(one) === field(other)));
}

function without(
  nodes: readonly QueryPlanSelectionNode[],
  drop: (name: string) => boolean,
): QueryPlanSelectionNode[] {
  return nodes.flatMap((node): QueryPlanSelectionNode[] => {
    if (node.kind === 'Field' && node.alias !== undefined && drop(node.alias)) return [];
    if (!node.selections) return [node];
    const selections = without(node.selections, drop);
    return selections.length > 0 ? [{ ...node, selections }] : [];
  });
}
