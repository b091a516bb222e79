import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  parse,
  Source,
} from 'graphql';
import { accessOf } from './access.ts';
import { isFree, type Permissions, ROOTS, type Rule, ruleOfField, ruleOfType } from './guard.ts';

type ObjectNode = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;

interface Insertion {
  readonly at: number;
  readonly text: string;
}

/**
 * Writes the rules of a subgraph into its SDL as `@authenticated`, `@requiresScopes` and `@policy`, so that the
 * gateway refuses what the subgraph would refuse, and the size of its connections as `@listSize`. The rules stand
 * in permissions.ts alone.
 *
 * A root field carries its own rule. A type carries its rule where it is described: one subgraph originates an
 * entity and describes it. Others add fields to a stub, and there each field that they add carries the rule: their
 * rules are not those of the whole type.
 */
export function printDirectives(name: string, sdl: string, permissions: Permissions): string {
  const document = parse(new Source(sdl, `${name}.graphql`));
  const objects = document.definitions.filter(
    (node): node is ObjectNode =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION,
  );
  const insertions = objects.flatMap((node) => [
    ...accessInsertions(node, permissions),
    ...sizeInsertions(node, objects),
  ]);
  const used = new Set(insertions.map(({ text }) => (/@\w+/.exec(text) as RegExpExecArray)[0]));
  // what a schema says of its cost itself
  for (const name of ['@cost', '@listSize']) if (sdl.includes(`${name}(`)) used.add(name);
  for (const node of document.definitions) {
    if (node.kind === Kind.SCHEMA_EXTENSION || node.kind === Kind.SCHEMA_DEFINITION)
      insertions.push(...importInsertions(node.directives ?? [], used));
  }
  return insert(sdl, insertions);
}

function accessInsertions(node: ObjectNode, permissions: Permissions): Insertion[] {
  const type = node.name.value;
  const own = permissions[type];
  const fields = node.fields ?? [];
  const onField = (field: FieldDefinitionNode, rule: Rule | undefined): Insertion[] =>
    rule ? [{ at: endOf(field), text: directiveOf(rule, `${type}.${field.name.value}`) }] : [];
  if (ROOTS.has(type)) return fields.flatMap((field) => onField(field, ruleOfField(own, field.name.value)));
  const whole = ruleOfType(own);
  if (isStub(node)) {
    const keys = keyFields(node);
    return fields
      .filter((field) => !keys.has(field.name.value) && !hasDirective(field, 'external'))
      .flatMap((field) => onField(field, ruleOfField(own, field.name.value) ?? whole));
  }
  const onFields = fields.flatMap((field) => onField(field, ruleOfField(own, field.name.value)));
  if (node.kind === Kind.OBJECT_TYPE_EXTENSION) return onFields;
  const ends = [node.name, ...(node.interfaces ?? []), ...(node.directives ?? [])].map(endOf);
  const at = Math.max(...ends);
  if (whole) return [{ at, text: directiveOf(whole, type) }, ...onFields];
  // who may see what leads to a value may see the value
  return isFree(type) ? [{ at, text: ' @policy(policies: [["parent"]])' }, ...onFields] : onFields;
}

function directiveOf(rule: Rule, coordinate: string): string {
  const access = accessOf(rule);
  if (!access) throw new Error(`the rule of ${coordinate} is not one of those that a gateway can be told`);
  switch (access.kind) {
    case 'public':
      return ' @policy(policies: [["public"]])';
    case 'signedIn':
      return ' @authenticated';
    case 'permission':
      return ` @requiresScopes(scopes: [["${access.permission}"]])`;
    case 'owner':
      return ` @policy(policies: [["${access.permission}"], ["owner"]])`;
  }
}

/** What says how many objects a connection has. */
function sizeInsertions(node: ObjectNode, objects: readonly ObjectNode[]): Insertion[] {
  return (node.fields ?? []).flatMap((field) => {
    const slicing = (field.arguments ?? [])
      .map((argument) => argument.name.value)
      .filter((argument) => argument === 'first' || argument === 'last');
    const connection = objects.find((one) => one.name.value === namedType(field));
    if (slicing.length === 0 || !connection || !connection.name.value.endsWith('Connection')) return [];
    if (hasDirective(field, 'listSize')) return [];
    const sized = (connection.fields ?? [])
      .filter(({ type }) => (type.kind === Kind.NON_NULL_TYPE ? type.type : type).kind === Kind.LIST_TYPE)
      .map((one) => one.name.value);
    const text = ` @listSize(slicingArguments: ${names(slicing)}, sizedFields: ${names(sized)})`;
    return [{ at: endOf(field), text }];
  });
}

const names = (list: readonly string[]): string => `[${list.map((name) => `"${name}"`).join(', ')}]`;

/** Adds the directives used to those imported from the federation's specification. */
function importInsertions(directives: readonly ConstDirectiveNode[], used: ReadonlySet<string>): Insertion[] {
  return directives.flatMap(({ arguments: args }) => {
    const url = args?.find(({ name }) => name.value === 'url')?.value;
    const list = args?.find(({ name }) => name.value === 'import')?.value;
    if (url?.kind !== Kind.STRING || !url.value.includes('/federation/') || list?.kind !== Kind.LIST)
      return [];
    const known = new Set(list.values.map((value) => (value.kind === Kind.STRING ? value.value : '')));
    const missing = [...used].filter((name) => !known.has(name)).sort();
    const last = list.values.at(-1);
    if (!last || missing.length === 0) return [];
    return [{ at: endOf(last), text: missing.map((name) => `, "${name}"`).join('') }];
  });
}

/** An entity that another subgraph originates: it is described there. */
const isStub = (node: ObjectNode): boolean =>
  node.kind === Kind.OBJECT_TYPE_DEFINITION && hasDirective(node, 'key') && !node.description;

function keyFields(node: ObjectNode): Set<string> {
  const keys = (node.directives ?? [])
    .filter(({ name }) => name.value === 'key')
    .map(({ arguments: args }) => args?.find(({ name }) => name.value === 'fields')?.value)
    .flatMap((value) => (value?.kind === Kind.STRING ? (value.value.match(/\w+/g) ?? []) : []));
  return new Set(keys);
}

const hasDirective = (
  { directives }: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
  wanted: string,
): boolean => (directives ?? []).some(({ name }) => name.value === wanted);

function namedType({ type }: FieldDefinitionNode): string {
  let node = type;
  while (node.kind !== Kind.NAMED_TYPE) node = node.type;
  return node.name.value;
}

const endOf = ({ loc }: { readonly loc?: { readonly end: number } | undefined }): number => loc?.end ?? 0;

function insert(text: string, insertions: readonly Insertion[]): string {
  let result = '';
  let from = 0;
  for (const { at, text: added } of [...insertions].sort((a, b) => a.at - b.at)) {
    result += text.slice(from, at) + added;
    from = at;
  }
  return result + text.slice(from);
}
