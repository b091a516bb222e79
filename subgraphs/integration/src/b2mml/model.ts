import type { B2mmlError } from './rules.ts';

/**
 * What B2MML messages say, in the words of the graph. Times are UTC, RFC 3339 with milliseconds. Decimals
 * are strings without exponent. Units are UN/CEFACT Rec 20 codes.
 */

/** Where something stands in a message. */
export interface Position {
  readonly line: number;
  readonly element: string;
}

export interface MessageQuantity {
  readonly value: string;
  readonly unit: string;
}

/** V7 of the standard, or the plant's simplified forms (no namespace). */
export type MessageForm = 'V7' | 'SIMPLIFIED';

/** The application area of a transaction (BOD): who sent it and what answer is asked for. */
export interface ApplicationArea {
  readonly verb: 'Process' | 'Sync';
  /** BODID: the sender's own id of this very transmission. */
  readonly bodId: string | null;
  readonly createdAt: string;
  readonly senderLogicalId: string | null;
  readonly senderComponentId: string | null;
  readonly senderReferenceId: string | null;
  /** When the sender wants a ConfirmBOD (ConfirmationCode). */
  readonly confirm: 'Always' | 'OnError' | 'Never';
  /** When the sender wants an Acknowledge (acknowledgeCode); null when it does not. */
  readonly acknowledge: 'Always' | 'OnError' | null;
}

interface Message {
  /** BODID when there is one, else the ID of the (first) object: the sender's own id of the message. */
  readonly messageId: string;
  readonly publishedAt: string | null;
  readonly form: MessageForm;
  readonly application: ApplicationArea | null;
}

// Schedules

/** States of a request that ask for it to be made. */
export type RequestState = 'Released' | 'Waiting' | 'Ready';

/** Material that a segment consumes. */
export interface MaterialRequirement {
  readonly id: string;
  /** MaterialDefinitionID: a part or a material; null when only a class is named. */
  readonly definitionNumber: string | null;
  readonly lotNumber: string | null;
  readonly quantity: MessageQuantity | null;
}

/** ISA-95 Segment Requirement: what the ERP asks of one step. */
export interface SegmentRequirement {
  readonly segmentId: string;
  readonly processSegmentId: string | null;
  readonly operationsSegmentId: string | null;
  readonly earliestStartAt: string | null;
  readonly latestEndAt: string | null;
  readonly durationSeconds: string | null;
  readonly consumed: readonly MaterialRequirement[];
}

/** ISA-95 Operations Request: becomes a work order. */
export interface ScheduleRequest {
  readonly requestId: string;
  readonly description: string | null;
  /** MaterialDefinitionID of the one material that is produced. */
  readonly partNumber: string;
  readonly revision: string | null;
  readonly quantity: MessageQuantity;
  readonly startAt: string | null;
  readonly endAt: string | null;
  /** 1 is the most urgent, 100 the least. */
  readonly priority: number;
  readonly state: RequestState | null;
  /** OperationsDefinitionID. */
  readonly routingNumber: string | null;
  /** The site of the hierarchy scope; of the schedule where the request names none. */
  readonly siteCode: string | null;
  readonly customerCode: string | null;
  readonly segments: readonly SegmentRequirement[];
  readonly at: Position;
}

export interface ScheduleMessage extends Message {
  readonly kind: 'SCHEDULE';
  readonly scheduleId: string;
  readonly requests: readonly ScheduleRequest[];
}

// Routings

export interface RoutingOperation {
  readonly operationNumber: number;
  readonly name: string;
  readonly workCenterCode: string | null;
  readonly equipmentClass: string | null;
  readonly personnelClass: string | null;
  readonly setupSeconds: string;
  readonly runSecondsPerUnit: string;
  readonly sequencing: 'SEQUENTIAL' | 'PARALLEL';
  readonly qualityCritical: boolean;
  readonly inspectionRequired: boolean;
}

/** ISA-95 Operations Definition, or a Process Segment made of segments. */
export interface MessageRouting {
  readonly routingNumber: string;
  readonly description: string | null;
  readonly partNumber: string | null;
  readonly revision: string | null;
  readonly version: string | null;
  readonly siteCode: string | null;
  /** In the order of their numbers. */
  readonly operations: readonly RoutingOperation[];
  readonly at: Position;
}

export interface RoutingMessage extends Message {
  readonly kind: 'ROUTING';
  readonly routings: readonly MessageRouting[];
}

// Performance

/** ISA-95 Material Actual. */
export interface MaterialActual {
  readonly id: string;
  readonly use: 'Produced' | 'Consumed';
  readonly definitionNumber: string | null;
  readonly description: string | null;
  readonly lotNumbers: readonly string[];
  /** MaterialSubLotID: serials are lots of one. */
  readonly serialNumbers: readonly string[];
  /** Good quantity when produced. */
  readonly quantity: MessageQuantity;
  /** In the unit of the quantity; null when nothing is said. */
  readonly scrap: string | null;
  readonly rework: string | null;
}

/** States that are reported; a skipped operation is `Other` with OtherValue `Skipped`. */
export type ResponseState =
  | 'Waiting'
  | 'Ready'
  | 'Running'
  | 'Completed'
  | 'Aborted'
  | 'Held'
  | 'Paused'
  | 'Suspended'
  | 'Closed'
  | 'Skipped';

/** ISA-95 Segment Response: what was done at one operation. */
export interface SegmentActual {
  readonly segmentId: string;
  readonly description: string | null;
  readonly startedAt: string | null;
  readonly completedAt: string | null;
  readonly processSegmentId: string | null;
  readonly workCenterCode: string | null;
  readonly state: ResponseState | null;
  readonly laborSeconds: string | null;
  readonly machineSeconds: string | null;
  /** PersonID of each person who worked on it. */
  readonly personnel: readonly string[];
  /** EquipmentID of each machine. */
  readonly equipment: readonly string[];
  readonly materials: readonly MaterialActual[];
}

/** ISA-95 Operations Response: what became of one request. */
export interface PerformanceResponse {
  readonly responseId: string;
  readonly description: string | null;
  /** The request that it answers; null for an order that the ERP did not ask for. */
  readonly requestId: string | null;
  readonly routingNumber: string | null;
  readonly startedAt: string | null;
  readonly completedAt: string | null;
  readonly state: ResponseState | null;
  /** At least one. */
  readonly segments: readonly SegmentActual[];
}

export interface PerformanceMessage extends Message {
  readonly kind: 'PERFORMANCE';
  readonly performanceId: string;
  readonly scheduleId: string | null;
  readonly siteCode: string | null;
  readonly state: ResponseState | null;
  /** At least one. */
  readonly responses: readonly PerformanceResponse[];
}

/** Consumption to report: lots that went into one order. */
export interface MaterialActualReport {
  readonly messageId: string;
  readonly publishedAt: string;
  readonly siteCode: string | null;
  /** The order that consumed it, by the ERP's request id or else our own number. */
  readonly orderNumber: string;
  /** The ERP's request, when the order came from one. */
  readonly requestId: string | null;
  /** `OP-020`; null when the consumption names no operation. */
  readonly segmentId: string | null;
  readonly occurredAt: string;
  /** At least one. */
  readonly materials: readonly Omit<MaterialActual, 'use' | 'scrap' | 'rework'>[];
}

// Reading

export type B2mmlMessage = ScheduleMessage | RoutingMessage | PerformanceMessage;
export type MessageKind = B2mmlMessage['kind'];

/** A message that was understood, or everything that is wrong with it. */
export type B2mmlReading =
  | { readonly ok: true; readonly message: B2mmlMessage }
  | {
      readonly ok: false;
      /** As far as the message could be understood. */
      readonly kind: MessageKind | null;
      readonly messageId: string | null;
      /** At least one, in the order of their lines. */
      readonly errors: readonly B2mmlError[];
    };
