import { permissionsOf, ROLES, type RoleCode } from '@machshop/auth';
import { type AccessRules, type Condition, type Grants, isMet } from '@machshop/gateway';
import { type GraphQLSchema, isObjectType } from 'graphql';

const ANYONE: Grants = { signedIn: false, administrator: false, permissions: new Set() };
/** What is seen with what leads to it has no line of its own. */
const PARENT = 'parent';

const COLUMNS: readonly { readonly title: string; readonly grants: Grants }[] = [
  { title: 'nobody', grants: ANYONE },
  ...(Object.keys(ROLES) as RoleCode[]).map((role) => ({
    title: ROLES[role].title,
    grants: {
      signedIn: true,
      administrator: role === 'ADMINISTRATOR',
      permissions: new Set<string>(permissionsOf([role])),
    },
  })),
];

/**
 * Who may do what, as a page to be reviewed: every root field, every type and every field with a rule of its own,
 * by role.
 */
export function accessMatrix(rules: AccessRules, schema: GraphQLSchema): string {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const sections = roots.flatMap((root) =>
    root
      ? [
          section(
            root.name,
            Object.keys(root.getFields()).map((field) => line(rules, root.name, field)),
          ),
        ]
      : [],
  );
  const rootNames = new Set(roots.map((root) => root?.name));
  const types = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__') && !rootNames.has(type.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const lines = types.flatMap((type) => {
    const own = rules.written.get(type.name);
    const fields = isObjectType(type) ? Object.keys(type.getFields()) : [];
    return [
      ...(own && !followsParent(own) ? [row(type.name, own)] : []),
      ...fields
        .filter((field) => rules.written.has(`${type.name}.${field}`))
        .map((field) => line(rules, type.name, field)),
    ];
  });
  return [
    '# Who may see and do what',
    '',
    'Made from the rules in `permissions.ts` by `npm run codegen`. A row says what is needed and which roles have it',
    '(●). A type’s row holds for all of its fields; a field has a row where it needs more. ○: only what is the',
    'caller’s own, which the subgraph decides. Payloads, connections and values are seen with what leads to them.',
    '',
    ...sections,
    section('Types and their fields', lines),
  ].join('\n');
}

const section = (title: string, rows: readonly string[]): string =>
  [
    `## ${title}`,
    '',
    `| | needs | ${COLUMNS.map((column) => column.title).join(' | ')} |`,
    `|---|---|${COLUMNS.map(() => ':-:|').join('')}`,
    ...rows,
    '',
  ].join('\n');

const line = (rules: AccessRules, type: string, field: string): string =>
  row(`${type}.${field}`, rules.conditionsOf(type, field));

function row(coordinate: string, conditions: readonly Condition[]): string {
  const looked = conditions.filter((condition) => !followsParent([condition]));
  const cells = COLUMNS.map(({ grants }) => {
    if (!looked.every((condition) => isMet(condition, grants))) return '';
    return looked.every((condition) => isMet(withoutOwner(condition), grants)) ? '●' : '○';
  });
  // whoever has a permission has a token
  const said = looked.length > 1 ? looked.filter(({ kind }) => kind !== 'authenticated') : looked;
  return `| ${coordinate} | ${said.map(needed).join(' and ')} | ${cells.join(' | ')} |`;
}

const followsParent = (conditions: readonly Condition[]): boolean =>
  conditions.every(
    ({ kind, anyOf }) => kind === 'policies' && anyOf.length === 1 && anyOf[0]?.[0] === PARENT,
  );

const withoutOwner = (condition: Condition): Condition => ({
  ...condition,
  anyOf: condition.anyOf.filter((all) => !all.includes('owner')),
});

function needed({ kind, anyOf }: Condition): string {
  if (kind === 'authenticated') return 'a token';
  if (kind === 'unruled') return '**no rule**';
  return anyOf
    .map((all) => all.join(' and '))
    .join(' or ')
    .replace('public', 'nothing');
}
