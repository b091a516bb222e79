import type { Random } from './random.ts';

/** What is sent as a GraphQL request. */
export interface HostileRequest {
  readonly query: string;
  readonly operationName?: string;
  readonly variables?: unknown;
  /** In place of `variables`: JSON that is too deep to be made of values. */
  readonly variablesText?: string;
}

/** A request as JSON. */
export function writeRequest({ query, operationName, variables, variablesText }: HostileRequest): string {
  const name = operationName === undefined ? '' : `,"operationName":${JSON.stringify(operationName)}`;
  const values = variablesText ?? (variables === undefined ? undefined : JSON.stringify(variables));
  return `{"query":${JSON.stringify(query)}${name}${values === undefined ? '' : `,"variables":${values}`}}`;
}

type Maker = (random: Random) => HostileRequest;

/** Names that every object answers to, and others that do harm where objects are used as maps. */
export const PROTOTYPE_NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '__defineGetter__',
  'then',
  'toJSON',
] as const;

const VALID = [
  '{ order(id: "o1") { id number status part { id name } } }',
  'query Q($id: ID!) { order(id: $id) { ...f } } fragment f on Order { id part { name } }',
  'mutation { touch(id: "o1") { id status } }',
  'query ($yes: Boolean!) { order(id: "o1") { id @include(if: $yes) number @skip(if: $yes) } }',
  '{ __schema { types { name fields { name type { name ofType { name } } } } } }',
  'subscription { orderChanged(id: "o1") { event order { id status } } }',
];
const NUMBERS = [
  '1e400',
  '-0',
  '99999999999999999999999999',
  '0.1e-999',
  '-9223372036854775809',
  '00',
  '1_000',
];
const TOKENS = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  ':',
  '$',
  '@',
  '!',
  '|',
  '&',
  '=',
  '...',
  'on',
  'query',
  'fragment',
]
  .concat([
    'order',
    'id',
    '"o1"',
    '"""',
    '"',
    '#',
    '\\u{110000}',
    '\\ud800',
    ',',
    '\0',
    '\ufeff',
    '1',
    '-',
    '.',
  ])
  .concat(PROTOTYPE_NAMES);

/** Fragments that come later, in each other. */
const deferred = (levels: number): string =>
  `${'{ id part { id name } ... @defer '.repeat(levels)}{ status }${' }'.repeat(levels)}`;

/** Makers of hostile documents, by what they are. */
export const DOCUMENTS: Readonly<Record<string, Maker>> = {
  deep: (random) => {
    const levels = random.int(20, 10_000);
    return { query: `${'{ order(id: "o1") '.repeat(levels)}{ id }${' }'.repeat(levels)}` };
  },
  deferred: (random) => {
    const many = random.times(random.int(1, 200), (i) => `... @defer(label: "l${i}") { id part { name } }`);
    return {
      query: random.pick([
        `{ order(id: "o1") ${deferred(random.int(1, 20))} }`,
        `{ order(id: "o1") ${deferred(random.int(20, 2_000))} }`,
        `{ order(id: "o1") { ${many.join(' ')} } }`,
        `{ order(id: "o1") { ...a ...a @defer } } fragment a on Order { ...b @defer ...b } fragment b on Order { id ...c @defer ... @defer { ...c } } fragment c on Order { part { id ... @defer { name } } }`,
        '{ order(id: "o1") { ...a } } fragment a on Order { ...a @defer }',
        '{ ... @defer(label: "__proto__") { order(id: "o1") { constructor: id } } order(id: "o1") { __proto__: id } }',
        'mutation { ... @defer { touch(id: "o1") { id } } touch(id: "o1") { ... @defer { status } } }',
        'subscription { ... @defer { orderChanged(id: "o1") { event } } }',
        '{ order(id: "o1") { ... @defer(label: 7, if: "x") { id } ... @defer @defer { id } } }',
        'query ($i: Boolean) { order(id: "o1") { ... @defer(if: $i) { id } } }',
      ]),
    };
  },
  'deep lists': (random) => {
    const levels = random.int(20, 9_000);
    return { query: `{ order(id: ${'['.repeat(levels)}1${']'.repeat(levels)}) { id } }` };
  },
  'deep values': (random) => {
    const levels = random.int(100, 5_000);
    return {
      query: 'query ($id: ID!) { order(id: $id) { id } }',
      variablesText: `{"id":${'['.repeat(levels)}${']'.repeat(levels)}}`,
    };
  },
  wide: (random) => ({
    query: `{ order(id: "o1") {${' id number status'.repeat(random.int(10, 3_000))} } }`,
  }),
  'alias bomb': (random) => {
    const aliases = random.times(
      random.int(10, 1_900),
      (i) => `a${i}: order(id: "${random.int(1, 9)}") { id part { name } }`,
    );
    return { query: `{ ${aliases.join(' ')} }` };
  },
  'entity aliases': (random) => {
    const aliases = random.times(random.int(5, 190), (i) => `a${i}: part { id b${i}: name }`);
    return { query: `{ order(id: "o1") { ${aliases.join(' ')} } }` };
  },
  'cyclic fragments': (random) => {
    const length = random.int(1, 300);
    const fragments = random.times(length, (i) => `fragment f${i} on Order { id ...f${(i + 1) % length} }`);
    return { query: `{ order(id: "o1") { ...f0 } } ${fragments.join(' ')}` };
  },
  'doubling fragments': (random) => {
    const levels = random.int(5, 60);
    const fragments = random.times(
      levels,
      (i) => `fragment f${i} on Order { ...f${i + 1} x${i}: part { id } ...f${i + 1} }`,
    );
    return {
      query: `{ order(id: "o1") { ...f0 } } ${fragments.join(' ')} fragment f${levels} on Order { id }`,
    };
  },
  'conflicting fields': (random) => {
    const fields = random.times(random.int(10, 1_500), (i) => `order(id: "${i}") { id }`);
    return { query: `{ ${fields.join(' ')} }` };
  },
  'many fragments': (random) => {
    const count = random.int(10, 1_500);
    const spreads = random.times(count, (i) => `...f${i}`).join(' ');
    const fragments = random.times(count, (i) => `fragment f${i} on Order { id part { name } }`);
    return { query: `{ order(id: "o1") { ${spreads} } } ${fragments.join(' ')}` };
  },
  'many operations': (random) => {
    const operations = random.times(random.int(2, 1_500), (i) => `query Q${i} { order(id: "o1") { id } }`);
    return {
      query: operations.join(' '),
      operationName: random.pick(['Q0', 'Q1', 'none', '__proto__', 'Q'.repeat(5_000)]),
    };
  },
  'many variables': (random) => {
    const count = random.int(2, 3_000);
    const definitions = random.times(count, (i) => `$v${i}: ID = "x"`).join(' ');
    return { query: `query (${definitions}) { order(id: $v0) { id } }`, variables: { v0: 'o1' } };
  },
  'many conditions': (random) => {
    const count = random.int(1, 40);
    const definitions = random.times(count, (i) => `$c${i}: Boolean!`).join(' ');
    const fields = random.times(count, (i) => `f${i}: id @include(if: $c${i})`).join(' ');
    const variables = Object.fromEntries(random.times(count, (i) => [`c${i}`, random.chance(0.5)]));
    return { query: `query (${definitions}) { order(id: "o1") { id ${fields} } }`, variables };
  },
  directives: (random) => ({
    query: `{ order(id: "o1") { id ${random
      .pick(['@skip(if: true) ', '@deprecated ', '@policy ', '@a '])
      .repeat(random.int(1, 3_000))} number } }`,
  }),
  'huge numbers': (random) => ({
    query: `query ($id: ID!) { order(id: ${random.chance(0.5) ? random.pick(NUMBERS) : '$id'}) { id } }`,
    variables: { id: random.pick([1e308, -1e308, Number.MAX_SAFE_INTEGER + 2, 0.1, '9'.repeat(10_000)]) },
  }),
  'prototype names': (random) => {
    const name = random.pick(PROTOTYPE_NAMES);
    const other = random.pick(PROTOTYPE_NAMES);
    return {
      query: random.pick([
        `{ ${name}: order(id: "o1") { ${other}: id part { ${name}: name } } }`,
        `query ${name}($${other}: ID!) { order(id: $${other}) { ${name}: number } }`,
        `{ order(id: "o1") { ...${name} } } fragment ${name} on Order { ${other}: id }`,
        `{ ${name} }`,
        `{ order(${name}: "o1") { id } }`,
        `{ order(id: "${name}") { id } }`,
      ]),
      operationName: random.chance(0.3) ? name : undefined,
      variablesText: `{"${other}":"o1","__proto__":{"id":"o1"},"constructor":{"prototype":{"id":1}}}`,
    } as HostileRequest;
  },
  strings: (random) => ({
    query: `{ order(id: "${random.pick(['\\u0000', '\\ud800', '💥', '\u202e', "'; drop table x; --", '../../..'])}") { id number } }`,
  }),
  'long strings': (random) => ({ query: `{ order(id: "${'x'.repeat(random.int(1, 300_000))}") { id } }` }),
  'odd variables': (random) => ({
    query: 'query ($id: ID!) { order(id: $id) { id } }',
    variables: random.pick<unknown>([
      null,
      [],
      'text',
      7,
      { id: {} },
      { id: [] },
      { id: null },
      { other: 1 },
      true,
    ]),
  }),
  introspection: (random) => {
    const levels = random.int(1, 40);
    return {
      query: `{ __schema { types ${'{ fields { type '.repeat(levels)}{ name }${' } }'.repeat(levels)} } }`,
    };
  },
  'token soup': (random) => ({
    query: random.times(random.int(1, 400), () => random.pick(TOKENS)).join(random.pick(['', ' '])),
  }),
  mutated: (random) => ({ query: mutate(random.pick(VALID), random) }),
  valid: (random) => ({ query: random.pick(VALID), variables: { id: 'o2', yes: random.chance(0.5) } }),
};

/** Takes characters out, doubles some, and changes others. */
function mutate(text: string, random: Random): string {
  const characters = [...text];
  for (let i = random.int(1, 6); i > 0; i -= 1) {
    const at = random.int(0, characters.length - 1);
    const change = random.int(0, 3);
    if (change === 0) characters.splice(at, random.int(1, 5));
    else if (change === 1) characters.splice(at, 0, ...characters.slice(at, at + random.int(1, 20)));
    else if (change === 2) characters[at] = String.fromCodePoint(random.int(0, 0xd7ff));
    else characters.splice(at, 0, random.pick(TOKENS));
    if (characters.length === 0) return ' ';
  }
  return characters.join('');
}
