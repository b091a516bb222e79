import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ResourceCalendarRow, CalendarExceptionRow } from '../resource-calendar/tables.ts';
import type { ScheduleRow } from '../schedule/tables.ts';
import type { ScheduledOperationRow } from '../scheduled-operation/tables.ts';
import type { ScheduleConflictRow } from '../schedule-conflict/tables.ts';
import type { Lane } from '../scheduled-operation/gantt.ts';
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

export type Actor = ApiClient | User;

export type AddCalendarExceptionInput = {
  /** At most a year after the start. */
  endsAt: Scalars['DateTime']['input'];
  equipmentCode?: InputMaybe<Scalars['String']['input']>;
  /** Chosen by the client, so that a repeated request changes nothing; a UUID. */
  id?: InputMaybe<Scalars['ID']['input']>;
  kind: CalendarExceptionKind;
  reason: Scalars['String']['input'];
  siteId: Scalars['ID']['input'];
  startsAt: Scalars['DateTime']['input'];
  workCenterCode?: InputMaybe<Scalars['String']['input']>;
};

export type AddCalendarExceptionPayload = {
  __typename?: 'AddCalendarExceptionPayload';
  calendarException?: Maybe<CalendarException>;
  errors: Array<UserError>;
};

export type ApiClient = {
  __typename?: 'ApiClient';
  id: Scalars['ID']['output'];
};

/** A time when machines do not work although the week says so, or the other way round. */
export type CalendarException = {
  __typename?: 'CalendarException';
  endsAt: Scalars['DateTime']['output'];
  equipment?: Maybe<Equipment>;
  id: Scalars['ID']['output'];
  kind: CalendarExceptionKind;
  reason: Scalars['String']['output'];
  recordedAt: Scalars['DateTime']['output'];
  site?: Maybe<Site>;
  startsAt: Scalars['DateTime']['output'];
  workCenter?: Maybe<WorkCenter>;
};

export type CalendarExceptionConnection = {
  __typename?: 'CalendarExceptionConnection';
  edges: Array<CalendarExceptionEdge>;
  nodes: Array<CalendarException>;
  pageInfo: PageInfo;
};

export type CalendarExceptionEdge = {
  __typename?: 'CalendarExceptionEdge';
  cursor: Scalars['String']['output'];
  node: CalendarException;
};

export type CalendarExceptionKind =
  /** Does not work: a holiday, planned maintenance. */
  | 'CLOSED'
  /** Works although the week says no: overtime. */
  | 'OPEN';

export type ConstructedPlan = {
  __typename?: 'ConstructedPlan';
  figures: ScheduleFigures;
  rule: DispatchRule;
};

export type DiscardScheduleInput = {
  id: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};

export type DiscardSchedulePayload = {
  __typename?: 'DiscardSchedulePayload';
  errors: Array<UserError>;
  schedule?: Maybe<Schedule>;
};

export type DispatchRule =
  /** Apparent tardiness cost. */
  | 'ATC'
  /** Latest start, by loading backward from the due dates. */
  | 'BACKWARD'
  /** Critical ratio: time left by work left. */
  | 'CR'
  /** Earliest due date. */
  | 'EDD'
  /** Most work remaining. */
  | 'MWKR'
  /** Shortest processing time. */
  | 'SPT'
  /** Most urgent order. */
  | 'WEIGHT';

export type Equipment = {
  __typename?: 'Equipment';
  id: Scalars['ID']['output'];
  /** What it does next by the published schedule: what is not over yet, by its start. */
  schedule?: Maybe<ScheduledOperationConnection>;
};


export type EquipmentScheduleArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** A machine's row of a Gantt chart. */
export type GanttLane = {
  __typename?: 'GanttLane';
  equipment?: Maybe<Equipment>;
  operations: Array<ScheduledOperation>;
  workCenter?: Maybe<WorkCenter>;
  /** When it works, by its calendar. */
  working: Array<TimeSpan>;
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

export type MoveScheduledOperationInput = {
  /** Left out: it stays on its machine. */
  equipmentId?: InputMaybe<Scalars['ID']['input']>;
  id: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
  /** The schedule's revision that was looked at. */
  revision: Scalars['Int']['input'];
  startAt: Scalars['DateTime']['input'];
};

export type MoveScheduledOperationPayload = {
  __typename?: 'MoveScheduledOperationPayload';
  /** Everything that is in the way of the schedule's operations on the machine and of the order now. */
  conflicts?: Maybe<Array<ScheduleConflict>>;
  errors: Array<UserError>;
  scheduledOperation?: Maybe<ScheduledOperation>;
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Adds a time when a site, a work center or a machine does not work, or works all the same. */
  addCalendarException: AddCalendarExceptionPayload;
  /** Gives a draft up, or a planning that is not done yet. */
  discardSchedule: DiscardSchedulePayload;
  /**
   * Puts an operation on a machine at a time, and pins it there. Only what cannot be is refused: another kind of
   * machine, the past, what runs. What it collides with is answered as conflicts.
   */
  moveScheduledOperation: MoveScheduledOperationPayload;
  /** Pins an operation where it is: it stays there when the site is planned anew. */
  pinScheduledOperation: PinScheduledOperationPayload;
  /**
   * Plans the open orders of a site on its machines, as they are now, within their calendars. Answers at once with a
   * schedule that is PLANNING; it becomes a DRAFT when the planning is done. What runs stays where it is, and so does
   * what was pinned in the published schedule.
   */
  planSchedule: PlanSchedulePayload;
  /** Makes a draft the one that the floor goes by; the one before is superseded and kept. */
  publishSchedule: PublishSchedulePayload;
  removeCalendarException: RemoveCalendarExceptionPayload;
  removeResourceCalendar: RemoveResourceCalendarPayload;
  /** Sets when a site, a work center or a machine works in an ordinary week. The nearest calendar counts; without any, machines work around the clock. */
  setResourceCalendar: SetResourceCalendarPayload;
  unpinScheduledOperation: UnpinScheduledOperationPayload;
};


export type MutationAddCalendarExceptionArgs = {
  input: AddCalendarExceptionInput;
};


export type MutationDiscardScheduleArgs = {
  input: DiscardScheduleInput;
};


export type MutationMoveScheduledOperationArgs = {
  input: MoveScheduledOperationInput;
};


export type MutationPinScheduledOperationArgs = {
  input: PinScheduledOperationInput;
};


export type MutationPlanScheduleArgs = {
  input: PlanScheduleInput;
};


export type MutationPublishScheduleArgs = {
  input: PublishScheduleInput;
};


export type MutationRemoveCalendarExceptionArgs = {
  input: RemoveCalendarExceptionInput;
};


export type MutationRemoveResourceCalendarArgs = {
  input: RemoveResourceCalendarInput;
};


export type MutationSetResourceCalendarArgs = {
  input: SetResourceCalendarInput;
};


export type MutationUnpinScheduledOperationArgs = {
  input: UnpinScheduledOperationInput;
};

/** What the input names does not exist, or the viewer may not see it. */
export type NotFoundError = UserError & {
  __typename?: 'NotFoundError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path: Array<Scalars['String']['output']>;
};

export type OrderComparison = {
  __typename?: 'OrderComparison';
  endAfter: Scalars['DateTime']['output'];
  endBefore: Scalars['DateTime']['output'];
  /** Positive: later. */
  shiftSeconds: Scalars['Int']['output'];
  workOrder?: Maybe<WorkOrder>;
};

/** Relay page information: https://relay.dev/graphql/connections.htm */
export type PageInfo = {
  __typename?: 'PageInfo';
  endCursor?: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
  hasPreviousPage: Scalars['Boolean']['output'];
  startCursor?: Maybe<Scalars['String']['output']>;
};

export type PinScheduledOperationInput = {
  id: Scalars['ID']['input'];
  revision: Scalars['Int']['input'];
};

export type PinScheduledOperationPayload = {
  __typename?: 'PinScheduledOperationPayload';
  errors: Array<UserError>;
  scheduledOperation?: Maybe<ScheduledOperation>;
};

export type PlanScheduleInput = {
  /** For the search; 0 to 120. With 0, the best of the dispatch rules. */
  budgetSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** How long a machine that is down is taken to stay so from now; 0 to 720. */
  downtimeHours?: InputMaybe<Scalars['Int']['input']>;
  /** What the published schedule starts within so many hours stays where it is; 0 to 720. */
  frozenHours?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 180, from now. */
  horizonDays?: InputMaybe<Scalars['Int']['input']>;
  /** Chosen by the client, so that a repeated request changes nothing; a UUID. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** Also orders that were not released yet. */
  includeUnreleased?: InputMaybe<Scalars['Boolean']['input']>;
  /** Moves of the search, at most; 0 to 1,000,000. Where they are up before the time is, the same facts have the same plan. */
  iterations?: InputMaybe<Scalars['Int']['input']>;
  name?: InputMaybe<Scalars['String']['input']>;
  objective?: InputMaybe<ScheduleObjective>;
  seed?: InputMaybe<Scalars['Int']['input']>;
  siteId: Scalars['ID']['input'];
};

export type PlanSchedulePayload = {
  __typename?: 'PlanSchedulePayload';
  errors: Array<UserError>;
  schedule?: Maybe<Schedule>;
};

export type PublishScheduleInput = {
  id: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
  /** The revision that was looked at. */
  revision: Scalars['Int']['input'];
};

export type PublishSchedulePayload = {
  __typename?: 'PublishSchedulePayload';
  errors: Array<UserError>;
  schedule?: Maybe<Schedule>;
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
  /** Exceptions that end after `from`, by their start. */
  calendarExceptions: CalendarExceptionConnection;
  /** What a work center does next by the published schedule: what is not over yet, by its start. */
  dispatchList: ScheduledOperationConnection;
  /**
   * The machines of a site with what they do between two times, at most 92 days apart: by the published schedule, or
   * another. At most 5,000 operations; choose work centers or a shorter time for more.
   */
  gantt: Array<GanttLane>;
  /** The one that the floor goes by. */
  publishedSchedule?: Maybe<Schedule>;
  /** The calendars of a site: its own, its work centers', its machines'. */
  resourceCalendars: Array<ResourceCalendar>;
  schedule?: Maybe<Schedule>;
  scheduleConflict?: Maybe<ScheduleConflict>;
  /** Of published schedules, newest first. */
  scheduleConflicts: ScheduleConflictConnection;
  /** Newest first. */
  schedules: ScheduleConnection;
};


export type QueryCalendarExceptionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  from: Scalars['DateTime']['input'];
  siteId: Scalars['ID']['input'];
};


export type QueryDispatchListArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  equipmentId?: InputMaybe<Scalars['ID']['input']>;
  first: Scalars['Int']['input'];
  workCenterId: Scalars['ID']['input'];
};


export type QueryGanttArgs = {
  from: Scalars['DateTime']['input'];
  scheduleId?: InputMaybe<Scalars['ID']['input']>;
  siteId: Scalars['ID']['input'];
  until: Scalars['DateTime']['input'];
  workCenterCodes?: InputMaybe<Array<Scalars['String']['input']>>;
};


export type QueryPublishedScheduleArgs = {
  siteId: Scalars['ID']['input'];
};


export type QueryResourceCalendarsArgs = {
  siteId: Scalars['ID']['input'];
};


export type QueryScheduleArgs = {
  id: Scalars['ID']['input'];
};


export type QueryScheduleConflictArgs = {
  id: Scalars['ID']['input'];
};


export type QueryScheduleConflictsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ScheduleConflictFilter>;
  first: Scalars['Int']['input'];
};


export type QuerySchedulesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ScheduleFilter>;
  first: Scalars['Int']['input'];
};

export type RemoveCalendarExceptionInput = {
  id: Scalars['ID']['input'];
};

export type RemoveCalendarExceptionPayload = {
  __typename?: 'RemoveCalendarExceptionPayload';
  errors: Array<UserError>;
  removedId?: Maybe<Scalars['ID']['output']>;
};

export type RemoveResourceCalendarInput = {
  id: Scalars['ID']['input'];
};

export type RemoveResourceCalendarPayload = {
  __typename?: 'RemoveResourceCalendarPayload';
  errors: Array<UserError>;
  removedId?: Maybe<Scalars['ID']['output']>;
};

/** When machines work in an ordinary week. ISA-95: the working calendar of a work center. */
export type ResourceCalendar = {
  __typename?: 'ResourceCalendar';
  /** Null: of a work center or the whole site. */
  equipment?: Maybe<Equipment>;
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  recordedAt: Scalars['DateTime']['output'];
  shifts: Array<Shift>;
  site?: Maybe<Site>;
  /** The site's, whose clocks the shifts go by. */
  timeZone: Scalars['String']['output'];
  /** Null: of the whole site, or of one machine. */
  workCenter?: Maybe<WorkCenter>;
};

/** Somebody changed the schedule since it was looked at. */
export type RevisionChangedError = UserError & {
  __typename?: 'RevisionChangedError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path: Array<Scalars['String']['output']>;
  revision: Scalars['Int']['output'];
};

/** A business rule refuses the action in the present state. */
export type RuleViolationError = UserError & {
  __typename?: 'RuleViolationError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path: Array<Scalars['String']['output']>;
};

/** Who does what when, on which machine. ISA-95: Operations Schedule. */
export type Schedule = {
  __typename?: 'Schedule';
  /** Against the published schedule of the site. Null for the published one itself, and where there is none. */
  comparison?: Maybe<ScheduleComparison>;
  /** Newest first. */
  conflicts: ScheduleConflictConnection;
  /** Why there is none. */
  failure?: Maybe<Scalars['String']['output']>;
  horizonEnd: Scalars['DateTime']['output'];
  horizonStart: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  objective: ScheduleObjective;
  /** By their start. */
  operations: ScheduledOperationConnection;
  plannedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Null: the plant itself. */
  plannedBy?: Maybe<Actor>;
  plannedByName: Scalars['String']['output'];
  /** How it was found. Null while it is planned. */
  planning?: Maybe<SchedulePlanning>;
  publishedAt?: Maybe<Scalars['DateTime']['output']>;
  publishedBy?: Maybe<Actor>;
  publishedByName?: Maybe<Scalars['String']['output']>;
  /** Grows with every move and pin; who publishes or moves says which one they saw. */
  revision: Scalars['Int']['output'];
  site?: Maybe<Site>;
  status: ScheduleStatus;
  supersededAt?: Maybe<Scalars['DateTime']['output']>;
  /** What could not be planned, and why; at most 1,000. */
  unscheduled: Array<UnscheduledOperation>;
  /** Counts the schedules of the site. */
  version: Scalars['Int']['output'];
};


/** Who does what when, on which machine. ISA-95: Operations Schedule. */
export type ScheduleConflictsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  open?: InputMaybe<Scalars['Boolean']['input']>;
};


/** Who does what when, on which machine. ISA-95: Operations Schedule. */
export type ScheduleOperationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

export type ScheduleComparison = {
  __typename?: 'ScheduleComparison';
  added: Scalars['Int']['output'];
  /** In both, on another machine or at another time. */
  moved: Scalars['Int']['output'];
  /** Orders that end at another time, by how much; the most changed first, at most 100. */
  orders: Array<OrderComparison>;
  removed: Scalars['Int']['output'];
  /** In both, at the same time on the same machine. */
  unchanged: Scalars['Int']['output'];
  with: Schedule;
};

/** Something that stands in the way of a schedule. */
export type ScheduleConflict = {
  __typename?: 'ScheduleConflict';
  detectedAt: Scalars['DateTime']['output'];
  equipment?: Maybe<Equipment>;
  id: Scalars['ID']['output'];
  kind: ScheduleConflictKind;
  message: Scalars['String']['output'];
  operation?: Maybe<WorkOrderOperation>;
  /** The one it collides with. */
  otherOperation?: Maybe<WorkOrderOperation>;
  /** Null while it is open. */
  resolvedAt?: Maybe<Scalars['DateTime']['output']>;
  schedule: Schedule;
  /** By how much: late, overlapping, too early. */
  seconds?: Maybe<Scalars['Int']['output']>;
  workCenter?: Maybe<WorkCenter>;
  workOrder?: Maybe<WorkOrder>;
};

export type ScheduleConflictConnection = {
  __typename?: 'ScheduleConflictConnection';
  edges: Array<ScheduleConflictEdge>;
  nodes: Array<ScheduleConflict>;
  pageInfo: PageInfo;
};

export type ScheduleConflictEdge = {
  __typename?: 'ScheduleConflictEdge';
  cursor: Scalars['String']['output'];
  node: ScheduleConflict;
};

export type ScheduleConflictFilter = {
  kind?: InputMaybe<ScheduleConflictKind>;
  /** Left out: open ones and resolved ones. */
  open?: InputMaybe<Scalars['Boolean']['input']>;
  siteId?: InputMaybe<Scalars['ID']['input']>;
  workCenterCode?: InputMaybe<Scalars['String']['input']>;
  workOrderId?: InputMaybe<Scalars['ID']['input']>;
};

export type ScheduleConflictKind =
  /** The order ends after its due date. */
  | 'LATE'
  /** Its machine is down, in maintenance or out of service when it starts. */
  | 'MACHINE_DOWN'
  /** The order lacks material. */
  | 'MATERIAL_MISSING'
  /** The order is released and has no place in the schedule. */
  | 'NOT_SCHEDULED'
  /** The order is not what was planned: held, cancelled, another quantity or routing. */
  | 'ORDER_CHANGED'
  /** It starts or ends when its machine does not work. */
  | 'OUTSIDE_CALENDAR'
  /** A machine does two things at once. */
  | 'OVERLAP'
  /** It starts before an operation is over that comes before it. */
  | 'PRECEDENCE';

export type ScheduleConnection = {
  __typename?: 'ScheduleConnection';
  edges: Array<ScheduleEdge>;
  nodes: Array<Schedule>;
  pageInfo: PageInfo;
};

export type ScheduleEdge = {
  __typename?: 'ScheduleEdge';
  cursor: Scalars['String']['output'];
  node: Schedule;
};

/** What a plan comes to. */
export type ScheduleFigures = {
  __typename?: 'ScheduleFigures';
  /** From the planning until the last operation ends. */
  makespanSeconds: Scalars['Decimal']['output'];
  setupSeconds: Scalars['Decimal']['output'];
  /** Hours late, each weighed by its order: 101 less its priority. */
  weightedTardinessHours: Scalars['Decimal']['output'];
};

export type ScheduleFilter = {
  siteId?: InputMaybe<Scalars['ID']['input']>;
  status?: InputMaybe<ScheduleStatus>;
};

/** What a plan makes small first; the others follow. */
export type ScheduleObjective =
  /** The time until all is done. */
  | 'MAKESPAN'
  /** The time for setting machines up. */
  | 'SETUP'
  /** Lateness against due dates, each order by its priority. */
  | 'WEIGHTED_TARDINESS';

/** How a plan was found. */
export type SchedulePlanning = {
  __typename?: 'SchedulePlanning';
  /** The rule whose plan the search began with. */
  began: DispatchRule;
  /** What each rule alone came to. */
  constructed: Array<ConstructedPlan>;
  elapsedMilliseconds: Scalars['Int']['output'];
  ended: SearchEnd;
  /** Plans that were looked at. */
  evaluations: Scalars['Int']['output'];
  figures: ScheduleFigures;
  /** How often a better one was found. */
  improvements: Scalars['Int']['output'];
  /** Moves that were made. */
  iterations: Scalars['Int']['output'];
  lateOrders: Scalars['Int']['output'];
  machines: Scalars['Int']['output'];
  operations: Scalars['Int']['output'];
  orders: Scalars['Int']['output'];
};

export type ScheduleStatus =
  | 'DISCARDED'
  | 'DRAFT'
  /** There was no way to plan it, or the planning was cut short. */
  | 'FAILED'
  /** The search for it goes on. */
  | 'PLANNING'
  | 'PUBLISHED'
  | 'SUPERSEDED';

/** An operation at a time on a machine. */
export type ScheduledOperation = {
  __typename?: 'ScheduledOperation';
  /** Those that are open. */
  conflicts: Array<ScheduleConflict>;
  equipment?: Maybe<Equipment>;
  id: Scalars['ID']['output'];
  operation?: Maybe<WorkOrderOperation>;
  operationNumber: Scalars['Int']['output'];
  pinned: Scalars['Boolean']['output'];
  plannedEndAt: Scalars['DateTime']['output'];
  /** Setting up begins. */
  plannedStartAt: Scalars['DateTime']['output'];
  runSeconds: Scalars['Int']['output'];
  schedule: Schedule;
  setupEndsAt: Scalars['DateTime']['output'];
  setupSeconds: Scalars['Int']['output'];
  /** Why it starts no earlier. */
  startsBy: StartReason;
  status: ScheduledOperationStatus;
  waitsFor?: Maybe<WorkOrderOperation>;
  workCenter?: Maybe<WorkCenter>;
  workOrder?: Maybe<WorkOrder>;
  workOrderNumber: Scalars['String']['output'];
};

export type ScheduledOperationConnection = {
  __typename?: 'ScheduledOperationConnection';
  edges: Array<ScheduledOperationEdge>;
  nodes: Array<ScheduledOperation>;
  pageInfo: PageInfo;
};

export type ScheduledOperationEdge = {
  __typename?: 'ScheduledOperationEdge';
  cursor: Scalars['String']['output'];
  node: ScheduledOperation;
};

export type ScheduledOperationStatus =
  | 'COMPLETED'
  | 'IN_PROGRESS'
  | 'READY'
  | 'SKIPPED'
  /** Its order is held, cancelled or over. */
  | 'STOPPED'
  /** Waits for operations before it, or for its order. */
  | 'WAITING';

export type SearchEnd =
  /** All moves that were asked for were made. */
  | 'ITERATIONS'
  | 'NOTHING_TO_MOVE'
  | 'NOT_ASKED'
  /** No plan can be better. */
  | 'OPTIMAL'
  /** Nothing better was found for long. */
  | 'STALLED'
  /** The time that was given is up, or somebody stopped it. */
  | 'STOPPED';

export type SetResourceCalendarInput = {
  /** Of this machine alone. */
  equipmentCode?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  /** None: never works in an ordinary week. At most 50. */
  shifts: Array<ShiftInput>;
  siteId: Scalars['ID']['input'];
  /** Of this work center alone. */
  workCenterCode?: InputMaybe<Scalars['String']['input']>;
};

export type SetResourceCalendarPayload = {
  __typename?: 'SetResourceCalendarPayload';
  errors: Array<UserError>;
  resourceCalendar?: Maybe<ResourceCalendar>;
};

/** A shift of an ordinary week, by the clocks of the site. One that ends before it starts ends on the next day. */
export type Shift = {
  __typename?: 'Shift';
  day: Weekday;
  /** `14:00`; `24:00` is midnight. */
  end: Scalars['String']['output'];
  name?: Maybe<Scalars['String']['output']>;
  /** `06:00` */
  start: Scalars['String']['output'];
};

export type ShiftInput = {
  day: Weekday;
  end: Scalars['String']['input'];
  name?: InputMaybe<Scalars['String']['input']>;
  start: Scalars['String']['input'];
};

export type Site = {
  __typename?: 'Site';
  id: Scalars['ID']['output'];
};

export type StartReason =
  /**
   * It stayed where it was: it is about to start (`frozenHours`), or somebody had pinned it and has let it go. A plan made
   * anew may find another place for it.
   */
  | 'KEPT'
  /** Its machine is busy with the operation named. */
  | 'MACHINE'
  /** Nothing stood in its way. */
  | 'NOW'
  /** It waits for the operation named. */
  | 'OPERATION'
  /** Somebody pinned it there. */
  | 'PINNED'
  /** The order may not start before. */
  | 'RELEASE'
  /** It runs already. */
  | 'RUNNING';

export type TimeSpan = {
  __typename?: 'TimeSpan';
  end: Scalars['DateTime']['output'];
  start: Scalars['DateTime']['output'];
};

export type UnpinScheduledOperationInput = {
  id: Scalars['ID']['input'];
  revision: Scalars['Int']['input'];
};

export type UnpinScheduledOperationPayload = {
  __typename?: 'UnpinScheduledOperationPayload';
  errors: Array<UserError>;
  scheduledOperation?: Maybe<ScheduledOperation>;
};

export type UnscheduledOperation = {
  __typename?: 'UnscheduledOperation';
  operation?: Maybe<WorkOrderOperation>;
  operationNumber: Scalars['Int']['output'];
  reason: UnscheduledReason;
  workOrder?: Maybe<WorkOrder>;
};

export type UnscheduledReason =
  /** An operation before it is not planned. */
  | 'AFTER_UNSCHEDULED'
  /** It does not end before the horizon. */
  | 'BEYOND_HORIZON'
  /** No machine of the work center can do it. */
  | 'NO_MACHINE';

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

export type Weekday =
  | 'FRIDAY'
  | 'MONDAY'
  | 'SATURDAY'
  | 'SUNDAY'
  | 'THURSDAY'
  | 'TUESDAY'
  | 'WEDNESDAY';

export type WorkCenter = {
  __typename?: 'WorkCenter';
  code: Scalars['String']['output'];
};

export type WorkOrder = {
  __typename?: 'WorkOrder';
  id: Scalars['ID']['output'];
  /** Its place in the published schedule. */
  schedule?: Maybe<WorkOrderSchedule>;
};

export type WorkOrderOperation = {
  __typename?: 'WorkOrderOperation';
  id: Scalars['ID']['output'];
  /** Its place in the published schedule. */
  scheduled?: Maybe<ScheduledOperation>;
};

/** An order in the published schedule. */
export type WorkOrderSchedule = {
  __typename?: 'WorkOrderSchedule';
  /** How long after its due date it ends; null when it has none. */
  lateSeconds?: Maybe<Scalars['Int']['output']>;
  /** By their numbers. */
  operations: Array<ScheduledOperation>;
  plannedEndAt: Scalars['DateTime']['output'];
  plannedStartAt: Scalars['DateTime']['output'];
  schedule: Schedule;
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
  CalendarException: CalendarException;
  Equipment: Equipment;
  ResourceCalendar: ResourceCalendar;
  Schedule: Schedule;
  ScheduleConflict: ScheduleConflict;
  ScheduledOperation: ScheduledOperation;
  WorkOrder: WorkOrder;
  WorkOrderOperation: WorkOrderOperation;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  CalendarException:
    ( { __typename: 'CalendarException' }
    & GraphQLRecursivePick<FederationTypes['CalendarException'], {"id":true}> );
  Equipment:
    ( { __typename: 'Equipment' }
    & GraphQLRecursivePick<FederationTypes['Equipment'], {"id":true}> );
  ResourceCalendar:
    ( { __typename: 'ResourceCalendar' }
    & GraphQLRecursivePick<FederationTypes['ResourceCalendar'], {"id":true}> );
  Schedule:
    ( { __typename: 'Schedule' }
    & GraphQLRecursivePick<FederationTypes['Schedule'], {"id":true}> );
  ScheduleConflict:
    ( { __typename: 'ScheduleConflict' }
    & GraphQLRecursivePick<FederationTypes['ScheduleConflict'], {"id":true}> );
  ScheduledOperation:
    ( { __typename: 'ScheduledOperation' }
    & GraphQLRecursivePick<FederationTypes['ScheduledOperation'], {"id":true}> );
  WorkOrder:
    ( { __typename: 'WorkOrder' }
    & GraphQLRecursivePick<FederationTypes['WorkOrder'], {"id":true}> );
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
};


/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Actor: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['Actor']>;
  AddCalendarExceptionInput: AddCalendarExceptionInput;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AddCalendarExceptionPayload: ResolverTypeWrapper<Omit<AddCalendarExceptionPayload, 'calendarException' | 'errors'> & { calendarException?: Maybe<ResolversTypes['CalendarException']>, errors: Array<ResolversTypes['UserError']> }>;
  ApiClient: ResolverTypeWrapper<ApiClient>;
  CalendarException: ResolverTypeWrapper<CalendarExceptionRow>;
  CalendarExceptionConnection: ResolverTypeWrapper<Omit<CalendarExceptionConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['CalendarExceptionEdge']>, nodes: Array<ResolversTypes['CalendarException']> }>;
  CalendarExceptionEdge: ResolverTypeWrapper<Omit<CalendarExceptionEdge, 'node'> & { node: ResolversTypes['CalendarException'] }>;
  CalendarExceptionKind: CalendarExceptionKind;
  ConstructedPlan: ResolverTypeWrapper<ConstructedPlan>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  DiscardScheduleInput: DiscardScheduleInput;
  DiscardSchedulePayload: ResolverTypeWrapper<Omit<DiscardSchedulePayload, 'errors' | 'schedule'> & { errors: Array<ResolversTypes['UserError']>, schedule?: Maybe<ResolversTypes['Schedule']> }>;
  DispatchRule: DispatchRule;
  Equipment: ResolverTypeWrapper<{ id: string }>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  GanttLane: ResolverTypeWrapper<Lane>;
  IllegalTransitionError: ResolverTypeWrapper<IllegalTransitionError>;
  InvalidInputError: ResolverTypeWrapper<InvalidInputError>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  MoveScheduledOperationInput: MoveScheduledOperationInput;
  MoveScheduledOperationPayload: ResolverTypeWrapper<Omit<MoveScheduledOperationPayload, 'conflicts' | 'errors' | 'scheduledOperation'> & { conflicts?: Maybe<Array<ResolversTypes['ScheduleConflict']>>, errors: Array<ResolversTypes['UserError']>, scheduledOperation?: Maybe<ResolversTypes['ScheduledOperation']> }>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NotFoundError: ResolverTypeWrapper<NotFoundError>;
  OrderComparison: ResolverTypeWrapper<Omit<OrderComparison, 'workOrder'> & { workOrder?: Maybe<ResolversTypes['WorkOrder']> }>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  PinScheduledOperationInput: PinScheduledOperationInput;
  PinScheduledOperationPayload: ResolverTypeWrapper<Omit<PinScheduledOperationPayload, 'errors' | 'scheduledOperation'> & { errors: Array<ResolversTypes['UserError']>, scheduledOperation?: Maybe<ResolversTypes['ScheduledOperation']> }>;
  PlanScheduleInput: PlanScheduleInput;
  PlanSchedulePayload: ResolverTypeWrapper<Omit<PlanSchedulePayload, 'errors' | 'schedule'> & { errors: Array<ResolversTypes['UserError']>, schedule?: Maybe<ResolversTypes['Schedule']> }>;
  PublishScheduleInput: PublishScheduleInput;
  PublishSchedulePayload: ResolverTypeWrapper<Omit<PublishSchedulePayload, 'errors' | 'schedule'> & { errors: Array<ResolversTypes['UserError']>, schedule?: Maybe<ResolversTypes['Schedule']> }>;
  Quantity: ResolverTypeWrapper<Quantity>;
  QuantityInput: QuantityInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RemoveCalendarExceptionInput: RemoveCalendarExceptionInput;
  RemoveCalendarExceptionPayload: ResolverTypeWrapper<Omit<RemoveCalendarExceptionPayload, 'errors'> & { errors: Array<ResolversTypes['UserError']> }>;
  RemoveResourceCalendarInput: RemoveResourceCalendarInput;
  RemoveResourceCalendarPayload: ResolverTypeWrapper<Omit<RemoveResourceCalendarPayload, 'errors'> & { errors: Array<ResolversTypes['UserError']> }>;
  ResourceCalendar: ResolverTypeWrapper<ResourceCalendarRow>;
  RevisionChangedError: ResolverTypeWrapper<UserErrorData>;
  RuleViolationError: ResolverTypeWrapper<RuleViolationError>;
  Schedule: ResolverTypeWrapper<ScheduleRow>;
  ScheduleComparison: ResolverTypeWrapper<Omit<ScheduleComparison, 'orders' | 'with'> & { orders: Array<ResolversTypes['OrderComparison']>, with: ResolversTypes['Schedule'] }>;
  ScheduleConflict: ResolverTypeWrapper<ScheduleConflictRow>;
  ScheduleConflictConnection: ResolverTypeWrapper<Omit<ScheduleConflictConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ScheduleConflictEdge']>, nodes: Array<ResolversTypes['ScheduleConflict']> }>;
  ScheduleConflictEdge: ResolverTypeWrapper<Omit<ScheduleConflictEdge, 'node'> & { node: ResolversTypes['ScheduleConflict'] }>;
  ScheduleConflictFilter: ScheduleConflictFilter;
  ScheduleConflictKind: ScheduleConflictKind;
  ScheduleConnection: ResolverTypeWrapper<Omit<ScheduleConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ScheduleEdge']>, nodes: Array<ResolversTypes['Schedule']> }>;
  ScheduleEdge: ResolverTypeWrapper<Omit<ScheduleEdge, 'node'> & { node: ResolversTypes['Schedule'] }>;
  ScheduleFigures: ResolverTypeWrapper<ScheduleFigures>;
  ScheduleFilter: ScheduleFilter;
  ScheduleObjective: ScheduleObjective;
  SchedulePlanning: ResolverTypeWrapper<SchedulePlanning>;
  ScheduleStatus: ScheduleStatus;
  ScheduledOperation: ResolverTypeWrapper<ScheduledOperationRow>;
  ScheduledOperationConnection: ResolverTypeWrapper<Omit<ScheduledOperationConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['ScheduledOperationEdge']>, nodes: Array<ResolversTypes['ScheduledOperation']> }>;
  ScheduledOperationEdge: ResolverTypeWrapper<Omit<ScheduledOperationEdge, 'node'> & { node: ResolversTypes['ScheduledOperation'] }>;
  ScheduledOperationStatus: ScheduledOperationStatus;
  SearchEnd: SearchEnd;
  SetResourceCalendarInput: SetResourceCalendarInput;
  SetResourceCalendarPayload: ResolverTypeWrapper<Omit<SetResourceCalendarPayload, 'errors' | 'resourceCalendar'> & { errors: Array<ResolversTypes['UserError']>, resourceCalendar?: Maybe<ResolversTypes['ResourceCalendar']> }>;
  Shift: ResolverTypeWrapper<Shift>;
  ShiftInput: ShiftInput;
  Site: ResolverTypeWrapper<Site>;
  StartReason: StartReason;
  TimeSpan: ResolverTypeWrapper<TimeSpan>;
  UnpinScheduledOperationInput: UnpinScheduledOperationInput;
  UnpinScheduledOperationPayload: ResolverTypeWrapper<Omit<UnpinScheduledOperationPayload, 'errors' | 'scheduledOperation'> & { errors: Array<ResolversTypes['UserError']>, scheduledOperation?: Maybe<ResolversTypes['ScheduledOperation']> }>;
  UnscheduledOperation: ResolverTypeWrapper<Omit<UnscheduledOperation, 'operation' | 'workOrder'> & { operation?: Maybe<ResolversTypes['WorkOrderOperation']>, workOrder?: Maybe<ResolversTypes['WorkOrder']> }>;
  UnscheduledReason: UnscheduledReason;
  User: ResolverTypeWrapper<User>;
  UserError: ResolverTypeWrapper<UserErrorData>;
  Weekday: Weekday;
  WorkCenter: ResolverTypeWrapper<WorkCenter>;
  WorkOrder: ResolverTypeWrapper<{ id: string }>;
  WorkOrderOperation: ResolverTypeWrapper<{ id: string }>;
  WorkOrderSchedule: ResolverTypeWrapper<Omit<WorkOrderSchedule, 'operations' | 'schedule'> & { operations: Array<ResolversTypes['ScheduledOperation']>, schedule: ResolversTypes['Schedule'] }>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Actor: ResolversUnionTypes<ResolversParentTypes>['Actor'];
  AddCalendarExceptionInput: AddCalendarExceptionInput;
  String: Scalars['String']['output'];
  ID: Scalars['ID']['output'];
  AddCalendarExceptionPayload: Omit<AddCalendarExceptionPayload, 'calendarException' | 'errors'> & { calendarException?: Maybe<ResolversParentTypes['CalendarException']>, errors: Array<ResolversParentTypes['UserError']> };
  ApiClient: ApiClient;
  CalendarException: CalendarExceptionRow;
  CalendarExceptionConnection: Omit<CalendarExceptionConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['CalendarExceptionEdge']>, nodes: Array<ResolversParentTypes['CalendarException']> };
  CalendarExceptionEdge: Omit<CalendarExceptionEdge, 'node'> & { node: ResolversParentTypes['CalendarException'] };
  ConstructedPlan: ConstructedPlan;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  DiscardScheduleInput: DiscardScheduleInput;
  DiscardSchedulePayload: Omit<DiscardSchedulePayload, 'errors' | 'schedule'> & { errors: Array<ResolversParentTypes['UserError']>, schedule?: Maybe<ResolversParentTypes['Schedule']> };
  Equipment: { id: string };
  Int: Scalars['Int']['output'];
  GanttLane: Lane;
  IllegalTransitionError: IllegalTransitionError;
  InvalidInputError: InvalidInputError;
  JSON: Scalars['JSON']['output'];
  MoveScheduledOperationInput: MoveScheduledOperationInput;
  MoveScheduledOperationPayload: Omit<MoveScheduledOperationPayload, 'conflicts' | 'errors' | 'scheduledOperation'> & { conflicts?: Maybe<Array<ResolversParentTypes['ScheduleConflict']>>, errors: Array<ResolversParentTypes['UserError']>, scheduledOperation?: Maybe<ResolversParentTypes['ScheduledOperation']> };
  Mutation: Record<PropertyKey, never>;
  NotFoundError: NotFoundError;
  OrderComparison: Omit<OrderComparison, 'workOrder'> & { workOrder?: Maybe<ResolversParentTypes['WorkOrder']> };
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  PinScheduledOperationInput: PinScheduledOperationInput;
  PinScheduledOperationPayload: Omit<PinScheduledOperationPayload, 'errors' | 'scheduledOperation'> & { errors: Array<ResolversParentTypes['UserError']>, scheduledOperation?: Maybe<ResolversParentTypes['ScheduledOperation']> };
  PlanScheduleInput: PlanScheduleInput;
  PlanSchedulePayload: Omit<PlanSchedulePayload, 'errors' | 'schedule'> & { errors: Array<ResolversParentTypes['UserError']>, schedule?: Maybe<ResolversParentTypes['Schedule']> };
  PublishScheduleInput: PublishScheduleInput;
  PublishSchedulePayload: Omit<PublishSchedulePayload, 'errors' | 'schedule'> & { errors: Array<ResolversParentTypes['UserError']>, schedule?: Maybe<ResolversParentTypes['Schedule']> };
  Quantity: Quantity;
  QuantityInput: QuantityInput;
  Query: Record<PropertyKey, never>;
  RemoveCalendarExceptionInput: RemoveCalendarExceptionInput;
  RemoveCalendarExceptionPayload: Omit<RemoveCalendarExceptionPayload, 'errors'> & { errors: Array<ResolversParentTypes['UserError']> };
  RemoveResourceCalendarInput: RemoveResourceCalendarInput;
  RemoveResourceCalendarPayload: Omit<RemoveResourceCalendarPayload, 'errors'> & { errors: Array<ResolversParentTypes['UserError']> };
  ResourceCalendar: ResourceCalendarRow;
  RevisionChangedError: UserErrorData;
  RuleViolationError: RuleViolationError;
  Schedule: ScheduleRow;
  ScheduleComparison: Omit<ScheduleComparison, 'orders' | 'with'> & { orders: Array<ResolversParentTypes['OrderComparison']>, with: ResolversParentTypes['Schedule'] };
  ScheduleConflict: ScheduleConflictRow;
  ScheduleConflictConnection: Omit<ScheduleConflictConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ScheduleConflictEdge']>, nodes: Array<ResolversParentTypes['ScheduleConflict']> };
  ScheduleConflictEdge: Omit<ScheduleConflictEdge, 'node'> & { node: ResolversParentTypes['ScheduleConflict'] };
  ScheduleConflictFilter: ScheduleConflictFilter;
  ScheduleConnection: Omit<ScheduleConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ScheduleEdge']>, nodes: Array<ResolversParentTypes['Schedule']> };
  ScheduleEdge: Omit<ScheduleEdge, 'node'> & { node: ResolversParentTypes['Schedule'] };
  ScheduleFigures: ScheduleFigures;
  ScheduleFilter: ScheduleFilter;
  SchedulePlanning: SchedulePlanning;
  ScheduledOperation: ScheduledOperationRow;
  ScheduledOperationConnection: Omit<ScheduledOperationConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['ScheduledOperationEdge']>, nodes: Array<ResolversParentTypes['ScheduledOperation']> };
  ScheduledOperationEdge: Omit<ScheduledOperationEdge, 'node'> & { node: ResolversParentTypes['ScheduledOperation'] };
  SetResourceCalendarInput: SetResourceCalendarInput;
  SetResourceCalendarPayload: Omit<SetResourceCalendarPayload, 'errors' | 'resourceCalendar'> & { errors: Array<ResolversParentTypes['UserError']>, resourceCalendar?: Maybe<ResolversParentTypes['ResourceCalendar']> };
  Shift: Shift;
  ShiftInput: ShiftInput;
  Site: Site;
  TimeSpan: TimeSpan;
  UnpinScheduledOperationInput: UnpinScheduledOperationInput;
  UnpinScheduledOperationPayload: Omit<UnpinScheduledOperationPayload, 'errors' | 'scheduledOperation'> & { errors: Array<ResolversParentTypes['UserError']>, scheduledOperation?: Maybe<ResolversParentTypes['ScheduledOperation']> };
  UnscheduledOperation: Omit<UnscheduledOperation, 'operation' | 'workOrder'> & { operation?: Maybe<ResolversParentTypes['WorkOrderOperation']>, workOrder?: Maybe<ResolversParentTypes['WorkOrder']> };
  User: User;
  UserError: UserErrorData;
  WorkCenter: WorkCenter;
  WorkOrder: { id: string };
  WorkOrderOperation: { id: string };
  WorkOrderSchedule: Omit<WorkOrderSchedule, 'operations' | 'schedule'> & { operations: Array<ResolversParentTypes['ScheduledOperation']>, schedule: ResolversParentTypes['Schedule'] };
};

export type ActorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Actor'] = ResolversParentTypes['Actor']> = {
  __resolveType: TypeResolveFn<'ApiClient' | 'User', ParentType, ContextType>;
};

export type AddCalendarExceptionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddCalendarExceptionPayload'] = ResolversParentTypes['AddCalendarExceptionPayload']> = {
  calendarException?: Resolver<Maybe<ResolversTypes['CalendarException']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ApiClientResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiClient'] = ResolversParentTypes['ApiClient']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CalendarExceptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CalendarException'] = ResolversParentTypes['CalendarException'], FederationReferenceType extends FederationReferenceTypes['CalendarException'] = FederationReferenceTypes['CalendarException']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['CalendarException']> | FederationReferenceType, FederationReferenceType, ContextType>;
  endsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  equipment?: Resolver<Maybe<ResolversTypes['Equipment']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CalendarExceptionKind'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  site?: Resolver<Maybe<ResolversTypes['Site']>, ParentType, ContextType>;
  startsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  workCenter?: Resolver<Maybe<ResolversTypes['WorkCenter']>, ParentType, ContextType>;
};

export type CalendarExceptionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CalendarExceptionConnection'] = ResolversParentTypes['CalendarExceptionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CalendarExceptionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['CalendarException']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CalendarExceptionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CalendarExceptionEdge'] = ResolversParentTypes['CalendarExceptionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CalendarException'], ParentType, ContextType>;
};

export type ConstructedPlanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConstructedPlan'] = ResolversParentTypes['ConstructedPlan']> = {
  figures?: Resolver<ResolversTypes['ScheduleFigures'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['DispatchRule'], ParentType, ContextType>;
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

export type DiscardSchedulePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DiscardSchedulePayload'] = ResolversParentTypes['DiscardSchedulePayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
};

export type EquipmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Equipment'] = ResolversParentTypes['Equipment'], FederationReferenceType extends FederationReferenceTypes['Equipment'] = FederationReferenceTypes['Equipment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Equipment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['ScheduledOperationConnection']>, ParentType, ContextType, RequireFields<EquipmentScheduleArgs, 'first'>>;
};

export type GanttLaneResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GanttLane'] = ResolversParentTypes['GanttLane']> = {
  equipment?: Resolver<Maybe<ResolversTypes['Equipment']>, ParentType, ContextType>;
  operations?: Resolver<Array<ResolversTypes['ScheduledOperation']>, ParentType, ContextType>;
  workCenter?: Resolver<Maybe<ResolversTypes['WorkCenter']>, ParentType, ContextType>;
  working?: Resolver<Array<ResolversTypes['TimeSpan']>, ParentType, ContextType>;
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

export type MoveScheduledOperationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MoveScheduledOperationPayload'] = ResolversParentTypes['MoveScheduledOperationPayload']> = {
  conflicts?: Resolver<Maybe<Array<ResolversTypes['ScheduleConflict']>>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  scheduledOperation?: Resolver<Maybe<ResolversTypes['ScheduledOperation']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addCalendarException?: Resolver<ResolversTypes['AddCalendarExceptionPayload'], ParentType, ContextType, RequireFields<MutationAddCalendarExceptionArgs, 'input'>>;
  discardSchedule?: Resolver<ResolversTypes['DiscardSchedulePayload'], ParentType, ContextType, RequireFields<MutationDiscardScheduleArgs, 'input'>>;
  moveScheduledOperation?: Resolver<ResolversTypes['MoveScheduledOperationPayload'], ParentType, ContextType, RequireFields<MutationMoveScheduledOperationArgs, 'input'>>;
  pinScheduledOperation?: Resolver<ResolversTypes['PinScheduledOperationPayload'], ParentType, ContextType, RequireFields<MutationPinScheduledOperationArgs, 'input'>>;
  planSchedule?: Resolver<ResolversTypes['PlanSchedulePayload'], ParentType, ContextType, RequireFields<MutationPlanScheduleArgs, 'input'>>;
  publishSchedule?: Resolver<ResolversTypes['PublishSchedulePayload'], ParentType, ContextType, RequireFields<MutationPublishScheduleArgs, 'input'>>;
  removeCalendarException?: Resolver<ResolversTypes['RemoveCalendarExceptionPayload'], ParentType, ContextType, RequireFields<MutationRemoveCalendarExceptionArgs, 'input'>>;
  removeResourceCalendar?: Resolver<ResolversTypes['RemoveResourceCalendarPayload'], ParentType, ContextType, RequireFields<MutationRemoveResourceCalendarArgs, 'input'>>;
  setResourceCalendar?: Resolver<ResolversTypes['SetResourceCalendarPayload'], ParentType, ContextType, RequireFields<MutationSetResourceCalendarArgs, 'input'>>;
  unpinScheduledOperation?: Resolver<ResolversTypes['UnpinScheduledOperationPayload'], ParentType, ContextType, RequireFields<MutationUnpinScheduledOperationArgs, 'input'>>;
};

export type NotFoundErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotFoundError'] = ResolversParentTypes['NotFoundError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrderComparisonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrderComparison'] = ResolversParentTypes['OrderComparison']> = {
  endAfter?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  endBefore?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  shiftSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  workOrder?: Resolver<Maybe<ResolversTypes['WorkOrder']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PinScheduledOperationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PinScheduledOperationPayload'] = ResolversParentTypes['PinScheduledOperationPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  scheduledOperation?: Resolver<Maybe<ResolversTypes['ScheduledOperation']>, ParentType, ContextType>;
};

export type PlanSchedulePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlanSchedulePayload'] = ResolversParentTypes['PlanSchedulePayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
};

export type PublishSchedulePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublishSchedulePayload'] = ResolversParentTypes['PublishSchedulePayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType>;
};

export type QuantityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Quantity'] = ResolversParentTypes['Quantity']> = {
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  calendarExceptions?: Resolver<ResolversTypes['CalendarExceptionConnection'], ParentType, ContextType, RequireFields<QueryCalendarExceptionsArgs, 'first' | 'from' | 'siteId'>>;
  dispatchList?: Resolver<ResolversTypes['ScheduledOperationConnection'], ParentType, ContextType, RequireFields<QueryDispatchListArgs, 'first' | 'workCenterId'>>;
  gantt?: Resolver<Array<ResolversTypes['GanttLane']>, ParentType, ContextType, RequireFields<QueryGanttArgs, 'from' | 'siteId' | 'until'>>;
  publishedSchedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType, RequireFields<QueryPublishedScheduleArgs, 'siteId'>>;
  resourceCalendars?: Resolver<Array<ResolversTypes['ResourceCalendar']>, ParentType, ContextType, RequireFields<QueryResourceCalendarsArgs, 'siteId'>>;
  schedule?: Resolver<Maybe<ResolversTypes['Schedule']>, ParentType, ContextType, RequireFields<QueryScheduleArgs, 'id'>>;
  scheduleConflict?: Resolver<Maybe<ResolversTypes['ScheduleConflict']>, ParentType, ContextType, RequireFields<QueryScheduleConflictArgs, 'id'>>;
  scheduleConflicts?: Resolver<ResolversTypes['ScheduleConflictConnection'], ParentType, ContextType, RequireFields<QueryScheduleConflictsArgs, 'first'>>;
  schedules?: Resolver<ResolversTypes['ScheduleConnection'], ParentType, ContextType, RequireFields<QuerySchedulesArgs, 'first'>>;
};

export type RemoveCalendarExceptionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveCalendarExceptionPayload'] = ResolversParentTypes['RemoveCalendarExceptionPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  removedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type RemoveResourceCalendarPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveResourceCalendarPayload'] = ResolversParentTypes['RemoveResourceCalendarPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  removedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type ResourceCalendarResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ResourceCalendar'] = ResolversParentTypes['ResourceCalendar'], FederationReferenceType extends FederationReferenceTypes['ResourceCalendar'] = FederationReferenceTypes['ResourceCalendar']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ResourceCalendar']> | FederationReferenceType, FederationReferenceType, ContextType>;
  equipment?: Resolver<Maybe<ResolversTypes['Equipment']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  shifts?: Resolver<Array<ResolversTypes['Shift']>, ParentType, ContextType>;
  site?: Resolver<Maybe<ResolversTypes['Site']>, ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  workCenter?: Resolver<Maybe<ResolversTypes['WorkCenter']>, ParentType, ContextType>;
};

export type RevisionChangedErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RevisionChangedError'] = ResolversParentTypes['RevisionChangedError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RuleViolationErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RuleViolationError'] = ResolversParentTypes['RuleViolationError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ScheduleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Schedule'] = ResolversParentTypes['Schedule'], FederationReferenceType extends FederationReferenceTypes['Schedule'] = FederationReferenceTypes['Schedule']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Schedule']> | FederationReferenceType, FederationReferenceType, ContextType>;
  comparison?: Resolver<Maybe<ResolversTypes['ScheduleComparison']>, ParentType, ContextType>;
  conflicts?: Resolver<ResolversTypes['ScheduleConflictConnection'], ParentType, ContextType, RequireFields<ScheduleConflictsArgs, 'first' | 'open'>>;
  failure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  horizonEnd?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  horizonStart?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  objective?: Resolver<ResolversTypes['ScheduleObjective'], ParentType, ContextType>;
  operations?: Resolver<ResolversTypes['ScheduledOperationConnection'], ParentType, ContextType, RequireFields<ScheduleOperationsArgs, 'first'>>;
  plannedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  plannedBy?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  plannedByName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  planning?: Resolver<Maybe<ResolversTypes['SchedulePlanning']>, ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  publishedBy?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  publishedByName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  site?: Resolver<Maybe<ResolversTypes['Site']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ScheduleStatus'], ParentType, ContextType>;
  supersededAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  unscheduled?: Resolver<Array<ResolversTypes['UnscheduledOperation']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ScheduleComparisonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScheduleComparison'] = ResolversParentTypes['ScheduleComparison']> = {
  added?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  moved?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  orders?: Resolver<Array<ResolversTypes['OrderComparison']>, ParentType, ContextType>;
  removed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unchanged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  with?: Resolver<ResolversTypes['Schedule'], ParentType, ContextType>;
};

export type ScheduleConflictResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScheduleConflict'] = ResolversParentTypes['ScheduleConflict'], FederationReferenceType extends FederationReferenceTypes['ScheduleConflict'] = FederationReferenceTypes['ScheduleConflict']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ScheduleConflict']> | FederationReferenceType, FederationReferenceType, ContextType>;
  detectedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  equipment?: Resolver<Maybe<ResolversTypes['Equipment']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ScheduleConflictKind'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operation?: Resolver<Maybe<ResolversTypes['WorkOrderOperation']>, ParentType, ContextType>;
  otherOperation?: Resolver<Maybe<ResolversTypes['WorkOrderOperation']>, ParentType, ContextType>;
  resolvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  schedule?: Resolver<ResolversTypes['Schedule'], ParentType, ContextType>;
  seconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  workCenter?: Resolver<Maybe<ResolversTypes['WorkCenter']>, ParentType, ContextType>;
  workOrder?: Resolver<Maybe<ResolversTypes['WorkOrder']>, ParentType, ContextType>;
};

export type ScheduleConflictConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScheduleConflictConnection'] = ResolversParentTypes['ScheduleConflictConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ScheduleConflictEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ScheduleConflict']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ScheduleConflictEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScheduleConflictEdge'] = ResolversParentTypes['ScheduleConflictEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ScheduleConflict'], ParentType, ContextType>;
};

export type ScheduleConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScheduleConnection'] = ResolversParentTypes['ScheduleConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ScheduleEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Schedule']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ScheduleEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScheduleEdge'] = ResolversParentTypes['ScheduleEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Schedule'], ParentType, ContextType>;
};

export type ScheduleFiguresResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScheduleFigures'] = ResolversParentTypes['ScheduleFigures']> = {
  makespanSeconds?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  setupSeconds?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  weightedTardinessHours?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type SchedulePlanningResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SchedulePlanning'] = ResolversParentTypes['SchedulePlanning']> = {
  began?: Resolver<ResolversTypes['DispatchRule'], ParentType, ContextType>;
  constructed?: Resolver<Array<ResolversTypes['ConstructedPlan']>, ParentType, ContextType>;
  elapsedMilliseconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ended?: Resolver<ResolversTypes['SearchEnd'], ParentType, ContextType>;
  evaluations?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  figures?: Resolver<ResolversTypes['ScheduleFigures'], ParentType, ContextType>;
  improvements?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  iterations?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lateOrders?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  machines?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  operations?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  orders?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ScheduledOperationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScheduledOperation'] = ResolversParentTypes['ScheduledOperation'], FederationReferenceType extends FederationReferenceTypes['ScheduledOperation'] = FederationReferenceTypes['ScheduledOperation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ScheduledOperation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  conflicts?: Resolver<Array<ResolversTypes['ScheduleConflict']>, ParentType, ContextType>;
  equipment?: Resolver<Maybe<ResolversTypes['Equipment']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  operation?: Resolver<Maybe<ResolversTypes['WorkOrderOperation']>, ParentType, ContextType>;
  operationNumber?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  pinned?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  plannedEndAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  plannedStartAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  runSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  schedule?: Resolver<ResolversTypes['Schedule'], ParentType, ContextType>;
  setupEndsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  setupSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  startsBy?: Resolver<ResolversTypes['StartReason'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ScheduledOperationStatus'], ParentType, ContextType>;
  waitsFor?: Resolver<Maybe<ResolversTypes['WorkOrderOperation']>, ParentType, ContextType>;
  workCenter?: Resolver<Maybe<ResolversTypes['WorkCenter']>, ParentType, ContextType>;
  workOrder?: Resolver<Maybe<ResolversTypes['WorkOrder']>, ParentType, ContextType>;
  workOrderNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ScheduledOperationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScheduledOperationConnection'] = ResolversParentTypes['ScheduledOperationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ScheduledOperationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ScheduledOperation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ScheduledOperationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ScheduledOperationEdge'] = ResolversParentTypes['ScheduledOperationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ScheduledOperation'], ParentType, ContextType>;
};

export type SetResourceCalendarPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetResourceCalendarPayload'] = ResolversParentTypes['SetResourceCalendarPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  resourceCalendar?: Resolver<Maybe<ResolversTypes['ResourceCalendar']>, ParentType, ContextType>;
};

export type ShiftResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Shift'] = ResolversParentTypes['Shift']> = {
  day?: Resolver<ResolversTypes['Weekday'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  start?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SiteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Site'] = ResolversParentTypes['Site']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type TimeSpanResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimeSpan'] = ResolversParentTypes['TimeSpan']> = {
  end?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type UnpinScheduledOperationPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnpinScheduledOperationPayload'] = ResolversParentTypes['UnpinScheduledOperationPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  scheduledOperation?: Resolver<Maybe<ResolversTypes['ScheduledOperation']>, ParentType, ContextType>;
};

export type UnscheduledOperationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnscheduledOperation'] = ResolversParentTypes['UnscheduledOperation']> = {
  operation?: Resolver<Maybe<ResolversTypes['WorkOrderOperation']>, ParentType, ContextType>;
  operationNumber?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['UnscheduledReason'], ParentType, ContextType>;
  workOrder?: Resolver<Maybe<ResolversTypes['WorkOrder']>, ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'IllegalTransitionError' | 'InvalidInputError' | 'NotFoundError' | 'RevisionChangedError' | 'RuleViolationError', ParentType, ContextType>;
};

export type WorkCenterResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkCenter'] = ResolversParentTypes['WorkCenter']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WorkOrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkOrder'] = ResolversParentTypes['WorkOrder'], FederationReferenceType extends FederationReferenceTypes['WorkOrder'] = FederationReferenceTypes['WorkOrder']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['WorkOrder']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  schedule?: Resolver<Maybe<ResolversTypes['WorkOrderSchedule']>, ParentType, ContextType>;
};

export type WorkOrderOperationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkOrderOperation'] = ResolversParentTypes['WorkOrderOperation'], FederationReferenceType extends FederationReferenceTypes['WorkOrderOperation'] = FederationReferenceTypes['WorkOrderOperation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['WorkOrderOperation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  scheduled?: Resolver<Maybe<ResolversTypes['ScheduledOperation']>, ParentType, ContextType>;
};

export type WorkOrderScheduleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkOrderSchedule'] = ResolversParentTypes['WorkOrderSchedule']> = {
  lateSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  operations?: Resolver<Array<ResolversTypes['ScheduledOperation']>, ParentType, ContextType>;
  plannedEndAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  plannedStartAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  schedule?: Resolver<ResolversTypes['Schedule'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Actor?: ActorResolvers<ContextType>;
  AddCalendarExceptionPayload?: AddCalendarExceptionPayloadResolvers<ContextType>;
  ApiClient?: ApiClientResolvers<ContextType>;
  CalendarException?: CalendarExceptionResolvers<ContextType>;
  CalendarExceptionConnection?: CalendarExceptionConnectionResolvers<ContextType>;
  CalendarExceptionEdge?: CalendarExceptionEdgeResolvers<ContextType>;
  ConstructedPlan?: ConstructedPlanResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  DiscardSchedulePayload?: DiscardSchedulePayloadResolvers<ContextType>;
  Equipment?: EquipmentResolvers<ContextType>;
  GanttLane?: GanttLaneResolvers<ContextType>;
  IllegalTransitionError?: IllegalTransitionErrorResolvers<ContextType>;
  InvalidInputError?: InvalidInputErrorResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  MoveScheduledOperationPayload?: MoveScheduledOperationPayloadResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NotFoundError?: NotFoundErrorResolvers<ContextType>;
  OrderComparison?: OrderComparisonResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PinScheduledOperationPayload?: PinScheduledOperationPayloadResolvers<ContextType>;
  PlanSchedulePayload?: PlanSchedulePayloadResolvers<ContextType>;
  PublishSchedulePayload?: PublishSchedulePayloadResolvers<ContextType>;
  Quantity?: QuantityResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RemoveCalendarExceptionPayload?: RemoveCalendarExceptionPayloadResolvers<ContextType>;
  RemoveResourceCalendarPayload?: RemoveResourceCalendarPayloadResolvers<ContextType>;
  ResourceCalendar?: ResourceCalendarResolvers<ContextType>;
  RevisionChangedError?: RevisionChangedErrorResolvers<ContextType>;
  RuleViolationError?: RuleViolationErrorResolvers<ContextType>;
  Schedule?: ScheduleResolvers<ContextType>;
  ScheduleComparison?: ScheduleComparisonResolvers<ContextType>;
  ScheduleConflict?: ScheduleConflictResolvers<ContextType>;
  ScheduleConflictConnection?: ScheduleConflictConnectionResolvers<ContextType>;
  ScheduleConflictEdge?: ScheduleConflictEdgeResolvers<ContextType>;
  ScheduleConnection?: ScheduleConnectionResolvers<ContextType>;
  ScheduleEdge?: ScheduleEdgeResolvers<ContextType>;
  ScheduleFigures?: ScheduleFiguresResolvers<ContextType>;
  SchedulePlanning?: SchedulePlanningResolvers<ContextType>;
  ScheduledOperation?: ScheduledOperationResolvers<ContextType>;
  ScheduledOperationConnection?: ScheduledOperationConnectionResolvers<ContextType>;
  ScheduledOperationEdge?: ScheduledOperationEdgeResolvers<ContextType>;
  SetResourceCalendarPayload?: SetResourceCalendarPayloadResolvers<ContextType>;
  Shift?: ShiftResolvers<ContextType>;
  Site?: SiteResolvers<ContextType>;
  TimeSpan?: TimeSpanResolvers<ContextType>;
  UnpinScheduledOperationPayload?: UnpinScheduledOperationPayloadResolvers<ContextType>;
  UnscheduledOperation?: UnscheduledOperationResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  WorkCenter?: WorkCenterResolvers<ContextType>;
  WorkOrder?: WorkOrderResolvers<ContextType>;
  WorkOrderOperation?: WorkOrderOperationResolvers<ContextType>;
  WorkOrderSchedule?: WorkOrderScheduleResolvers<ContextType>;
};

