import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { WorkOrderRow, WorkOrderSerialRow, WorkOrderHistoryRow } from '../work-order/tables.ts';
import type { WorkOrderOperationRow, OperationStepRow } from '../work-order-operation/tables.ts';
import type { OperationExecutionRow, OperationReportRow } from '../operation-execution/tables.ts';
import type { CostRateRow } from '../cost-rate/tables.ts';
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

/** Someone else was first. */
export type AlreadyStartedError = UserError & {
  __typename?: 'AlreadyStartedError';
  code: Scalars['String']['output'];
  execution?: Maybe<OperationExecution>;
  message: Scalars['String']['output'];
  path: Array<Scalars['String']['output']>;
  startedAt: Scalars['DateTime']['output'];
  startedBy: Scalars['String']['output'];
};

export type ApiClient = {
  __typename?: 'ApiClient';
  id: Scalars['ID']['output'];
};

export type AssignEquipmentInput = {
  equipmentCode?: InputMaybe<Scalars['String']['input']>;
  /** Left out with equipmentCode: none. */
  equipmentId?: InputMaybe<Scalars['ID']['input']>;
  operationId: Scalars['ID']['input'];
};

export type AssignEquipmentPayload = {
  __typename?: 'AssignEquipmentPayload';
  errors: Array<UserError>;
  operation?: Maybe<WorkOrderOperation>;
};

export type CancelWorkOrderInput = {
  id: Scalars['ID']['input'];
  /** When it happened, if earlier than now; needs operation:backdate. */
  occurredAt?: InputMaybe<Scalars['DateTime']['input']>;
  reason: Scalars['String']['input'];
};

export type CancelWorkOrderPayload = {
  __typename?: 'CancelWorkOrderPayload';
  errors: Array<UserError>;
  workOrder?: Maybe<WorkOrder>;
};

export type ChangeWorkOrderInput = {
  description?: InputMaybe<Scalars['String']['input']>;
  dueAt?: InputMaybe<Scalars['DateTime']['input']>;
  id: Scalars['ID']['input'];
  plannedEndAt?: InputMaybe<Scalars['DateTime']['input']>;
  plannedStartAt?: InputMaybe<Scalars['DateTime']['input']>;
  priority?: InputMaybe<Scalars['Int']['input']>;
  quantity?: InputMaybe<QuantityInput>;
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Takes the operations of this routing's published version in place of those it has. */
  routingNumber?: InputMaybe<Scalars['String']['input']>;
};

export type ChangeWorkOrderPayload = {
  __typename?: 'ChangeWorkOrderPayload';
  errors: Array<UserError>;
  workOrder?: Maybe<WorkOrder>;
};

export type CloseWorkOrderInput = {
  id: Scalars['ID']['input'];
  /** When it happened, if earlier than now; needs operation:backdate. */
  occurredAt?: InputMaybe<Scalars['DateTime']['input']>;
};

export type CloseWorkOrderPayload = {
  __typename?: 'CloseWorkOrderPayload';
  errors: Array<UserError>;
  workOrder?: Maybe<WorkOrder>;
};

export type CompleteOperationInput = {
  executionId: Scalars['ID']['input'];
  /**
   * What the run made in all, reports included. Left out: what was reported; for serials everything that was
   * not scrapped and is not to be reworked.
   */
  good?: InputMaybe<Scalars['Decimal']['input']>;
  /** When it happened, if earlier than now; needs operation:backdate. */
  occurredAt?: InputMaybe<Scalars['DateTime']['input']>;
  rework?: InputMaybe<Scalars['Decimal']['input']>;
  reworkSerialNumbers?: InputMaybe<Array<Scalars['String']['input']>>;
  scrap?: InputMaybe<Scalars['Decimal']['input']>;
  /** Which serials, when it is not all of them. */
  scrapSerialNumbers?: InputMaybe<Array<Scalars['String']['input']>>;
};

export type CompleteOperationPayload = {
  __typename?: 'CompleteOperationPayload';
  errors: Array<UserError>;
  execution?: Maybe<OperationExecution>;
};

export type CompleteWorkOrderInput = {
  id: Scalars['ID']['input'];
  /** When it happened, if earlier than now; needs operation:backdate. */
  occurredAt?: InputMaybe<Scalars['DateTime']['input']>;
};

export type CompleteWorkOrderPayload = {
  __typename?: 'CompleteWorkOrderPayload';
  errors: Array<UserError>;
  workOrder?: Maybe<WorkOrder>;
};

export type CostRate = {
  __typename?: 'CostRate';
  /** Until the next rate of the same kind and class or work center. */
  effectiveFrom: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  kind: CostRateKind;
  /** Of a labor rate; null for every class that has no rate of its own. */
  personnelClass?: Maybe<Scalars['String']['output']>;
  ratePerHour: Scalars['Decimal']['output'];
  recordedAt: Scalars['DateTime']['output'];
  /** Of an overhead rate; null for every work center that has no rate of its own. */
  workCenter?: Maybe<WorkCenter>;
};

export type CostRateConnection = {
  __typename?: 'CostRateConnection';
  edges: Array<CostRateEdge>;
  nodes: Array<CostRate>;
  pageInfo: PageInfo;
};

export type CostRateEdge = {
  __typename?: 'CostRateEdge';
  cursor: Scalars['String']['output'];
  node: CostRate;
};

export type CostRateKind =
  /** An hour of a person, by the personnel class of the operation. */
  | 'LABOR'
  /** An hour of a work center while an operation runs there. */
  | 'OVERHEAD';

export type CreateWorkOrderInput = {
  description?: InputMaybe<Scalars['String']['input']>;
  dueAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Chosen by the client, so that a repeated request changes nothing; a UUID. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** Given, or the next one of the tenant's series for this year. */
  number?: InputMaybe<Scalars['String']['input']>;
  partNumber: Scalars['String']['input'];
  plannedEndAt?: InputMaybe<Scalars['DateTime']['input']>;
  plannedStartAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** 1 is the most urgent, 100 the least; 50 when left out. */
  priority?: InputMaybe<Scalars['Int']['input']>;
  quantity: QuantityInput;
  /** Left out: the revision published last. */
  revision?: InputMaybe<Scalars['String']['input']>;
  /** Left out: the routing of the part's revision that was published last. */
  routingNumber?: InputMaybe<Scalars['String']['input']>;
  /** Left out: the tenant's only site, else the site of the routing's first work center. */
  siteId?: InputMaybe<Scalars['ID']['input']>;
};

export type CreateWorkOrderPayload = {
  __typename?: 'CreateWorkOrderPayload';
  errors: Array<UserError>;
  workOrder?: Maybe<WorkOrder>;
};

export type Equipment = {
  __typename?: 'Equipment';
  id: Scalars['ID']['output'];
};

export type HoldWorkOrderInput = {
  id: Scalars['ID']['input'];
  /** When it happened, if earlier than now; needs operation:backdate. */
  occurredAt?: InputMaybe<Scalars['DateTime']['input']>;
  reason: Scalars['String']['input'];
};

export type HoldWorkOrderPayload = {
  __typename?: 'HoldWorkOrderPayload';
  errors: Array<UserError>;
  workOrder?: Maybe<WorkOrder>;
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

/** Inspections stand in the way. */
export type InspectionsNotPassedError = UserError & {
  __typename?: 'InspectionsNotPassedError';
  /** INSPECTION_OPEN or INSPECTION_FAILED. */
  code: Scalars['String']['output'];
  inspectionNumbers: Array<Scalars['String']['output']>;
  message: Scalars['String']['output'];
  path: Array<Scalars['String']['output']>;
};

export type IntegrationMessage = {
  __typename?: 'IntegrationMessage';
  id: Scalars['ID']['output'];
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

export type MaterialDefinition = Material | Part;

export type Mutation = {
  __typename?: 'Mutation';
  /** Assigns a machine to an operation, or none. */
  assignEquipment: AssignEquipmentPayload;
  /** Not once it is in progress. */
  cancelWorkOrder: CancelWorkOrderPayload;
  /** Quantity and routing may change until the release, the rest until the order is complete; a field left out stays. */
  changeWorkOrder: ChangeWorkOrderPayload;
  closeWorkOrder: CloseWorkOrderPayload;
  /** Ends a run. When the whole quantity is through, the operation is complete with it. */
  completeOperation: CompleteOperationPayload;
  /** Refused while an operation is incomplete, an inspection of the order is open or failed, or quality holds a piece of it. */
  completeWorkOrder: CompleteWorkOrderPayload;
  /** Makes an order. Without a published routing of its part it can be made, but not released. */
  createWorkOrder: CreateWorkOrderPayload;
  /** Nothing new starts on a held order; what runs may end. */
  holdWorkOrder: HoldWorkOrderPayload;
  /** Lets the floor begin. An order that has no operations yet takes the published routing of its part now. */
  releaseWorkOrder: ReleaseWorkOrderPayload;
  /** Adds to what a run made so far. */
  reportOperation: ReportOperationPayload;
  resumeWorkOrder: ResumeWorkOrderPayload;
  /** Only while there are no rates: what they say would change its meaning. */
  setCostCurrency: SetCostCurrencyPayload;
  setCostRate: SetCostRatePayload;
  /** Lets an operation go by with a reason: whole (what is not through yet goes on without it), or for the serials named. */
  skipOperation: SkipOperationPayload;
  /** Begins a run of an operation. Of two who start the same at once one wins, and the other is told who. */
  startOperation: StartOperationPayload;
};


export type MutationAssignEquipmentArgs = {
  input: AssignEquipmentInput;
};


export type MutationCancelWorkOrderArgs = {
  input: CancelWorkOrderInput;
};


export type MutationChangeWorkOrderArgs = {
  input: ChangeWorkOrderInput;
};


export type MutationCloseWorkOrderArgs = {
  input: CloseWorkOrderInput;
};


export type MutationCompleteOperationArgs = {
  input: CompleteOperationInput;
};


export type MutationCompleteWorkOrderArgs = {
  input: CompleteWorkOrderInput;
};


export type MutationCreateWorkOrderArgs = {
  input: CreateWorkOrderInput;
};


export type MutationHoldWorkOrderArgs = {
  input: HoldWorkOrderInput;
};


export type MutationReleaseWorkOrderArgs = {
  input: ReleaseWorkOrderInput;
};


export type MutationReportOperationArgs = {
  input: ReportOperationInput;
};


export type MutationResumeWorkOrderArgs = {
  input: ResumeWorkOrderInput;
};


export type MutationSetCostCurrencyArgs = {
  input: SetCostCurrencyInput;
};


export type MutationSetCostRateArgs = {
  input: SetCostRateInput;
};


export type MutationSkipOperationArgs = {
  input: SkipOperationInput;
};


export type MutationStartOperationArgs = {
  input: StartOperationInput;
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

/** One run of an operation on one machine, for the serials named or for a quantity. ISA-95: Job Response. */
export type OperationExecution = {
  __typename?: 'OperationExecution';
  /** Null while it runs. */
  completedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the server recorded the end. */
  completionRecordedAt?: Maybe<Scalars['DateTime']['output']>;
  equipment?: Maybe<Equipment>;
  good: Quantity;
  id: Scalars['ID']['output'];
  operation: WorkOrderOperation;
  /** Who ran it, a person or a program; null for the plant itself. */
  operator?: Maybe<Actor>;
  operatorName: Scalars['String']['output'];
  /** When the server recorded the start. */
  recordedAt: Scalars['DateTime']['output'];
  /** Oldest first. */
  reports: OperationReportConnection;
  rework: Quantity;
  scrap: Quantity;
  serialNumbers: Array<Scalars['String']['output']>;
  startedAt: Scalars['DateTime']['output'];
  workOrder: WorkOrder;
};


/** One run of an operation on one machine, for the serials named or for a quantity. ISA-95: Job Response. */
export type OperationExecutionReportsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

export type OperationExecutionConnection = {
  __typename?: 'OperationExecutionConnection';
  edges: Array<OperationExecutionEdge>;
  nodes: Array<OperationExecution>;
  pageInfo: PageInfo;
};

export type OperationExecutionEdge = {
  __typename?: 'OperationExecutionEdge';
  cursor: Scalars['String']['output'];
  node: OperationExecution;
};

/** What was reported during a run. */
export type OperationReport = {
  __typename?: 'OperationReport';
  good: Scalars['Decimal']['output'];
  id: Scalars['ID']['output'];
  occurredAt: Scalars['DateTime']['output'];
  /** Who reported it, a person or a program. */
  operator?: Maybe<Actor>;
  operatorName: Scalars['String']['output'];
  recordedAt: Scalars['DateTime']['output'];
  rework: Scalars['Decimal']['output'];
  scrap: Scalars['Decimal']['output'];
};

export type OperationReportConnection = {
  __typename?: 'OperationReportConnection';
  edges: Array<OperationReportEdge>;
  nodes: Array<OperationReport>;
  pageInfo: PageInfo;
};

export type OperationReportEdge = {
  __typename?: 'OperationReportEdge';
  cursor: Scalars['String']['output'];
  node: OperationReport;
};

/** One serial at one operation. */
export type OperationStep = {
  __typename?: 'OperationStep';
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  execution?: Maybe<OperationExecution>;
  serialNumber: Scalars['String']['output'];
  skipReason?: Maybe<Scalars['String']['output']>;
  status: OperationStepStatus;
};

export type OperationStepConnection = {
  __typename?: 'OperationStepConnection';
  edges: Array<OperationStepEdge>;
  nodes: Array<OperationStep>;
  pageInfo: PageInfo;
};

export type OperationStepEdge = {
  __typename?: 'OperationStepEdge';
  cursor: Scalars['String']['output'];
  node: OperationStep;
};

export type OperationStepStatus =
  | 'COMPLETED'
  | 'IN_PROGRESS'
  /** To be started again. */
  | 'REWORK'
  | 'SCRAPPED'
  | 'SKIPPED';

/** Operations stand in the way. */
export type OperationsIncompleteError = UserError & {
  __typename?: 'OperationsIncompleteError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  operationNumbers: Array<Scalars['Int']['output']>;
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
  /** The most urgent due date first; orders without one last. */
  workOrders?: Maybe<WorkOrderConnection>;
};


export type PartWorkOrdersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<WorkOrderFilter>;
  first: Scalars['Int']['input'];
};

export type PartRevision = {
  __typename?: 'PartRevision';
  id: Scalars['ID']['output'];
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
  /** ISO 4217; every cost of the tenant is in it. */
  costCurrency: Scalars['String']['output'];
  /** By kind, code and time. Needs workOrder:readCost. */
  costRates: CostRateConnection;
  operationExecution?: Maybe<OperationExecution>;
  workOrder?: Maybe<WorkOrder>;
  workOrderByNumber?: Maybe<WorkOrder>;
  workOrderOperation?: Maybe<WorkOrderOperation>;
  workOrders: WorkOrderConnection;
};


export type QueryCostRatesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


export type QueryOperationExecutionArgs = {
  id: Scalars['ID']['input'];
};


export type QueryWorkOrderArgs = {
  id: Scalars['ID']['input'];
};


export type QueryWorkOrderByNumberArgs = {
  number: Scalars['String']['input'];
};


export type QueryWorkOrderOperationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryWorkOrdersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<WorkOrderFilter>;
  first: Scalars['Int']['input'];
  sort?: InputMaybe<WorkOrderSort>;
};

export type ReleaseWorkOrderInput = {
  id: Scalars['ID']['input'];
  /** When it happened, if earlier than now; needs operation:backdate. */
  occurredAt?: InputMaybe<Scalars['DateTime']['input']>;
};

export type ReleaseWorkOrderPayload = {
  __typename?: 'ReleaseWorkOrderPayload';
  errors: Array<UserError>;
  workOrder?: Maybe<WorkOrder>;
};

export type ReportOperationInput = {
  executionId: Scalars['ID']['input'];
  /** Made since the last report, in the order's unit; 0 when left out. */
  good?: InputMaybe<Scalars['Decimal']['input']>;
  /** Of the report; chosen by the client, so that a repeated request changes nothing; a UUID. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** When it happened, if earlier than now; needs operation:backdate. */
  occurredAt?: InputMaybe<Scalars['DateTime']['input']>;
  rework?: InputMaybe<Scalars['Decimal']['input']>;
  scrap?: InputMaybe<Scalars['Decimal']['input']>;
};

export type ReportOperationPayload = {
  __typename?: 'ReportOperationPayload';
  errors: Array<UserError>;
  execution?: Maybe<OperationExecution>;
};

export type ResumeWorkOrderInput = {
  id: Scalars['ID']['input'];
  /** When it happened, if earlier than now; needs operation:backdate. */
  occurredAt?: InputMaybe<Scalars['DateTime']['input']>;
  reason?: InputMaybe<Scalars['String']['input']>;
};

export type ResumeWorkOrderPayload = {
  __typename?: 'ResumeWorkOrderPayload';
  errors: Array<UserError>;
  workOrder?: Maybe<WorkOrder>;
};

export type Routing = {
  __typename?: 'Routing';
  id: Scalars['ID']['output'];
};

export type RoutingOperation = {
  __typename?: 'RoutingOperation';
  id: Scalars['ID']['output'];
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
  id: Scalars['ID']['output'];
};

export type SetCostCurrencyInput = {
  /** ISO 4217: `USD`. */
  currency: Scalars['String']['input'];
};

export type SetCostCurrencyPayload = {
  __typename?: 'SetCostCurrencyPayload';
  currency?: Maybe<Scalars['String']['output']>;
  errors: Array<UserError>;
};

export type SetCostRateInput = {
  effectiveFrom: Scalars['DateTime']['input'];
  /** Chosen by the client, so that a repeated request changes nothing; a UUID. */
  id?: InputMaybe<Scalars['ID']['input']>;
  kind: CostRateKind;
  personnelClass?: InputMaybe<Scalars['String']['input']>;
  ratePerHour: Scalars['Decimal']['input'];
  workCenterCode?: InputMaybe<Scalars['String']['input']>;
};

export type SetCostRatePayload = {
  __typename?: 'SetCostRatePayload';
  costRate?: Maybe<CostRate>;
  errors: Array<UserError>;
};

export type Site = {
  __typename?: 'Site';
  id: Scalars['ID']['output'];
};

export type SkipOperationInput = {
  /** When it happened, if earlier than now; needs operation:backdate. */
  occurredAt?: InputMaybe<Scalars['DateTime']['input']>;
  operationId: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  /** Left out: the operation as a whole. */
  serialNumbers?: InputMaybe<Array<Scalars['String']['input']>>;
};

export type SkipOperationPayload = {
  __typename?: 'SkipOperationPayload';
  errors: Array<UserError>;
  operation?: Maybe<WorkOrderOperation>;
};

export type StartOperationInput = {
  equipmentCode?: InputMaybe<Scalars['String']['input']>;
  /** Left out with equipmentCode: the machine that the operation is assigned to, if any. */
  equipmentId?: InputMaybe<Scalars['ID']['input']>;
  /** Of the execution; chosen by the client, so that a repeated request changes nothing; a UUID. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** When it happened, if earlier than now; needs operation:backdate. */
  occurredAt?: InputMaybe<Scalars['DateTime']['input']>;
  operationId: Scalars['ID']['input'];
  /** Of a part tracked by serial: one or more; else none. */
  serialNumbers?: InputMaybe<Array<Scalars['String']['input']>>;
};

export type StartOperationPayload = {
  __typename?: 'StartOperationPayload';
  errors: Array<UserError>;
  execution?: Maybe<OperationExecution>;
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

/** An order to make a quantity of a part. ISA-95: Job Order. */
export type WorkOrder = {
  __typename?: 'WorkOrder';
  /** Needs workOrder:readCost. */
  actualCost?: Maybe<WorkOrderCost>;
  actualEndAt?: Maybe<Scalars['DateTime']['output']>;
  actualStartAt?: Maybe<Scalars['DateTime']['output']>;
  description?: Maybe<Scalars['String']['output']>;
  dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** Newest first. */
  history: WorkOrderHistoryConnection;
  id: Scalars['ID']['output'];
  /** What the order needs, was given and took, by material. */
  materials: Array<WorkOrderMaterial>;
  /** Unique in the tenant: `WO-2026-000123`. */
  number: Scalars['String']['output'];
  /** In the order of their numbers. */
  operations: Array<WorkOrderOperation>;
  part?: Maybe<Part>;
  partRevision?: Maybe<PartRevision>;
  /** 0 to 100: how much of the planned work is through, rounded down. */
  percentComplete: Scalars['Int']['output'];
  plannedEndAt?: Maybe<Scalars['DateTime']['output']>;
  plannedStartAt?: Maybe<Scalars['DateTime']['output']>;
  /** 1 is the most urgent, 100 the least. */
  priority: Scalars['Int']['output'];
  quantity: Quantity;
  recordedAt: Scalars['DateTime']['output'];
  releasedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The routing that the operations were copied from. */
  routing?: Maybe<Routing>;
  /** By serial number. */
  serials: WorkOrderSerialConnection;
  site?: Maybe<Site>;
  /** The ERP's message that made it. */
  source?: Maybe<WorkOrderSource>;
  status: WorkOrderStatus;
};


/** An order to make a quantity of a part. ISA-95: Job Order. */
export type WorkOrderHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


/** An order to make a quantity of a part. ISA-95: Job Order. */
export type WorkOrderSerialsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

export type WorkOrderConnection = {
  __typename?: 'WorkOrderConnection';
  edges: Array<WorkOrderEdge>;
  nodes: Array<WorkOrder>;
  pageInfo: PageInfo;
};

/** What the work took so far, at the rates in effect when it was done. */
export type WorkOrderCost = {
  __typename?: 'WorkOrderCost';
  /** ISO 4217. */
  currency: Scalars['String']['output'];
  labor: Scalars['Decimal']['output'];
  material: Scalars['Decimal']['output'];
  overhead: Scalars['Decimal']['output'];
  total: Scalars['Decimal']['output'];
};

export type WorkOrderEdge = {
  __typename?: 'WorkOrderEdge';
  cursor: Scalars['String']['output'];
  node: WorkOrder;
};

export type WorkOrderFilter = {
  dueBefore?: InputMaybe<Scalars['DateTime']['input']>;
  partId?: InputMaybe<Scalars['ID']['input']>;
  partNumber?: InputMaybe<Scalars['String']['input']>;
  /** The number begins with this. */
  search?: InputMaybe<Scalars['String']['input']>;
  siteId?: InputMaybe<Scalars['ID']['input']>;
  status?: InputMaybe<Array<WorkOrderStatus>>;
};

export type WorkOrderHistoryConnection = {
  __typename?: 'WorkOrderHistoryConnection';
  edges: Array<WorkOrderHistoryEdge>;
  nodes: Array<WorkOrderHistoryEntry>;
  pageInfo: PageInfo;
};

export type WorkOrderHistoryEdge = {
  __typename?: 'WorkOrderHistoryEdge';
  cursor: Scalars['String']['output'];
  node: WorkOrderHistoryEntry;
};

export type WorkOrderHistoryEntry = {
  __typename?: 'WorkOrderHistoryEntry';
  /** `RELEASED`, `HELD`, `OPERATION_STARTED` … */
  action: Scalars['String']['output'];
  /** Who did it, a person or a program; null for the plant itself. */
  actor?: Maybe<Actor>;
  actorName: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  new?: Maybe<Scalars['JSON']['output']>;
  /** When it happened. */
  occurredAt: Scalars['DateTime']['output'];
  old?: Maybe<Scalars['JSON']['output']>;
  operationNumber?: Maybe<Scalars['Int']['output']>;
  reason?: Maybe<Scalars['String']['output']>;
  /** When the server recorded it. */
  recordedAt: Scalars['DateTime']['output'];
};

export type WorkOrderMaterial = {
  __typename?: 'WorkOrderMaterial';
  allocated: Quantity;
  consumed: Quantity;
  definition?: Maybe<MaterialDefinition>;
  /** Part number or material code. */
  number: Scalars['String']['output'];
  /** By the bill of material in effect when the order is planned to start, else when it was made. */
  required?: Maybe<Quantity>;
};

/** One operation of an order, copied from the routing. ISA-95: Segment of a Job Order. */
export type WorkOrderOperation = {
  __typename?: 'WorkOrderOperation';
  completedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The machine it is assigned to. */
  equipment?: Maybe<Equipment>;
  equipmentClass?: Maybe<Scalars['String']['output']>;
  /** Oldest first. */
  executions: OperationExecutionConnection;
  good: Quantity;
  id: Scalars['ID']['output'];
  inspectionRequired: Scalars['Boolean']['output'];
  name: Scalars['String']['output'];
  number: Scalars['Int']['output'];
  personnelClass?: Maybe<Scalars['String']['output']>;
  plannedRunSecondsPerUnit: Scalars['Decimal']['output'];
  plannedSetupSeconds: Scalars['Decimal']['output'];
  qualityCritical: Scalars['Boolean']['output'];
  /** Must go through the operation again; counted each time. */
  rework: Quantity;
  routingOperation?: Maybe<RoutingOperation>;
  scrap: Quantity;
  sequencing: WorkOrderSequencing;
  skipReason?: Maybe<Scalars['String']['output']>;
  /** Went on without this operation. */
  skipped: Quantity;
  /** Begin of the first run. */
  startedAt?: Maybe<Scalars['DateTime']['output']>;
  status: WorkOrderOperationStatus;
  /** Serials at this operation, in the order of their numbers. */
  steps: OperationStepConnection;
  workCenter?: Maybe<WorkCenter>;
  workOrder: WorkOrder;
};


/** One operation of an order, copied from the routing. ISA-95: Segment of a Job Order. */
export type WorkOrderOperationExecutionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


/** One operation of an order, copied from the routing. ISA-95: Segment of a Job Order. */
export type WorkOrderOperationStepsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

export type WorkOrderOperationStatus =
  | 'COMPLETED'
  | 'IN_PROGRESS'
  | 'PENDING'
  /** It may start: what comes before is through, for one serial at least. */
  | 'READY'
  | 'SKIPPED';

export type WorkOrderSequencing =
  /** Need not wait for its parallel neighbours. */
  | 'PARALLEL'
  /** Starts when everything with a lower number is through. */
  | 'SEQUENTIAL';

export type WorkOrderSerial = {
  __typename?: 'WorkOrderSerial';
  serialNumber: Scalars['String']['output'];
  serializedPart?: Maybe<SerializedPart>;
};

export type WorkOrderSerialConnection = {
  __typename?: 'WorkOrderSerialConnection';
  edges: Array<WorkOrderSerialEdge>;
  nodes: Array<WorkOrderSerial>;
  pageInfo: PageInfo;
};

export type WorkOrderSerialEdge = {
  __typename?: 'WorkOrderSerialEdge';
  cursor: Scalars['String']['output'];
  node: WorkOrderSerial;
};

export type WorkOrderSort =
  /** Earliest due date first; orders without one last. */
  | 'DUE'
  | 'NUMBER';

export type WorkOrderSource = {
  __typename?: 'WorkOrderSource';
  message?: Maybe<IntegrationMessage>;
  /** The request's own id in the message. */
  requestId: Scalars['String']['output'];
};

export type WorkOrderStatus =
  | 'CANCELLED'
  | 'CLOSED'
  | 'COMPLETED'
  | 'CREATED'
  | 'IN_PROGRESS'
  | 'ON_HOLD'
  | 'RELEASED';



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
  OperationExecution: OperationExecution;
  Part: Part;
  WorkOrder: WorkOrder;
  WorkOrderOperation: WorkOrderOperation;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  OperationExecution:
    ( { __typename: 'OperationExecution' }
    & GraphQLRecursivePick<FederationTypes['OperationExecution'], {"id":true}> );
  Part:
    ( { __typename: 'Part' }
    & GraphQLRecursivePick<FederationTypes['Part'], {"id":true}> );
  WorkOrder:
    ( { __typename: 'WorkOrder' }
    & ( GraphQLRecursivePick<FederationTypes['WorkOrder'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['WorkOrder'], {"number":true}> ) );
  WorkOrderOperation:
    ( { __typename: 'WorkOrderOperation' }
    & GraphQLRecursivePick<FederationTypes['WorkOrderOperation'], {"id":true}> );
};

/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  Actor:
    | ( ApiClient )
    | ( User )
  ;
  MaterialDefinition:
    | ( Material )
    | ( { id: string } )
  ;
};


/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Actor: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['Actor']>;
  AlreadyStartedError: ResolverTypeWrapper<UserErrorData>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ApiClient: ResolverTypeWrapper<ApiClient>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AssignEquipmentInput: AssignEquipmentInput;
  AssignEquipmentPayload: ResolverTypeWrapper<Omit<AssignEquipmentPayload, 'errors' | 'operation'> & { errors: Array<ResolversTypes['UserError']>, operation?: Maybe<ResolversTypes['WorkOrderOperation']> }>;
  CancelWorkOrderInput: CancelWorkOrderInput;
  CancelWorkOrderPayload: ResolverTypeWrapper<Omit<CancelWorkOrderPayload, 'errors' | 'workOrder'> & { errors: Array<ResolversTypes['UserError']>, workOrder?: Maybe<ResolversTypes['WorkOrder']> }>;
  ChangeWorkOrderInput: ChangeWorkOrderInput;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ChangeWorkOrderPayload: ResolverTypeWrapper<Omit<ChangeWorkOrderPayload, 'errors' | 'workOrder'> & { errors: Array<ResolversTypes['UserError']>, workOrder?: Maybe<ResolversTypes['WorkOrder']> }>;
  CloseWorkOrderInput: CloseWorkOrderInput;
  CloseWorkOrderPayload: ResolverTypeWrapper<Omit<CloseWorkOrderPayload, 'errors' | 'workOrder'> & { errors: Array<ResolversTypes['UserError']>, workOrder?: Maybe<ResolversTypes['WorkOrder']> }>;
  CompleteOperationInput: CompleteOperationInput;
  CompleteOperationPayload: ResolverTypeWrapper<Omit<CompleteOperationPayload, 'errors' | 'execution'> & { errors: Array<ResolversTypes['UserError']>, execution?: Maybe<ResolversTypes['OperationExecution']> }>;
  CompleteWorkOrderInput: CompleteWorkOrderInput;
  CompleteWorkOrderPayload: ResolverTypeWrapper<Omit<CompleteWorkOrderPayload, 'errors' | 'workOrder'> & { errors: Array<ResolversTypes['UserError']>, workOrder?: Maybe<ResolversTypes['WorkOrder']> }>;
  CostRate: ResolverTypeWrapper<CostRateRow>;
  CostRateConnection: ResolverTypeWrapper<Omit<CostRateConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['CostRateEdge']>, nodes: Array<ResolversTypes['CostRate']> }>;
  CostRateEdge: ResolverTypeWrapper<Omit<CostRateEdge, 'node'> & { node: ResolversTypes['CostRate'] }>;
  CostRateKind: CostRateKind;
  CreateWorkOrderInput: CreateWorkOrderInput;
  CreateWorkOrderPayload: ResolverTypeWrapper<Omit<CreateWorkOrderPayload, 'errors' | 'workOrder'> & { errors: Array<ResolversTypes['UserError']>, workOrder?: Maybe<ResolversTypes['WorkOrder']> }>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  Equipment: ResolverTypeWrapper<Equipment>;
  HoldWorkOrderInput: HoldWorkOrderInput;
  HoldWorkOrderPayload: ResolverTypeWrapper<Omit<HoldWorkOrderPayload, 'errors' | 'workOrder'> & { errors: Array<ResolversTypes['UserError']>, workOrder?: Maybe<ResolversTypes['WorkOrder']> }>;
  IllegalTransitionError: ResolverTypeWrapper<IllegalTransitionError>;
  InspectionsNotPassedError: ResolverTypeWrapper<UserErrorData>;
  IntegrationMessage: ResolverTypeWrapper<IntegrationMessage>;
  InvalidInputError: ResolverTypeWrapper<InvalidInputError>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Material: ResolverTypeWrapper<Material>;
  MaterialDefinition: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['MaterialDefinition']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NonConformance: ResolverTypeWrapper<NonConformance>;
  NotFoundError: ResolverTypeWrapper<NotFoundError>;
  OnQualityHoldError: ResolverTypeWrapper<UserErrorData>;
  OperationExecution: ResolverTypeWrapper<OperationExecutionRow>;
  OperationExecutionConnection: ResolverTypeWrapper<Omit<OperationExecutionConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['OperationExecutionEdge']>, nodes: Array<ResolversTypes['OperationExecution']> }>;
  OperationExecutionEdge: ResolverTypeWrapper<Omit<OperationExecutionEdge, 'node'> & { node: ResolversTypes['OperationExecution'] }>;
  OperationReport: ResolverTypeWrapper<OperationReportRow>;
  OperationReportConnection: ResolverTypeWrapper<Omit<OperationReportConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['OperationReportEdge']>, nodes: Array<ResolversTypes['OperationReport']> }>;
  OperationReportEdge: ResolverTypeWrapper<Omit<OperationReportEdge, 'node'> & { node: ResolversTypes['OperationReport'] }>;
  OperationStep: ResolverTypeWrapper<OperationStepRow>;
  OperationStepConnection: ResolverTypeWrapper<Omit<OperationStepConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['OperationStepEdge']>, nodes: Array<ResolversTypes['OperationStep']> }>;
  OperationStepEdge: ResolverTypeWrapper<Omit<OperationStepEdge, 'node'> & { node: ResolversTypes['OperationStep'] }>;
  OperationStepStatus: OperationStepStatus;
  OperationsIncompleteError: ResolverTypeWrapper<UserErrorData>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Part: ResolverTypeWrapper<{ id: string }>;
  PartRevision: ResolverTypeWrapper<PartRevision>;
  Quantity: ResolverTypeWrapper<Quantity>;
  QuantityInput: QuantityInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReleaseWorkOrderInput: ReleaseWorkOrderInput;
  ReleaseWorkOrderPayload: ResolverTypeWrapper<Omit<ReleaseWorkOrderPayload, 'errors' | 'workOrder'> & { errors: Array<ResolversTypes['UserError']>, workOrder?: Maybe<ResolversTypes['WorkOrder']> }>;
  ReportOperationInput: ReportOperationInput;
  ReportOperationPayload: ResolverTypeWrapper<Omit<ReportOperationPayload, 'errors' | 'execution'> & { errors: Array<ResolversTypes['UserError']>, execution?: Maybe<ResolversTypes['OperationExecution']> }>;
  ResumeWorkOrderInput: ResumeWorkOrderInput;
  ResumeWorkOrderPayload: ResolverTypeWrapper<Omit<ResumeWorkOrderPayload, 'errors' | 'workOrder'> & { errors: Array<ResolversTypes['UserError']>, workOrder?: Maybe<ResolversTypes['WorkOrder']> }>;
  Routing: ResolverTypeWrapper<Routing>;
  RoutingOperation: ResolverTypeWrapper<RoutingOperation>;
  RuleViolationError: ResolverTypeWrapper<RuleViolationError>;
  SerializedPart: ResolverTypeWrapper<SerializedPart>;
  SetCostCurrencyInput: SetCostCurrencyInput;
  SetCostCurrencyPayload: ResolverTypeWrapper<Omit<SetCostCurrencyPayload, 'errors'> & { errors: Array<ResolversTypes['UserError']> }>;
  SetCostRateInput: SetCostRateInput;
  SetCostRatePayload: ResolverTypeWrapper<Omit<SetCostRatePayload, 'costRate' | 'errors'> & { costRate?: Maybe<ResolversTypes['CostRate']>, errors: Array<ResolversTypes['UserError']> }>;
  Site: ResolverTypeWrapper<Site>;
  SkipOperationInput: SkipOperationInput;
  SkipOperationPayload: ResolverTypeWrapper<Omit<SkipOperationPayload, 'errors' | 'operation'> & { errors: Array<ResolversTypes['UserError']>, operation?: Maybe<ResolversTypes['WorkOrderOperation']> }>;
  StartOperationInput: StartOperationInput;
  StartOperationPayload: ResolverTypeWrapper<Omit<StartOperationPayload, 'errors' | 'execution'> & { errors: Array<ResolversTypes['UserError']>, execution?: Maybe<ResolversTypes['OperationExecution']> }>;
  User: ResolverTypeWrapper<User>;
  UserError: ResolverTypeWrapper<UserErrorData>;
  WorkCenter: ResolverTypeWrapper<WorkCenter>;
  WorkOrder: ResolverTypeWrapper<WorkOrderRow>;
  WorkOrderConnection: ResolverTypeWrapper<Omit<WorkOrderConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['WorkOrderEdge']>, nodes: Array<ResolversTypes['WorkOrder']> }>;
  WorkOrderCost: ResolverTypeWrapper<WorkOrderCost>;
  WorkOrderEdge: ResolverTypeWrapper<Omit<WorkOrderEdge, 'node'> & { node: ResolversTypes['WorkOrder'] }>;
  WorkOrderFilter: WorkOrderFilter;
  WorkOrderHistoryConnection: ResolverTypeWrapper<Omit<WorkOrderHistoryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['WorkOrderHistoryEdge']>, nodes: Array<ResolversTypes['WorkOrderHistoryEntry']> }>;
  WorkOrderHistoryEdge: ResolverTypeWrapper<Omit<WorkOrderHistoryEdge, 'node'> & { node: ResolversTypes['WorkOrderHistoryEntry'] }>;
  WorkOrderHistoryEntry: ResolverTypeWrapper<WorkOrderHistoryRow>;
  WorkOrderMaterial: ResolverTypeWrapper<Omit<WorkOrderMaterial, 'allocated' | 'consumed' | 'definition' | 'required'> & { allocated: ResolversTypes['Quantity'], consumed: ResolversTypes['Quantity'], definition?: Maybe<ResolversTypes['MaterialDefinition']>, required?: Maybe<ResolversTypes['Quantity']> }>;
  WorkOrderOperation: ResolverTypeWrapper<WorkOrderOperationRow>;
  WorkOrderOperationStatus: WorkOrderOperationStatus;
  WorkOrderSequencing: WorkOrderSequencing;
  WorkOrderSerial: ResolverTypeWrapper<WorkOrderSerialRow>;
  WorkOrderSerialConnection: ResolverTypeWrapper<Omit<WorkOrderSerialConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['WorkOrderSerialEdge']>, nodes: Array<ResolversTypes['WorkOrderSerial']> }>;
  WorkOrderSerialEdge: ResolverTypeWrapper<Omit<WorkOrderSerialEdge, 'node'> & { node: ResolversTypes['WorkOrderSerial'] }>;
  WorkOrderSort: WorkOrderSort;
  WorkOrderSource: ResolverTypeWrapper<WorkOrderSource>;
  WorkOrderStatus: WorkOrderStatus;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Actor: ResolversUnionTypes<ResolversParentTypes>['Actor'];
  AlreadyStartedError: UserErrorData;
  String: Scalars['String']['output'];
  ApiClient: ApiClient;
  ID: Scalars['ID']['output'];
  AssignEquipmentInput: AssignEquipmentInput;
  AssignEquipmentPayload: Omit<AssignEquipmentPayload, 'errors' | 'operation'> & { errors: Array<ResolversParentTypes['UserError']>, operation?: Maybe<ResolversParentTypes['WorkOrderOperation']> };
  CancelWorkOrderInput: CancelWorkOrderInput;
  CancelWorkOrderPayload: Omit<CancelWorkOrderPayload, 'errors' | 'workOrder'> & { errors: Array<ResolversParentTypes['UserError']>, workOrder?: Maybe<ResolversParentTypes['WorkOrder']> };
  ChangeWorkOrderInput: ChangeWorkOrderInput;
  Int: Scalars['Int']['output'];
  ChangeWorkOrderPayload: Omit<ChangeWorkOrderPayload, 'errors' | 'workOrder'> & { errors: Array<ResolversParentTypes['UserError']>, workOrder?: Maybe<ResolversParentTypes['WorkOrder']> };
  CloseWorkOrderInput: CloseWorkOrderInput;
  CloseWorkOrderPayload: Omit<CloseWorkOrderPayload, 'errors' | 'workOrder'> & { errors: Array<ResolversParentTypes['UserError']>, workOrder?: Maybe<ResolversParentTypes['WorkOrder']> };
  CompleteOperationInput: CompleteOperationInput;
  CompleteOperationPayload: Omit<CompleteOperationPayload, 'errors' | 'execution'> & { errors: Array<ResolversParentTypes['UserError']>, execution?: Maybe<ResolversParentTypes['OperationExecution']> };
  CompleteWorkOrderInput: CompleteWorkOrderInput;
  CompleteWorkOrderPayload: Omit<CompleteWorkOrderPayload, 'errors' | 'workOrder'> & { errors: Array<ResolversParentTypes['UserError']>, workOrder?: Maybe<ResolversParentTypes['WorkOrder']> };
  CostRate: CostRateRow;
  CostRateConnection: Omit<CostRateConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['CostRateEdge']>, nodes: Array<ResolversParentTypes['CostRate']> };
  CostRateEdge: Omit<CostRateEdge, 'node'> & { node: ResolversParentTypes['CostRate'] };
  CreateWorkOrderInput: CreateWorkOrderInput;
  CreateWorkOrderPayload: Omit<CreateWorkOrderPayload, 'errors' | 'workOrder'> & { errors: Array<ResolversParentTypes['UserError']>, workOrder?: Maybe<ResolversParentTypes['WorkOrder']> };
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  Equipment: Equipment;
  HoldWorkOrderInput: HoldWorkOrderInput;
  HoldWorkOrderPayload: Omit<HoldWorkOrderPayload, 'errors' | 'workOrder'> & { errors: Array<ResolversParentTypes['UserError']>, workOrder?: Maybe<ResolversParentTypes['WorkOrder']> };
  IllegalTransitionError: IllegalTransitionError;
  InspectionsNotPassedError: UserErrorData;
  IntegrationMessage: IntegrationMessage;
  InvalidInputError: InvalidInputError;
  JSON: Scalars['JSON']['output'];
  Material: Material;
  MaterialDefinition: ResolversUnionTypes<ResolversParentTypes>['MaterialDefinition'];
  Mutation: Record<PropertyKey, never>;
  NonConformance: NonConformance;
  NotFoundError: NotFoundError;
  OnQualityHoldError: UserErrorData;
  OperationExecution: OperationExecutionRow;
  OperationExecutionConnection: Omit<OperationExecutionConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['OperationExecutionEdge']>, nodes: Array<ResolversParentTypes['OperationExecution']> };
  OperationExecutionEdge: Omit<OperationExecutionEdge, 'node'> & { node: ResolversParentTypes['OperationExecution'] };
  OperationReport: OperationReportRow;
  OperationReportConnection: Omit<OperationReportConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['OperationReportEdge']>, nodes: Array<ResolversParentTypes['OperationReport']> };
  OperationReportEdge: Omit<OperationReportEdge, 'node'> & { node: ResolversParentTypes['OperationReport'] };
  OperationStep: OperationStepRow;
  OperationStepConnection: Omit<OperationStepConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['OperationStepEdge']>, nodes: Array<ResolversParentTypes['OperationStep']> };
  OperationStepEdge: Omit<OperationStepEdge, 'node'> & { node: ResolversParentTypes['OperationStep'] };
  OperationsIncompleteError: UserErrorData;
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  Part: { id: string };
  PartRevision: PartRevision;
  Quantity: Quantity;
  QuantityInput: QuantityInput;
  Query: Record<PropertyKey, never>;
  ReleaseWorkOrderInput: ReleaseWorkOrderInput;
  ReleaseWorkOrderPayload: Omit<ReleaseWorkOrderPayload, 'errors' | 'workOrder'> & { errors: Array<ResolversParentTypes['UserError']>, workOrder?: Maybe<ResolversParentTypes['WorkOrder']> };
  ReportOperationInput: ReportOperationInput;
  ReportOperationPayload: Omit<ReportOperationPayload, 'errors' | 'execution'> & { errors: Array<ResolversParentTypes['UserError']>, execution?: Maybe<ResolversParentTypes['OperationExecution']> };
  ResumeWorkOrderInput: ResumeWorkOrderInput;
  ResumeWorkOrderPayload: Omit<ResumeWorkOrderPayload, 'errors' | 'workOrder'> & { errors: Array<ResolversParentTypes['UserError']>, workOrder?: Maybe<ResolversParentTypes['WorkOrder']> };
  Routing: Routing;
  RoutingOperation: RoutingOperation;
  RuleViolationError: RuleViolationError;
  SerializedPart: SerializedPart;
  SetCostCurrencyInput: SetCostCurrencyInput;
  SetCostCurrencyPayload: Omit<SetCostCurrencyPayload, 'errors'> & { errors: Array<ResolversParentTypes['UserError']> };
  SetCostRateInput: SetCostRateInput;
  SetCostRatePayload: Omit<SetCostRatePayload, 'costRate' | 'errors'> & { costRate?: Maybe<ResolversParentTypes['CostRate']>, errors: Array<ResolversParentTypes['UserError']> };
  Site: Site;
  SkipOperationInput: SkipOperationInput;
  SkipOperationPayload: Omit<SkipOperationPayload, 'errors' | 'operation'> & { errors: Array<ResolversParentTypes['UserError']>, operation?: Maybe<ResolversParentTypes['WorkOrderOperation']> };
  StartOperationInput: StartOperationInput;
  StartOperationPayload: Omit<StartOperationPayload, 'errors' | 'execution'> & { errors: Array<ResolversParentTypes['UserError']>, execution?: Maybe<ResolversParentTypes['OperationExecution']> };
  User: User;
  UserError: UserErrorData;
  WorkCenter: WorkCenter;
  WorkOrder: WorkOrderRow;
  WorkOrderConnection: Omit<WorkOrderConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['WorkOrderEdge']>, nodes: Array<ResolversParentTypes['WorkOrder']> };
  WorkOrderCost: WorkOrderCost;
  WorkOrderEdge: Omit<WorkOrderEdge, 'node'> & { node: ResolversParentTypes['WorkOrder'] };
  WorkOrderFilter: WorkOrderFilter;
  WorkOrderHistoryConnection: Omit<WorkOrderHistoryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['WorkOrderHistoryEdge']>, nodes: Array<ResolversParentTypes['WorkOrderHistoryEntry']> };
  WorkOrderHistoryEdge: Omit<WorkOrderHistoryEdge, 'node'> & { node: ResolversParentTypes['WorkOrderHistoryEntry'] };
  WorkOrderHistoryEntry: WorkOrderHistoryRow;
  WorkOrderMaterial: Omit<WorkOrderMaterial, 'allocated' | 'consumed' | 'definition' | 'required'> & { allocated: ResolversParentTypes['Quantity'], consumed: ResolversParentTypes['Quantity'], definition?: Maybe<ResolversParentTypes['MaterialDefinition']>, required?: Maybe<ResolversParentTypes['Quantity']> };
  WorkOrderOperation: WorkOrderOperationRow;
  WorkOrderSerial: WorkOrderSerialRow;
  WorkOrderSerialConnection: Omit<WorkOrderSerialConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['WorkOrderSerialEdge']>, nodes: Array<ResolversParentTypes['WorkOrderSerial']> };
  WorkOrderSerialEdge: Omit<WorkOrderSerialEdge, 'node'> & { node: ResolversParentTypes['WorkOrderSerial'] };
  WorkOrderSource: WorkOrderSource;
};

export type ActorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Actor'] = ResolversParentTypes['Actor']> = {
  __resolveType: TypeResolveFn<'ApiClient' | 'User', ParentType, ContextType>;
};

export type AlreadyStartedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AlreadyStartedError'] = ResolversParentTypes['AlreadyStartedError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  execution?: Resolver<Maybe<ResolversTypes['OperationExecution']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  startedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ApiClientResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiClient'] = ResolversParentTypes['ApiClient']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AssignEquipmentPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AssignEquipmentPayload'] = ResolversParentTypes['AssignEquipmentPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  operation?: Resolver<Maybe<ResolversTypes['WorkOrderOperation']>, ParentType, ContextType>;
};

export type CancelWorkOrderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelWorkOrderPayload'] = ResolversParentTypes['CancelWorkOrderPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  workOrder?: Resolver<Maybe<ResolversTypes['WorkOrder']>, ParentType, ContextType>;
};

export type ChangeWorkOrderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeWorkOrderPayload'] = ResolversParentTypes['ChangeWorkOrderPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  workOrder?: Resolver<Maybe<ResolversTypes['WorkOrder']>, ParentType, ContextType>;
};

export type CloseWorkOrderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CloseWorkOrderPayload'] = ResolversParentTypes['CloseWorkOrderPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  workOrder?: Resolver<Maybe<ResolversTypes['WorkOrder']>, ParentType, ContextType>;
};

export type CompleteOperationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CompleteOperationPayload'] = ResolversParentTypes['CompleteOperationPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  execution?: Resolver<Maybe<ResolversTypes['OperationExecution']>, ParentType, ContextType>;
};

export type CompleteWorkOrderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CompleteWorkOrderPayload'] = ResolversParentTypes['CompleteWorkOrderPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  workOrder?: Resolver<Maybe<ResolversTypes['WorkOrder']>, ParentType, ContextType>;
};

export type CostRateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CostRate'] = ResolversParentTypes['CostRate']> = {
  effectiveFrom?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CostRateKind'], ParentType, ContextType>;
  personnelClass?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ratePerHour?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  workCenter?: Resolver<Maybe<ResolversTypes['WorkCenter']>, ParentType, ContextType>;
};

export type CostRateConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CostRateConnection'] = ResolversParentTypes['CostRateConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CostRateEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['CostRate']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CostRateEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CostRateEdge'] = ResolversParentTypes['CostRateEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CostRate'], ParentType, ContextType>;
};

export type CreateWorkOrderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CreateWorkOrderPayload'] = ResolversParentTypes['CreateWorkOrderPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  workOrder?: Resolver<Maybe<ResolversTypes['WorkOrder']>, ParentType, ContextType>;
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

export type HoldWorkOrderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['HoldWorkOrderPayload'] = ResolversParentTypes['HoldWorkOrderPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
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

export type InspectionsNotPassedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InspectionsNotPassedError'] = ResolversParentTypes['InspectionsNotPassedError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  inspectionNumbers?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IntegrationMessageResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IntegrationMessage'] = ResolversParentTypes['IntegrationMessage']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
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

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  assignEquipment?: Resolver<ResolversTypes['AssignEquipmentPayload'], ParentType, ContextType, RequireFields<MutationAssignEquipmentArgs, 'input'>>;
  cancelWorkOrder?: Resolver<ResolversTypes['CancelWorkOrderPayload'], ParentType, ContextType, RequireFields<MutationCancelWorkOrderArgs, 'input'>>;
  changeWorkOrder?: Resolver<ResolversTypes['ChangeWorkOrderPayload'], ParentType, ContextType, RequireFields<MutationChangeWorkOrderArgs, 'input'>>;
  closeWorkOrder?: Resolver<ResolversTypes['CloseWorkOrderPayload'], ParentType, ContextType, RequireFields<MutationCloseWorkOrderArgs, 'input'>>;
  completeOperation?: Resolver<ResolversTypes['CompleteOperationPayload'], ParentType, ContextType, RequireFields<MutationCompleteOperationArgs, 'input'>>;
  completeWorkOrder?: Resolver<ResolversTypes['CompleteWorkOrderPayload'], ParentType, ContextType, RequireFields<MutationCompleteWorkOrderArgs, 'input'>>;
  createWorkOrder?: Resolver<ResolversTypes['CreateWorkOrderPayload'], ParentType, ContextType, RequireFields<MutationCreateWorkOrderArgs, 'input'>>;
  holdWorkOrder?: Resolver<ResolversTypes['HoldWorkOrderPayload'], ParentType, ContextType, RequireFields<MutationHoldWorkOrderArgs, 'input'>>;
  releaseWorkOrder?: Resolver<ResolversTypes['ReleaseWorkOrderPayload'], ParentType, ContextType, RequireFields<MutationReleaseWorkOrderArgs, 'input'>>;
  reportOperation?: Resolver<ResolversTypes['ReportOperationPayload'], ParentType, ContextType, RequireFields<MutationReportOperationArgs, 'input'>>;
  resumeWorkOrder?: Resolver<ResolversTypes['ResumeWorkOrderPayload'], ParentType, ContextType, RequireFields<MutationResumeWorkOrderArgs, 'input'>>;
  setCostCurrency?: Resolver<ResolversTypes['SetCostCurrencyPayload'], ParentType, ContextType, RequireFields<MutationSetCostCurrencyArgs, 'input'>>;
  setCostRate?: Resolver<ResolversTypes['SetCostRatePayload'], ParentType, ContextType, RequireFields<MutationSetCostRateArgs, 'input'>>;
  skipOperation?: Resolver<ResolversTypes['SkipOperationPayload'], ParentType, ContextType, RequireFields<MutationSkipOperationArgs, 'input'>>;
  startOperation?: Resolver<ResolversTypes['StartOperationPayload'], ParentType, ContextType, RequireFields<MutationStartOperationArgs, 'input'>>;
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

export type OperationExecutionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OperationExecution'] = ResolversParentTypes['OperationExecution'], FederationReferenceType extends FederationReferenceTypes['OperationExecution'] = FederationReferenceTypes['OperationExecution']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['OperationExecution']> | FederationReferenceType, FederationReferenceType, ContextType>;
  completedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  completionRecordedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  equipment?: Resolver<Maybe<ResolversTypes['Equipment']>, ParentType, ContextType>;
  good?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  operation?: Resolver<ResolversTypes['WorkOrderOperation'], ParentType, ContextType>;
  operator?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  operatorName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  reports?: Resolver<ResolversTypes['OperationReportConnection'], ParentType, ContextType, RequireFields<OperationExecutionReportsArgs, 'first'>>;
  rework?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  scrap?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  serialNumbers?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  workOrder?: Resolver<ResolversTypes['WorkOrder'], ParentType, ContextType>;
};

export type OperationExecutionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OperationExecutionConnection'] = ResolversParentTypes['OperationExecutionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OperationExecutionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['OperationExecution']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type OperationExecutionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OperationExecutionEdge'] = ResolversParentTypes['OperationExecutionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['OperationExecution'], ParentType, ContextType>;
};

export type OperationReportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OperationReport'] = ResolversParentTypes['OperationReport']> = {
  good?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  operator?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  operatorName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  rework?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  scrap?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type OperationReportConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OperationReportConnection'] = ResolversParentTypes['OperationReportConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OperationReportEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['OperationReport']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type OperationReportEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OperationReportEdge'] = ResolversParentTypes['OperationReportEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['OperationReport'], ParentType, ContextType>;
};

export type OperationStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OperationStep'] = ResolversParentTypes['OperationStep']> = {
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  execution?: Resolver<Maybe<ResolversTypes['OperationExecution']>, ParentType, ContextType>;
  serialNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  skipReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['OperationStepStatus'], ParentType, ContextType>;
};

export type OperationStepConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OperationStepConnection'] = ResolversParentTypes['OperationStepConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OperationStepEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['OperationStep']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type OperationStepEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OperationStepEdge'] = ResolversParentTypes['OperationStepEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['OperationStep'], ParentType, ContextType>;
};

export type OperationsIncompleteErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OperationsIncompleteError'] = ResolversParentTypes['OperationsIncompleteError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operationNumbers?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
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
  workOrders?: Resolver<Maybe<ResolversTypes['WorkOrderConnection']>, ParentType, ContextType, RequireFields<PartWorkOrdersArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PartRevisionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PartRevision'] = ResolversParentTypes['PartRevision']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type QuantityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Quantity'] = ResolversParentTypes['Quantity']> = {
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  costCurrency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  costRates?: Resolver<ResolversTypes['CostRateConnection'], ParentType, ContextType, RequireFields<QueryCostRatesArgs, 'first'>>;
  operationExecution?: Resolver<Maybe<ResolversTypes['OperationExecution']>, ParentType, ContextType, RequireFields<QueryOperationExecutionArgs, 'id'>>;
  workOrder?: Resolver<Maybe<ResolversTypes['WorkOrder']>, ParentType, ContextType, RequireFields<QueryWorkOrderArgs, 'id'>>;
  workOrderByNumber?: Resolver<Maybe<ResolversTypes['WorkOrder']>, ParentType, ContextType, RequireFields<QueryWorkOrderByNumberArgs, 'number'>>;
  workOrderOperation?: Resolver<Maybe<ResolversTypes['WorkOrderOperation']>, ParentType, ContextType, RequireFields<QueryWorkOrderOperationArgs, 'id'>>;
  workOrders?: Resolver<ResolversTypes['WorkOrderConnection'], ParentType, ContextType, RequireFields<QueryWorkOrdersArgs, 'first' | 'sort'>>;
};

export type ReleaseWorkOrderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReleaseWorkOrderPayload'] = ResolversParentTypes['ReleaseWorkOrderPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  workOrder?: Resolver<Maybe<ResolversTypes['WorkOrder']>, ParentType, ContextType>;
};

export type ReportOperationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReportOperationPayload'] = ResolversParentTypes['ReportOperationPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  execution?: Resolver<Maybe<ResolversTypes['OperationExecution']>, ParentType, ContextType>;
};

export type ResumeWorkOrderPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResumeWorkOrderPayload'] = ResolversParentTypes['ResumeWorkOrderPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  workOrder?: Resolver<Maybe<ResolversTypes['WorkOrder']>, ParentType, ContextType>;
};

export type RoutingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Routing'] = ResolversParentTypes['Routing']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type RoutingOperationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RoutingOperation'] = ResolversParentTypes['RoutingOperation']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type RuleViolationErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RuleViolationError'] = ResolversParentTypes['RuleViolationError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SerializedPartResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SerializedPart'] = ResolversParentTypes['SerializedPart']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SetCostCurrencyPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetCostCurrencyPayload'] = ResolversParentTypes['SetCostCurrencyPayload']> = {
  currency?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SetCostRatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetCostRatePayload'] = ResolversParentTypes['SetCostRatePayload']> = {
  costRate?: Resolver<Maybe<ResolversTypes['CostRate']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SiteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Site'] = ResolversParentTypes['Site']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SkipOperationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SkipOperationPayload'] = ResolversParentTypes['SkipOperationPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  operation?: Resolver<Maybe<ResolversTypes['WorkOrderOperation']>, ParentType, ContextType>;
};

export type StartOperationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StartOperationPayload'] = ResolversParentTypes['StartOperationPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  execution?: Resolver<Maybe<ResolversTypes['OperationExecution']>, ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'AlreadyStartedError' | 'IllegalTransitionError' | 'InspectionsNotPassedError' | 'InvalidInputError' | 'NotFoundError' | 'OnQualityHoldError' | 'OperationsIncompleteError' | 'RuleViolationError', ParentType, ContextType>;
};

export type WorkCenterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkCenter'] = ResolversParentTypes['WorkCenter']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WorkOrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkOrder'] = ResolversParentTypes['WorkOrder'], FederationReferenceType extends FederationReferenceTypes['WorkOrder'] = FederationReferenceTypes['WorkOrder']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['WorkOrder']> | FederationReferenceType, FederationReferenceType, ContextType>;
  actualCost?: Resolver<Maybe<ResolversTypes['WorkOrderCost']>, ParentType, ContextType>;
  actualEndAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  actualStartAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  history?: Resolver<ResolversTypes['WorkOrderHistoryConnection'], ParentType, ContextType, RequireFields<WorkOrderHistoryArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  materials?: Resolver<Array<ResolversTypes['WorkOrderMaterial']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operations?: Resolver<Array<ResolversTypes['WorkOrderOperation']>, ParentType, ContextType>;
  part?: Resolver<Maybe<ResolversTypes['Part']>, ParentType, ContextType>;
  partRevision?: Resolver<Maybe<ResolversTypes['PartRevision']>, ParentType, ContextType>;
  percentComplete?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  plannedEndAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  plannedStartAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  priority?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  releasedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  routing?: Resolver<Maybe<ResolversTypes['Routing']>, ParentType, ContextType>;
  serials?: Resolver<ResolversTypes['WorkOrderSerialConnection'], ParentType, ContextType, RequireFields<WorkOrderSerialsArgs, 'first'>>;
  site?: Resolver<Maybe<ResolversTypes['Site']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['WorkOrderSource']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['WorkOrderStatus'], ParentType, ContextType>;
};

export type WorkOrderConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkOrderConnection'] = ResolversParentTypes['WorkOrderConnection']> = {
  edges?: Resolver<Array<ResolversTypes['WorkOrderEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['WorkOrder']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type WorkOrderCostResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkOrderCost'] = ResolversParentTypes['WorkOrderCost']> = {
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  labor?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  material?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  overhead?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type WorkOrderEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkOrderEdge'] = ResolversParentTypes['WorkOrderEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['WorkOrder'], ParentType, ContextType>;
};

export type WorkOrderHistoryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkOrderHistoryConnection'] = ResolversParentTypes['WorkOrderHistoryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['WorkOrderHistoryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['WorkOrderHistoryEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type WorkOrderHistoryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkOrderHistoryEdge'] = ResolversParentTypes['WorkOrderHistoryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['WorkOrderHistoryEntry'], ParentType, ContextType>;
};

export type WorkOrderHistoryEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkOrderHistoryEntry'] = ResolversParentTypes['WorkOrderHistoryEntry']> = {
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  actor?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  actorName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  new?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  old?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  operationNumber?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type WorkOrderMaterialResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkOrderMaterial'] = ResolversParentTypes['WorkOrderMaterial']> = {
  allocated?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  consumed?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  definition?: Resolver<Maybe<ResolversTypes['MaterialDefinition']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  required?: Resolver<Maybe<ResolversTypes['Quantity']>, ParentType, ContextType>;
};

export type WorkOrderOperationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkOrderOperation'] = ResolversParentTypes['WorkOrderOperation'], FederationReferenceType extends FederationReferenceTypes['WorkOrderOperation'] = FederationReferenceTypes['WorkOrderOperation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['WorkOrderOperation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  completedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  equipment?: Resolver<Maybe<ResolversTypes['Equipment']>, ParentType, ContextType>;
  equipmentClass?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  executions?: Resolver<ResolversTypes['OperationExecutionConnection'], ParentType, ContextType, RequireFields<WorkOrderOperationExecutionsArgs, 'first'>>;
  good?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inspectionRequired?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  personnelClass?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  plannedRunSecondsPerUnit?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  plannedSetupSeconds?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  qualityCritical?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  rework?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  routingOperation?: Resolver<Maybe<ResolversTypes['RoutingOperation']>, ParentType, ContextType>;
  scrap?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  sequencing?: Resolver<ResolversTypes['WorkOrderSequencing'], ParentType, ContextType>;
  skipReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  skipped?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['WorkOrderOperationStatus'], ParentType, ContextType>;
  steps?: Resolver<ResolversTypes['OperationStepConnection'], ParentType, ContextType, RequireFields<WorkOrderOperationStepsArgs, 'first'>>;
  workCenter?: Resolver<Maybe<ResolversTypes['WorkCenter']>, ParentType, ContextType>;
  workOrder?: Resolver<ResolversTypes['WorkOrder'], ParentType, ContextType>;
};

export type WorkOrderSerialResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkOrderSerial'] = ResolversParentTypes['WorkOrderSerial']> = {
  serialNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  serializedPart?: Resolver<Maybe<ResolversTypes['SerializedPart']>, ParentType, ContextType>;
};

export type WorkOrderSerialConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkOrderSerialConnection'] = ResolversParentTypes['WorkOrderSerialConnection']> = {
  edges?: Resolver<Array<ResolversTypes['WorkOrderSerialEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['WorkOrderSerial']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type WorkOrderSerialEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkOrderSerialEdge'] = ResolversParentTypes['WorkOrderSerialEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['WorkOrderSerial'], ParentType, ContextType>;
};

export type WorkOrderSourceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkOrderSource'] = ResolversParentTypes['WorkOrderSource']> = {
  message?: Resolver<Maybe<ResolversTypes['IntegrationMessage']>, ParentType, ContextType>;
  requestId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Actor?: ActorResolvers<ContextType>;
  AlreadyStartedError?: AlreadyStartedErrorResolvers<ContextType>;
  ApiClient?: ApiClientResolvers<ContextType>;
  AssignEquipmentPayload?: AssignEquipmentPayloadResolvers<ContextType>;
  CancelWorkOrderPayload?: CancelWorkOrderPayloadResolvers<ContextType>;
  ChangeWorkOrderPayload?: ChangeWorkOrderPayloadResolvers<ContextType>;
  CloseWorkOrderPayload?: CloseWorkOrderPayloadResolvers<ContextType>;
  CompleteOperationPayload?: CompleteOperationPayloadResolvers<ContextType>;
  CompleteWorkOrderPayload?: CompleteWorkOrderPayloadResolvers<ContextType>;
  CostRate?: CostRateResolvers<ContextType>;
  CostRateConnection?: CostRateConnectionResolvers<ContextType>;
  CostRateEdge?: CostRateEdgeResolvers<ContextType>;
  CreateWorkOrderPayload?: CreateWorkOrderPayloadResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  Equipment?: EquipmentResolvers<ContextType>;
  HoldWorkOrderPayload?: HoldWorkOrderPayloadResolvers<ContextType>;
  IllegalTransitionError?: IllegalTransitionErrorResolvers<ContextType>;
  InspectionsNotPassedError?: InspectionsNotPassedErrorResolvers<ContextType>;
  IntegrationMessage?: IntegrationMessageResolvers<ContextType>;
  InvalidInputError?: InvalidInputErrorResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  Material?: MaterialResolvers<ContextType>;
  MaterialDefinition?: MaterialDefinitionResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NonConformance?: NonConformanceResolvers<ContextType>;
  NotFoundError?: NotFoundErrorResolvers<ContextType>;
  OnQualityHoldError?: OnQualityHoldErrorResolvers<ContextType>;
  OperationExecution?: OperationExecutionResolvers<ContextType>;
  OperationExecutionConnection?: OperationExecutionConnectionResolvers<ContextType>;
  OperationExecutionEdge?: OperationExecutionEdgeResolvers<ContextType>;
  OperationReport?: OperationReportResolvers<ContextType>;
  OperationReportConnection?: OperationReportConnectionResolvers<ContextType>;
  OperationReportEdge?: OperationReportEdgeResolvers<ContextType>;
  OperationStep?: OperationStepResolvers<ContextType>;
  OperationStepConnection?: OperationStepConnectionResolvers<ContextType>;
  OperationStepEdge?: OperationStepEdgeResolvers<ContextType>;
  OperationsIncompleteError?: OperationsIncompleteErrorResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Part?: PartResolvers<ContextType>;
  PartRevision?: PartRevisionResolvers<ContextType>;
  Quantity?: QuantityResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  ReleaseWorkOrderPayload?: ReleaseWorkOrderPayloadResolvers<ContextType>;
  ReportOperationPayload?: ReportOperationPayloadResolvers<ContextType>;
  ResumeWorkOrderPayload?: ResumeWorkOrderPayloadResolvers<ContextType>;
  Routing?: RoutingResolvers<ContextType>;
  RoutingOperation?: RoutingOperationResolvers<ContextType>;
  RuleViolationError?: RuleViolationErrorResolvers<ContextType>;
  SerializedPart?: SerializedPartResolvers<ContextType>;
  SetCostCurrencyPayload?: SetCostCurrencyPayloadResolvers<ContextType>;
  SetCostRatePayload?: SetCostRatePayloadResolvers<ContextType>;
  Site?: SiteResolvers<ContextType>;
  SkipOperationPayload?: SkipOperationPayloadResolvers<ContextType>;
  StartOperationPayload?: StartOperationPayloadResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  WorkCenter?: WorkCenterResolvers<ContextType>;
  WorkOrder?: WorkOrderResolvers<ContextType>;
  WorkOrderConnection?: WorkOrderConnectionResolvers<ContextType>;
  WorkOrderCost?: WorkOrderCostResolvers<ContextType>;
  WorkOrderEdge?: WorkOrderEdgeResolvers<ContextType>;
  WorkOrderHistoryConnection?: WorkOrderHistoryConnectionResolvers<ContextType>;
  WorkOrderHistoryEdge?: WorkOrderHistoryEdgeResolvers<ContextType>;
  WorkOrderHistoryEntry?: WorkOrderHistoryEntryResolvers<ContextType>;
  WorkOrderMaterial?: WorkOrderMaterialResolvers<ContextType>;
  WorkOrderOperation?: WorkOrderOperationResolvers<ContextType>;
  WorkOrderSerial?: WorkOrderSerialResolvers<ContextType>;
  WorkOrderSerialConnection?: WorkOrderSerialConnectionResolvers<ContextType>;
  WorkOrderSerialEdge?: WorkOrderSerialEdgeResolvers<ContextType>;
  WorkOrderSource?: WorkOrderSourceResolvers<ContextType>;
};

