import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { PartKeys, PartRevisionRow } from '../part/tables.ts';
import type { BomRow, BomLineRow } from '../bom/tables.ts';
import type { ExplodedComponent } from '../bom/explosion.ts';
import type { RoutingRow, RoutingOperationRow } from '../routing/tables.ts';
import type { MaterialRow } from '../material/tables.ts';
import type { CustomerRow } from '../customer/tables.ts';
import type { HistoryEntryRow } from '../history/tables.ts';
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

export type ApiClient = {
  __typename?: 'ApiClient';
  id: Scalars['ID']['output'];
};

/** What a revision is made of, from a time on. Bills of one revision are never in effect at once. */
export type Bom = {
  __typename?: 'Bom';
  effectiveFrom?: Maybe<Scalars['DateTime']['output']>;
  /** It is in effect until before this; null means until further notice. */
  effectiveTo?: Maybe<Scalars['DateTime']['output']>;
  /** Newest first. */
  history: MasterDataChangeConnection;
  id: Scalars['ID']['output'];
  /** By position; at most 1,000. */
  lines: Array<BomLine>;
  partRevision: PartRevision;
  status: MasterDataStatus;
};


/** What a revision is made of, from a time on. Bills of one revision are never in effect at once. */
export type BomHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

export type BomConnection = {
  __typename?: 'BomConnection';
  edges: Array<BomEdge>;
  nodes: Array<Bom>;
  pageInfo: PageInfo;
};

/** The part would contain itself. */
export type BomCycleError = UserError & {
  __typename?: 'BomCycleError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  /** The way that would close, from the part to itself. */
  partNumbers: Array<Scalars['String']['output']>;
  path: Array<Scalars['String']['output']>;
};

export type BomEdge = {
  __typename?: 'BomEdge';
  cursor: Scalars['String']['output'];
  node: Bom;
};

/** What goes into one of a part, through every level. */
export type BomExplosionNode = {
  __typename?: 'BomExplosionNode';
  component: MaterialDefinition;
  /** Levels of the longest way to it: 1 for what the part's own bill lists. */
  depth: Scalars['Int']['output'];
  /** For one of the part, exactly. */
  quantity: Quantity;
};

export type BomLine = {
  __typename?: 'BomLine';
  bom: Bom;
  component: MaterialDefinition;
  /** The routing operation that consumes it. */
  operationNumber?: Maybe<Scalars['Int']['output']>;
  position: Scalars['Int']['output'];
  /** For one of the parent. */
  quantity: Quantity;
  /** Where it is fitted: `R12, R13`. */
  referenceDesignator?: Maybe<Scalars['String']['output']>;
};

export type BomLineConnection = {
  __typename?: 'BomLineConnection';
  edges: Array<BomLineEdge>;
  nodes: Array<BomLine>;
  pageInfo: PageInfo;
};

export type BomLineEdge = {
  __typename?: 'BomLineEdge';
  cursor: Scalars['String']['output'];
  node: BomLine;
};

/** Names either a part or a material. */
export type BomLineInput = {
  materialCode?: InputMaybe<Scalars['String']['input']>;
  operationNumber?: InputMaybe<Scalars['Int']['input']>;
  partNumber?: InputMaybe<Scalars['String']['input']>;
  /** From 1 to 99999, once in a bill. */
  position: Scalars['Int']['input'];
  /** For one of the parent, in the component's unit; at most 12 digits before and 8 behind the point. */
  quantity: QuantityInput;
  referenceDesignator?: InputMaybe<Scalars['String']['input']>;
};

/** Another bill of the revision is in effect then. */
export type BomOverlapError = UserError & {
  __typename?: 'BomOverlapError';
  bom: Bom;
  code: Scalars['String']['output'];
  effectiveFrom: Scalars['DateTime']['output'];
  effectiveTo?: Maybe<Scalars['DateTime']['output']>;
  message: Scalars['String']['output'];
  path: Array<Scalars['String']['output']>;
};

export type ChangeBomInput = {
  effectiveFrom?: InputMaybe<Scalars['DateTime']['input']>;
  effectiveTo?: InputMaybe<Scalars['DateTime']['input']>;
  id: Scalars['ID']['input'];
  /** All of them. */
  lines?: InputMaybe<Array<BomLineInput>>;
  reason?: InputMaybe<Scalars['String']['input']>;
};

export type ChangeBomPayload = {
  __typename?: 'ChangeBomPayload';
  bom?: Maybe<Bom>;
  errors: Array<UserError>;
};

export type ChangeCustomerInput = {
  id: Scalars['ID']['input'];
  name?: InputMaybe<Scalars['String']['input']>;
  reason?: InputMaybe<Scalars['String']['input']>;
};

export type ChangeCustomerPayload = {
  __typename?: 'ChangeCustomerPayload';
  customer?: Maybe<Customer>;
  errors: Array<UserError>;
};

export type ChangeMaterialInput = {
  critical?: InputMaybe<Scalars['Boolean']['input']>;
  description?: InputMaybe<Scalars['String']['input']>;
  id: Scalars['ID']['input'];
  name?: InputMaybe<Scalars['String']['input']>;
  reason?: InputMaybe<Scalars['String']['input']>;
};

export type ChangeMaterialPayload = {
  __typename?: 'ChangeMaterialPayload';
  errors: Array<UserError>;
  material?: Maybe<Material>;
};

export type ChangePartRevisionInput = {
  critical?: InputMaybe<Scalars['Boolean']['input']>;
  description?: InputMaybe<Scalars['String']['input']>;
  id: Scalars['ID']['input'];
  name?: InputMaybe<Scalars['String']['input']>;
  reason?: InputMaybe<Scalars['String']['input']>;
  tracking?: InputMaybe<PartTracking>;
  unit?: InputMaybe<Scalars['String']['input']>;
};

export type ChangePartRevisionPayload = {
  __typename?: 'ChangePartRevisionPayload';
  errors: Array<UserError>;
  partRevision?: Maybe<PartRevision>;
};

export type ChangeRoutingInput = {
  description?: InputMaybe<Scalars['String']['input']>;
  id: Scalars['ID']['input'];
  /** All of them. */
  operations?: InputMaybe<Array<RoutingOperationInput>>;
  reason?: InputMaybe<Scalars['String']['input']>;
};

export type ChangeRoutingPayload = {
  __typename?: 'ChangeRoutingPayload';
  errors: Array<UserError>;
  routing?: Maybe<Routing>;
};

export type CreateBomInput = {
  /** If not given: when it is published. */
  effectiveFrom?: InputMaybe<Scalars['DateTime']['input']>;
  effectiveTo?: InputMaybe<Scalars['DateTime']['input']>;
  /** Chosen by the client, so that a repeated request changes nothing; a UUID. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** From 1 to 1,000. */
  lines: Array<BomLineInput>;
  partRevisionId: Scalars['ID']['input'];
};

export type CreateBomPayload = {
  __typename?: 'CreateBomPayload';
  bom?: Maybe<Bom>;
  errors: Array<UserError>;
};

export type CreateCustomerInput = {
  code: Scalars['String']['input'];
  /** Chosen by the client, so that a repeated request changes nothing; a UUID. */
  id?: InputMaybe<Scalars['ID']['input']>;
  name: Scalars['String']['input'];
};

export type CreateCustomerPayload = {
  __typename?: 'CreateCustomerPayload';
  customer?: Maybe<Customer>;
  errors: Array<UserError>;
};

export type CreateMaterialInput = {
  code: Scalars['String']['input'];
  critical?: Scalars['Boolean']['input'];
  description?: InputMaybe<Scalars['String']['input']>;
  /** Chosen by the client, so that a repeated request changes nothing; a UUID. */
  id?: InputMaybe<Scalars['ID']['input']>;
  name: Scalars['String']['input'];
  unit: Scalars['String']['input'];
};

export type CreateMaterialPayload = {
  __typename?: 'CreateMaterialPayload';
  errors: Array<UserError>;
  material?: Maybe<Material>;
};

export type CreatePartInput = {
  critical?: Scalars['Boolean']['input'];
  description?: InputMaybe<Scalars['String']['input']>;
  /** Chosen by the client, so that a repeated request changes nothing; a UUID. */
  id?: InputMaybe<Scalars['ID']['input']>;
  name: Scalars['String']['input'];
  number: Scalars['String']['input'];
  revision?: Scalars['String']['input'];
  tracking: PartTracking;
  unit: Scalars['String']['input'];
};

export type CreatePartPayload = {
  __typename?: 'CreatePartPayload';
  errors: Array<UserError>;
  part?: Maybe<Part>;
  partRevision?: Maybe<PartRevision>;
};

export type CreatePartRevisionInput = {
  critical?: Scalars['Boolean']['input'];
  description?: InputMaybe<Scalars['String']['input']>;
  /** Chosen by the client, so that a repeated request changes nothing; a UUID. */
  id?: InputMaybe<Scalars['ID']['input']>;
  name: Scalars['String']['input'];
  partId: Scalars['ID']['input'];
  revision: Scalars['String']['input'];
  tracking: PartTracking;
  unit: Scalars['String']['input'];
};

export type CreatePartRevisionPayload = {
  __typename?: 'CreatePartRevisionPayload';
  errors: Array<UserError>;
  partRevision?: Maybe<PartRevision>;
};

export type CreateRoutingInput = {
  description?: InputMaybe<Scalars['String']['input']>;
  /** Chosen by the client, so that a repeated request changes nothing; a UUID. */
  id?: InputMaybe<Scalars['ID']['input']>;
  number: Scalars['String']['input'];
  /** From 1 to 200. */
  operations: Array<RoutingOperationInput>;
  partRevisionId: Scalars['ID']['input'];
};

export type CreateRoutingPayload = {
  __typename?: 'CreateRoutingPayload';
  errors: Array<UserError>;
  routing?: Maybe<Routing>;
};

/** Whom parts are made for. */
export type Customer = {
  __typename?: 'Customer';
  /** Unique in the tenant. */
  code: Scalars['String']['output'];
  /** Newest first. */
  history: MasterDataChangeConnection;
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  status: MasterDataStatus;
};


/** Whom parts are made for. */
export type CustomerHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

export type CustomerConnection = {
  __typename?: 'CustomerConnection';
  edges: Array<CustomerEdge>;
  nodes: Array<Customer>;
  pageInfo: PageInfo;
};

export type CustomerEdge = {
  __typename?: 'CustomerEdge';
  cursor: Scalars['String']['output'];
  node: Customer;
};

export type CustomerFilter = {
  /** Anywhere in the code or the name, in any case. */
  search?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<MasterDataStatus>;
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

/** A bill that differs from the one before it ends that where it begins. */
export type ImportBomInput = {
  /** If not given: now; for the first bill of a revision, the revision's. */
  effectiveFrom?: InputMaybe<Scalars['DateTime']['input']>;
  effectiveTo?: InputMaybe<Scalars['DateTime']['input']>;
  lines: Array<BomLineInput>;
  partNumber: Scalars['String']['input'];
  /** The current one if none is given. */
  revision?: InputMaybe<Scalars['String']['input']>;
};

export type ImportCustomerInput = {
  code: Scalars['String']['input'];
  name: Scalars['String']['input'];
};

export type ImportMasterDataInput = {
  boms?: Array<ImportBomInput>;
  customers?: Array<ImportCustomerInput>;
  materials?: Array<ImportMaterialInput>;
  parts?: Array<ImportPartInput>;
  /** Why, for the history. */
  reason?: InputMaybe<Scalars['String']['input']>;
  routings?: Array<ImportRoutingInput>;
};

/** What became of each item, in the order of the input; null when anything was refused. */
export type ImportMasterDataPayload = {
  __typename?: 'ImportMasterDataPayload';
  boms?: Maybe<Array<ImportedBom>>;
  customers?: Maybe<Array<ImportedCustomer>>;
  errors: Array<UserError>;
  materials?: Maybe<Array<ImportedMaterial>>;
  parts?: Maybe<Array<ImportedPart>>;
  routings?: Maybe<Array<ImportedRouting>>;
};

/** What is left out stays as it is. */
export type ImportMaterialInput = {
  code: Scalars['String']['input'];
  critical?: Scalars['Boolean']['input'];
  description?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  unit: Scalars['String']['input'];
};

export type ImportOutcome =
  /** A new revision, bill or version was published, or a material or customer was published anew. */
  | 'CHANGED'
  | 'CREATED'
  | 'UNCHANGED';

/** What is left out stays as it is. */
export type ImportPartInput = {
  critical?: Scalars['Boolean']['input'];
  description?: InputMaybe<Scalars['String']['input']>;
  /** Of a revision that is published by this; now if none is given. */
  effectiveFrom?: InputMaybe<Scalars['DateTime']['input']>;
  name: Scalars['String']['input'];
  number: Scalars['String']['input'];
  /** If not given: the last published one when nothing changed, else the one after it; `A` for a new part. */
  revision?: InputMaybe<Scalars['String']['input']>;
  tracking: PartTracking;
  unit: Scalars['String']['input'];
};

/** A routing that differs from the published version becomes the next version. */
export type ImportRoutingInput = {
  description?: InputMaybe<Scalars['String']['input']>;
  number: Scalars['String']['input'];
  operations: Array<RoutingOperationInput>;
  partNumber: Scalars['String']['input'];
  /** The current one if none is given. */
  revision?: InputMaybe<Scalars['String']['input']>;
};

export type ImportedBom = {
  __typename?: 'ImportedBom';
  bom: Bom;
  outcome: ImportOutcome;
};

export type ImportedCustomer = {
  __typename?: 'ImportedCustomer';
  customer: Customer;
  outcome: ImportOutcome;
};

export type ImportedMaterial = {
  __typename?: 'ImportedMaterial';
  material: Material;
  outcome: ImportOutcome;
};

export type ImportedPart = {
  __typename?: 'ImportedPart';
  outcome: ImportOutcome;
  partRevision: PartRevision;
};

export type ImportedRouting = {
  __typename?: 'ImportedRouting';
  outcome: ImportOutcome;
  routing: Routing;
};

/** An input value breaks a rule. */
export type InvalidInputError = UserError & {
  __typename?: 'InvalidInputError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path: Array<Scalars['String']['output']>;
};

export type MasterDataAction =
  | 'CHANGE'
  | 'CREATE'
  | 'PUBLISH'
  | 'RETIRE'
  /** A newer version was published. */
  | 'SUPERSEDE';

/** What was done to a thing of the master data; never changed, never removed. */
export type MasterDataChange = {
  __typename?: 'MasterDataChange';
  action: MasterDataAction;
  /** Who did it, a person or a program; null for the plant itself. */
  actor?: Maybe<Actor>;
  actorName: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  /** The fields that changed, as they became. */
  new?: Maybe<Scalars['JSON']['output']>;
  /** The fields that changed, as they were; null when it is new. */
  old?: Maybe<Scalars['JSON']['output']>;
  reason?: Maybe<Scalars['String']['output']>;
  recordedAt: Scalars['DateTime']['output'];
};

export type MasterDataChangeConnection = {
  __typename?: 'MasterDataChangeConnection';
  edges: Array<MasterDataChangeEdge>;
  nodes: Array<MasterDataChange>;
  pageInfo: PageInfo;
};

export type MasterDataChangeEdge = {
  __typename?: 'MasterDataChangeEdge';
  cursor: Scalars['String']['output'];
  node: MasterDataChange;
};

/** A draft is edited, a published thing is used, a retired one is kept for what was made with it. */
export type MasterDataStatus =
  | 'DRAFT'
  | 'PUBLISHED'
  | 'RETIRED';

/** What parts are made of: bar stock, castings, adhesive. ISA-95: Material Definition. */
export type Material = {
  __typename?: 'Material';
  /** Unique in the tenant. */
  code: Scalars['String']['output'];
  /** Lots of it need a certificate before they may be issued. */
  critical: Scalars['Boolean']['output'];
  description?: Maybe<Scalars['String']['output']>;
  /** Newest first. */
  history: MasterDataChangeConnection;
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  status: MasterDataStatus;
  /** UN/CEFACT Rec 20: what it is counted in. */
  unit: Scalars['String']['output'];
  /** Bills that are in effect and list it. */
  whereUsed: BomLineConnection;
};


/** What parts are made of: bar stock, castings, adhesive. ISA-95: Material Definition. */
export type MaterialHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


/** What parts are made of: bar stock, castings, adhesive. ISA-95: Material Definition. */
export type MaterialWhereUsedArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  first: Scalars['Int']['input'];
};

export type MaterialConnection = {
  __typename?: 'MaterialConnection';
  edges: Array<MaterialEdge>;
  nodes: Array<Material>;
  pageInfo: PageInfo;
};

/** What a bill of material lists. ISA-95: Material Definition. */
export type MaterialDefinition = Material | Part;

export type MaterialEdge = {
  __typename?: 'MaterialEdge';
  cursor: Scalars['String']['output'];
  node: Material;
};

export type MaterialFilter = {
  critical?: InputMaybe<Scalars['Boolean']['input']>;
  /** Anywhere in the code or the name, in any case. */
  search?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<MasterDataStatus>;
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Changes a draft. What is published is never edited: draft another one. */
  changeBom: ChangeBomPayload;
  /** A published customer is published anew. */
  changeCustomer: ChangeCustomerPayload;
  /** A published material is published anew. The unit never changes: quantities were counted in it. */
  changeMaterial: ChangeMaterialPayload;
  /** Changes a draft. What is published is never edited: draft the next revision. */
  changePartRevision: ChangePartRevisionPayload;
  /** Changes a draft. */
  changeRouting: ChangeRoutingPayload;
  /** Drafts a bill of material of a revision. */
  createBom: CreateBomPayload;
  /** Drafts a customer. */
  createCustomer: CreateCustomerPayload;
  /** Drafts a material. */
  createMaterial: CreateMaterialPayload;
  /** Makes a part with its first revision, a draft. */
  createPart: CreatePartPayload;
  /** Drafts the next revision of a part. */
  createPartRevision: CreatePartRevisionPayload;
  /** Drafts version 1 of a routing. */
  createRouting: CreateRoutingPayload;
  /**
   * Imports what another system says is so, all of it or nothing, and publishes it. Importing the same document again
   * changes nothing; what is new in it becomes a new revision, bill or version. At most 5,000 items with 20,000 lines and
   * operations. An error names its place: `["input", "parts", "3", "number"]`.
   */
  importMasterData: ImportMasterDataPayload;
  /** Refused while the revision or a component is not published, and where another bill of the revision is in effect. */
  publishBom: PublishBomPayload;
  /** Lets orders name it; brings a retired one back. */
  publishCustomer: PublishCustomerPayload;
  /** Lets bills of material and lots use it; brings a retired one back. */
  publishMaterial: PublishMaterialPayload;
  /** Publishes a draft. Orders of earlier revisions are not touched. */
  publishPartRevision: PublishPartRevisionPayload;
  /** Supersedes the version that was published until now. Orders made by that are not touched. */
  publishRouting: PublishRoutingPayload;
  /** It is in effect until now; one that is not in effect yet never will be. */
  retireBom: RetireBomPayload;
  retireCustomer: RetireCustomerPayload;
  /** Refused with IN_USE while a bill that is in effect, or will be, lists it. */
  retireMaterial: RetireMaterialPayload;
  /** Refused with IN_USE when it is the last published one of a part that a bill in effect lists. */
  retirePartRevision: RetirePartRevisionPayload;
  /** Withdraws a version without a successor. */
  retireRouting: RetireRoutingPayload;
  /** Drafts the next version from the last one. What is published is never edited. */
  reviseRouting: ReviseRoutingPayload;
};


export type MutationChangeBomArgs = {
  input: ChangeBomInput;
};


export type MutationChangeCustomerArgs = {
  input: ChangeCustomerInput;
};


export type MutationChangeMaterialArgs = {
  input: ChangeMaterialInput;
};


export type MutationChangePartRevisionArgs = {
  input: ChangePartRevisionInput;
};


export type MutationChangeRoutingArgs = {
  input: ChangeRoutingInput;
};


export type MutationCreateBomArgs = {
  input: CreateBomInput;
};


export type MutationCreateCustomerArgs = {
  input: CreateCustomerInput;
};


export type MutationCreateMaterialArgs = {
  input: CreateMaterialInput;
};


export type MutationCreatePartArgs = {
  input: CreatePartInput;
};


export type MutationCreatePartRevisionArgs = {
  input: CreatePartRevisionInput;
};


export type MutationCreateRoutingArgs = {
  input: CreateRoutingInput;
};


export type MutationImportMasterDataArgs = {
  input: ImportMasterDataInput;
};


export type MutationPublishBomArgs = {
  input: PublishBomInput;
};


export type MutationPublishCustomerArgs = {
  input: PublishCustomerInput;
};


export type MutationPublishMaterialArgs = {
  input: PublishMaterialInput;
};


export type MutationPublishPartRevisionArgs = {
  input: PublishPartRevisionInput;
};


export type MutationPublishRoutingArgs = {
  input: PublishRoutingInput;
};


export type MutationRetireBomArgs = {
  input: RetireBomInput;
};


export type MutationRetireCustomerArgs = {
  input: RetireCustomerInput;
};


export type MutationRetireMaterialArgs = {
  input: RetireMaterialInput;
};


export type MutationRetirePartRevisionArgs = {
  input: RetirePartRevisionInput;
};


export type MutationRetireRoutingArgs = {
  input: RetireRoutingInput;
};


export type MutationReviseRoutingArgs = {
  input: ReviseRoutingInput;
};

/** What the input names does not exist, or the viewer may not see it. */
export type NotFoundError = UserError & {
  __typename?: 'NotFoundError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path: Array<Scalars['String']['output']>;
};

export type OperationSequencing =
  /** Need not wait for its parallel neighbours. */
  | 'PARALLEL'
  /** Starts when all operations with lower numbers are complete. */
  | 'SEQUENTIAL';

/** Relay page information: https://relay.dev/graphql/connections.htm */
export type PageInfo = {
  __typename?: 'PageInfo';
  endCursor?: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** What is made or bought, whatever its revision. ISA-95: Material Definition. */
export type Part = {
  __typename?: 'Part';
  /** Of the revision that is current at the time: its bill in effect then. */
  bom?: Maybe<Bom>;
  /**
   * All that goes into one of it, through every level: each component once, with the sum of its quantities over all
   * the ways that lead to it, multiplied exactly.
   */
  bomExplosion: Array<BomExplosionNode>;
  /** The published revision that is in effect at the time, now if none is given. */
  currentRevision?: Maybe<PartRevision>;
  id: Scalars['ID']['output'];
  /** Of the current revision; before one is published, of the latest draft. */
  name: Scalars['String']['output'];
  /** Unique in the tenant. */
  number: Scalars['String']['output'];
  /** In the order in which they were drafted; at most 200. */
  revisions: Array<PartRevision>;
  /** Lines of the bills that are in effect at the time and list it. */
  whereUsed: BomLineConnection;
};


/** What is made or bought, whatever its revision. ISA-95: Material Definition. */
export type PartBomArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
};


/** What is made or bought, whatever its revision. ISA-95: Material Definition. */
export type PartBomExplosionArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  maxDepth?: Scalars['Int']['input'];
};


/** What is made or bought, whatever its revision. ISA-95: Material Definition. */
export type PartCurrentRevisionArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
};


/** What is made or bought, whatever its revision. ISA-95: Material Definition. */
export type PartWhereUsedArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  first: Scalars['Int']['input'];
};

export type PartConnection = {
  __typename?: 'PartConnection';
  edges: Array<PartEdge>;
  nodes: Array<Part>;
  pageInfo: PageInfo;
};

export type PartEdge = {
  __typename?: 'PartEdge';
  cursor: Scalars['String']['output'];
  node: Part;
};

/** Parts with a revision that fits all that is given. */
export type PartFilter = {
  critical?: InputMaybe<Scalars['Boolean']['input']>;
  /** Anywhere in the number or the name, in any case. */
  search?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<MasterDataStatus>;
  tracking?: InputMaybe<PartTracking>;
};

/** A part as it is made from a time on. */
export type PartRevision = {
  __typename?: 'PartRevision';
  /** The bill in effect at the time, now if none is given. */
  bom?: Maybe<Bom>;
  /** All its bills, newest first. */
  boms: BomConnection;
  /** Lots of it need a certificate before they may be issued. */
  critical: Scalars['Boolean']['output'];
  description?: Maybe<Scalars['String']['output']>;
  /** From when on it is the part's current revision, until a later one is. */
  effectiveFrom?: Maybe<Scalars['DateTime']['output']>;
  /** Newest first. */
  history: MasterDataChangeConnection;
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  part: Part;
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  retiredAt?: Maybe<Scalars['DateTime']['output']>;
  revision: Scalars['String']['output'];
  /** The published routing; of several, the one with the lowest number. */
  routing?: Maybe<Routing>;
  /** All its routings by number and version. */
  routings: RoutingConnection;
  status: MasterDataStatus;
  tracking: PartTracking;
  /** UN/CEFACT Rec 20: what it is counted in; the same for all revisions of a part. */
  unit: Scalars['String']['output'];
};


/** A part as it is made from a time on. */
export type PartRevisionBomArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
};


/** A part as it is made from a time on. */
export type PartRevisionBomsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


/** A part as it is made from a time on. */
export type PartRevisionHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


/** A part as it is made from a time on. */
export type PartRevisionRoutingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

export type PartTracking =
  | 'LOT'
  /** Counted, not told apart. */
  | 'NONE'
  | 'SERIAL';

export type PublishBomInput = {
  /** Overrides the draft's. */
  effectiveFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** The bill that is in effect then ends where this one begins. */
  endPrevious?: Scalars['Boolean']['input'];
  id: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};

export type PublishBomPayload = {
  __typename?: 'PublishBomPayload';
  bom?: Maybe<Bom>;
  errors: Array<UserError>;
};

export type PublishCustomerInput = {
  id: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};

export type PublishCustomerPayload = {
  __typename?: 'PublishCustomerPayload';
  customer?: Maybe<Customer>;
  errors: Array<UserError>;
};

export type PublishMaterialInput = {
  id: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};

export type PublishMaterialPayload = {
  __typename?: 'PublishMaterialPayload';
  errors: Array<UserError>;
  material?: Maybe<Material>;
};

export type PublishPartRevisionInput = {
  /** Now if none is given. */
  effectiveFrom?: InputMaybe<Scalars['DateTime']['input']>;
  id: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};

export type PublishPartRevisionPayload = {
  __typename?: 'PublishPartRevisionPayload';
  errors: Array<UserError>;
  partRevision?: Maybe<PartRevision>;
};

export type PublishRoutingInput = {
  id: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};

export type PublishRoutingPayload = {
  __typename?: 'PublishRoutingPayload';
  errors: Array<UserError>;
  routing?: Maybe<Routing>;
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

export type Query = {
  __typename?: 'Query';
  bom?: Maybe<Bom>;
  customer?: Maybe<Customer>;
  customerByCode?: Maybe<Customer>;
  /** By code. */
  customers: CustomerConnection;
  material?: Maybe<Material>;
  materialByCode?: Maybe<Material>;
  /** By code. */
  materials: MaterialConnection;
  part?: Maybe<Part>;
  partByNumber?: Maybe<Part>;
  partRevision?: Maybe<PartRevision>;
  /** By number. */
  parts: PartConnection;
  routing?: Maybe<Routing>;
  /** The published version; the given one if a version is given. */
  routingByNumber?: Maybe<Routing>;
  /** By number and version. */
  routings: RoutingConnection;
};


export type QueryBomArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCustomerArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCustomerByCodeArgs = {
  code: Scalars['String']['input'];
};


export type QueryCustomersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CustomerFilter>;
  first: Scalars['Int']['input'];
};


export type QueryMaterialArgs = {
  id: Scalars['ID']['input'];
};


export type QueryMaterialByCodeArgs = {
  code: Scalars['String']['input'];
};


export type QueryMaterialsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<MaterialFilter>;
  first: Scalars['Int']['input'];
};


export type QueryPartArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPartByNumberArgs = {
  number: Scalars['String']['input'];
};


export type QueryPartRevisionArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPartsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PartFilter>;
  first: Scalars['Int']['input'];
};


export type QueryRoutingArgs = {
  id: Scalars['ID']['input'];
};


export type QueryRoutingByNumberArgs = {
  number: Scalars['String']['input'];
  version?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryRoutingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RoutingFilter>;
  first: Scalars['Int']['input'];
};

export type RetireBomInput = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};

export type RetireBomPayload = {
  __typename?: 'RetireBomPayload';
  bom?: Maybe<Bom>;
  errors: Array<UserError>;
};

export type RetireCustomerInput = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};

export type RetireCustomerPayload = {
  __typename?: 'RetireCustomerPayload';
  customer?: Maybe<Customer>;
  errors: Array<UserError>;
};

export type RetireMaterialInput = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};

export type RetireMaterialPayload = {
  __typename?: 'RetireMaterialPayload';
  errors: Array<UserError>;
  material?: Maybe<Material>;
};

export type RetirePartRevisionInput = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};

export type RetirePartRevisionPayload = {
  __typename?: 'RetirePartRevisionPayload';
  errors: Array<UserError>;
  partRevision?: Maybe<PartRevision>;
};

export type RetireRoutingInput = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};

export type RetireRoutingPayload = {
  __typename?: 'RetireRoutingPayload';
  errors: Array<UserError>;
  routing?: Maybe<Routing>;
};

export type ReviseRoutingInput = {
  description?: InputMaybe<Scalars['String']['input']>;
  /** Of the new version, chosen by the client, so that a repeated request changes nothing; a UUID. */
  id?: InputMaybe<Scalars['ID']['input']>;
  number: Scalars['String']['input'];
  /** All of them; if not given, those of the last version. */
  operations?: InputMaybe<Array<RoutingOperationInput>>;
  reason?: InputMaybe<Scalars['String']['input']>;
};

export type ReviseRoutingPayload = {
  __typename?: 'ReviseRoutingPayload';
  errors: Array<UserError>;
  routing?: Maybe<Routing>;
};

/** How a revision is made. ISA-95: Operations Definition. */
export type Routing = {
  __typename?: 'Routing';
  description?: Maybe<Scalars['String']['output']>;
  /** Newest first. */
  history: MasterDataChangeConnection;
  id: Scalars['ID']['output'];
  /** Unique in the tenant together with the version; all versions are for one part revision. */
  number: Scalars['String']['output'];
  /** By number; at most 200. */
  operations: Array<RoutingOperation>;
  partRevision: PartRevision;
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  status: RoutingStatus;
  supersededAt?: Maybe<Scalars['DateTime']['output']>;
  version: Scalars['Int']['output'];
};


/** How a revision is made. ISA-95: Operations Definition. */
export type RoutingHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

export type RoutingConnection = {
  __typename?: 'RoutingConnection';
  edges: Array<RoutingEdge>;
  nodes: Array<Routing>;
  pageInfo: PageInfo;
};

export type RoutingEdge = {
  __typename?: 'RoutingEdge';
  cursor: Scalars['String']['output'];
  node: Routing;
};

export type RoutingFilter = {
  partNumber?: InputMaybe<Scalars['String']['input']>;
  /** Anywhere in the number or the description, in any case. */
  search?: InputMaybe<Scalars['String']['input']>;
  status?: InputMaybe<RoutingStatus>;
};

/** A step of a routing. ISA-95: Process Segment. */
export type RoutingOperation = {
  __typename?: 'RoutingOperation';
  /** ISA-95: Equipment Class. */
  equipmentClass?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  /** It is complete only with a passed inspection. */
  inspectionRequired: Scalars['Boolean']['output'];
  instructions?: Maybe<Scalars['String']['output']>;
  name: Scalars['String']['output'];
  operationNumber: Scalars['Int']['output'];
  /** ISA-95: Personnel Class. */
  personnelClass?: Maybe<Scalars['String']['output']>;
  qualityCritical: Scalars['Boolean']['output'];
  routing: Routing;
  runSecondsPerUnit: Scalars['Decimal']['output'];
  sequencing: OperationSequencing;
  setupSeconds: Scalars['Decimal']['output'];
  workCenter?: Maybe<WorkCenter>;
  workCenterCode: Scalars['String']['output'];
};

export type RoutingOperationInput = {
  equipmentClass?: InputMaybe<Scalars['String']['input']>;
  inspectionRequired?: Scalars['Boolean']['input'];
  /** At most 20,000 characters, and 300,000 in a routing. */
  instructions?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  /** From 1 to 99999, once in a routing. */
  operationNumber: Scalars['Int']['input'];
  personnelClass?: InputMaybe<Scalars['String']['input']>;
  qualityCritical?: Scalars['Boolean']['input'];
  runSecondsPerUnit: Scalars['Decimal']['input'];
  sequencing?: OperationSequencing;
  setupSeconds?: Scalars['Decimal']['input'];
  workCenterCode: Scalars['String']['input'];
};

export type RoutingStatus =
  | 'DRAFT'
  | 'PUBLISHED'
  /** It was replaced by a newer version, or withdrawn. */
  | 'SUPERSEDED';

/** A business rule refuses the action in the present state. */
export type RuleViolationError = UserError & {
  __typename?: 'RuleViolationError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path: Array<Scalars['String']['output']>;
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

export type WorkCenter = {
  __typename?: 'WorkCenter';
  code: Scalars['String']['output'];
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
  Bom: Bom;
  Customer: Customer;
  Material: Material;
  Part: Part;
  PartRevision: PartRevision;
  Routing: Routing;
  RoutingOperation: RoutingOperation;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Bom:
    ( { __typename: 'Bom' }
    & GraphQLRecursivePick<FederationTypes['Bom'], {"id":true}> );
  Customer:
    ( { __typename: 'Customer' }
    & ( GraphQLRecursivePick<FederationTypes['Customer'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['Customer'], {"code":true}> ) );
  Material:
    ( { __typename: 'Material' }
    & ( GraphQLRecursivePick<FederationTypes['Material'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['Material'], {"code":true}> ) );
  Part:
    ( { __typename: 'Part' }
    & ( GraphQLRecursivePick<FederationTypes['Part'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['Part'], {"number":true}> ) );
  PartRevision:
    ( { __typename: 'PartRevision' }
    & GraphQLRecursivePick<FederationTypes['PartRevision'], {"id":true}> );
  Routing:
    ( { __typename: 'Routing' }
    & GraphQLRecursivePick<FederationTypes['Routing'], {"id":true}> );
  RoutingOperation:
    ( { __typename: 'RoutingOperation' }
    & GraphQLRecursivePick<FederationTypes['RoutingOperation'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  Actor:
    | ( ApiClient )
    | ( User )
  ;
  MaterialDefinition:
    | ( MaterialRow )
    | ( PartKeys )
  ;
};


/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Actor: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['Actor']>;
  ApiClient: ResolverTypeWrapper<ApiClient>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Bom: ResolverTypeWrapper<BomRow>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  BomConnection: ResolverTypeWrapper<Omit<BomConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['BomEdge']>, nodes: Array<ResolversTypes['Bom']> }>;
  BomCycleError: ResolverTypeWrapper<BomCycleError>;
  BomEdge: ResolverTypeWrapper<Omit<BomEdge, 'node'> & { node: ResolversTypes['Bom'] }>;
  BomExplosionNode: ResolverTypeWrapper<ExplodedComponent>;
  BomLine: ResolverTypeWrapper<BomLineRow>;
  BomLineConnection: ResolverTypeWrapper<Omit<BomLineConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['BomLineEdge']>, nodes: Array<ResolversTypes['BomLine']> }>;
  BomLineEdge: ResolverTypeWrapper<Omit<BomLineEdge, 'node'> & { node: ResolversTypes['BomLine'] }>;
  BomLineInput: BomLineInput;
  BomOverlapError: ResolverTypeWrapper<Omit<BomOverlapError, 'bom'> & { bom: ResolversTypes['Bom'] }>;
  ChangeBomInput: ChangeBomInput;
  ChangeBomPayload: ResolverTypeWrapper<Omit<ChangeBomPayload, 'bom' | 'errors'> & { bom?: Maybe<ResolversTypes['Bom']>, errors: Array<ResolversTypes['UserError']> }>;
  ChangeCustomerInput: ChangeCustomerInput;
  ChangeCustomerPayload: ResolverTypeWrapper<Omit<ChangeCustomerPayload, 'customer' | 'errors'> & { customer?: Maybe<ResolversTypes['Customer']>, errors: Array<ResolversTypes['UserError']> }>;
  ChangeMaterialInput: ChangeMaterialInput;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ChangeMaterialPayload: ResolverTypeWrapper<Omit<ChangeMaterialPayload, 'errors' | 'material'> & { errors: Array<ResolversTypes['UserError']>, material?: Maybe<ResolversTypes['Material']> }>;
  ChangePartRevisionInput: ChangePartRevisionInput;
  ChangePartRevisionPayload: ResolverTypeWrapper<Omit<ChangePartRevisionPayload, 'errors' | 'partRevision'> & { errors: Array<ResolversTypes['UserError']>, partRevision?: Maybe<ResolversTypes['PartRevision']> }>;
  ChangeRoutingInput: ChangeRoutingInput;
  ChangeRoutingPayload: ResolverTypeWrapper<Omit<ChangeRoutingPayload, 'errors' | 'routing'> & { errors: Array<ResolversTypes['UserError']>, routing?: Maybe<ResolversTypes['Routing']> }>;
  CreateBomInput: CreateBomInput;
  CreateBomPayload: ResolverTypeWrapper<Omit<CreateBomPayload, 'bom' | 'errors'> & { bom?: Maybe<ResolversTypes['Bom']>, errors: Array<ResolversTypes['UserError']> }>;
  CreateCustomerInput: CreateCustomerInput;
  CreateCustomerPayload: ResolverTypeWrapper<Omit<CreateCustomerPayload, 'customer' | 'errors'> & { customer?: Maybe<ResolversTypes['Customer']>, errors: Array<ResolversTypes['UserError']> }>;
  CreateMaterialInput: CreateMaterialInput;
  CreateMaterialPayload: ResolverTypeWrapper<Omit<CreateMaterialPayload, 'errors' | 'material'> & { errors: Array<ResolversTypes['UserError']>, material?: Maybe<ResolversTypes['Material']> }>;
  CreatePartInput: CreatePartInput;
  CreatePartPayload: ResolverTypeWrapper<Omit<CreatePartPayload, 'errors' | 'part' | 'partRevision'> & { errors: Array<ResolversTypes['UserError']>, part?: Maybe<ResolversTypes['Part']>, partRevision?: Maybe<ResolversTypes['PartRevision']> }>;
  CreatePartRevisionInput: CreatePartRevisionInput;
  CreatePartRevisionPayload: ResolverTypeWrapper<Omit<CreatePartRevisionPayload, 'errors' | 'partRevision'> & { errors: Array<ResolversTypes['UserError']>, partRevision?: Maybe<ResolversTypes['PartRevision']> }>;
  CreateRoutingInput: CreateRoutingInput;
  CreateRoutingPayload: ResolverTypeWrapper<Omit<CreateRoutingPayload, 'errors' | 'routing'> & { errors: Array<ResolversTypes['UserError']>, routing?: Maybe<ResolversTypes['Routing']> }>;
  Customer: ResolverTypeWrapper<CustomerRow>;
  CustomerConnection: ResolverTypeWrapper<Omit<CustomerConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['CustomerEdge']>, nodes: Array<ResolversTypes['Customer']> }>;
  CustomerEdge: ResolverTypeWrapper<Omit<CustomerEdge, 'node'> & { node: ResolversTypes['Customer'] }>;
  CustomerFilter: CustomerFilter;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  IllegalTransitionError: ResolverTypeWrapper<IllegalTransitionError>;
  ImportBomInput: ImportBomInput;
  ImportCustomerInput: ImportCustomerInput;
  ImportMasterDataInput: ImportMasterDataInput;
  ImportMasterDataPayload: ResolverTypeWrapper<Omit<ImportMasterDataPayload, 'boms' | 'customers' | 'errors' | 'materials' | 'parts' | 'routings'> & { boms?: Maybe<Array<ResolversTypes['ImportedBom']>>, customers?: Maybe<Array<ResolversTypes['ImportedCustomer']>>, errors: Array<ResolversTypes['UserError']>, materials?: Maybe<Array<ResolversTypes['ImportedMaterial']>>, parts?: Maybe<Array<ResolversTypes['ImportedPart']>>, routings?: Maybe<Array<ResolversTypes['ImportedRouting']>> }>;
  ImportMaterialInput: ImportMaterialInput;
  ImportOutcome: ImportOutcome;
  ImportPartInput: ImportPartInput;
  ImportRoutingInput: ImportRoutingInput;
  ImportedBom: ResolverTypeWrapper<Omit<ImportedBom, 'bom'> & { bom: ResolversTypes['Bom'] }>;
  ImportedCustomer: ResolverTypeWrapper<Omit<ImportedCustomer, 'customer'> & { customer: ResolversTypes['Customer'] }>;
  ImportedMaterial: ResolverTypeWrapper<Omit<ImportedMaterial, 'material'> & { material: ResolversTypes['Material'] }>;
  ImportedPart: ResolverTypeWrapper<Omit<ImportedPart, 'partRevision'> & { partRevision: ResolversTypes['PartRevision'] }>;
  ImportedRouting: ResolverTypeWrapper<Omit<ImportedRouting, 'routing'> & { routing: ResolversTypes['Routing'] }>;
  InvalidInputError: ResolverTypeWrapper<InvalidInputError>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  MasterDataAction: MasterDataAction;
  MasterDataChange: ResolverTypeWrapper<HistoryEntryRow>;
  MasterDataChangeConnection: ResolverTypeWrapper<Omit<MasterDataChangeConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['MasterDataChangeEdge']>, nodes: Array<ResolversTypes['MasterDataChange']> }>;
  MasterDataChangeEdge: ResolverTypeWrapper<Omit<MasterDataChangeEdge, 'node'> & { node: ResolversTypes['MasterDataChange'] }>;
  MasterDataStatus: MasterDataStatus;
  Material: ResolverTypeWrapper<MaterialRow>;
  MaterialConnection: ResolverTypeWrapper<Omit<MaterialConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['MaterialEdge']>, nodes: Array<ResolversTypes['Material']> }>;
  MaterialDefinition: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['MaterialDefinition']>;
  MaterialEdge: ResolverTypeWrapper<Omit<MaterialEdge, 'node'> & { node: ResolversTypes['Material'] }>;
  MaterialFilter: MaterialFilter;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NotFoundError: ResolverTypeWrapper<NotFoundError>;
  OperationSequencing: OperationSequencing;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Part: ResolverTypeWrapper<PartKeys>;
  PartConnection: ResolverTypeWrapper<Omit<PartConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['PartEdge']>, nodes: Array<ResolversTypes['Part']> }>;
  PartEdge: ResolverTypeWrapper<Omit<PartEdge, 'node'> & { node: ResolversTypes['Part'] }>;
  PartFilter: PartFilter;
  PartRevision: ResolverTypeWrapper<PartRevisionRow>;
  PartTracking: PartTracking;
  PublishBomInput: PublishBomInput;
  PublishBomPayload: ResolverTypeWrapper<Omit<PublishBomPayload, 'bom' | 'errors'> & { bom?: Maybe<ResolversTypes['Bom']>, errors: Array<ResolversTypes['UserError']> }>;
  PublishCustomerInput: PublishCustomerInput;
  PublishCustomerPayload: ResolverTypeWrapper<Omit<PublishCustomerPayload, 'customer' | 'errors'> & { customer?: Maybe<ResolversTypes['Customer']>, errors: Array<ResolversTypes['UserError']> }>;
  PublishMaterialInput: PublishMaterialInput;
  PublishMaterialPayload: ResolverTypeWrapper<Omit<PublishMaterialPayload, 'errors' | 'material'> & { errors: Array<ResolversTypes['UserError']>, material?: Maybe<ResolversTypes['Material']> }>;
  PublishPartRevisionInput: PublishPartRevisionInput;
  PublishPartRevisionPayload: ResolverTypeWrapper<Omit<PublishPartRevisionPayload, 'errors' | 'partRevision'> & { errors: Array<ResolversTypes['UserError']>, partRevision?: Maybe<ResolversTypes['PartRevision']> }>;
  PublishRoutingInput: PublishRoutingInput;
  PublishRoutingPayload: ResolverTypeWrapper<Omit<PublishRoutingPayload, 'errors' | 'routing'> & { errors: Array<ResolversTypes['UserError']>, routing?: Maybe<ResolversTypes['Routing']> }>;
  Quantity: ResolverTypeWrapper<Quantity>;
  QuantityInput: QuantityInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RetireBomInput: RetireBomInput;
  RetireBomPayload: ResolverTypeWrapper<Omit<RetireBomPayload, 'bom' | 'errors'> & { bom?: Maybe<ResolversTypes['Bom']>, errors: Array<ResolversTypes['UserError']> }>;
  RetireCustomerInput: RetireCustomerInput;
  RetireCustomerPayload: ResolverTypeWrapper<Omit<RetireCustomerPayload, 'customer' | 'errors'> & { customer?: Maybe<ResolversTypes['Customer']>, errors: Array<ResolversTypes['UserError']> }>;
  RetireMaterialInput: RetireMaterialInput;
  RetireMaterialPayload: ResolverTypeWrapper<Omit<RetireMaterialPayload, 'errors' | 'material'> & { errors: Array<ResolversTypes['UserError']>, material?: Maybe<ResolversTypes['Material']> }>;
  RetirePartRevisionInput: RetirePartRevisionInput;
  RetirePartRevisionPayload: ResolverTypeWrapper<Omit<RetirePartRevisionPayload, 'errors' | 'partRevision'> & { errors: Array<ResolversTypes['UserError']>, partRevision?: Maybe<ResolversTypes['PartRevision']> }>;
  RetireRoutingInput: RetireRoutingInput;
  RetireRoutingPayload: ResolverTypeWrapper<Omit<RetireRoutingPayload, 'errors' | 'routing'> & { errors: Array<ResolversTypes['UserError']>, routing?: Maybe<ResolversTypes['Routing']> }>;
  ReviseRoutingInput: ReviseRoutingInput;
  ReviseRoutingPayload: ResolverTypeWrapper<Omit<ReviseRoutingPayload, 'errors' | 'routing'> & { errors: Array<ResolversTypes['UserError']>, routing?: Maybe<ResolversTypes['Routing']> }>;
  Routing: ResolverTypeWrapper<RoutingRow>;
  RoutingConnection: ResolverTypeWrapper<Omit<RoutingConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['RoutingEdge']>, nodes: Array<ResolversTypes['Routing']> }>;
  RoutingEdge: ResolverTypeWrapper<Omit<RoutingEdge, 'node'> & { node: ResolversTypes['Routing'] }>;
  RoutingFilter: RoutingFilter;
  RoutingOperation: ResolverTypeWrapper<RoutingOperationRow>;
  RoutingOperationInput: RoutingOperationInput;
  RoutingStatus: RoutingStatus;
  RuleViolationError: ResolverTypeWrapper<RuleViolationError>;
  User: ResolverTypeWrapper<User>;
  UserError: ResolverTypeWrapper<UserErrorData>;
  WorkCenter: ResolverTypeWrapper<WorkCenter>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Actor: ResolversUnionTypes<ResolversParentTypes>['Actor'];
  ApiClient: ApiClient;
  ID: Scalars['ID']['output'];
  Bom: BomRow;
  String: Scalars['String']['output'];
  Int: Scalars['Int']['output'];
  BomConnection: Omit<BomConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['BomEdge']>, nodes: Array<ResolversParentTypes['Bom']> };
  BomCycleError: BomCycleError;
  BomEdge: Omit<BomEdge, 'node'> & { node: ResolversParentTypes['Bom'] };
  BomExplosionNode: ExplodedComponent;
  BomLine: BomLineRow;
  BomLineConnection: Omit<BomLineConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['BomLineEdge']>, nodes: Array<ResolversParentTypes['BomLine']> };
  BomLineEdge: Omit<BomLineEdge, 'node'> & { node: ResolversParentTypes['BomLine'] };
  BomLineInput: BomLineInput;
  BomOverlapError: Omit<BomOverlapError, 'bom'> & { bom: ResolversParentTypes['Bom'] };
  ChangeBomInput: ChangeBomInput;
  ChangeBomPayload: Omit<ChangeBomPayload, 'bom' | 'errors'> & { bom?: Maybe<ResolversParentTypes['Bom']>, errors: Array<ResolversParentTypes['UserError']> };
  ChangeCustomerInput: ChangeCustomerInput;
  ChangeCustomerPayload: Omit<ChangeCustomerPayload, 'customer' | 'errors'> & { customer?: Maybe<ResolversParentTypes['Customer']>, errors: Array<ResolversParentTypes['UserError']> };
  ChangeMaterialInput: ChangeMaterialInput;
  Boolean: Scalars['Boolean']['output'];
  ChangeMaterialPayload: Omit<ChangeMaterialPayload, 'errors' | 'material'> & { errors: Array<ResolversParentTypes['UserError']>, material?: Maybe<ResolversParentTypes['Material']> };
  ChangePartRevisionInput: ChangePartRevisionInput;
  ChangePartRevisionPayload: Omit<ChangePartRevisionPayload, 'errors' | 'partRevision'> & { errors: Array<ResolversParentTypes['UserError']>, partRevision?: Maybe<ResolversParentTypes['PartRevision']> };
  ChangeRoutingInput: ChangeRoutingInput;
  ChangeRoutingPayload: Omit<ChangeRoutingPayload, 'errors' | 'routing'> & { errors: Array<ResolversParentTypes['UserError']>, routing?: Maybe<ResolversParentTypes['Routing']> };
  CreateBomInput: CreateBomInput;
  CreateBomPayload: Omit<CreateBomPayload, 'bom' | 'errors'> & { bom?: Maybe<ResolversParentTypes['Bom']>, errors: Array<ResolversParentTypes['UserError']> };
  CreateCustomerInput: CreateCustomerInput;
  CreateCustomerPayload: Omit<CreateCustomerPayload, 'customer' | 'errors'> & { customer?: Maybe<ResolversParentTypes['Customer']>, errors: Array<ResolversParentTypes['UserError']> };
  CreateMaterialInput: CreateMaterialInput;
  CreateMaterialPayload: Omit<CreateMaterialPayload, 'errors' | 'material'> & { errors: Array<ResolversParentTypes['UserError']>, material?: Maybe<ResolversParentTypes['Material']> };
  CreatePartInput: CreatePartInput;
  CreatePartPayload: Omit<CreatePartPayload, 'errors' | 'part' | 'partRevision'> & { errors: Array<ResolversParentTypes['UserError']>, part?: Maybe<ResolversParentTypes['Part']>, partRevision?: Maybe<ResolversParentTypes['PartRevision']> };
  CreatePartRevisionInput: CreatePartRevisionInput;
  CreatePartRevisionPayload: Omit<CreatePartRevisionPayload, 'errors' | 'partRevision'> & { errors: Array<ResolversParentTypes['UserError']>, partRevision?: Maybe<ResolversParentTypes['PartRevision']> };
  CreateRoutingInput: CreateRoutingInput;
  CreateRoutingPayload: Omit<CreateRoutingPayload, 'errors' | 'routing'> & { errors: Array<ResolversParentTypes['UserError']>, routing?: Maybe<ResolversParentTypes['Routing']> };
  Customer: CustomerRow;
  CustomerConnection: Omit<CustomerConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['CustomerEdge']>, nodes: Array<ResolversParentTypes['Customer']> };
  CustomerEdge: Omit<CustomerEdge, 'node'> & { node: ResolversParentTypes['Customer'] };
  CustomerFilter: CustomerFilter;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  IllegalTransitionError: IllegalTransitionError;
  ImportBomInput: ImportBomInput;
  ImportCustomerInput: ImportCustomerInput;
  ImportMasterDataInput: ImportMasterDataInput;
  ImportMasterDataPayload: Omit<ImportMasterDataPayload, 'boms' | 'customers' | 'errors' | 'materials' | 'parts' | 'routings'> & { boms?: Maybe<Array<ResolversParentTypes['ImportedBom']>>, customers?: Maybe<Array<ResolversParentTypes['ImportedCustomer']>>, errors: Array<ResolversParentTypes['UserError']>, materials?: Maybe<Array<ResolversParentTypes['ImportedMaterial']>>, parts?: Maybe<Array<ResolversParentTypes['ImportedPart']>>, routings?: Maybe<Array<ResolversParentTypes['ImportedRouting']>> };
  ImportMaterialInput: ImportMaterialInput;
  ImportPartInput: ImportPartInput;
  ImportRoutingInput: ImportRoutingInput;
  ImportedBom: Omit<ImportedBom, 'bom'> & { bom: ResolversParentTypes['Bom'] };
  ImportedCustomer: Omit<ImportedCustomer, 'customer'> & { customer: ResolversParentTypes['Customer'] };
  ImportedMaterial: Omit<ImportedMaterial, 'material'> & { material: ResolversParentTypes['Material'] };
  ImportedPart: Omit<ImportedPart, 'partRevision'> & { partRevision: ResolversParentTypes['PartRevision'] };
  ImportedRouting: Omit<ImportedRouting, 'routing'> & { routing: ResolversParentTypes['Routing'] };
  InvalidInputError: InvalidInputError;
  JSON: Scalars['JSON']['output'];
  MasterDataChange: HistoryEntryRow;
  MasterDataChangeConnection: Omit<MasterDataChangeConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['MasterDataChangeEdge']>, nodes: Array<ResolversParentTypes['MasterDataChange']> };
  MasterDataChangeEdge: Omit<MasterDataChangeEdge, 'node'> & { node: ResolversParentTypes['MasterDataChange'] };
  Material: MaterialRow;
  MaterialConnection: Omit<MaterialConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['MaterialEdge']>, nodes: Array<ResolversParentTypes['Material']> };
  MaterialDefinition: ResolversUnionTypes<ResolversParentTypes>['MaterialDefinition'];
  MaterialEdge: Omit<MaterialEdge, 'node'> & { node: ResolversParentTypes['Material'] };
  MaterialFilter: MaterialFilter;
  Mutation: Record<PropertyKey, never>;
  NotFoundError: NotFoundError;
  PageInfo: PageInfo;
  Part: PartKeys;
  PartConnection: Omit<PartConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['PartEdge']>, nodes: Array<ResolversParentTypes['Part']> };
  PartEdge: Omit<PartEdge, 'node'> & { node: ResolversParentTypes['Part'] };
  PartFilter: PartFilter;
  PartRevision: PartRevisionRow;
  PublishBomInput: PublishBomInput;
  PublishBomPayload: Omit<PublishBomPayload, 'bom' | 'errors'> & { bom?: Maybe<ResolversParentTypes['Bom']>, errors: Array<ResolversParentTypes['UserError']> };
  PublishCustomerInput: PublishCustomerInput;
  PublishCustomerPayload: Omit<PublishCustomerPayload, 'customer' | 'errors'> & { customer?: Maybe<ResolversParentTypes['Customer']>, errors: Array<ResolversParentTypes['UserError']> };
  PublishMaterialInput: PublishMaterialInput;
  PublishMaterialPayload: Omit<PublishMaterialPayload, 'errors' | 'material'> & { errors: Array<ResolversParentTypes['UserError']>, material?: Maybe<ResolversParentTypes['Material']> };
  PublishPartRevisionInput: PublishPartRevisionInput;
  PublishPartRevisionPayload: Omit<PublishPartRevisionPayload, 'errors' | 'partRevision'> & { errors: Array<ResolversParentTypes['UserError']>, partRevision?: Maybe<ResolversParentTypes['PartRevision']> };
  PublishRoutingInput: PublishRoutingInput;
  PublishRoutingPayload: Omit<PublishRoutingPayload, 'errors' | 'routing'> & { errors: Array<ResolversParentTypes['UserError']>, routing?: Maybe<ResolversParentTypes['Routing']> };
  Quantity: Quantity;
  QuantityInput: QuantityInput;
  Query: Record<PropertyKey, never>;
  RetireBomInput: RetireBomInput;
  RetireBomPayload: Omit<RetireBomPayload, 'bom' | 'errors'> & { bom?: Maybe<ResolversParentTypes['Bom']>, errors: Array<ResolversParentTypes['UserError']> };
  RetireCustomerInput: RetireCustomerInput;
  RetireCustomerPayload: Omit<RetireCustomerPayload, 'customer' | 'errors'> & { customer?: Maybe<ResolversParentTypes['Customer']>, errors: Array<ResolversParentTypes['UserError']> };
  RetireMaterialInput: RetireMaterialInput;
  RetireMaterialPayload: Omit<RetireMaterialPayload, 'errors' | 'material'> & { errors: Array<ResolversParentTypes['UserError']>, material?: Maybe<ResolversParentTypes['Material']> };
  RetirePartRevisionInput: RetirePartRevisionInput;
  RetirePartRevisionPayload: Omit<RetirePartRevisionPayload, 'errors' | 'partRevision'> & { errors: Array<ResolversParentTypes['UserError']>, partRevision?: Maybe<ResolversParentTypes['PartRevision']> };
  RetireRoutingInput: RetireRoutingInput;
  RetireRoutingPayload: Omit<RetireRoutingPayload, 'errors' | 'routing'> & { errors: Array<ResolversParentTypes['UserError']>, routing?: Maybe<ResolversParentTypes['Routing']> };
  ReviseRoutingInput: ReviseRoutingInput;
  ReviseRoutingPayload: Omit<ReviseRoutingPayload, 'errors' | 'routing'> & { errors: Array<ResolversParentTypes['UserError']>, routing?: Maybe<ResolversParentTypes['Routing']> };
  Routing: RoutingRow;
  RoutingConnection: Omit<RoutingConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['RoutingEdge']>, nodes: Array<ResolversParentTypes['Routing']> };
  RoutingEdge: Omit<RoutingEdge, 'node'> & { node: ResolversParentTypes['Routing'] };
  RoutingFilter: RoutingFilter;
  RoutingOperation: RoutingOperationRow;
  RoutingOperationInput: RoutingOperationInput;
  RuleViolationError: RuleViolationError;
  User: User;
  UserError: UserErrorData;
  WorkCenter: WorkCenter;
};

export type ActorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Actor'] = ResolversParentTypes['Actor']> = {
  __resolveType: TypeResolveFn<'ApiClient' | 'User', ParentType, ContextType>;
};

export type ApiClientResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiClient'] = ResolversParentTypes['ApiClient']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BomResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Bom'] = ResolversParentTypes['Bom'], FederationReferenceType extends FederationReferenceTypes['Bom'] = FederationReferenceTypes['Bom']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Bom']> | FederationReferenceType, FederationReferenceType, ContextType>;
  effectiveFrom?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  effectiveTo?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  history?: Resolver<ResolversTypes['MasterDataChangeConnection'], ParentType, ContextType, RequireFields<BomHistoryArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['BomLine']>, ParentType, ContextType>;
  partRevision?: Resolver<ResolversTypes['PartRevision'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['MasterDataStatus'], ParentType, ContextType>;
};

export type BomConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BomConnection'] = ResolversParentTypes['BomConnection']> = {
  edges?: Resolver<Array<ResolversTypes['BomEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Bom']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type BomCycleErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BomCycleError'] = ResolversParentTypes['BomCycleError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  partNumbers?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BomEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BomEdge'] = ResolversParentTypes['BomEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Bom'], ParentType, ContextType>;
};

export type BomExplosionNodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BomExplosionNode'] = ResolversParentTypes['BomExplosionNode']> = {
  component?: Resolver<ResolversTypes['MaterialDefinition'], ParentType, ContextType>;
  depth?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
};

export type BomLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BomLine'] = ResolversParentTypes['BomLine']> = {
  bom?: Resolver<ResolversTypes['Bom'], ParentType, ContextType>;
  component?: Resolver<ResolversTypes['MaterialDefinition'], ParentType, ContextType>;
  operationNumber?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  position?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  referenceDesignator?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type BomLineConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BomLineConnection'] = ResolversParentTypes['BomLineConnection']> = {
  edges?: Resolver<Array<ResolversTypes['BomLineEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['BomLine']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type BomLineEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BomLineEdge'] = ResolversParentTypes['BomLineEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['BomLine'], ParentType, ContextType>;
};

export type BomOverlapErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['BomOverlapError'] = ResolversParentTypes['BomOverlapError']> = {
  bom?: Resolver<ResolversTypes['Bom'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  effectiveFrom?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  effectiveTo?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChangeBomPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeBomPayload'] = ResolversParentTypes['ChangeBomPayload']> = {
  bom?: Resolver<Maybe<ResolversTypes['Bom']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ChangeCustomerPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeCustomerPayload'] = ResolversParentTypes['ChangeCustomerPayload']> = {
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ChangeMaterialPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeMaterialPayload'] = ResolversParentTypes['ChangeMaterialPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  material?: Resolver<Maybe<ResolversTypes['Material']>, ParentType, ContextType>;
};

export type ChangePartRevisionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangePartRevisionPayload'] = ResolversParentTypes['ChangePartRevisionPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  partRevision?: Resolver<Maybe<ResolversTypes['PartRevision']>, ParentType, ContextType>;
};

export type ChangeRoutingPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeRoutingPayload'] = ResolversParentTypes['ChangeRoutingPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  routing?: Resolver<Maybe<ResolversTypes['Routing']>, ParentType, ContextType>;
};

export type CreateBomPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateBomPayload'] = ResolversParentTypes['CreateBomPayload']> = {
  bom?: Resolver<Maybe<ResolversTypes['Bom']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateCustomerPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateCustomerPayload'] = ResolversParentTypes['CreateCustomerPayload']> = {
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateMaterialPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateMaterialPayload'] = ResolversParentTypes['CreateMaterialPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  material?: Resolver<Maybe<ResolversTypes['Material']>, ParentType, ContextType>;
};

export type CreatePartPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreatePartPayload'] = ResolversParentTypes['CreatePartPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  part?: Resolver<Maybe<ResolversTypes['Part']>, ParentType, ContextType>;
  partRevision?: Resolver<Maybe<ResolversTypes['PartRevision']>, ParentType, ContextType>;
};

export type CreatePartRevisionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreatePartRevisionPayload'] = ResolversParentTypes['CreatePartRevisionPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  partRevision?: Resolver<Maybe<ResolversTypes['PartRevision']>, ParentType, ContextType>;
};

export type CreateRoutingPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateRoutingPayload'] = ResolversParentTypes['CreateRoutingPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  routing?: Resolver<Maybe<ResolversTypes['Routing']>, ParentType, ContextType>;
};

export type CustomerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer'], FederationReferenceType extends FederationReferenceTypes['Customer'] = FederationReferenceTypes['Customer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Customer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  history?: Resolver<ResolversTypes['MasterDataChangeConnection'], ParentType, ContextType, RequireFields<CustomerHistoryArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['MasterDataStatus'], ParentType, ContextType>;
};

export type CustomerConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomerConnection'] = ResolversParentTypes['CustomerConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CustomerEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Customer']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CustomerEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CustomerEdge'] = ResolversParentTypes['CustomerEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Customer'], ParentType, ContextType>;
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

export type IllegalTransitionErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IllegalTransitionError'] = ResolversParentTypes['IllegalTransitionError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ImportMasterDataPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportMasterDataPayload'] = ResolversParentTypes['ImportMasterDataPayload']> = {
  boms?: Resolver<Maybe<Array<ResolversTypes['ImportedBom']>>, ParentType, ContextType>;
  customers?: Resolver<Maybe<Array<ResolversTypes['ImportedCustomer']>>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  materials?: Resolver<Maybe<Array<ResolversTypes['ImportedMaterial']>>, ParentType, ContextType>;
  parts?: Resolver<Maybe<Array<ResolversTypes['ImportedPart']>>, ParentType, ContextType>;
  routings?: Resolver<Maybe<Array<ResolversTypes['ImportedRouting']>>, ParentType, ContextType>;
};

export type ImportedBomResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportedBom'] = ResolversParentTypes['ImportedBom']> = {
  bom?: Resolver<ResolversTypes['Bom'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['ImportOutcome'], ParentType, ContextType>;
};

export type ImportedCustomerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportedCustomer'] = ResolversParentTypes['ImportedCustomer']> = {
  customer?: Resolver<ResolversTypes['Customer'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['ImportOutcome'], ParentType, ContextType>;
};

export type ImportedMaterialResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportedMaterial'] = ResolversParentTypes['ImportedMaterial']> = {
  material?: Resolver<ResolversTypes['Material'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['ImportOutcome'], ParentType, ContextType>;
};

export type ImportedPartResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportedPart'] = ResolversParentTypes['ImportedPart']> = {
  outcome?: Resolver<ResolversTypes['ImportOutcome'], ParentType, ContextType>;
  partRevision?: Resolver<ResolversTypes['PartRevision'], ParentType, ContextType>;
};

export type ImportedRoutingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImportedRouting'] = ResolversParentTypes['ImportedRouting']> = {
  outcome?: Resolver<ResolversTypes['ImportOutcome'], ParentType, ContextType>;
  routing?: Resolver<ResolversTypes['Routing'], ParentType, ContextType>;
};

export type InvalidInputErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InvalidInputError'] = ResolversParentTypes['InvalidInputError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type MasterDataChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MasterDataChange'] = ResolversParentTypes['MasterDataChange']> = {
  action?: Resolver<ResolversTypes['MasterDataAction'], ParentType, ContextType>;
  actor?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  actorName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  new?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  old?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type MasterDataChangeConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MasterDataChangeConnection'] = ResolversParentTypes['MasterDataChangeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MasterDataChangeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['MasterDataChange']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MasterDataChangeEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MasterDataChangeEdge'] = ResolversParentTypes['MasterDataChangeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['MasterDataChange'], ParentType, ContextType>;
};

export type MaterialResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Material'] = ResolversParentTypes['Material'], FederationReferenceType extends FederationReferenceTypes['Material'] = FederationReferenceTypes['Material']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Material']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  critical?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  history?: Resolver<ResolversTypes['MasterDataChangeConnection'], ParentType, ContextType, RequireFields<MaterialHistoryArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['MasterDataStatus'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  whereUsed?: Resolver<ResolversTypes['BomLineConnection'], ParentType, ContextType, RequireFields<MaterialWhereUsedArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MaterialConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MaterialConnection'] = ResolversParentTypes['MaterialConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MaterialEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Material']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MaterialDefinitionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MaterialDefinition'] = ResolversParentTypes['MaterialDefinition']> = {
  __resolveType: TypeResolveFn<'Material' | 'Part', ParentType, ContextType>;
};

export type MaterialEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MaterialEdge'] = ResolversParentTypes['MaterialEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Material'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  changeBom?: Resolver<ResolversTypes['ChangeBomPayload'], ParentType, ContextType, RequireFields<MutationChangeBomArgs, 'input'>>;
  changeCustomer?: Resolver<ResolversTypes['ChangeCustomerPayload'], ParentType, ContextType, RequireFields<MutationChangeCustomerArgs, 'input'>>;
  changeMaterial?: Resolver<ResolversTypes['ChangeMaterialPayload'], ParentType, ContextType, RequireFields<MutationChangeMaterialArgs, 'input'>>;
  changePartRevision?: Resolver<ResolversTypes['ChangePartRevisionPayload'], ParentType, ContextType, RequireFields<MutationChangePartRevisionArgs, 'input'>>;
  changeRouting?: Resolver<ResolversTypes['ChangeRoutingPayload'], ParentType, ContextType, RequireFields<MutationChangeRoutingArgs, 'input'>>;
  createBom?: Resolver<ResolversTypes['CreateBomPayload'], ParentType, ContextType, RequireFields<MutationCreateBomArgs, 'input'>>;
  createCustomer?: Resolver<ResolversTypes['CreateCustomerPayload'], ParentType, ContextType, RequireFields<MutationCreateCustomerArgs, 'input'>>;
  createMaterial?: Resolver<ResolversTypes['CreateMaterialPayload'], ParentType, ContextType, RequireFields<MutationCreateMaterialArgs, 'input'>>;
  createPart?: Resolver<ResolversTypes['CreatePartPayload'], ParentType, ContextType, RequireFields<MutationCreatePartArgs, 'input'>>;
  createPartRevision?: Resolver<ResolversTypes['CreatePartRevisionPayload'], ParentType, ContextType, RequireFields<MutationCreatePartRevisionArgs, 'input'>>;
  createRouting?: Resolver<ResolversTypes['CreateRoutingPayload'], ParentType, ContextType, RequireFields<MutationCreateRoutingArgs, 'input'>>;
  importMasterData?: Resolver<ResolversTypes['ImportMasterDataPayload'], ParentType, ContextType, RequireFields<MutationImportMasterDataArgs, 'input'>>;
  publishBom?: Resolver<ResolversTypes['PublishBomPayload'], ParentType, ContextType, RequireFields<MutationPublishBomArgs, 'input'>>;
  publishCustomer?: Resolver<ResolversTypes['PublishCustomerPayload'], ParentType, ContextType, RequireFields<MutationPublishCustomerArgs, 'input'>>;
  publishMaterial?: Resolver<ResolversTypes['PublishMaterialPayload'], ParentType, ContextType, RequireFields<MutationPublishMaterialArgs, 'input'>>;
  publishPartRevision?: Resolver<ResolversTypes['PublishPartRevisionPayload'], ParentType, ContextType, RequireFields<MutationPublishPartRevisionArgs, 'input'>>;
  publishRouting?: Resolver<ResolversTypes['PublishRoutingPayload'], ParentType, ContextType, RequireFields<MutationPublishRoutingArgs, 'input'>>;
  retireBom?: Resolver<ResolversTypes['RetireBomPayload'], ParentType, ContextType, RequireFields<MutationRetireBomArgs, 'input'>>;
  retireCustomer?: Resolver<ResolversTypes['RetireCustomerPayload'], ParentType, ContextType, RequireFields<MutationRetireCustomerArgs, 'input'>>;
  retireMaterial?: Resolver<ResolversTypes['RetireMaterialPayload'], ParentType, ContextType, RequireFields<MutationRetireMaterialArgs, 'input'>>;
  retirePartRevision?: Resolver<ResolversTypes['RetirePartRevisionPayload'], ParentType, ContextType, RequireFields<MutationRetirePartRevisionArgs, 'input'>>;
  retireRouting?: Resolver<ResolversTypes['RetireRoutingPayload'], ParentType, ContextType, RequireFields<MutationRetireRoutingArgs, 'input'>>;
  reviseRouting?: Resolver<ResolversTypes['ReviseRoutingPayload'], ParentType, ContextType, RequireFields<MutationReviseRoutingArgs, 'input'>>;
};

export type NotFoundErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotFoundError'] = ResolversParentTypes['NotFoundError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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
  bom?: Resolver<Maybe<ResolversTypes['Bom']>, ParentType, ContextType, Partial<PartBomArgs>>;
  bomExplosion?: Resolver<Array<ResolversTypes['BomExplosionNode']>, ParentType, ContextType, RequireFields<PartBomExplosionArgs, 'maxDepth'>>;
  currentRevision?: Resolver<Maybe<ResolversTypes['PartRevision']>, ParentType, ContextType, Partial<PartCurrentRevisionArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revisions?: Resolver<Array<ResolversTypes['PartRevision']>, ParentType, ContextType>;
  whereUsed?: Resolver<ResolversTypes['BomLineConnection'], ParentType, ContextType, RequireFields<PartWhereUsedArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PartConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PartConnection'] = ResolversParentTypes['PartConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PartEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Part']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PartEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PartEdge'] = ResolversParentTypes['PartEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Part'], ParentType, ContextType>;
};

export type PartRevisionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PartRevision'] = ResolversParentTypes['PartRevision'], FederationReferenceType extends FederationReferenceTypes['PartRevision'] = FederationReferenceTypes['PartRevision']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PartRevision']> | FederationReferenceType, FederationReferenceType, ContextType>;
  bom?: Resolver<Maybe<ResolversTypes['Bom']>, ParentType, ContextType, Partial<PartRevisionBomArgs>>;
  boms?: Resolver<ResolversTypes['BomConnection'], ParentType, ContextType, RequireFields<PartRevisionBomsArgs, 'first'>>;
  critical?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  effectiveFrom?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  history?: Resolver<ResolversTypes['MasterDataChangeConnection'], ParentType, ContextType, RequireFields<PartRevisionHistoryArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  part?: Resolver<ResolversTypes['Part'], ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  retiredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  routing?: Resolver<Maybe<ResolversTypes['Routing']>, ParentType, ContextType>;
  routings?: Resolver<ResolversTypes['RoutingConnection'], ParentType, ContextType, RequireFields<PartRevisionRoutingsArgs, 'first'>>;
  status?: Resolver<ResolversTypes['MasterDataStatus'], ParentType, ContextType>;
  tracking?: Resolver<ResolversTypes['PartTracking'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PublishBomPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublishBomPayload'] = ResolversParentTypes['PublishBomPayload']> = {
  bom?: Resolver<Maybe<ResolversTypes['Bom']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PublishCustomerPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublishCustomerPayload'] = ResolversParentTypes['PublishCustomerPayload']> = {
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PublishMaterialPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublishMaterialPayload'] = ResolversParentTypes['PublishMaterialPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  material?: Resolver<Maybe<ResolversTypes['Material']>, ParentType, ContextType>;
};

export type PublishPartRevisionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublishPartRevisionPayload'] = ResolversParentTypes['PublishPartRevisionPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  partRevision?: Resolver<Maybe<ResolversTypes['PartRevision']>, ParentType, ContextType>;
};

export type PublishRoutingPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublishRoutingPayload'] = ResolversParentTypes['PublishRoutingPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  routing?: Resolver<Maybe<ResolversTypes['Routing']>, ParentType, ContextType>;
};

export type QuantityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Quantity'] = ResolversParentTypes['Quantity']> = {
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  bom?: Resolver<Maybe<ResolversTypes['Bom']>, ParentType, ContextType, RequireFields<QueryBomArgs, 'id'>>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType, RequireFields<QueryCustomerArgs, 'id'>>;
  customerByCode?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType, RequireFields<QueryCustomerByCodeArgs, 'code'>>;
  customers?: Resolver<ResolversTypes['CustomerConnection'], ParentType, ContextType, RequireFields<QueryCustomersArgs, 'first'>>;
  material?: Resolver<Maybe<ResolversTypes['Material']>, ParentType, ContextType, RequireFields<QueryMaterialArgs, 'id'>>;
  materialByCode?: Resolver<Maybe<ResolversTypes['Material']>, ParentType, ContextType, RequireFields<QueryMaterialByCodeArgs, 'code'>>;
  materials?: Resolver<ResolversTypes['MaterialConnection'], ParentType, ContextType, RequireFields<QueryMaterialsArgs, 'first'>>;
  part?: Resolver<Maybe<ResolversTypes['Part']>, ParentType, ContextType, RequireFields<QueryPartArgs, 'id'>>;
  partByNumber?: Resolver<Maybe<ResolversTypes['Part']>, ParentType, ContextType, RequireFields<QueryPartByNumberArgs, 'number'>>;
  partRevision?: Resolver<Maybe<ResolversTypes['PartRevision']>, ParentType, ContextType, RequireFields<QueryPartRevisionArgs, 'id'>>;
  parts?: Resolver<ResolversTypes['PartConnection'], ParentType, ContextType, RequireFields<QueryPartsArgs, 'first'>>;
  routing?: Resolver<Maybe<ResolversTypes['Routing']>, ParentType, ContextType, RequireFields<QueryRoutingArgs, 'id'>>;
  routingByNumber?: Resolver<Maybe<ResolversTypes['Routing']>, ParentType, ContextType, RequireFields<QueryRoutingByNumberArgs, 'number'>>;
  routings?: Resolver<ResolversTypes['RoutingConnection'], ParentType, ContextType, RequireFields<QueryRoutingsArgs, 'first'>>;
};

export type RetireBomPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetireBomPayload'] = ResolversParentTypes['RetireBomPayload']> = {
  bom?: Resolver<Maybe<ResolversTypes['Bom']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RetireCustomerPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetireCustomerPayload'] = ResolversParentTypes['RetireCustomerPayload']> = {
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RetireMaterialPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetireMaterialPayload'] = ResolversParentTypes['RetireMaterialPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  material?: Resolver<Maybe<ResolversTypes['Material']>, ParentType, ContextType>;
};

export type RetirePartRevisionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetirePartRevisionPayload'] = ResolversParentTypes['RetirePartRevisionPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  partRevision?: Resolver<Maybe<ResolversTypes['PartRevision']>, ParentType, ContextType>;
};

export type RetireRoutingPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetireRoutingPayload'] = ResolversParentTypes['RetireRoutingPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  routing?: Resolver<Maybe<ResolversTypes['Routing']>, ParentType, ContextType>;
};

export type ReviseRoutingPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviseRoutingPayload'] = ResolversParentTypes['ReviseRoutingPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  routing?: Resolver<Maybe<ResolversTypes['Routing']>, ParentType, ContextType>;
};

export type RoutingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Routing'] = ResolversParentTypes['Routing'], FederationReferenceType extends FederationReferenceTypes['Routing'] = FederationReferenceTypes['Routing']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Routing']> | FederationReferenceType, FederationReferenceType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  history?: Resolver<ResolversTypes['MasterDataChangeConnection'], ParentType, ContextType, RequireFields<RoutingHistoryArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operations?: Resolver<Array<ResolversTypes['RoutingOperation']>, ParentType, ContextType>;
  partRevision?: Resolver<ResolversTypes['PartRevision'], ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RoutingStatus'], ParentType, ContextType>;
  supersededAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RoutingConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RoutingConnection'] = ResolversParentTypes['RoutingConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RoutingEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Routing']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type RoutingEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RoutingEdge'] = ResolversParentTypes['RoutingEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Routing'], ParentType, ContextType>;
};

export type RoutingOperationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RoutingOperation'] = ResolversParentTypes['RoutingOperation'], FederationReferenceType extends FederationReferenceTypes['RoutingOperation'] = FederationReferenceTypes['RoutingOperation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['RoutingOperation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  equipmentClass?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inspectionRequired?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  instructions?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operationNumber?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  personnelClass?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  qualityCritical?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  routing?: Resolver<ResolversTypes['Routing'], ParentType, ContextType>;
  runSecondsPerUnit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  sequencing?: Resolver<ResolversTypes['OperationSequencing'], ParentType, ContextType>;
  setupSeconds?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  workCenter?: Resolver<Maybe<ResolversTypes['WorkCenter']>, ParentType, ContextType>;
  workCenterCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RuleViolationErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RuleViolationError'] = ResolversParentTypes['RuleViolationError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'BomCycleError' | 'BomOverlapError' | 'IllegalTransitionError' | 'InvalidInputError' | 'NotFoundError' | 'RuleViolationError', ParentType, ContextType>;
};

export type WorkCenterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkCenter'] = ResolversParentTypes['WorkCenter']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Actor?: ActorResolvers<ContextType>;
  ApiClient?: ApiClientResolvers<ContextType>;
  Bom?: BomResolvers<ContextType>;
  BomConnection?: BomConnectionResolvers<ContextType>;
  BomCycleError?: BomCycleErrorResolvers<ContextType>;
  BomEdge?: BomEdgeResolvers<ContextType>;
  BomExplosionNode?: BomExplosionNodeResolvers<ContextType>;
  BomLine?: BomLineResolvers<ContextType>;
  BomLineConnection?: BomLineConnectionResolvers<ContextType>;
  BomLineEdge?: BomLineEdgeResolvers<ContextType>;
  BomOverlapError?: BomOverlapErrorResolvers<ContextType>;
  ChangeBomPayload?: ChangeBomPayloadResolvers<ContextType>;
  ChangeCustomerPayload?: ChangeCustomerPayloadResolvers<ContextType>;
  ChangeMaterialPayload?: ChangeMaterialPayloadResolvers<ContextType>;
  ChangePartRevisionPayload?: ChangePartRevisionPayloadResolvers<ContextType>;
  ChangeRoutingPayload?: ChangeRoutingPayloadResolvers<ContextType>;
  CreateBomPayload?: CreateBomPayloadResolvers<ContextType>;
  CreateCustomerPayload?: CreateCustomerPayloadResolvers<ContextType>;
  CreateMaterialPayload?: CreateMaterialPayloadResolvers<ContextType>;
  CreatePartPayload?: CreatePartPayloadResolvers<ContextType>;
  CreatePartRevisionPayload?: CreatePartRevisionPayloadResolvers<ContextType>;
  CreateRoutingPayload?: CreateRoutingPayloadResolvers<ContextType>;
  Customer?: CustomerResolvers<ContextType>;
  CustomerConnection?: CustomerConnectionResolvers<ContextType>;
  CustomerEdge?: CustomerEdgeResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  IllegalTransitionError?: IllegalTransitionErrorResolvers<ContextType>;
  ImportMasterDataPayload?: ImportMasterDataPayloadResolvers<ContextType>;
  ImportedBom?: ImportedBomResolvers<ContextType>;
  ImportedCustomer?: ImportedCustomerResolvers<ContextType>;
  ImportedMaterial?: ImportedMaterialResolvers<ContextType>;
  ImportedPart?: ImportedPartResolvers<ContextType>;
  ImportedRouting?: ImportedRoutingResolvers<ContextType>;
  InvalidInputError?: InvalidInputErrorResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  MasterDataChange?: MasterDataChangeResolvers<ContextType>;
  MasterDataChangeConnection?: MasterDataChangeConnectionResolvers<ContextType>;
  MasterDataChangeEdge?: MasterDataChangeEdgeResolvers<ContextType>;
  Material?: MaterialResolvers<ContextType>;
  MaterialConnection?: MaterialConnectionResolvers<ContextType>;
  MaterialDefinition?: MaterialDefinitionResolvers<ContextType>;
  MaterialEdge?: MaterialEdgeResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NotFoundError?: NotFoundErrorResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Part?: PartResolvers<ContextType>;
  PartConnection?: PartConnectionResolvers<ContextType>;
  PartEdge?: PartEdgeResolvers<ContextType>;
  PartRevision?: PartRevisionResolvers<ContextType>;
  PublishBomPayload?: PublishBomPayloadResolvers<ContextType>;
  PublishCustomerPayload?: PublishCustomerPayloadResolvers<ContextType>;
  PublishMaterialPayload?: PublishMaterialPayloadResolvers<ContextType>;
  PublishPartRevisionPayload?: PublishPartRevisionPayloadResolvers<ContextType>;
  PublishRoutingPayload?: PublishRoutingPayloadResolvers<ContextType>;
  Quantity?: QuantityResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RetireBomPayload?: RetireBomPayloadResolvers<ContextType>;
  RetireCustomerPayload?: RetireCustomerPayloadResolvers<ContextType>;
  RetireMaterialPayload?: RetireMaterialPayloadResolvers<ContextType>;
  RetirePartRevisionPayload?: RetirePartRevisionPayloadResolvers<ContextType>;
  RetireRoutingPayload?: RetireRoutingPayloadResolvers<ContextType>;
  ReviseRoutingPayload?: ReviseRoutingPayloadResolvers<ContextType>;
  Routing?: RoutingResolvers<ContextType>;
  RoutingConnection?: RoutingConnectionResolvers<ContextType>;
  RoutingEdge?: RoutingEdgeResolvers<ContextType>;
  RoutingOperation?: RoutingOperationResolvers<ContextType>;
  RuleViolationError?: RuleViolationErrorResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  WorkCenter?: WorkCenterResolvers<ContextType>;
};

