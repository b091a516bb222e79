import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { IntegrationMessageRow, MessageWorkOrderRow } from '../integration-message/tables.ts';
import type { MessageError } from '../integration-message/integration-message.ts';
import type { UserErrorData, Context } from '@machshop/server';
import type { DeadLetterRow } from '../dead-letter/tables.ts';
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

export type AcknowledgeMessageInput = {
  /** Whether the other system took it; if not, it is REJECTED. */
  accepted: Scalars['Boolean']['input'];
  id: Scalars['ID']['input'];
  /** What the other system says to it. */
  note?: InputMaybe<Scalars['String']['input']>;
};

export type AcknowledgeMessagePayload = {
  __typename?: 'AcknowledgeMessagePayload';
  errors: Array<UserError>;
  message?: Maybe<IntegrationMessage>;
};

/** Who did something: a person or a program. */
export type Actor = ApiClient | User;

/** It was acknowledged before, otherwise. */
export type AlreadyAcknowledgedError = UserError & {
  __typename?: 'AlreadyAcknowledgedError';
  accepted: Scalars['Boolean']['output'];
  acknowledgedAt: Scalars['DateTime']['output'];
  acknowledgedByName: Scalars['String']['output'];
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path: Array<Scalars['String']['output']>;
};

export type ApiClient = {
  __typename?: 'ApiClient';
  id: Scalars['ID']['output'];
};

/** An event that a consumer gave up on. */
export type DeadLetter = {
  __typename?: 'DeadLetter';
  /** Subgraph and consumer: `work-orders-quality-inspection-completed`. */
  consumer: Scalars['String']['output'];
  /** The event as it was received. */
  envelope: Scalars['String']['output'];
  /** Why the last try failed. */
  error: Scalars['String']['output'];
  /** When the event was recorded. */
  eventAt?: Maybe<Scalars['DateTime']['output']>;
  eventId?: Maybe<Scalars['String']['output']>;
  eventType?: Maybe<Scalars['String']['output']>;
  failedAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  /** Why it was replayed or discarded. */
  reason?: Maybe<Scalars['String']['output']>;
  resolvedAt?: Maybe<Scalars['DateTime']['output']>;
  /** A person or a program. */
  resolvedBy?: Maybe<Actor>;
  resolvedByName?: Maybe<Scalars['String']['output']>;
  state: DeadLetterState;
  /** Where the event was: `mes.<tenant>.work-orders.work-order.<id>.completed`. */
  subject: Scalars['String']['output'];
  tries: Scalars['Int']['output'];
};

export type DeadLetterConnection = {
  __typename?: 'DeadLetterConnection';
  edges: Array<DeadLetterEdge>;
  nodes: Array<DeadLetter>;
  pageInfo: PageInfo;
};

export type DeadLetterEdge = {
  __typename?: 'DeadLetterEdge';
  cursor: Scalars['String']['output'];
  node: DeadLetter;
};

export type DeadLetterFilter = {
  consumer?: InputMaybe<Scalars['String']['input']>;
  eventType?: InputMaybe<Scalars['String']['input']>;
  state?: InputMaybe<DeadLetterState>;
};

export type DeadLetterState =
  /** Somebody decided that it is not needed. */
  | 'DISCARDED'
  | 'OPEN'
  /** It was sent again. */
  | 'REPLAYED';

export type DiscardDeadLetterInput = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};

export type DiscardDeadLetterPayload = {
  __typename?: 'DiscardDeadLetterPayload';
  deadLetter?: Maybe<DeadLetter>;
  errors: Array<UserError>;
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

export type IntegrationDirection =
  | 'IN'
  | 'OUT';

/** A message exchanged with another system, kept byte by byte. */
export type IntegrationMessage = {
  __typename?: 'IntegrationMessage';
  acknowledgement?: Maybe<MessageAcknowledgement>;
  /** The message itself; null when its bytes are no text. All that one answer holds is at most 32 MiB. */
  content?: Maybe<Scalars['String']['output']>;
  /** Its very bytes, base64. */
  contentBase64: Scalars['String']['output'];
  direction: IntegrationDirection;
  /** In the order of their lines; at most 1,000. */
  errors: Array<IntegrationMessageError>;
  /** The sender's own id: BODID, else the ID of its first object. Null when it could not be read. */
  externalId?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  kind: IntegrationMessageKind;
  /** The ID of the schedule, routing or performance inside. */
  objectId?: Maybe<Scalars['String']['output']>;
  /** When it was received, or made for sending. */
  receivedAt: Scalars['DateTime']['output'];
  /** The routing that it made. */
  routing?: Maybe<Routing>;
  /** When its sender says that it was made. */
  sentAt?: Maybe<Scalars['DateTime']['output']>;
  /** SHA-256 of its bytes, hexadecimal. */
  sha256: Scalars['String']['output'];
  site?: Maybe<Site>;
  sizeBytes: Scalars['Int']['output'];
  state: IntegrationMessageState;
  /** The orders that it made or tells of, by number. */
  workOrders: MessageWorkOrderConnection;
};


/** A message exchanged with another system, kept byte by byte. */
export type IntegrationMessageWorkOrdersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

export type IntegrationMessageConnection = {
  __typename?: 'IntegrationMessageConnection';
  edges: Array<IntegrationMessageEdge>;
  nodes: Array<IntegrationMessage>;
  pageInfo: PageInfo;
};

export type IntegrationMessageEdge = {
  __typename?: 'IntegrationMessageEdge';
  cursor: Scalars['String']['output'];
  node: IntegrationMessage;
};

/** One thing that is wrong with a message. */
export type IntegrationMessageError = {
  __typename?: 'IntegrationMessageError';
  /** Path from the root: `OperationsSchedule/OperationsRequest[2]/Priority`. */
  element: Scalars['String']['output'];
  /** 1-based; 0 when the message as a whole is meant. */
  line: Scalars['Int']['output'];
  /** For people; may change. */
  message: Scalars['String']['output'];
  /** Stable, for programs: `QUANTITY_NOT_A_DECIMAL`. */
  rule: Scalars['String']['output'];
};

export type IntegrationMessageFilter = {
  direction?: InputMaybe<IntegrationDirection>;
  kind?: InputMaybe<IntegrationMessageKind>;
  state?: InputMaybe<IntegrationMessageState>;
  workOrderId?: InputMaybe<Scalars['ID']['input']>;
};

export type IntegrationMessageKind =
  /** Material that went into work. */
  | 'MATERIAL_ACTUAL'
  /** What became of an order. */
  | 'PERFORMANCE'
  /** A routing of the PLM. */
  | 'ROUTING'
  /** Orders of the ERP. */
  | 'SCHEDULE'
  /** It could not be understood. */
  | 'UNKNOWN';

export type IntegrationMessageOrder =
  | 'NEWEST_FIRST'
  | 'OLDEST_FIRST';

export type IntegrationMessageState =
  /** The other system has it. */
  | 'ACKNOWLEDGED'
  /** What it asks for exists. */
  | 'APPLIED'
  /** To be fetched by the other system. */
  | 'PENDING'
  /** Understood, and handed to its domain, which has not answered yet. */
  | 'RECEIVED'
  /** Nothing was made of it; `errors` or `acknowledgement` say why. */
  | 'REJECTED';

/** An input value breaks a rule. */
export type InvalidInputError = UserError & {
  __typename?: 'InvalidInputError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path: Array<Scalars['String']['output']>;
};

export type MessageAcknowledgement = {
  __typename?: 'MessageAcknowledgement';
  accepted: Scalars['Boolean']['output'];
  acknowledgedAt: Scalars['DateTime']['output'];
  /** A person or a program. */
  acknowledgedBy?: Maybe<Actor>;
  acknowledgedByName: Scalars['String']['output'];
  note?: Maybe<Scalars['String']['output']>;
};

/** The message is kept, but nothing comes of it. */
export type MessageRejectedError = UserError & {
  __typename?: 'MessageRejectedError';
  code: Scalars['String']['output'];
  faults: Array<IntegrationMessageError>;
  message: Scalars['String']['output'];
  path: Array<Scalars['String']['output']>;
};

export type MessageWorkOrder = {
  __typename?: 'MessageWorkOrder';
  /** The request of the schedule. */
  requestId?: Maybe<Scalars['String']['output']>;
  workOrder?: Maybe<WorkOrder>;
  workOrderNumber: Scalars['String']['output'];
};

export type MessageWorkOrderConnection = {
  __typename?: 'MessageWorkOrderConnection';
  edges: Array<MessageWorkOrderEdge>;
  nodes: Array<MessageWorkOrder>;
  pageInfo: PageInfo;
};

export type MessageWorkOrderEdge = {
  __typename?: 'MessageWorkOrderEdge';
  cursor: Scalars['String']['output'];
  node: MessageWorkOrder;
};

export type Mutation = {
  __typename?: 'Mutation';
  /** The other system says whether it took an outgoing message. The same answer again changes nothing. */
  acknowledgeMessage: AcknowledgeMessagePayload;
  /** It will not be sent again. */
  discardDeadLetter: DiscardDeadLetterPayload;
  /**
   * Takes a B2MML message in: OperationsSchedule, OperationsDefinition or ProcessSegment of V7, or the plant's
   * simplified ProductionSchedule and ProcessSegment. It is kept as it came. What is wrong with it makes it
   * REJECTED, and nothing comes of it. The same message again changes nothing and answers with the first.
   */
  receiveB2mml: ReceiveB2mmlPayload;
  /**
   * Sends the event again, to its own subject: only the consumer that gave up on it acts, the others have it.
   * When it fails again, that is a new dead letter.
   */
  replayDeadLetter: ReplayDeadLetterPayload;
  /**
   * A rejected message is read and tried again (its part is published by now), or offered to the other system
   * again when that one had rejected it.
   */
  retryMessage: RetryMessagePayload;
};


export type MutationAcknowledgeMessageArgs = {
  input: AcknowledgeMessageInput;
};


export type MutationDiscardDeadLetterArgs = {
  input: DiscardDeadLetterInput;
};


export type MutationReceiveB2mmlArgs = {
  input: ReceiveB2mmlInput;
};


export type MutationReplayDeadLetterArgs = {
  input: ReplayDeadLetterInput;
};


export type MutationRetryMessageArgs = {
  input: RetryMessageInput;
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
  deadLetter?: Maybe<DeadLetter>;
  /** Newest first. */
  deadLetters: DeadLetterConnection;
  integrationMessage?: Maybe<IntegrationMessage>;
  /** By the sender's own id: the message that holds it, else the newest one rejected under it. */
  integrationMessageByExternalId?: Maybe<IntegrationMessage>;
  /**
   * By the time they were received or made. A system that pulls asks for PENDING ones, oldest first, and
   * acknowledges each.
   */
  integrationMessages: IntegrationMessageConnection;
};


export type QueryDeadLetterArgs = {
  id: Scalars['ID']['input'];
};


export type QueryDeadLettersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DeadLetterFilter>;
  first: Scalars['Int']['input'];
};


export type QueryIntegrationMessageArgs = {
  id: Scalars['ID']['input'];
};


export type QueryIntegrationMessageByExternalIdArgs = {
  direction?: IntegrationDirection;
  externalId: Scalars['String']['input'];
};


export type QueryIntegrationMessagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<IntegrationMessageFilter>;
  first: Scalars['Int']['input'];
  order?: IntegrationMessageOrder;
};

/** One of the two. */
export type ReceiveB2mmlInput = {
  /** The message's bytes, base64: for encodings other than UTF-8. At most 8 MiB decoded. */
  contentBase64?: InputMaybe<Scalars['String']['input']>;
  /** The message as text; what its XML declaration says of an encoding does not matter then. At most 8 MiB in UTF-8. */
  xml?: InputMaybe<Scalars['String']['input']>;
};

export type ReceiveB2mmlPayload = {
  __typename?: 'ReceiveB2mmlPayload';
  errors: Array<UserError>;
  /** Kept also when it is rejected. */
  message?: Maybe<IntegrationMessage>;
  outcome?: Maybe<ReceiveOutcome>;
};

export type ReceiveOutcome =
  /** Understood, and handed on. */
  | 'ACCEPTED'
  /** It was here before; `message` is the first. */
  | 'DUPLICATE'
  /** Kept with its errors. */
  | 'REJECTED';

export type ReplayDeadLetterInput = {
  id: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};

export type ReplayDeadLetterPayload = {
  __typename?: 'ReplayDeadLetterPayload';
  deadLetter?: Maybe<DeadLetter>;
  errors: Array<UserError>;
};

export type RetryMessageInput = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};

export type RetryMessagePayload = {
  __typename?: 'RetryMessagePayload';
  errors: Array<UserError>;
  message?: Maybe<IntegrationMessage>;
};

export type Routing = {
  __typename?: 'Routing';
  id: Scalars['ID']['output'];
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

export type WorkOrder = {
  __typename?: 'WorkOrder';
  id: Scalars['ID']['output'];
  /** The message that made it, and those that tell of it; oldest first. */
  integrationMessages?: Maybe<IntegrationMessageConnection>;
};


export type WorkOrderIntegrationMessagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
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
  DeadLetter: DeadLetter;
  IntegrationMessage: IntegrationMessage;
  WorkOrder: WorkOrder;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  DeadLetter:
    ( { __typename: 'DeadLetter' }
    & GraphQLRecursivePick<FederationTypes['DeadLetter'], {"id":true}> );
  IntegrationMessage:
    ( { __typename: 'IntegrationMessage' }
    & GraphQLRecursivePick<FederationTypes['IntegrationMessage'], {"id":true}> );
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
};


/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AcknowledgeMessageInput: AcknowledgeMessageInput;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AcknowledgeMessagePayload: ResolverTypeWrapper<Omit<AcknowledgeMessagePayload, 'errors' | 'message'> & { errors: Array<ResolversTypes['UserError']>, message?: Maybe<ResolversTypes['IntegrationMessage']> }>;
  Actor: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['Actor']>;
  AlreadyAcknowledgedError: ResolverTypeWrapper<UserErrorData>;
  ApiClient: ResolverTypeWrapper<ApiClient>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeadLetter: ResolverTypeWrapper<DeadLetterRow>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  DeadLetterConnection: ResolverTypeWrapper<Omit<DeadLetterConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['DeadLetterEdge']>, nodes: Array<ResolversTypes['DeadLetter']> }>;
  DeadLetterEdge: ResolverTypeWrapper<Omit<DeadLetterEdge, 'node'> & { node: ResolversTypes['DeadLetter'] }>;
  DeadLetterFilter: DeadLetterFilter;
  DeadLetterState: DeadLetterState;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  DiscardDeadLetterInput: DiscardDeadLetterInput;
  DiscardDeadLetterPayload: ResolverTypeWrapper<Omit<DiscardDeadLetterPayload, 'deadLetter' | 'errors'> & { deadLetter?: Maybe<ResolversTypes['DeadLetter']>, errors: Array<ResolversTypes['UserError']> }>;
  IllegalTransitionError: ResolverTypeWrapper<IllegalTransitionError>;
  IntegrationDirection: IntegrationDirection;
  IntegrationMessage: ResolverTypeWrapper<IntegrationMessageRow>;
  IntegrationMessageConnection: ResolverTypeWrapper<Omit<IntegrationMessageConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['IntegrationMessageEdge']>, nodes: Array<ResolversTypes['IntegrationMessage']> }>;
  IntegrationMessageEdge: ResolverTypeWrapper<Omit<IntegrationMessageEdge, 'node'> & { node: ResolversTypes['IntegrationMessage'] }>;
  IntegrationMessageError: ResolverTypeWrapper<MessageError>;
  IntegrationMessageFilter: IntegrationMessageFilter;
  IntegrationMessageKind: IntegrationMessageKind;
  IntegrationMessageOrder: IntegrationMessageOrder;
  IntegrationMessageState: IntegrationMessageState;
  InvalidInputError: ResolverTypeWrapper<InvalidInputError>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  MessageAcknowledgement: ResolverTypeWrapper<Omit<MessageAcknowledgement, 'acknowledgedBy'> & { acknowledgedBy?: Maybe<ResolversTypes['Actor']> }>;
  MessageRejectedError: ResolverTypeWrapper<UserErrorData>;
  MessageWorkOrder: ResolverTypeWrapper<MessageWorkOrderRow>;
  MessageWorkOrderConnection: ResolverTypeWrapper<Omit<MessageWorkOrderConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['MessageWorkOrderEdge']>, nodes: Array<ResolversTypes['MessageWorkOrder']> }>;
  MessageWorkOrderEdge: ResolverTypeWrapper<Omit<MessageWorkOrderEdge, 'node'> & { node: ResolversTypes['MessageWorkOrder'] }>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NotFoundError: ResolverTypeWrapper<NotFoundError>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Quantity: ResolverTypeWrapper<Quantity>;
  QuantityInput: QuantityInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReceiveB2mmlInput: ReceiveB2mmlInput;
  ReceiveB2mmlPayload: ResolverTypeWrapper<Omit<ReceiveB2mmlPayload, 'errors' | 'message'> & { errors: Array<ResolversTypes['UserError']>, message?: Maybe<ResolversTypes['IntegrationMessage']> }>;
  ReceiveOutcome: ReceiveOutcome;
  ReplayDeadLetterInput: ReplayDeadLetterInput;
  ReplayDeadLetterPayload: ResolverTypeWrapper<Omit<ReplayDeadLetterPayload, 'deadLetter' | 'errors'> & { deadLetter?: Maybe<ResolversTypes['DeadLetter']>, errors: Array<ResolversTypes['UserError']> }>;
  RetryMessageInput: RetryMessageInput;
  RetryMessagePayload: ResolverTypeWrapper<Omit<RetryMessagePayload, 'errors' | 'message'> & { errors: Array<ResolversTypes['UserError']>, message?: Maybe<ResolversTypes['IntegrationMessage']> }>;
  Routing: ResolverTypeWrapper<Routing>;
  RuleViolationError: ResolverTypeWrapper<RuleViolationError>;
  Site: ResolverTypeWrapper<Site>;
  User: ResolverTypeWrapper<User>;
  UserError: ResolverTypeWrapper<UserErrorData>;
  WorkOrder: ResolverTypeWrapper<{ id: string }>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AcknowledgeMessageInput: AcknowledgeMessageInput;
  Boolean: Scalars['Boolean']['output'];
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  AcknowledgeMessagePayload: Omit<AcknowledgeMessagePayload, 'errors' | 'message'> & { errors: Array<ResolversParentTypes['UserError']>, message?: Maybe<ResolversParentTypes['IntegrationMessage']> };
  Actor: ResolversUnionTypes<ResolversParentTypes>['Actor'];
  AlreadyAcknowledgedError: UserErrorData;
  ApiClient: ApiClient;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DeadLetter: DeadLetterRow;
  Int: Scalars['Int']['output'];
  DeadLetterConnection: Omit<DeadLetterConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['DeadLetterEdge']>, nodes: Array<ResolversParentTypes['DeadLetter']> };
  DeadLetterEdge: Omit<DeadLetterEdge, 'node'> & { node: ResolversParentTypes['DeadLetter'] };
  DeadLetterFilter: DeadLetterFilter;
  Decimal: Scalars['Decimal']['output'];
  DiscardDeadLetterInput: DiscardDeadLetterInput;
  DiscardDeadLetterPayload: Omit<DiscardDeadLetterPayload, 'deadLetter' | 'errors'> & { deadLetter?: Maybe<ResolversParentTypes['DeadLetter']>, errors: Array<ResolversParentTypes['UserError']> };
  IllegalTransitionError: IllegalTransitionError;
  IntegrationMessage: IntegrationMessageRow;
  IntegrationMessageConnection: Omit<IntegrationMessageConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['IntegrationMessageEdge']>, nodes: Array<ResolversParentTypes['IntegrationMessage']> };
  IntegrationMessageEdge: Omit<IntegrationMessageEdge, 'node'> & { node: ResolversParentTypes['IntegrationMessage'] };
  IntegrationMessageError: MessageError;
  IntegrationMessageFilter: IntegrationMessageFilter;
  InvalidInputError: InvalidInputError;
  JSON: Scalars['JSON']['output'];
  MessageAcknowledgement: Omit<MessageAcknowledgement, 'acknowledgedBy'> & { acknowledgedBy?: Maybe<ResolversParentTypes['Actor']> };
  MessageRejectedError: UserErrorData;
  MessageWorkOrder: MessageWorkOrderRow;
  MessageWorkOrderConnection: Omit<MessageWorkOrderConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['MessageWorkOrderEdge']>, nodes: Array<ResolversParentTypes['MessageWorkOrder']> };
  MessageWorkOrderEdge: Omit<MessageWorkOrderEdge, 'node'> & { node: ResolversParentTypes['MessageWorkOrder'] };
  Mutation: Record<PropertyKey, never>;
  NotFoundError: NotFoundError;
  PageInfo: PageInfo;
  Quantity: Quantity;
  QuantityInput: QuantityInput;
  Query: Record<PropertyKey, never>;
  ReceiveB2mmlInput: ReceiveB2mmlInput;
  ReceiveB2mmlPayload: Omit<ReceiveB2mmlPayload, 'errors' | 'message'> & { errors: Array<ResolversParentTypes['UserError']>, message?: Maybe<ResolversParentTypes['IntegrationMessage']> };
  ReplayDeadLetterInput: ReplayDeadLetterInput;
  ReplayDeadLetterPayload: Omit<ReplayDeadLetterPayload, 'deadLetter' | 'errors'> & { deadLetter?: Maybe<ResolversParentTypes['DeadLetter']>, errors: Array<ResolversParentTypes['UserError']> };
  RetryMessageInput: RetryMessageInput;
  RetryMessagePayload: Omit<RetryMessagePayload, 'errors' | 'message'> & { errors: Array<ResolversParentTypes['UserError']>, message?: Maybe<ResolversParentTypes['IntegrationMessage']> };
  Routing: Routing;
  RuleViolationError: RuleViolationError;
  Site: Site;
  User: User;
  UserError: UserErrorData;
  WorkOrder: { id: string };
};

export type AcknowledgeMessagePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AcknowledgeMessagePayload'] = ResolversParentTypes['AcknowledgeMessagePayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['IntegrationMessage']>, ParentType, ContextType>;
};

export type ActorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Actor'] = ResolversParentTypes['Actor']> = {
  __resolveType: TypeResolveFn<'ApiClient' | 'User', ParentType, ContextType>;
};

export type AlreadyAcknowledgedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AlreadyAcknowledgedError'] = ResolversParentTypes['AlreadyAcknowledgedError']> = {
  accepted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  acknowledgedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  acknowledgedByName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ApiClientResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiClient'] = ResolversParentTypes['ApiClient']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeadLetterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeadLetter'] = ResolversParentTypes['DeadLetter'], FederationReferenceType extends FederationReferenceTypes['DeadLetter'] = FederationReferenceTypes['DeadLetter']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['DeadLetter']> | FederationReferenceType, FederationReferenceType, ContextType>;
  consumer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  envelope?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  error?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  eventAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  eventId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  eventType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  failedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  resolvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  resolvedBy?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  resolvedByName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['DeadLetterState'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tries?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DeadLetterConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeadLetterConnection'] = ResolversParentTypes['DeadLetterConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DeadLetterEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['DeadLetter']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DeadLetterEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeadLetterEdge'] = ResolversParentTypes['DeadLetterEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DeadLetter'], ParentType, ContextType>;
};

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type DiscardDeadLetterPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DiscardDeadLetterPayload'] = ResolversParentTypes['DiscardDeadLetterPayload']> = {
  deadLetter?: Resolver<Maybe<ResolversTypes['DeadLetter']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type IllegalTransitionErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IllegalTransitionError'] = ResolversParentTypes['IllegalTransitionError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IntegrationMessageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IntegrationMessage'] = ResolversParentTypes['IntegrationMessage'], FederationReferenceType extends FederationReferenceTypes['IntegrationMessage'] = FederationReferenceTypes['IntegrationMessage']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['IntegrationMessage']> | FederationReferenceType, FederationReferenceType, ContextType>;
  acknowledgement?: Resolver<Maybe<ResolversTypes['MessageAcknowledgement']>, ParentType, ContextType>;
  content?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contentBase64?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  direction?: Resolver<ResolversTypes['IntegrationDirection'], ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['IntegrationMessageError']>, ParentType, ContextType>;
  externalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['IntegrationMessageKind'], ParentType, ContextType>;
  objectId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  routing?: Resolver<Maybe<ResolversTypes['Routing']>, ParentType, ContextType>;
  sentAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sha256?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  site?: Resolver<Maybe<ResolversTypes['Site']>, ParentType, ContextType>;
  sizeBytes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['IntegrationMessageState'], ParentType, ContextType>;
  workOrders?: Resolver<ResolversTypes['MessageWorkOrderConnection'], ParentType, ContextType, RequireFields<IntegrationMessageWorkOrdersArgs, 'first'>>;
};

export type IntegrationMessageConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IntegrationMessageConnection'] = ResolversParentTypes['IntegrationMessageConnection']> = {
  edges?: Resolver<Array<ResolversTypes['IntegrationMessageEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['IntegrationMessage']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type IntegrationMessageEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IntegrationMessageEdge'] = ResolversParentTypes['IntegrationMessageEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['IntegrationMessage'], ParentType, ContextType>;
};

export type IntegrationMessageErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IntegrationMessageError'] = ResolversParentTypes['IntegrationMessageError']> = {
  element?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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

export type MessageAcknowledgementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageAcknowledgement'] = ResolversParentTypes['MessageAcknowledgement']> = {
  accepted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  acknowledgedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  acknowledgedBy?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  acknowledgedByName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MessageRejectedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageRejectedError'] = ResolversParentTypes['MessageRejectedError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  faults?: Resolver<Array<ResolversTypes['IntegrationMessageError']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MessageWorkOrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageWorkOrder'] = ResolversParentTypes['MessageWorkOrder']> = {
  requestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  workOrder?: Resolver<Maybe<ResolversTypes['WorkOrder']>, ParentType, ContextType>;
  workOrderNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MessageWorkOrderConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageWorkOrderConnection'] = ResolversParentTypes['MessageWorkOrderConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MessageWorkOrderEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['MessageWorkOrder']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type MessageWorkOrderEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MessageWorkOrderEdge'] = ResolversParentTypes['MessageWorkOrderEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['MessageWorkOrder'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acknowledgeMessage?: Resolver<ResolversTypes['AcknowledgeMessagePayload'], ParentType, ContextType, RequireFields<MutationAcknowledgeMessageArgs, 'input'>>;
  discardDeadLetter?: Resolver<ResolversTypes['DiscardDeadLetterPayload'], ParentType, ContextType, RequireFields<MutationDiscardDeadLetterArgs, 'input'>>;
  receiveB2mml?: Resolver<ResolversTypes['ReceiveB2mmlPayload'], ParentType, ContextType, RequireFields<MutationReceiveB2mmlArgs, 'input'>>;
  replayDeadLetter?: Resolver<ResolversTypes['ReplayDeadLetterPayload'], ParentType, ContextType, RequireFields<MutationReplayDeadLetterArgs, 'input'>>;
  retryMessage?: Resolver<ResolversTypes['RetryMessagePayload'], ParentType, ContextType, RequireFields<MutationRetryMessageArgs, 'input'>>;
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
  deadLetter?: Resolver<Maybe<ResolversTypes['DeadLetter']>, ParentType, ContextType, RequireFields<QueryDeadLetterArgs, 'id'>>;
  deadLetters?: Resolver<ResolversTypes['DeadLetterConnection'], ParentType, ContextType, RequireFields<QueryDeadLettersArgs, 'first'>>;
  integrationMessage?: Resolver<Maybe<ResolversTypes['IntegrationMessage']>, ParentType, ContextType, RequireFields<QueryIntegrationMessageArgs, 'id'>>;
  integrationMessageByExternalId?: Resolver<Maybe<ResolversTypes['IntegrationMessage']>, ParentType, ContextType, RequireFields<QueryIntegrationMessageByExternalIdArgs, 'direction' | 'externalId'>>;
  integrationMessages?: Resolver<ResolversTypes['IntegrationMessageConnection'], ParentType, ContextType, RequireFields<QueryIntegrationMessagesArgs, 'first' | 'order'>>;
};

export type ReceiveB2mmlPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReceiveB2mmlPayload'] = ResolversParentTypes['ReceiveB2mmlPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['IntegrationMessage']>, ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['ReceiveOutcome']>, ParentType, ContextType>;
};

export type ReplayDeadLetterPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReplayDeadLetterPayload'] = ResolversParentTypes['ReplayDeadLetterPayload']> = {
  deadLetter?: Resolver<Maybe<ResolversTypes['DeadLetter']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RetryMessagePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RetryMessagePayload'] = ResolversParentTypes['RetryMessagePayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['IntegrationMessage']>, ParentType, ContextType>;
};

export type RoutingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Routing'] = ResolversParentTypes['Routing']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
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
  __resolveType: TypeResolveFn<'AlreadyAcknowledgedError' | 'IllegalTransitionError' | 'InvalidInputError' | 'MessageRejectedError' | 'NotFoundError' | 'RuleViolationError', ParentType, ContextType>;
};

export type WorkOrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkOrder'] = ResolversParentTypes['WorkOrder'], FederationReferenceType extends FederationReferenceTypes['WorkOrder'] = FederationReferenceTypes['WorkOrder']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['WorkOrder']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  integrationMessages?: Resolver<Maybe<ResolversTypes['IntegrationMessageConnection']>, ParentType, ContextType, RequireFields<WorkOrderIntegrationMessagesArgs, 'first'>>;
};

export type Resolvers<ContextType = Context> = {
  AcknowledgeMessagePayload?: AcknowledgeMessagePayloadResolvers<ContextType>;
  Actor?: ActorResolvers<ContextType>;
  AlreadyAcknowledgedError?: AlreadyAcknowledgedErrorResolvers<ContextType>;
  ApiClient?: ApiClientResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DeadLetter?: DeadLetterResolvers<ContextType>;
  DeadLetterConnection?: DeadLetterConnectionResolvers<ContextType>;
  DeadLetterEdge?: DeadLetterEdgeResolvers<ContextType>;
  Decimal?: GraphQLScalarType;
  DiscardDeadLetterPayload?: DiscardDeadLetterPayloadResolvers<ContextType>;
  IllegalTransitionError?: IllegalTransitionErrorResolvers<ContextType>;
  IntegrationMessage?: IntegrationMessageResolvers<ContextType>;
  IntegrationMessageConnection?: IntegrationMessageConnectionResolvers<ContextType>;
  IntegrationMessageEdge?: IntegrationMessageEdgeResolvers<ContextType>;
  IntegrationMessageError?: IntegrationMessageErrorResolvers<ContextType>;
  InvalidInputError?: InvalidInputErrorResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  MessageAcknowledgement?: MessageAcknowledgementResolvers<ContextType>;
  MessageRejectedError?: MessageRejectedErrorResolvers<ContextType>;
  MessageWorkOrder?: MessageWorkOrderResolvers<ContextType>;
  MessageWorkOrderConnection?: MessageWorkOrderConnectionResolvers<ContextType>;
  MessageWorkOrderEdge?: MessageWorkOrderEdgeResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NotFoundError?: NotFoundErrorResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Quantity?: QuantityResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  ReceiveB2mmlPayload?: ReceiveB2mmlPayloadResolvers<ContextType>;
  ReplayDeadLetterPayload?: ReplayDeadLetterPayloadResolvers<ContextType>;
  RetryMessagePayload?: RetryMessagePayloadResolvers<ContextType>;
  Routing?: RoutingResolvers<ContextType>;
  RuleViolationError?: RuleViolationErrorResolvers<ContextType>;
  Site?: SiteResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  WorkOrder?: WorkOrderResolvers<ContextType>;
};

