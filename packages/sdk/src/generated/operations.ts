/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type AffectedItemType =
  /** So much of a lot; all of the lot is held. */
  | 'LOT'
  /** So much of an order's work; the order is held. */
  | 'ORDER'
  /** One piece. */
  | 'SERIAL';

export type AffectedLotInput = {
  lotNumber: string;
  /** In the lot's unit. */
  quantity: QuantityInput;
};

export type AffectedOrderInput = {
  /** In the part's unit. */
  quantity: QuantityInput;
  workOrderNumber: string;
};

export type ApprovalDecision =
  | 'APPROVED'
  | 'REJECTED';

export type ApprovalRole =
  | 'CUSTOMER'
  | 'ENGINEERING'
  | 'QUALITY';

export type CarryOutDispositionInput = {
  dispositionId: string;
  /** `reworked on WO-2026-000124, bore 12.010 mm` */
  result: string;
};

export type ChangeEquipmentStatusInput = {
  id: string;
  /** When it happened, if earlier than now; needs operation:backdate. */
  occurredAt?: string | null | undefined;
  /** Required for DOWN, MAINTENANCE and OUT_OF_SERVICE. */
  reason?: string | null | undefined;
  status: EquipmentStatus;
};

export type ClientLoginInput = {
  clientId: string;
  clientSecret: string;
};

export type CloseNonConformanceInput = {
  id: string;
};

export type CompleteOperationInput = {
  executionId: string;
  /**
   * What the run made in all, reports included. Left out: what was reported; for serials everything that was
   * not scrapped and is not to be reworked.
   */
  good?: string | null | undefined;
  /** When it happened, if earlier than now; needs operation:backdate. */
  occurredAt?: string | null | undefined;
  rework?: string | null | undefined;
  reworkSerialNumbers?: Array<string> | null | undefined;
  scrap?: string | null | undefined;
  /** Which serials, when it is not all of them. */
  scrapSerialNumbers?: Array<string> | null | undefined;
};

export type ConsumeMaterialInput = {
  /** The bill's position, when it is known. */
  bomPosition?: number | null | undefined;
  /** The transaction's id, chosen by the client, so that a repeated request changes nothing; a UUID. */
  id?: string | null | undefined;
  locationCode: string;
  /** Either this or `lotNumber`. */
  lotId?: string | null | undefined;
  lotNumber?: string | null | undefined;
  /** When it happened, if earlier than now; needs operation:backdate. */
  occurredAt?: string | null | undefined;
  operationId?: string | null | undefined;
  quantity: QuantityInput;
  /** The piece that it went into; when left out it is common to all pieces of the order. */
  serialNumber?: string | null | undefined;
  workOrderNumber: string;
};

export type ContainNonConformanceInput = {
  /** What was done: `blades 1 to 20 in the cage, stock of the lot sorted`. */
  containment: string;
  id: string;
};

export type CorrectiveActionFilter = {
  kind?: CorrectiveActionKind | null | undefined;
  nonConformanceId?: string | null | undefined;
  /** It should have been done by now. */
  overdue?: boolean | null | undefined;
  ownerUsername?: string | null | undefined;
  siteId?: string | null | undefined;
  status?: CorrectiveActionStatus | null | undefined;
};

export type CorrectiveActionKind =
  | 'CONTAINMENT'
  /** Against the cause. */
  | 'CORRECTIVE'
  /** So that it comes up nowhere else. */
  | 'PREVENTIVE';

export type CorrectiveActionStatus =
  | 'IMPLEMENTED'
  /** It does not: to be implemented anew. */
  | 'INEFFECTIVE'
  | 'PLANNED'
  /** It works. */
  | 'VERIFIED';

export type CreateWorkOrderInput = {
  description?: string | null | undefined;
  dueAt?: string | null | undefined;
  /** Chosen by the client, so that a repeated request changes nothing; a UUID. */
  id?: string | null | undefined;
  /** Given, or the next one of the tenant's series for this year. */
  number?: string | null | undefined;
  partNumber: string;
  plannedEndAt?: string | null | undefined;
  plannedStartAt?: string | null | undefined;
  /** 1 is the most urgent, 100 the least; 50 when left out. */
  priority?: number | null | undefined;
  quantity: QuantityInput;
  /** Left out: the revision published last. */
  revision?: string | null | undefined;
  /** Left out: the routing of the part's revision that was published last. */
  routingNumber?: string | null | undefined;
  /** Left out: the tenant's only site, else the site of the routing's first work center. */
  siteId?: string | null | undefined;
};

export type DispositionKind =
  /** Made usable, though it does not conform. */
  | 'REPAIR'
  | 'RETURN_TO_SUPPLIER'
  /** Made to conform. */
  | 'REWORK'
  | 'SCRAP'
  | 'USE_AS_IS';

export type DispositionStatus =
  /** By everybody who must. */
  | 'APPROVED'
  | 'CARRIED_OUT'
  | 'PROPOSED'
  | 'REJECTED'
  /** The non-conformance was reopened, or cancelled before it was decided. */
  | 'SUPERSEDED';

/** The eight disciplines of problem solving, and the preparation for them. */
export type EightDDiscipline =
  /** Prepare; emergency response. */
  | 'D0'
  /** The team. */
  | 'D1'
  /** Describe the problem. */
  | 'D2'
  /** Interim containment. */
  | 'D3'
  /** Root cause. */
  | 'D4'
  /** Choose corrective actions. */
  | 'D5'
  /** Implement them and prove that they work. */
  | 'D6'
  /** Prevent that it comes back, here or elsewhere. */
  | 'D7'
  /** Recognise the team; the end. */
  | 'D8';

export type EquipmentFilter = {
  equipmentClass?: string | null | undefined;
  siteId?: string | null | undefined;
  status?: EquipmentStatus | null | undefined;
  workCenterCode?: string | null | undefined;
};

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

export type GenealogyDirection =
  /** From an assembly to its components and their material: as built. */
  | 'DOWN'
  /** From a lot or component to everything that contains it: where used. */
  | 'UP';

export type GenealogyNodeKind =
  | 'LOT'
  | 'SERIAL'
  /** Material that was consumed for an order as a whole: it is common to the order's serials. */
  | 'WORK_ORDER';

/** Exactly one of them; anything else is refused with BAD_USER_INPUT. */
export type GenealogyRootInput = {
  id?: string | null | undefined;
  lotNumber?: string | null | undefined;
  serialNumber?: string | null | undefined;
  workOrderNumber?: string | null | undefined;
};

export type InventoryBalanceFilter = {
  definitionId?: string | null | undefined;
  /** Part number or material code. */
  definitionNumber?: string | null | undefined;
  locationCode?: string | null | undefined;
  lotNumber?: string | null | undefined;
};

export type IssueMaterialInput = {
  /** The transaction's id, chosen by the client, so that a repeated request changes nothing; a UUID. */
  id?: string | null | undefined;
  /** A store. */
  locationCode: string;
  /** Either this or `lotNumber`. */
  lotId?: string | null | undefined;
  lotNumber?: string | null | undefined;
  /** When it happened, if earlier than now; needs operation:backdate. */
  occurredAt?: string | null | undefined;
  quantity: QuantityInput;
  /** A location on the floor. */
  toLocationCode: string;
  workOrderNumber: string;
};

export type LoginInput = {
  password: string;
  /** The tenant's code; may be left out where there is only one. */
  tenant?: string | null | undefined;
  username: string;
};

export type MaterialLotStatus =
  | 'AVAILABLE'
  /** Nothing of it is left. */
  | 'EXHAUSTED'
  /** Its time is over. */
  | 'EXPIRED'
  /** Set aside by quality. */
  | 'QUARANTINE';

export type MeasurementInput = {
  /** Outside the limits, where there are any. */
  actual: string;
  /** `Bore diameter 12.0 H7`, as drawing or plan name it. */
  characteristic: string;
  lowerLimit?: string | null | undefined;
  nominal?: string | null | undefined;
  unit?: string | null | undefined;
  upperLimit?: string | null | undefined;
};

export type NonConformanceFilter = {
  defectCode?: string | null | undefined;
  definitionId?: string | null | undefined;
  /** Part number or material code. */
  definitionNumber?: string | null | undefined;
  equipmentCode?: string | null | undefined;
  lotNumber?: string | null | undefined;
  /** Not over, and a discipline or an action of it should have been done by now. */
  overdue?: boolean | null | undefined;
  raisedFrom?: string | null | undefined;
  /** Before that. */
  raisedTo?: string | null | undefined;
  serialNumber?: string | null | undefined;
  severity?: NonConformanceSeverity | null | undefined;
  siteId?: string | null | undefined;
  source?: NonConformanceSource | null | undefined;
  /** Any of these. */
  status?: Array<NonConformanceStatus> | null | undefined;
  workCenterCode?: string | null | undefined;
  /** Found in the order's work, or the order is affected. */
  workOrderNumber?: string | null | undefined;
};

export type NonConformanceSeverity =
  /** Safety or airworthiness. */
  | 'CRITICAL'
  | 'MAJOR'
  | 'MINOR';

export type NonConformanceSource =
  | 'AUDIT'
  | 'CUSTOMER'
  | 'FINAL'
  | 'IN_PROCESS'
  | 'RECEIVING';

export type NonConformanceStatus =
  | 'CANCELLED'
  | 'CLOSED'
  /** Nothing of it gets any further. */
  | 'CONTAINED'
  /** All that is affected has an approved disposition, which is being carried out. */
  | 'DISPOSITIONED'
  | 'OPEN'
  /** Before the material review board. */
  | 'UNDER_REVIEW'
  /** All dispositions are carried out; cause, actions and their effect remain. */
  | 'VERIFICATION';

export type ParetoDimension =
  /** Ishikawa category; those whose cause is not known yet have no key. */
  | 'CAUSE'
  | 'DEFECT_CODE'
  /** Part number or material code. */
  | 'DEFINITION'
  | 'EQUIPMENT'
  | 'SEVERITY'
  | 'SOURCE'
  | 'WORK_CENTER';

export type ProposeDispositionInput = {
  /**
   * It does not meet what was agreed with the customer. The customer has a say then, and also where the customer found it
   * or where it is CRITICAL.
   */
  departsFromContract?: boolean | null | undefined;
  /** Chosen by the client, so that a repeated request changes nothing; a UUID. */
  id?: string | null | undefined;
  /** Needed for REWORK and REPAIR. */
  instructions?: string | null | undefined;
  itemId: string;
  justification: string;
  kind: DispositionKind;
  /** Of what is affected; without it all that has no disposition yet. */
  quantity?: string | null | undefined;
};

/** What may be done with what is affected. */
export type QualityHold =
  /** Nothing. */
  | 'BLOCKED'
  /** Nothing, ever: it was scrapped or returned. */
  | 'GONE'
  | 'NONE'
  /** Operations run on it, for rework or repair; it is neither assembled nor shipped. */
  | 'WORK_ONLY';

/** A quantity with its unit as a UN/CEFACT Recommendation 20 code. */
export type QuantityInput = {
  unit: string;
  value: string;
};

/** At least one piece, lot or order, or else a part number and a quantity. */
export type RaiseNonConformanceInput = {
  /** `DIM-OOT`: what the plant counts defects by. */
  defectCode: string;
  description: string;
  /** Without it now. */
  detectedAt?: string | null | undefined;
  /** The user name of who found it; without it who says so. */
  detectedBy?: string | null | undefined;
  equipmentCode?: string | null | undefined;
  /** Chosen by the client, so that a repeated request changes nothing; a UUID. */
  id?: string | null | undefined;
  lots?: Array<AffectedLotInput> | null | undefined;
  measurement?: MeasurementInput | null | undefined;
  /** The operation at which it was found; one that was started. */
  operationId?: string | null | undefined;
  orders?: Array<AffectedOrderInput> | null | undefined;
  /** The part, where no piece, lot or order says it. */
  partNumber?: string | null | undefined;
  /** How much does not conform; without it all that is affected. */
  quantity?: QuantityInput | null | undefined;
  serialNumbers?: Array<string> | null | undefined;
  severity: NonConformanceSeverity;
  /** Where the order, the machine, the piece or the lot does not say it. */
  siteId?: string | null | undefined;
  source: NonConformanceSource;
  /** The order in whose work it was found. */
  workOrderNumber?: string | null | undefined;
};

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

export type ReceiveMaterialInput = {
  expiresAt?: string | null | undefined;
  heatNumber?: string | null | undefined;
  /** The lot's id, chosen by the client, so that a repeated request changes nothing; a UUID. */
  id?: string | null | undefined;
  locationCode: string;
  materialCode?: string | null | undefined;
  number: string;
  /** When it happened, if earlier than now; needs operation:backdate. */
  occurredAt?: string | null | undefined;
  /** Either this or `materialCode`. */
  partNumber?: string | null | undefined;
  quantity: QuantityInput;
  /** Set aside until quality releases it. */
  quarantine?: boolean | null | undefined;
  supplier?: string | null | undefined;
  supplierLotNumber?: string | null | undefined;
  unitCost?: string | null | undefined;
};

export type ReleaseWorkOrderInput = {
  id: string;
  /** When it happened, if earlier than now; needs operation:backdate. */
  occurredAt?: string | null | undefined;
};

export type ReportOperationInput = {
  executionId: string;
  /** Made since the last report, in the order's unit; 0 when left out. */
  good?: string | null | undefined;
  /** Of the report; chosen by the client, so that a repeated request changes nothing; a UUID. */
  id?: string | null | undefined;
  /** When it happened, if earlier than now; needs operation:backdate. */
  occurredAt?: string | null | undefined;
  rework?: string | null | undefined;
  scrap?: string | null | undefined;
};

export type ReviewNonConformanceInput = {
  id: string;
};

/** Ishikawa's six. */
export type RootCauseCategory =
  | 'ENVIRONMENT'
  | 'MACHINE'
  | 'MATERIAL'
  | 'MEASUREMENT'
  | 'METHOD'
  | 'PEOPLE';

export type SerializedPartStatus =
  /** In another piece. */
  | 'ASSEMBLED'
  | 'COMPLETED'
  | 'IN_PROCESS'
  | 'SCRAPPED'
  | 'SHIPPED';

export type StartOperationInput = {
  equipmentCode?: string | null | undefined;
  /** Left out with equipmentCode: the machine that the operation is assigned to, if any. */
  equipmentId?: string | null | undefined;
  /** Of the execution; chosen by the client, so that a repeated request changes nothing; a UUID. */
  id?: string | null | undefined;
  /** When it happened, if earlier than now; needs operation:backdate. */
  occurredAt?: string | null | undefined;
  operationId: string;
  /** Of a part tracked by serial: one or more; else none. */
  serialNumbers?: Array<string> | null | undefined;
};

export type WorkOrderFilter = {
  dueBefore?: string | null | undefined;
  partId?: string | null | undefined;
  partNumber?: string | null | undefined;
  /** The number begins with this. */
  search?: string | null | undefined;
  siteId?: string | null | undefined;
  status?: Array<WorkOrderStatus> | null | undefined;
};

export type WorkOrderOperationStatus =
  | 'COMPLETED'
  | 'IN_PROGRESS'
  | 'PENDING'
  /** It may start: what comes before is through, for one serial at least. */
  | 'READY'
  | 'SKIPPED';

export type WorkOrderStatus =
  | 'CANCELLED'
  | 'CLOSED'
  | 'COMPLETED'
  | 'CREATED'
  | 'IN_PROGRESS'
  | 'ON_HOLD'
  | 'RELEASED';

export type EquipmentFactsFragment = { id: string, code: string, name: string, equipmentClass: string | null, status: EquipmentStatus, statusSince: string, workCenter: { id: string, code: string } };

export type AllEquipmentQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: EquipmentFilter | null | undefined;
}>;


export type AllEquipmentQuery = { allEquipment: { nodes: Array<{ id: string, code: string, name: string, equipmentClass: string | null, status: EquipmentStatus, statusSince: string, workCenter: { id: string, code: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ChangeEquipmentStatusMutationVariables = Exact<{
  input: ChangeEquipmentStatusInput;
}>;


export type ChangeEquipmentStatusMutation = { changeEquipmentStatus: { equipment: { id: string, code: string, name: string, equipmentClass: string | null, status: EquipmentStatus, statusSince: string, workCenter: { id: string, code: string } } | null, errors: Array<
      | { __typename: 'AlreadyAcknowledgedError', code: string, message: string, path: Array<string> }
      | { __typename: 'AlreadyAssembledError', code: string, message: string, path: Array<string> }
      | { __typename: 'AlreadyStartedError', code: string, message: string, path: Array<string> }
      | { __typename: 'BomCycleError', code: string, message: string, path: Array<string> }
      | { __typename: 'BomOverlapError', code: string, message: string, path: Array<string> }
      | { __typename: 'DisciplinesIncompleteError', code: string, message: string, path: Array<string> }
      | { __typename: 'GenealogyCycleError', code: string, message: string, path: Array<string> }
      | { __typename: 'IllegalTransitionError', code: string, message: string, path: Array<string> }
      | { __typename: 'InspectionsNotPassedError', code: string, message: string, path: Array<string> }
      | { __typename: 'InsufficientStockError', code: string, message: string, path: Array<string> }
      | { __typename: 'InvalidInputError', code: string, message: string, path: Array<string> }
      | { __typename: 'MessageRejectedError', code: string, message: string, path: Array<string> }
      | { __typename: 'NotFoundError', code: string, message: string, path: Array<string> }
      | { __typename: 'OnQualityHoldError', code: string, message: string, path: Array<string> }
      | { __typename: 'OperationsIncompleteError', code: string, message: string, path: Array<string> }
      | { __typename: 'RevisionChangedError', code: string, message: string, path: Array<string> }
      | { __typename: 'RuleViolationError', code: string, message: string, path: Array<string> }
      | { __typename: 'SignInLockedError', code: string, message: string, path: Array<string> }
    > } };

export type EquipmentStatusChangedSubscriptionVariables = Exact<{
  siteId?: string | null | undefined;
  workCenterCode?: string | null | undefined;
  equipmentClass?: string | null | undefined;
  to?: Array<EquipmentStatus> | EquipmentStatus | null | undefined;
}>;


export type EquipmentStatusChangedSubscription = { equipmentStatusChanged: { event: string | null, occurredAt: string, actorName: string | null, from: EquipmentStatus | null, to: EquipmentStatus | null, reason: string | null, equipment: { id: string, code: string, name: string, equipmentClass: string | null, status: EquipmentStatus, statusSince: string, workCenter: { id: string, code: string } } | null } };

export type AlertsSubscriptionVariables = Exact<{
  siteId?: string | null | undefined;
  workCenterCode?: string | null | undefined;
}>;


export type AlertsSubscription = { alerts: { event: string, occurredAt: string, actorName: string | null, siteId: string | null, workCenterCode: string | null, reason: string | null, equipment: { id: string, code: string } | null, workOrder: { id: string, number: string } | null } };

export type AndonBoardSubscriptionVariables = Exact<{
  siteId: string;
  workCenterCode?: string | null | undefined;
}>;


export type AndonBoardSubscription = { andonBoard: { event: string, occurredAt: string, actorName: string | null, siteId: string | null, workCenterCode: string | null, text: string | null, reason: string | null, equipment: { id: string, code: string } | null, workOrder: { id: string, number: string } | null } };

export type SensorReadingsQueryVariables = Exact<{
  sensorId: string;
  from: string;
  to: string;
  maxPoints: number;
}>;


export type SensorReadingsQuery = { sensor: { id: string, tag: string, unit: string | null, readings: { from: string, to: string, resolution: ReadingResolution, points: Array<{ time: string, value: number | null, text: string | null, quality: ReadingQuality, outOfRange: boolean }>, gaps: Array<{ from: string, to: string }> } } | null };

export type LatestReadingsQueryVariables = Exact<{
  workCenterCode: string;
}>;


export type LatestReadingsQuery = { latestReadings: Array<{ id: string, tag: string, unit: string | null, equipment: { id: string, code: string } | null, latest: { time: string, value: number | null, text: string | null, quality: ReadingQuality, outOfRange: boolean } | null }> };

export type SensorReadingsLiveSubscriptionVariables = Exact<{
  sensorIds: Array<string> | string;
  maxRateHz?: number | null | undefined;
}>;


export type SensorReadingsLiveSubscription = { sensorReadings: { occurredAt: string, tag: string | null, value: number | null, text: string | null, unit: string | null, quality: ReadingQuality | null, outOfRange: boolean | null, sensor: { id: string } | null } };

export type LotFactsFragment = { id: string, number: string, definitionNumber: string, status: MaterialLotStatus, unit: string, supplier: string | null, heatNumber: string | null, receivedAt: string, expiresAt: string | null, onHand: { value: string, unit: string }, allocated: { value: string, unit: string } };

export type MaterialLotQueryVariables = Exact<{
  number: string;
}>;


export type MaterialLotQuery = { materialLotByNumber: { id: string, number: string, definitionNumber: string, status: MaterialLotStatus, unit: string, supplier: string | null, heatNumber: string | null, receivedAt: string, expiresAt: string | null, balances: Array<{ location: { id: string, code: string }, quantity: { value: string, unit: string } }>, certificates: Array<{ id: string }>, onHand: { value: string, unit: string }, allocated: { value: string, unit: string } } | null };

export type InventoryBalancesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: InventoryBalanceFilter | null | undefined;
}>;


export type InventoryBalancesQuery = { inventoryBalances: { nodes: Array<{ lot: { id: string, number: string, definitionNumber: string, status: MaterialLotStatus, unit: string, supplier: string | null, heatNumber: string | null, receivedAt: string, expiresAt: string | null, onHand: { value: string, unit: string }, allocated: { value: string, unit: string } }, location: { id: string, code: string }, quantity: { value: string, unit: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type ReceiveMaterialMutationVariables = Exact<{
  input: ReceiveMaterialInput;
}>;


export type ReceiveMaterialMutation = { receiveMaterial: { lot: { id: string, number: string, definitionNumber: string, status: MaterialLotStatus, unit: string, supplier: string | null, heatNumber: string | null, receivedAt: string, expiresAt: string | null, onHand: { value: string, unit: string }, allocated: { value: string, unit: string } } | null, errors: Array<
      | { __typename: 'AlreadyAcknowledgedError', code: string, message: string, path: Array<string> }
      | { __typename: 'AlreadyAssembledError', code: string, message: string, path: Array<string> }
      | { __typename: 'AlreadyStartedError', code: string, message: string, path: Array<string> }
      | { __typename: 'BomCycleError', code: string, message: string, path: Array<string> }
      | { __typename: 'BomOverlapError', code: string, message: string, path: Array<string> }
      | { __typename: 'DisciplinesIncompleteError', code: string, message: string, path: Array<string> }
      | { __typename: 'GenealogyCycleError', code: string, message: string, path: Array<string> }
      | { __typename: 'IllegalTransitionError', code: string, message: string, path: Array<string> }
      | { __typename: 'InspectionsNotPassedError', code: string, message: string, path: Array<string> }
      | { __typename: 'InsufficientStockError', code: string, message: string, path: Array<string> }
      | { __typename: 'InvalidInputError', code: string, message: string, path: Array<string> }
      | { __typename: 'MessageRejectedError', code: string, message: string, path: Array<string> }
      | { __typename: 'NotFoundError', code: string, message: string, path: Array<string> }
      | { __typename: 'OnQualityHoldError', code: string, message: string, path: Array<string> }
      | { __typename: 'OperationsIncompleteError', code: string, message: string, path: Array<string> }
      | { __typename: 'RevisionChangedError', code: string, message: string, path: Array<string> }
      | { __typename: 'RuleViolationError', code: string, message: string, path: Array<string> }
      | { __typename: 'SignInLockedError', code: string, message: string, path: Array<string> }
    > } };

export type IssueMaterialMutationVariables = Exact<{
  input: IssueMaterialInput;
}>;


export type IssueMaterialMutation = { issueMaterial: { transaction: { id: string } | null, errors: Array<
      | { __typename: 'AlreadyAcknowledgedError', code: string, message: string, path: Array<string> }
      | { __typename: 'AlreadyAssembledError', code: string, message: string, path: Array<string> }
      | { __typename: 'AlreadyStartedError', code: string, message: string, path: Array<string> }
      | { __typename: 'BomCycleError', code: string, message: string, path: Array<string> }
      | { __typename: 'BomOverlapError', code: string, message: string, path: Array<string> }
      | { __typename: 'DisciplinesIncompleteError', code: string, message: string, path: Array<string> }
      | { __typename: 'GenealogyCycleError', code: string, message: string, path: Array<string> }
      | { __typename: 'IllegalTransitionError', code: string, message: string, path: Array<string> }
      | { __typename: 'InspectionsNotPassedError', code: string, message: string, path: Array<string> }
      | { __typename: 'InsufficientStockError', code: string, message: string, path: Array<string> }
      | { __typename: 'InvalidInputError', code: string, message: string, path: Array<string> }
      | { __typename: 'MessageRejectedError', code: string, message: string, path: Array<string> }
      | { __typename: 'NotFoundError', code: string, message: string, path: Array<string> }
      | { __typename: 'OnQualityHoldError', code: string, message: string, path: Array<string> }
      | { __typename: 'OperationsIncompleteError', code: string, message: string, path: Array<string> }
      | { __typename: 'RevisionChangedError', code: string, message: string, path: Array<string> }
      | { __typename: 'RuleViolationError', code: string, message: string, path: Array<string> }
      | { __typename: 'SignInLockedError', code: string, message: string, path: Array<string> }
    > } };

export type ConsumeMaterialMutationVariables = Exact<{
  input: ConsumeMaterialInput;
}>;


export type ConsumeMaterialMutation = { consumeMaterial: { transaction: { id: string } | null, errors: Array<
      | { __typename: 'AlreadyAcknowledgedError', code: string, message: string, path: Array<string> }
      | { __typename: 'AlreadyAssembledError', code: string, message: string, path: Array<string> }
      | { __typename: 'AlreadyStartedError', code: string, message: string, path: Array<string> }
      | { __typename: 'BomCycleError', code: string, message: string, path: Array<string> }
      | { __typename: 'BomOverlapError', code: string, message: string, path: Array<string> }
      | { __typename: 'DisciplinesIncompleteError', code: string, message: string, path: Array<string> }
      | { __typename: 'GenealogyCycleError', code: string, message: string, path: Array<string> }
      | { __typename: 'IllegalTransitionError', code: string, message: string, path: Array<string> }
      | { __typename: 'InspectionsNotPassedError', code: string, message: string, path: Array<string> }
      | { __typename: 'InsufficientStockError', code: string, message: string, path: Array<string> }
      | { __typename: 'InvalidInputError', code: string, message: string, path: Array<string> }
      | { __typename: 'MessageRejectedError', code: string, message: string, path: Array<string> }
      | { __typename: 'NotFoundError', code: string, message: string, path: Array<string> }
      | { __typename: 'OnQualityHoldError', code: string, message: string, path: Array<string> }
      | { __typename: 'OperationsIncompleteError', code: string, message: string, path: Array<string> }
      | { __typename: 'RevisionChangedError', code: string, message: string, path: Array<string> }
      | { __typename: 'RuleViolationError', code: string, message: string, path: Array<string> }
      | { __typename: 'SignInLockedError', code: string, message: string, path: Array<string> }
    > } };

export type InventoryChangedSubscriptionVariables = Exact<{
  siteId?: string | null | undefined;
  definitionId?: string | null | undefined;
  workOrderId?: string | null | undefined;
  locationCode?: string | null | undefined;
}>;


export type InventoryChangedSubscription = { inventoryChanged: { event: string | null, occurredAt: string, actorName: string | null, locationCode: string | null, lot: { id: string, number: string, definitionNumber: string, status: MaterialLotStatus, unit: string, supplier: string | null, heatNumber: string | null, receivedAt: string, expiresAt: string | null, onHand: { value: string, unit: string }, allocated: { value: string, unit: string } } | null, quantity: { value: string, unit: string } | null, workOrder: { id: string, number: string } | null } };

export type SerializedPartsChangedSubscriptionVariables = Exact<{
  siteId?: string | null | undefined;
  definitionId?: string | null | undefined;
  workOrderId?: string | null | undefined;
  events?: Array<string> | string | null | undefined;
}>;


export type SerializedPartsChangedSubscription = { serializedPartsChanged: { event: string | null, occurredAt: string, actorName: string | null, serialNumber: string | null, status: SerializedPartStatus | null, reason: string | null, linkId: string | null, parentNumber: string | null, childNumber: string | null, bomPosition: number | null, serializedPart: { id: string, serialNumber: string, status: SerializedPartStatus } | null, workOrder: { id: string, number: string } | null, quantity: { value: string, unit: string } | null } };

export type NonConformanceFactsFragment = { id: string, number: string, status: NonConformanceStatus, severity: NonConformanceSeverity, source: NonConformanceSource, definitionNumber: string, revision: string | null, operationNumber: number | null, workCenterCode: string | null, defectCode: string, description: string, detectedAt: string, raisedByName: string, raisedAt: string, quantity: { value: string, unit: string }, workOrder: { id: string, number: string } | null, equipment: { id: string, code: string } | null, affected: Array<{ id: string, type: AffectedItemType, number: string, hold: QualityHold, quantity: { value: string, unit: string } }> };

export type DispositionFactsFragment = { id: string, kind: DispositionKind, justification: string, instructions: string | null, status: DispositionStatus, requiredApprovals: Array<ApprovalRole>, quantity: { value: string, unit: string }, approvals: Array<{ role: ApprovalRole, decision: ApprovalDecision, reference: string | null, comment: string | null, decidedByName: string, decidedAt: string }> };

export type CorrectiveActionFactsFragment = { id: string, kind: CorrectiveActionKind, description: string, ownerUsername: string, dueAt: string, overdue: boolean, status: CorrectiveActionStatus };

export type NonConformanceQueryVariables = Exact<{
  number: string;
}>;


export type NonConformanceQuery = { nonConformanceByNumber: { containment: string | null, id: string, number: string, status: NonConformanceStatus, severity: NonConformanceSeverity, source: NonConformanceSource, definitionNumber: string, revision: string | null, operationNumber: number | null, workCenterCode: string | null, defectCode: string, description: string, detectedAt: string, raisedByName: string, raisedAt: string, measurement: { characteristic: string, nominal: string | null, lowerLimit: string | null, upperLimit: string | null, actual: string, deviation: string, unit: string | null } | null, dispositions: Array<{ id: string, kind: DispositionKind, justification: string, instructions: string | null, status: DispositionStatus, requiredApprovals: Array<ApprovalRole>, quantity: { value: string, unit: string }, approvals: Array<{ role: ApprovalRole, decision: ApprovalDecision, reference: string | null, comment: string | null, decidedByName: string, decidedAt: string }> }>, rootCause: { category: RootCauseCategory, statement: string, whys: Array<string> } | null, eightD: { open: Array<EightDDiscipline>, team: Array<{ username: string, leader: boolean }>, steps: Array<{ discipline: EightDDiscipline, required: boolean, content: string | null, responsibleName: string | null, dueAt: string | null, overdue: boolean, completedAt: string | null }> }, actions: Array<{ id: string, kind: CorrectiveActionKind, description: string, ownerUsername: string, dueAt: string, overdue: boolean, status: CorrectiveActionStatus }>, quantity: { value: string, unit: string }, workOrder: { id: string, number: string } | null, equipment: { id: string, code: string } | null, affected: Array<{ id: string, type: AffectedItemType, number: string, hold: QualityHold, quantity: { value: string, unit: string } }> } | null };

export type NonConformancesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: NonConformanceFilter | null | undefined;
}>;


export type NonConformancesQuery = { nonConformances: { nodes: Array<{ id: string, number: string, status: NonConformanceStatus, severity: NonConformanceSeverity, source: NonConformanceSource, definitionNumber: string, revision: string | null, operationNumber: number | null, workCenterCode: string | null, defectCode: string, description: string, detectedAt: string, raisedByName: string, raisedAt: string, quantity: { value: string, unit: string }, workOrder: { id: string, number: string } | null, equipment: { id: string, code: string } | null, affected: Array<{ id: string, type: AffectedItemType, number: string, hold: QualityHold, quantity: { value: string, unit: string } }> }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CorrectiveActionsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: CorrectiveActionFilter | null | undefined;
}>;


export type CorrectiveActionsQuery = { correctiveActions: { nodes: Array<{ id: string, kind: CorrectiveActionKind, description: string, ownerUsername: string, dueAt: string, overdue: boolean, status: CorrectiveActionStatus, nonConformance: { number: string, status: NonConformanceStatus } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type NonConformanceParetoQueryVariables = Exact<{
  from: string;
  to: string;
  by?: ParetoDimension | null | undefined;
  siteId?: string | null | undefined;
}>;


export type NonConformanceParetoQuery = { nonConformancePareto: Array<{ key: string | null, count: number, cumulativePercent: string }> };

export type RaiseNonConformanceMutationVariables = Exact<{
  input: RaiseNonConformanceInput;
}>;


export type RaiseNonConformanceMutation = { raiseNonConformance: { nonConformance: { id: string, number: string, status: NonConformanceStatus, severity: NonConformanceSeverity, source: NonConformanceSource, definitionNumber: string, revision: string | null, operationNumber: number | null, workCenterCode: string | null, defectCode: string, description: string, detectedAt: string, raisedByName: string, raisedAt: string, quantity: { value: string, unit: string }, workOrder: { id: string, number: string } | null, equipment: { id: string, code: string } | null, affected: Array<{ id: string, type: AffectedItemType, number: string, hold: QualityHold, quantity: { value: string, unit: string } }> } | null, errors: Array<
      | { __typename: 'AlreadyAcknowledgedError', code: string, message: string, path: Array<string> }
      | { __typename: 'AlreadyAssembledError', code: string, message: string, path: Array<string> }
      | { __typename: 'AlreadyStartedError', code: string, message: string, path: Array<string> }
      | { __typename: 'BomCycleError', code: string, message: string, path: Array<string> }
      | { __typename: 'BomOverlapError', code: string, message: string, path: Array<string> }
      | { __typename: 'DisciplinesIncompleteError', code: string, message: string, path: Array<string> }
      | { __typename: 'GenealogyCycleError', code: string, message: string, path: Array<string> }
      | { __typename: 'IllegalTransitionError', code: string, message: string, path: Array<string> }
      | { __typename: 'InspectionsNotPassedError', code: string, message: string, path: Array<string> }
      | { __typename: 'InsufficientStockError', code: string, message: string, path: Array<string> }
      | { __typename: 'InvalidInputError', code: string, message: string, path: Array<string> }
      | { __typename: 'MessageRejectedError', code: string, message: string, path: Array<string> }
      | { __typename: 'NotFoundError', code: string, message: string, path: Array<string> }
      | { __typename: 'OnQualityHoldError', code: string, message: string, path: Array<string> }
      | { __typename: 'OperationsIncompleteError', code: string, message: string, path: Array<string> }
      | { __typename: 'RevisionChangedError', code: string, message: string, path: Array<string> }
      | { __typename: 'RuleViolationError', code: string, message: string, path: Array<string> }
      | { __typename: 'SignInLockedError', code: string, message: string, path: Array<string> }
    > } };

export type ContainNonConformanceMutationVariables = Exact<{
  input: ContainNonConformanceInput;
}>;


export type ContainNonConformanceMutation = { containNonConformance: { nonConformance: { id: string, number: string, status: NonConformanceStatus, severity: NonConformanceSeverity, source: NonConformanceSource, definitionNumber: string, revision: string | null, operationNumber: number | null, workCenterCode: string | null, defectCode: string, description: string, detectedAt: string, raisedByName: string, raisedAt: string, quantity: { value: string, unit: string }, workOrder: { id: string, number: string } | null, equipment: { id: string, code: string } | null, affected: Array<{ id: string, type: AffectedItemType, number: string, hold: QualityHold, quantity: { value: string, unit: string } }> } | null, errors: Array<
      | { __typename: 'AlreadyAcknowledgedError', code: string, message: string, path: Array<string> }
      | { __typename: 'AlreadyAssembledError', code: string, message: string, path: Array<string> }
      | { __typename: 'AlreadyStartedError', code: string, message: string, path: Array<string> }
      | { __typename: 'BomCycleError', code: string, message: string, path: Array<string> }
      | { __typename: 'BomOverlapError', code: string, message: string, path: Array<string> }
      | { __typename: 'DisciplinesIncompleteError', code: string, message: string, path: Array<string> }
      | { __typename: 'GenealogyCycleError', code: string, message: string, path: Array<string> }
      | { __typename: 'IllegalTransitionError', code: string, message: string, path: Array<string> }
      | { __typename: 'InspectionsNotPassedError', code: string, message: string, path: Array<string> }
      | { __typename: 'InsufficientStockError', code: string, message: string, path: Array<string> }
      | { __typename: 'InvalidInputError', code: string, message: string, path: Array<string> }
      | { __typename: 'MessageRejectedError', code: string, message: string, path: Array<string> }
      | { __typename: 'NotFoundError', code: string, message: string, path: Array<string> }
      | { __typename: 'OnQualityHoldError', code: string, message: string, path: Array<string> }
      | { __typename: 'OperationsIncompleteError', code: string, message: string, path: Array<string> }
      | { __typename: 'RevisionChangedError', code: string, message: string, path: Array<string> }
      | { __typename: 'RuleViolationError', code: string, message: string, path: Array<string> }
      | { __typename: 'SignInLockedError', code: string, message: string, path: Array<string> }
    > } };

export type ReviewNonConformanceMutationVariables = Exact<{
  input: ReviewNonConformanceInput;
}>;


export type ReviewNonConformanceMutation = { reviewNonConformance: { nonConformance: { id: string, number: string, status: NonConformanceStatus, severity: NonConformanceSeverity, source: NonConformanceSource, definitionNumber: string, revision: string | null, operationNumber: number | null, workCenterCode: string | null, defectCode: string, description: string, detectedAt: string, raisedByName: string, raisedAt: string, quantity: { value: string, unit: string }, workOrder: { id: string, number: string } | null, equipment: { id: string, code: string } | null, affected: Array<{ id: string, type: AffectedItemType, number: string, hold: QualityHold, quantity: { value: string, unit: string } }> } | null, errors: Array<
      | { __typename: 'AlreadyAcknowledgedError', code: string, message: string, path: Array<string> }
      | { __typename: 'AlreadyAssembledError', code: string, message: string, path: Array<string> }
      | { __typename: 'AlreadyStartedError', code: string, message: string, path: Array<string> }
      | { __typename: 'BomCycleError', code: string, message: string, path: Array<string> }
      | { __typename: 'BomOverlapError', code: string, message: string, path: Array<string> }
      | { __typename: 'DisciplinesIncompleteError', code: string, message: string, path: Array<string> }
      | { __typename: 'GenealogyCycleError', code: string, message: string, path: Array<string> }
      | { __typename: 'IllegalTransitionError', code: string, message: string, path: Array<string> }
      | { __typename: 'InspectionsNotPassedError', code: string, message: string, path: Array<string> }
      | { __typename: 'InsufficientStockError', code: string, message: string, path: Array<string> }
      | { __typename: 'InvalidInputError', code: string, message: string, path: Array<string> }
      | { __typename: 'MessageRejectedError', code: string, message: string, path: Array<string> }
      | { __typename: 'NotFoundError', code: string, message: string, path: Array<string> }
      | { __typename: 'OnQualityHoldError', code: string, message: string, path: Array<string> }
      | { __typename: 'OperationsIncompleteError', code: string, message: string, path: Array<string> }
      | { __typename: 'RevisionChangedError', code: string, message: string, path: Array<string> }
      | { __typename: 'RuleViolationError', code: string, message: string, path: Array<string> }
      | { __typename: 'SignInLockedError', code: string, message: string, path: Array<string> }
    > } };

export type ProposeDispositionMutationVariables = Exact<{
  input: ProposeDispositionInput;
}>;


export type ProposeDispositionMutation = { proposeDisposition: { disposition: { id: string, kind: DispositionKind, justification: string, instructions: string | null, status: DispositionStatus, requiredApprovals: Array<ApprovalRole>, quantity: { value: string, unit: string }, approvals: Array<{ role: ApprovalRole, decision: ApprovalDecision, reference: string | null, comment: string | null, decidedByName: string, decidedAt: string }> } | null, errors: Array<
      | { __typename: 'AlreadyAcknowledgedError', code: string, message: string, path: Array<string> }
      | { __typename: 'AlreadyAssembledError', code: string, message: string, path: Array<string> }
      | { __typename: 'AlreadyStartedError', code: string, message: string, path: Array<string> }
      | { __typename: 'BomCycleError', code: string, message: string, path: Array<string> }
      | { __typename: 'BomOverlapError', code: string, message: string, path: Array<string> }
      | { __typename: 'DisciplinesIncompleteError', code: string, message: string, path: Array<string> }
      | { __typename: 'GenealogyCycleError', code: string, message: string, path: Array<string> }
      | { __typename: 'IllegalTransitionError', code: string, message: string, path: Array<string> }
      | { __typename: 'InspectionsNotPassedError', code: string, message: string, path: Array<string> }
      | { __typename: 'InsufficientStockError', code: string, message: string, path: Array<string> }
      | { __typename: 'InvalidInputError', code: string, message: string, path: Array<string> }
      | { __typename: 'MessageRejectedError', code: string, message: string, path: Array<string> }
      | { __typename: 'NotFoundError', code: string, message: string, path: Array<string> }
      | { __typename: 'OnQualityHoldError', code: string, message: string, path: Array<string> }
      | { __typename: 'OperationsIncompleteError', code: string, message: string, path: Array<string> }
      | { __typename: 'RevisionChangedError', code: string, message: string, path: Array<string> }
      | { __typename: 'RuleViolationError', code: string, message: string, path: Array<string> }
      | { __typename: 'SignInLockedError', code: string, message: string, path: Array<string> }
    > } };

export type CarryOutDispositionMutationVariables = Exact<{
  input: CarryOutDispositionInput;
}>;


export type CarryOutDispositionMutation = { carryOutDisposition: { disposition: { id: string, kind: DispositionKind, justification: string, instructions: string | null, status: DispositionStatus, requiredApprovals: Array<ApprovalRole>, quantity: { value: string, unit: string }, approvals: Array<{ role: ApprovalRole, decision: ApprovalDecision, reference: string | null, comment: string | null, decidedByName: string, decidedAt: string }> } | null, errors: Array<
      | { __typename: 'AlreadyAcknowledgedError', code: string, message: string, path: Array<string> }
      | { __typename: 'AlreadyAssembledError', code: string, message: string, path: Array<string> }
      | { __typename: 'AlreadyStartedError', code: string, message: string, path: Array<string> }
      | { __typename: 'BomCycleError', code: string, message: string, path: Array<string> }
      | { __typename: 'BomOverlapError', code: string, message: string, path: Array<string> }
      | { __typename: 'DisciplinesIncompleteError', code: string, message: string, path: Array<string> }
      | { __typename: 'GenealogyCycleError', code: string, message: string, path: Array<string> }
      | { __typename: 'IllegalTransitionError', code: string, message: string, path: Array<string> }
      | { __typename: 'InspectionsNotPassedError', code: string, message: string, path: Array<string> }
      | { __typename: 'InsufficientStockError', code: string, message: string, path: Array<string> }
      | { __typename: 'InvalidInputError', code: string, message: string, path: Array<string> }
      | { __typename: 'MessageRejectedError', code: string, message: string, path: Array<string> }
      | { __typename: 'NotFoundError', code: string, message: string, path: Array<string> }
      | { __typename: 'OnQualityHoldError', code: string, message: string, path: Array<string> }
      | { __typename: 'OperationsIncompleteError', code: string, message: string, path: Array<string> }
      | { __typename: 'RevisionChangedError', code: string, message: string, path: Array<string> }
      | { __typename: 'RuleViolationError', code: string, message: string, path: Array<string> }
      | { __typename: 'SignInLockedError', code: string, message: string, path: Array<string> }
    > } };

export type CloseNonConformanceMutationVariables = Exact<{
  input: CloseNonConformanceInput;
}>;


export type CloseNonConformanceMutation = { closeNonConformance: { nonConformance: { id: string, number: string, status: NonConformanceStatus, severity: NonConformanceSeverity, source: NonConformanceSource, definitionNumber: string, revision: string | null, operationNumber: number | null, workCenterCode: string | null, defectCode: string, description: string, detectedAt: string, raisedByName: string, raisedAt: string, quantity: { value: string, unit: string }, workOrder: { id: string, number: string } | null, equipment: { id: string, code: string } | null, affected: Array<{ id: string, type: AffectedItemType, number: string, hold: QualityHold, quantity: { value: string, unit: string } }> } | null, errors: Array<
      | { __typename: 'AlreadyAcknowledgedError', code: string, message: string, path: Array<string> }
      | { __typename: 'AlreadyAssembledError', code: string, message: string, path: Array<string> }
      | { __typename: 'AlreadyStartedError', code: string, message: string, path: Array<string> }
      | { __typename: 'BomCycleError', code: string, message: string, path: Array<string> }
      | { __typename: 'BomOverlapError', code: string, message: string, path: Array<string> }
      | { __typename: 'DisciplinesIncompleteError', disciplines: Array<EightDDiscipline>, code: string, message: string, path: Array<string> }
      | { __typename: 'GenealogyCycleError', code: string, message: string, path: Array<string> }
      | { __typename: 'IllegalTransitionError', code: string, message: string, path: Array<string> }
      | { __typename: 'InspectionsNotPassedError', code: string, message: string, path: Array<string> }
      | { __typename: 'InsufficientStockError', code: string, message: string, path: Array<string> }
      | { __typename: 'InvalidInputError', code: string, message: string, path: Array<string> }
      | { __typename: 'MessageRejectedError', code: string, message: string, path: Array<string> }
      | { __typename: 'NotFoundError', code: string, message: string, path: Array<string> }
      | { __typename: 'OnQualityHoldError', code: string, message: string, path: Array<string> }
      | { __typename: 'OperationsIncompleteError', code: string, message: string, path: Array<string> }
      | { __typename: 'RevisionChangedError', code: string, message: string, path: Array<string> }
      | { __typename: 'RuleViolationError', code: string, message: string, path: Array<string> }
      | { __typename: 'SignInLockedError', code: string, message: string, path: Array<string> }
    > } };

export type NonConformancesChangedSubscriptionVariables = Exact<{
  siteId?: string | null | undefined;
  workCenterCode?: string | null | undefined;
  severity?: Array<string> | string | null | undefined;
}>;


export type NonConformancesChangedSubscription = { nonConformancesChanged: { event: string | null, occurredAt: string, actorName: string | null, nonConformance: { id: string, number: string, status: NonConformanceStatus, severity: NonConformanceSeverity, source: NonConformanceSource, definitionNumber: string, revision: string | null, operationNumber: number | null, workCenterCode: string | null, defectCode: string, description: string, detectedAt: string, raisedByName: string, raisedAt: string, quantity: { value: string, unit: string }, workOrder: { id: string, number: string } | null, equipment: { id: string, code: string } | null, affected: Array<{ id: string, type: AffectedItemType, number: string, hold: QualityHold, quantity: { value: string, unit: string } }> } | null } };

export type SignInMutationVariables = Exact<{
  input: LoginInput;
}>;


export type SignInMutation = { login: { accessToken: string | null, accessTokenExpiresAt: string | null, errors: Array<
      | { __typename: 'AlreadyAcknowledgedError', code: string, message: string, path: Array<string> }
      | { __typename: 'AlreadyAssembledError', code: string, message: string, path: Array<string> }
      | { __typename: 'AlreadyStartedError', code: string, message: string, path: Array<string> }
      | { __typename: 'BomCycleError', code: string, message: string, path: Array<string> }
      | { __typename: 'BomOverlapError', code: string, message: string, path: Array<string> }
      | { __typename: 'DisciplinesIncompleteError', code: string, message: string, path: Array<string> }
      | { __typename: 'GenealogyCycleError', code: string, message: string, path: Array<string> }
      | { __typename: 'IllegalTransitionError', code: string, message: string, path: Array<string> }
      | { __typename: 'InspectionsNotPassedError', code: string, message: string, path: Array<string> }
      | { __typename: 'InsufficientStockError', code: string, message: string, path: Array<string> }
      | { __typename: 'InvalidInputError', code: string, message: string, path: Array<string> }
      | { __typename: 'MessageRejectedError', code: string, message: string, path: Array<string> }
      | { __typename: 'NotFoundError', code: string, message: string, path: Array<string> }
      | { __typename: 'OnQualityHoldError', code: string, message: string, path: Array<string> }
      | { __typename: 'OperationsIncompleteError', code: string, message: string, path: Array<string> }
      | { __typename: 'RevisionChangedError', code: string, message: string, path: Array<string> }
      | { __typename: 'RuleViolationError', code: string, message: string, path: Array<string> }
      | { __typename: 'SignInLockedError', code: string, message: string, path: Array<string> }
    > } };

export type SignInProgramMutationVariables = Exact<{
  input: ClientLoginInput;
}>;


export type SignInProgramMutation = { clientLogin: { accessToken: string | null, accessTokenExpiresAt: string | null, errors: Array<
      | { __typename: 'AlreadyAcknowledgedError', code: string, message: string, path: Array<string> }
      | { __typename: 'AlreadyAssembledError', code: string, message: string, path: Array<string> }
      | { __typename: 'AlreadyStartedError', code: string, message: string, path: Array<string> }
      | { __typename: 'BomCycleError', code: string, message: string, path: Array<string> }
      | { __typename: 'BomOverlapError', code: string, message: string, path: Array<string> }
      | { __typename: 'DisciplinesIncompleteError', code: string, message: string, path: Array<string> }
      | { __typename: 'GenealogyCycleError', code: string, message: string, path: Array<string> }
      | { __typename: 'IllegalTransitionError', code: string, message: string, path: Array<string> }
      | { __typename: 'InspectionsNotPassedError', code: string, message: string, path: Array<string> }
      | { __typename: 'InsufficientStockError', code: string, message: string, path: Array<string> }
      | { __typename: 'InvalidInputError', code: string, message: string, path: Array<string> }
      | { __typename: 'MessageRejectedError', code: string, message: string, path: Array<string> }
      | { __typename: 'NotFoundError', code: string, message: string, path: Array<string> }
      | { __typename: 'OnQualityHoldError', code: string, message: string, path: Array<string> }
      | { __typename: 'OperationsIncompleteError', code: string, message: string, path: Array<string> }
      | { __typename: 'RevisionChangedError', code: string, message: string, path: Array<string> }
      | { __typename: 'RuleViolationError', code: string, message: string, path: Array<string> }
      | { __typename: 'SignInLockedError', code: string, message: string, path: Array<string> }
    > } };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { me: { id: string, username: string, displayName: string, roles: Array<string>, permissions: Array<string>, tenant: { id: string, code: string, name: string }, sites: Array<{ id: string, code: string, name: string }> } | null };

export type NodeFactsFragment = { id: string, kind: GenealogyNodeKind, number: string, depth: number, quantity: { value: string, unit: string }, part: { id: string, number: string } | null };

export type GenealogyQueryVariables = Exact<{
  root: GenealogyRootInput;
  direction: GenealogyDirection;
  maxDepth: number;
  asOf?: string | null | undefined;
}>;


export type GenealogyQuery = { genealogy: { asOf: string, depth: number, truncated: boolean, root: { id: string }, nodes: Array<{ id: string, kind: GenealogyNodeKind, number: string, depth: number, steps: Array<{ id: string, operationNumber: number, workOrderNumber: string, workCenterCode: string, equipmentCode: string | null, operatorName: string, startedAt: string, completedAt: string | null }>, quantity: { value: string, unit: string }, part: { id: string, number: string } | null }>, edges: Array<{ id: string, parentId: string, childId: string, bomPosition: number | null, linkedAt: string, linkedByName: string, unlinkedAt: string | null, quantity: { value: string, unit: string } }> } | null };

export type SerializedPartQueryVariables = Exact<{
  serialNumber: string;
}>;


export type SerializedPartQuery = { serializedPartBySerialNumber: { id: string, serialNumber: string, partNumber: string, revision: string | null, status: SerializedPartStatus, createdAt: string, completedAt: string | null, workOrder: { id: string, number: string } | null, lot: { id: string, number: string, heatNumber: string | null } | null, backwardTrace: Array<{ id: string, kind: GenealogyNodeKind, number: string, depth: number, quantity: { value: string, unit: string }, part: { id: string, number: string } | null }> | null } | null };

export type WorkOrderFactsFragment = { id: string, number: string, description: string | null, status: WorkOrderStatus, priority: number, percentComplete: number, dueAt: string | null, releasedAt: string | null, actualStartAt: string | null, actualEndAt: string | null, quantity: { value: string, unit: string }, part: { id: string, number: string, name: string } | null, site: { id: string, code: string } | null };

export type OperationFactsFragment = { id: string, number: number, name: string, status: WorkOrderOperationStatus, qualityCritical: boolean, inspectionRequired: boolean, startedAt: string | null, completedAt: string | null, workCenter: { id: string, code: string } | null, equipment: { id: string, code: string } | null, good: { value: string, unit: string }, scrap: { value: string, unit: string }, rework: { value: string, unit: string } };

type Refusal_AlreadyAcknowledgedError_Fragment = { __typename: 'AlreadyAcknowledgedError', code: string, message: string, path: Array<string> };

type Refusal_AlreadyAssembledError_Fragment = { __typename: 'AlreadyAssembledError', code: string, message: string, path: Array<string> };

type Refusal_AlreadyStartedError_Fragment = { __typename: 'AlreadyStartedError', code: string, message: string, path: Array<string> };

type Refusal_BomCycleError_Fragment = { __typename: 'BomCycleError', code: string, message: string, path: Array<string> };

type Refusal_BomOverlapError_Fragment = { __typename: 'BomOverlapError', code: string, message: string, path: Array<string> };

type Refusal_DisciplinesIncompleteError_Fragment = { __typename: 'DisciplinesIncompleteError', code: string, message: string, path: Array<string> };

type Refusal_GenealogyCycleError_Fragment = { __typename: 'GenealogyCycleError', code: string, message: string, path: Array<string> };

type Refusal_IllegalTransitionError_Fragment = { __typename: 'IllegalTransitionError', code: string, message: string, path: Array<string> };

type Refusal_InspectionsNotPassedError_Fragment = { __typename: 'InspectionsNotPassedError', code: string, message: string, path: Array<string> };

type Refusal_InsufficientStockError_Fragment = { __typename: 'InsufficientStockError', code: string, message: string, path: Array<string> };

type Refusal_InvalidInputError_Fragment = { __typename: 'InvalidInputError', code: string, message: string, path: Array<string> };

type Refusal_MessageRejectedError_Fragment = { __typename: 'MessageRejectedError', code: string, message: string, path: Array<string> };

type Refusal_NotFoundError_Fragment = { __typename: 'NotFoundError', code: string, message: string, path: Array<string> };

type Refusal_OnQualityHoldError_Fragment = { __typename: 'OnQualityHoldError', code: string, message: string, path: Array<string> };

type Refusal_OperationsIncompleteError_Fragment = { __typename: 'OperationsIncompleteError', code: string, message: string, path: Array<string> };

type Refusal_RevisionChangedError_Fragment = { __typename: 'RevisionChangedError', code: string, message: string, path: Array<string> };

type Refusal_RuleViolationError_Fragment = { __typename: 'RuleViolationError', code: string, message: string, path: Array<string> };

type Refusal_SignInLockedError_Fragment = { __typename: 'SignInLockedError', code: string, message: string, path: Array<string> };

export type RefusalFragment =
  | Refusal_AlreadyAcknowledgedError_Fragment
  | Refusal_AlreadyAssembledError_Fragment
  | Refusal_AlreadyStartedError_Fragment
  | Refusal_BomCycleError_Fragment
  | Refusal_BomOverlapError_Fragment
  | Refusal_DisciplinesIncompleteError_Fragment
  | Refusal_GenealogyCycleError_Fragment
  | Refusal_IllegalTransitionError_Fragment
  | Refusal_InspectionsNotPassedError_Fragment
  | Refusal_InsufficientStockError_Fragment
  | Refusal_InvalidInputError_Fragment
  | Refusal_MessageRejectedError_Fragment
  | Refusal_NotFoundError_Fragment
  | Refusal_OnQualityHoldError_Fragment
  | Refusal_OperationsIncompleteError_Fragment
  | Refusal_RevisionChangedError_Fragment
  | Refusal_RuleViolationError_Fragment
  | Refusal_SignInLockedError_Fragment
;

export type WorkOrderQueryVariables = Exact<{
  number: string;
}>;


export type WorkOrderQuery = { workOrderByNumber: { id: string, number: string, description: string | null, status: WorkOrderStatus, priority: number, percentComplete: number, dueAt: string | null, releasedAt: string | null, actualStartAt: string | null, actualEndAt: string | null, operations: Array<{ id: string, number: number, name: string, status: WorkOrderOperationStatus, qualityCritical: boolean, inspectionRequired: boolean, startedAt: string | null, completedAt: string | null, workCenter: { id: string, code: string } | null, equipment: { id: string, code: string } | null, good: { value: string, unit: string }, scrap: { value: string, unit: string }, rework: { value: string, unit: string } }>, materials: Array<{ definition:
        | { id: string, code: string }
        | { id: string, number: string }
       | null }>, quantity: { value: string, unit: string }, part: { id: string, number: string, name: string } | null, site: { id: string, code: string } | null } | null };

export type WorkOrdersQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: WorkOrderFilter | null | undefined;
}>;


export type WorkOrdersQuery = { workOrders: { nodes: Array<{ id: string, number: string, description: string | null, status: WorkOrderStatus, priority: number, percentComplete: number, dueAt: string | null, releasedAt: string | null, actualStartAt: string | null, actualEndAt: string | null, quantity: { value: string, unit: string }, part: { id: string, number: string, name: string } | null, site: { id: string, code: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type CreateWorkOrderMutationVariables = Exact<{
  input: CreateWorkOrderInput;
}>;


export type CreateWorkOrderMutation = { createWorkOrder: { workOrder: { id: string, number: string, description: string | null, status: WorkOrderStatus, priority: number, percentComplete: number, dueAt: string | null, releasedAt: string | null, actualStartAt: string | null, actualEndAt: string | null, quantity: { value: string, unit: string }, part: { id: string, number: string, name: string } | null, site: { id: string, code: string } | null } | null, errors: Array<
      | { __typename: 'AlreadyAcknowledgedError', code: string, message: string, path: Array<string> }
      | { __typename: 'AlreadyAssembledError', code: string, message: string, path: Array<string> }
      | { __typename: 'AlreadyStartedError', code: string, message: string, path: Array<string> }
      | { __typename: 'BomCycleError', code: string, message: string, path: Array<string> }
      | { __typename: 'BomOverlapError', code: string, message: string, path: Array<string> }
      | { __typename: 'DisciplinesIncompleteError', code: string, message: string, path: Array<string> }
      | { __typename: 'GenealogyCycleError', code: string, message: string, path: Array<string> }
      | { __typename: 'IllegalTransitionError', code: string, message: string, path: Array<string> }
      | { __typename: 'InspectionsNotPassedError', code: string, message: string, path: Array<string> }
      | { __typename: 'InsufficientStockError', code: string, message: string, path: Array<string> }
      | { __typename: 'InvalidInputError', code: string, message: string, path: Array<string> }
      | { __typename: 'MessageRejectedError', code: string, message: string, path: Array<string> }
      | { __typename: 'NotFoundError', code: string, message: string, path: Array<string> }
      | { __typename: 'OnQualityHoldError', code: string, message: string, path: Array<string> }
      | { __typename: 'OperationsIncompleteError', code: string, message: string, path: Array<string> }
      | { __typename: 'RevisionChangedError', code: string, message: string, path: Array<string> }
      | { __typename: 'RuleViolationError', code: string, message: string, path: Array<string> }
      | { __typename: 'SignInLockedError', code: string, message: string, path: Array<string> }
    > } };

export type ReleaseWorkOrderMutationVariables = Exact<{
  input: ReleaseWorkOrderInput;
}>;


export type ReleaseWorkOrderMutation = { releaseWorkOrder: { workOrder: { id: string, number: string, description: string | null, status: WorkOrderStatus, priority: number, percentComplete: number, dueAt: string | null, releasedAt: string | null, actualStartAt: string | null, actualEndAt: string | null, quantity: { value: string, unit: string }, part: { id: string, number: string, name: string } | null, site: { id: string, code: string } | null } | null, errors: Array<
      | { __typename: 'AlreadyAcknowledgedError', code: string, message: string, path: Array<string> }
      | { __typename: 'AlreadyAssembledError', code: string, message: string, path: Array<string> }
      | { __typename: 'AlreadyStartedError', code: string, message: string, path: Array<string> }
      | { __typename: 'BomCycleError', code: string, message: string, path: Array<string> }
      | { __typename: 'BomOverlapError', code: string, message: string, path: Array<string> }
      | { __typename: 'DisciplinesIncompleteError', code: string, message: string, path: Array<string> }
      | { __typename: 'GenealogyCycleError', code: string, message: string, path: Array<string> }
      | { __typename: 'IllegalTransitionError', code: string, message: string, path: Array<string> }
      | { __typename: 'InspectionsNotPassedError', code: string, message: string, path: Array<string> }
      | { __typename: 'InsufficientStockError', code: string, message: string, path: Array<string> }
      | { __typename: 'InvalidInputError', code: string, message: string, path: Array<string> }
      | { __typename: 'MessageRejectedError', code: string, message: string, path: Array<string> }
      | { __typename: 'NotFoundError', code: string, message: string, path: Array<string> }
      | { __typename: 'OnQualityHoldError', code: string, message: string, path: Array<string> }
      | { __typename: 'OperationsIncompleteError', code: string, message: string, path: Array<string> }
      | { __typename: 'RevisionChangedError', code: string, message: string, path: Array<string> }
      | { __typename: 'RuleViolationError', code: string, message: string, path: Array<string> }
      | { __typename: 'SignInLockedError', code: string, message: string, path: Array<string> }
    > } };

export type StartOperationMutationVariables = Exact<{
  input: StartOperationInput;
}>;


export type StartOperationMutation = { startOperation: { execution: { id: string, startedAt: string, equipment: { id: string, code: string } | null, operation: { id: string, number: number, name: string, status: WorkOrderOperationStatus, qualityCritical: boolean, inspectionRequired: boolean, startedAt: string | null, completedAt: string | null, workCenter: { id: string, code: string } | null, equipment: { id: string, code: string } | null, good: { value: string, unit: string }, scrap: { value: string, unit: string }, rework: { value: string, unit: string } } } | null, errors: Array<
      | { __typename: 'AlreadyAcknowledgedError', code: string, message: string, path: Array<string> }
      | { __typename: 'AlreadyAssembledError', code: string, message: string, path: Array<string> }
      | { __typename: 'AlreadyStartedError', code: string, message: string, path: Array<string> }
      | { __typename: 'BomCycleError', code: string, message: string, path: Array<string> }
      | { __typename: 'BomOverlapError', code: string, message: string, path: Array<string> }
      | { __typename: 'DisciplinesIncompleteError', code: string, message: string, path: Array<string> }
      | { __typename: 'GenealogyCycleError', code: string, message: string, path: Array<string> }
      | { __typename: 'IllegalTransitionError', code: string, message: string, path: Array<string> }
      | { __typename: 'InspectionsNotPassedError', code: string, message: string, path: Array<string> }
      | { __typename: 'InsufficientStockError', code: string, message: string, path: Array<string> }
      | { __typename: 'InvalidInputError', code: string, message: string, path: Array<string> }
      | { __typename: 'MessageRejectedError', code: string, message: string, path: Array<string> }
      | { __typename: 'NotFoundError', code: string, message: string, path: Array<string> }
      | { __typename: 'OnQualityHoldError', code: string, message: string, path: Array<string> }
      | { __typename: 'OperationsIncompleteError', code: string, message: string, path: Array<string> }
      | { __typename: 'RevisionChangedError', code: string, message: string, path: Array<string> }
      | { __typename: 'RuleViolationError', code: string, message: string, path: Array<string> }
      | { __typename: 'SignInLockedError', code: string, message: string, path: Array<string> }
    > } };

export type ReportOperationMutationVariables = Exact<{
  input: ReportOperationInput;
}>;


export type ReportOperationMutation = { reportOperation: { execution: { id: string, operation: { id: string, number: number, name: string, status: WorkOrderOperationStatus, qualityCritical: boolean, inspectionRequired: boolean, startedAt: string | null, completedAt: string | null, workCenter: { id: string, code: string } | null, equipment: { id: string, code: string } | null, good: { value: string, unit: string }, scrap: { value: string, unit: string }, rework: { value: string, unit: string } } } | null, errors: Array<
      | { __typename: 'AlreadyAcknowledgedError', code: string, message: string, path: Array<string> }
      | { __typename: 'AlreadyAssembledError', code: string, message: string, path: Array<string> }
      | { __typename: 'AlreadyStartedError', code: string, message: string, path: Array<string> }
      | { __typename: 'BomCycleError', code: string, message: string, path: Array<string> }
      | { __typename: 'BomOverlapError', code: string, message: string, path: Array<string> }
      | { __typename: 'DisciplinesIncompleteError', code: string, message: string, path: Array<string> }
      | { __typename: 'GenealogyCycleError', code: string, message: string, path: Array<string> }
      | { __typename: 'IllegalTransitionError', code: string, message: string, path: Array<string> }
      | { __typename: 'InspectionsNotPassedError', code: string, message: string, path: Array<string> }
      | { __typename: 'InsufficientStockError', code: string, message: string, path: Array<string> }
      | { __typename: 'InvalidInputError', code: string, message: string, path: Array<string> }
      | { __typename: 'MessageRejectedError', code: string, message: string, path: Array<string> }
      | { __typename: 'NotFoundError', code: string, message: string, path: Array<string> }
      | { __typename: 'OnQualityHoldError', code: string, message: string, path: Array<string> }
      | { __typename: 'OperationsIncompleteError', code: string, message: string, path: Array<string> }
      | { __typename: 'RevisionChangedError', code: string, message: string, path: Array<string> }
      | { __typename: 'RuleViolationError', code: string, message: string, path: Array<string> }
      | { __typename: 'SignInLockedError', code: string, message: string, path: Array<string> }
    > } };

export type CompleteOperationMutationVariables = Exact<{
  input: CompleteOperationInput;
}>;


export type CompleteOperationMutation = { completeOperation: { execution: { id: string, completedAt: string | null, operation: { id: string, number: number, name: string, status: WorkOrderOperationStatus, qualityCritical: boolean, inspectionRequired: boolean, startedAt: string | null, completedAt: string | null, workCenter: { id: string, code: string } | null, equipment: { id: string, code: string } | null, good: { value: string, unit: string }, scrap: { value: string, unit: string }, rework: { value: string, unit: string } } } | null, errors: Array<
      | { __typename: 'AlreadyAcknowledgedError', code: string, message: string, path: Array<string> }
      | { __typename: 'AlreadyAssembledError', code: string, message: string, path: Array<string> }
      | { __typename: 'AlreadyStartedError', code: string, message: string, path: Array<string> }
      | { __typename: 'BomCycleError', code: string, message: string, path: Array<string> }
      | { __typename: 'BomOverlapError', code: string, message: string, path: Array<string> }
      | { __typename: 'DisciplinesIncompleteError', code: string, message: string, path: Array<string> }
      | { __typename: 'GenealogyCycleError', code: string, message: string, path: Array<string> }
      | { __typename: 'IllegalTransitionError', code: string, message: string, path: Array<string> }
      | { __typename: 'InspectionsNotPassedError', code: string, message: string, path: Array<string> }
      | { __typename: 'InsufficientStockError', code: string, message: string, path: Array<string> }
      | { __typename: 'InvalidInputError', code: string, message: string, path: Array<string> }
      | { __typename: 'MessageRejectedError', code: string, message: string, path: Array<string> }
      | { __typename: 'NotFoundError', code: string, message: string, path: Array<string> }
      | { __typename: 'OnQualityHoldError', code: string, message: string, path: Array<string> }
      | { __typename: 'OperationsIncompleteError', code: string, message: string, path: Array<string> }
      | { __typename: 'RevisionChangedError', code: string, message: string, path: Array<string> }
      | { __typename: 'RuleViolationError', code: string, message: string, path: Array<string> }
      | { __typename: 'SignInLockedError', code: string, message: string, path: Array<string> }
    > } };

export type WorkOrdersChangedSubscriptionVariables = Exact<{
  siteId?: string | null | undefined;
  partId?: string | null | undefined;
  status?: Array<string> | string | null | undefined;
}>;


export type WorkOrdersChangedSubscription = { workOrdersChanged: { event: string | null, occurredAt: string, actorName: string | null, workOrder: { id: string, number: string, description: string | null, status: WorkOrderStatus, priority: number, percentComplete: number, dueAt: string | null, releasedAt: string | null, actualStartAt: string | null, actualEndAt: string | null, quantity: { value: string, unit: string }, part: { id: string, number: string, name: string } | null, site: { id: string, code: string } | null } | null } };

export type OperationsChangedSubscriptionVariables = Exact<{
  siteId?: string | null | undefined;
  workCenterCode?: string | null | undefined;
  workOrderId?: string | null | undefined;
  equipmentId?: string | null | undefined;
}>;


export type OperationsChangedSubscription = { operationsChanged: { event: string | null, occurredAt: string, actorName: string | null, reason: string | null, operation: { id: string, number: number, name: string, status: WorkOrderOperationStatus, qualityCritical: boolean, inspectionRequired: boolean, startedAt: string | null, completedAt: string | null, workOrder: { id: string, number: string }, workCenter: { id: string, code: string } | null, equipment: { id: string, code: string } | null, good: { value: string, unit: string }, scrap: { value: string, unit: string }, rework: { value: string, unit: string } } | null, equipment: { id: string, code: string, status: EquipmentStatus } | null } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const EquipmentFactsFragmentDoc = new TypedDocumentString(`
    fragment EquipmentFacts on Equipment {
  id
  code
  name
  equipmentClass
  status
  statusSince
  workCenter {
    id
    code
  }
}
    `, {"fragmentName":"EquipmentFacts"}) as unknown as TypedDocumentString<EquipmentFactsFragment, unknown>;
export const LotFactsFragmentDoc = new TypedDocumentString(`
    fragment LotFacts on MaterialLot {
  id
  number
  definitionNumber
  status
  unit
  supplier
  heatNumber
  receivedAt
  expiresAt
  onHand {
    value
    unit
  }
  allocated {
    value
    unit
  }
}
    `, {"fragmentName":"LotFacts"}) as unknown as TypedDocumentString<LotFactsFragment, unknown>;
export const NonConformanceFactsFragmentDoc = new TypedDocumentString(`
    fragment NonConformanceFacts on NonConformance {
  id
  number
  status
  severity
  source
  definitionNumber
  revision
  quantity {
    value
    unit
  }
  workOrder {
    id
    number
  }
  operationNumber
  equipment {
    id
    code
  }
  workCenterCode
  defectCode
  description
  detectedAt
  raisedByName
  raisedAt
  affected {
    id
    type
    number
    quantity {
      value
      unit
    }
    hold
  }
}
    `, {"fragmentName":"NonConformanceFacts"}) as unknown as TypedDocumentString<NonConformanceFactsFragment, unknown>;
export const DispositionFactsFragmentDoc = new TypedDocumentString(`
    fragment DispositionFacts on Disposition {
  id
  kind
  quantity {
    value
    unit
  }
  justification
  instructions
  status
  requiredApprovals
  approvals {
    role
    decision
    reference
    comment
    decidedByName
    decidedAt
  }
}
    `, {"fragmentName":"DispositionFacts"}) as unknown as TypedDocumentString<DispositionFactsFragment, unknown>;
export const CorrectiveActionFactsFragmentDoc = new TypedDocumentString(`
    fragment CorrectiveActionFacts on CorrectiveAction {
  id
  kind
  description
  ownerUsername
  dueAt
  overdue
  status
}
    `, {"fragmentName":"CorrectiveActionFacts"}) as unknown as TypedDocumentString<CorrectiveActionFactsFragment, unknown>;
export const NodeFactsFragmentDoc = new TypedDocumentString(`
    fragment NodeFacts on GenealogyNode {
  id
  kind
  number
  depth
  quantity {
    value
    unit
  }
  part {
    id
    number
  }
}
    `, {"fragmentName":"NodeFacts"}) as unknown as TypedDocumentString<NodeFactsFragment, unknown>;
export const WorkOrderFactsFragmentDoc = new TypedDocumentString(`
    fragment WorkOrderFacts on WorkOrder {
  id
  number
  description
  status
  priority
  percentComplete
  quantity {
    value
    unit
  }
  dueAt
  releasedAt
  actualStartAt
  actualEndAt
  part {
    id
    number
    name
  }
  site {
    id
    code
  }
}
    `, {"fragmentName":"WorkOrderFacts"}) as unknown as TypedDocumentString<WorkOrderFactsFragment, unknown>;
export const OperationFactsFragmentDoc = new TypedDocumentString(`
    fragment OperationFacts on WorkOrderOperation {
  id
  number
  name
  status
  qualityCritical
  inspectionRequired
  workCenter {
    id
    code
  }
  equipment {
    id
    code
  }
  good {
    value
    unit
  }
  scrap {
    value
    unit
  }
  rework {
    value
    unit
  }
  startedAt
  completedAt
}
    `, {"fragmentName":"OperationFacts"}) as unknown as TypedDocumentString<OperationFactsFragment, unknown>;
export const RefusalFragmentDoc = new TypedDocumentString(`
    fragment Refusal on UserError {
  __typename
  code
  message
  path
}
    `, {"fragmentName":"Refusal"}) as unknown as TypedDocumentString<RefusalFragment, unknown>;
export const AllEquipmentDocument = new TypedDocumentString(`
    query AllEquipment($first: Int!, $after: String, $filter: EquipmentFilter) {
  allEquipment(first: $first, after: $after, filter: $filter) {
    nodes {
      ...EquipmentFacts
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment EquipmentFacts on Equipment {
  id
  code
  name
  equipmentClass
  status
  statusSince
  workCenter {
    id
    code
  }
}`) as unknown as TypedDocumentString<AllEquipmentQuery, AllEquipmentQueryVariables>;
export const ChangeEquipmentStatusDocument = new TypedDocumentString(`
    mutation ChangeEquipmentStatus($input: ChangeEquipmentStatusInput!) {
  changeEquipmentStatus(input: $input) {
    equipment {
      ...EquipmentFacts
    }
    errors {
      ...Refusal
    }
  }
}
    fragment EquipmentFacts on Equipment {
  id
  code
  name
  equipmentClass
  status
  statusSince
  workCenter {
    id
    code
  }
}
fragment Refusal on UserError {
  __typename
  code
  message
  path
}`) as unknown as TypedDocumentString<ChangeEquipmentStatusMutation, ChangeEquipmentStatusMutationVariables>;
export const EquipmentStatusChangedDocument = new TypedDocumentString(`
    subscription EquipmentStatusChanged($siteId: ID, $workCenterCode: String, $equipmentClass: String, $to: [EquipmentStatus!]) {
  equipmentStatusChanged(
    siteId: $siteId
    workCenterCode: $workCenterCode
    equipmentClass: $equipmentClass
    to: $to
  ) {
    event
    occurredAt
    actorName
    from
    to
    reason
    equipment {
      ...EquipmentFacts
    }
  }
}
    fragment EquipmentFacts on Equipment {
  id
  code
  name
  equipmentClass
  status
  statusSince
  workCenter {
    id
    code
  }
}`) as unknown as TypedDocumentString<EquipmentStatusChangedSubscription, EquipmentStatusChangedSubscriptionVariables>;
export const AlertsDocument = new TypedDocumentString(`
    "What calls for somebody."
subscription Alerts($siteId: ID, $workCenterCode: String) {
  alerts(siteId: $siteId, workCenterCode: $workCenterCode) {
    event
    occurredAt
    actorName
    siteId
    workCenterCode
    reason
    equipment {
      id
      code
    }
    workOrder {
      id
      number
    }
  }
}
    `) as unknown as TypedDocumentString<AlertsSubscription, AlertsSubscriptionVariables>;
export const AndonBoardDocument = new TypedDocumentString(`
    "What calls for somebody at a site, and when it is over."
subscription AndonBoard($siteId: ID!, $workCenterCode: String) {
  andonBoard(siteId: $siteId, workCenterCode: $workCenterCode) {
    event
    occurredAt
    actorName
    siteId
    workCenterCode
    text
    reason
    equipment {
      id
      code
    }
    workOrder {
      id
      number
    }
  }
}
    `) as unknown as TypedDocumentString<AndonBoardSubscription, AndonBoardSubscriptionVariables>;
export const SensorReadingsDocument = new TypedDocumentString(`
    query SensorReadings($sensorId: ID!, $from: DateTime!, $to: DateTime!, $maxPoints: Int!) {
  sensor(id: $sensorId) {
    id
    tag
    unit
    readings(from: $from, to: $to, maxPoints: $maxPoints) {
      from
      to
      resolution
      points {
        time
        value
        text
        quality
        outOfRange
      }
      gaps {
        from
        to
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SensorReadingsQuery, SensorReadingsQueryVariables>;
export const LatestReadingsDocument = new TypedDocumentString(`
    query LatestReadings($workCenterCode: String!) {
  latestReadings(workCenterCode: $workCenterCode) {
    id
    tag
    unit
    equipment {
      id
      code
    }
    latest {
      time
      value
      text
      quality
      outOfRange
    }
  }
}
    `) as unknown as TypedDocumentString<LatestReadingsQuery, LatestReadingsQueryVariables>;
export const SensorReadingsLiveDocument = new TypedDocumentString(`
    subscription SensorReadingsLive($sensorIds: [ID!]!, $maxRateHz: Float) {
  sensorReadings(sensorIds: $sensorIds, maxRateHz: $maxRateHz) {
    occurredAt
    sensor {
      id
    }
    tag
    value
    text
    unit
    quality
    outOfRange
  }
}
    `) as unknown as TypedDocumentString<SensorReadingsLiveSubscription, SensorReadingsLiveSubscriptionVariables>;
export const MaterialLotDocument = new TypedDocumentString(`
    query MaterialLot($number: String!) {
  materialLotByNumber(number: $number) {
    ...LotFacts
    balances {
      location {
        id
        code
      }
      quantity {
        value
        unit
      }
    }
    certificates {
      id
    }
  }
}
    fragment LotFacts on MaterialLot {
  id
  number
  definitionNumber
  status
  unit
  supplier
  heatNumber
  receivedAt
  expiresAt
  onHand {
    value
    unit
  }
  allocated {
    value
    unit
  }
}`) as unknown as TypedDocumentString<MaterialLotQuery, MaterialLotQueryVariables>;
export const InventoryBalancesDocument = new TypedDocumentString(`
    query InventoryBalances($first: Int!, $after: String, $filter: InventoryBalanceFilter) {
  inventoryBalances(first: $first, after: $after, filter: $filter) {
    nodes {
      lot {
        ...LotFacts
      }
      location {
        id
        code
      }
      quantity {
        value
        unit
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment LotFacts on MaterialLot {
  id
  number
  definitionNumber
  status
  unit
  supplier
  heatNumber
  receivedAt
  expiresAt
  onHand {
    value
    unit
  }
  allocated {
    value
    unit
  }
}`) as unknown as TypedDocumentString<InventoryBalancesQuery, InventoryBalancesQueryVariables>;
export const ReceiveMaterialDocument = new TypedDocumentString(`
    mutation ReceiveMaterial($input: ReceiveMaterialInput!) {
  receiveMaterial(input: $input) {
    lot {
      ...LotFacts
    }
    errors {
      ...Refusal
    }
  }
}
    fragment LotFacts on MaterialLot {
  id
  number
  definitionNumber
  status
  unit
  supplier
  heatNumber
  receivedAt
  expiresAt
  onHand {
    value
    unit
  }
  allocated {
    value
    unit
  }
}
fragment Refusal on UserError {
  __typename
  code
  message
  path
}`) as unknown as TypedDocumentString<ReceiveMaterialMutation, ReceiveMaterialMutationVariables>;
export const IssueMaterialDocument = new TypedDocumentString(`
    mutation IssueMaterial($input: IssueMaterialInput!) {
  issueMaterial(input: $input) {
    transaction {
      id
    }
    errors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  __typename
  code
  message
  path
}`) as unknown as TypedDocumentString<IssueMaterialMutation, IssueMaterialMutationVariables>;
export const ConsumeMaterialDocument = new TypedDocumentString(`
    mutation ConsumeMaterial($input: ConsumeMaterialInput!) {
  consumeMaterial(input: $input) {
    transaction {
      id
    }
    errors {
      ...Refusal
    }
  }
}
    fragment Refusal on UserError {
  __typename
  code
  message
  path
}`) as unknown as TypedDocumentString<ConsumeMaterialMutation, ConsumeMaterialMutationVariables>;
export const InventoryChangedDocument = new TypedDocumentString(`
    subscription InventoryChanged($siteId: ID, $definitionId: ID, $workOrderId: ID, $locationCode: String) {
  inventoryChanged(
    siteId: $siteId
    definitionId: $definitionId
    workOrderId: $workOrderId
    locationCode: $locationCode
  ) {
    event
    occurredAt
    actorName
    lot {
      ...LotFacts
    }
    quantity {
      value
      unit
    }
    locationCode
    workOrder {
      id
      number
    }
  }
}
    fragment LotFacts on MaterialLot {
  id
  number
  definitionNumber
  status
  unit
  supplier
  heatNumber
  receivedAt
  expiresAt
  onHand {
    value
    unit
  }
  allocated {
    value
    unit
  }
}`) as unknown as TypedDocumentString<InventoryChangedSubscription, InventoryChangedSubscriptionVariables>;
export const SerializedPartsChangedDocument = new TypedDocumentString(`
    "Pieces as they are made, changed and scrapped, and what goes into what."
subscription SerializedPartsChanged($siteId: ID, $definitionId: ID, $workOrderId: ID, $events: [String!]) {
  serializedPartsChanged(
    siteId: $siteId
    definitionId: $definitionId
    workOrderId: $workOrderId
    events: $events
  ) {
    event
    occurredAt
    actorName
    serialNumber
    status
    reason
    serializedPart {
      id
      serialNumber
      status
    }
    workOrder {
      id
      number
    }
    linkId
    parentNumber
    childNumber
    quantity {
      value
      unit
    }
    bomPosition
  }
}
    `) as unknown as TypedDocumentString<SerializedPartsChangedSubscription, SerializedPartsChangedSubscriptionVariables>;
export const NonConformanceDocument = new TypedDocumentString(`
    query NonConformance($number: String!) {
  nonConformanceByNumber(number: $number) {
    ...NonConformanceFacts
    measurement {
      characteristic
      nominal
      lowerLimit
      upperLimit
      actual
      deviation
      unit
    }
    containment
    dispositions {
      ...DispositionFacts
    }
    rootCause {
      category
      statement
      whys
    }
    eightD {
      open
      team {
        username
        leader
      }
      steps {
        discipline
        required
        content
        responsibleName
        dueAt
        overdue
        completedAt
      }
    }
    actions {
      ...CorrectiveActionFacts
    }
  }
}
    fragment NonConformanceFacts on NonConformance {
  id
  number
  status
  severity
  source
  definitionNumber
  revision
  quantity {
    value
    unit
  }
  workOrder {
    id
    number
  }
  operationNumber
  equipment {
    id
    code
  }
  workCenterCode
  defectCode
  description
  detectedAt
  raisedByName
  raisedAt
  affected {
    id
    type
    number
    quantity {
      value
      unit
    }
    hold
  }
}
fragment DispositionFacts on Disposition {
  id
  kind
  quantity {
    value
    unit
  }
  justification
  instructions
  status
  requiredApprovals
  approvals {
    role
    decision
    reference
    comment
    decidedByName
    decidedAt
  }
}
fragment CorrectiveActionFacts on CorrectiveAction {
  id
  kind
  description
  ownerUsername
  dueAt
  overdue
  status
}`) as unknown as TypedDocumentString<NonConformanceQuery, NonConformanceQueryVariables>;
export const NonConformancesDocument = new TypedDocumentString(`
    query NonConformances($first: Int!, $after: String, $filter: NonConformanceFilter) {
  nonConformances(first: $first, after: $after, filter: $filter) {
    nodes {
      ...NonConformanceFacts
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment NonConformanceFacts on NonConformance {
  id
  number
  status
  severity
  source
  definitionNumber
  revision
  quantity {
    value
    unit
  }
  workOrder {
    id
    number
  }
  operationNumber
  equipment {
    id
    code
  }
  workCenterCode
  defectCode
  description
  detectedAt
  raisedByName
  raisedAt
  affected {
    id
    type
    number
    quantity {
      value
      unit
    }
    hold
  }
}`) as unknown as TypedDocumentString<NonConformancesQuery, NonConformancesQueryVariables>;
export const CorrectiveActionsDocument = new TypedDocumentString(`
    query CorrectiveActions($first: Int!, $after: String, $filter: CorrectiveActionFilter) {
  correctiveActions(first: $first, after: $after, filter: $filter) {
    nodes {
      ...CorrectiveActionFacts
      nonConformance {
        number
        status
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment CorrectiveActionFacts on CorrectiveAction {
  id
  kind
  description
  ownerUsername
  dueAt
  overdue
  status
}`) as unknown as TypedDocumentString<CorrectiveActionsQuery, CorrectiveActionsQueryVariables>;
export const NonConformanceParetoDocument = new TypedDocumentString(`
    query NonConformancePareto($from: DateTime!, $to: DateTime!, $by: ParetoDimension, $siteId: ID) {
  nonConformancePareto(from: $from, to: $to, by: $by, siteId: $siteId) {
    key
    count
    cumulativePercent
  }
}
    `) as unknown as TypedDocumentString<NonConformanceParetoQuery, NonConformanceParetoQueryVariables>;
export const RaiseNonConformanceDocument = new TypedDocumentString(`
    mutation RaiseNonConformance($input: RaiseNonConformanceInput!) {
  raiseNonConformance(input: $input) {
    nonConformance {
      ...NonConformanceFacts
    }
    errors {
      ...Refusal
    }
  }
}
    fragment NonConformanceFacts on NonConformance {
  id
  number
  status
  severity
  source
  definitionNumber
  revision
  quantity {
    value
    unit
  }
  workOrder {
    id
    number
  }
  operationNumber
  equipment {
    id
    code
  }
  workCenterCode
  defectCode
  description
  detectedAt
  raisedByName
  raisedAt
  affected {
    id
    type
    number
    quantity {
      value
      unit
    }
    hold
  }
}
fragment Refusal on UserError {
  __typename
  code
  message
  path
}`) as unknown as TypedDocumentString<RaiseNonConformanceMutation, RaiseNonConformanceMutationVariables>;
export const ContainNonConformanceDocument = new TypedDocumentString(`
    mutation ContainNonConformance($input: ContainNonConformanceInput!) {
  containNonConformance(input: $input) {
    nonConformance {
      ...NonConformanceFacts
    }
    errors {
      ...Refusal
    }
  }
}
    fragment NonConformanceFacts on NonConformance {
  id
  number
  status
  severity
  source
  definitionNumber
  revision
  quantity {
    value
    unit
  }
  workOrder {
    id
    number
  }
  operationNumber
  equipment {
    id
    code
  }
  workCenterCode
  defectCode
  description
  detectedAt
  raisedByName
  raisedAt
  affected {
    id
    type
    number
    quantity {
      value
      unit
    }
    hold
  }
}
fragment Refusal on UserError {
  __typename
  code
  message
  path
}`) as unknown as TypedDocumentString<ContainNonConformanceMutation, ContainNonConformanceMutationVariables>;
export const ReviewNonConformanceDocument = new TypedDocumentString(`
    mutation ReviewNonConformance($input: ReviewNonConformanceInput!) {
  reviewNonConformance(input: $input) {
    nonConformance {
      ...NonConformanceFacts
    }
    errors {
      ...Refusal
    }
  }
}
    fragment NonConformanceFacts on NonConformance {
  id
  number
  status
  severity
  source
  definitionNumber
  revision
  quantity {
    value
    unit
  }
  workOrder {
    id
    number
  }
  operationNumber
  equipment {
    id
    code
  }
  workCenterCode
  defectCode
  description
  detectedAt
  raisedByName
  raisedAt
  affected {
    id
    type
    number
    quantity {
      value
      unit
    }
    hold
  }
}
fragment Refusal on UserError {
  __typename
  code
  message
  path
}`) as unknown as TypedDocumentString<ReviewNonConformanceMutation, ReviewNonConformanceMutationVariables>;
export const ProposeDispositionDocument = new TypedDocumentString(`
    mutation ProposeDisposition($input: ProposeDispositionInput!) {
  proposeDisposition(input: $input) {
    disposition {
      ...DispositionFacts
    }
    errors {
      ...Refusal
    }
  }
}
    fragment DispositionFacts on Disposition {
  id
  kind
  quantity {
    value
    unit
  }
  justification
  instructions
  status
  requiredApprovals
  approvals {
    role
    decision
    reference
    comment
    decidedByName
    decidedAt
  }
}
fragment Refusal on UserError {
  __typename
  code
  message
  path
}`) as unknown as TypedDocumentString<ProposeDispositionMutation, ProposeDispositionMutationVariables>;
export const CarryOutDispositionDocument = new TypedDocumentString(`
    mutation CarryOutDisposition($input: CarryOutDispositionInput!) {
  carryOutDisposition(input: $input) {
    disposition {
      ...DispositionFacts
    }
    errors {
      ...Refusal
    }
  }
}
    fragment DispositionFacts on Disposition {
  id
  kind
  quantity {
    value
    unit
  }
  justification
  instructions
  status
  requiredApprovals
  approvals {
    role
    decision
    reference
    comment
    decidedByName
    decidedAt
  }
}
fragment Refusal on UserError {
  __typename
  code
  message
  path
}`) as unknown as TypedDocumentString<CarryOutDispositionMutation, CarryOutDispositionMutationVariables>;
export const CloseNonConformanceDocument = new TypedDocumentString(`
    mutation CloseNonConformance($input: CloseNonConformanceInput!) {
  closeNonConformance(input: $input) {
    nonConformance {
      ...NonConformanceFacts
    }
    errors {
      ...Refusal
      ... on DisciplinesIncompleteError {
        disciplines
      }
    }
  }
}
    fragment NonConformanceFacts on NonConformance {
  id
  number
  status
  severity
  source
  definitionNumber
  revision
  quantity {
    value
    unit
  }
  workOrder {
    id
    number
  }
  operationNumber
  equipment {
    id
    code
  }
  workCenterCode
  defectCode
  description
  detectedAt
  raisedByName
  raisedAt
  affected {
    id
    type
    number
    quantity {
      value
      unit
    }
    hold
  }
}
fragment Refusal on UserError {
  __typename
  code
  message
  path
}`) as unknown as TypedDocumentString<CloseNonConformanceMutation, CloseNonConformanceMutationVariables>;
export const NonConformancesChangedDocument = new TypedDocumentString(`
    subscription NonConformancesChanged($siteId: ID, $workCenterCode: String, $severity: [String!]) {
  nonConformancesChanged(
    siteId: $siteId
    workCenterCode: $workCenterCode
    severity: $severity
  ) {
    event
    occurredAt
    actorName
    nonConformance {
      ...NonConformanceFacts
    }
  }
}
    fragment NonConformanceFacts on NonConformance {
  id
  number
  status
  severity
  source
  definitionNumber
  revision
  quantity {
    value
    unit
  }
  workOrder {
    id
    number
  }
  operationNumber
  equipment {
    id
    code
  }
  workCenterCode
  defectCode
  description
  detectedAt
  raisedByName
  raisedAt
  affected {
    id
    type
    number
    quantity {
      value
      unit
    }
    hold
  }
}`) as unknown as TypedDocumentString<NonConformancesChangedSubscription, NonConformancesChangedSubscriptionVariables>;
export const SignInDocument = new TypedDocumentString(`
    "Signs a person in."
mutation SignIn($input: LoginInput!) {
  login(input: $input) {
    accessToken
    accessTokenExpiresAt
    errors {
      __typename
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;
export const SignInProgramDocument = new TypedDocumentString(`
    "Signs a program in."
mutation SignInProgram($input: ClientLoginInput!) {
  clientLogin(input: $input) {
    accessToken
    accessTokenExpiresAt
    errors {
      __typename
      code
      message
      path
    }
  }
}
    `) as unknown as TypedDocumentString<SignInProgramMutation, SignInProgramMutationVariables>;
export const MeDocument = new TypedDocumentString(`
    query Me {
  me {
    id
    username
    displayName
    tenant {
      id
      code
      name
    }
    sites {
      id
      code
      name
    }
    roles
    permissions
  }
}
    `) as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
export const GenealogyDocument = new TypedDocumentString(`
    "What something is made of (DOWN), or what it went into (UP)."
query Genealogy($root: GenealogyRootInput!, $direction: GenealogyDirection!, $maxDepth: Int!, $asOf: DateTime) {
  genealogy(root: $root, direction: $direction, maxDepth: $maxDepth, asOf: $asOf) {
    asOf
    depth
    truncated
    root {
      id
    }
    nodes {
      ...NodeFacts
      steps {
        id
        operationNumber
        workOrderNumber
        workCenterCode
        equipmentCode
        operatorName
        startedAt
        completedAt
      }
    }
    edges {
      id
      parentId
      childId
      quantity {
        value
        unit
      }
      bomPosition
      linkedAt
      linkedByName
      unlinkedAt
    }
  }
}
    fragment NodeFacts on GenealogyNode {
  id
  kind
  number
  depth
  quantity {
    value
    unit
  }
  part {
    id
    number
  }
}`) as unknown as TypedDocumentString<GenealogyQuery, GenealogyQueryVariables>;
export const SerializedPartDocument = new TypedDocumentString(`
    query SerializedPart($serialNumber: String!) {
  serializedPartBySerialNumber(serialNumber: $serialNumber) {
    id
    serialNumber
    partNumber
    revision
    status
    createdAt
    completedAt
    workOrder {
      id
      number
    }
    lot {
      id
      number
      heatNumber
    }
    backwardTrace {
      ...NodeFacts
    }
  }
}
    fragment NodeFacts on GenealogyNode {
  id
  kind
  number
  depth
  quantity {
    value
    unit
  }
  part {
    id
    number
  }
}`) as unknown as TypedDocumentString<SerializedPartQuery, SerializedPartQueryVariables>;
export const WorkOrderDocument = new TypedDocumentString(`
    query WorkOrder($number: String!) {
  workOrderByNumber(number: $number) {
    ...WorkOrderFacts
    operations {
      ...OperationFacts
    }
    materials {
      definition {
        ... on Part {
          id
          number
        }
        ... on Material {
          id
          code
        }
      }
    }
  }
}
    fragment WorkOrderFacts on WorkOrder {
  id
  number
  description
  status
  priority
  percentComplete
  quantity {
    value
    unit
  }
  dueAt
  releasedAt
  actualStartAt
  actualEndAt
  part {
    id
    number
    name
  }
  site {
    id
    code
  }
}
fragment OperationFacts on WorkOrderOperation {
  id
  number
  name
  status
  qualityCritical
  inspectionRequired
  workCenter {
    id
    code
  }
  equipment {
    id
    code
  }
  good {
    value
    unit
  }
  scrap {
    value
    unit
  }
  rework {
    value
    unit
  }
  startedAt
  completedAt
}`) as unknown as TypedDocumentString<WorkOrderQuery, WorkOrderQueryVariables>;
export const WorkOrdersDocument = new TypedDocumentString(`
    query WorkOrders($first: Int!, $after: String, $filter: WorkOrderFilter) {
  workOrders(first: $first, after: $after, filter: $filter) {
    nodes {
      ...WorkOrderFacts
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment WorkOrderFacts on WorkOrder {
  id
  number
  description
  status
  priority
  percentComplete
  quantity {
    value
    unit
  }
  dueAt
  releasedAt
  actualStartAt
  actualEndAt
  part {
    id
    number
    name
  }
  site {
    id
    code
  }
}`) as unknown as TypedDocumentString<WorkOrdersQuery, WorkOrdersQueryVariables>;
export const CreateWorkOrderDocument = new TypedDocumentString(`
    mutation CreateWorkOrder($input: CreateWorkOrderInput!) {
  createWorkOrder(input: $input) {
    workOrder {
      ...WorkOrderFacts
    }
    errors {
      ...Refusal
    }
  }
}
    fragment WorkOrderFacts on WorkOrder {
  id
  number
  description
  status
  priority
  percentComplete
  quantity {
    value
    unit
  }
  dueAt
  releasedAt
  actualStartAt
  actualEndAt
  part {
    id
    number
    name
  }
  site {
    id
    code
  }
}
fragment Refusal on UserError {
  __typename
  code
  message
  path
}`) as unknown as TypedDocumentString<CreateWorkOrderMutation, CreateWorkOrderMutationVariables>;
export const ReleaseWorkOrderDocument = new TypedDocumentString(`
    mutation ReleaseWorkOrder($input: ReleaseWorkOrderInput!) {
  releaseWorkOrder(input: $input) {
    workOrder {
      ...WorkOrderFacts
    }
    errors {
      ...Refusal
    }
  }
}
    fragment WorkOrderFacts on WorkOrder {
  id
  number
  description
  status
  priority
  percentComplete
  quantity {
    value
    unit
  }
  dueAt
  releasedAt
  actualStartAt
  actualEndAt
  part {
    id
    number
    name
  }
  site {
    id
    code
  }
}
fragment Refusal on UserError {
  __typename
  code
  message
  path
}`) as unknown as TypedDocumentString<ReleaseWorkOrderMutation, ReleaseWorkOrderMutationVariables>;
export const StartOperationDocument = new TypedDocumentString(`
    mutation StartOperation($input: StartOperationInput!) {
  startOperation(input: $input) {
    execution {
      id
      startedAt
      equipment {
        id
        code
      }
      operation {
        ...OperationFacts
      }
    }
    errors {
      ...Refusal
    }
  }
}
    fragment OperationFacts on WorkOrderOperation {
  id
  number
  name
  status
  qualityCritical
  inspectionRequired
  workCenter {
    id
    code
  }
  equipment {
    id
    code
  }
  good {
    value
    unit
  }
  scrap {
    value
    unit
  }
  rework {
    value
    unit
  }
  startedAt
  completedAt
}
fragment Refusal on UserError {
  __typename
  code
  message
  path
}`) as unknown as TypedDocumentString<StartOperationMutation, StartOperationMutationVariables>;
export const ReportOperationDocument = new TypedDocumentString(`
    mutation ReportOperation($input: ReportOperationInput!) {
  reportOperation(input: $input) {
    execution {
      id
      operation {
        ...OperationFacts
      }
    }
    errors {
      ...Refusal
    }
  }
}
    fragment OperationFacts on WorkOrderOperation {
  id
  number
  name
  status
  qualityCritical
  inspectionRequired
  workCenter {
    id
    code
  }
  equipment {
    id
    code
  }
  good {
    value
    unit
  }
  scrap {
    value
    unit
  }
  rework {
    value
    unit
  }
  startedAt
  completedAt
}
fragment Refusal on UserError {
  __typename
  code
  message
  path
}`) as unknown as TypedDocumentString<ReportOperationMutation, ReportOperationMutationVariables>;
export const CompleteOperationDocument = new TypedDocumentString(`
    mutation CompleteOperation($input: CompleteOperationInput!) {
  completeOperation(input: $input) {
    execution {
      id
      completedAt
      operation {
        ...OperationFacts
      }
    }
    errors {
      ...Refusal
    }
  }
}
    fragment OperationFacts on WorkOrderOperation {
  id
  number
  name
  status
  qualityCritical
  inspectionRequired
  workCenter {
    id
    code
  }
  equipment {
    id
    code
  }
  good {
    value
    unit
  }
  scrap {
    value
    unit
  }
  rework {
    value
    unit
  }
  startedAt
  completedAt
}
fragment Refusal on UserError {
  __typename
  code
  message
  path
}`) as unknown as TypedDocumentString<CompleteOperationMutation, CompleteOperationMutationVariables>;
export const WorkOrdersChangedDocument = new TypedDocumentString(`
    subscription WorkOrdersChanged($siteId: ID, $partId: ID, $status: [String!]) {
  workOrdersChanged(siteId: $siteId, partId: $partId, status: $status) {
    event
    occurredAt
    actorName
    workOrder {
      ...WorkOrderFacts
    }
  }
}
    fragment WorkOrderFacts on WorkOrder {
  id
  number
  description
  status
  priority
  percentComplete
  quantity {
    value
    unit
  }
  dueAt
  releasedAt
  actualStartAt
  actualEndAt
  part {
    id
    number
    name
  }
  site {
    id
    code
  }
}`) as unknown as TypedDocumentString<WorkOrdersChangedSubscription, WorkOrdersChangedSubscriptionVariables>;
export const OperationsChangedDocument = new TypedDocumentString(`
    subscription OperationsChanged($siteId: ID, $workCenterCode: String, $workOrderId: ID, $equipmentId: ID) {
  operationsChanged(
    siteId: $siteId
    workCenterCode: $workCenterCode
    workOrderId: $workOrderId
    equipmentId: $equipmentId
  ) {
    event
    occurredAt
    actorName
    reason
    operation {
      ...OperationFacts
      workOrder {
        id
        number
      }
    }
    equipment {
      id
      code
      status
    }
  }
}
    fragment OperationFacts on WorkOrderOperation {
  id
  number
  name
  status
  qualityCritical
  inspectionRequired
  workCenter {
    id
    code
  }
  equipment {
    id
    code
  }
  good {
    value
    unit
  }
  scrap {
    value
    unit
  }
  rework {
    value
    unit
  }
  startedAt
  completedAt
}`) as unknown as TypedDocumentString<OperationsChangedSubscription, OperationsChangedSubscriptionVariables>;