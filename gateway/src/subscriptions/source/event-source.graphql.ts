/** The link that makes composition keep `@eventSource` in the supergraph. */
export const EVENT_SOURCE_LINK = 'https://specs.machshop.dev/events/v1.0';

/**
 * Says from which events a Subscription field is fed. It stands in the `events.graphql` files, which composition
 * turns into subgraphs that nobody hosts: what they would answer, the event's payload answers.
 */
export const EVENT_SOURCE_DIRECTIVE = /* GraphQL */ `
"Feeds a Subscription field from events; several of them feed one field, each with the permission of its topic."
directive @eventSource(
  "The events: \`mes.{tenant}.work-orders.work-order.{args.id}.>\`. A hole is a whole token; a list fills it once for each of its values. \`live.{tenant}.…\` names what no stream keeps: such messages have no past to catch up with."
  subject: String!
  "What the viewer must be permitted to hear of them."
  permission: String!
  "Which arguments choose among the events, and by what: \`workOrderId = workOrder.id\`. An argument that is neither here nor in the subject chooses by the payload's field of its own name."
  filter: [String!]
  "The field of the payload's type that is read when a client subscribes; its entity has the argument \`id\`, \`<field>Id\` or each of \`<field>Ids\` as its id."
  current: String
  "Events that belong to no site go to viewers who are fenced to sites as well."
  tenantWide: Boolean
  "For what only the newest of counts: a slow reader gets the last message for each value of these fields."
  conflate: [String!]
  "The argument that says how many messages a second there are at most for each value of the fields of \`conflate\`."
  rate: String
) repeatable on FIELD_DEFINITION
`;
