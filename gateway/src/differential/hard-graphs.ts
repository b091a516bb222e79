import { subgraph, type TestGraph } from './test-graph.ts';

/** @provides through interfaces, unions and nested objects. */
const provisions: TestGraph = {
  name: 'provisions',
  enums: {},
  families: [['Dog', 'Cat']],
  possible: { Animal: ['Dog', 'Cat'], Guest: ['Dog', 'Cat'] },
  subgraphs: [
    subgraph(
      'clinic',
      /* GraphQL */ `
        type Query {
          visit: Visit
          ward: Ward @provides(fields: "animals { ... on Dog { name } }")
          guests: [Guest] @provides(fields: "... on Cat { name age }")
          nested: Visit @provides(fields: "owner { home { street } }")
        }
        type Visit { at: Int owner: Owner! animal: Animal @provides(fields: "... on Dog { name age }") }
        type Ward @key(fields: "id") { id: ID! animals: [Animal!] }
        interface Animal { id: ID! }
        union Guest = Dog | Cat
        type Dog implements Animal @key(fields: "id") { id: ID! name: String @external age: Int @external }
        type Cat implements Animal @key(fields: "id") { id: ID! name: String @external age: Int @external }
        type Owner @key(fields: "id") { id: ID! home: Home @external }
        type Home { street: String @external }
      `,
    ),
    subgraph(
      'registry',
      /* GraphQL */ `
        type Query { animals: [Animal] owners: [Owner!] }
        interface Animal { id: ID! name: String age: Int }
        type Dog implements Animal @key(fields: "id") { id: ID! name: String @shareable age: Int @shareable owner: Owner }
        type Cat implements Animal @key(fields: "id") { id: ID! name: String @shareable age: Int @shareable lives: Int! }
        type Owner @key(fields: "id") { id: ID! home: Home @shareable phone: String }
        type Home { street: String @shareable city: String! }
      `,
    ),
  ],
};

/** Unions and interfaces whose members each subgraph knows a part of; one field of several types. */
const unions: TestGraph = {
  name: 'unions',
  enums: {},
  families: [],
  possible: {
    Media: ['Book', 'Song'],
    Own: ['Book'],
    Item: ['Book', 'Song', 'Film'],
    Titled: ['Book', 'Song'],
  },
  subgraphs: [
    subgraph(
      'a',
      /* GraphQL */ `
        type Query { viewer: Viewer @shareable own: Own @shareable media: [Media] book: Book @shareable titled: [Titled!] }
        type Viewer @shareable { own: Own book: Book mediaA: Media }
        union Own = Book
        union Media = Book | Song
        interface Titled { id: ID! title: String }
        type Book implements Titled @key(fields: "id") { id: ID! title: String @shareable aText: String }
        type Song implements Titled @key(fields: "id") { id: ID! title: String @shareable aLength: Int! }
      `,
    ),
    subgraph(
      'b',
      /* GraphQL */ `
        type Query { viewer: Viewer @shareable own: Own @shareable items: [Item!]! book: Book @shareable }
        type Viewer @shareable { own: Own book: Book itemB: Item song: Song }
        union Own = Book | Film
        union Item = Book | Song | Film
        interface Priced { price: Int }
        type Book implements Priced @key(fields: "id") { id: ID! title: String @shareable bText: String price: Int }
        type Song implements Priced @key(fields: "id") { id: ID! title: String @shareable bScore: Float price: Int }
        type Film @key(fields: "id") { id: ID! title: String minutes: Int! based: Book }
      `,
    ),
  ],
};

/** Subgraphs of the first federation: no link, \`extend type\`, \`@extends\`, value types. */
const first: TestGraph = {
  name: 'first',
  enums: { Kind: ['X', 'Y'] },
  families: [],
  possible: {},
  subgraphs: [
    {
      name: 'users',
      sdl: /* GraphQL */ `
        type Query { user: User users: [User!] }
        enum Kind { X Y }
        type User @key(fields: "id") { id: ID! name: String rank: Int profile: Profile kind: Kind }
        type Profile { city: String! country: String }
      `,
    },
    {
      name: 'posts',
      sdl: /* GraphQL */ `
        extend type Query { posts: [Post] }
        enum Kind { X Y }
        type Post @key(fields: "id") { id: ID! bodyText: String author: User @provides(fields: "name") }
        extend type User @key(fields: "id") { id: ID! @external name: String @external rank: Int @external posts: [Post!] level: String @requires(fields: "rank") }
      `,
    },
    {
      name: 'likes',
      sdl: /* GraphQL */ `
        type Query @extends { likes: [Like!] }
        type Like { of: Post! by: User at: Int }
        type Post @key(fields: "id") @extends { id: ID! @external likes: Int! }
        type User @key(fields: "id") @extends { id: ID! @external liked: [Post] }
        type Profile { city: String! country: String }
      `,
    },
  ],
};

/** Objects that a parent is needed for: types without keys whose fields several subgraphs have. */
const parents: TestGraph = {
  name: 'parents',
  enums: {},
  families: [],
  possible: {},
  subgraphs: [
    subgraph(
      'one',
      /* GraphQL */ `
        type Query { product: Product products: [Product!]! }
        type Product @key(fields: "id") { id: ID! category: Category @shareable sizes: [Size!]! @shareable }
        type Category { tag: String @shareable main: Boolean }
        type Size { w: Int @shareable }
      `,
    ),
    subgraph(
      'two',
      /* GraphQL */ `
        type Product @key(fields: "id") { id: ID! pid: String @shareable category: Category @shareable sizes: [Size!]! @shareable }
        type Category { tag: String @shareable details: Details parent: Product }
        type Details { places: Int products: Int! note: Note @shareable }
        type Note { bodyText: String }
        type Size { w: Int @shareable h: Int! }
      `,
    ),
    subgraph(
      'three',
      /* GraphQL */ `
        type Query { list: List }
        type List @key(fields: "id first { id }") { id: ID! first: Product selected: Product }
        type Product @key(fields: "id") @key(fields: "pid") { id: ID! pid: String price: Float }
      `,
    ),
    subgraph(
      'four',
      /* GraphQL */ `
        type List @key(fields: "id first { id }") { id: ID! first: Product total: Int! }
        type Product @key(fields: "id") { id: ID! weight: Int }
      `,
    ),
  ],
};

/** @interfaceObject with @requires and through other entities; @override of what interfaces have. */
const objects: TestGraph = {
  name: 'objects',
  enums: {},
  families: [['User', 'Robot']],
  possible: { Actor: ['User', 'Robot'], Stamped: ['User', 'Robot'] },
  subgraphs: [
    subgraph(
      'people',
      /* GraphQL */ `
        type Query { actors: [Actor!] user: User stamped: [Stamped] }
        interface Actor @key(fields: "id") { id: ID! name: String age: Int! }
        interface Stamped { madeAt: Int }
        type User implements Actor & Stamped @key(fields: "id") { id: ID! name: String age: Int! email: String madeAt: Int }
        type Robot implements Actor & Stamped @key(fields: "id") { id: ID! name: String age: Int! model: String! madeAt: Int }
      `,
    ),
    subgraph(
      'social',
      /* GraphQL */ `
        type Query { popular: [Actor!] post: Post }
        type Actor @interfaceObject @key(fields: "id") {
          id: ID! name: String @external age: Int! @external
          handle: String @requires(fields: "name") adult: Boolean @requires(fields: "age name") posts: [Post!]
        }
        type Post @key(fields: "id") { id: ID! bodyText: String author: Actor! }
      `,
    ),
    subgraph(
      'audit',
      /* GraphQL */ `
        type Query { entries: [Entry!] }
        type Entry { post: Post by: Actor at: Int }
        type Post @key(fields: "id") { id: ID! flagged: Boolean editor: Actor }
        type Actor @interfaceObject @key(fields: "id") { id: ID! trust: Float }
      `,
    ),
  ],
};

/** What is required goes round: each subgraph needs the other's word for its own. */
const rounds: TestGraph = {
  name: 'rounds',
  enums: {},
  families: [],
  possible: { Owner: ['Person', 'Firm'] },
  subgraphs: [
    subgraph(
      'x',
      /* GraphQL */ `
        type Query { feed: [Post!] post: Post }
        type Post @key(fields: "id") {
          id: ID! author: Author
          stars: Int @external novice: Boolean! @external
          label: String @requires(fields: "stars") mark: String @requires(fields: "novice")
        }
        type Author @key(fields: "id") { id: ID! years: Int! }
      `,
    ),
    subgraph(
      'y',
      /* GraphQL */ `
        type Query { best: Post }
        type Post @key(fields: "id") {
          id: ID! author: Author @external
          expert: Boolean! @requires(fields: "author { years }")
          owner: Owner
          stars: Int @override(from: "z")
        }
        type Author @key(fields: "id") { id: ID! years: Int! @external }
        union Owner = Person | Firm
        type Person @key(fields: "id") { id: ID! born: Int }
        type Firm @key(fields: "id") { id: ID! tax: String }
      `,
    ),
    subgraph(
      'z',
      /* GraphQL */ `
        type Post @key(fields: "id") {
          id: ID! expert: Boolean! @external owner: Owner @external label: String @external mark: String @external
          novice: Boolean! @requires(fields: "expert")
          owned: String @requires(fields: "owner { ... on Person { born } ... on Firm { tax } }")
          title: String @requires(fields: "label") headline: String @requires(fields: "mark")
          stars: Int
        }
        union Owner = Person | Firm
        type Person @key(fields: "id") { id: ID! born: Int @external }
        type Firm @key(fields: "id") { id: ID! tax: String @external }
      `,
    ),
  ],
};

/** Keys that can be resolved beside keys that cannot, in the subgraph that a required field leads back to. */
const keys: TestGraph = {
  name: 'keys',
  enums: {},
  families: [],
  possible: {},
  subgraphs: [
    subgraph(
      'left',
      /* GraphQL */ `
        type Query { machine: Machine }
        type Machine @key(fields: "id") @key(fields: "code", resolvable: false) @key(fields: "place { hall }", resolvable: false) {
          id: ID! code: String! place: Place! name: String! load: Float
        }
        type Place @shareable { hall: String! row: String! }
      `,
    ),
    subgraph(
      'right',
      /* GraphQL */ `
        type Query { cell: Cell cells: [Cell!] }
        type Cell @key(fields: "id") { id: ID! machines: [Machine!]! }
        type Machine
          @key(fields: "place { hall }", resolvable: false)
          @key(fields: "id place { row }")
          @key(fields: "code", resolvable: false)
          @key(fields: "id", resolvable: false) {
          id: ID! code: String! place: Place! name: String! @external label: String! @requires(fields: "name")
        }
        type Place @shareable { hall: String! row: String! }
      `,
    ),
  ],
};

/** What planners find hard: each of these has a case that one was seen to plan wrong, or nearly. */
export const HARD_GRAPHS: readonly TestGraph[] = [provisions, unions, first, parents, objects, rounds, keys];
