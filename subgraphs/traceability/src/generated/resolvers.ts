import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { FoundGenealogy, FoundNode } from '../genealogy/find.ts';
import type { ReachedEdge } from '../genealogy/store.ts';
import type { StepRow } from '../process-step/tables.ts';
import type { FoundAsBuilt, FoundUnit, FoundComponent } from '../as-built/find.ts';
import type { NodeRow } from '../genealogy/tables.ts';
import type { AuditEntryRow } from '../audit-entry/tables.ts';
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

export type AsBuilt = {
  __typename?: 'AsBuilt';
  /** Over all units. */
  differences: Array<AsBuiltDifference>;
  /** What was done, oldest first; at most 10,000 steps. */
  steps: Array<ProcessStep>;
  /** Serials by number; at most 10,000. */
  units: Array<AsBuiltUnit>;
  workOrder?: Maybe<WorkOrder>;
};

export type AsBuiltComponent = {
  __typename?: 'AsBuiltComponent';
  bomPosition?: Maybe<Scalars['Int']['output']>;
  item: AsBuiltItem;
  linkedAt: Scalars['DateTime']['output'];
  quantity: Quantity;
  unlinkedAt?: Maybe<Scalars['DateTime']['output']>;
};

export type AsBuiltDifference = {
  __typename?: 'AsBuiltDifference';
  bomPosition?: Maybe<Scalars['Int']['output']>;
  built?: Maybe<Quantity>;
  component?: Maybe<MaterialDefinition>;
  componentNumber?: Maybe<Scalars['String']['output']>;
  designed?: Maybe<Quantity>;
  kind: AsBuiltDifferenceKind;
  serialNumber: Scalars['String']['output'];
};

export type AsBuiltDifferenceKind =
  /** Designed, and nothing of it is in the unit. */
  | 'MISSING'
  /** In the unit, and the bill does not name it. */
  | 'NOT_IN_BILL'
  /** There is no bill that was effective when the unit was built. */
  | 'NO_BILL'
  /** Less is in the unit than was designed. */
  | 'SHORT'
  /** More is in the unit than was designed. */
  | 'SURPLUS'
  /** Bill and unit count in different units: they cannot be compared. */
  | 'UNIT_MISMATCH';

export type AsBuiltItem = {
  __typename?: 'AsBuiltItem';
  definition?: Maybe<MaterialDefinition>;
  id: Scalars['ID']['output'];
  kind: GenealogyNodeKind;
  lot?: Maybe<MaterialLot>;
  number: Scalars['String']['output'];
  serializedPart?: Maybe<SerializedPart>;
};

export type AsBuiltUnit = {
  __typename?: 'AsBuiltUnit';
  components: Array<AsBuiltComponent>;
  differences: Array<AsBuiltDifference>;
  node: AsBuiltItem;
  steps: Array<ProcessStep>;
};

export type AuditAction =
  | 'ACCESS'
  | 'CREATE'
  | 'DELETE'
  /** An event that changes no entity of its own. */
  | 'EVENT'
  | 'UPDATE';

/** One change, or one act such as signing in. Append-only and chained by hash. */
export type AuditEntry = {
  __typename?: 'AuditEntry';
  action: AuditAction;
  /** Who did it, a person or a program; null for the plant itself. */
  actor?: Maybe<Actor>;
  actorId: Scalars['ID']['output'];
  actorName: Scalars['String']['output'];
  /** From where: the client's address. */
  clientIp?: Maybe<Scalars['String']['output']>;
  entityId: Scalars['String']['output'];
  /** The entity's type in the graph: `WorkOrder`. */
  entityType: Scalars['String']['output'];
  eventId: Scalars['ID']['output'];
  /** The CloudEvents type of the event that told of it. */
  eventType: Scalars['String']['output'];
  /** sha256 of the previous hash and the canonical JSON of the entry, in hex. */
  hash: Scalars['String']['output'];
  new?: Maybe<Scalars['JSON']['output']>;
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
  old?: Maybe<Scalars['JSON']['output']>;
  previousHash: Scalars['String']['output'];
  /** Why. */
  reason?: Maybe<Scalars['String']['output']>;
  /** When the server recorded it. */
  recordedAt: Scalars['DateTime']['output'];
  /** 1, 2, 3 … in the tenant, without gaps. */
  sequence: Scalars['Decimal']['output'];
  traceId?: Maybe<Scalars['String']['output']>;
};

export type AuditEntryConnection = {
  __typename?: 'AuditEntryConnection';
  edges: Array<AuditEntryEdge>;
  nodes: Array<AuditEntry>;
  pageInfo: PageInfo;
};

export type AuditEntryEdge = {
  __typename?: 'AuditEntryEdge';
  cursor: Scalars['String']['output'];
  node: AuditEntry;
};

export type AuditExport = {
  __typename?: 'AuditExport';
  head?: Maybe<AuditHead>;
  lines: Array<Scalars['String']['output']>;
};

export type AuditFilter = {
  actorId?: InputMaybe<Scalars['ID']['input']>;
  entityId?: InputMaybe<Scalars['String']['input']>;
  entityType?: InputMaybe<Scalars['String']['input']>;
  eventType?: InputMaybe<Scalars['String']['input']>;
  from?: InputMaybe<Scalars['DateTime']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};

export type AuditHead = {
  __typename?: 'AuditHead';
  hash: Scalars['String']['output'];
  sequence: Scalars['Decimal']['output'];
};

export type Equipment = {
  __typename?: 'Equipment';
  id: Scalars['ID']['output'];
};

/** At most 50,000 nodes; a larger one is refused with GENEALOGY_TOO_LARGE: ask with a smaller maxDepth. */
export type Genealogy = {
  __typename?: 'Genealogy';
  asOf: Scalars['DateTime']['output'];
  /** The deepest level that is in the answer. */
  depth: Scalars['Int']['output'];
  direction: GenealogyDirection;
  edges: Array<GenealogyEdge>;
  /** Nearest first. */
  nodes: Array<GenealogyNode>;
  root: GenealogyNode;
  /** There is more below maxDepth. */
  truncated: Scalars['Boolean']['output'];
};

export type GenealogyDirection =
  /** From an assembly to its components and their material: as built. */
  | 'DOWN'
  /** From a lot or component to everything that contains it: where used. */
  | 'UP';

/** `child` is in `parent`. */
export type GenealogyEdge = {
  __typename?: 'GenealogyEdge';
  bomPosition?: Maybe<Scalars['Int']['output']>;
  childId: Scalars['ID']['output'];
  id: Scalars['ID']['output'];
  /** When it was assembled or consumed. */
  linkedAt: Scalars['DateTime']['output'];
  /** A person or a program; null for the plant itself. */
  linkedBy?: Maybe<Actor>;
  linkedByName: Scalars['String']['output'];
  operation?: Maybe<WorkOrderOperation>;
  parentId: Scalars['ID']['output'];
  /** How much of the child is in the parent. */
  quantity: Quantity;
  /** When it was taken out again. */
  unlinkedAt?: Maybe<Scalars['DateTime']['output']>;
  workOrder?: Maybe<WorkOrder>;
};

export type GenealogyNode = {
  __typename?: 'GenealogyNode';
  definition?: Maybe<MaterialDefinition>;
  /** Edges on the shortest way from the root. */
  depth: Scalars['Int']['output'];
  id: Scalars['ID']['output'];
  kind: GenealogyNodeKind;
  lot?: Maybe<MaterialLot>;
  /** Serial number, lot number or order number. */
  number: Scalars['String']['output'];
  /** The part that it is, when it is one. */
  part?: Maybe<Part>;
  /**
   * DOWN: how much of it is in the root, over all ways. UP: how much of the root is in it.
   * The share of a common lot or order is taken by its size.
   */
  quantity: Quantity;
  serializedPart?: Maybe<SerializedPart>;
  /** What was done to it, oldest first; serials only. */
  steps: Array<ProcessStep>;
  workOrder?: Maybe<WorkOrder>;
};

export type GenealogyNodeKind =
  | 'LOT'
  | 'SERIAL'
  /** Material that was consumed for an order as a whole: it is common to the order's serials. */
  | 'WORK_ORDER';

/** Exactly one of them; anything else is refused with BAD_USER_INPUT. */
export type GenealogyRootInput = {
  id?: InputMaybe<Scalars['ID']['input']>;
  lotNumber?: InputMaybe<Scalars['String']['input']>;
  serialNumber?: InputMaybe<Scalars['String']['input']>;
  workOrderNumber?: InputMaybe<Scalars['String']['input']>;
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

/** An input value breaks a rule. */
export type InvalidInputError = UserError & {
  __typename?: 'InvalidInputError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path: Array<Scalars['String']['output']>;
};

export type Material = {
  __typename?: 'Material';
  id: Scalars['ID']['output'];
};

/** A part is made or bought; a material is what parts are made of. */
export type MaterialDefinition = Material | Part;

export type MaterialLot = {
  __typename?: 'MaterialLot';
  /** Every serial that contains some of it, directly or through components. */
  forwardTrace?: Maybe<Array<GenealogyNode>>;
  genealogy?: Maybe<Genealogy>;
  id: Scalars['ID']['output'];
};


export type MaterialLotForwardTraceArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
};


export type MaterialLotGenealogyArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  direction?: GenealogyDirection;
  maxDepth?: Scalars['Int']['input'];
};

/** What the input names does not exist, or the viewer may not see it. */
export type NotFoundError = UserError & {
  __typename?: 'NotFoundError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
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
};

/** One run of an operation: who, on which machine, when, with what result. ISA-95: Job Response. */
export type ProcessStep = {
  __typename?: 'ProcessStep';
  completedAt?: Maybe<Scalars['DateTime']['output']>;
  equipment?: Maybe<Equipment>;
  equipmentCode?: Maybe<Scalars['String']['output']>;
  good: Scalars['Decimal']['output'];
  id: Scalars['ID']['output'];
  operation?: Maybe<WorkOrderOperation>;
  operationNumber: Scalars['Int']['output'];
  /** Who ran it, a person or a program; null for the plant itself. */
  operator?: Maybe<Actor>;
  operatorName: Scalars['String']['output'];
  rework: Scalars['Decimal']['output'];
  scrap: Scalars['Decimal']['output'];
  startedAt: Scalars['DateTime']['output'];
  workCenterCode: Scalars['String']['output'];
  workOrder?: Maybe<WorkOrder>;
  workOrderNumber: Scalars['String']['output'];
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
  /**
   * Entries in order, as lines of JSON for `npm run audit:verify`. Ask again with the last line's sequence
   * until it comes back empty.
   */
  auditExport: AuditExport;
  /** The end of the hash chain: note it elsewhere, and no one can shorten the chain unseen. */
  auditHead?: Maybe<AuditHead>;
  /** Newest first. */
  auditTrail: AuditEntryConnection;
  /**
   * What something is made of (DOWN) or what it went into (UP), as a graph: every node and every edge once,
   * however many ways lead there. Null when the root is unknown.
   */
  genealogy?: Maybe<Genealogy>;
};


export type QueryAuditExportArgs = {
  afterSequence?: Scalars['Decimal']['input'];
  first?: Scalars['Int']['input'];
};


export type QueryAuditTrailArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AuditFilter>;
  first: Scalars['Int']['input'];
};


export type QueryGenealogyArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  direction?: GenealogyDirection;
  maxDepth?: Scalars['Int']['input'];
  root: GenealogyRootInput;
};

/** A business rule refuses the action in the present state. */
export type RuleViolationError = UserError & {
  __typename?: 'RuleViolationError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path: Array<Scalars['String']['output']>;
};

export type SerializedPart = {
  __typename?: 'SerializedPart';
  /** Every lot that is in it, directly or through components. */
  backwardTrace?: Maybe<Array<GenealogyNode>>;
  genealogy?: Maybe<Genealogy>;
  id: Scalars['ID']['output'];
};


export type SerializedPartBackwardTraceArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
};


export type SerializedPartGenealogyArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  direction?: GenealogyDirection;
  maxDepth?: Scalars['Int']['input'];
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
  /** What the order made, of what, and how that differs from what was designed. Null when the order is unknown. */
  asBuilt?: Maybe<AsBuilt>;
  id: Scalars['ID']['output'];
};


export type WorkOrderAsBuiltArgs = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
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
  MaterialLot: MaterialLot;
  SerializedPart: SerializedPart;
  WorkOrder: WorkOrder;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  MaterialLot:
    ( { __typename: 'MaterialLot' }
    & GraphQLRecursivePick<FederationTypes['MaterialLot'], {"id":true}> );
  SerializedPart:
    ( { __typename: 'SerializedPart' }
    & GraphQLRecursivePick<FederationTypes['SerializedPart'], {"id":true}> );
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
    | ( Material )
    | ( Part )
  ;
};


/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Actor: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['Actor']>;
  ApiClient: ResolverTypeWrapper<ApiClient>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AsBuilt: ResolverTypeWrapper<FoundAsBuilt>;
  AsBuiltComponent: ResolverTypeWrapper<FoundComponent>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AsBuiltDifference: ResolverTypeWrapper<Omit<AsBuiltDifference, 'component'> & { component?: Maybe<ResolversTypes['MaterialDefinition']> }>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AsBuiltDifferenceKind: AsBuiltDifferenceKind;
  AsBuiltItem: ResolverTypeWrapper<NodeRow>;
  AsBuiltUnit: ResolverTypeWrapper<FoundUnit>;
  AuditAction: AuditAction;
  AuditEntry: ResolverTypeWrapper<AuditEntryRow>;
  AuditEntryConnection: ResolverTypeWrapper<Omit<AuditEntryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['AuditEntryEdge']>, nodes: Array<ResolversTypes['AuditEntry']> }>;
  AuditEntryEdge: ResolverTypeWrapper<Omit<AuditEntryEdge, 'node'> & { node: ResolversTypes['AuditEntry'] }>;
  AuditExport: ResolverTypeWrapper<AuditExport>;
  AuditFilter: AuditFilter;
  AuditHead: ResolverTypeWrapper<AuditHead>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  Equipment: ResolverTypeWrapper<Equipment>;
  Genealogy: ResolverTypeWrapper<FoundGenealogy>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  GenealogyDirection: GenealogyDirection;
  GenealogyEdge: ResolverTypeWrapper<ReachedEdge>;
  GenealogyNode: ResolverTypeWrapper<FoundNode>;
  GenealogyNodeKind: GenealogyNodeKind;
  GenealogyRootInput: GenealogyRootInput;
  IllegalTransitionError: ResolverTypeWrapper<IllegalTransitionError>;
  InvalidInputError: ResolverTypeWrapper<InvalidInputError>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Material: ResolverTypeWrapper<Material>;
  MaterialDefinition: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['MaterialDefinition']>;
  MaterialLot: ResolverTypeWrapper<{ id: string }>;
  NotFoundError: ResolverTypeWrapper<NotFoundError>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Part: ResolverTypeWrapper<Part>;
  ProcessStep: ResolverTypeWrapper<StepRow>;
  Quantity: ResolverTypeWrapper<Quantity>;
  QuantityInput: QuantityInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RuleViolationError: ResolverTypeWrapper<RuleViolationError>;
  SerializedPart: ResolverTypeWrapper<{ id: string }>;
  User: ResolverTypeWrapper<User>;
  UserError: ResolverTypeWrapper<UserErrorData>;
  WorkOrder: ResolverTypeWrapper<{ id: string }>;
  WorkOrderOperation: ResolverTypeWrapper<WorkOrderOperation>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Actor: ResolversUnionTypes<ResolversParentTypes>['Actor'];
  ApiClient: ApiClient;
  ID: Scalars['ID']['output'];
  AsBuilt: FoundAsBuilt;
  AsBuiltComponent: FoundComponent;
  Int: Scalars['Int']['output'];
  AsBuiltDifference: Omit<AsBuiltDifference, 'component'> & { component?: Maybe<ResolversParentTypes['MaterialDefinition']> };
  String: Scalars['String']['output'];
  AsBuiltItem: NodeRow;
  AsBuiltUnit: FoundUnit;
  AuditEntry: AuditEntryRow;
  AuditEntryConnection: Omit<AuditEntryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['AuditEntryEdge']>, nodes: Array<ResolversParentTypes['AuditEntry']> };
  AuditEntryEdge: Omit<AuditEntryEdge, 'node'> & { node: ResolversParentTypes['AuditEntry'] };
  AuditExport: AuditExport;
  AuditFilter: AuditFilter;
  AuditHead: AuditHead;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  Equipment: Equipment;
  Genealogy: FoundGenealogy;
  Boolean: Scalars['Boolean']['output'];
  GenealogyEdge: ReachedEdge;
  GenealogyNode: FoundNode;
  GenealogyRootInput: GenealogyRootInput;
  IllegalTransitionError: IllegalTransitionError;
  InvalidInputError: InvalidInputError;
  JSON: Scalars['JSON']['output'];
  Material: Material;
  MaterialDefinition: ResolversUnionTypes<ResolversParentTypes>['MaterialDefinition'];
  MaterialLot: { id: string };
  NotFoundError: NotFoundError;
  PageInfo: PageInfo;
  Part: Part;
  ProcessStep: StepRow;
  Quantity: Quantity;
  QuantityInput: QuantityInput;
  Query: Record<PropertyKey, never>;
  RuleViolationError: RuleViolationError;
  SerializedPart: { id: string };
  User: User;
  UserError: UserErrorData;
  WorkOrder: { id: string };
  WorkOrderOperation: WorkOrderOperation;
};

export type ActorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Actor'] = ResolversParentTypes['Actor']> = {
  __resolveType: TypeResolveFn<'ApiClient' | 'User', ParentType, ContextType>;
};

export type ApiClientResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiClient'] = ResolversParentTypes['ApiClient']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AsBuiltResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AsBuilt'] = ResolversParentTypes['AsBuilt']> = {
  differences?: Resolver<Array<ResolversTypes['AsBuiltDifference']>, ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['ProcessStep']>, ParentType, ContextType>;
  units?: Resolver<Array<ResolversTypes['AsBuiltUnit']>, ParentType, ContextType>;
  workOrder?: Resolver<Maybe<ResolversTypes['WorkOrder']>, ParentType, ContextType>;
};

export type AsBuiltComponentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AsBuiltComponent'] = ResolversParentTypes['AsBuiltComponent']> = {
  bomPosition?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  item?: Resolver<ResolversTypes['AsBuiltItem'], ParentType, ContextType>;
  linkedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  unlinkedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type AsBuiltDifferenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AsBuiltDifference'] = ResolversParentTypes['AsBuiltDifference']> = {
  bomPosition?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  built?: Resolver<Maybe<ResolversTypes['Quantity']>, ParentType, ContextType>;
  component?: Resolver<Maybe<ResolversTypes['MaterialDefinition']>, ParentType, ContextType>;
  componentNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  designed?: Resolver<Maybe<ResolversTypes['Quantity']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AsBuiltDifferenceKind'], ParentType, ContextType>;
  serialNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AsBuiltItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AsBuiltItem'] = ResolversParentTypes['AsBuiltItem']> = {
  definition?: Resolver<Maybe<ResolversTypes['MaterialDefinition']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['GenealogyNodeKind'], ParentType, ContextType>;
  lot?: Resolver<Maybe<ResolversTypes['MaterialLot']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  serializedPart?: Resolver<Maybe<ResolversTypes['SerializedPart']>, ParentType, ContextType>;
};

export type AsBuiltUnitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AsBuiltUnit'] = ResolversParentTypes['AsBuiltUnit']> = {
  components?: Resolver<Array<ResolversTypes['AsBuiltComponent']>, ParentType, ContextType>;
  differences?: Resolver<Array<ResolversTypes['AsBuiltDifference']>, ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AsBuiltItem'], ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['ProcessStep']>, ParentType, ContextType>;
};

export type AuditEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditEntry'] = ResolversParentTypes['AuditEntry']> = {
  action?: Resolver<ResolversTypes['AuditAction'], ParentType, ContextType>;
  actor?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  actorId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  actorName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  clientIp?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  entityId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  entityType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  eventId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  eventType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  new?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  old?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  previousHash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  traceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AuditEntryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditEntryConnection'] = ResolversParentTypes['AuditEntryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AuditEntryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['AuditEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AuditEntryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditEntryEdge'] = ResolversParentTypes['AuditEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuditEntry'], ParentType, ContextType>;
};

export type AuditExportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditExport'] = ResolversParentTypes['AuditExport']> = {
  head?: Resolver<Maybe<ResolversTypes['AuditHead']>, ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AuditHeadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AuditHead'] = ResolversParentTypes['AuditHead']> = {
  hash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sequence?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
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

export type EquipmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Equipment'] = ResolversParentTypes['Equipment']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type GenealogyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Genealogy'] = ResolversParentTypes['Genealogy']> = {
  asOf?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  depth?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  direction?: Resolver<ResolversTypes['GenealogyDirection'], ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['GenealogyEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['GenealogyNode']>, ParentType, ContextType>;
  root?: Resolver<ResolversTypes['GenealogyNode'], ParentType, ContextType>;
  truncated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type GenealogyEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GenealogyEdge'] = ResolversParentTypes['GenealogyEdge']> = {
  bomPosition?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  childId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  linkedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  linkedBy?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  linkedByName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operation?: Resolver<Maybe<ResolversTypes['WorkOrderOperation']>, ParentType, ContextType>;
  parentId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  unlinkedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  workOrder?: Resolver<Maybe<ResolversTypes['WorkOrder']>, ParentType, ContextType>;
};

export type GenealogyNodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GenealogyNode'] = ResolversParentTypes['GenealogyNode']> = {
  definition?: Resolver<Maybe<ResolversTypes['MaterialDefinition']>, ParentType, ContextType>;
  depth?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['GenealogyNodeKind'], ParentType, ContextType>;
  lot?: Resolver<Maybe<ResolversTypes['MaterialLot']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  part?: Resolver<Maybe<ResolversTypes['Part']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  serializedPart?: Resolver<Maybe<ResolversTypes['SerializedPart']>, ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['ProcessStep']>, ParentType, ContextType>;
  workOrder?: Resolver<Maybe<ResolversTypes['WorkOrder']>, ParentType, ContextType>;
};

export type IllegalTransitionErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IllegalTransitionError'] = ResolversParentTypes['IllegalTransitionError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
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

export type MaterialResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Material'] = ResolversParentTypes['Material']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MaterialDefinitionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MaterialDefinition'] = ResolversParentTypes['MaterialDefinition']> = {
  __resolveType: TypeResolveFn<'Material' | 'Part', ParentType, ContextType>;
};

export type MaterialLotResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MaterialLot'] = ResolversParentTypes['MaterialLot'], FederationReferenceType extends FederationReferenceTypes['MaterialLot'] = FederationReferenceTypes['MaterialLot']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['MaterialLot']> | FederationReferenceType, FederationReferenceType, ContextType>;
  forwardTrace?: Resolver<Maybe<Array<ResolversTypes['GenealogyNode']>>, ParentType, ContextType, Partial<MaterialLotForwardTraceArgs>>;
  genealogy?: Resolver<Maybe<ResolversTypes['Genealogy']>, ParentType, ContextType, RequireFields<MaterialLotGenealogyArgs, 'direction' | 'maxDepth'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
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

export type PartResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Part'] = ResolversParentTypes['Part']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ProcessStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProcessStep'] = ResolversParentTypes['ProcessStep']> = {
  completedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  equipment?: Resolver<Maybe<ResolversTypes['Equipment']>, ParentType, ContextType>;
  equipmentCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  good?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  operation?: Resolver<Maybe<ResolversTypes['WorkOrderOperation']>, ParentType, ContextType>;
  operationNumber?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  operator?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  operatorName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rework?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  scrap?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  workCenterCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  workOrder?: Resolver<Maybe<ResolversTypes['WorkOrder']>, ParentType, ContextType>;
  workOrderNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QuantityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Quantity'] = ResolversParentTypes['Quantity']> = {
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  auditExport?: Resolver<ResolversTypes['AuditExport'], ParentType, ContextType, RequireFields<QueryAuditExportArgs, 'afterSequence' | 'first'>>;
  auditHead?: Resolver<Maybe<ResolversTypes['AuditHead']>, ParentType, ContextType>;
  auditTrail?: Resolver<ResolversTypes['AuditEntryConnection'], ParentType, ContextType, RequireFields<QueryAuditTrailArgs, 'first'>>;
  genealogy?: Resolver<Maybe<ResolversTypes['Genealogy']>, ParentType, ContextType, RequireFields<QueryGenealogyArgs, 'direction' | 'maxDepth' | 'root'>>;
};

export type RuleViolationErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RuleViolationError'] = ResolversParentTypes['RuleViolationError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SerializedPartResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SerializedPart'] = ResolversParentTypes['SerializedPart'], FederationReferenceType extends FederationReferenceTypes['SerializedPart'] = FederationReferenceTypes['SerializedPart']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SerializedPart']> | FederationReferenceType, FederationReferenceType, ContextType>;
  backwardTrace?: Resolver<Maybe<Array<ResolversTypes['GenealogyNode']>>, ParentType, ContextType, Partial<SerializedPartBackwardTraceArgs>>;
  genealogy?: Resolver<Maybe<ResolversTypes['Genealogy']>, ParentType, ContextType, RequireFields<SerializedPartGenealogyArgs, 'direction' | 'maxDepth'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'IllegalTransitionError' | 'InvalidInputError' | 'NotFoundError' | 'RuleViolationError', ParentType, ContextType>;
};

export type WorkOrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkOrder'] = ResolversParentTypes['WorkOrder'], FederationReferenceType extends FederationReferenceTypes['WorkOrder'] = FederationReferenceTypes['WorkOrder']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['WorkOrder']> | FederationReferenceType, FederationReferenceType, ContextType>;
  asBuilt?: Resolver<Maybe<ResolversTypes['AsBuilt']>, ParentType, ContextType, Partial<WorkOrderAsBuiltArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type WorkOrderOperationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkOrderOperation'] = ResolversParentTypes['WorkOrderOperation']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Actor?: ActorResolvers<ContextType>;
  ApiClient?: ApiClientResolvers<ContextType>;
  AsBuilt?: AsBuiltResolvers<ContextType>;
  AsBuiltComponent?: AsBuiltComponentResolvers<ContextType>;
  AsBuiltDifference?: AsBuiltDifferenceResolvers<ContextType>;
  AsBuiltItem?: AsBuiltItemResolvers<ContextType>;
  AsBuiltUnit?: AsBuiltUnitResolvers<ContextType>;
  AuditEntry?: AuditEntryResolvers<ContextType>;
  AuditEntryConnection?: AuditEntryConnectionResolvers<ContextType>;
  AuditEntryEdge?: AuditEntryEdgeResolvers<ContextType>;
  AuditExport?: AuditExportResolvers<ContextType>;
  AuditHead?: AuditHeadResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  Equipment?: EquipmentResolvers<ContextType>;
  Genealogy?: GenealogyResolvers<ContextType>;
  GenealogyEdge?: GenealogyEdgeResolvers<ContextType>;
  GenealogyNode?: GenealogyNodeResolvers<ContextType>;
  IllegalTransitionError?: IllegalTransitionErrorResolvers<ContextType>;
  InvalidInputError?: InvalidInputErrorResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  Material?: MaterialResolvers<ContextType>;
  MaterialDefinition?: MaterialDefinitionResolvers<ContextType>;
  MaterialLot?: MaterialLotResolvers<ContextType>;
  NotFoundError?: NotFoundErrorResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Part?: PartResolvers<ContextType>;
  ProcessStep?: ProcessStepResolvers<ContextType>;
  Quantity?: QuantityResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RuleViolationError?: RuleViolationErrorResolvers<ContextType>;
  SerializedPart?: SerializedPartResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  WorkOrder?: WorkOrderResolvers<ContextType>;
  WorkOrderOperation?: WorkOrderOperationResolvers<ContextType>;
};

