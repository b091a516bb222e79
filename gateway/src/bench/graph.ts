import { type TestSubgraph, withLink } from '../testing/subgraphs.ts';

/**
 * Four subgraphs of a shop floor: people, reports on parts, parts, stock. The heavy query goes back and forth
 * between them: stock @apollo/gateway plans it in 16 fetches and the answer has about 80 KB.
 */
export function benchSubgraphs(): readonly TestSubgraph[] {
  return [people, parts, stock, reports];
}

const PEOPLE = Array.from({ length: 6 }, (_, i) => ({
  id: `u${i + 1}`,
  login: `operator.${i + 1}`,
  name: `Operator Number ${i + 1}`,
}));

const PARTS = Array.from({ length: 9 }, (_, i) => ({
  number: `PN-${1000 + i}`,
  name: `Machined bracket ${i + 1} of the landing gear`,
  cost: 899 + i * 101,
  mass: 100 + i * 75,
}));

const REPORTS = Array.from({ length: 23 }, (_, i) => ({
  id: `r${i + 1}`,
  text: `Surface and bore measured at station ${i % 5}, within tolerance`,
  author: { id: `u${(i % 6) + 1}` },
  part: { number: `PN-${1000 + ((i * 2) % 9)}` },
}));

const people: TestSubgraph = {
  name: 'people',
  sdl: withLink(/* GraphQL */ `
    type Query { me: Person person(id: ID!): Person people: [Person] }
    type Person @key(fields: "id") { id: ID! name: String login: String @shareable }
  `),
  resolvers: {
    Query: {
      me: () => PEOPLE[0],
      people: () => PEOPLE,
      person: (_: unknown, { id }: { id: string }) => PEOPLE.find((one) => one.id === id) ?? null,
    },
    Person: { __resolveReference: ({ id }: { id: string }) => PEOPLE.find((one) => one.id === id) ?? null },
  },
};

const parts: TestSubgraph = {
  name: 'parts',
  sdl: withLink(/* GraphQL */ `
    type Query { topParts(first: Int = 5): [Part] }
    type Part @key(fields: "number") { number: String! name: String cost: Int mass: Int }
  `),
  resolvers: {
    Query: { topParts: (_: unknown, { first }: { first: number }) => PARTS.slice(0, first) },
    Part: {
      __resolveReference: ({ number }: { number: string }) =>
        PARTS.find((one) => one.number === number) ?? null,
    },
  },
};

interface StockRepresentation {
  readonly number: string;
  readonly cost?: number;
  readonly mass?: number;
}

const stock: TestSubgraph = {
  name: 'stock',
  sdl: withLink(/* GraphQL */ `
    type Part @key(fields: "number") {
      number: String!
      mass: Int @external
      cost: Int @external
      inStock: Boolean
      freight: Int @requires(fields: "cost mass")
    }
  `),
  resolvers: {
    Part: {
      __resolveReference: (representation: StockRepresentation) => representation,
      inStock: ({ number }: StockRepresentation) => Number(number.slice(3)) % 2 === 0,
      freight: ({ cost, mass }: StockRepresentation) =>
        (cost ?? 0) > 1000 ? 0 : Math.round((mass ?? 0) * 0.5),
    },
  },
};

const reports: TestSubgraph = {
  name: 'reports',
  sdl: withLink(/* GraphQL */ `
    type Report @key(fields: "id") { id: ID! text: String author: Person @provides(fields: "login") part: Part }
    type Person @key(fields: "id") { id: ID! login: String @external reportCount: Int reports: [Report] }
    type Part @key(fields: "number") { number: String! reports: [Report] }
  `),
  resolvers: {
    Report: {
      __resolveReference: ({ id }: { id: string }) => REPORTS.find((one) => one.id === id) ?? null,
      author: ({ author }: (typeof REPORTS)[number]) => ({
        ...author,
        login: PEOPLE.find(({ id }) => id === author.id)?.login,
      }),
    },
    Person: {
      reports: ({ id }: { id: string }) => REPORTS.filter(({ author }) => author.id === id),
      reportCount: ({ id }: { id: string }) => REPORTS.filter(({ author }) => author.id === id).length,
    },
    Part: {
      reports: ({ number }: { number: string }) => REPORTS.filter(({ part }) => part.number === number),
    },
  },
};

/** The same subgraphs in the first version of federation, which is what Mercurius reads. */
export const FEDERATION_1: Readonly<Record<string, string>> = {
  people: `extend type Query { me: Person person(id: ID!): Person people: [Person] }
    type Person @key(fields: "id") { id: ID! name: String login: String }`,
  parts: `extend type Query { topParts(first: Int = 5): [Part] }
    type Part @key(fields: "number") { number: String! name: String cost: Int mass: Int }`,
  stock: `extend type Part @key(fields: "number") {
      number: String! @external mass: Int @external cost: Int @external inStock: Boolean freight: Int @requires(fields: "cost mass")
    }`,
  reports: `type Report @key(fields: "id") { id: ID! text: String author: Person @provides(fields: "login") part: Part }
    extend type Person @key(fields: "id") { id: ID! @external login: String @external reportCount: Int reports: [Report] }
    extend type Part @key(fields: "number") { number: String! @external reports: [Report] }`,
};

/** An operation that is measured. */
export interface BenchCase {
  readonly name: string;
  readonly query: string;
  readonly concurrency: number;
  /** The share of stock's CPU a request that we aim at. */
  readonly aim: number;
}

const FRAGMENTS = /* GraphQL */ `
  fragment Person on Person { id login name }
  fragment Report on Report { id text }
  fragment Part on Part { inStock name cost freight number mass }
`;

export const HEAVY: BenchCase = {
  name: 'heavy',
  concurrency: 8,
  aim: 1 / 10,
  query: /* GraphQL */ `
    ${FRAGMENTS}
    query Heavy {
      people {
        ...Person
        reports { ...Report part { ...Part reports { ...Report author { ...Person reports { ...Report part { ...Part } } } } } }
      }
      topParts {
        ...Part
        reports { ...Report author { ...Person reports { ...Report part { ...Part } } } }
      }
    }
  `,
};

export const THREE: BenchCase = {
  name: 'three-subgraphs',
  concurrency: 16,
  aim: 1 / 10,
  query: /* GraphQL */ `
    query Three { topParts { number name inStock reports { id text } } }
  `,
};

export const ONE: BenchCase = {
  name: 'one-fetch',
  concurrency: 16,
  aim: 1 / 10,
  query: /* GraphQL */ `
    query One { topParts { number name cost mass } }
  `,
};

export const CASES: readonly BenchCase[] = [HEAVY, THREE, ONE];
