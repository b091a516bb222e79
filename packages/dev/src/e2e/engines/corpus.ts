import { BLADES, BOLT_LOT, ROTOR, ROTOR_SERIAL, SCHEDULE_ID, TITANIUM_LOT } from '../scenario/story.ts';

/** An operation to ask both engines. */
export interface CorpusOperation {
  readonly name: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

const NOWHERE = '01900000-0000-7000-8000-0000000000aa';
const DAY_MS = 24 * 60 * 60 * 1000;
const between = {
  from: new Date(Date.now() - DAY_MS).toISOString(),
  to: new Date(Date.now() + DAY_MS).toISOString(),
};

/** From one subgraph to the next by entities. */
const HOPS: readonly CorpusOperation[] = [
  {
    name: 'an order by its number, over six subgraphs',
    query: `query ($number: String!) { workOrderByNumber(number: $number) { number status
      part { number name currentRevision { revision tracking } inventory { onHand { value unit } } }
      partRevision { revision routing { number operations { operationNumber workCenter { code equipment { code } } } } }
      site { code tenant { code } }
      allocations { state quantity { value unit } lot { number definition { __typename ... on Material { code name } } } }
      serializedParts(first: 5) { nodes { serialNumber status components { componentNumber } } }
      source { requestId message { kind state externalId } }
      operations { number status workCenter { code name } equipment { code status sensors { tag latest { value } } }
        executions(first: 3) { nodes { operatorName operator { ... on User { username roles { code } } ... on ApiClient { name } } serialNumbers } } } } }`,
    variables: { number: BLADES },
  },
  {
    name: 'the as-built record, with what is in it',
    query: `query ($number: String!) { workOrderByNumber(number: $number) { asBuilt {
      units { node { number kind serializedPart { serialNumber part { name } } definition { __typename ... on Part { number } } }
        components { bomPosition quantity { value unit } item { number lot { number supplier balances { quantity { value } location { code site { code } } } }
          serializedPart { serialNumber workOrder { number } } } }
        steps { operationNumber workOrder { number } equipment { code workCenter { area } } operator { ... on User { displayName } ... on ApiClient { name } } } }
      differences { kind serialNumber built { value } } } } }`,
    variables: { number: ROTOR },
  },
  {
    name: 'a genealogy down and up',
    query: `query ($serial: String!, $lot: String!) {
      down: genealogy(root: { serialNumber: $serial }) { depth truncated nodes { number kind definition { __typename } part { number }
        lot { number heatNumber } serializedPart { status } steps { workOrder { number } } } edges { __typename } }
      up: genealogy(root: { lotNumber: $lot }, direction: UP) { root { number } nodes { number depth quantity { value unit } workOrder { number status } } } }`,
    variables: { serial: ROTOR_SERIAL, lot: TITANIUM_LOT },
  },
  {
    name: 'a machine with its sensors, alerts and log',
    query: `query ($code: String!, $from: DateTime!, $to: DateTime!) { equipmentByCode(code: $code) { code status workCenter { code site { name } }
      log(first: 5) { nodes { kind statusFrom statusTo operation { number workOrder { number } } } }
      sensors { tag name unit latest { value quality } statistics(from: $from, to: $to) { good bad min max mean }
        readings(from: $from, to: $to, maxPoints: 10, method: LTTB) { count points { time value } gaps { from } }
        alertRules { name condition high severity } alerts(first: 5) { nodes { state value rule { name } equipment { code } } } } } }`,
    variables: { code: 'BENCH-1', ...between },
  },
  {
    name: 'what an operation’s machines measured',
    query: `query ($number: String!) { workOrderByNumber(number: $number) { operations { number
      readings(maxPoints: 5) { equipment { code name } workOrder { number } serialNumbers sensors { sensor { tag equipment { code } } readings { count } } } } } }`,
    variables: { number: ROTOR },
  },
  {
    name: 'a part, where it is used and what it is made of',
    query: `{ partByNumber(number: "ROTOR-200") { number revisions { revision status boms(first: 2) { nodes { lines { position component { __typename ... on Part { number inventory { available { value } } } ... on Material { code } } } } } }
      bomExplosion { depth quantity { value unit } component { __typename ... on Part { name } ... on Material { name } } }
      workOrders(first: 2) { nodes { number materials { number definition { __typename } required { value } } } pageInfo { hasNextPage } }
      whereUsed(first: 2) { nodes { position } } } }`,
  },
  {
    name: 'a lot forward and its ledger',
    query: `query ($lot: String!) { materialLotByNumber(number: $lot) { number status onHand { value } allocated { value } certificates { number kind issuedAt }
      forwardTrace { number kind workOrder { number part { number } } serializedPart { serialNumber assembledInto { parentNumber parent { serialNumber } } } } }
      materialTransactions(first: 20) { nodes { kind quantity { value unit } lot { number } location { code } workOrder { number } operation { number } serializedPart { serialNumber } actor { ... on User { username } ... on ApiClient { name } } actorName } } }`,
    variables: { lot: BOLT_LOT },
  },
  {
    name: 'a message of the ERP and its orders',
    query: `query ($id: String!) { integrationMessageByExternalId(externalId: $id) { kind state sizeBytes site { code }
      workOrders(first: 5) { nodes { workOrderNumber workOrder { status part { number } } } } acknowledgement { accepted acknowledgedBy { ... on User { username } ... on ApiClient { name } } } } }`,
    variables: { id: SCHEDULE_ID },
  },
  {
    name: 'the same entities at many places',
    query: `{ workOrders(first: 10) { nodes { part { number name } routing { partRevision { part { number name } } } serials(first: 3) { nodes { serializedPart { part { number name } workOrder { part { name } } } } } } } }`,
  },
];

/** Fragments, aliases, directives and abstract types. */
const FORMS: readonly CorpusOperation[] = [
  {
    name: 'aliases of one field with several arguments',
    query: `query ($a: String!, $b: String!) { a: workOrderByNumber(number: $a) { n: number s: status } b: workOrderByNumber(number: $b) { number: status status: number } none: workOrderByNumber(number: "none") { id } }`,
    variables: { a: BLADES, b: ROTOR },
  },
  {
    name: 'fragments in fragments, on a union, with __typename',
    query: `query { materialLots(first: 5) { nodes { ...Lot } } }
      fragment Lot on MaterialLot { number definition { ...Definition } __typename }
      fragment Definition on MaterialDefinition { kind: __typename ... on Part { ...PartName revisions { revision } } ... on Material { code critical unit } }
      fragment PartName on Part { number name }`,
  },
  ...[true, false].flatMap((deep) =>
    [true, false].map((bare) => ({
      name: `@include ${deep} and @skip ${bare}, on fields and fragments`,
      query: `query ($number: String!, $deep: Boolean!, $bare: Boolean = false) { workOrderByNumber(number: $number) { number
        part @include(if: $deep) { name inventory @skip(if: $bare) { onHand { value } } }
        ...Operations @skip(if: $bare) ... @include(if: $deep) { site { code } allocations { lot { number } } } } }
        fragment Operations on WorkOrder { operations { number equipment @include(if: $deep) { code } } }`,
      variables: { number: BLADES, deep, bare },
    })),
  ),
  {
    name: 'everything left out',
    query:
      'query ($no: Boolean!) { workOrders(first: 1) @include(if: $no) { nodes { id } } ...F @include(if: $no) } fragment F on Query { costCurrency }',
    variables: { no: false },
  },
  {
    name: 'one field asked for twice, with different parts',
    query: `{ workOrders(first: 2) { nodes { part { number } } } workOrders(first: 2) { nodes { part { name } number } pageInfo { hasNextPage } } }`,
  },
  { name: '__typename alone', query: '{ __typename a: __typename }' },
  {
    name: 'introspection beside data',
    query:
      'query ($t: String!) { __type(name: $t) { name kind possibleTypes { name } } costCurrency __schema { queryType { name } } }',
    variables: { t: 'MaterialDefinition' },
  },
  {
    name: 'a variable with a default, and one that is not given',
    query:
      'query ($first: Int! = 2, $after: String, $filter: WorkOrderFilter) { workOrders(first: $first, after: $after, filter: $filter) { nodes { number } pageInfo { hasNextPage hasPreviousPage } } }',
  },
  {
    name: 'variables of names that a fetch may have',
    query: `query ($representations: Int!, $representations_0: Int!) { workOrders(first: $representations) { nodes { part { number name workOrders(first: $representations_0) { nodes { number } } } site { code } } } }`,
    variables: { representations: 2, representations_0: 1 },
  },
  {
    name: 'the permissions and roles of the one who asks',
    query:
      '{ me { username user { username roles { code permissions { code } } sites { code } } permissions roles tenant { code } } roles { code title } permissions { code } }',
  },
];

/** Nothing there, and errors. */
const NULLS: readonly CorpusOperation[] = [
  ...[
    'workOrder',
    'part',
    'materialLot',
    'serializedPart',
    'equipment',
    'sensor',
    'user',
    'integrationMessage',
  ].map((field) => ({ name: `no such ${field}`, query: `{ ${field}(id: "${NOWHERE}") { id __typename } }` })),
  { name: 'an id that is none', query: '{ workOrder(id: "x") { id } part(id: "y") { number } }' },
  {
    name: 'a cursor that is none',
    query: '{ workOrders(first: 1, after: "x") { nodes { id } } costCurrency }',
  },
  {
    name: 'an error below an entity',
    query: `{ workOrders(first: 2) { nodes { number history(first: 1, after: "x") { nodes { id } } part { number history: workOrders(first: 1, after: "x") { nodes { id } } } } } }`,
  },
  {
    name: 'an error in another subgraph, with neighbours',
    query: `{ workOrders(first: 2) { nodes { number serializedParts(first: 1, after: "x") { nodes { id } } allocations { state } } } }`,
  },
  {
    name: 'too many at once',
    query: '{ parts(first: 100000) { nodes { number } } sites(first: 1) { nodes { code } } }',
  },
  { name: 'a negative page', query: '{ parts(first: -1) { nodes { number } } }' },
  { name: 'an empty page', query: '{ parts(first: 0) { nodes { number } pageInfo { hasNextPage } } }' },
  {
    name: 'a depth that is refused',
    query: `query ($serial: String!) { serializedPartBySerialNumber(serialNumber: $serial) { serialNumber genealogy(direction: DOWN, maxDepth: -3) { depth } } }`,
    variables: { serial: ROTOR_SERIAL },
  },
  {
    name: 'a time that is none',
    query:
      'query ($t: DateTime!) { partByNumber(number: "BLADE-100") { number currentRevision(asOf: $t) { revision } } }',
    variables: { t: 'yesterday' },
  },
  { name: 'a field that is not there', query: '{ workOrders(first: 1) { nodes { colour } } }' },
  { name: 'a variable that is missing', query: 'query ($n: String!) { partByNumber(number: $n) { id } }' },
  {
    name: 'a variable of the wrong kind',
    query: 'query ($n: Int!) { parts(first: $n) { nodes { id } } }',
    variables: { n: 'two' },
  },
  { name: 'no GraphQL', query: '{ workOrders(' },
];

/** Hand-written operations: hops over all subgraphs, all forms of GraphQL, nulls and errors. */
export const CORPUS: readonly CorpusOperation[] = [...HOPS, ...FORMS, ...NULLS];
