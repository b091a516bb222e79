import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { SensorRow } from '../sensor/tables.ts';
import type { ChartPoint } from '../sensor-reading/downsample.ts';
import type { FoundReadings } from '../sensor-reading/find.ts';
import type { DiscoveredTagRow } from '../discovered-tag/tables.ts';
import type { AlertRuleRow } from '../alert-rule/tables.ts';
import type { SensorAlertRow } from '../sensor-alert/tables.ts';
import type { EquipmentStateRuleRow } from '../equipment-state/tables.ts';
import type { FoundRun, FoundSensor } from '../operation-readings/find.ts';
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

export type AcknowledgeSensorAlertInput = {
  id: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
};

export type AcknowledgeSensorAlertPayload = {
  __typename?: 'AcknowledgeSensorAlertPayload';
  errors: Array<UserError>;
  sensorAlert?: Maybe<SensorAlert>;
};

/** Who did something: a person or a program. */
export type Actor = ApiClient | User;

export type AlertCondition =
  /** The value is above `high`. */
  | 'ABOVE'
  /** The value is below `low`. */
  | 'BELOW'
  /** The value is not between `low` and `high`. */
  | 'OUTSIDE'
  /** The value changes by more than `perMinute` in a minute, up or down, from one reading to the next. */
  | 'RATE_OF_CHANGE';

/** When a sensor's readings are an alert. */
export type AlertRule = {
  __typename?: 'AlertRule';
  condition: AlertCondition;
  /** How long the condition must last before it is an alert. */
  delaySeconds: Scalars['Int']['output'];
  /** An alert that nobody acknowledges for so long is escalated; null: by hand only. */
  escalateAfterSeconds?: Maybe<Scalars['Int']['output']>;
  high?: Maybe<Scalars['Decimal']['output']>;
  /** How far within the limit a value must come back before the alert clears. */
  hysteresis: Scalars['Decimal']['output'];
  id: Scalars['ID']['output'];
  low?: Maybe<Scalars['Decimal']['output']>;
  name: Scalars['String']['output'];
  perMinute?: Maybe<Scalars['Decimal']['output']>;
  /** When it was taken away. */
  removedAt?: Maybe<Scalars['DateTime']['output']>;
  sensor: Sensor;
  severity: AlertSeverity;
};

export type AlertSeverity =
  | 'CRITICAL'
  | 'INFO'
  | 'WARNING';

export type ApiClient = {
  __typename?: 'ApiClient';
  id: Scalars['ID']['output'];
};

export type ApproveDiscoveredTagInput = {
  expectedIntervalSeconds?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  /** The tag where it is left out. */
  name?: InputMaybe<Scalars['String']['input']>;
  parameter: Scalars['String']['input'];
  unit?: InputMaybe<Scalars['String']['input']>;
  validMax?: InputMaybe<Scalars['Decimal']['input']>;
  validMin?: InputMaybe<Scalars['Decimal']['input']>;
};

export type ApproveDiscoveredTagPayload = {
  __typename?: 'ApproveDiscoveredTagPayload';
  discoveredTag?: Maybe<DiscoveredTag>;
  errors: Array<UserError>;
  sensor?: Maybe<Sensor>;
};

export type ConfigureAlertRuleInput = {
  condition: AlertCondition;
  /** 30 where it is left out; 0 for RATE_OF_CHANGE. */
  delaySeconds?: InputMaybe<Scalars['Int']['input']>;
  escalateAfterSeconds?: InputMaybe<Scalars['Int']['input']>;
  high?: InputMaybe<Scalars['Decimal']['input']>;
  /** Zero where it is left out. */
  hysteresis?: InputMaybe<Scalars['Decimal']['input']>;
  /** Of the rule to change; or chosen by the client for a new one, so that a repeated request changes nothing. A UUID. */
  id?: InputMaybe<Scalars['ID']['input']>;
  low?: InputMaybe<Scalars['Decimal']['input']>;
  name: Scalars['String']['input'];
  perMinute?: InputMaybe<Scalars['Decimal']['input']>;
  sensorId: Scalars['ID']['input'];
  severity: AlertSeverity;
};

export type ConfigureAlertRulePayload = {
  __typename?: 'ConfigureAlertRulePayload';
  alertRule?: Maybe<AlertRule>;
  errors: Array<UserError>;
};

export type ConfigureEquipmentStateInput = {
  /** 5 where it is left out. */
  delaySeconds?: InputMaybe<Scalars['Int']['input']>;
  equipmentId: Scalars['ID']['input'];
  /** At most 100; values that are not named change nothing. */
  meanings: Array<StateMeaningInput>;
  /** A sensor of that machine. */
  sensorId: Scalars['ID']['input'];
};

export type ConfigureEquipmentStatePayload = {
  __typename?: 'ConfigureEquipmentStatePayload';
  equipmentStateRule?: Maybe<EquipmentStateRule>;
  errors: Array<UserError>;
};

export type ConfigureSensorInput = {
  equipmentId: Scalars['ID']['input'];
  expectedIntervalSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Of the sensor to change; or chosen by the client for a new one, so that a repeated request changes nothing. A UUID. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** The tag where it is left out. */
  name?: InputMaybe<Scalars['String']['input']>;
  parameter: Scalars['String']['input'];
  tag: Scalars['String']['input'];
  unit?: InputMaybe<Scalars['String']['input']>;
  validMax?: InputMaybe<Scalars['Decimal']['input']>;
  validMin?: InputMaybe<Scalars['Decimal']['input']>;
};

export type ConfigureSensorPayload = {
  __typename?: 'ConfigureSensorPayload';
  errors: Array<UserError>;
  sensor?: Maybe<Sensor>;
};

/** What a machine's own state means; the values are a part of those that a person may give it. */
export type DerivedEquipmentStatus =
  | 'AVAILABLE'
  | 'DOWN'
  | 'IN_USE'
  | 'MAINTENANCE'
  | 'SETUP'
  /** Its state tag is BAD, or says that nobody knows. */
  | 'UNKNOWN';

/** A tag that telemetry brought before anybody said what it is. */
export type DiscoveredTag = {
  __typename?: 'DiscoveredTag';
  area: Scalars['String']['output'];
  /** Null when the plant has no such machine yet. */
  equipment?: Maybe<Equipment>;
  equipmentCode: Scalars['String']['output'];
  firstSeenAt: Scalars['DateTime']['output'];
  /** That wait for approval. They are kept for 90 days. */
  held: Scalars['Float']['output'];
  id: Scalars['ID']['output'];
  lastSeenAt: Scalars['DateTime']['output'];
  lastValue?: Maybe<Scalars['String']['output']>;
  /** That have come so far. */
  readings: Scalars['Float']['output'];
  sensor?: Maybe<Sensor>;
  /** Where its collector says that it is: codes. */
  site: Scalars['String']['output'];
  state: DiscoveredTagState;
  tag: Scalars['String']['output'];
  workCenter: Scalars['String']['output'];
};

export type DiscoveredTagConnection = {
  __typename?: 'DiscoveredTagConnection';
  edges: Array<DiscoveredTagEdge>;
  nodes: Array<DiscoveredTag>;
  pageInfo: PageInfo;
};

export type DiscoveredTagEdge = {
  __typename?: 'DiscoveredTagEdge';
  cursor: Scalars['String']['output'];
  node: DiscoveredTag;
};

export type DiscoveredTagFilter = {
  equipmentCode?: InputMaybe<Scalars['String']['input']>;
  /** DISCOVERED where it is left out. */
  state?: InputMaybe<DiscoveredTagState>;
};

export type DiscoveredTagState =
  | 'APPROVED'
  | 'DISCOVERED'
  | 'IGNORED';

export type DownsamplingMethod =
  /** Largest triangle three buckets: the points that the eye would miss most. */
  | 'LTTB'
  /** Minimum, maximum and mean of windows of one width. */
  | 'WINDOWS';

export type Equipment = {
  __typename?: 'Equipment';
  id: Scalars['ID']['output'];
  /** By tag. */
  sensors?: Maybe<Array<Sensor>>;
  stateRule?: Maybe<EquipmentStateRule>;
};

/** How the status of a machine follows from what it says itself. */
export type EquipmentStateRule = {
  __typename?: 'EquipmentStateRule';
  /** A status that lasts shorter is passed over. */
  delaySeconds: Scalars['Int']['output'];
  equipment?: Maybe<Equipment>;
  id: Scalars['ID']['output'];
  meanings: Array<StateMeaning>;
  sensor: Sensor;
  /** What follows from the last that was said; null when nothing was yet. */
  status?: Maybe<DerivedEquipmentStatus>;
};

export type EscalateSensorAlertInput = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};

export type EscalateSensorAlertPayload = {
  __typename?: 'EscalateSensorAlertPayload';
  errors: Array<UserError>;
  sensorAlert?: Maybe<SensorAlert>;
};

export type IgnoreDiscoveredTagInput = {
  id: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};

export type IgnoreDiscoveredTagPayload = {
  __typename?: 'IgnoreDiscoveredTagPayload';
  discoveredTag?: Maybe<DiscoveredTag>;
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

/** An input value breaks a rule. */
export type InvalidInputError = UserError & {
  __typename?: 'InvalidInputError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path: Array<Scalars['String']['output']>;
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Says that somebody has seen it. It need not be open any more. */
  acknowledgeSensorAlert: AcknowledgeSensorAlertPayload;
  /** Makes a sensor of a tag; what was held of it moves in. */
  approveDiscoveredTag: ApproveDiscoveredTagPayload;
  /** Makes a rule for a sensor, or changes one. */
  configureAlertRule: ConfigureAlertRulePayload;
  /** Says which tag tells a machine's state, and what its values mean. One rule a machine: a new one takes its place. */
  configureEquipmentState: ConfigureEquipmentStatePayload;
  /**
   * Makes a tag of a machine a sensor, or changes a sensor. A tag that telemetry has brought already is approved by
   * it, and what was held of it moves in.
   */
  configureSensor: ConfigureSensorPayload;
  /** Calls for more attention. */
  escalateSensorAlert: EscalateSensorAlertPayload;
  /** Says that nobody wants a tag: what comes from now on is counted and not kept. It may be approved later. */
  ignoreDiscoveredTag: IgnoreDiscoveredTagPayload;
  /** Takes a rule away; its alert, where one is open, is cleared. */
  removeAlertRule: RemoveAlertRulePayload;
};


export type MutationAcknowledgeSensorAlertArgs = {
  input: AcknowledgeSensorAlertInput;
};


export type MutationApproveDiscoveredTagArgs = {
  input: ApproveDiscoveredTagInput;
};


export type MutationConfigureAlertRuleArgs = {
  input: ConfigureAlertRuleInput;
};


export type MutationConfigureEquipmentStateArgs = {
  input: ConfigureEquipmentStateInput;
};


export type MutationConfigureSensorArgs = {
  input: ConfigureSensorInput;
};


export type MutationEscalateSensorAlertArgs = {
  input: EscalateSensorAlertInput;
};


export type MutationIgnoreDiscoveredTagArgs = {
  input: IgnoreDiscoveredTagInput;
};


export type MutationRemoveAlertRuleArgs = {
  input: RemoveAlertRuleInput;
};

/** What the input names does not exist, or the viewer may not see it. */
export type NotFoundError = UserError & {
  __typename?: 'NotFoundError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path: Array<Scalars['String']['output']>;
};

/** One run of an operation on a machine. */
export type OperationReadings = {
  __typename?: 'OperationReadings';
  equipment?: Maybe<Equipment>;
  from: Scalars['DateTime']['output'];
  sensors: Array<OperationSensorReadings>;
  serialNumbers: Array<Scalars['String']['output']>;
  /** Null while it runs. */
  to?: Maybe<Scalars['DateTime']['output']>;
  workOrder?: Maybe<WorkOrder>;
};

export type OperationSensorReadings = {
  __typename?: 'OperationSensorReadings';
  readings: SensorReadings;
  sensor: Sensor;
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
  /** Tags that telemetry brought and nobody has approved, with what is held of them; by machine and tag. */
  discoveredTags: DiscoveredTagConnection;
  /**
   * Readings of at most 20 sensors between two times as CSV (RFC 4180), sensor by sensor, in order of time: at most
   * 50,000 rows at once; `after` goes on where the last export stopped.
   */
  exportSensorReadings: SensorReadingExport;
  /** The newest reading of every sensor of a work center's machines, by machine and tag; at most 1,000. */
  latestReadings: Array<Sensor>;
  sensor?: Maybe<Sensor>;
  sensorAlert?: Maybe<SensorAlert>;
  /** Newest first. */
  sensorAlerts: SensorAlertConnection;
  /** By tag. */
  sensors: SensorConnection;
};


export type QueryDiscoveredTagsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DiscoveredTagFilter>;
  first: Scalars['Int']['input'];
};


export type QueryExportSensorReadingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  from: Scalars['DateTime']['input'];
  maxRows?: Scalars['Int']['input'];
  sensorIds: Array<Scalars['ID']['input']>;
  to: Scalars['DateTime']['input'];
};


export type QueryLatestReadingsArgs = {
  workCenterCode: Scalars['String']['input'];
};


export type QuerySensorArgs = {
  id: Scalars['ID']['input'];
};


export type QuerySensorAlertArgs = {
  id: Scalars['ID']['input'];
};


export type QuerySensorAlertsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SensorAlertFilter>;
  first: Scalars['Int']['input'];
};


export type QuerySensorsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SensorFilter>;
  first: Scalars['Int']['input'];
};

export type ReadingGap = {
  __typename?: 'ReadingGap';
  from: Scalars['DateTime']['output'];
  to: Scalars['DateTime']['output'];
};

export type ReadingKind =
  | 'BOOLEAN'
  /** The source said that there is no value. */
  | 'NONE'
  | 'NUMBER'
  | 'TEXT';

export type ReadingQuality =
  /** The source says that it means nothing. */
  | 'BAD'
  | 'GOOD'
  /** Out of the sensor's range, or its time cannot be right, or the source says so. */
  | 'UNCERTAIN';

/** How fine data is. */
export type ReadingResolution =
  | 'HOUR'
  | 'MINUTE'
  | 'RAW';

export type ReadingWindow = {
  __typename?: 'ReadingWindow';
  bad: Scalars['Int']['output'];
  first?: Maybe<Scalars['Float']['output']>;
  from: Scalars['DateTime']['output'];
  good: Scalars['Int']['output'];
  last?: Maybe<Scalars['Float']['output']>;
  max?: Maybe<Scalars['Float']['output']>;
  mean?: Maybe<Scalars['Float']['output']>;
  min?: Maybe<Scalars['Float']['output']>;
  to: Scalars['DateTime']['output'];
  uncertain: Scalars['Int']['output'];
};

export type RemoveAlertRuleInput = {
  id: Scalars['ID']['input'];
  reason?: InputMaybe<Scalars['String']['input']>;
};

export type RemoveAlertRulePayload = {
  __typename?: 'RemoveAlertRulePayload';
  alertRule?: Maybe<AlertRule>;
  errors: Array<UserError>;
};

/** A business rule refuses the action in the present state. */
export type RuleViolationError = UserError & {
  __typename?: 'RuleViolationError';
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  path: Array<Scalars['String']['output']>;
};

/** A data item of a machine: a measured value, a count, a state. ISA-95: a property of equipment. */
export type Sensor = {
  __typename?: 'Sensor';
  alertRules: Array<AlertRule>;
  /** Newest first. */
  alerts: SensorAlertConnection;
  equipment?: Maybe<Equipment>;
  /** How often it reports; null for a sensor that reports changes. */
  expectedIntervalSeconds?: Maybe<Scalars['Int']['output']>;
  id: Scalars['ID']['output'];
  latest?: Maybe<SensorReading>;
  name: Scalars['String']['output'];
  /** What it measures: `temperature`. */
  parameter: Scalars['String']['output'];
  /**
   * What it said between two times (from inclusive, to exclusive), in at most `maxPoints` points: 2 to 5,000. Where
   * readings are not kept any more, minutes or hours stand in for them.
   */
  readings: SensorReadings;
  /** It ought to have reported: nothing came for three of its intervals. */
  silent: Scalars['Boolean']['output'];
  site?: Maybe<Site>;
  /** Of the numbers between two times that are not BAD. */
  statistics: SensorStatistics;
  /** Its name in telemetry, unique in its machine: `Spindle_Speed`. */
  tag: Scalars['String']['output'];
  /** UN/CEFACT Recommendation 20: `CEL`. */
  unit?: Maybe<Scalars['String']['output']>;
  validMax?: Maybe<Scalars['Decimal']['output']>;
  /** Numbers outside of it are kept and flagged UNCERTAIN. */
  validMin?: Maybe<Scalars['Decimal']['output']>;
};


/** A data item of a machine: a measured value, a count, a state. ISA-95: a property of equipment. */
export type SensorAlertsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


/** A data item of a machine: a measured value, a count, a state. ISA-95: a property of equipment. */
export type SensorReadingsArgs = {
  from: Scalars['DateTime']['input'];
  maxPoints?: Scalars['Int']['input'];
  method?: DownsamplingMethod;
  to: Scalars['DateTime']['input'];
};


/** A data item of a machine: a measured value, a count, a state. ISA-95: a property of equipment. */
export type SensorStatisticsArgs = {
  from: Scalars['DateTime']['input'];
  to: Scalars['DateTime']['input'];
};

/** A condition from its beginning to its end; one, however many readings meet it. ISA-18.2: Alarm. */
export type SensorAlert = {
  __typename?: 'SensorAlert';
  acknowledgedAt?: Maybe<Scalars['DateTime']['output']>;
  /** A person or a program. */
  acknowledgedBy?: Maybe<Actor>;
  acknowledgedByName?: Maybe<Scalars['String']['output']>;
  /** When the condition ended, by the edge's clock. */
  clearedAt?: Maybe<Scalars['DateTime']['output']>;
  clearedValue?: Maybe<Scalars['Float']['output']>;
  condition: AlertCondition;
  equipment?: Maybe<Equipment>;
  escalatedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who escalated it last, a person or a program; null for the plant itself, after the rule's time. */
  escalatedBy?: Maybe<Actor>;
  escalatedByName?: Maybe<Scalars['String']['output']>;
  /** How often it was escalated. */
  escalationLevel: Scalars['Int']['output'];
  id: Scalars['ID']['output'];
  note?: Maybe<Scalars['String']['output']>;
  /** When it had lasted for the rule's delay, by the edge's clock. */
  raisedAt: Scalars['DateTime']['output'];
  /** When the server knew of it. */
  recordedAt: Scalars['DateTime']['output'];
  rule: AlertRule;
  sensor: Sensor;
  severity: AlertSeverity;
  site?: Maybe<Site>;
  state: SensorAlertState;
  /** The value that raised it. */
  value: Scalars['Float']['output'];
  /** When the condition began, by the edge's clock. */
  violatedSince: Scalars['DateTime']['output'];
};

export type SensorAlertConnection = {
  __typename?: 'SensorAlertConnection';
  edges: Array<SensorAlertEdge>;
  nodes: Array<SensorAlert>;
  pageInfo: PageInfo;
};

export type SensorAlertEdge = {
  __typename?: 'SensorAlertEdge';
  cursor: Scalars['String']['output'];
  node: SensorAlert;
};

export type SensorAlertFilter = {
  equipmentId?: InputMaybe<Scalars['ID']['input']>;
  sensorId?: InputMaybe<Scalars['ID']['input']>;
  severity?: InputMaybe<AlertSeverity>;
  siteId?: InputMaybe<Scalars['ID']['input']>;
  state?: InputMaybe<SensorAlertState>;
};

export type SensorAlertState =
  /** The condition lasts and somebody knows. */
  | 'ACKNOWLEDGED'
  /** The condition is over. */
  | 'CLEARED'
  /** The condition lasts and nobody has seen it. */
  | 'RAISED';

export type SensorConnection = {
  __typename?: 'SensorConnection';
  edges: Array<SensorEdge>;
  nodes: Array<Sensor>;
  pageInfo: PageInfo;
};

export type SensorEdge = {
  __typename?: 'SensorEdge';
  cursor: Scalars['String']['output'];
  node: Sensor;
};

export type SensorFilter = {
  equipmentId?: InputMaybe<Scalars['ID']['input']>;
  siteId?: InputMaybe<Scalars['ID']['input']>;
  tag?: InputMaybe<Scalars['String']['input']>;
  workCenterCode?: InputMaybe<Scalars['String']['input']>;
};

/** What a sensor said at a moment. A binary floating point number: it is measured, not counted. */
export type SensorReading = {
  __typename?: 'SensorReading';
  /** Nothing came for a while before it: do not draw a line to it. */
  afterGap: Scalars['Boolean']['output'];
  /** The edge's clock was ahead when it came. */
  early: Scalars['Boolean']['output'];
  kind: ReadingKind;
  /** It came more than a minute after it was read. */
  late: Scalars['Boolean']['output'];
  outOfRange: Scalars['Boolean']['output'];
  quality: ReadingQuality;
  /** A text, or the digits of a number that a double does not hold. */
  text?: Maybe<Scalars['String']['output']>;
  /** By the clock of the edge. */
  time: Scalars['DateTime']['output'];
  /** 1 and 0 for true and false. */
  value?: Maybe<Scalars['Float']['output']>;
};

export type SensorReadingExport = {
  __typename?: 'SensorReadingExport';
  csv: Scalars['String']['output'];
  /** Where the next export begins; null at the end. */
  next?: Maybe<Scalars['String']['output']>;
  rows: Scalars['Int']['output'];
};

export type SensorReadings = {
  __typename?: 'SensorReadings';
  /** Readings that the points stand for; null where only windows are kept. */
  count?: Maybe<Scalars['Int']['output']>;
  from: Scalars['DateTime']['output'];
  /** Pauses longer than three intervals of a sensor that says how often it reports. */
  gaps: Array<ReadingGap>;
  method: DownsamplingMethod;
  /** With method LTTB. */
  points: Array<SensorReading>;
  resolution: ReadingResolution;
  to: Scalars['DateTime']['output'];
  /** With method WINDOWS; windows without readings are left out. */
  windows: Array<ReadingWindow>;
};

export type SensorStatistics = {
  __typename?: 'SensorStatistics';
  bad: Scalars['Int']['output'];
  first?: Maybe<Scalars['Float']['output']>;
  from: Scalars['DateTime']['output'];
  good: Scalars['Int']['output'];
  last?: Maybe<Scalars['Float']['output']>;
  max?: Maybe<Scalars['Float']['output']>;
  mean?: Maybe<Scalars['Float']['output']>;
  min?: Maybe<Scalars['Float']['output']>;
  resolution: ReadingResolution;
  /** Of the population. */
  standardDeviation?: Maybe<Scalars['Float']['output']>;
  to: Scalars['DateTime']['output'];
  uncertain: Scalars['Int']['output'];
};

export type Site = {
  __typename?: 'Site';
  id: Scalars['ID']['output'];
};

export type StateMeaning = {
  __typename?: 'StateMeaning';
  /** What the tag says: `ACTIVE`. */
  state: Scalars['String']['output'];
  status: DerivedEquipmentStatus;
};

export type StateMeaningInput = {
  state: Scalars['String']['input'];
  status: DerivedEquipmentStatus;
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
};

export type WorkOrderOperation = {
  __typename?: 'WorkOrderOperation';
  id: Scalars['ID']['output'];
  /**
   * What the machines said while this operation ran on them: from the start to the completion of each run (to now for
   * one that runs), at most 50 runs and 50 sensors a machine. Only the runs of one serial number where it is given.
   */
  readings?: Maybe<Array<OperationReadings>>;
};


export type WorkOrderOperationReadingsArgs = {
  maxPoints?: Scalars['Int']['input'];
  serialNumber?: InputMaybe<Scalars['String']['input']>;
  tags?: InputMaybe<Array<Scalars['String']['input']>>;
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
  AlertRule: AlertRule;
  DiscoveredTag: DiscoveredTag;
  Equipment: Equipment;
  Sensor: Sensor;
  SensorAlert: SensorAlert;
  WorkOrderOperation: WorkOrderOperation;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  AlertRule:
    ( { __typename: 'AlertRule' }
    & GraphQLRecursivePick<FederationTypes['AlertRule'], {"id":true}> );
  DiscoveredTag:
    ( { __typename: 'DiscoveredTag' }
    & GraphQLRecursivePick<FederationTypes['DiscoveredTag'], {"id":true}> );
  Equipment:
    ( { __typename: 'Equipment' }
    & GraphQLRecursivePick<FederationTypes['Equipment'], {"id":true}> );
  Sensor:
    ( { __typename: 'Sensor' }
    & GraphQLRecursivePick<FederationTypes['Sensor'], {"id":true}> );
  SensorAlert:
    ( { __typename: 'SensorAlert' }
    & GraphQLRecursivePick<FederationTypes['SensorAlert'], {"id":true}> );
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
  AcknowledgeSensorAlertInput: AcknowledgeSensorAlertInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AcknowledgeSensorAlertPayload: ResolverTypeWrapper<Omit<AcknowledgeSensorAlertPayload, 'errors' | 'sensorAlert'> & { errors: Array<ResolversTypes['UserError']>, sensorAlert?: Maybe<ResolversTypes['SensorAlert']> }>;
  Actor: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['Actor']>;
  AlertCondition: AlertCondition;
  AlertRule: ResolverTypeWrapper<AlertRuleRow>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AlertSeverity: AlertSeverity;
  ApiClient: ResolverTypeWrapper<ApiClient>;
  ApproveDiscoveredTagInput: ApproveDiscoveredTagInput;
  ApproveDiscoveredTagPayload: ResolverTypeWrapper<Omit<ApproveDiscoveredTagPayload, 'discoveredTag' | 'errors' | 'sensor'> & { discoveredTag?: Maybe<ResolversTypes['DiscoveredTag']>, errors: Array<ResolversTypes['UserError']>, sensor?: Maybe<ResolversTypes['Sensor']> }>;
  ConfigureAlertRuleInput: ConfigureAlertRuleInput;
  ConfigureAlertRulePayload: ResolverTypeWrapper<Omit<ConfigureAlertRulePayload, 'alertRule' | 'errors'> & { alertRule?: Maybe<ResolversTypes['AlertRule']>, errors: Array<ResolversTypes['UserError']> }>;
  ConfigureEquipmentStateInput: ConfigureEquipmentStateInput;
  ConfigureEquipmentStatePayload: ResolverTypeWrapper<Omit<ConfigureEquipmentStatePayload, 'equipmentStateRule' | 'errors'> & { equipmentStateRule?: Maybe<ResolversTypes['EquipmentStateRule']>, errors: Array<ResolversTypes['UserError']> }>;
  ConfigureSensorInput: ConfigureSensorInput;
  ConfigureSensorPayload: ResolverTypeWrapper<Omit<ConfigureSensorPayload, 'errors' | 'sensor'> & { errors: Array<ResolversTypes['UserError']>, sensor?: Maybe<ResolversTypes['Sensor']> }>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  DerivedEquipmentStatus: DerivedEquipmentStatus;
  DiscoveredTag: ResolverTypeWrapper<DiscoveredTagRow>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  DiscoveredTagConnection: ResolverTypeWrapper<Omit<DiscoveredTagConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['DiscoveredTagEdge']>, nodes: Array<ResolversTypes['DiscoveredTag']> }>;
  DiscoveredTagEdge: ResolverTypeWrapper<Omit<DiscoveredTagEdge, 'node'> & { node: ResolversTypes['DiscoveredTag'] }>;
  DiscoveredTagFilter: DiscoveredTagFilter;
  DiscoveredTagState: DiscoveredTagState;
  DownsamplingMethod: DownsamplingMethod;
  Equipment: ResolverTypeWrapper<{ id: string }>;
  EquipmentStateRule: ResolverTypeWrapper<EquipmentStateRuleRow>;
  EscalateSensorAlertInput: EscalateSensorAlertInput;
  EscalateSensorAlertPayload: ResolverTypeWrapper<Omit<EscalateSensorAlertPayload, 'errors' | 'sensorAlert'> & { errors: Array<ResolversTypes['UserError']>, sensorAlert?: Maybe<ResolversTypes['SensorAlert']> }>;
  IgnoreDiscoveredTagInput: IgnoreDiscoveredTagInput;
  IgnoreDiscoveredTagPayload: ResolverTypeWrapper<Omit<IgnoreDiscoveredTagPayload, 'discoveredTag' | 'errors'> & { discoveredTag?: Maybe<ResolversTypes['DiscoveredTag']>, errors: Array<ResolversTypes['UserError']> }>;
  IllegalTransitionError: ResolverTypeWrapper<IllegalTransitionError>;
  InvalidInputError: ResolverTypeWrapper<InvalidInputError>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NotFoundError: ResolverTypeWrapper<NotFoundError>;
  OperationReadings: ResolverTypeWrapper<FoundRun>;
  OperationSensorReadings: ResolverTypeWrapper<FoundSensor>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Quantity: ResolverTypeWrapper<Quantity>;
  QuantityInput: QuantityInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReadingGap: ResolverTypeWrapper<ReadingGap>;
  ReadingKind: ReadingKind;
  ReadingQuality: ReadingQuality;
  ReadingResolution: ReadingResolution;
  ReadingWindow: ResolverTypeWrapper<ReadingWindow>;
  RemoveAlertRuleInput: RemoveAlertRuleInput;
  RemoveAlertRulePayload: ResolverTypeWrapper<Omit<RemoveAlertRulePayload, 'alertRule' | 'errors'> & { alertRule?: Maybe<ResolversTypes['AlertRule']>, errors: Array<ResolversTypes['UserError']> }>;
  RuleViolationError: ResolverTypeWrapper<RuleViolationError>;
  Sensor: ResolverTypeWrapper<SensorRow>;
  SensorAlert: ResolverTypeWrapper<SensorAlertRow>;
  SensorAlertConnection: ResolverTypeWrapper<Omit<SensorAlertConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['SensorAlertEdge']>, nodes: Array<ResolversTypes['SensorAlert']> }>;
  SensorAlertEdge: ResolverTypeWrapper<Omit<SensorAlertEdge, 'node'> & { node: ResolversTypes['SensorAlert'] }>;
  SensorAlertFilter: SensorAlertFilter;
  SensorAlertState: SensorAlertState;
  SensorConnection: ResolverTypeWrapper<Omit<SensorConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['SensorEdge']>, nodes: Array<ResolversTypes['Sensor']> }>;
  SensorEdge: ResolverTypeWrapper<Omit<SensorEdge, 'node'> & { node: ResolversTypes['Sensor'] }>;
  SensorFilter: SensorFilter;
  SensorReading: ResolverTypeWrapper<ChartPoint>;
  SensorReadingExport: ResolverTypeWrapper<SensorReadingExport>;
  SensorReadings: ResolverTypeWrapper<FoundReadings>;
  SensorStatistics: ResolverTypeWrapper<SensorStatistics>;
  Site: ResolverTypeWrapper<Site>;
  StateMeaning: ResolverTypeWrapper<StateMeaning>;
  StateMeaningInput: StateMeaningInput;
  User: ResolverTypeWrapper<User>;
  UserError: ResolverTypeWrapper<UserErrorData>;
  WorkOrder: ResolverTypeWrapper<WorkOrder>;
  WorkOrderOperation: ResolverTypeWrapper<{ id: string }>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AcknowledgeSensorAlertInput: AcknowledgeSensorAlertInput;
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  AcknowledgeSensorAlertPayload: Omit<AcknowledgeSensorAlertPayload, 'errors' | 'sensorAlert'> & { errors: Array<ResolversParentTypes['UserError']>, sensorAlert?: Maybe<ResolversParentTypes['SensorAlert']> };
  Actor: ResolversUnionTypes<ResolversParentTypes>['Actor'];
  AlertRule: AlertRuleRow;
  Int: Scalars['Int']['output'];
  ApiClient: ApiClient;
  ApproveDiscoveredTagInput: ApproveDiscoveredTagInput;
  ApproveDiscoveredTagPayload: Omit<ApproveDiscoveredTagPayload, 'discoveredTag' | 'errors' | 'sensor'> & { discoveredTag?: Maybe<ResolversParentTypes['DiscoveredTag']>, errors: Array<ResolversParentTypes['UserError']>, sensor?: Maybe<ResolversParentTypes['Sensor']> };
  ConfigureAlertRuleInput: ConfigureAlertRuleInput;
  ConfigureAlertRulePayload: Omit<ConfigureAlertRulePayload, 'alertRule' | 'errors'> & { alertRule?: Maybe<ResolversParentTypes['AlertRule']>, errors: Array<ResolversParentTypes['UserError']> };
  ConfigureEquipmentStateInput: ConfigureEquipmentStateInput;
  ConfigureEquipmentStatePayload: Omit<ConfigureEquipmentStatePayload, 'equipmentStateRule' | 'errors'> & { equipmentStateRule?: Maybe<ResolversParentTypes['EquipmentStateRule']>, errors: Array<ResolversParentTypes['UserError']> };
  ConfigureSensorInput: ConfigureSensorInput;
  ConfigureSensorPayload: Omit<ConfigureSensorPayload, 'errors' | 'sensor'> & { errors: Array<ResolversParentTypes['UserError']>, sensor?: Maybe<ResolversParentTypes['Sensor']> };
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Decimal: Scalars['Decimal']['output'];
  DiscoveredTag: DiscoveredTagRow;
  Float: Scalars['Float']['output'];
  DiscoveredTagConnection: Omit<DiscoveredTagConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['DiscoveredTagEdge']>, nodes: Array<ResolversParentTypes['DiscoveredTag']> };
  DiscoveredTagEdge: Omit<DiscoveredTagEdge, 'node'> & { node: ResolversParentTypes['DiscoveredTag'] };
  DiscoveredTagFilter: DiscoveredTagFilter;
  Equipment: { id: string };
  EquipmentStateRule: EquipmentStateRuleRow;
  EscalateSensorAlertInput: EscalateSensorAlertInput;
  EscalateSensorAlertPayload: Omit<EscalateSensorAlertPayload, 'errors' | 'sensorAlert'> & { errors: Array<ResolversParentTypes['UserError']>, sensorAlert?: Maybe<ResolversParentTypes['SensorAlert']> };
  IgnoreDiscoveredTagInput: IgnoreDiscoveredTagInput;
  IgnoreDiscoveredTagPayload: Omit<IgnoreDiscoveredTagPayload, 'discoveredTag' | 'errors'> & { discoveredTag?: Maybe<ResolversParentTypes['DiscoveredTag']>, errors: Array<ResolversParentTypes['UserError']> };
  IllegalTransitionError: IllegalTransitionError;
  InvalidInputError: InvalidInputError;
  JSON: Scalars['JSON']['output'];
  Mutation: Record<PropertyKey, never>;
  NotFoundError: NotFoundError;
  OperationReadings: FoundRun;
  OperationSensorReadings: FoundSensor;
  PageInfo: PageInfo;
  Boolean: Scalars['Boolean']['output'];
  Quantity: Quantity;
  QuantityInput: QuantityInput;
  Query: Record<PropertyKey, never>;
  ReadingGap: ReadingGap;
  ReadingWindow: ReadingWindow;
  RemoveAlertRuleInput: RemoveAlertRuleInput;
  RemoveAlertRulePayload: Omit<RemoveAlertRulePayload, 'alertRule' | 'errors'> & { alertRule?: Maybe<ResolversParentTypes['AlertRule']>, errors: Array<ResolversParentTypes['UserError']> };
  RuleViolationError: RuleViolationError;
  Sensor: SensorRow;
  SensorAlert: SensorAlertRow;
  SensorAlertConnection: Omit<SensorAlertConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['SensorAlertEdge']>, nodes: Array<ResolversParentTypes['SensorAlert']> };
  SensorAlertEdge: Omit<SensorAlertEdge, 'node'> & { node: ResolversParentTypes['SensorAlert'] };
  SensorAlertFilter: SensorAlertFilter;
  SensorConnection: Omit<SensorConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['SensorEdge']>, nodes: Array<ResolversParentTypes['Sensor']> };
  SensorEdge: Omit<SensorEdge, 'node'> & { node: ResolversParentTypes['Sensor'] };
  SensorFilter: SensorFilter;
  SensorReading: ChartPoint;
  SensorReadingExport: SensorReadingExport;
  SensorReadings: FoundReadings;
  SensorStatistics: SensorStatistics;
  Site: Site;
  StateMeaning: StateMeaning;
  StateMeaningInput: StateMeaningInput;
  User: User;
  UserError: UserErrorData;
  WorkOrder: WorkOrder;
  WorkOrderOperation: { id: string };
};

export type AcknowledgeSensorAlertPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AcknowledgeSensorAlertPayload'] = ResolversParentTypes['AcknowledgeSensorAlertPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  sensorAlert?: Resolver<Maybe<ResolversTypes['SensorAlert']>, ParentType, ContextType>;
};

export type ActorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Actor'] = ResolversParentTypes['Actor']> = {
  __resolveType: TypeResolveFn<'ApiClient' | 'User', ParentType, ContextType>;
};

export type AlertRuleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AlertRule'] = ResolversParentTypes['AlertRule'], FederationReferenceType extends FederationReferenceTypes['AlertRule'] = FederationReferenceTypes['AlertRule']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['AlertRule']> | FederationReferenceType, FederationReferenceType, ContextType>;
  condition?: Resolver<ResolversTypes['AlertCondition'], ParentType, ContextType>;
  delaySeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  escalateAfterSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  high?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  hysteresis?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  low?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  perMinute?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  removedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sensor?: Resolver<ResolversTypes['Sensor'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['AlertSeverity'], ParentType, ContextType>;
};

export type ApiClientResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiClient'] = ResolversParentTypes['ApiClient']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ApproveDiscoveredTagPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApproveDiscoveredTagPayload'] = ResolversParentTypes['ApproveDiscoveredTagPayload']> = {
  discoveredTag?: Resolver<Maybe<ResolversTypes['DiscoveredTag']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  sensor?: Resolver<Maybe<ResolversTypes['Sensor']>, ParentType, ContextType>;
};

export type ConfigureAlertRulePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConfigureAlertRulePayload'] = ResolversParentTypes['ConfigureAlertRulePayload']> = {
  alertRule?: Resolver<Maybe<ResolversTypes['AlertRule']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ConfigureEquipmentStatePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConfigureEquipmentStatePayload'] = ResolversParentTypes['ConfigureEquipmentStatePayload']> = {
  equipmentStateRule?: Resolver<Maybe<ResolversTypes['EquipmentStateRule']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ConfigureSensorPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConfigureSensorPayload'] = ResolversParentTypes['ConfigureSensorPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  sensor?: Resolver<Maybe<ResolversTypes['Sensor']>, ParentType, ContextType>;
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

export type DiscoveredTagResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DiscoveredTag'] = ResolversParentTypes['DiscoveredTag'], FederationReferenceType extends FederationReferenceTypes['DiscoveredTag'] = FederationReferenceTypes['DiscoveredTag']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['DiscoveredTag']> | FederationReferenceType, FederationReferenceType, ContextType>;
  area?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  equipment?: Resolver<Maybe<ResolversTypes['Equipment']>, ParentType, ContextType>;
  equipmentCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  firstSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  held?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lastValue?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  readings?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  sensor?: Resolver<Maybe<ResolversTypes['Sensor']>, ParentType, ContextType>;
  site?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['DiscoveredTagState'], ParentType, ContextType>;
  tag?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  workCenter?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DiscoveredTagConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DiscoveredTagConnection'] = ResolversParentTypes['DiscoveredTagConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DiscoveredTagEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['DiscoveredTag']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DiscoveredTagEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DiscoveredTagEdge'] = ResolversParentTypes['DiscoveredTagEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DiscoveredTag'], ParentType, ContextType>;
};

export type EquipmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Equipment'] = ResolversParentTypes['Equipment'], FederationReferenceType extends FederationReferenceTypes['Equipment'] = FederationReferenceTypes['Equipment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Equipment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sensors?: Resolver<Maybe<Array<ResolversTypes['Sensor']>>, ParentType, ContextType>;
  stateRule?: Resolver<Maybe<ResolversTypes['EquipmentStateRule']>, ParentType, ContextType>;
};

export type EquipmentStateRuleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EquipmentStateRule'] = ResolversParentTypes['EquipmentStateRule']> = {
  delaySeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  equipment?: Resolver<Maybe<ResolversTypes['Equipment']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  meanings?: Resolver<Array<ResolversTypes['StateMeaning']>, ParentType, ContextType>;
  sensor?: Resolver<ResolversTypes['Sensor'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['DerivedEquipmentStatus']>, ParentType, ContextType>;
};

export type EscalateSensorAlertPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EscalateSensorAlertPayload'] = ResolversParentTypes['EscalateSensorAlertPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  sensorAlert?: Resolver<Maybe<ResolversTypes['SensorAlert']>, ParentType, ContextType>;
};

export type IgnoreDiscoveredTagPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IgnoreDiscoveredTagPayload'] = ResolversParentTypes['IgnoreDiscoveredTagPayload']> = {
  discoveredTag?: Resolver<Maybe<ResolversTypes['DiscoveredTag']>, ParentType, ContextType>;
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
  acknowledgeSensorAlert?: Resolver<ResolversTypes['AcknowledgeSensorAlertPayload'], ParentType, ContextType, RequireFields<MutationAcknowledgeSensorAlertArgs, 'input'>>;
  approveDiscoveredTag?: Resolver<ResolversTypes['ApproveDiscoveredTagPayload'], ParentType, ContextType, RequireFields<MutationApproveDiscoveredTagArgs, 'input'>>;
  configureAlertRule?: Resolver<ResolversTypes['ConfigureAlertRulePayload'], ParentType, ContextType, RequireFields<MutationConfigureAlertRuleArgs, 'input'>>;
  configureEquipmentState?: Resolver<ResolversTypes['ConfigureEquipmentStatePayload'], ParentType, ContextType, RequireFields<MutationConfigureEquipmentStateArgs, 'input'>>;
  configureSensor?: Resolver<ResolversTypes['ConfigureSensorPayload'], ParentType, ContextType, RequireFields<MutationConfigureSensorArgs, 'input'>>;
  escalateSensorAlert?: Resolver<ResolversTypes['EscalateSensorAlertPayload'], ParentType, ContextType, RequireFields<MutationEscalateSensorAlertArgs, 'input'>>;
  ignoreDiscoveredTag?: Resolver<ResolversTypes['IgnoreDiscoveredTagPayload'], ParentType, ContextType, RequireFields<MutationIgnoreDiscoveredTagArgs, 'input'>>;
  removeAlertRule?: Resolver<ResolversTypes['RemoveAlertRulePayload'], ParentType, ContextType, RequireFields<MutationRemoveAlertRuleArgs, 'input'>>;
};

export type NotFoundErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NotFoundError'] = ResolversParentTypes['NotFoundError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OperationReadingsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OperationReadings'] = ResolversParentTypes['OperationReadings']> = {
  equipment?: Resolver<Maybe<ResolversTypes['Equipment']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  sensors?: Resolver<Array<ResolversTypes['OperationSensorReadings']>, ParentType, ContextType>;
  serialNumbers?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  workOrder?: Resolver<Maybe<ResolversTypes['WorkOrder']>, ParentType, ContextType>;
};

export type OperationSensorReadingsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OperationSensorReadings'] = ResolversParentTypes['OperationSensorReadings']> = {
  readings?: Resolver<ResolversTypes['SensorReadings'], ParentType, ContextType>;
  sensor?: Resolver<ResolversTypes['Sensor'], ParentType, ContextType>;
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
  discoveredTags?: Resolver<ResolversTypes['DiscoveredTagConnection'], ParentType, ContextType, RequireFields<QueryDiscoveredTagsArgs, 'first'>>;
  exportSensorReadings?: Resolver<ResolversTypes['SensorReadingExport'], ParentType, ContextType, RequireFields<QueryExportSensorReadingsArgs, 'from' | 'maxRows' | 'sensorIds' | 'to'>>;
  latestReadings?: Resolver<Array<ResolversTypes['Sensor']>, ParentType, ContextType, RequireFields<QueryLatestReadingsArgs, 'workCenterCode'>>;
  sensor?: Resolver<Maybe<ResolversTypes['Sensor']>, ParentType, ContextType, RequireFields<QuerySensorArgs, 'id'>>;
  sensorAlert?: Resolver<Maybe<ResolversTypes['SensorAlert']>, ParentType, ContextType, RequireFields<QuerySensorAlertArgs, 'id'>>;
  sensorAlerts?: Resolver<ResolversTypes['SensorAlertConnection'], ParentType, ContextType, RequireFields<QuerySensorAlertsArgs, 'first'>>;
  sensors?: Resolver<ResolversTypes['SensorConnection'], ParentType, ContextType, RequireFields<QuerySensorsArgs, 'first'>>;
};

export type ReadingGapResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReadingGap'] = ResolversParentTypes['ReadingGap']> = {
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ReadingWindowResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReadingWindow'] = ResolversParentTypes['ReadingWindow']> = {
  bad?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  first?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  good?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  last?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  max?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  mean?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  min?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  uncertain?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RemoveAlertRulePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveAlertRulePayload'] = ResolversParentTypes['RemoveAlertRulePayload']> = {
  alertRule?: Resolver<Maybe<ResolversTypes['AlertRule']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RuleViolationErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RuleViolationError'] = ResolversParentTypes['RuleViolationError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SensorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Sensor'] = ResolversParentTypes['Sensor'], FederationReferenceType extends FederationReferenceTypes['Sensor'] = FederationReferenceTypes['Sensor']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Sensor']> | FederationReferenceType, FederationReferenceType, ContextType>;
  alertRules?: Resolver<Array<ResolversTypes['AlertRule']>, ParentType, ContextType>;
  alerts?: Resolver<ResolversTypes['SensorAlertConnection'], ParentType, ContextType, RequireFields<SensorAlertsArgs, 'first'>>;
  equipment?: Resolver<Maybe<ResolversTypes['Equipment']>, ParentType, ContextType>;
  expectedIntervalSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  latest?: Resolver<Maybe<ResolversTypes['SensorReading']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parameter?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  readings?: Resolver<ResolversTypes['SensorReadings'], ParentType, ContextType, RequireFields<SensorReadingsArgs, 'from' | 'maxPoints' | 'method' | 'to'>>;
  silent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  site?: Resolver<Maybe<ResolversTypes['Site']>, ParentType, ContextType>;
  statistics?: Resolver<ResolversTypes['SensorStatistics'], ParentType, ContextType, RequireFields<SensorStatisticsArgs, 'from' | 'to'>>;
  tag?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  validMax?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  validMin?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
};

export type SensorAlertResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SensorAlert'] = ResolversParentTypes['SensorAlert'], FederationReferenceType extends FederationReferenceTypes['SensorAlert'] = FederationReferenceTypes['SensorAlert']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SensorAlert']> | FederationReferenceType, FederationReferenceType, ContextType>;
  acknowledgedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  acknowledgedBy?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  acknowledgedByName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  clearedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  clearedValue?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  condition?: Resolver<ResolversTypes['AlertCondition'], ParentType, ContextType>;
  equipment?: Resolver<Maybe<ResolversTypes['Equipment']>, ParentType, ContextType>;
  escalatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  escalatedBy?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  escalatedByName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  escalationLevel?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  raisedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['AlertRule'], ParentType, ContextType>;
  sensor?: Resolver<ResolversTypes['Sensor'], ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['AlertSeverity'], ParentType, ContextType>;
  site?: Resolver<Maybe<ResolversTypes['Site']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SensorAlertState'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  violatedSince?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type SensorAlertConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SensorAlertConnection'] = ResolversParentTypes['SensorAlertConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SensorAlertEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['SensorAlert']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SensorAlertEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SensorAlertEdge'] = ResolversParentTypes['SensorAlertEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SensorAlert'], ParentType, ContextType>;
};

export type SensorConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SensorConnection'] = ResolversParentTypes['SensorConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SensorEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Sensor']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SensorEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SensorEdge'] = ResolversParentTypes['SensorEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Sensor'], ParentType, ContextType>;
};

export type SensorReadingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SensorReading'] = ResolversParentTypes['SensorReading']> = {
  afterGap?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  early?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ReadingKind'], ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  outOfRange?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  quality?: Resolver<ResolversTypes['ReadingQuality'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  time?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type SensorReadingExportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SensorReadingExport'] = ResolversParentTypes['SensorReadingExport']> = {
  csv?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  next?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rows?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SensorReadingsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SensorReadings'] = ResolversParentTypes['SensorReadings']> = {
  count?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  gaps?: Resolver<Array<ResolversTypes['ReadingGap']>, ParentType, ContextType>;
  method?: Resolver<ResolversTypes['DownsamplingMethod'], ParentType, ContextType>;
  points?: Resolver<Array<ResolversTypes['SensorReading']>, ParentType, ContextType>;
  resolution?: Resolver<ResolversTypes['ReadingResolution'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  windows?: Resolver<Array<ResolversTypes['ReadingWindow']>, ParentType, ContextType>;
};

export type SensorStatisticsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SensorStatistics'] = ResolversParentTypes['SensorStatistics']> = {
  bad?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  first?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  good?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  last?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  max?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  mean?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  min?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  resolution?: Resolver<ResolversTypes['ReadingResolution'], ParentType, ContextType>;
  standardDeviation?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  uncertain?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SiteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Site'] = ResolversParentTypes['Site']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type StateMeaningResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StateMeaning'] = ResolversParentTypes['StateMeaning']> = {
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DerivedEquipmentStatus'], ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'IllegalTransitionError' | 'InvalidInputError' | 'NotFoundError' | 'RuleViolationError', ParentType, ContextType>;
};

export type WorkOrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkOrder'] = ResolversParentTypes['WorkOrder']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type WorkOrderOperationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkOrderOperation'] = ResolversParentTypes['WorkOrderOperation'], FederationReferenceType extends FederationReferenceTypes['WorkOrderOperation'] = FederationReferenceTypes['WorkOrderOperation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['WorkOrderOperation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  readings?: Resolver<Maybe<Array<ResolversTypes['OperationReadings']>>, ParentType, ContextType, RequireFields<WorkOrderOperationReadingsArgs, 'maxPoints'>>;
};

export type Resolvers<ContextType = Context> = {
  AcknowledgeSensorAlertPayload?: AcknowledgeSensorAlertPayloadResolvers<ContextType>;
  Actor?: ActorResolvers<ContextType>;
  AlertRule?: AlertRuleResolvers<ContextType>;
  ApiClient?: ApiClientResolvers<ContextType>;
  ApproveDiscoveredTagPayload?: ApproveDiscoveredTagPayloadResolvers<ContextType>;
  ConfigureAlertRulePayload?: ConfigureAlertRulePayloadResolvers<ContextType>;
  ConfigureEquipmentStatePayload?: ConfigureEquipmentStatePayloadResolvers<ContextType>;
  ConfigureSensorPayload?: ConfigureSensorPayloadResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  DiscoveredTag?: DiscoveredTagResolvers<ContextType>;
  DiscoveredTagConnection?: DiscoveredTagConnectionResolvers<ContextType>;
  DiscoveredTagEdge?: DiscoveredTagEdgeResolvers<ContextType>;
  Equipment?: EquipmentResolvers<ContextType>;
  EquipmentStateRule?: EquipmentStateRuleResolvers<ContextType>;
  EscalateSensorAlertPayload?: EscalateSensorAlertPayloadResolvers<ContextType>;
  IgnoreDiscoveredTagPayload?: IgnoreDiscoveredTagPayloadResolvers<ContextType>;
  IllegalTransitionError?: IllegalTransitionErrorResolvers<ContextType>;
  InvalidInputError?: InvalidInputErrorResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  Mutation?: MutationResolvers<ContextType>;
  NotFoundError?: NotFoundErrorResolvers<ContextType>;
  OperationReadings?: OperationReadingsResolvers<ContextType>;
  OperationSensorReadings?: OperationSensorReadingsResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Quantity?: QuantityResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  ReadingGap?: ReadingGapResolvers<ContextType>;
  ReadingWindow?: ReadingWindowResolvers<ContextType>;
  RemoveAlertRulePayload?: RemoveAlertRulePayloadResolvers<ContextType>;
  RuleViolationError?: RuleViolationErrorResolvers<ContextType>;
  Sensor?: SensorResolvers<ContextType>;
  SensorAlert?: SensorAlertResolvers<ContextType>;
  SensorAlertConnection?: SensorAlertConnectionResolvers<ContextType>;
  SensorAlertEdge?: SensorAlertEdgeResolvers<ContextType>;
  SensorConnection?: SensorConnectionResolvers<ContextType>;
  SensorEdge?: SensorEdgeResolvers<ContextType>;
  SensorReading?: SensorReadingResolvers<ContextType>;
  SensorReadingExport?: SensorReadingExportResolvers<ContextType>;
  SensorReadings?: SensorReadingsResolvers<ContextType>;
  SensorStatistics?: SensorStatisticsResolvers<ContextType>;
  Site?: SiteResolvers<ContextType>;
  StateMeaning?: StateMeaningResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  WorkOrder?: WorkOrderResolvers<ContextType>;
  WorkOrderOperation?: WorkOrderOperationResolvers<ContextType>;
};

