import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { DefinitionRef } from '../definition/definition.ts';
import type { LevelRow } from '../definition/store.ts';
import type { InventoryLocationRow } from '../inventory-location/tables.ts';
import type { MaterialLotRow } from '../material-lot/tables.ts';
import type { BalanceRow } from '../material-lot/store.ts';
import type { MaterialTransactionRow } from '../material-transaction/tables.ts';
import type { DifferenceRow } from '../material-transaction/store.ts';
import type { AllocationRow } from '../allocation/tables.ts';
import type { SerializedPartRow } from '../serialized-part/tables.ts';
import type { ComponentLinkRow } from '../component-link/tables.ts';
import type { MaterialCertificateRow } from '../material-certificate/tables.ts';
import type { WorkOrderRef } from '../work-order/work-order.ts';
import type { UserErrorData, Context } from '@machshop/server';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A calendar date, RFC 3339 full-date: `2026-03-01`. */
  Date: { input: string; output: string; }
  /** A moment in UTC, RFC 3339 with milliseconds: `2026-03-01T08:30:00.000Z`. An input with another offset is converted. */
  DateTime: { input: Date; output: Date | string; }
  /** A decimal number of any size, written as a string so that no digit is lost: `"25.500"`. Inputs may also be integers. */
  Decimal: { input: string; output: string; }
  /** Any JSON value. */
  JSON: { input: unknown; output: unknown; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** Who did something: a person or a program. */
export type Actor = ApiClient | User;

export type AdjustInventoryInput = {
  /** The transaction's id, chosen by the client, so that a repeated request changes nothing; a UUID. */
  id?: InputMaybe<Scalars['ID']['input']>;
  locationCode: Scalars['String']['input'];
  /** Either this or `lotNumber`. */
  lotId?: InputMaybe<Scalars['ID']['input']>;
  lotNumber?: InputMaybe<Scalars['String']['input']>;
  /** When it happened, if earlier than now; needs operation:backdate. */
  occurredAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Signed: by how much the balance changes. */
  quantity: QuantityInput;
  reason: Scalars['String']['input'];
};

export type AdjustInventoryPayload = {
  __typename?: 'AdjustInventoryPayload';
  errors: Array<UserError>;
  transaction?: Maybe<MaterialTransaction>;
};

export type AllocateMaterialInput = {
  /** Chosen by the client, so that a repeated request changes nothing; a UUID. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** Either this or `lotNumber`. */
  lotId?: InputMaybe<Scalars['ID']['input']>;
  lotNumber?: InputMaybe<Scalars['String']['input']>;
  /** When it happened, if earlier than now; needs operation:backdate. */
  occurredAt?: InputMaybe<Scalars['DateTime']['input']>;
  quantity: QuantityInput;
  workOrderNumber: Scalars['String']['input'];
};

export type AllocateMaterialPayload = {
  __typename?: 'AllocateMaterialPayload';
  allocation?: Maybe<Allocation>;
  errors: Array<UserError>;
};

/** A part of a lot that is reserved for an order. */
export type Allocation = {
  __typename?: 'Allocation';
  /** What was issued or consumed of it. */
  drawn: Quantity;
  id: Scalars['ID']['output'];
  lot: MaterialLot;
  occurredAt: Scalars['DateTime']['output'];
  quantity: Quantity;
  recordedAt: Scalars['DateTime']['output'];
  /** What it still reserves. */
  remaining: Quantity;
  state: AllocationState;
  workOrder?: Maybe<WorkOrder>;
};

export type AllocationState =
  | 'ACTIVE'
  /** All of it was issued or consumed. */
  | 'CONSUMED'
  /** What was left of it was given back. */
  | 'RELEASED';

/** The component is in another piece already. */
export type AlreadyAssembledError = UserError & {
  __typename?: 'AlreadyAssembledError';
  code: Scalars['String']['output'];
  linkId: Scalars['ID']['output'];
  message: Scalars['String']['output'];
  parentSerialNumber: Scalars['String']['output'];
  path: Array<Scalars['String']['output']>;
};

export type ApiClient = {
  __typename?: 'ApiClient';
  id: Scalars['ID']['output'];
};

export type AssembleSerialInput = {
  /** The bill's position, when it is known. */
  bomPosition?: InputMaybe<Scalars['Int']['input']>;
  /** Either this or `lotNumber` with `quantity`. */
  childSerialNumber?: InputMaybe<Scalars['String']['input']>;
  /** The link's id, chosen by the client, so that a repeated request changes nothing; a UUID. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** Where the lot lies; may be left out when all of it lies at one location. */
  locationCode?: InputMaybe<Scalars['String']['input']>;
  lotNumber?: InputMaybe<Scalars['String']['input']>;
  /** When it happened, if earlier than now; needs operation:backdate. */
  occurredAt?: InputMaybe<Scalars['DateTime']['input']>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
  parentSerialNumber: Scalars['String']['input'];
  quantity?: InputMaybe<QuantityInput>;
  /** The order that assembles; when left out, the parent's. */
  workOrderNumber?: InputMaybe<Scalars['String']['input']>;
};

export type AssembleSerialPayload = {
  __typename?: 'AssembleSerialPayload';
  errors: Array<UserError>;
  link?: Maybe<ComponentLink>;
};

export type AssembleSerialsInput = {
  components: Array<AssembleSerialInput>;
};

export type AssembleSerialsPayload = {
  __typename?: 'AssembleSerialsPayload';
  errors: Array<UserError>;
  /** In the order of the input. */
  links?: Maybe<Array<ComponentLink>>;
};

export type CompleteSerialInput = {
  /** When it happened, if earlier than now; needs operation:backdate. */
  occurredAt?: InputMaybe<Scalars['DateTime']['input']>;
  serialNumber: Scalars['String']['input'];
};

export type CompleteSerialPayload = {
  __typename?: 'CompleteSerialPayload';
  errors: Array<UserError>;
  serializedPart?: Maybe<SerializedPart>;
};

/** A component is in a parent: one edge of the genealogy. */
export type ComponentLink = {
  __typename?: 'ComponentLink';
  bomPosition?: Maybe<Scalars['Int']['output']>;
  /** Serial number, lot number or order number of the component. */
  componentNumber: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  linkedAt: Scalars['DateTime']['output'];
  /** The component, when it is of a lot. */
  lot?: Maybe<MaterialLot>;
  operation?: Maybe<WorkOrderOperation>;
  /** The piece that it is in; null when it is in all of an order or in a lot. */
  parent?: Maybe<SerializedPart>;
  /** Serial number, lot number or order number of what it is in. */
  parentNumber: Scalars['String']['output'];
  quantity: Quantity;
  /** The component, when it is a piece. */
  serializedPart?: Maybe<SerializedPart>;
  unlinkReason?: Maybe<Scalars['String']['output']>;
  unlinkedAt?: Maybe<Scalars['DateTime']['output']>;
  workOrder?: Maybe<WorkOrder>;
};

export type ConsumeMaterialInput = {
  /** The bill's position, when it is known. */
  bomPosition?: InputMaybe<Scalars['Int']['input']>;
  /** The transaction's id, chosen by the client, so that a repeated request changes nothing; a UUID. */
  id?: InputMaybe<Scalars['ID']['input']>;
  locationCode: Scalars['String']['input'];
  /** Either this or `lotNumber`. */
  lotId?: InputMaybe<Scalars['ID']['input']>;
  lotNumber?: InputMaybe<Scalars['String']['input']>;
  /** When it happened, if earlier than now; needs operation:backdate. */
  occurredAt?: InputMaybe<Scalars['DateTime']['input']>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
  quantity: QuantityInput;
  /** The piece that it went into; when left out it is common to all pieces of the order. */
  serialNumber?: InputMaybe<Scalars['String']['input']>;
  workOrderNumber: Scalars['String']['input'];
};

export type ConsumeMaterialPayload = {
  __typename?: 'ConsumeMaterialPayload';
  errors: Array<UserError>;
  /** The genealogy fact that was recorded. */
  link?: Maybe<ComponentLink>;
  transaction?: Maybe<MaterialTransaction>;
};

export type CreateInventoryLocationInput = {
  code: Scalars['String']['input'];
  /** Chosen by the client, so that a repeated request changes nothing; a UUID. */
  id?: InputMaybe<Scalars['ID']['input']>;
  kind: InventoryLocationKind;
  name: Scalars['String']['input'];
  siteId: Scalars['ID']['input'];
};

export type CreateInventoryLocationPayload = {
  __typename?: 'CreateInventoryLocationPayload';
  errors: Array<UserError>;
  inventoryLocation?: Maybe<InventoryLocation>;
};

/** Of an order, or out of a lot that was bought. */
export type CreateSerialsInput = {
  /** Where the lot's pieces lie; with `lotNumber`. */
  locationCode?: InputMaybe<Scalars['String']['input']>;
  /** The lot that the pieces are taken from, one unit each. */
  lotNumber?: InputMaybe<Scalars['String']['input']>;
  /** When it happened, if earlier than now; needs operation:backdate. */
  occurredAt?: InputMaybe<Scalars['DateTime']['input']>;
  serials: Array<NewSerialInput>;
  /** The order that makes the pieces. */
  workOrderNumber?: InputMaybe<Scalars['String']['input']>;
};

export type CreateSerialsPayload = {
  __typename?: 'CreateSerialsPayload';
  errors: Array<UserError>;
  /** In the order of the input. */
  serializedParts?: Maybe<Array<SerializedPart>>;
};

/** The component contains what it would be put into. */
export type GenealogyCycleError = UserError & {
  __typename?: 'GenealogyCycleError';
  code: Scalars['String']['output'];
  /** Numbers from the parent down to the parent again. */
  cycle: Array<Scalars['String']['output']>;
  message: Scalars['String']['output'];
  path: Array<Scalars['String']['output']>;
};

/** The object is in a state from which the action does not lead on. */
export type IllegalTransitionError = UserError & {
  __typename?: 'IllegalTransitionError';
  code: Scalars['String']['output'];
  from: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path: Array<Scalars['String']['output']>;
  to: Scalars['String']['output'];
};

/** There is not that much: at the location, or beyond what is allocated to other orders. */
export type InsufficientStockError = UserError & {
  __typename?: 'InsufficientStockError';
  available: Quantity;
  code: Scalars['String']['output'];
  locationCode: Scalars['String']['output'];
  lotNumber: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path: Array<Scalars['String']['output']>;
  requested: Quantity;
};

/** An input value breaks a rule. */
export type InvalidInputError = UserError & {
  __typename?: 'InvalidInputError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path: Array<Scalars['String']['output']>;
};

/** How much of a lot is at a location: what the ledger adds up to. */
export type InventoryBalance = {
  __typename?: 'InventoryBalance';
  location: InventoryLocation;
  lot: MaterialLot;
  quantity: Quantity;
};

export type InventoryBalanceConnection = {
  __typename?: 'InventoryBalanceConnection';
  edges: Array<InventoryBalanceEdge>;
  nodes: Array<InventoryBalance>;
  pageInfo: PageInfo;
};

export type InventoryBalanceEdge = {
  __typename?: 'InventoryBalanceEdge';
  cursor: Scalars['String']['output'];
  node: InventoryBalance;
};

export type InventoryBalanceFilter = {
  definitionId?: InputMaybe<Scalars['ID']['input']>;
  /** Part number or material code. */
  definitionNumber?: InputMaybe<Scalars['String']['input']>;
  locationCode?: InputMaybe<Scalars['String']['input']>;
  lotNumber?: InputMaybe<Scalars['String']['input']>;
};

export type InventoryDifference = {
  __typename?: 'InventoryDifference';
  balance: Quantity;
  ledger: Quantity;
  location: InventoryLocation;
  lot: MaterialLot;
};

/** How much there is of a definition: its lots, and its completed serials that are in no assembly. */
export type InventoryLevel = {
  __typename?: 'InventoryLevel';
  /** Reserved for orders and not drawn yet. */
  allocated: Quantity;
  /** What an order could still be given: in a store, neither in quarantine nor expired nor allocated. */
  available: Quantity;
  /** At every location but those for scrap. */
  onHand: Quantity;
};

/** A place where material lies. ISA-95: Storage Unit. */
export type InventoryLocation = {
  __typename?: 'InventoryLocation';
  /** Unique in the tenant: `RAW-STORE`. */
  code: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  kind: InventoryLocationKind;
  name: Scalars['String']['output'];
  site?: Maybe<Site>;
};

export type InventoryLocationConnection = {
  __typename?: 'InventoryLocationConnection';
  edges: Array<InventoryLocationEdge>;
  nodes: Array<InventoryLocation>;
  pageInfo: PageInfo;
};

export type InventoryLocationEdge = {
  __typename?: 'InventoryLocationEdge';
  cursor: Scalars['String']['output'];
  node: InventoryLocation;
};

export type InventoryLocationFilter = {
  kind?: InputMaybe<InventoryLocationKind>;
  siteId?: InputMaybe<Scalars['ID']['input']>;
};

export type InventoryLocationKind =
  /** At the machines: what was issued, and nothing may be allocated from. */
  | 'FLOOR'
  /** Set aside: nothing is issued or consumed from here. */
  | 'QUARANTINE'
  /** On its way out of the plant. */
  | 'SCRAP'
  /** Stock that orders can be allocated and issued from. */
  | 'STORE';

export type InventoryVerification = {
  __typename?: 'InventoryVerification';
  /** Balances that were compared. */
  balances: Scalars['Int']['output'];
  checkedAt: Scalars['DateTime']['output'];
  /** Where the ledger and a balance differ; at most 100. */
  differences: Array<InventoryDifference>;
  /** No difference and no lot over-allocated. */
  ok: Scalars['Boolean']['output'];
  /** Lots with more allocated than their stores hold; at most 100. */
  overAllocated: Array<MaterialLot>;
  /** Ledger lines that were added up. */
  transactions: Scalars['Int']['output'];
};

export type IssueMaterialInput = {
  /** The transaction's id, chosen by the client, so that a repeated request changes nothing; a UUID. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** A store. */
  locationCode: Scalars['String']['input'];
  /** Either this or `lotNumber`. */
  lotId?: InputMaybe<Scalars['ID']['input']>;
  lotNumber?: InputMaybe<Scalars['String']['input']>;
  /** When it happened, if earlier than now; needs operation:backdate. */
  occurredAt?: InputMaybe<Scalars['DateTime']['input']>;
  quantity: QuantityInput;
  /** A location on the floor. */
  toLocationCode: Scalars['String']['input'];
  workOrderNumber: Scalars['String']['input'];
};

export type IssueMaterialPayload = {
  __typename?: 'IssueMaterialPayload';
  errors: Array<UserError>;
  transaction?: Maybe<MaterialTransaction>;
};

export type Material = {
  __typename?: 'Material';
  id: Scalars['ID']['output'];
  /** Over all sites. Null until the material is published. */
  inventory?: Maybe<InventoryLevel>;
};

/** What the maker or supplier certifies of a lot. */
export type MaterialCertificate = {
  __typename?: 'MaterialCertificate';
  /** sha256 of the document, in hex. */
  documentSha256?: Maybe<Scalars['String']['output']>;
  documentUrl?: Maybe<Scalars['String']['output']>;
  /** What it states: chemistry, mechanical properties, standards. */
  facts?: Maybe<Scalars['JSON']['output']>;
  id: Scalars['ID']['output'];
  issuedAt: Scalars['Date']['output'];
  issuedBy: Scalars['String']['output'];
  kind: MaterialCertificateKind;
  lot: MaterialLot;
  number: Scalars['String']['output'];
  recordedAt: Scalars['DateTime']['output'];
  /** A person or a program; null for the plant itself. */
  recordedBy?: Maybe<Actor>;
  recordedByName: Scalars['String']['output'];
};

export type MaterialCertificateKind =
  | 'CERTIFICATE_OF_CONFORMANCE'
  | 'MILL_TEST_REPORT';

/** A part is made or bought; a material is what parts are made of. ISA-95: Material Definition. */
export type MaterialDefinition = Material | Part;

/** Material that was delivered or made together. ISA-95: Material Lot. */
export type MaterialLot = {
  __typename?: 'MaterialLot';
  /** Reserved for orders and not drawn yet. */
  allocated: Quantity;
  /** Where it lies; by location. */
  balances: Array<InventoryBalance>;
  /** Oldest first. */
  certificates: Array<MaterialCertificate>;
  /** Null when the viewer may see neither parts nor materials. */
  definition?: Maybe<MaterialDefinition>;
  /** Part number or material code. */
  definitionNumber: Scalars['String']['output'];
  /** From then on nothing of it may be issued or consumed. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  heatNumber?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  /** Unique in the tenant. */
  number: Scalars['String']['output'];
  /** At every location but those for scrap. */
  onHand: Quantity;
  receivedAt: Scalars['DateTime']['output'];
  recordedAt: Scalars['DateTime']['output'];
  status: MaterialLotStatus;
  supplier?: Maybe<Scalars['String']['output']>;
  supplierLotNumber?: Maybe<Scalars['String']['output']>;
  /** UN/CEFACT Rec 20; all quantities of the lot are in it. */
  unit: Scalars['String']['output'];
  /** Cost of one unit. */
  unitCost?: Maybe<Scalars['Decimal']['output']>;
  /** The order that made it; null for a lot that was bought. */
  workOrder?: Maybe<WorkOrder>;
};

export type MaterialLotConnection = {
  __typename?: 'MaterialLotConnection';
  edges: Array<MaterialLotEdge>;
  nodes: Array<MaterialLot>;
  pageInfo: PageInfo;
};

export type MaterialLotEdge = {
  __typename?: 'MaterialLotEdge';
  cursor: Scalars['String']['output'];
  node: MaterialLot;
};

export type MaterialLotFilter = {
  definitionId?: InputMaybe<Scalars['ID']['input']>;
  /** Part number or material code. */
  definitionNumber?: InputMaybe<Scalars['String']['input']>;
  heatNumber?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<MaterialLotStatus>;
  supplierLotNumber?: InputMaybe<Scalars['String']['input']>;
};

export type MaterialLotStatus =
  | 'AVAILABLE'
  /** Nothing of it is left. */
  | 'EXHAUSTED'
  /** Its time is over. */
  | 'EXPIRED'
  /** Set aside by quality. */
  | 'QUARANTINE';

/** A line of the ledger: never changed, never removed. */
export type MaterialTransaction = {
  __typename?: 'MaterialTransaction';
  /** Who did it, a person or a program; null for the plant itself. */
  actor?: Maybe<Actor>;
  actorName: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  kind: MaterialTransactionKind;
  location: InventoryLocation;
  lot: MaterialLot;
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
  operation?: Maybe<WorkOrderOperation>;
  /** Signed: what the balance at `location` changed by. */
  quantity: Quantity;
  reason?: Maybe<Scalars['String']['output']>;
  /** When the server recorded it. */
  recordedAt: Scalars['DateTime']['output'];
  serializedPart?: Maybe<SerializedPart>;
  /** Where it went: the balance there changed by the negative of `quantity`. */
  toLocation?: Maybe<InventoryLocation>;
  /** Cost of one unit. */
  unitCost?: Maybe<Scalars['Decimal']['output']>;
  workOrder?: Maybe<WorkOrder>;
};

export type MaterialTransactionConnection = {
  __typename?: 'MaterialTransactionConnection';
  edges: Array<MaterialTransactionEdge>;
  nodes: Array<MaterialTransaction>;
  pageInfo: PageInfo;
};

export type MaterialTransactionEdge = {
  __typename?: 'MaterialTransactionEdge';
  cursor: Scalars['String']['output'];
  node: MaterialTransaction;
};

export type MaterialTransactionFilter = {
  /** At or after. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  kind?: InputMaybe<MaterialTransactionKind>;
  /** At this location, from or to it. */
  locationCode?: InputMaybe<Scalars['String']['input']>;
  lotNumber?: InputMaybe<Scalars['String']['input']>;
  serialNumber?: InputMaybe<Scalars['String']['input']>;
  /** Before. */
  to?: InputMaybe<Scalars['DateTime']['input']>;
  workOrderNumber?: InputMaybe<Scalars['String']['input']>;
};

export type MaterialTransactionKind =
  | 'ADJUSTMENT'
  | 'CONSUMPTION'
  | 'ISSUE'
  | 'PRODUCTION'
  | 'RECEIPT'
  | 'RETURN'
  | 'SCRAP'
  | 'TRANSFER';

export type Mutation = {
  __typename?: 'Mutation';
  /** After a count: the balance changes by the signed quantity. */
  adjustInventory: AdjustInventoryPayload;
  /** Reserves a part of a lot for an order: no other order is given it. */
  allocateMaterial: AllocateMaterialPayload;
  /** Puts a piece, or a quantity of a lot, into a piece. */
  assembleSerial: AssembleSerialPayload;
  /** As assembleSerial, all or none; at most 200. */
  assembleSerials: AssembleSerialsPayload;
  /** The piece is through its work. */
  completeSerial: CompleteSerialPayload;
  /** Into the work of an order: into one serial of it, or common to all of it. */
  consumeMaterial: ConsumeMaterialPayload;
  createInventoryLocation: CreateInventoryLocationPayload;
  /** Gives pieces of an order their serial numbers, all or none; at most 200. */
  createSerials: CreateSerialsPayload;
  /** From a store to the floor, for an order. */
  issueMaterial: IssueMaterialPayload;
  /** What an order made of a part that is not tracked by serial becomes a lot. */
  produceLot: ProduceLotPayload;
  /** Sets a lot aside: nothing of it is issued or consumed until it is released. */
  quarantineLot: QuarantineLotPayload;
  /** A delivery: makes a lot and its first ledger line. */
  receiveMaterial: ReceiveMaterialPayload;
  /** As receiveMaterial, all or none; at most 200. */
  receiveMaterials: ReceiveMaterialsPayload;
  /** Lots of critical parts and materials are issued and consumed only with one. */
  recordMaterialCertificate: RecordMaterialCertificatePayload;
  /** Gives back what an allocation still reserves. */
  releaseAllocation: ReleaseAllocationPayload;
  /** Lets a lot that was set aside be used. */
  releaseLot: ReleaseLotPayload;
  /** Takes a component out again. What is taken out of a lot does not go back into stock by this. */
  removeSerial: RemoveSerialPayload;
  /** From the floor back into a store. */
  returnMaterial: ReturnMaterialPayload;
  /** Out of the plant's stock for good. */
  scrapMaterial: ScrapMaterialPayload;
  /** The piece is of no use any more. */
  scrapSerial: ScrapSerialPayload;
  /** From one location to another. */
  transferMaterial: TransferMaterialPayload;
};


export type MutationAdjustInventoryArgs = {
  input: AdjustInventoryInput;
};


export type MutationAllocateMaterialArgs = {
  input: AllocateMaterialInput;
};


export type MutationAssembleSerialArgs = {
  input: AssembleSerialInput;
};


export type MutationAssembleSerialsArgs = {
  input: AssembleSerialsInput;
};


export type MutationCompleteSerialArgs = {
  input: CompleteSerialInput;
};


export type MutationConsumeMaterialArgs = {
  input: ConsumeMaterialInput;
};


export type MutationCreateInventoryLocationArgs = {
  input: CreateInventoryLocationInput;
};


export type MutationCreateSerialsArgs = {
  input: CreateSerialsInput;
};


export type MutationIssueMaterialArgs = {
  input: IssueMaterialInput;
};


export type MutationProduceLotArgs = {
  input: ProduceLotInput;
};


export type MutationQuarantineLotArgs = {
  input: QuarantineLotInput;
};


export type MutationReceiveMaterialArgs = {
  input: ReceiveMaterialInput;
};


export type MutationReceiveMaterialsArgs = {
  input: ReceiveMaterialsInput;
};


export type MutationRecordMaterialCertificateArgs = {
  input: RecordMaterialCertificateInput;
};


export type MutationReleaseAllocationArgs = {
  input: ReleaseAllocationInput;
};


export type MutationReleaseLotArgs = {
  input: ReleaseLotInput;
};


export type MutationRemoveSerialArgs = {
  input: RemoveSerialInput;
};


export type MutationReturnMaterialArgs = {
  input: ReturnMaterialInput;
};


export type MutationScrapMaterialArgs = {
  input: ScrapMaterialInput;
};


export type MutationScrapSerialArgs = {
  input: ScrapSerialInput;
};


export type MutationTransferMaterialArgs = {
  input: TransferMaterialInput;
};

export type NewSerialInput = {
  /** Chosen by the client, so that a repeated request changes nothing; a UUID. */
  id?: InputMaybe<Scalars['ID']['input']>;
  serialNumber: Scalars['String']['input'];
};

export type NonConformance = {
  __typename?: 'NonConformance';
  id: Scalars['ID']['output'];
};

/** What the input names does not exist, or the viewer may not see it. */
export type NotFoundError = UserError & {
  __typename?: 'NotFoundError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path: Array<Scalars['String']['output']>;
};

/** Quality holds it, because of a non-conformance. */
export type OnQualityHoldError = UserError & {
  __typename?: 'OnQualityHoldError';
  code: Scalars['String']['output'];
  /** What is held: a serial number, a lot number or an order number. */
  held: Scalars['String']['output'];
  message: Scalars['String']['output'];
  nonConformance?: Maybe<NonConformance>;
  nonConformanceNumber: Scalars['String']['output'];
  path: Array<Scalars['String']['output']>;
};

/** Relay page information: https://relay.dev/graphql/connections.htm */
export type PageInfo = {
  __typename?: 'PageInfo';
  endCursor?: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor?: Maybe<Scalars['String']['output']>;
};

export type Part = {
  __typename?: 'Part';
  id: Scalars['ID']['output'];
  /** Over all sites. Null until the part is published. */
  inventory?: Maybe<InventoryLevel>;
};

export type ProduceLotInput = {
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The lot's id, chosen by the client, so that a repeated request changes nothing; a UUID. */
  id?: InputMaybe<Scalars['ID']['input']>;
  locationCode: Scalars['String']['input'];
  number: Scalars['String']['input'];
  /** When it happened, if earlier than now; needs operation:backdate. */
  occurredAt?: InputMaybe<Scalars['DateTime']['input']>;
  operationId?: InputMaybe<Scalars['ID']['input']>;
  quantity: QuantityInput;
  unitCost?: InputMaybe<Scalars['Decimal']['input']>;
  workOrderNumber: Scalars['String']['input'];
};

export type ProduceLotPayload = {
  __typename?: 'ProduceLotPayload';
  errors: Array<UserError>;
  lot?: Maybe<MaterialLot>;
};

/** A quantity with its unit as a UN/CEFACT Recommendation 20 code: EA each, KGM kilogram, MTR metre, HUR hour. */
export type Quantity = {
  __typename?: 'Quantity';
  unit: Scalars['String']['output'];
  value: Scalars['Decimal']['output'];
};

/** A quantity with its unit as a UN/CEFACT Recommendation 20 code. */
export type QuantityInput = {
  unit: Scalars['String']['input'];
  value: Scalars['Decimal']['input'];
};

export type QuarantineLotInput = {
  lotNumber: Scalars['String']['input'];
  reason: Scalars['String']['input'];
};

export type QuarantineLotPayload = {
  __typename?: 'QuarantineLotPayload';
  errors: Array<UserError>;
  lot?: Maybe<MaterialLot>;
};

export type Query = {
  __typename?: 'Query';
  allocation?: Maybe<Allocation>;
  /** By lot and location; what is at zero is left out. */
  inventoryBalances: InventoryBalanceConnection;
  inventoryLocation?: Maybe<InventoryLocation>;
  inventoryLocationByCode?: Maybe<InventoryLocation>;
  /** By code. */
  inventoryLocations: InventoryLocationConnection;
  materialCertificate?: Maybe<MaterialCertificate>;
  materialLot?: Maybe<MaterialLot>;
  materialLotByNumber?: Maybe<MaterialLot>;
  /** Newest first. */
  materialLots: MaterialLotConnection;
  materialTransaction?: Maybe<MaterialTransaction>;
  /** Newest first. */
  materialTransactions: MaterialTransactionConnection;
  serializedPart?: Maybe<SerializedPart>;
  serializedPartBySerialNumber?: Maybe<SerializedPart>;
  /** By serial number. */
  serializedParts: SerializedPartConnection;
  /** Adds the whole ledger up and compares it with the balances and the allocations: for auditors. */
  verifyInventory: InventoryVerification;
};


export type QueryAllocationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryInventoryBalancesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InventoryBalanceFilter>;
  first: Scalars['Int']['input'];
};


export type QueryInventoryLocationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryInventoryLocationByCodeArgs = {
  code: Scalars['String']['input'];
};


export type QueryInventoryLocationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<InventoryLocationFilter>;
  first: Scalars['Int']['input'];
};


export type QueryMaterialCertificateArgs = {
  id: Scalars['ID']['input'];
};


export type QueryMaterialLotArgs = {
  id: Scalars['ID']['input'];
};


export type QueryMaterialLotByNumberArgs = {
  number: Scalars['String']['input'];
};


export type QueryMaterialLotsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MaterialLotFilter>;
  first: Scalars['Int']['input'];
};


export type QueryMaterialTransactionArgs = {
  id: Scalars['ID']['input'];
};


export type QueryMaterialTransactionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MaterialTransactionFilter>;
  first: Scalars['Int']['input'];
};


export type QuerySerializedPartArgs = {
  id: Scalars['ID']['input'];
};


export type QuerySerializedPartBySerialNumberArgs = {
  serialNumber: Scalars['String']['input'];
};


export type QuerySerializedPartsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SerializedPartFilter>;
  first: Scalars['Int']['input'];
};

export type ReceiveMaterialInput = {
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  heatNumber?: InputMaybe<Scalars['String']['input']>;
  /** The lot's id, chosen by the client, so that a repeated request changes nothing; a UUID. */
  id?: InputMaybe<Scalars['ID']['input']>;
  locationCode: Scalars['String']['input'];
  materialCode?: InputMaybe<Scalars['String']['input']>;
  number: Scalars['String']['input'];
  /** When it happened, if earlier than now; needs operation:backdate. */
  occurredAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Either this or `materialCode`. */
  partNumber?: InputMaybe<Scalars['String']['input']>;
  quantity: QuantityInput;
  /** Set aside until quality releases it. */
  quarantine?: InputMaybe<Scalars['Boolean']['input']>;
  supplier?: InputMaybe<Scalars['String']['input']>;
  supplierLotNumber?: InputMaybe<Scalars['String']['input']>;
  unitCost?: InputMaybe<Scalars['Decimal']['input']>;
};

export type ReceiveMaterialPayload = {
  __typename?: 'ReceiveMaterialPayload';
  errors: Array<UserError>;
  lot?: Maybe<MaterialLot>;
};

export type ReceiveMaterialsInput = {
  lots: Array<ReceiveMaterialInput>;
};

export type ReceiveMaterialsPayload = {
  __typename?: 'ReceiveMaterialsPayload';
  errors: Array<UserError>;
  /** In the order of the input. */
  lots?: Maybe<Array<MaterialLot>>;
};

export type RecordMaterialCertificateInput = {
  documentSha256?: InputMaybe<Scalars['String']['input']>;
  documentUrl?: InputMaybe<Scalars['String']['input']>;
  facts?: InputMaybe<Scalars['JSON']['input']>;
  /** Chosen by the client, so that a repeated request changes nothing; a UUID. */
  id?: InputMaybe<Scalars['ID']['input']>;
  issuedAt: Scalars['Date']['input'];
  issuedBy: Scalars['String']['input'];
  kind: MaterialCertificateKind;
  lotNumber: Scalars['String']['input'];
  number: Scalars['String']['input'];
};

export type RecordMaterialCertificatePayload = {
  __typename?: 'RecordMaterialCertificatePayload';
  certificate?: Maybe<MaterialCertificate>;
  errors: Array<UserError>;
};

export type ReleaseAllocationInput = {
  id: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};

export type ReleaseAllocationPayload = {
  __typename?: 'ReleaseAllocationPayload';
  allocation?: Maybe<Allocation>;
  errors: Array<UserError>;
};

export type ReleaseLotInput = {
  lotNumber: Scalars['String']['input'];
  reason: Scalars['String']['input'];
};

export type ReleaseLotPayload = {
  __typename?: 'ReleaseLotPayload';
  errors: Array<UserError>;
  lot?: Maybe<MaterialLot>;
};

export type RemoveSerialInput = {
  linkId: Scalars['ID']['input'];
  /** When it happened, if earlier than now; needs operation:backdate. */
  occurredAt?: InputMaybe<Scalars['DateTime']['input']>;
  reason: Scalars['String']['input'];
  /** The piece that is taken out is of no use any more. */
  scrap?: InputMaybe<Scalars['Boolean']['input']>;
};

export type RemoveSerialPayload = {
  __typename?: 'RemoveSerialPayload';
  errors: Array<UserError>;
  link?: Maybe<ComponentLink>;
};

export type ReturnMaterialInput = {
  /** The transaction's id, chosen by the client, so that a repeated request changes nothing; a UUID. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** A location on the floor. */
  locationCode: Scalars['String']['input'];
  /** Either this or `lotNumber`. */
  lotId?: InputMaybe<Scalars['ID']['input']>;
  lotNumber?: InputMaybe<Scalars['String']['input']>;
  /** When it happened, if earlier than now; needs operation:backdate. */
  occurredAt?: InputMaybe<Scalars['DateTime']['input']>;
  quantity: QuantityInput;
  reason?: InputMaybe<Scalars['String']['input']>;
  /** A store, or a place of quarantine. */
  toLocationCode: Scalars['String']['input'];
  workOrderNumber?: InputMaybe<Scalars['String']['input']>;
};

export type ReturnMaterialPayload = {
  __typename?: 'ReturnMaterialPayload';
  errors: Array<UserError>;
  transaction?: Maybe<MaterialTransaction>;
};

/** A business rule refuses the action in the present state. */
export type RuleViolationError = UserError & {
  __typename?: 'RuleViolationError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path: Array<Scalars['String']['output']>;
};

export type ScrapMaterialInput = {
  /** The transaction's id, chosen by the client, so that a repeated request changes nothing; a UUID. */
  id?: InputMaybe<Scalars['ID']['input']>;
  locationCode: Scalars['String']['input'];
  /** Either this or `lotNumber`. */
  lotId?: InputMaybe<Scalars['ID']['input']>;
  lotNumber?: InputMaybe<Scalars['String']['input']>;
  /** When it happened, if earlier than now; needs operation:backdate. */
  occurredAt?: InputMaybe<Scalars['DateTime']['input']>;
  quantity: QuantityInput;
  reason: Scalars['String']['input'];
  workOrderNumber?: InputMaybe<Scalars['String']['input']>;
};

export type ScrapMaterialPayload = {
  __typename?: 'ScrapMaterialPayload';
  errors: Array<UserError>;
  transaction?: Maybe<MaterialTransaction>;
};

export type ScrapSerialInput = {
  /** When it happened, if earlier than now; needs operation:backdate. */
  occurredAt?: InputMaybe<Scalars['DateTime']['input']>;
  reason: Scalars['String']['input'];
  serialNumber: Scalars['String']['input'];
};

export type ScrapSerialPayload = {
  __typename?: 'ScrapSerialPayload';
  errors: Array<UserError>;
  serializedPart?: Maybe<SerializedPart>;
};

/** One piece with a number of its own. ISA-95: Material Sublot of one. */
export type SerializedPart = {
  __typename?: 'SerializedPart';
  /** The piece that it is in now. */
  assembledInto?: Maybe<ComponentLink>;
  completedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What is in it now, directly: by bill position, then by time; at most 1,000. */
  components: Array<ComponentLink>;
  createdAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  /** The lot that it was taken from, for a piece that was bought. */
  lot?: Maybe<MaterialLot>;
  part?: Maybe<Part>;
  partNumber: Scalars['String']['output'];
  recordedAt: Scalars['DateTime']['output'];
  revision?: Maybe<Scalars['String']['output']>;
  /** Unique in the tenant. */
  serialNumber: Scalars['String']['output'];
  status: SerializedPartStatus;
  /** The order that makes it. */
  workOrder?: Maybe<WorkOrder>;
};

export type SerializedPartConnection = {
  __typename?: 'SerializedPartConnection';
  edges: Array<SerializedPartEdge>;
  nodes: Array<SerializedPart>;
  pageInfo: PageInfo;
};

export type SerializedPartEdge = {
  __typename?: 'SerializedPartEdge';
  cursor: Scalars['String']['output'];
  node: SerializedPart;
};

export type SerializedPartFilter = {
  partId?: InputMaybe<Scalars['ID']['input']>;
  partNumber?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<SerializedPartStatus>;
  workOrderNumber?: InputMaybe<Scalars['String']['input']>;
};

export type SerializedPartStatus =
  /** In another piece. */
  | 'ASSEMBLED'
  | 'COMPLETED'
  | 'IN_PROCESS'
  | 'SCRAPPED'
  | 'SHIPPED';

export type Site = {
  __typename?: 'Site';
  id: Scalars['ID']['output'];
};

export type TransferMaterialInput = {
  /** The transaction's id, chosen by the client, so that a repeated request changes nothing; a UUID. */
  id?: InputMaybe<Scalars['ID']['input']>;
  locationCode: Scalars['String']['input'];
  /** Either this or `lotNumber`. */
  lotId?: InputMaybe<Scalars['ID']['input']>;
  lotNumber?: InputMaybe<Scalars['String']['input']>;
  /** When it happened, if earlier than now; needs operation:backdate. */
  occurredAt?: InputMaybe<Scalars['DateTime']['input']>;
  quantity: QuantityInput;
  reason?: InputMaybe<Scalars['String']['input']>;
  toLocationCode: Scalars['String']['input'];
};

export type TransferMaterialPayload = {
  __typename?: 'TransferMaterialPayload';
  errors: Array<UserError>;
  transaction?: Maybe<MaterialTransaction>;
};

export type User = {
  __typename?: 'User';
  id: Scalars['ID']['output'];
};

/** An expected refusal of a mutation: nothing was changed. Implementations carry the facts of the refusal. */
export type UserError = {
  /** Stable, upper case, for programs: `ILLEGAL_TRANSITION`. */
  code: Scalars['String']['output'];
  /** For people; may change. */
  message: Scalars['String']['output'];
  /** The input field that is at fault, from the root of the input: `["input", "quantity"]`. Empty when none is. */
  path: Array<Scalars['String']['output']>;
};

export type WorkOrder = {
  __typename?: 'WorkOrder';
  /** Oldest first; at most 1,000. */
  allocations?: Maybe<Array<Allocation>>;
  id: Scalars['ID']['output'];
  /** By serial number. */
  serializedParts?: Maybe<SerializedPartConnection>;
};


export type WorkOrderSerializedPartsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

export type WorkOrderOperation = {
  __typename?: 'WorkOrderOperation';
  id: Scalars['ID']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Allocation: Allocation;
  InventoryLocation: InventoryLocation;
  Material: Material;
  MaterialCertificate: MaterialCertificate;
  MaterialLot: MaterialLot;
  MaterialTransaction: MaterialTransaction;
  Part: Part;
  SerializedPart: SerializedPart;
  WorkOrder: WorkOrder;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Allocation:
    ( { __typename: 'Allocation' }
    & GraphQLRecursivePick<FederationTypes['Allocation'], {"id":true}> );
  InventoryLocation:
    ( { __typename: 'InventoryLocation' }
    & ( GraphQLRecursivePick<FederationTypes['InventoryLocation'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['InventoryLocation'], {"code":true}> ) );
  Material:
    ( { __typename: 'Material' }
    & GraphQLRecursivePick<FederationTypes['Material'], {"id":true}> );
  MaterialCertificate:
    ( { __typename: 'MaterialCertificate' }
    & GraphQLRecursivePick<FederationTypes['MaterialCertificate'], {"id":true}> );
  MaterialLot:
    ( { __typename: 'MaterialLot' }
    & ( GraphQLRecursivePick<FederationTypes['MaterialLot'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['MaterialLot'], {"number":true}> ) );
  MaterialTransaction:
    ( { __typename: 'MaterialTransaction' }
    & GraphQLRecursivePick<FederationTypes['MaterialTransaction'], {"id":true}> );
  Part:
    ( { __typename: 'Part' }
    & GraphQLRecursivePick<FederationTypes['Part'], {"id":true}> );
  SerializedPart:
    ( { __typename: 'SerializedPart' }
    & ( GraphQLRecursivePick<FederationTypes['SerializedPart'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['SerializedPart'], {"serialNumber":true}> ) );
  WorkOrder:
    ( { __typename: 'WorkOrder' }
    & GraphQLRecursivePick<FederationTypes['WorkOrder'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  Actor:
    | ( ApiClient )
    | ( User )
  ;
  MaterialDefinition:
    | ( DefinitionRef<'Material'> )
    | ( DefinitionRef<'Part'> )
  ;
};


/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Actor: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['Actor']>;
  AdjustInventoryInput: AdjustInventoryInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AdjustInventoryPayload: ResolverTypeWrapper<Omit<AdjustInventoryPayload, 'errors' | 'transaction'> & { errors: Array<ResolversTypes['UserError']>, transaction?: Maybe<ResolversTypes['MaterialTransaction']> }>;
  AllocateMaterialInput: AllocateMaterialInput;
  AllocateMaterialPayload: ResolverTypeWrapper<Omit<AllocateMaterialPayload, 'allocation' | 'errors'> & { allocation?: Maybe<ResolversTypes['Allocation']>, errors: Array<ResolversTypes['UserError']> }>;
  Allocation: ResolverTypeWrapper<AllocationRow>;
  AllocationState: AllocationState;
  AlreadyAssembledError: ResolverTypeWrapper<AlreadyAssembledError>;
  ApiClient: ResolverTypeWrapper<ApiClient>;
  AssembleSerialInput: AssembleSerialInput;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AssembleSerialPayload: ResolverTypeWrapper<Omit<AssembleSerialPayload, 'errors' | 'link'> & { errors: Array<ResolversTypes['UserError']>, link?: Maybe<ResolversTypes['ComponentLink']> }>;
  AssembleSerialsInput: AssembleSerialsInput;
  AssembleSerialsPayload: ResolverTypeWrapper<Omit<AssembleSerialsPayload, 'errors' | 'links'> & { errors: Array<ResolversTypes['UserError']>, links?: Maybe<Array<ResolversTypes['ComponentLink']>> }>;
  CompleteSerialInput: CompleteSerialInput;
  CompleteSerialPayload: ResolverTypeWrapper<Omit<CompleteSerialPayload, 'errors' | 'serializedPart'> & { errors: Array<ResolversTypes['UserError']>, serializedPart?: Maybe<ResolversTypes['SerializedPart']> }>;
  ComponentLink: ResolverTypeWrapper<ComponentLinkRow>;
  ConsumeMaterialInput: ConsumeMaterialInput;
  ConsumeMaterialPayload: ResolverTypeWrapper<Omit<ConsumeMaterialPayload, 'errors' | 'link' | 'transaction'> & { errors: Array<ResolversTypes['UserError']>, link?: Maybe<ResolversTypes['ComponentLink']>, transaction?: Maybe<ResolversTypes['MaterialTransaction']> }>;
  CreateInventoryLocationInput: CreateInventoryLocationInput;
  CreateInventoryLocationPayload: ResolverTypeWrapper<Omit<CreateInventoryLocationPayload, 'errors' | 'inventoryLocation'> & { errors: Array<ResolversTypes['UserError']>, inventoryLocation?: Maybe<ResolversTypes['InventoryLocation']> }>;
  CreateSerialsInput: CreateSerialsInput;
  CreateSerialsPayload: ResolverTypeWrapper<Omit<CreateSerialsPayload, 'errors' | 'serializedParts'> & { errors: Array<ResolversTypes['UserError']>, serializedParts?: Maybe<Array<ResolversTypes['SerializedPart']>> }>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  GenealogyCycleError: ResolverTypeWrapper<GenealogyCycleError>;
  IllegalTransitionError: ResolverTypeWrapper<IllegalTransitionError>;
  InsufficientStockError: ResolverTypeWrapper<Omit<InsufficientStockError, 'available' | 'requested'> & { available: ResolversTypes['Quantity'], requested: ResolversTypes['Quantity'] }>;
  InvalidInputError: ResolverTypeWrapper<InvalidInputError>;
  InventoryBalance: ResolverTypeWrapper<BalanceRow>;
  InventoryBalanceConnection: ResolverTypeWrapper<Omit<InventoryBalanceConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['InventoryBalanceEdge']>, nodes: Array<ResolversTypes['InventoryBalance']> }>;
  InventoryBalanceEdge: ResolverTypeWrapper<Omit<InventoryBalanceEdge, 'node'> & { node: ResolversTypes['InventoryBalance'] }>;
  InventoryBalanceFilter: InventoryBalanceFilter;
  InventoryDifference: ResolverTypeWrapper<DifferenceRow>;
  InventoryLevel: ResolverTypeWrapper<LevelRow>;
  InventoryLocation: ResolverTypeWrapper<InventoryLocationRow>;
  InventoryLocationConnection: ResolverTypeWrapper<Omit<InventoryLocationConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['InventoryLocationEdge']>, nodes: Array<ResolversTypes['InventoryLocation']> }>;
  InventoryLocationEdge: ResolverTypeWrapper<Omit<InventoryLocationEdge, 'node'> & { node: ResolversTypes['InventoryLocation'] }>;
  InventoryLocationFilter: InventoryLocationFilter;
  InventoryLocationKind: InventoryLocationKind;
  InventoryVerification: ResolverTypeWrapper<Omit<InventoryVerification, 'differences' | 'overAllocated'> & { differences: Array<ResolversTypes['InventoryDifference']>, overAllocated: Array<ResolversTypes['MaterialLot']> }>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  IssueMaterialInput: IssueMaterialInput;
  IssueMaterialPayload: ResolverTypeWrapper<Omit<IssueMaterialPayload, 'errors' | 'transaction'> & { errors: Array<ResolversTypes['UserError']>, transaction?: Maybe<ResolversTypes['MaterialTransaction']> }>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Material: ResolverTypeWrapper<DefinitionRef<'Material'>>;
  MaterialCertificate: ResolverTypeWrapper<MaterialCertificateRow>;
  MaterialCertificateKind: MaterialCertificateKind;
  MaterialDefinition: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['MaterialDefinition']>;
  MaterialLot: ResolverTypeWrapper<MaterialLotRow>;
  MaterialLotConnection: ResolverTypeWrapper<Omit<MaterialLotConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['MaterialLotEdge']>, nodes: Array<ResolversTypes['MaterialLot']> }>;
  MaterialLotEdge: ResolverTypeWrapper<Omit<MaterialLotEdge, 'node'> & { node: ResolversTypes['MaterialLot'] }>;
  MaterialLotFilter: MaterialLotFilter;
  MaterialLotStatus: MaterialLotStatus;
  MaterialTransaction: ResolverTypeWrapper<MaterialTransactionRow>;
  MaterialTransactionConnection: ResolverTypeWrapper<Omit<MaterialTransactionConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['MaterialTransactionEdge']>, nodes: Array<ResolversTypes['MaterialTransaction']> }>;
  MaterialTransactionEdge: ResolverTypeWrapper<Omit<MaterialTransactionEdge, 'node'> & { node: ResolversTypes['MaterialTransaction'] }>;
  MaterialTransactionFilter: MaterialTransactionFilter;
  MaterialTransactionKind: MaterialTransactionKind;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NewSerialInput: NewSerialInput;
  NonConformance: ResolverTypeWrapper<NonConformance>;
  NotFoundError: ResolverTypeWrapper<NotFoundError>;
  OnQualityHoldError: ResolverTypeWrapper<UserErrorData>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Part: ResolverTypeWrapper<DefinitionRef<'Part'>>;
  ProduceLotInput: ProduceLotInput;
  ProduceLotPayload: ResolverTypeWrapper<Omit<ProduceLotPayload, 'errors' | 'lot'> & { errors: Array<ResolversTypes['UserError']>, lot?: Maybe<ResolversTypes['MaterialLot']> }>;
  Quantity: ResolverTypeWrapper<Quantity>;
  QuantityInput: QuantityInput;
  QuarantineLotInput: QuarantineLotInput;
  QuarantineLotPayload: ResolverTypeWrapper<Omit<QuarantineLotPayload, 'errors' | 'lot'> & { errors: Array<ResolversTypes['UserError']>, lot?: Maybe<ResolversTypes['MaterialLot']> }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReceiveMaterialInput: ReceiveMaterialInput;
  ReceiveMaterialPayload: ResolverTypeWrapper<Omit<ReceiveMaterialPayload, 'errors' | 'lot'> & { errors: Array<ResolversTypes['UserError']>, lot?: Maybe<ResolversTypes['MaterialLot']> }>;
  ReceiveMaterialsInput: ReceiveMaterialsInput;
  ReceiveMaterialsPayload: ResolverTypeWrapper<Omit<ReceiveMaterialsPayload, 'errors' | 'lots'> & { errors: Array<ResolversTypes['UserError']>, lots?: Maybe<Array<ResolversTypes['MaterialLot']>> }>;
  RecordMaterialCertificateInput: RecordMaterialCertificateInput;
  RecordMaterialCertificatePayload: ResolverTypeWrapper<Omit<RecordMaterialCertificatePayload, 'certificate' | 'errors'> & { certificate?: Maybe<ResolversTypes['MaterialCertificate']>, errors: Array<ResolversTypes['UserError']> }>;
  ReleaseAllocationInput: ReleaseAllocationInput;
  ReleaseAllocationPayload: ResolverTypeWrapper<Omit<ReleaseAllocationPayload, 'allocation' | 'errors'> & { allocation?: Maybe<ResolversTypes['Allocation']>, errors: Array<ResolversTypes['UserError']> }>;
  ReleaseLotInput: ReleaseLotInput;
  ReleaseLotPayload: ResolverTypeWrapper<Omit<ReleaseLotPayload, 'errors' | 'lot'> & { errors: Array<ResolversTypes['UserError']>, lot?: Maybe<ResolversTypes['MaterialLot']> }>;
  RemoveSerialInput: RemoveSerialInput;
  RemoveSerialPayload: ResolverTypeWrapper<Omit<RemoveSerialPayload, 'errors' | 'link'> & { errors: Array<ResolversTypes['UserError']>, link?: Maybe<ResolversTypes['ComponentLink']> }>;
  ReturnMaterialInput: ReturnMaterialInput;
  ReturnMaterialPayload: ResolverTypeWrapper<Omit<ReturnMaterialPayload, 'errors' | 'transaction'> & { errors: Array<ResolversTypes['UserError']>, transaction?: Maybe<ResolversTypes['MaterialTransaction']> }>;
  RuleViolationError: ResolverTypeWrapper<RuleViolationError>;
  ScrapMaterialInput: ScrapMaterialInput;
  ScrapMaterialPayload: ResolverTypeWrapper<Omit<ScrapMaterialPayload, 'errors' | 'transaction'> & { errors: Array<ResolversTypes['UserError']>, transaction?: Maybe<ResolversTypes['MaterialTransaction']> }>;
  ScrapSerialInput: ScrapSerialInput;
  ScrapSerialPayload: ResolverTypeWrapper<Omit<ScrapSerialPayload, 'errors' | 'serializedPart'> & { errors: Array<ResolversTypes['UserError']>, serializedPart?: Maybe<ResolversTypes['SerializedPart']> }>;
  SerializedPart: ResolverTypeWrapper<SerializedPartRow>;
  SerializedPartConnection: ResolverTypeWrapper<Omit<SerializedPartConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['SerializedPartEdge']>, nodes: Array<ResolversTypes['SerializedPart']> }>;
  SerializedPartEdge: ResolverTypeWrapper<Omit<SerializedPartEdge, 'node'> & { node: ResolversTypes['SerializedPart'] }>;
  SerializedPartFilter: SerializedPartFilter;
  SerializedPartStatus: SerializedPartStatus;
  Site: ResolverTypeWrapper<Site>;
  TransferMaterialInput: TransferMaterialInput;
  TransferMaterialPayload: ResolverTypeWrapper<Omit<TransferMaterialPayload, 'errors' | 'transaction'> & { errors: Array<ResolversTypes['UserError']>, transaction?: Maybe<ResolversTypes['MaterialTransaction']> }>;
  User: ResolverTypeWrapper<User>;
  UserError: ResolverTypeWrapper<UserErrorData>;
  WorkOrder: ResolverTypeWrapper<WorkOrderRef>;
  WorkOrderOperation: ResolverTypeWrapper<WorkOrderOperation>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Actor: ResolversUnionTypes<ResolversParentTypes>['Actor'];
  AdjustInventoryInput: AdjustInventoryInput;
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  AdjustInventoryPayload: Omit<AdjustInventoryPayload, 'errors' | 'transaction'> & { errors: Array<ResolversParentTypes['UserError']>, transaction?: Maybe<ResolversParentTypes['MaterialTransaction']> };
  AllocateMaterialInput: AllocateMaterialInput;
  AllocateMaterialPayload: Omit<AllocateMaterialPayload, 'allocation' | 'errors'> & { allocation?: Maybe<ResolversParentTypes['Allocation']>, errors: Array<ResolversParentTypes['UserError']> };
  Allocation: AllocationRow;
  AlreadyAssembledError: AlreadyAssembledError;
  ApiClient: ApiClient;
  AssembleSerialInput: AssembleSerialInput;
  Int: Scalars['Int']['output'];
  AssembleSerialPayload: Omit<AssembleSerialPayload, 'errors' | 'link'> & { errors: Array<ResolversParentTypes['UserError']>, link?: Maybe<ResolversParentTypes['ComponentLink']> };
  AssembleSerialsInput: AssembleSerialsInput;
  AssembleSerialsPayload: Omit<AssembleSerialsPayload, 'errors' | 'links'> & { errors: Array<ResolversParentTypes['UserError']>, links?: Maybe<Array<ResolversParentTypes['ComponentLink']>> };
  CompleteSerialInput: CompleteSerialInput;
  CompleteSerialPayload: Omit<CompleteSerialPayload, 'errors' | 'serializedPart'> & { errors: Array<ResolversParentTypes['UserError']>, serializedPart?: Maybe<ResolversParentTypes['SerializedPart']> };
  ComponentLink: ComponentLinkRow;
  ConsumeMaterialInput: ConsumeMaterialInput;
  ConsumeMaterialPayload: Omit<ConsumeMaterialPayload, 'errors' | 'link' | 'transaction'> & { errors: Array<ResolversParentTypes['UserError']>, link?: Maybe<ResolversParentTypes['ComponentLink']>, transaction?: Maybe<ResolversParentTypes['MaterialTransaction']> };
  CreateInventoryLocationInput: CreateInventoryLocationInput;
  CreateInventoryLocationPayload: Omit<CreateInventoryLocationPayload, 'errors' | 'inventoryLocation'> & { errors: Array<ResolversParentTypes['UserError']>, inventoryLocation?: Maybe<ResolversParentTypes['InventoryLocation']> };
  CreateSerialsInput: CreateSerialsInput;
  CreateSerialsPayload: Omit<CreateSerialsPayload, 'errors' | 'serializedParts'> & { errors: Array<ResolversParentTypes['UserError']>, serializedParts?: Maybe<Array<ResolversParentTypes['SerializedPart']>> };
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  GenealogyCycleError: GenealogyCycleError;
  IllegalTransitionError: IllegalTransitionError;
  InsufficientStockError: Omit<InsufficientStockError, 'available' | 'requested'> & { available: ResolversParentTypes['Quantity'], requested: ResolversParentTypes['Quantity'] };
  InvalidInputError: InvalidInputError;
  InventoryBalance: BalanceRow;
  InventoryBalanceConnection: Omit<InventoryBalanceConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['InventoryBalanceEdge']>, nodes: Array<ResolversParentTypes['InventoryBalance']> };
  InventoryBalanceEdge: Omit<InventoryBalanceEdge, 'node'> & { node: ResolversParentTypes['InventoryBalance'] };
  InventoryBalanceFilter: InventoryBalanceFilter;
  InventoryDifference: DifferenceRow;
  InventoryLevel: LevelRow;
  InventoryLocation: InventoryLocationRow;
  InventoryLocationConnection: Omit<InventoryLocationConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['InventoryLocationEdge']>, nodes: Array<ResolversParentTypes['InventoryLocation']> };
  InventoryLocationEdge: Omit<InventoryLocationEdge, 'node'> & { node: ResolversParentTypes['InventoryLocation'] };
  InventoryLocationFilter: InventoryLocationFilter;
  InventoryVerification: Omit<InventoryVerification, 'differences' | 'overAllocated'> & { differences: Array<ResolversParentTypes['InventoryDifference']>, overAllocated: Array<ResolversParentTypes['MaterialLot']> };
  Boolean: Scalars['Boolean']['output'];
  IssueMaterialInput: IssueMaterialInput;
  IssueMaterialPayload: Omit<IssueMaterialPayload, 'errors' | 'transaction'> & { errors: Array<ResolversParentTypes['UserError']>, transaction?: Maybe<ResolversParentTypes['MaterialTransaction']> };
  JSON: Scalars['JSON']['output'];
  Material: DefinitionRef<'Material'>;
  MaterialCertificate: MaterialCertificateRow;
  MaterialDefinition: ResolversUnionTypes<ResolversParentTypes>['MaterialDefinition'];
  MaterialLot: MaterialLotRow;
  MaterialLotConnection: Omit<MaterialLotConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['MaterialLotEdge']>, nodes: Array<ResolversParentTypes['MaterialLot']> };
  MaterialLotEdge: Omit<MaterialLotEdge, 'node'> & { node: ResolversParentTypes['MaterialLot'] };
  MaterialLotFilter: MaterialLotFilter;
  MaterialTransaction: MaterialTransactionRow;
  MaterialTransactionConnection: Omit<MaterialTransactionConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['MaterialTransactionEdge']>, nodes: Array<ResolversParentTypes['MaterialTransaction']> };
  MaterialTransactionEdge: Omit<MaterialTransactionEdge, 'node'> & { node: ResolversParentTypes['MaterialTransaction'] };
  MaterialTransactionFilter: MaterialTransactionFilter;
  Mutation: Record<PropertyKey, never>;
  NewSerialInput: NewSerialInput;
  NonConformance: NonConformance;
  NotFoundError: NotFoundError;
  OnQualityHoldError: UserErrorData;
  PageInfo: PageInfo;
  Part: DefinitionRef<'Part'>;
  ProduceLotInput: ProduceLotInput;
  ProduceLotPayload: Omit<ProduceLotPayload, 'errors' | 'lot'> & { errors: Array<ResolversParentTypes['UserError']>, lot?: Maybe<ResolversParentTypes['MaterialLot']> };
  Quantity: Quantity;
  QuantityInput: QuantityInput;
  QuarantineLotInput: QuarantineLotInput;
  QuarantineLotPayload: Omit<QuarantineLotPayload, 'errors' | 'lot'> & { errors: Array<ResolversParentTypes['UserError']>, lot?: Maybe<ResolversParentTypes['MaterialLot']> };
  Query: Record<PropertyKey, never>;
  ReceiveMaterialInput: ReceiveMaterialInput;
  ReceiveMaterialPayload: Omit<ReceiveMaterialPayload, 'errors' | 'lot'> & { errors: Array<ResolversParentTypes['UserError']>, lot?: Maybe<ResolversParentTypes['MaterialLot']> };
  ReceiveMaterialsInput: ReceiveMaterialsInput;
  ReceiveMaterialsPayload: Omit<ReceiveMaterialsPayload, 'errors' | 'lots'> & { errors: Array<ResolversParentTypes['UserError']>, lots?: Maybe<Array<ResolversParentTypes['MaterialLot']>> };
  RecordMaterialCertificateInput: RecordMaterialCertificateInput;
  RecordMaterialCertificatePayload: Omit<RecordMaterialCertificatePayload, 'certificate' | 'errors'> & { certificate?: Maybe<ResolversParentTypes['MaterialCertificate']>, errors: Array<ResolversParentTypes['UserError']> };
  ReleaseAllocationInput: ReleaseAllocationInput;
  ReleaseAllocationPayload: Omit<ReleaseAllocationPayload, 'allocation' | 'errors'> & { allocation?: Maybe<ResolversParentTypes['Allocation']>, errors: Array<ResolversParentTypes['UserError']> };
  ReleaseLotInput: ReleaseLotInput;
  ReleaseLotPayload: Omit<ReleaseLotPayload, 'errors' | 'lot'> & { errors: Array<ResolversParentTypes['UserError']>, lot?: Maybe<ResolversParentTypes['MaterialLot']> };
  RemoveSerialInput: RemoveSerialInput;
  RemoveSerialPayload: Omit<RemoveSerialPayload, 'errors' | 'link'> & { errors: Array<ResolversParentTypes['UserError']>, link?: Maybe<ResolversParentTypes['ComponentLink']> };
  ReturnMaterialInput: ReturnMaterialInput;
  ReturnMaterialPayload: Omit<ReturnMaterialPayload, 'errors' | 'transaction'> & { errors: Array<ResolversParentTypes['UserError']>, transaction?: Maybe<ResolversParentTypes['MaterialTransaction']> };
  RuleViolationError: RuleViolationError;
  ScrapMaterialInput: ScrapMaterialInput;
  ScrapMaterialPayload: Omit<ScrapMaterialPayload, 'errors' | 'transaction'> & { errors: Array<ResolversParentTypes['UserError']>, transaction?: Maybe<ResolversParentTypes['MaterialTransaction']> };
  ScrapSerialInput: ScrapSerialInput;
  ScrapSerialPayload: Omit<ScrapSerialPayload, 'errors' | 'serializedPart'> & { errors: Array<ResolversParentTypes['UserError']>, serializedPart?: Maybe<ResolversParentTypes['SerializedPart']> };
  SerializedPart: SerializedPartRow;
  SerializedPartConnection: Omit<SerializedPartConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['SerializedPartEdge']>, nodes: Array<ResolversParentTypes['SerializedPart']> };
  SerializedPartEdge: Omit<SerializedPartEdge, 'node'> & { node: ResolversParentTypes['SerializedPart'] };
  SerializedPartFilter: SerializedPartFilter;
  Site: Site;
  TransferMaterialInput: TransferMaterialInput;
  TransferMaterialPayload: Omit<TransferMaterialPayload, 'errors' | 'transaction'> & { errors: Array<ResolversParentTypes['UserError']>, transaction?: Maybe<ResolversParentTypes['MaterialTransaction']> };
  User: User;
  UserError: UserErrorData;
  WorkOrder: WorkOrderRef;
  WorkOrderOperation: WorkOrderOperation;
};

export type ActorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Actor'] = ResolversParentTypes['Actor']> = {
  __resolveType: TypeResolveFn<'ApiClient' | 'User', ParentType, ContextType>;
};

export type AdjustInventoryPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AdjustInventoryPayload'] = ResolversParentTypes['AdjustInventoryPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  transaction?: Resolver<Maybe<ResolversTypes['MaterialTransaction']>, ParentType, ContextType>;
};

export type AllocateMaterialPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AllocateMaterialPayload'] = ResolversParentTypes['AllocateMaterialPayload']> = {
  allocation?: Resolver<Maybe<ResolversTypes['Allocation']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AllocationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Allocation'] = ResolversParentTypes['Allocation'], FederationReferenceType extends FederationReferenceTypes['Allocation'] = FederationReferenceTypes['Allocation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Allocation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  drawn?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lot?: Resolver<ResolversTypes['MaterialLot'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  remaining?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['AllocationState'], ParentType, ContextType>;
  workOrder?: Resolver<Maybe<ResolversTypes['WorkOrder']>, ParentType, ContextType>;
};

export type AlreadyAssembledErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AlreadyAssembledError'] = ResolversParentTypes['AlreadyAssembledError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  linkId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parentSerialNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ApiClientResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiClient'] = ResolversParentTypes['ApiClient']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AssembleSerialPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssembleSerialPayload'] = ResolversParentTypes['AssembleSerialPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  link?: Resolver<Maybe<ResolversTypes['ComponentLink']>, ParentType, ContextType>;
};

export type AssembleSerialsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssembleSerialsPayload'] = ResolversParentTypes['AssembleSerialsPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  links?: Resolver<Maybe<Array<ResolversTypes['ComponentLink']>>, ParentType, ContextType>;
};

export type CompleteSerialPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CompleteSerialPayload'] = ResolversParentTypes['CompleteSerialPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  serializedPart?: Resolver<Maybe<ResolversTypes['SerializedPart']>, ParentType, ContextType>;
};

export type ComponentLinkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ComponentLink'] = ResolversParentTypes['ComponentLink']> = {
  bomPosition?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  componentNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  linkedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lot?: Resolver<Maybe<ResolversTypes['MaterialLot']>, ParentType, ContextType>;
  operation?: Resolver<Maybe<ResolversTypes['WorkOrderOperation']>, ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['SerializedPart']>, ParentType, ContextType>;
  parentNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  serializedPart?: Resolver<Maybe<ResolversTypes['SerializedPart']>, ParentType, ContextType>;
  unlinkReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unlinkedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  workOrder?: Resolver<Maybe<ResolversTypes['WorkOrder']>, ParentType, ContextType>;
};

export type ConsumeMaterialPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConsumeMaterialPayload'] = ResolversParentTypes['ConsumeMaterialPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  link?: Resolver<Maybe<ResolversTypes['ComponentLink']>, ParentType, ContextType>;
  transaction?: Resolver<Maybe<ResolversTypes['MaterialTransaction']>, ParentType, ContextType>;
};

export type CreateInventoryLocationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateInventoryLocationPayload'] = ResolversParentTypes['CreateInventoryLocationPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  inventoryLocation?: Resolver<Maybe<ResolversTypes['InventoryLocation']>, ParentType, ContextType>;
};

export type CreateSerialsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateSerialsPayload'] = ResolversParentTypes['CreateSerialsPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  serializedParts?: Resolver<Maybe<Array<ResolversTypes['SerializedPart']>>, ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type GenealogyCycleErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GenealogyCycleError'] = ResolversParentTypes['GenealogyCycleError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  cycle?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IllegalTransitionErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IllegalTransitionError'] = ResolversParentTypes['IllegalTransitionError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InsufficientStockErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InsufficientStockError'] = ResolversParentTypes['InsufficientStockError']> = {
  available?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  locationCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lotNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  requested?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvalidInputErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidInputError'] = ResolversParentTypes['InvalidInputError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InventoryBalanceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InventoryBalance'] = ResolversParentTypes['InventoryBalance']> = {
  location?: Resolver<ResolversTypes['InventoryLocation'], ParentType, ContextType>;
  lot?: Resolver<ResolversTypes['MaterialLot'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
};

export type InventoryBalanceConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InventoryBalanceConnection'] = ResolversParentTypes['InventoryBalanceConnection']> = {
  edges?: Resolver<Array<ResolversTypes['InventoryBalanceEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['InventoryBalance']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type InventoryBalanceEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InventoryBalanceEdge'] = ResolversParentTypes['InventoryBalanceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['InventoryBalance'], ParentType, ContextType>;
};

export type InventoryDifferenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InventoryDifference'] = ResolversParentTypes['InventoryDifference']> = {
  balance?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  ledger?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  location?: Resolver<ResolversTypes['InventoryLocation'], ParentType, ContextType>;
  lot?: Resolver<ResolversTypes['MaterialLot'], ParentType, ContextType>;
};

export type InventoryLevelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InventoryLevel'] = ResolversParentTypes['InventoryLevel']> = {
  allocated?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  available?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  onHand?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
};

export type InventoryLocationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InventoryLocation'] = ResolversParentTypes['InventoryLocation'], FederationReferenceType extends FederationReferenceTypes['InventoryLocation'] = FederationReferenceTypes['InventoryLocation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['InventoryLocation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['InventoryLocationKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  site?: Resolver<Maybe<ResolversTypes['Site']>, ParentType, ContextType>;
};

export type InventoryLocationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InventoryLocationConnection'] = ResolversParentTypes['InventoryLocationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['InventoryLocationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['InventoryLocation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type InventoryLocationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InventoryLocationEdge'] = ResolversParentTypes['InventoryLocationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['InventoryLocation'], ParentType, ContextType>;
};

export type InventoryVerificationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InventoryVerification'] = ResolversParentTypes['InventoryVerification']> = {
  balances?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  checkedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  differences?: Resolver<Array<ResolversTypes['InventoryDifference']>, ParentType, ContextType>;
  ok?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  overAllocated?: Resolver<Array<ResolversTypes['MaterialLot']>, ParentType, ContextType>;
  transactions?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type IssueMaterialPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IssueMaterialPayload'] = ResolversParentTypes['IssueMaterialPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  transaction?: Resolver<Maybe<ResolversTypes['MaterialTransaction']>, ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type MaterialResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Material'] = ResolversParentTypes['Material'], FederationReferenceType extends FederationReferenceTypes['Material'] = FederationReferenceTypes['Material']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Material']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inventory?: Resolver<Maybe<ResolversTypes['InventoryLevel']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MaterialCertificateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MaterialCertificate'] = ResolversParentTypes['MaterialCertificate'], FederationReferenceType extends FederationReferenceTypes['MaterialCertificate'] = FederationReferenceTypes['MaterialCertificate']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['MaterialCertificate']> | FederationReferenceType, FederationReferenceType, ContextType>;
  documentSha256?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  documentUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  facts?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  issuedAt?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  issuedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MaterialCertificateKind'], ParentType, ContextType>;
  lot?: Resolver<ResolversTypes['MaterialLot'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  recordedBy?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  recordedByName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MaterialDefinitionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MaterialDefinition'] = ResolversParentTypes['MaterialDefinition']> = {
  __resolveType: TypeResolveFn<'Material' | 'Part', ParentType, ContextType>;
};

export type MaterialLotResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MaterialLot'] = ResolversParentTypes['MaterialLot'], FederationReferenceType extends FederationReferenceTypes['MaterialLot'] = FederationReferenceTypes['MaterialLot']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['MaterialLot']> | FederationReferenceType, FederationReferenceType, ContextType>;
  allocated?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  balances?: Resolver<Array<ResolversTypes['InventoryBalance']>, ParentType, ContextType>;
  certificates?: Resolver<Array<ResolversTypes['MaterialCertificate']>, ParentType, ContextType>;
  definition?: Resolver<Maybe<ResolversTypes['MaterialDefinition']>, ParentType, ContextType>;
  definitionNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  heatNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  onHand?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['MaterialLotStatus'], ParentType, ContextType>;
  supplier?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  supplierLotNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unitCost?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  workOrder?: Resolver<Maybe<ResolversTypes['WorkOrder']>, ParentType, ContextType>;
};

export type MaterialLotConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MaterialLotConnection'] = ResolversParentTypes['MaterialLotConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MaterialLotEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['MaterialLot']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MaterialLotEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MaterialLotEdge'] = ResolversParentTypes['MaterialLotEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['MaterialLot'], ParentType, ContextType>;
};

export type MaterialTransactionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MaterialTransaction'] = ResolversParentTypes['MaterialTransaction'], FederationReferenceType extends FederationReferenceTypes['MaterialTransaction'] = FederationReferenceTypes['MaterialTransaction']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['MaterialTransaction']> | FederationReferenceType, FederationReferenceType, ContextType>;
  actor?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  actorName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MaterialTransactionKind'], ParentType, ContextType>;
  location?: Resolver<ResolversTypes['InventoryLocation'], ParentType, ContextType>;
  lot?: Resolver<ResolversTypes['MaterialLot'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  operation?: Resolver<Maybe<ResolversTypes['WorkOrderOperation']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  serializedPart?: Resolver<Maybe<ResolversTypes['SerializedPart']>, ParentType, ContextType>;
  toLocation?: Resolver<Maybe<ResolversTypes['InventoryLocation']>, ParentType, ContextType>;
  unitCost?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  workOrder?: Resolver<Maybe<ResolversTypes['WorkOrder']>, ParentType, ContextType>;
};

export type MaterialTransactionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MaterialTransactionConnection'] = ResolversParentTypes['MaterialTransactionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MaterialTransactionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['MaterialTransaction']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MaterialTransactionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MaterialTransactionEdge'] = ResolversParentTypes['MaterialTransactionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['MaterialTransaction'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  adjustInventory?: Resolver<ResolversTypes['AdjustInventoryPayload'], ParentType, ContextType, RequireFields<MutationAdjustInventoryArgs, 'input'>>;
  allocateMaterial?: Resolver<ResolversTypes['AllocateMaterialPayload'], ParentType, ContextType, RequireFields<MutationAllocateMaterialArgs, 'input'>>;
  assembleSerial?: Resolver<ResolversTypes['AssembleSerialPayload'], ParentType, ContextType, RequireFields<MutationAssembleSerialArgs, 'input'>>;
  assembleSerials?: Resolver<ResolversTypes['AssembleSerialsPayload'], ParentType, ContextType, RequireFields<MutationAssembleSerialsArgs, 'input'>>;
  completeSerial?: Resolver<ResolversTypes['CompleteSerialPayload'], ParentType, ContextType, RequireFields<MutationCompleteSerialArgs, 'input'>>;
  consumeMaterial?: Resolver<ResolversTypes['ConsumeMaterialPayload'], ParentType, ContextType, RequireFields<MutationConsumeMaterialArgs, 'input'>>;
  createInventoryLocation?: Resolver<ResolversTypes['CreateInventoryLocationPayload'], ParentType, ContextType, RequireFields<MutationCreateInventoryLocationArgs, 'input'>>;
  createSerials?: Resolver<ResolversTypes['CreateSerialsPayload'], ParentType, ContextType, RequireFields<MutationCreateSerialsArgs, 'input'>>;
  issueMaterial?: Resolver<ResolversTypes['IssueMaterialPayload'], ParentType, ContextType, RequireFields<MutationIssueMaterialArgs, 'input'>>;
  produceLot?: Resolver<ResolversTypes['ProduceLotPayload'], ParentType, ContextType, RequireFields<MutationProduceLotArgs, 'input'>>;
  quarantineLot?: Resolver<ResolversTypes['QuarantineLotPayload'], ParentType, ContextType, RequireFields<MutationQuarantineLotArgs, 'input'>>;
  receiveMaterial?: Resolver<ResolversTypes['ReceiveMaterialPayload'], ParentType, ContextType, RequireFields<MutationReceiveMaterialArgs, 'input'>>;
  receiveMaterials?: Resolver<ResolversTypes['ReceiveMaterialsPayload'], ParentType, ContextType, RequireFields<MutationReceiveMaterialsArgs, 'input'>>;
  recordMaterialCertificate?: Resolver<ResolversTypes['RecordMaterialCertificatePayload'], ParentType, ContextType, RequireFields<MutationRecordMaterialCertificateArgs, 'input'>>;
  releaseAllocation?: Resolver<ResolversTypes['ReleaseAllocationPayload'], ParentType, ContextType, RequireFields<MutationReleaseAllocationArgs, 'input'>>;
  releaseLot?: Resolver<ResolversTypes['ReleaseLotPayload'], ParentType, ContextType, RequireFields<MutationReleaseLotArgs, 'input'>>;
  removeSerial?: Resolver<ResolversTypes['RemoveSerialPayload'], ParentType, ContextType, RequireFields<MutationRemoveSerialArgs, 'input'>>;
  returnMaterial?: Resolver<ResolversTypes['ReturnMaterialPayload'], ParentType, ContextType, RequireFields<MutationReturnMaterialArgs, 'input'>>;
  scrapMaterial?: Resolver<ResolversTypes['ScrapMaterialPayload'], ParentType, ContextType, RequireFields<MutationScrapMaterialArgs, 'input'>>;
  scrapSerial?: Resolver<ResolversTypes['ScrapSerialPayload'], ParentType, ContextType, RequireFields<MutationScrapSerialArgs, 'input'>>;
  transferMaterial?: Resolver<ResolversTypes['TransferMaterialPayload'], ParentType, ContextType, RequireFields<MutationTransferMaterialArgs, 'input'>>;
};

export type NonConformanceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NonConformance'] = ResolversParentTypes['NonConformance']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type NotFoundErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotFoundError'] = ResolversParentTypes['NotFoundError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OnQualityHoldErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OnQualityHoldError'] = ResolversParentTypes['OnQualityHoldError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  held?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nonConformance?: Resolver<Maybe<ResolversTypes['NonConformance']>, ParentType, ContextType>;
  nonConformanceNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PartResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Part'] = ResolversParentTypes['Part'], FederationReferenceType extends FederationReferenceTypes['Part'] = FederationReferenceTypes['Part']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Part']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inventory?: Resolver<Maybe<ResolversTypes['InventoryLevel']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProduceLotPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProduceLotPayload'] = ResolversParentTypes['ProduceLotPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  lot?: Resolver<Maybe<ResolversTypes['MaterialLot']>, ParentType, ContextType>;
};

export type QuantityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Quantity'] = ResolversParentTypes['Quantity']> = {
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type QuarantineLotPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['QuarantineLotPayload'] = ResolversParentTypes['QuarantineLotPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  lot?: Resolver<Maybe<ResolversTypes['MaterialLot']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  allocation?: Resolver<Maybe<ResolversTypes['Allocation']>, ParentType, ContextType, RequireFields<QueryAllocationArgs, 'id'>>;
  inventoryBalances?: Resolver<ResolversTypes['InventoryBalanceConnection'], ParentType, ContextType, RequireFields<QueryInventoryBalancesArgs, 'first'>>;
  inventoryLocation?: Resolver<Maybe<ResolversTypes['InventoryLocation']>, ParentType, ContextType, RequireFields<QueryInventoryLocationArgs, 'id'>>;
  inventoryLocationByCode?: Resolver<Maybe<ResolversTypes['InventoryLocation']>, ParentType, ContextType, RequireFields<QueryInventoryLocationByCodeArgs, 'code'>>;
  inventoryLocations?: Resolver<ResolversTypes['InventoryLocationConnection'], ParentType, ContextType, RequireFields<QueryInventoryLocationsArgs, 'first'>>;
  materialCertificate?: Resolver<Maybe<ResolversTypes['MaterialCertificate']>, ParentType, ContextType, RequireFields<QueryMaterialCertificateArgs, 'id'>>;
  materialLot?: Resolver<Maybe<ResolversTypes['MaterialLot']>, ParentType, ContextType, RequireFields<QueryMaterialLotArgs, 'id'>>;
  materialLotByNumber?: Resolver<Maybe<ResolversTypes['MaterialLot']>, ParentType, ContextType, RequireFields<QueryMaterialLotByNumberArgs, 'number'>>;
  materialLots?: Resolver<ResolversTypes['MaterialLotConnection'], ParentType, ContextType, RequireFields<QueryMaterialLotsArgs, 'first'>>;
  materialTransaction?: Resolver<Maybe<ResolversTypes['MaterialTransaction']>, ParentType, ContextType, RequireFields<QueryMaterialTransactionArgs, 'id'>>;
  materialTransactions?: Resolver<ResolversTypes['MaterialTransactionConnection'], ParentType, ContextType, RequireFields<QueryMaterialTransactionsArgs, 'first'>>;
  serializedPart?: Resolver<Maybe<ResolversTypes['SerializedPart']>, ParentType, ContextType, RequireFields<QuerySerializedPartArgs, 'id'>>;
  serializedPartBySerialNumber?: Resolver<Maybe<ResolversTypes['SerializedPart']>, ParentType, ContextType, RequireFields<QuerySerializedPartBySerialNumberArgs, 'serialNumber'>>;
  serializedParts?: Resolver<ResolversTypes['SerializedPartConnection'], ParentType, ContextType, RequireFields<QuerySerializedPartsArgs, 'first'>>;
  verifyInventory?: Resolver<ResolversTypes['InventoryVerification'], ParentType, ContextType>;
};

export type ReceiveMaterialPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReceiveMaterialPayload'] = ResolversParentTypes['ReceiveMaterialPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  lot?: Resolver<Maybe<ResolversTypes['MaterialLot']>, ParentType, ContextType>;
};

export type ReceiveMaterialsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReceiveMaterialsPayload'] = ResolversParentTypes['ReceiveMaterialsPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  lots?: Resolver<Maybe<Array<ResolversTypes['MaterialLot']>>, ParentType, ContextType>;
};

export type RecordMaterialCertificatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordMaterialCertificatePayload'] = ResolversParentTypes['RecordMaterialCertificatePayload']> = {
  certificate?: Resolver<Maybe<ResolversTypes['MaterialCertificate']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReleaseAllocationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReleaseAllocationPayload'] = ResolversParentTypes['ReleaseAllocationPayload']> = {
  allocation?: Resolver<Maybe<ResolversTypes['Allocation']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReleaseLotPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReleaseLotPayload'] = ResolversParentTypes['ReleaseLotPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  lot?: Resolver<Maybe<ResolversTypes['MaterialLot']>, ParentType, ContextType>;
};

export type RemoveSerialPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveSerialPayload'] = ResolversParentTypes['RemoveSerialPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  link?: Resolver<Maybe<ResolversTypes['ComponentLink']>, ParentType, ContextType>;
};

export type ReturnMaterialPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReturnMaterialPayload'] = ResolversParentTypes['ReturnMaterialPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  transaction?: Resolver<Maybe<ResolversTypes['MaterialTransaction']>, ParentType, ContextType>;
};

export type RuleViolationErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RuleViolationError'] = ResolversParentTypes['RuleViolationError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ScrapMaterialPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScrapMaterialPayload'] = ResolversParentTypes['ScrapMaterialPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  transaction?: Resolver<Maybe<ResolversTypes['MaterialTransaction']>, ParentType, ContextType>;
};

export type ScrapSerialPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScrapSerialPayload'] = ResolversParentTypes['ScrapSerialPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  serializedPart?: Resolver<Maybe<ResolversTypes['SerializedPart']>, ParentType, ContextType>;
};

export type SerializedPartResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SerializedPart'] = ResolversParentTypes['SerializedPart'], FederationReferenceType extends FederationReferenceTypes['SerializedPart'] = FederationReferenceTypes['SerializedPart']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SerializedPart']> | FederationReferenceType, FederationReferenceType, ContextType>;
  assembledInto?: Resolver<Maybe<ResolversTypes['ComponentLink']>, ParentType, ContextType>;
  completedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  components?: Resolver<Array<ResolversTypes['ComponentLink']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lot?: Resolver<Maybe<ResolversTypes['MaterialLot']>, ParentType, ContextType>;
  part?: Resolver<Maybe<ResolversTypes['Part']>, ParentType, ContextType>;
  partNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  revision?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  serialNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SerializedPartStatus'], ParentType, ContextType>;
  workOrder?: Resolver<Maybe<ResolversTypes['WorkOrder']>, ParentType, ContextType>;
};

export type SerializedPartConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SerializedPartConnection'] = ResolversParentTypes['SerializedPartConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SerializedPartEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['SerializedPart']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SerializedPartEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SerializedPartEdge'] = ResolversParentTypes['SerializedPartEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SerializedPart'], ParentType, ContextType>;
};

export type SiteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Site'] = ResolversParentTypes['Site']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type TransferMaterialPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TransferMaterialPayload'] = ResolversParentTypes['TransferMaterialPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  transaction?: Resolver<Maybe<ResolversTypes['MaterialTransaction']>, ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'AlreadyAssembledError' | 'GenealogyCycleError' | 'IllegalTransitionError' | 'InsufficientStockError' | 'InvalidInputError' | 'NotFoundError' | 'OnQualityHoldError' | 'RuleViolationError', ParentType, ContextType>;
};

export type WorkOrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkOrder'] = ResolversParentTypes['WorkOrder'], FederationReferenceType extends FederationReferenceTypes['WorkOrder'] = FederationReferenceTypes['WorkOrder']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['WorkOrder']> | FederationReferenceType, FederationReferenceType, ContextType>;
  allocations?: Resolver<Maybe<Array<ResolversTypes['Allocation']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  serializedParts?: Resolver<Maybe<ResolversTypes['SerializedPartConnection']>, ParentType, ContextType, RequireFields<WorkOrderSerializedPartsArgs, 'first'>>;
};

export type WorkOrderOperationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkOrderOperation'] = ResolversParentTypes['WorkOrderOperation']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Actor?: ActorResolvers<ContextType>;
  AdjustInventoryPayload?: AdjustInventoryPayloadResolvers<ContextType>;
  AllocateMaterialPayload?: AllocateMaterialPayloadResolvers<ContextType>;
  Allocation?: AllocationResolvers<ContextType>;
  AlreadyAssembledError?: AlreadyAssembledErrorResolvers<ContextType>;
  ApiClient?: ApiClientResolvers<ContextType>;
  AssembleSerialPayload?: AssembleSerialPayloadResolvers<ContextType>;
  AssembleSerialsPayload?: AssembleSerialsPayloadResolvers<ContextType>;
  CompleteSerialPayload?: CompleteSerialPayloadResolvers<ContextType>;
  ComponentLink?: ComponentLinkResolvers<ContextType>;
  ConsumeMaterialPayload?: ConsumeMaterialPayloadResolvers<ContextType>;
  CreateInventoryLocationPayload?: CreateInventoryLocationPayloadResolvers<ContextType>;
  CreateSerialsPayload?: CreateSerialsPayloadResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  GenealogyCycleError?: GenealogyCycleErrorResolvers<ContextType>;
  IllegalTransitionError?: IllegalTransitionErrorResolvers<ContextType>;
  InsufficientStockError?: InsufficientStockErrorResolvers<ContextType>;
  InvalidInputError?: InvalidInputErrorResolvers<ContextType>;
  InventoryBalance?: InventoryBalanceResolvers<ContextType>;
  InventoryBalanceConnection?: InventoryBalanceConnectionResolvers<ContextType>;
  InventoryBalanceEdge?: InventoryBalanceEdgeResolvers<ContextType>;
  InventoryDifference?: InventoryDifferenceResolvers<ContextType>;
  InventoryLevel?: InventoryLevelResolvers<ContextType>;
  InventoryLocation?: InventoryLocationResolvers<ContextType>;
  InventoryLocationConnection?: InventoryLocationConnectionResolvers<ContextType>;
  InventoryLocationEdge?: InventoryLocationEdgeResolvers<ContextType>;
  InventoryVerification?: InventoryVerificationResolvers<ContextType>;
  IssueMaterialPayload?: IssueMaterialPayloadResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  Material?: MaterialResolvers<ContextType>;
  MaterialCertificate?: MaterialCertificateResolvers<ContextType>;
  MaterialDefinition?: MaterialDefinitionResolvers<ContextType>;
  MaterialLot?: MaterialLotResolvers<ContextType>;
  MaterialLotConnection?: MaterialLotConnectionResolvers<ContextType>;
  MaterialLotEdge?: MaterialLotEdgeResolvers<ContextType>;
  MaterialTransaction?: MaterialTransactionResolvers<ContextType>;
  MaterialTransactionConnection?: MaterialTransactionConnectionResolvers<ContextType>;
  MaterialTransactionEdge?: MaterialTransactionEdgeResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NonConformance?: NonConformanceResolvers<ContextType>;
  NotFoundError?: NotFoundErrorResolvers<ContextType>;
  OnQualityHoldError?: OnQualityHoldErrorResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Part?: PartResolvers<ContextType>;
  ProduceLotPayload?: ProduceLotPayloadResolvers<ContextType>;
  Quantity?: QuantityResolvers<ContextType>;
  QuarantineLotPayload?: QuarantineLotPayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  ReceiveMaterialPayload?: ReceiveMaterialPayloadResolvers<ContextType>;
  ReceiveMaterialsPayload?: ReceiveMaterialsPayloadResolvers<ContextType>;
  RecordMaterialCertificatePayload?: RecordMaterialCertificatePayloadResolvers<ContextType>;
  ReleaseAllocationPayload?: ReleaseAllocationPayloadResolvers<ContextType>;
  ReleaseLotPayload?: ReleaseLotPayloadResolvers<ContextType>;
  RemoveSerialPayload?: RemoveSerialPayloadResolvers<ContextType>;
  ReturnMaterialPayload?: ReturnMaterialPayloadResolvers<ContextType>;
  RuleViolationError?: RuleViolationErrorResolvers<ContextType>;
  ScrapMaterialPayload?: ScrapMaterialPayloadResolvers<ContextType>;
  ScrapSerialPayload?: ScrapSerialPayloadResolvers<ContextType>;
  SerializedPart?: SerializedPartResolvers<ContextType>;
  SerializedPartConnection?: SerializedPartConnectionResolvers<ContextType>;
  SerializedPartEdge?: SerializedPartEdgeResolvers<ContextType>;
  Site?: SiteResolvers<ContextType>;
  TransferMaterialPayload?: TransferMaterialPayloadResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  WorkOrder?: WorkOrderResolvers<ContextType>;
  WorkOrderOperation?: WorkOrderOperationResolvers<ContextType>;
};

