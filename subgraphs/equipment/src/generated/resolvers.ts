import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { WorkCenterRow } from '../work-center/tables.ts';
import type { EquipmentRow, EquipmentLogEntryRow } from '../equipment/tables.ts';
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

export type ChangeEquipmentInput = {
  equipmentClass?: InputMaybe<Scalars['String']['input']>;
  id: Scalars['ID']['input'];
  manufacturer?: InputMaybe<Scalars['String']['input']>;
  model?: InputMaybe<Scalars['String']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  serialNumber?: InputMaybe<Scalars['String']['input']>;
};

export type ChangeEquipmentPayload = {
  __typename?: 'ChangeEquipmentPayload';
  equipment?: Maybe<Equipment>;
  errors: Array<UserError>;
};

export type ChangeEquipmentStatusInput = {
  id: Scalars['ID']['input'];
  /** When it happened, if earlier than now; needs operation:backdate. */
  occurredAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Required for DOWN, MAINTENANCE and OUT_OF_SERVICE. */
  reason?: InputMaybe<Scalars['String']['input']>;
  status: EquipmentStatus;
};

export type ChangeEquipmentStatusPayload = {
  __typename?: 'ChangeEquipmentStatusPayload';
  equipment?: Maybe<Equipment>;
  errors: Array<UserError>;
};

export type ChangeWorkCenterInput = {
  area?: InputMaybe<Scalars['String']['input']>;
  id: Scalars['ID']['input'];
  name?: InputMaybe<Scalars['String']['input']>;
};

export type ChangeWorkCenterPayload = {
  __typename?: 'ChangeWorkCenterPayload';
  errors: Array<UserError>;
  workCenter?: Maybe<WorkCenter>;
};

export type CreateEquipmentInput = {
  code: Scalars['String']['input'];
  equipmentClass?: InputMaybe<Scalars['String']['input']>;
  /** Chosen by the client, so that a repeated request changes nothing; a UUID. */
  id?: InputMaybe<Scalars['ID']['input']>;
  manufacturer?: InputMaybe<Scalars['String']['input']>;
  model?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  serialNumber?: InputMaybe<Scalars['String']['input']>;
  workCenterCode: Scalars['String']['input'];
};

export type CreateEquipmentPayload = {
  __typename?: 'CreateEquipmentPayload';
  equipment?: Maybe<Equipment>;
  errors: Array<UserError>;
};

export type CreateWorkCenterInput = {
  area: Scalars['String']['input'];
  code: Scalars['String']['input'];
  /** Chosen by the client, so that a repeated request changes nothing; a UUID. */
  id?: InputMaybe<Scalars['ID']['input']>;
  name: Scalars['String']['input'];
  siteId: Scalars['ID']['input'];
};

export type CreateWorkCenterPayload = {
  __typename?: 'CreateWorkCenterPayload';
  errors: Array<UserError>;
  workCenter?: Maybe<WorkCenter>;
};

/** A machine, a measuring device, a station. ISA-95: Equipment. */
export type Equipment = {
  __typename?: 'Equipment';
  /** Unique in the tenant: `HURCO-02`. */
  code: Scalars['String']['output'];
  /** What routings ask for: `3-AXIS-MILL`. ISA-95: Equipment Class. */
  equipmentClass?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  /** Newest first. */
  log: EquipmentLogEntryConnection;
  /** What its own state tag said last, whether or not that is its status; null where none says anything. */
  machineStatus?: Maybe<EquipmentStatus>;
  machineStatusSince?: Maybe<Scalars['DateTime']['output']>;
  manufacturer?: Maybe<Scalars['String']['output']>;
  model?: Maybe<Scalars['String']['output']>;
  name: Scalars['String']['output'];
  serialNumber?: Maybe<Scalars['String']['output']>;
  site?: Maybe<Site>;
  status: EquipmentStatus;
  /** Why it is in this state, where that was said. */
  statusReason?: Maybe<Scalars['String']['output']>;
  statusSince: Scalars['DateTime']['output'];
  statusSource: EquipmentStatusSource;
  workCenter: WorkCenter;
};


/** A machine, a measuring device, a station. ISA-95: Equipment. */
export type EquipmentLogArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

export type EquipmentConnection = {
  __typename?: 'EquipmentConnection';
  edges: Array<EquipmentEdge>;
  nodes: Array<Equipment>;
  pageInfo: PageInfo;
};

export type EquipmentEdge = {
  __typename?: 'EquipmentEdge';
  cursor: Scalars['String']['output'];
  node: Equipment;
};

export type EquipmentFilter = {
  equipmentClass?: InputMaybe<Scalars['String']['input']>;
  siteId?: InputMaybe<Scalars['ID']['input']>;
  status?: InputMaybe<EquipmentStatus>;
  workCenterCode?: InputMaybe<Scalars['String']['input']>;
};

export type EquipmentLogEntry = {
  __typename?: 'EquipmentLogEntry';
  /** Who did it, a person or a program; null for the plant itself. */
  actor?: Maybe<Actor>;
  actorName: Scalars['String']['output'];
  description?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  kind: EquipmentLogKind;
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
  operation?: Maybe<WorkOrderOperation>;
  /** When the server recorded it. */
  recordedAt: Scalars['DateTime']['output'];
  /** Whose word it is. */
  source: EquipmentStatusSource;
  statusFrom?: Maybe<EquipmentStatus>;
  statusTo?: Maybe<EquipmentStatus>;
};

export type EquipmentLogEntryConnection = {
  __typename?: 'EquipmentLogEntryConnection';
  edges: Array<EquipmentLogEntryEdge>;
  nodes: Array<EquipmentLogEntry>;
  pageInfo: PageInfo;
};

export type EquipmentLogEntryEdge = {
  __typename?: 'EquipmentLogEntryEdge';
  cursor: Scalars['String']['output'];
  node: EquipmentLogEntry;
};

export type EquipmentLogKind =
  /** The machine said it and the status stayed: a person's word holds, or it came too late. */
  | 'MACHINE_REPORT'
  | 'NOTE'
  | 'STATUS_CHANGE'
  /** An operation was started on a machine that was down, in maintenance or out of service by then. */
  | 'USE_CONFLICT';

export type EquipmentStatus =
  | 'AVAILABLE'
  /** It is broken. */
  | 'DOWN'
  /** An operation runs on it. */
  | 'IN_USE'
  | 'MAINTENANCE'
  /** Not to be used until further notice. */
  | 'OUT_OF_SERVICE'
  /** It is being set up. */
  | 'SETUP'
  /** It told its state itself, and is no longer heard. */
  | 'UNKNOWN';

/** Whose word a state is. */
export type EquipmentStatusSource =
  /** Its own state tag's. */
  | 'MACHINE'
  /** An operation started or ended on it. */
  | 'OPERATION'
  | 'PERSON';

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

export type Mutation = {
  __typename?: 'Mutation';
  changeEquipment: ChangeEquipmentPayload;
  /** Says in what state a machine is. A machine that an operation holds cannot be made AVAILABLE by hand. */
  changeEquipmentStatus: ChangeEquipmentStatusPayload;
  changeWorkCenter: ChangeWorkCenterPayload;
  createEquipment: CreateEquipmentPayload;
  createWorkCenter: CreateWorkCenterPayload;
};


export type MutationChangeEquipmentArgs = {
  input: ChangeEquipmentInput;
};


export type MutationChangeEquipmentStatusArgs = {
  input: ChangeEquipmentStatusInput;
};


export type MutationChangeWorkCenterArgs = {
  input: ChangeWorkCenterInput;
};


export type MutationCreateEquipmentArgs = {
  input: CreateEquipmentInput;
};


export type MutationCreateWorkCenterArgs = {
  input: CreateWorkCenterInput;
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
  /** By code. */
  allEquipment: EquipmentConnection;
  equipment?: Maybe<Equipment>;
  equipmentByCode?: Maybe<Equipment>;
  workCenter?: Maybe<WorkCenter>;
  workCenterByCode?: Maybe<WorkCenter>;
  /** By code. */
  workCenters: WorkCenterConnection;
};


export type QueryAllEquipmentArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EquipmentFilter>;
  first: Scalars['Int']['input'];
};


export type QueryEquipmentArgs = {
  id: Scalars['ID']['input'];
};


export type QueryEquipmentByCodeArgs = {
  code: Scalars['String']['input'];
};


export type QueryWorkCenterArgs = {
  id: Scalars['ID']['input'];
};


export type QueryWorkCenterByCodeArgs = {
  code: Scalars['String']['input'];
};


export type QueryWorkCentersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** A business rule refuses the action in the present state. */
export type RuleViolationError = UserError & {
  __typename?: 'RuleViolationError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path: Array<Scalars['String']['output']>;
};

export type Site = {
  __typename?: 'Site';
  id: Scalars['ID']['output'];
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

/** A place that does one kind of work. ISA-95: Work Center. */
export type WorkCenter = {
  __typename?: 'WorkCenter';
  /** ISA-95 area, a token of the unified namespace's topics. */
  area: Scalars['String']['output'];
  /** Unique in the tenant: `MILL-02`. */
  code: Scalars['String']['output'];
  equipment: Array<Equipment>;
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  site?: Maybe<Site>;
};

export type WorkCenterConnection = {
  __typename?: 'WorkCenterConnection';
  edges: Array<WorkCenterEdge>;
  nodes: Array<WorkCenter>;
  pageInfo: PageInfo;
};

export type WorkCenterEdge = {
  __typename?: 'WorkCenterEdge';
  cursor: Scalars['String']['output'];
  node: WorkCenter;
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
  Equipment: Equipment;
  WorkCenter: WorkCenter;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Equipment:
    ( { __typename: 'Equipment' }
    & ( GraphQLRecursivePick<FederationTypes['Equipment'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['Equipment'], {"code":true}> ) );
  WorkCenter:
    ( { __typename: 'WorkCenter' }
    & ( GraphQLRecursivePick<FederationTypes['WorkCenter'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['WorkCenter'], {"code":true}> ) );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  Actor:
    | ( ApiClient )
    | ( User )
  ;
};


/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Actor: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['Actor']>;
  ApiClient: ResolverTypeWrapper<ApiClient>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ChangeEquipmentInput: ChangeEquipmentInput;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ChangeEquipmentPayload: ResolverTypeWrapper<Omit<ChangeEquipmentPayload, 'equipment' | 'errors'> & { equipment?: Maybe<ResolversTypes['Equipment']>, errors: Array<ResolversTypes['UserError']> }>;
  ChangeEquipmentStatusInput: ChangeEquipmentStatusInput;
  ChangeEquipmentStatusPayload: ResolverTypeWrapper<Omit<ChangeEquipmentStatusPayload, 'equipment' | 'errors'> & { equipment?: Maybe<ResolversTypes['Equipment']>, errors: Array<ResolversTypes['UserError']> }>;
  ChangeWorkCenterInput: ChangeWorkCenterInput;
  ChangeWorkCenterPayload: ResolverTypeWrapper<Omit<ChangeWorkCenterPayload, 'errors' | 'workCenter'> & { errors: Array<ResolversTypes['UserError']>, workCenter?: Maybe<ResolversTypes['WorkCenter']> }>;
  CreateEquipmentInput: CreateEquipmentInput;
  CreateEquipmentPayload: ResolverTypeWrapper<Omit<CreateEquipmentPayload, 'equipment' | 'errors'> & { equipment?: Maybe<ResolversTypes['Equipment']>, errors: Array<ResolversTypes['UserError']> }>;
  CreateWorkCenterInput: CreateWorkCenterInput;
  CreateWorkCenterPayload: ResolverTypeWrapper<Omit<CreateWorkCenterPayload, 'errors' | 'workCenter'> & { errors: Array<ResolversTypes['UserError']>, workCenter?: Maybe<ResolversTypes['WorkCenter']> }>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  Equipment: ResolverTypeWrapper<EquipmentRow>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  EquipmentConnection: ResolverTypeWrapper<Omit<EquipmentConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['EquipmentEdge']>, nodes: Array<ResolversTypes['Equipment']> }>;
  EquipmentEdge: ResolverTypeWrapper<Omit<EquipmentEdge, 'node'> & { node: ResolversTypes['Equipment'] }>;
  EquipmentFilter: EquipmentFilter;
  EquipmentLogEntry: ResolverTypeWrapper<EquipmentLogEntryRow>;
  EquipmentLogEntryConnection: ResolverTypeWrapper<Omit<EquipmentLogEntryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['EquipmentLogEntryEdge']>, nodes: Array<ResolversTypes['EquipmentLogEntry']> }>;
  EquipmentLogEntryEdge: ResolverTypeWrapper<Omit<EquipmentLogEntryEdge, 'node'> & { node: ResolversTypes['EquipmentLogEntry'] }>;
  EquipmentLogKind: EquipmentLogKind;
  EquipmentStatus: EquipmentStatus;
  EquipmentStatusSource: EquipmentStatusSource;
  IllegalTransitionError: ResolverTypeWrapper<IllegalTransitionError>;
  InvalidInputError: ResolverTypeWrapper<InvalidInputError>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NotFoundError: ResolverTypeWrapper<NotFoundError>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Quantity: ResolverTypeWrapper<Quantity>;
  QuantityInput: QuantityInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RuleViolationError: ResolverTypeWrapper<RuleViolationError>;
  Site: ResolverTypeWrapper<Site>;
  User: ResolverTypeWrapper<User>;
  UserError: ResolverTypeWrapper<UserErrorData>;
  WorkCenter: ResolverTypeWrapper<WorkCenterRow>;
  WorkCenterConnection: ResolverTypeWrapper<Omit<WorkCenterConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['WorkCenterEdge']>, nodes: Array<ResolversTypes['WorkCenter']> }>;
  WorkCenterEdge: ResolverTypeWrapper<Omit<WorkCenterEdge, 'node'> & { node: ResolversTypes['WorkCenter'] }>;
  WorkOrderOperation: ResolverTypeWrapper<WorkOrderOperation>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Actor: ResolversUnionTypes<ResolversParentTypes>['Actor'];
  ApiClient: ApiClient;
  ID: Scalars['ID']['output'];
  ChangeEquipmentInput: ChangeEquipmentInput;
  String: Scalars['String']['output'];
  ChangeEquipmentPayload: Omit<ChangeEquipmentPayload, 'equipment' | 'errors'> & { equipment?: Maybe<ResolversParentTypes['Equipment']>, errors: Array<ResolversParentTypes['UserError']> };
  ChangeEquipmentStatusInput: ChangeEquipmentStatusInput;
  ChangeEquipmentStatusPayload: Omit<ChangeEquipmentStatusPayload, 'equipment' | 'errors'> & { equipment?: Maybe<ResolversParentTypes['Equipment']>, errors: Array<ResolversParentTypes['UserError']> };
  ChangeWorkCenterInput: ChangeWorkCenterInput;
  ChangeWorkCenterPayload: Omit<ChangeWorkCenterPayload, 'errors' | 'workCenter'> & { errors: Array<ResolversParentTypes['UserError']>, workCenter?: Maybe<ResolversParentTypes['WorkCenter']> };
  CreateEquipmentInput: CreateEquipmentInput;
  CreateEquipmentPayload: Omit<CreateEquipmentPayload, 'equipment' | 'errors'> & { equipment?: Maybe<ResolversParentTypes['Equipment']>, errors: Array<ResolversParentTypes['UserError']> };
  CreateWorkCenterInput: CreateWorkCenterInput;
  CreateWorkCenterPayload: Omit<CreateWorkCenterPayload, 'errors' | 'workCenter'> & { errors: Array<ResolversParentTypes['UserError']>, workCenter?: Maybe<ResolversParentTypes['WorkCenter']> };
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  Equipment: EquipmentRow;
  Int: Scalars['Int']['output'];
  EquipmentConnection: Omit<EquipmentConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['EquipmentEdge']>, nodes: Array<ResolversParentTypes['Equipment']> };
  EquipmentEdge: Omit<EquipmentEdge, 'node'> & { node: ResolversParentTypes['Equipment'] };
  EquipmentFilter: EquipmentFilter;
  EquipmentLogEntry: EquipmentLogEntryRow;
  EquipmentLogEntryConnection: Omit<EquipmentLogEntryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['EquipmentLogEntryEdge']>, nodes: Array<ResolversParentTypes['EquipmentLogEntry']> };
  EquipmentLogEntryEdge: Omit<EquipmentLogEntryEdge, 'node'> & { node: ResolversParentTypes['EquipmentLogEntry'] };
  IllegalTransitionError: IllegalTransitionError;
  InvalidInputError: InvalidInputError;
  JSON: Scalars['JSON']['output'];
  Mutation: Record<PropertyKey, never>;
  NotFoundError: NotFoundError;
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  Quantity: Quantity;
  QuantityInput: QuantityInput;
  Query: Record<PropertyKey, never>;
  RuleViolationError: RuleViolationError;
  Site: Site;
  User: User;
  UserError: UserErrorData;
  WorkCenter: WorkCenterRow;
  WorkCenterConnection: Omit<WorkCenterConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['WorkCenterEdge']>, nodes: Array<ResolversParentTypes['WorkCenter']> };
  WorkCenterEdge: Omit<WorkCenterEdge, 'node'> & { node: ResolversParentTypes['WorkCenter'] };
  WorkOrderOperation: WorkOrderOperation;
};

export type ActorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Actor'] = ResolversParentTypes['Actor']> = {
  __resolveType: TypeResolveFn<'ApiClient' | 'User', ParentType, ContextType>;
};

export type ApiClientResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiClient'] = ResolversParentTypes['ApiClient']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ChangeEquipmentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeEquipmentPayload'] = ResolversParentTypes['ChangeEquipmentPayload']> = {
  equipment?: Resolver<Maybe<ResolversTypes['Equipment']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ChangeEquipmentStatusPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeEquipmentStatusPayload'] = ResolversParentTypes['ChangeEquipmentStatusPayload']> = {
  equipment?: Resolver<Maybe<ResolversTypes['Equipment']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ChangeWorkCenterPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeWorkCenterPayload'] = ResolversParentTypes['ChangeWorkCenterPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  workCenter?: Resolver<Maybe<ResolversTypes['WorkCenter']>, ParentType, ContextType>;
};

export type CreateEquipmentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateEquipmentPayload'] = ResolversParentTypes['CreateEquipmentPayload']> = {
  equipment?: Resolver<Maybe<ResolversTypes['Equipment']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateWorkCenterPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateWorkCenterPayload'] = ResolversParentTypes['CreateWorkCenterPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  workCenter?: Resolver<Maybe<ResolversTypes['WorkCenter']>, ParentType, ContextType>;
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

export type EquipmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Equipment'] = ResolversParentTypes['Equipment'], FederationReferenceType extends FederationReferenceTypes['Equipment'] = FederationReferenceTypes['Equipment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Equipment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  equipmentClass?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  log?: Resolver<ResolversTypes['EquipmentLogEntryConnection'], ParentType, ContextType, RequireFields<EquipmentLogArgs, 'first'>>;
  machineStatus?: Resolver<Maybe<ResolversTypes['EquipmentStatus']>, ParentType, ContextType>;
  machineStatusSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  manufacturer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  model?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  serialNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  site?: Resolver<Maybe<ResolversTypes['Site']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['EquipmentStatus'], ParentType, ContextType>;
  statusReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  statusSince?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  statusSource?: Resolver<ResolversTypes['EquipmentStatusSource'], ParentType, ContextType>;
  workCenter?: Resolver<ResolversTypes['WorkCenter'], ParentType, ContextType>;
};

export type EquipmentConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EquipmentConnection'] = ResolversParentTypes['EquipmentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['EquipmentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Equipment']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type EquipmentEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EquipmentEdge'] = ResolversParentTypes['EquipmentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Equipment'], ParentType, ContextType>;
};

export type EquipmentLogEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EquipmentLogEntry'] = ResolversParentTypes['EquipmentLogEntry']> = {
  actor?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  actorName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['EquipmentLogKind'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  operation?: Resolver<Maybe<ResolversTypes['WorkOrderOperation']>, ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['EquipmentStatusSource'], ParentType, ContextType>;
  statusFrom?: Resolver<Maybe<ResolversTypes['EquipmentStatus']>, ParentType, ContextType>;
  statusTo?: Resolver<Maybe<ResolversTypes['EquipmentStatus']>, ParentType, ContextType>;
};

export type EquipmentLogEntryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EquipmentLogEntryConnection'] = ResolversParentTypes['EquipmentLogEntryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['EquipmentLogEntryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['EquipmentLogEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type EquipmentLogEntryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EquipmentLogEntryEdge'] = ResolversParentTypes['EquipmentLogEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['EquipmentLogEntry'], ParentType, ContextType>;
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

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  changeEquipment?: Resolver<ResolversTypes['ChangeEquipmentPayload'], ParentType, ContextType, RequireFields<MutationChangeEquipmentArgs, 'input'>>;
  changeEquipmentStatus?: Resolver<ResolversTypes['ChangeEquipmentStatusPayload'], ParentType, ContextType, RequireFields<MutationChangeEquipmentStatusArgs, 'input'>>;
  changeWorkCenter?: Resolver<ResolversTypes['ChangeWorkCenterPayload'], ParentType, ContextType, RequireFields<MutationChangeWorkCenterArgs, 'input'>>;
  createEquipment?: Resolver<ResolversTypes['CreateEquipmentPayload'], ParentType, ContextType, RequireFields<MutationCreateEquipmentArgs, 'input'>>;
  createWorkCenter?: Resolver<ResolversTypes['CreateWorkCenterPayload'], ParentType, ContextType, RequireFields<MutationCreateWorkCenterArgs, 'input'>>;
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

export type QuantityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Quantity'] = ResolversParentTypes['Quantity']> = {
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  allEquipment?: Resolver<ResolversTypes['EquipmentConnection'], ParentType, ContextType, RequireFields<QueryAllEquipmentArgs, 'first'>>;
  equipment?: Resolver<Maybe<ResolversTypes['Equipment']>, ParentType, ContextType, RequireFields<QueryEquipmentArgs, 'id'>>;
  equipmentByCode?: Resolver<Maybe<ResolversTypes['Equipment']>, ParentType, ContextType, RequireFields<QueryEquipmentByCodeArgs, 'code'>>;
  workCenter?: Resolver<Maybe<ResolversTypes['WorkCenter']>, ParentType, ContextType, RequireFields<QueryWorkCenterArgs, 'id'>>;
  workCenterByCode?: Resolver<Maybe<ResolversTypes['WorkCenter']>, ParentType, ContextType, RequireFields<QueryWorkCenterByCodeArgs, 'code'>>;
  workCenters?: Resolver<ResolversTypes['WorkCenterConnection'], ParentType, ContextType, RequireFields<QueryWorkCentersArgs, 'first'>>;
};

export type RuleViolationErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RuleViolationError'] = ResolversParentTypes['RuleViolationError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SiteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Site'] = ResolversParentTypes['Site']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'IllegalTransitionError' | 'InvalidInputError' | 'NotFoundError' | 'RuleViolationError', ParentType, ContextType>;
};

export type WorkCenterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkCenter'] = ResolversParentTypes['WorkCenter'], FederationReferenceType extends FederationReferenceTypes['WorkCenter'] = FederationReferenceTypes['WorkCenter']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['WorkCenter']> | FederationReferenceType, FederationReferenceType, ContextType>;
  area?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  equipment?: Resolver<Array<ResolversTypes['Equipment']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  site?: Resolver<Maybe<ResolversTypes['Site']>, ParentType, ContextType>;
};

export type WorkCenterConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkCenterConnection'] = ResolversParentTypes['WorkCenterConnection']> = {
  edges?: Resolver<Array<ResolversTypes['WorkCenterEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['WorkCenter']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type WorkCenterEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkCenterEdge'] = ResolversParentTypes['WorkCenterEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['WorkCenter'], ParentType, ContextType>;
};

export type WorkOrderOperationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkOrderOperation'] = ResolversParentTypes['WorkOrderOperation']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Actor?: ActorResolvers<ContextType>;
  ApiClient?: ApiClientResolvers<ContextType>;
  ChangeEquipmentPayload?: ChangeEquipmentPayloadResolvers<ContextType>;
  ChangeEquipmentStatusPayload?: ChangeEquipmentStatusPayloadResolvers<ContextType>;
  ChangeWorkCenterPayload?: ChangeWorkCenterPayloadResolvers<ContextType>;
  CreateEquipmentPayload?: CreateEquipmentPayloadResolvers<ContextType>;
  CreateWorkCenterPayload?: CreateWorkCenterPayloadResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  Equipment?: EquipmentResolvers<ContextType>;
  EquipmentConnection?: EquipmentConnectionResolvers<ContextType>;
  EquipmentEdge?: EquipmentEdgeResolvers<ContextType>;
  EquipmentLogEntry?: EquipmentLogEntryResolvers<ContextType>;
  EquipmentLogEntryConnection?: EquipmentLogEntryConnectionResolvers<ContextType>;
  EquipmentLogEntryEdge?: EquipmentLogEntryEdgeResolvers<ContextType>;
  IllegalTransitionError?: IllegalTransitionErrorResolvers<ContextType>;
  InvalidInputError?: InvalidInputErrorResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  Mutation?: MutationResolvers<ContextType>;
  NotFoundError?: NotFoundErrorResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Quantity?: QuantityResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RuleViolationError?: RuleViolationErrorResolvers<ContextType>;
  Site?: SiteResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  WorkCenter?: WorkCenterResolvers<ContextType>;
  WorkCenterConnection?: WorkCenterConnectionResolvers<ContextType>;
  WorkCenterEdge?: WorkCenterEdgeResolvers<ContextType>;
  WorkOrderOperation?: WorkOrderOperationResolvers<ContextType>;
};

