import { subgraph, type TestGraph } from './test-graph.ts';

/** @override by labels: fields, root fields and what is required move for some requests. */
export const MOVES: TestGraph = {
  name: 'moves',
  enums: {},
  families: [],
  possible: {},
  subgraphs: [
    subgraph(
      'old',
      /* GraphQL */ `
        type Query { part: Part parts: [Part!] total: Int }
        type Part @key(fields: "id") { id: ID! mass: Float! maker: Maker text: String cost: Int }
        type Maker @key(fields: "id") { id: ID! city: String! age: Int }
      `,
    ),
    subgraph(
      'new',
      /* GraphQL */ `
        type Query { latest: Part total: Int @override(from: "old", label: "percent(50)") }
        type Part @key(fields: "id") {
          id: ID! mass: Float! @override(from: "old", label: "percent(25)") maker: Maker @override(from: "old", label: "percent(75)")
          text: String @override(from: "old", label: "moved") freight: Int @requires(fields: "cost") cost: Int @external
        }
        type Maker @key(fields: "id") { id: ID! city: String! @override(from: "old", label: "percent(50)") }
      `,
    ),
  ],
};
