import { HARD_GRAPHS } from './hard-graphs.ts';
import { MOVES } from './moving-graph.ts';
import { subgraph, type TestGraph } from './test-graph.ts';

/** Several keys, composite keys, @requires over hops, @provides, lists of lists, arguments, custom scalars, enums, mutations. */
const entities: TestGraph = {
  name: 'entities',
  enums: { State: ['OPEN', 'CLOSED', 'HELD'], Unit: ['MM', 'INCH'] },
  families: [],
  possible: {},
  subgraphs: [
    subgraph(
      'orders',
      /* GraphQL */ `
        scalar JSON
        type Query { order(id: ID!): Order orders(first: Int = 3): [Order!]! failOrders: [Order] }
        type Mutation { touch(id: ID!): Order failTouch: Order! }
        enum State { OPEN CLOSED HELD }
        enum Unit { MM INCH }
        input Range { from: Int = 1 to: Int unit: Unit = MM }
        type Order @key(fields: "id") @key(fields: "number") {
          id: ID! number: String! state: State! facts: JSON notesText: String maybeDue: String
          lines: [Line!]! grid: [[Line]] part: Part! maybePart: Part
          failTotal: Float failDeep: Line! sized(range: Range!): Int! flags: [Boolean!]
        }
        type Line { position: Int! part: Part failPrice: Float! sub: Line }
        type Part @key(fields: "sku") { sku: String! }
      `,
    ),
    subgraph(
      'parts',
      /* GraphQL */ `
        type Query { part(sku: String!): Part parts: [Part] }
        type Mutation { rename(sku: String!, name: String!): Part }
        type Part @key(fields: "sku") @key(fields: "id") {
          id: ID! sku: String! name: String @shareable mass: Float! price(currency: String = "EUR"): Int maker: Maker failOrigin: String
        }
        type Maker @key(fields: "code country { iso }") { code: String! country: Country! name: String }
        type Country @shareable { iso: String! }
      `,
    ),
    subgraph(
      'stock',
      /* GraphQL */ `
        type Query { lots: [Lot!] }
        type Part @key(fields: "id") {
          id: ID! mass: Float! @external name: String @external
          freight: String @requires(fields: "mass name") inStock: Boolean! lots(first: Int!): [Lot!]
          quote: Float! @requires(fields: "mass")
        }
        type Lot @key(fields: "id") { id: ID! part: Part! @provides(fields: "name") amount: Int order: Order }
        type Order @key(fields: "number") { number: String! reserved: Int! maybeLot: Lot }
        type Maker @key(fields: "code country { iso }") { code: String! country: Country! rating: Int! }
        type Country @shareable { iso: String! }
      `,
    ),
  ],
};

/** Interfaces and unions over subgraphs, entity interfaces, @interfaceObject. */
const abstract: TestGraph = {
  name: 'abstract',
  enums: {},
  families: [['Book', 'Movie']],
  possible: {
    Media: ['Book', 'Movie'],
    Shelf: ['Book', 'Movie', 'Disc'],
    Covered: ['Book', 'Movie'],
    Result: ['Book', 'Disc'],
    Named: ['Book', 'Person'],
  },
  subgraphs: [
    subgraph(
      'catalog',
      /* GraphQL */ `
        type Query { media: [Media] medium: Media shelf: [Shelf!] book: Book maybeMedia: [Media!] }
        interface Media @key(fields: "id") { id: ID! title: String }
        interface Named { name: String }
        type Book implements Media & Named @key(fields: "id") { id: ID! title: String name: String pages: Int! author: Person }
        type Movie implements Media @key(fields: "id") { id: ID! title: String minutes: Int director: Person! }
        type Disc @key(fields: "id") { id: ID! label: String }
        type Person implements Named @key(fields: "id") { id: ID! name: String met: Named }
        union Shelf = Book | Movie | Disc
      `,
    ),
    subgraph(
      'reviews',
      /* GraphQL */ `
        type Query { reviews: [Review!]! }
        type Media @interfaceObject @key(fields: "id") { id: ID! reviews: [Review!]! score: Float! maybeRank: Int failAward: String maybeStars: Int! }
        type Review { bodyText: String subject: Media maybeSubject: Media }
      `,
    ),
    subgraph(
      'details',
      /* GraphQL */ `
        type Query { covered: [Covered!] results: [Result] }
        interface Covered { cover: Cover }
        type Cover { color: String width: Int! of: Covered }
        type Book implements Covered @key(fields: "id") { id: ID! blurbText: String cover: Cover pages: Int! @external thickness: Float @requires(fields: "pages") }
        type Movie implements Covered @key(fields: "id") { id: ID! cast: [Person!] cover: Cover }
        type Disc @key(fields: "id") { id: ID! tracks: Int! }
        type Person @key(fields: "id") { id: ID! born: Int }
        union Result = Book | Disc
      `,
    ),
  ],
};

/** Root types of other names, @shareable roots, @override, @inaccessible, enum and input intersections, deep non-nulls. */
const visibility: TestGraph = {
  name: 'visibility',
  enums: { Grade: ['A', 'B', 'C'] },
  families: [],
  possible: { Thing: ['Bolt', 'Nut', 'Secret'] },
  subgraphs: [
    subgraph(
      'alpha',
      /* GraphQL */ `
        schema { query: AlphaQuery mutation: AlphaMutation }
        type AlphaQuery { bolt: Bolt things: [Thing] thing: Thing! shared: Shared @shareable maybeBolts: [[Bolt!]!]! grade: Grade find(filter: Filter): Bolt }
        type AlphaMutation { first: Bolt second(n: Int!): Bolt! }
        enum Grade { A B C @inaccessible }
        input Filter { size: Int name: String }
        interface Thing { size: Int }
        type Bolt implements Thing @key(fields: "id") { id: ID! size: Int thread: String weight: Float maybeHead: Head! grade: Grade hiddenText: String @inaccessible }
        type Nut implements Thing @key(fields: "id") { id: ID! size: Int fits: Bolt! }
        type Secret implements Thing @inaccessible { size: Int }
        type Head { kind: String! failShape: String! maybeDrive: Drive! }
        type Drive { name: String! maybeTorque: Int! }
        type Shared @shareable { x: Int y: Int }
      `,
    ),
    subgraph(
      'beta',
      /* GraphQL */ `
        schema { query: BetaQuery mutation: BetaMutation }
        type BetaQuery { nut: Nut shared: Shared @shareable bolts: [Bolt!] }
        type BetaMutation { third: Nut }
        enum Grade { A B C @inaccessible }
        input Filter { size: Int }
        type Bolt @key(fields: "id") { id: ID! weight: Float @override(from: "alpha") price: Int! rated(filter: Filter, min: Grade): [Int!] grade2: Grade }
        type Nut @key(fields: "id") { id: ID! cost: Float! bolt: Bolt }
        type Shared @shareable { x: Int y: Int }
      `,
    ),
  ],
};

/** @requires that builds on @requires, on nested fields and on fragments. */
const requirements: TestGraph = {
  name: 'requirements',
  enums: {},
  families: [],
  possible: { Shape: ['Round', 'Square'] },
  subgraphs: [
    subgraph(
      'one',
      /* GraphQL */ `
        type Query { piece: Piece pieces: [Piece!]! }
        type Piece @key(fields: "id") { id: ID! raw: Int! maybeRaw: Int box: Box! boxes: [Box!] shape: Shape next: Piece }
        type Box @shareable { w: Int! h: Int! d: Int }
        interface Shape { area: Float }
        type Round implements Shape { area: Float r: Int! }
        type Square implements Shape { area: Float side: Int! }
      `,
    ),
    subgraph(
      'two',
      /* GraphQL */ `
        type Piece @key(fields: "id") {
          id: ID! raw: Int! @external maybeRaw: Int @external box: Box! @external boxes: [Box!] @external
          made: String! @requires(fields: "raw") maybeMade: String @requires(fields: "maybeRaw")
          volume: Float @requires(fields: "box { w h d }") packed: [Int!] @requires(fields: "boxes { w h }")
        }
        type Box @external { w: Int! h: Int! d: Int }
      `,
    ),
    subgraph(
      'three',
      /* GraphQL */ `
        type Query { last: Piece }
        type Piece @key(fields: "id") {
          id: ID! made: String! @external volume: Float @external shape: Shape @external
          sold: Int @requires(fields: "made volume") shaped: String @requires(fields: "shape { area ... on Round { r } ... on Square { side } }")
          owner: Owner
        }
        interface Shape { area: Float }
        type Round implements Shape { area: Float @external r: Int! @external }
        type Square implements Shape { area: Float @external side: Int! @external }
        type Owner { piece: Piece! name: String }
      `,
    ),
  ],
};

/** @requires of fields with several sets of arguments, also below others and in fragments. */
const calls: TestGraph = {
  name: 'calls',
  enums: { Unit: ['MM', 'INCH'] },
  families: [],
  possible: {},
  subgraphs: [
    subgraph(
      'one',
      /* GraphQL */ `
        type Query { piece: Piece pieces: [Piece!]! }
        type Piece @key(fields: "id") { id: ID! raw: Int! next: Piece size(unit: Unit!, places: Int = 1): Float cut: Cut }
        enum Unit { MM INCH }
        type Cut { depth(unit: Unit = MM): Int }
      `,
    ),
    subgraph(
      'two',
      /* GraphQL */ `
        type Piece @key(fields: "id") {
          id: ID! raw: Int! @external
          size(unit: Unit!, places: Int = 1): Float @external cut: Cut @external
          metric: String @requires(fields: "size(unit: MM)") imperial: String @requires(fields: "size(unit: INCH, places: 2) raw")
          deep: Int @requires(fields: "cut { depth(unit: INCH) }") flat: Int @requires(fields: "cut { depth }")
        }
        enum Unit { MM INCH }
        type Cut @external { depth(unit: Unit = MM): Int }
      `,
    ),
  ],
};

/** Arguments that are read from what stands above: @context and @fromContext. */
const contexts: TestGraph = {
  name: 'contexts',
  enums: {},
  families: [],
  possible: { Seller: ['Shop', 'Market'] },
  subgraphs: [
    subgraph(
      'sellers',
      /* GraphQL */ `
        type Query { shop: Shop shops: [Shop!]! market: Market sellers: [Seller] }
        union Seller = Shop | Market
        type Shop @key(fields: "id") @context(name: "place") { id: ID! city: String @shareable zone: Zone offer: Offer offers: [Offer!]! rack: Rack maybeTown: String }
        type Market @key(fields: "id") @context(name: "place") { id: ID! city: String zone: Zone stalls: [[Offer]] maybeTown: String }
        type Zone { name: String }
        type Rack { offers: [Offer] shop: Shop }
        type Offer @key(fields: "id") {
          id: ID! nameText: String
          price(city: String @fromContext(field: "$place { city }"), amount: Int = 1): Int!
          tax(zone: String @fromContext(field: "$place { zone { name } }")): Float
          label(of: String @fromContext(field: "$place ... on Shop { maybeTown } ... on Market { city }"), town: String @fromContext(field: "$place { city }")): String
        }
      `,
    ),
    subgraph(
      'ratings',
      /* GraphQL */ `
        type Query { best: Shop }
        type Offer @key(fields: "id") { id: ID! stars: Int soldAt: Shop bargain: Boolean }
        type Shop @key(fields: "id") { id: ID! visits: Int city: String @shareable recent: [Offer!] }
      `,
    ),
  ],
};

export const GRAPHS: readonly TestGraph[] = [
  MOVES,
  entities,
  abstract,
  visibility,
  requirements,
  calls,
  contexts,
  ...HARD_GRAPHS,
];
