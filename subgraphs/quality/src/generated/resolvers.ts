import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { NonConformanceRow, NonConformanceHistoryRow, AffectedItemRow } from '../non-conformance/tables.ts';
import type { DispositionRow, DispositionApprovalRow } from '../disposition/tables.ts';
import type { EightDMemberRow } from '../eight-d/tables.ts';
import type { EightDStepModel } from '../eight-d/model.ts';
import type { CorrectiveActionRow } from '../corrective-action/tables.ts';
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

export type AddAffectedItemsInput = {
  id: Scalars['ID']['input'];
  lots?: InputMaybe<Array<AffectedLotInput>>;
  orders?: InputMaybe<Array<AffectedOrderInput>>;
  reason: Scalars['String']['input'];
  serialNumbers?: InputMaybe<Array<Scalars['String']['input']>>;
};

export type AddAffectedItemsPayload = {
  __typename?: 'AddAffectedItemsPayload';
  errors: Array<UserError>;
  nonConformance?: Maybe<NonConformance>;
};

export type AffectedEntity = MaterialLot | SerializedPart | WorkOrder;

/** A piece, a lot or an order that is suspect. */
export type AffectedItem = {
  __typename?: 'AffectedItem';
  /** Oldest first, those that were rejected among them. */
  dispositions: Array<Disposition>;
  entity?: Maybe<AffectedEntity>;
  /** By this non-conformance; another one may hold it as well. */
  hold: QualityHold;
  id: Scalars['ID']['output'];
  /** Serial number, lot number or order number. */
  number: Scalars['String']['output'];
  quantity: Quantity;
  type: AffectedItemType;
};

export type AffectedItemType =
  /** So much of a lot; all of the lot is held. */
  | 'LOT'
  /** So much of an order's work; the order is held. */
  | 'ORDER'
  /** One piece. */
  | 'SERIAL';

export type AffectedLotInput = {
  lotNumber: Scalars['String']['input'];
  /** In the lot's unit. */
  quantity: QuantityInput;
};

export type AffectedOrderInput = {
  /** In the part's unit. */
  quantity: QuantityInput;
  workOrderNumber: Scalars['String']['input'];
};

export type ApiClient = {
  __typename?: 'ApiClient';
  id: Scalars['ID']['output'];
};

export type ApprovalDecision =
  | 'APPROVED'
  | 'REJECTED';

export type ApprovalRole =
  | 'CUSTOMER'
  | 'ENGINEERING'
  | 'QUALITY';

export type CancelNonConformanceInput = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};

export type CancelNonConformancePayload = {
  __typename?: 'CancelNonConformancePayload';
  errors: Array<UserError>;
  nonConformance?: Maybe<NonConformance>;
};

export type CarryOutDispositionInput = {
  dispositionId: Scalars['ID']['input'];
  /** `reworked on WO-2026-000124, bore 12.010 mm` */
  result: Scalars['String']['input'];
};

export type CarryOutDispositionPayload = {
  __typename?: 'CarryOutDispositionPayload';
  disposition?: Maybe<Disposition>;
  errors: Array<UserError>;
};

export type ChangeNonConformanceInput = {
  defectCode?: InputMaybe<Scalars['String']['input']>;
  description?: InputMaybe<Scalars['String']['input']>;
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
  severity?: InputMaybe<NonConformanceSeverity>;
  source?: InputMaybe<NonConformanceSource>;
};

export type ChangeNonConformancePayload = {
  __typename?: 'ChangeNonConformancePayload';
  errors: Array<UserError>;
  nonConformance?: Maybe<NonConformance>;
};

export type CloseNonConformanceInput = {
  id: Scalars['ID']['input'];
};

export type CloseNonConformancePayload = {
  __typename?: 'CloseNonConformancePayload';
  errors: Array<UserError>;
  nonConformance?: Maybe<NonConformance>;
};

export type CompleteEightDStepInput = {
  /** What it came to, where that was not written before. */
  content?: InputMaybe<Scalars['String']['input']>;
  discipline: EightDDiscipline;
  nonConformanceId: Scalars['ID']['input'];
};

export type CompleteEightDStepPayload = {
  __typename?: 'CompleteEightDStepPayload';
  errors: Array<UserError>;
  nonConformance?: Maybe<NonConformance>;
};

export type ContainNonConformanceInput = {
  /** What was done: `blades 1 to 20 in the cage, stock of the lot sorted`. */
  containment: Scalars['String']['input'];
  id: Scalars['ID']['input'];
};

export type ContainNonConformancePayload = {
  __typename?: 'ContainNonConformancePayload';
  errors: Array<UserError>;
  nonConformance?: Maybe<NonConformance>;
};

/** What is done against a non-conformance or its cause. CAPA. */
export type CorrectiveAction = {
  __typename?: 'CorrectiveAction';
  description: Scalars['String']['output'];
  dueAt: Scalars['DateTime']['output'];
  /** What was done. */
  evidence?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  implementedAt?: Maybe<Scalars['DateTime']['output']>;
  implementedBy?: Maybe<Actor>;
  implementedByName?: Maybe<Scalars['String']['output']>;
  kind: CorrectiveActionKind;
  nonConformance: NonConformance;
  overdue: Scalars['Boolean']['output'];
  owner?: Maybe<User>;
  ownerUsername: Scalars['String']['output'];
  status: CorrectiveActionStatus;
  /** How it was seen whether it works. */
  verification?: Maybe<Scalars['String']['output']>;
  verifiedAt?: Maybe<Scalars['DateTime']['output']>;
  verifiedBy?: Maybe<Actor>;
  verifiedByName?: Maybe<Scalars['String']['output']>;
};

export type CorrectiveActionConnection = {
  __typename?: 'CorrectiveActionConnection';
  edges: Array<CorrectiveActionEdge>;
  nodes: Array<CorrectiveAction>;
  pageInfo: PageInfo;
};

export type CorrectiveActionEdge = {
  __typename?: 'CorrectiveActionEdge';
  cursor: Scalars['String']['output'];
  node: CorrectiveAction;
};

export type CorrectiveActionFilter = {
  kind?: InputMaybe<CorrectiveActionKind>;
  nonConformanceId?: InputMaybe<Scalars['ID']['input']>;
  /** It should have been done by now. */
  overdue?: InputMaybe<Scalars['Boolean']['input']>;
  ownerUsername?: InputMaybe<Scalars['String']['input']>;
  siteId?: InputMaybe<Scalars['ID']['input']>;
  status?: InputMaybe<CorrectiveActionStatus>;
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

export type DecideDispositionForEngineeringInput = {
  /** Needed to reject. */
  comment?: InputMaybe<Scalars['String']['input']>;
  decision: ApprovalDecision;
  dispositionId: Scalars['ID']['input'];
};

export type DecideDispositionForEngineeringPayload = {
  __typename?: 'DecideDispositionForEngineeringPayload';
  disposition?: Maybe<Disposition>;
  errors: Array<UserError>;
};

export type DecideDispositionForQualityInput = {
  /** Needed to reject. */
  comment?: InputMaybe<Scalars['String']['input']>;
  decision: ApprovalDecision;
  dispositionId: Scalars['ID']['input'];
};

export type DecideDispositionForQualityPayload = {
  __typename?: 'DecideDispositionForQualityPayload';
  disposition?: Maybe<Disposition>;
  errors: Array<UserError>;
};

/** Disciplines that come first, or that closing needs, are not complete. */
export type DisciplinesIncompleteError = UserError & {
  __typename?: 'DisciplinesIncompleteError';
  code: Scalars['String']['output'];
  disciplines: Array<EightDDiscipline>;
  message: Scalars['String']['output'];
  path: Array<Scalars['String']['output']>;
};

/** What becomes of so much of something that is affected. */
export type Disposition = {
  __typename?: 'Disposition';
  /** Oldest first. */
  approvals: Array<DispositionApproval>;
  carriedOutAt?: Maybe<Scalars['DateTime']['output']>;
  carriedOutBy?: Maybe<Actor>;
  carriedOutByName?: Maybe<Scalars['String']['output']>;
  /** When the last of those who must had decided. */
  decidedAt?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  /** How it is reworked or repaired. */
  instructions?: Maybe<Scalars['String']['output']>;
  item: AffectedItem;
  justification: Scalars['String']['output'];
  kind: DispositionKind;
  nonConformance: NonConformance;
  proposedAt: Scalars['DateTime']['output'];
  proposedBy?: Maybe<Actor>;
  proposedByName: Scalars['String']['output'];
  quantity: Quantity;
  /** Who must approve. */
  requiredApprovals: Array<ApprovalRole>;
  /** What came of it. */
  result?: Maybe<Scalars['String']['output']>;
  status: DispositionStatus;
};

/** What one of those who must approve decided. */
export type DispositionApproval = {
  __typename?: 'DispositionApproval';
  comment?: Maybe<Scalars['String']['output']>;
  decidedAt: Scalars['DateTime']['output'];
  /** Who decided; of the customer's decision who filed it. */
  decidedBy?: Maybe<User>;
  decidedByName: Scalars['String']['output'];
  decision: ApprovalDecision;
  id: Scalars['ID']['output'];
  /** Where the customer's decision is filed. */
  reference?: Maybe<Scalars['String']['output']>;
  role: ApprovalRole;
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

export type EightD = {
  __typename?: 'EightD';
  /** Required ones that are not complete, in their order. */
  open: Array<EightDDiscipline>;
  /** D0 to D8. */
  steps: Array<EightDStep>;
  team: Array<EightDMember>;
};

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

export type EightDMember = {
  __typename?: 'EightDMember';
  leader: Scalars['Boolean']['output'];
  user?: Maybe<User>;
  username: Scalars['String']['output'];
};

export type EightDStep = {
  __typename?: 'EightDStep';
  completedAt?: Maybe<Scalars['DateTime']['output']>;
  completedBy?: Maybe<Actor>;
  completedByName?: Maybe<Scalars['String']['output']>;
  content?: Maybe<Scalars['String']['output']>;
  discipline: EightDDiscipline;
  dueAt?: Maybe<Scalars['DateTime']['output']>;
  overdue: Scalars['Boolean']['output'];
  /** The severity asks for it before closing. */
  required: Scalars['Boolean']['output'];
  responsible?: Maybe<User>;
  responsibleName?: Maybe<Scalars['String']['output']>;
};

export type Equipment = {
  __typename?: 'Equipment';
  id: Scalars['ID']['output'];
  /** That were found at it. Newest first. */
  nonConformances?: Maybe<NonConformanceConnection>;
};


export type EquipmentNonConformancesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
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

export type ImplementCorrectiveActionInput = {
  evidence: Scalars['String']['input'];
  id: Scalars['ID']['input'];
};

export type ImplementCorrectiveActionPayload = {
  __typename?: 'ImplementCorrectiveActionPayload';
  correctiveAction?: Maybe<CorrectiveAction>;
  errors: Array<UserError>;
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

/** A part is made or bought; a material is what parts are made of. ISA-95: Material Definition. */
export type MaterialDefinition = Material | Part;

export type MaterialLot = {
  __typename?: 'MaterialLot';
  id: Scalars['ID']['output'];
  /** That it is affected by. Newest first. */
  nonConformances?: Maybe<NonConformanceConnection>;
  /** What may be done with it, by all non-conformances that affect it. */
  qualityHold?: Maybe<QualityHold>;
};


export type MaterialLotNonConformancesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

export type MeasurementInput = {
  /** Outside the limits, where there are any. */
  actual: Scalars['Decimal']['input'];
  /** `Bore diameter 12.0 H7`, as drawing or plan name it. */
  characteristic: Scalars['String']['input'];
  lowerLimit?: InputMaybe<Scalars['Decimal']['input']>;
  nominal?: InputMaybe<Scalars['Decimal']['input']>;
  unit?: InputMaybe<Scalars['String']['input']>;
  upperLimit?: InputMaybe<Scalars['Decimal']['input']>;
};

export type Mutation = {
  __typename?: 'Mutation';
  /** More is suspect than was thought: it is held too. Not once all has a disposition. */
  addAffectedItems: AddAffectedItemsPayload;
  /** It was none: what it held is free. Not once a disposition is approved. */
  cancelNonConformance: CancelNonConformancePayload;
  /** Says that an approved disposition was carried out, and with what result. */
  carryOutDisposition: CarryOutDispositionPayload;
  /** Changes what describes it; a field left out stays. */
  changeNonConformance: ChangeNonConformancePayload;
  /**
   * Closes it: every disposition is carried out, the root cause is known, the disciplines that its severity asks for are
   * complete, and every action turned out to work.
   */
  closeNonConformance: CloseNonConformancePayload;
  /**
   * A discipline is done. Those before it that the severity asks for must be, and what it is about must be there: a
   * leader for D1, containment for D3, the root cause for D4, a corrective action for D5, the proof that corrective
   * actions work for D6, and that preventive ones do for D7; all of them for D8.
   */
  completeEightDStep: CompleteEightDStepPayload;
  /** Says what was done so that nothing of it gets any further. */
  containNonConformance: ContainNonConformancePayload;
  /**
   * Engineering, the authority for the design, approves or rejects: needed for USE_AS_IS and REPAIR. Not by who raised
   * the non-conformance, nor by who decides for quality.
   */
  decideDispositionForEngineering: DecideDispositionForEngineeringPayload;
  /** Quality approves or rejects. Not by who raised the non-conformance, nor by who decides for engineering. */
  decideDispositionForQuality: DecideDispositionForQualityPayload;
  implementCorrectiveAction: ImplementCorrectiveActionPayload;
  planCorrectiveAction: PlanCorrectiveActionPayload;
  /** Says what should become of something that is affected. The material review board decides on it. */
  proposeDisposition: ProposeDispositionPayload;
  /**
   * Says that something does not conform. What is affected is held from then on: pieces and lots are neither used nor
   * assembled, orders stand still.
   */
  raiseNonConformance: RaiseNonConformancePayload;
  /** Files what the customer decided: needed for USE_AS_IS and REPAIR where the customer has a say. */
  recordCustomerDecision: RecordCustomerDecisionPayload;
  /** Says why it came to it. Without it nothing is closed. */
  recordRootCause: RecordRootCausePayload;
  /** It came back: before the board again, what is still here is held again. */
  reopenNonConformance: ReopenNonConformancePayload;
  /** Brings it before the material review board. What is not MINOR must be contained first. */
  reviewNonConformance: ReviewNonConformancePayload;
  /** Says who works on it: D1. */
  setEightDTeam: SetEightDTeamPayload;
  /** Writes what a discipline came to, or who is responsible for it until when; a field left out stays. */
  updateEightDStep: UpdateEightDStepPayload;
  /** Says whether it works. Not by who implemented it; one that does not work is implemented anew. */
  verifyCorrectiveAction: VerifyCorrectiveActionPayload;
};


export type MutationAddAffectedItemsArgs = {
  input: AddAffectedItemsInput;
};


export type MutationCancelNonConformanceArgs = {
  input: CancelNonConformanceInput;
};


export type MutationCarryOutDispositionArgs = {
  input: CarryOutDispositionInput;
};


export type MutationChangeNonConformanceArgs = {
  input: ChangeNonConformanceInput;
};


export type MutationCloseNonConformanceArgs = {
  input: CloseNonConformanceInput;
};


export type MutationCompleteEightDStepArgs = {
  input: CompleteEightDStepInput;
};


export type MutationContainNonConformanceArgs = {
  input: ContainNonConformanceInput;
};


export type MutationDecideDispositionForEngineeringArgs = {
  input: DecideDispositionForEngineeringInput;
};


export type MutationDecideDispositionForQualityArgs = {
  input: DecideDispositionForQualityInput;
};


export type MutationImplementCorrectiveActionArgs = {
  input: ImplementCorrectiveActionInput;
};


export type MutationPlanCorrectiveActionArgs = {
  input: PlanCorrectiveActionInput;
};


export type MutationProposeDispositionArgs = {
  input: ProposeDispositionInput;
};


export type MutationRaiseNonConformanceArgs = {
  input: RaiseNonConformanceInput;
};


export type MutationRecordCustomerDecisionArgs = {
  input: RecordCustomerDecisionInput;
};


export type MutationRecordRootCauseArgs = {
  input: RecordRootCauseInput;
};


export type MutationReopenNonConformanceArgs = {
  input: ReopenNonConformanceInput;
};


export type MutationReviewNonConformanceArgs = {
  input: ReviewNonConformanceInput;
};


export type MutationSetEightDTeamArgs = {
  input: SetEightDTeamInput;
};


export type MutationUpdateEightDStepArgs = {
  input: UpdateEightDStepInput;
};


export type MutationVerifyCorrectiveActionArgs = {
  input: VerifyCorrectiveActionInput;
};

/** Something that does not conform, and what becomes of it. In the plant: NCR. ISA-95: Quality Test Result that failed. */
export type NonConformance = {
  __typename?: 'NonConformance';
  /** By due date. */
  actions: Array<CorrectiveAction>;
  /** The pieces, lots and orders that are suspect; at most 200. */
  affected: Array<AffectedItem>;
  cancelReason?: Maybe<Scalars['String']['output']>;
  closedAt?: Maybe<Scalars['DateTime']['output']>;
  closedBy?: Maybe<Actor>;
  closedByName?: Maybe<Scalars['String']['output']>;
  containedAt?: Maybe<Scalars['DateTime']['output']>;
  containedBy?: Maybe<Actor>;
  containedByName?: Maybe<Scalars['String']['output']>;
  /** What was done so that nothing of it gets any further. */
  containment?: Maybe<Scalars['String']['output']>;
  defectCode: Scalars['String']['output'];
  /** The part or material that it is about. */
  definition?: Maybe<MaterialDefinition>;
  /** Part number or material code. */
  definitionNumber: Scalars['String']['output'];
  description: Scalars['String']['output'];
  detectedAt: Scalars['DateTime']['output'];
  /** Who found it; null for a program. */
  detectedBy?: Maybe<User>;
  detectedByName: Scalars['String']['output'];
  /** Oldest first, those that were rejected among them. */
  dispositions: Array<Disposition>;
  /** Where it stands by the eight disciplines. */
  eightD: EightD;
  equipment?: Maybe<Equipment>;
  /** Newest first. */
  history: NonConformanceHistoryConnection;
  id: Scalars['ID']['output'];
  /** What was measured, where something was. */
  measurement?: Maybe<NonConformanceMeasurement>;
  /** Counted by site and year, unique in the tenant: `NCR-MAIN-2026-0042`. */
  number: Scalars['String']['output'];
  operation?: Maybe<WorkOrderOperation>;
  operationNumber?: Maybe<Scalars['Int']['output']>;
  partRevision?: Maybe<PartRevision>;
  /** How much does not conform. */
  quantity: Quantity;
  raisedAt: Scalars['DateTime']['output'];
  /** Null: the plant itself. */
  raisedBy?: Maybe<Actor>;
  raisedByName: Scalars['String']['output'];
  revision?: Maybe<Scalars['String']['output']>;
  rootCause?: Maybe<RootCause>;
  severity: NonConformanceSeverity;
  site?: Maybe<Site>;
  source: NonConformanceSource;
  status: NonConformanceStatus;
  workCenterCode?: Maybe<Scalars['String']['output']>;
  workOrder?: Maybe<WorkOrder>;
};


/** Something that does not conform, and what becomes of it. In the plant: NCR. ISA-95: Quality Test Result that failed. */
export type NonConformanceHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

export type NonConformanceConnection = {
  __typename?: 'NonConformanceConnection';
  edges: Array<NonConformanceEdge>;
  nodes: Array<NonConformance>;
  pageInfo: PageInfo;
};

export type NonConformanceEdge = {
  __typename?: 'NonConformanceEdge';
  cursor: Scalars['String']['output'];
  node: NonConformance;
};

export type NonConformanceFilter = {
  defectCode?: InputMaybe<Scalars['String']['input']>;
  definitionId?: InputMaybe<Scalars['ID']['input']>;
  /** Part number or material code. */
  definitionNumber?: InputMaybe<Scalars['String']['input']>;
  equipmentCode?: InputMaybe<Scalars['String']['input']>;
  lotNumber?: InputMaybe<Scalars['String']['input']>;
  /** Not over, and a discipline or an action of it should have been done by now. */
  overdue?: InputMaybe<Scalars['Boolean']['input']>;
  raisedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Before that. */
  raisedTo?: InputMaybe<Scalars['DateTime']['input']>;
  serialNumber?: InputMaybe<Scalars['String']['input']>;
  severity?: InputMaybe<NonConformanceSeverity>;
  siteId?: InputMaybe<Scalars['ID']['input']>;
  source?: InputMaybe<NonConformanceSource>;
  /** Any of these. */
  status?: InputMaybe<Array<NonConformanceStatus>>;
  workCenterCode?: InputMaybe<Scalars['String']['input']>;
  /** Found in the order's work, or the order is affected. */
  workOrderNumber?: InputMaybe<Scalars['String']['input']>;
};

export type NonConformanceHistoryConnection = {
  __typename?: 'NonConformanceHistoryConnection';
  edges: Array<NonConformanceHistoryEdge>;
  nodes: Array<NonConformanceHistoryEntry>;
  pageInfo: PageInfo;
};

export type NonConformanceHistoryEdge = {
  __typename?: 'NonConformanceHistoryEdge';
  cursor: Scalars['String']['output'];
  node: NonConformanceHistoryEntry;
};

export type NonConformanceHistoryEntry = {
  __typename?: 'NonConformanceHistoryEntry';
  /** `CREATED`, `DISPOSITION_DECIDED`, … */
  action: Scalars['String']['output'];
  /** Null: the plant itself. */
  actor?: Maybe<Actor>;
  actorName: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  new?: Maybe<Scalars['JSON']['output']>;
  occurredAt: Scalars['DateTime']['output'];
  old?: Maybe<Scalars['JSON']['output']>;
  reason?: Maybe<Scalars['String']['output']>;
  recordedAt: Scalars['DateTime']['output'];
};

export type NonConformanceMeasurement = {
  __typename?: 'NonConformanceMeasurement';
  actual: Scalars['Decimal']['output'];
  characteristic: Scalars['String']['output'];
  /** How far outside the limits it is: negative below them. */
  deviation: Scalars['Decimal']['output'];
  lowerLimit?: Maybe<Scalars['Decimal']['output']>;
  nominal?: Maybe<Scalars['Decimal']['output']>;
  unit?: Maybe<Scalars['String']['output']>;
  upperLimit?: Maybe<Scalars['Decimal']['output']>;
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

export type ParetoLine = {
  __typename?: 'ParetoLine';
  count: Scalars['Int']['output'];
  /** This and the lines above it, of all, in percent. */
  cumulativePercent: Scalars['Decimal']['output'];
  /** Null: they have none. */
  key?: Maybe<Scalars['String']['output']>;
};

export type Part = {
  __typename?: 'Part';
  id: Scalars['ID']['output'];
};

export type PartRevision = {
  __typename?: 'PartRevision';
  id: Scalars['ID']['output'];
};

export type PlanCorrectiveActionInput = {
  description: Scalars['String']['input'];
  dueAt: Scalars['DateTime']['input'];
  /** Chosen by the client, so that a repeated request changes nothing; a UUID. */
  id?: InputMaybe<Scalars['ID']['input']>;
  kind: CorrectiveActionKind;
  nonConformanceId: Scalars['ID']['input'];
  /** A user name. */
  owner: Scalars['String']['input'];
};

export type PlanCorrectiveActionPayload = {
  __typename?: 'PlanCorrectiveActionPayload';
  correctiveAction?: Maybe<CorrectiveAction>;
  errors: Array<UserError>;
};

export type ProposeDispositionInput = {
  /**
   * It does not meet what was agreed with the customer. The customer has a say then, and also where the customer found it
   * or where it is CRITICAL.
   */
  departsFromContract?: InputMaybe<Scalars['Boolean']['input']>;
  /** Chosen by the client, so that a repeated request changes nothing; a UUID. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** Needed for REWORK and REPAIR. */
  instructions?: InputMaybe<Scalars['String']['input']>;
  itemId: Scalars['ID']['input'];
  justification: Scalars['String']['input'];
  kind: DispositionKind;
  /** Of what is affected; without it all that has no disposition yet. */
  quantity?: InputMaybe<Scalars['Decimal']['input']>;
};

export type ProposeDispositionPayload = {
  __typename?: 'ProposeDispositionPayload';
  disposition?: Maybe<Disposition>;
  errors: Array<UserError>;
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
  correctiveAction?: Maybe<CorrectiveAction>;
  /** By due date. */
  correctiveActions: CorrectiveActionConnection;
  disposition?: Maybe<Disposition>;
  nonConformance?: Maybe<NonConformance>;
  nonConformanceByNumber?: Maybe<NonConformance>;
  /**
   * How often non-conformances were raised in a span of time, by what they have in common, most frequent first; at most
   * 100 lines. Cancelled ones do not count.
   */
  nonConformancePareto: Array<ParetoLine>;
  /** Newest first. */
  nonConformances: NonConformanceConnection;
};


export type QueryCorrectiveActionArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCorrectiveActionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CorrectiveActionFilter>;
  first: Scalars['Int']['input'];
};


export type QueryDispositionArgs = {
  id: Scalars['ID']['input'];
};


export type QueryNonConformanceArgs = {
  id: Scalars['ID']['input'];
};


export type QueryNonConformanceByNumberArgs = {
  number: Scalars['String']['input'];
};


export type QueryNonConformanceParetoArgs = {
  by?: InputMaybe<ParetoDimension>;
  from: Scalars['DateTime']['input'];
  siteId?: InputMaybe<Scalars['ID']['input']>;
  to: Scalars['DateTime']['input'];
};


export type QueryNonConformancesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<NonConformanceFilter>;
  first: Scalars['Int']['input'];
};

/** At least one piece, lot or order, or else a part number and a quantity. */
export type RaiseNonConformanceInput = {
  /** `DIM-OOT`: what the plant counts defects by. */
  defectCode: Scalars['String']['input'];
  description: Scalars['String']['input'];
  /** Without it now. */
  detectedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** The user name of who found it; without it who says so. */
  detectedBy?: InputMaybe<Scalars['String']['input']>;
  equipmentCode?: InputMaybe<Scalars['String']['input']>;
  /** Chosen by the client, so that a repeated request changes nothing; a UUID. */
  id?: InputMaybe<Scalars['ID']['input']>;
  lots?: InputMaybe<Array<AffectedLotInput>>;
  measurement?: InputMaybe<MeasurementInput>;
  /** The operation at which it was found; one that was started. */
  operationId?: InputMaybe<Scalars['ID']['input']>;
  orders?: InputMaybe<Array<AffectedOrderInput>>;
  /** The part, where no piece, lot or order says it. */
  partNumber?: InputMaybe<Scalars['String']['input']>;
  /** How much does not conform; without it all that is affected. */
  quantity?: InputMaybe<QuantityInput>;
  serialNumbers?: InputMaybe<Array<Scalars['String']['input']>>;
  severity: NonConformanceSeverity;
  /** Where the order, the machine, the piece or the lot does not say it. */
  siteId?: InputMaybe<Scalars['ID']['input']>;
  source: NonConformanceSource;
  /** The order in whose work it was found. */
  workOrderNumber?: InputMaybe<Scalars['String']['input']>;
};

export type RaiseNonConformancePayload = {
  __typename?: 'RaiseNonConformancePayload';
  errors: Array<UserError>;
  nonConformance?: Maybe<NonConformance>;
};

export type RecordCustomerDecisionInput = {
  comment?: InputMaybe<Scalars['String']['input']>;
  decision: ApprovalDecision;
  dispositionId: Scalars['ID']['input'];
  /** The customer's letter, concession or ticket. */
  reference: Scalars['String']['input'];
};

export type RecordCustomerDecisionPayload = {
  __typename?: 'RecordCustomerDecisionPayload';
  disposition?: Maybe<Disposition>;
  errors: Array<UserError>;
};

export type RecordRootCauseInput = {
  category: RootCauseCategory;
  nonConformanceId: Scalars['ID']['input'];
  statement: Scalars['String']['input'];
  /** The answers to why, the first one first; at most ten. */
  whys?: InputMaybe<Array<Scalars['String']['input']>>;
};

export type RecordRootCausePayload = {
  __typename?: 'RecordRootCausePayload';
  errors: Array<UserError>;
  nonConformance?: Maybe<NonConformance>;
};

export type ReopenNonConformanceInput = {
  id: Scalars['ID']['input'];
  reason: Scalars['String']['input'];
};

export type ReopenNonConformancePayload = {
  __typename?: 'ReopenNonConformancePayload';
  errors: Array<UserError>;
  nonConformance?: Maybe<NonConformance>;
};

export type ReviewNonConformanceInput = {
  id: Scalars['ID']['input'];
};

export type ReviewNonConformancePayload = {
  __typename?: 'ReviewNonConformancePayload';
  errors: Array<UserError>;
  nonConformance?: Maybe<NonConformance>;
};

export type RootCause = {
  __typename?: 'RootCause';
  category: RootCauseCategory;
  statement: Scalars['String']['output'];
  /** The answers to why, the first one first. */
  whys: Array<Scalars['String']['output']>;
};

/** Ishikawa's six. */
export type RootCauseCategory =
  | 'ENVIRONMENT'
  | 'MACHINE'
  | 'MATERIAL'
  | 'MEASUREMENT'
  | 'METHOD'
  | 'PEOPLE';

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
  /** That it is affected by. Newest first. */
  nonConformances?: Maybe<NonConformanceConnection>;
  /** What may be done with it, by all non-conformances that affect it. */
  qualityHold?: Maybe<QualityHold>;
};


export type SerializedPartNonConformancesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

export type SetEightDTeamInput = {
  leader: Scalars['String']['input'];
  /** User names. */
  members: Array<Scalars['String']['input']>;
  nonConformanceId: Scalars['ID']['input'];
};

export type SetEightDTeamPayload = {
  __typename?: 'SetEightDTeamPayload';
  errors: Array<UserError>;
  nonConformance?: Maybe<NonConformance>;
};

export type Site = {
  __typename?: 'Site';
  id: Scalars['ID']['output'];
};

export type UpdateEightDStepInput = {
  content?: InputMaybe<Scalars['String']['input']>;
  discipline: EightDDiscipline;
  dueAt?: InputMaybe<Scalars['DateTime']['input']>;
  nonConformanceId: Scalars['ID']['input'];
  /** A user name. */
  responsible?: InputMaybe<Scalars['String']['input']>;
};

export type UpdateEightDStepPayload = {
  __typename?: 'UpdateEightDStepPayload';
  errors: Array<UserError>;
  nonConformance?: Maybe<NonConformance>;
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

export type VerifyCorrectiveActionInput = {
  effective: Scalars['Boolean']['input'];
  id: Scalars['ID']['input'];
  /** How it was seen. */
  verification: Scalars['String']['input'];
};

export type VerifyCorrectiveActionPayload = {
  __typename?: 'VerifyCorrectiveActionPayload';
  correctiveAction?: Maybe<CorrectiveAction>;
  errors: Array<UserError>;
};

export type WorkOrder = {
  __typename?: 'WorkOrder';
  id: Scalars['ID']['output'];
  /** That were found in its work, or hold it. Newest first. */
  nonConformances?: Maybe<NonConformanceConnection>;
  /** What may be done with it, by all non-conformances that affect it. */
  qualityHold?: Maybe<QualityHold>;
};


export type WorkOrderNonConformancesArgs = {
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
  CorrectiveAction: CorrectiveAction;
  Disposition: Disposition;
  Equipment: Equipment;
  MaterialLot: MaterialLot;
  NonConformance: NonConformance;
  SerializedPart: SerializedPart;
  WorkOrder: WorkOrder;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  CorrectiveAction:
    ( { __typename: 'CorrectiveAction' }
    & GraphQLRecursivePick<FederationTypes['CorrectiveAction'], {"id":true}> );
  Disposition:
    ( { __typename: 'Disposition' }
    & GraphQLRecursivePick<FederationTypes['Disposition'], {"id":true}> );
  Equipment:
    ( { __typename: 'Equipment' }
    & GraphQLRecursivePick<FederationTypes['Equipment'], {"id":true}> );
  MaterialLot:
    ( { __typename: 'MaterialLot' }
    & GraphQLRecursivePick<FederationTypes['MaterialLot'], {"id":true}> );
  NonConformance:
    ( { __typename: 'NonConformance' }
    & ( GraphQLRecursivePick<FederationTypes['NonConformance'], {"id":true}>
        | GraphQLRecursivePick<FederationTypes['NonConformance'], {"number":true}> ) );
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
  AffectedEntity:
    | ( { id: string } )
    | ( { id: string } )
    | ( { id: string } )
  ;
  MaterialDefinition:
    | ( Material )
    | ( Part )
  ;
};


/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Actor: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['Actor']>;
  AddAffectedItemsInput: AddAffectedItemsInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AddAffectedItemsPayload: ResolverTypeWrapper<Omit<AddAffectedItemsPayload, 'errors' | 'nonConformance'> & { errors: Array<ResolversTypes['UserError']>, nonConformance?: Maybe<ResolversTypes['NonConformance']> }>;
  AffectedEntity: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['AffectedEntity']>;
  AffectedItem: ResolverTypeWrapper<AffectedItemRow>;
  AffectedItemType: AffectedItemType;
  AffectedLotInput: AffectedLotInput;
  AffectedOrderInput: AffectedOrderInput;
  ApiClient: ResolverTypeWrapper<ApiClient>;
  ApprovalDecision: ApprovalDecision;
  ApprovalRole: ApprovalRole;
  CancelNonConformanceInput: CancelNonConformanceInput;
  CancelNonConformancePayload: ResolverTypeWrapper<Omit<CancelNonConformancePayload, 'errors' | 'nonConformance'> & { errors: Array<ResolversTypes['UserError']>, nonConformance?: Maybe<ResolversTypes['NonConformance']> }>;
  CarryOutDispositionInput: CarryOutDispositionInput;
  CarryOutDispositionPayload: ResolverTypeWrapper<Omit<CarryOutDispositionPayload, 'disposition' | 'errors'> & { disposition?: Maybe<ResolversTypes['Disposition']>, errors: Array<ResolversTypes['UserError']> }>;
  ChangeNonConformanceInput: ChangeNonConformanceInput;
  ChangeNonConformancePayload: ResolverTypeWrapper<Omit<ChangeNonConformancePayload, 'errors' | 'nonConformance'> & { errors: Array<ResolversTypes['UserError']>, nonConformance?: Maybe<ResolversTypes['NonConformance']> }>;
  CloseNonConformanceInput: CloseNonConformanceInput;
  CloseNonConformancePayload: ResolverTypeWrapper<Omit<CloseNonConformancePayload, 'errors' | 'nonConformance'> & { errors: Array<ResolversTypes['UserError']>, nonConformance?: Maybe<ResolversTypes['NonConformance']> }>;
  CompleteEightDStepInput: CompleteEightDStepInput;
  CompleteEightDStepPayload: ResolverTypeWrapper<Omit<CompleteEightDStepPayload, 'errors' | 'nonConformance'> & { errors: Array<ResolversTypes['UserError']>, nonConformance?: Maybe<ResolversTypes['NonConformance']> }>;
  ContainNonConformanceInput: ContainNonConformanceInput;
  ContainNonConformancePayload: ResolverTypeWrapper<Omit<ContainNonConformancePayload, 'errors' | 'nonConformance'> & { errors: Array<ResolversTypes['UserError']>, nonConformance?: Maybe<ResolversTypes['NonConformance']> }>;
  CorrectiveAction: ResolverTypeWrapper<CorrectiveActionRow>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  CorrectiveActionConnection: ResolverTypeWrapper<Omit<CorrectiveActionConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['CorrectiveActionEdge']>, nodes: Array<ResolversTypes['CorrectiveAction']> }>;
  CorrectiveActionEdge: ResolverTypeWrapper<Omit<CorrectiveActionEdge, 'node'> & { node: ResolversTypes['CorrectiveAction'] }>;
  CorrectiveActionFilter: CorrectiveActionFilter;
  CorrectiveActionKind: CorrectiveActionKind;
  CorrectiveActionStatus: CorrectiveActionStatus;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DecideDispositionForEngineeringInput: DecideDispositionForEngineeringInput;
  DecideDispositionForEngineeringPayload: ResolverTypeWrapper<Omit<DecideDispositionForEngineeringPayload, 'disposition' | 'errors'> & { disposition?: Maybe<ResolversTypes['Disposition']>, errors: Array<ResolversTypes['UserError']> }>;
  DecideDispositionForQualityInput: DecideDispositionForQualityInput;
  DecideDispositionForQualityPayload: ResolverTypeWrapper<Omit<DecideDispositionForQualityPayload, 'disposition' | 'errors'> & { disposition?: Maybe<ResolversTypes['Disposition']>, errors: Array<ResolversTypes['UserError']> }>;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  DisciplinesIncompleteError: ResolverTypeWrapper<UserErrorData>;
  Disposition: ResolverTypeWrapper<DispositionRow>;
  DispositionApproval: ResolverTypeWrapper<DispositionApprovalRow>;
  DispositionKind: DispositionKind;
  DispositionStatus: DispositionStatus;
  EightD: ResolverTypeWrapper<NonConformanceRow>;
  EightDDiscipline: EightDDiscipline;
  EightDMember: ResolverTypeWrapper<EightDMemberRow>;
  EightDStep: ResolverTypeWrapper<EightDStepModel>;
  Equipment: ResolverTypeWrapper<{ id: string }>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  IllegalTransitionError: ResolverTypeWrapper<IllegalTransitionError>;
  ImplementCorrectiveActionInput: ImplementCorrectiveActionInput;
  ImplementCorrectiveActionPayload: ResolverTypeWrapper<Omit<ImplementCorrectiveActionPayload, 'correctiveAction' | 'errors'> & { correctiveAction?: Maybe<ResolversTypes['CorrectiveAction']>, errors: Array<ResolversTypes['UserError']> }>;
  InvalidInputError: ResolverTypeWrapper<InvalidInputError>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  Material: ResolverTypeWrapper<Material>;
  MaterialDefinition: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['MaterialDefinition']>;
  MaterialLot: ResolverTypeWrapper<{ id: string }>;
  MeasurementInput: MeasurementInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NonConformance: ResolverTypeWrapper<NonConformanceRow>;
  NonConformanceConnection: ResolverTypeWrapper<Omit<NonConformanceConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['NonConformanceEdge']>, nodes: Array<ResolversTypes['NonConformance']> }>;
  NonConformanceEdge: ResolverTypeWrapper<Omit<NonConformanceEdge, 'node'> & { node: ResolversTypes['NonConformance'] }>;
  NonConformanceFilter: NonConformanceFilter;
  NonConformanceHistoryConnection: ResolverTypeWrapper<Omit<NonConformanceHistoryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversTypes['NonConformanceHistoryEdge']>, nodes: Array<ResolversTypes['NonConformanceHistoryEntry']> }>;
  NonConformanceHistoryEdge: ResolverTypeWrapper<Omit<NonConformanceHistoryEdge, 'node'> & { node: ResolversTypes['NonConformanceHistoryEntry'] }>;
  NonConformanceHistoryEntry: ResolverTypeWrapper<NonConformanceHistoryRow>;
  NonConformanceMeasurement: ResolverTypeWrapper<NonConformanceMeasurement>;
  NonConformanceSeverity: NonConformanceSeverity;
  NonConformanceSource: NonConformanceSource;
  NonConformanceStatus: NonConformanceStatus;
  NotFoundError: ResolverTypeWrapper<NotFoundError>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  ParetoDimension: ParetoDimension;
  ParetoLine: ResolverTypeWrapper<ParetoLine>;
  Part: ResolverTypeWrapper<Part>;
  PartRevision: ResolverTypeWrapper<PartRevision>;
  PlanCorrectiveActionInput: PlanCorrectiveActionInput;
  PlanCorrectiveActionPayload: ResolverTypeWrapper<Omit<PlanCorrectiveActionPayload, 'correctiveAction' | 'errors'> & { correctiveAction?: Maybe<ResolversTypes['CorrectiveAction']>, errors: Array<ResolversTypes['UserError']> }>;
  ProposeDispositionInput: ProposeDispositionInput;
  ProposeDispositionPayload: ResolverTypeWrapper<Omit<ProposeDispositionPayload, 'disposition' | 'errors'> & { disposition?: Maybe<ResolversTypes['Disposition']>, errors: Array<ResolversTypes['UserError']> }>;
  QualityHold: QualityHold;
  Quantity: ResolverTypeWrapper<Quantity>;
  QuantityInput: QuantityInput;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RaiseNonConformanceInput: RaiseNonConformanceInput;
  RaiseNonConformancePayload: ResolverTypeWrapper<Omit<RaiseNonConformancePayload, 'errors' | 'nonConformance'> & { errors: Array<ResolversTypes['UserError']>, nonConformance?: Maybe<ResolversTypes['NonConformance']> }>;
  RecordCustomerDecisionInput: RecordCustomerDecisionInput;
  RecordCustomerDecisionPayload: ResolverTypeWrapper<Omit<RecordCustomerDecisionPayload, 'disposition' | 'errors'> & { disposition?: Maybe<ResolversTypes['Disposition']>, errors: Array<ResolversTypes['UserError']> }>;
  RecordRootCauseInput: RecordRootCauseInput;
  RecordRootCausePayload: ResolverTypeWrapper<Omit<RecordRootCausePayload, 'errors' | 'nonConformance'> & { errors: Array<ResolversTypes['UserError']>, nonConformance?: Maybe<ResolversTypes['NonConformance']> }>;
  ReopenNonConformanceInput: ReopenNonConformanceInput;
  ReopenNonConformancePayload: ResolverTypeWrapper<Omit<ReopenNonConformancePayload, 'errors' | 'nonConformance'> & { errors: Array<ResolversTypes['UserError']>, nonConformance?: Maybe<ResolversTypes['NonConformance']> }>;
  ReviewNonConformanceInput: ReviewNonConformanceInput;
  ReviewNonConformancePayload: ResolverTypeWrapper<Omit<ReviewNonConformancePayload, 'errors' | 'nonConformance'> & { errors: Array<ResolversTypes['UserError']>, nonConformance?: Maybe<ResolversTypes['NonConformance']> }>;
  RootCause: ResolverTypeWrapper<RootCause>;
  RootCauseCategory: RootCauseCategory;
  RuleViolationError: ResolverTypeWrapper<RuleViolationError>;
  SerializedPart: ResolverTypeWrapper<{ id: string }>;
  SetEightDTeamInput: SetEightDTeamInput;
  SetEightDTeamPayload: ResolverTypeWrapper<Omit<SetEightDTeamPayload, 'errors' | 'nonConformance'> & { errors: Array<ResolversTypes['UserError']>, nonConformance?: Maybe<ResolversTypes['NonConformance']> }>;
  Site: ResolverTypeWrapper<Site>;
  UpdateEightDStepInput: UpdateEightDStepInput;
  UpdateEightDStepPayload: ResolverTypeWrapper<Omit<UpdateEightDStepPayload, 'errors' | 'nonConformance'> & { errors: Array<ResolversTypes['UserError']>, nonConformance?: Maybe<ResolversTypes['NonConformance']> }>;
  User: ResolverTypeWrapper<User>;
  UserError: ResolverTypeWrapper<UserErrorData>;
  VerifyCorrectiveActionInput: VerifyCorrectiveActionInput;
  VerifyCorrectiveActionPayload: ResolverTypeWrapper<Omit<VerifyCorrectiveActionPayload, 'correctiveAction' | 'errors'> & { correctiveAction?: Maybe<ResolversTypes['CorrectiveAction']>, errors: Array<ResolversTypes['UserError']> }>;
  WorkOrder: ResolverTypeWrapper<{ id: string }>;
  WorkOrderOperation: ResolverTypeWrapper<WorkOrderOperation>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Actor: ResolversUnionTypes<ResolversParentTypes>['Actor'];
  AddAffectedItemsInput: AddAffectedItemsInput;
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  AddAffectedItemsPayload: Omit<AddAffectedItemsPayload, 'errors' | 'nonConformance'> & { errors: Array<ResolversParentTypes['UserError']>, nonConformance?: Maybe<ResolversParentTypes['NonConformance']> };
  AffectedEntity: ResolversUnionTypes<ResolversParentTypes>['AffectedEntity'];
  AffectedItem: AffectedItemRow;
  AffectedLotInput: AffectedLotInput;
  AffectedOrderInput: AffectedOrderInput;
  ApiClient: ApiClient;
  CancelNonConformanceInput: CancelNonConformanceInput;
  CancelNonConformancePayload: Omit<CancelNonConformancePayload, 'errors' | 'nonConformance'> & { errors: Array<ResolversParentTypes['UserError']>, nonConformance?: Maybe<ResolversParentTypes['NonConformance']> };
  CarryOutDispositionInput: CarryOutDispositionInput;
  CarryOutDispositionPayload: Omit<CarryOutDispositionPayload, 'disposition' | 'errors'> & { disposition?: Maybe<ResolversParentTypes['Disposition']>, errors: Array<ResolversParentTypes['UserError']> };
  ChangeNonConformanceInput: ChangeNonConformanceInput;
  ChangeNonConformancePayload: Omit<ChangeNonConformancePayload, 'errors' | 'nonConformance'> & { errors: Array<ResolversParentTypes['UserError']>, nonConformance?: Maybe<ResolversParentTypes['NonConformance']> };
  CloseNonConformanceInput: CloseNonConformanceInput;
  CloseNonConformancePayload: Omit<CloseNonConformancePayload, 'errors' | 'nonConformance'> & { errors: Array<ResolversParentTypes['UserError']>, nonConformance?: Maybe<ResolversParentTypes['NonConformance']> };
  CompleteEightDStepInput: CompleteEightDStepInput;
  CompleteEightDStepPayload: Omit<CompleteEightDStepPayload, 'errors' | 'nonConformance'> & { errors: Array<ResolversParentTypes['UserError']>, nonConformance?: Maybe<ResolversParentTypes['NonConformance']> };
  ContainNonConformanceInput: ContainNonConformanceInput;
  ContainNonConformancePayload: Omit<ContainNonConformancePayload, 'errors' | 'nonConformance'> & { errors: Array<ResolversParentTypes['UserError']>, nonConformance?: Maybe<ResolversParentTypes['NonConformance']> };
  CorrectiveAction: CorrectiveActionRow;
  Boolean: Scalars['Boolean']['output'];
  CorrectiveActionConnection: Omit<CorrectiveActionConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['CorrectiveActionEdge']>, nodes: Array<ResolversParentTypes['CorrectiveAction']> };
  CorrectiveActionEdge: Omit<CorrectiveActionEdge, 'node'> & { node: ResolversParentTypes['CorrectiveAction'] };
  CorrectiveActionFilter: CorrectiveActionFilter;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DecideDispositionForEngineeringInput: DecideDispositionForEngineeringInput;
  DecideDispositionForEngineeringPayload: Omit<DecideDispositionForEngineeringPayload, 'disposition' | 'errors'> & { disposition?: Maybe<ResolversParentTypes['Disposition']>, errors: Array<ResolversParentTypes['UserError']> };
  DecideDispositionForQualityInput: DecideDispositionForQualityInput;
  DecideDispositionForQualityPayload: Omit<DecideDispositionForQualityPayload, 'disposition' | 'errors'> & { disposition?: Maybe<ResolversParentTypes['Disposition']>, errors: Array<ResolversParentTypes['UserError']> };
  Decimal: Scalars['Decimal']['output'];
  DisciplinesIncompleteError: UserErrorData;
  Disposition: DispositionRow;
  DispositionApproval: DispositionApprovalRow;
  EightD: NonConformanceRow;
  EightDMember: EightDMemberRow;
  EightDStep: EightDStepModel;
  Equipment: { id: string };
  Int: Scalars['Int']['output'];
  IllegalTransitionError: IllegalTransitionError;
  ImplementCorrectiveActionInput: ImplementCorrectiveActionInput;
  ImplementCorrectiveActionPayload: Omit<ImplementCorrectiveActionPayload, 'correctiveAction' | 'errors'> & { correctiveAction?: Maybe<ResolversParentTypes['CorrectiveAction']>, errors: Array<ResolversParentTypes['UserError']> };
  InvalidInputError: InvalidInputError;
  JSON: Scalars['JSON']['output'];
  Material: Material;
  MaterialDefinition: ResolversUnionTypes<ResolversParentTypes>['MaterialDefinition'];
  MaterialLot: { id: string };
  MeasurementInput: MeasurementInput;
  Mutation: Record<PropertyKey, never>;
  NonConformance: NonConformanceRow;
  NonConformanceConnection: Omit<NonConformanceConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['NonConformanceEdge']>, nodes: Array<ResolversParentTypes['NonConformance']> };
  NonConformanceEdge: Omit<NonConformanceEdge, 'node'> & { node: ResolversParentTypes['NonConformance'] };
  NonConformanceFilter: NonConformanceFilter;
  NonConformanceHistoryConnection: Omit<NonConformanceHistoryConnection, 'edges' | 'nodes'> & { edges: Array<ResolversParentTypes['NonConformanceHistoryEdge']>, nodes: Array<ResolversParentTypes['NonConformanceHistoryEntry']> };
  NonConformanceHistoryEdge: Omit<NonConformanceHistoryEdge, 'node'> & { node: ResolversParentTypes['NonConformanceHistoryEntry'] };
  NonConformanceHistoryEntry: NonConformanceHistoryRow;
  NonConformanceMeasurement: NonConformanceMeasurement;
  NotFoundError: NotFoundError;
  PageInfo: PageInfo;
  ParetoLine: ParetoLine;
  Part: Part;
  PartRevision: PartRevision;
  PlanCorrectiveActionInput: PlanCorrectiveActionInput;
  PlanCorrectiveActionPayload: Omit<PlanCorrectiveActionPayload, 'correctiveAction' | 'errors'> & { correctiveAction?: Maybe<ResolversParentTypes['CorrectiveAction']>, errors: Array<ResolversParentTypes['UserError']> };
  ProposeDispositionInput: ProposeDispositionInput;
  ProposeDispositionPayload: Omit<ProposeDispositionPayload, 'disposition' | 'errors'> & { disposition?: Maybe<ResolversParentTypes['Disposition']>, errors: Array<ResolversParentTypes['UserError']> };
  Quantity: Quantity;
  QuantityInput: QuantityInput;
  Query: Record<PropertyKey, never>;
  RaiseNonConformanceInput: RaiseNonConformanceInput;
  RaiseNonConformancePayload: Omit<RaiseNonConformancePayload, 'errors' | 'nonConformance'> & { errors: Array<ResolversParentTypes['UserError']>, nonConformance?: Maybe<ResolversParentTypes['NonConformance']> };
  RecordCustomerDecisionInput: RecordCustomerDecisionInput;
  RecordCustomerDecisionPayload: Omit<RecordCustomerDecisionPayload, 'disposition' | 'errors'> & { disposition?: Maybe<ResolversParentTypes['Disposition']>, errors: Array<ResolversParentTypes['UserError']> };
  RecordRootCauseInput: RecordRootCauseInput;
  RecordRootCausePayload: Omit<RecordRootCausePayload, 'errors' | 'nonConformance'> & { errors: Array<ResolversParentTypes['UserError']>, nonConformance?: Maybe<ResolversParentTypes['NonConformance']> };
  ReopenNonConformanceInput: ReopenNonConformanceInput;
  ReopenNonConformancePayload: Omit<ReopenNonConformancePayload, 'errors' | 'nonConformance'> & { errors: Array<ResolversParentTypes['UserError']>, nonConformance?: Maybe<ResolversParentTypes['NonConformance']> };
  ReviewNonConformanceInput: ReviewNonConformanceInput;
  ReviewNonConformancePayload: Omit<ReviewNonConformancePayload, 'errors' | 'nonConformance'> & { errors: Array<ResolversParentTypes['UserError']>, nonConformance?: Maybe<ResolversParentTypes['NonConformance']> };
  RootCause: RootCause;
  RuleViolationError: RuleViolationError;
  SerializedPart: { id: string };
  SetEightDTeamInput: SetEightDTeamInput;
  SetEightDTeamPayload: Omit<SetEightDTeamPayload, 'errors' | 'nonConformance'> & { errors: Array<ResolversParentTypes['UserError']>, nonConformance?: Maybe<ResolversParentTypes['NonConformance']> };
  Site: Site;
  UpdateEightDStepInput: UpdateEightDStepInput;
  UpdateEightDStepPayload: Omit<UpdateEightDStepPayload, 'errors' | 'nonConformance'> & { errors: Array<ResolversParentTypes['UserError']>, nonConformance?: Maybe<ResolversParentTypes['NonConformance']> };
  User: User;
  UserError: UserErrorData;
  VerifyCorrectiveActionInput: VerifyCorrectiveActionInput;
  VerifyCorrectiveActionPayload: Omit<VerifyCorrectiveActionPayload, 'correctiveAction' | 'errors'> & { correctiveAction?: Maybe<ResolversParentTypes['CorrectiveAction']>, errors: Array<ResolversParentTypes['UserError']> };
  WorkOrder: { id: string };
  WorkOrderOperation: WorkOrderOperation;
};

export type ActorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Actor'] = ResolversParentTypes['Actor']> = {
  __resolveType: TypeResolveFn<'ApiClient' | 'User', ParentType, ContextType>;
};

export type AddAffectedItemsPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddAffectedItemsPayload'] = ResolversParentTypes['AddAffectedItemsPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  nonConformance?: Resolver<Maybe<ResolversTypes['NonConformance']>, ParentType, ContextType>;
};

export type AffectedEntityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AffectedEntity'] = ResolversParentTypes['AffectedEntity']> = {
  __resolveType: TypeResolveFn<'MaterialLot' | 'SerializedPart' | 'WorkOrder', ParentType, ContextType>;
};

export type AffectedItemResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AffectedItem'] = ResolversParentTypes['AffectedItem']> = {
  dispositions?: Resolver<Array<ResolversTypes['Disposition']>, ParentType, ContextType>;
  entity?: Resolver<Maybe<ResolversTypes['AffectedEntity']>, ParentType, ContextType>;
  hold?: Resolver<ResolversTypes['QualityHold'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['AffectedItemType'], ParentType, ContextType>;
};

export type ApiClientResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApiClient'] = ResolversParentTypes['ApiClient']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CancelNonConformancePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelNonConformancePayload'] = ResolversParentTypes['CancelNonConformancePayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  nonConformance?: Resolver<Maybe<ResolversTypes['NonConformance']>, ParentType, ContextType>;
};

export type CarryOutDispositionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CarryOutDispositionPayload'] = ResolversParentTypes['CarryOutDispositionPayload']> = {
  disposition?: Resolver<Maybe<ResolversTypes['Disposition']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ChangeNonConformancePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChangeNonConformancePayload'] = ResolversParentTypes['ChangeNonConformancePayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  nonConformance?: Resolver<Maybe<ResolversTypes['NonConformance']>, ParentType, ContextType>;
};

export type CloseNonConformancePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CloseNonConformancePayload'] = ResolversParentTypes['CloseNonConformancePayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  nonConformance?: Resolver<Maybe<ResolversTypes['NonConformance']>, ParentType, ContextType>;
};

export type CompleteEightDStepPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CompleteEightDStepPayload'] = ResolversParentTypes['CompleteEightDStepPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  nonConformance?: Resolver<Maybe<ResolversTypes['NonConformance']>, ParentType, ContextType>;
};

export type ContainNonConformancePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ContainNonConformancePayload'] = ResolversParentTypes['ContainNonConformancePayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  nonConformance?: Resolver<Maybe<ResolversTypes['NonConformance']>, ParentType, ContextType>;
};

export type CorrectiveActionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CorrectiveAction'] = ResolversParentTypes['CorrectiveAction'], FederationReferenceType extends FederationReferenceTypes['CorrectiveAction'] = FederationReferenceTypes['CorrectiveAction']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['CorrectiveAction']> | FederationReferenceType, FederationReferenceType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dueAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  evidence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  implementedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  implementedBy?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  implementedByName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CorrectiveActionKind'], ParentType, ContextType>;
  nonConformance?: Resolver<ResolversTypes['NonConformance'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  ownerUsername?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CorrectiveActionStatus'], ParentType, ContextType>;
  verification?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  verifiedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  verifiedBy?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  verifiedByName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CorrectiveActionConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CorrectiveActionConnection'] = ResolversParentTypes['CorrectiveActionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CorrectiveActionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['CorrectiveAction']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type CorrectiveActionEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CorrectiveActionEdge'] = ResolversParentTypes['CorrectiveActionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CorrectiveAction'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DecideDispositionForEngineeringPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DecideDispositionForEngineeringPayload'] = ResolversParentTypes['DecideDispositionForEngineeringPayload']> = {
  disposition?: Resolver<Maybe<ResolversTypes['Disposition']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DecideDispositionForQualityPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DecideDispositionForQualityPayload'] = ResolversParentTypes['DecideDispositionForQualityPayload']> = {
  disposition?: Resolver<Maybe<ResolversTypes['Disposition']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type DisciplinesIncompleteErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DisciplinesIncompleteError'] = ResolversParentTypes['DisciplinesIncompleteError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  disciplines?: Resolver<Array<ResolversTypes['EightDDiscipline']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DispositionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Disposition'] = ResolversParentTypes['Disposition'], FederationReferenceType extends FederationReferenceTypes['Disposition'] = FederationReferenceTypes['Disposition']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Disposition']> | FederationReferenceType, FederationReferenceType, ContextType>;
  approvals?: Resolver<Array<ResolversTypes['DispositionApproval']>, ParentType, ContextType>;
  carriedOutAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  carriedOutBy?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  carriedOutByName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  instructions?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  item?: Resolver<ResolversTypes['AffectedItem'], ParentType, ContextType>;
  justification?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DispositionKind'], ParentType, ContextType>;
  nonConformance?: Resolver<ResolversTypes['NonConformance'], ParentType, ContextType>;
  proposedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  proposedBy?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  proposedByName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  requiredApprovals?: Resolver<Array<ResolversTypes['ApprovalRole']>, ParentType, ContextType>;
  result?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DispositionStatus'], ParentType, ContextType>;
};

export type DispositionApprovalResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DispositionApproval'] = ResolversParentTypes['DispositionApproval']> = {
  comment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decidedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  decidedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  decidedByName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  decision?: Resolver<ResolversTypes['ApprovalDecision'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['ApprovalRole'], ParentType, ContextType>;
};

export type EightDResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EightD'] = ResolversParentTypes['EightD']> = {
  open?: Resolver<Array<ResolversTypes['EightDDiscipline']>, ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['EightDStep']>, ParentType, ContextType>;
  team?: Resolver<Array<ResolversTypes['EightDMember']>, ParentType, ContextType>;
};

export type EightDMemberResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EightDMember'] = ResolversParentTypes['EightDMember']> = {
  leader?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  user?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  username?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type EightDStepResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EightDStep'] = ResolversParentTypes['EightDStep']> = {
  completedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  completedBy?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  completedByName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  content?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  discipline?: Resolver<ResolversTypes['EightDDiscipline'], ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  required?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  responsible?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  responsibleName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EquipmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Equipment'] = ResolversParentTypes['Equipment'], FederationReferenceType extends FederationReferenceTypes['Equipment'] = FederationReferenceTypes['Equipment']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Equipment']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nonConformances?: Resolver<Maybe<ResolversTypes['NonConformanceConnection']>, ParentType, ContextType, RequireFields<EquipmentNonConformancesArgs, 'first'>>;
};

export type IllegalTransitionErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IllegalTransitionError'] = ResolversParentTypes['IllegalTransitionError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ImplementCorrectiveActionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ImplementCorrectiveActionPayload'] = ResolversParentTypes['ImplementCorrectiveActionPayload']> = {
  correctiveAction?: Resolver<Maybe<ResolversTypes['CorrectiveAction']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
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
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nonConformances?: Resolver<Maybe<ResolversTypes['NonConformanceConnection']>, ParentType, ContextType, RequireFields<MaterialLotNonConformancesArgs, 'first'>>;
  qualityHold?: Resolver<Maybe<ResolversTypes['QualityHold']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addAffectedItems?: Resolver<ResolversTypes['AddAffectedItemsPayload'], ParentType, ContextType, RequireFields<MutationAddAffectedItemsArgs, 'input'>>;
  cancelNonConformance?: Resolver<ResolversTypes['CancelNonConformancePayload'], ParentType, ContextType, RequireFields<MutationCancelNonConformanceArgs, 'input'>>;
  carryOutDisposition?: Resolver<ResolversTypes['CarryOutDispositionPayload'], ParentType, ContextType, RequireFields<MutationCarryOutDispositionArgs, 'input'>>;
  changeNonConformance?: Resolver<ResolversTypes['ChangeNonConformancePayload'], ParentType, ContextType, RequireFields<MutationChangeNonConformanceArgs, 'input'>>;
  closeNonConformance?: Resolver<ResolversTypes['CloseNonConformancePayload'], ParentType, ContextType, RequireFields<MutationCloseNonConformanceArgs, 'input'>>;
  completeEightDStep?: Resolver<ResolversTypes['CompleteEightDStepPayload'], ParentType, ContextType, RequireFields<MutationCompleteEightDStepArgs, 'input'>>;
  containNonConformance?: Resolver<ResolversTypes['ContainNonConformancePayload'], ParentType, ContextType, RequireFields<MutationContainNonConformanceArgs, 'input'>>;
  decideDispositionForEngineering?: Resolver<ResolversTypes['DecideDispositionForEngineeringPayload'], ParentType, ContextType, RequireFields<MutationDecideDispositionForEngineeringArgs, 'input'>>;
  decideDispositionForQuality?: Resolver<ResolversTypes['DecideDispositionForQualityPayload'], ParentType, ContextType, RequireFields<MutationDecideDispositionForQualityArgs, 'input'>>;
  implementCorrectiveAction?: Resolver<ResolversTypes['ImplementCorrectiveActionPayload'], ParentType, ContextType, RequireFields<MutationImplementCorrectiveActionArgs, 'input'>>;
  planCorrectiveAction?: Resolver<ResolversTypes['PlanCorrectiveActionPayload'], ParentType, ContextType, RequireFields<MutationPlanCorrectiveActionArgs, 'input'>>;
  proposeDisposition?: Resolver<ResolversTypes['ProposeDispositionPayload'], ParentType, ContextType, RequireFields<MutationProposeDispositionArgs, 'input'>>;
  raiseNonConformance?: Resolver<ResolversTypes['RaiseNonConformancePayload'], ParentType, ContextType, RequireFields<MutationRaiseNonConformanceArgs, 'input'>>;
  recordCustomerDecision?: Resolver<ResolversTypes['RecordCustomerDecisionPayload'], ParentType, ContextType, RequireFields<MutationRecordCustomerDecisionArgs, 'input'>>;
  recordRootCause?: Resolver<ResolversTypes['RecordRootCausePayload'], ParentType, ContextType, RequireFields<MutationRecordRootCauseArgs, 'input'>>;
  reopenNonConformance?: Resolver<ResolversTypes['ReopenNonConformancePayload'], ParentType, ContextType, RequireFields<MutationReopenNonConformanceArgs, 'input'>>;
  reviewNonConformance?: Resolver<ResolversTypes['ReviewNonConformancePayload'], ParentType, ContextType, RequireFields<MutationReviewNonConformanceArgs, 'input'>>;
  setEightDTeam?: Resolver<ResolversTypes['SetEightDTeamPayload'], ParentType, ContextType, RequireFields<MutationSetEightDTeamArgs, 'input'>>;
  updateEightDStep?: Resolver<ResolversTypes['UpdateEightDStepPayload'], ParentType, ContextType, RequireFields<MutationUpdateEightDStepArgs, 'input'>>;
  verifyCorrectiveAction?: Resolver<ResolversTypes['VerifyCorrectiveActionPayload'], ParentType, ContextType, RequireFields<MutationVerifyCorrectiveActionArgs, 'input'>>;
};

export type NonConformanceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NonConformance'] = ResolversParentTypes['NonConformance'], FederationReferenceType extends FederationReferenceTypes['NonConformance'] = FederationReferenceTypes['NonConformance']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['NonConformance']> | FederationReferenceType, FederationReferenceType, ContextType>;
  actions?: Resolver<Array<ResolversTypes['CorrectiveAction']>, ParentType, ContextType>;
  affected?: Resolver<Array<ResolversTypes['AffectedItem']>, ParentType, ContextType>;
  cancelReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  closedBy?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  closedByName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  containedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  containedBy?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  containedByName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  containment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  defectCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  definition?: Resolver<Maybe<ResolversTypes['MaterialDefinition']>, ParentType, ContextType>;
  definitionNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  detectedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  detectedBy?: Resolver<Maybe<ResolversTypes['User']>, ParentType, ContextType>;
  detectedByName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  dispositions?: Resolver<Array<ResolversTypes['Disposition']>, ParentType, ContextType>;
  eightD?: Resolver<ResolversTypes['EightD'], ParentType, ContextType>;
  equipment?: Resolver<Maybe<ResolversTypes['Equipment']>, ParentType, ContextType>;
  history?: Resolver<ResolversTypes['NonConformanceHistoryConnection'], ParentType, ContextType, RequireFields<NonConformanceHistoryArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  measurement?: Resolver<Maybe<ResolversTypes['NonConformanceMeasurement']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operation?: Resolver<Maybe<ResolversTypes['WorkOrderOperation']>, ParentType, ContextType>;
  operationNumber?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  partRevision?: Resolver<Maybe<ResolversTypes['PartRevision']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Quantity'], ParentType, ContextType>;
  raisedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  raisedBy?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  raisedByName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revision?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rootCause?: Resolver<Maybe<ResolversTypes['RootCause']>, ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['NonConformanceSeverity'], ParentType, ContextType>;
  site?: Resolver<Maybe<ResolversTypes['Site']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['NonConformanceSource'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['NonConformanceStatus'], ParentType, ContextType>;
  workCenterCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  workOrder?: Resolver<Maybe<ResolversTypes['WorkOrder']>, ParentType, ContextType>;
};

export type NonConformanceConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NonConformanceConnection'] = ResolversParentTypes['NonConformanceConnection']> = {
  edges?: Resolver<Array<ResolversTypes['NonConformanceEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['NonConformance']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type NonConformanceEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NonConformanceEdge'] = ResolversParentTypes['NonConformanceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['NonConformance'], ParentType, ContextType>;
};

export type NonConformanceHistoryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NonConformanceHistoryConnection'] = ResolversParentTypes['NonConformanceHistoryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['NonConformanceHistoryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['NonConformanceHistoryEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type NonConformanceHistoryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NonConformanceHistoryEdge'] = ResolversParentTypes['NonConformanceHistoryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['NonConformanceHistoryEntry'], ParentType, ContextType>;
};

export type NonConformanceHistoryEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NonConformanceHistoryEntry'] = ResolversParentTypes['NonConformanceHistoryEntry']> = {
  action?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  actor?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  actorName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  new?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  old?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type NonConformanceMeasurementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NonConformanceMeasurement'] = ResolversParentTypes['NonConformanceMeasurement']> = {
  actual?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  characteristic?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  deviation?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  lowerLimit?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  nominal?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
  unit?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  upperLimit?: Resolver<Maybe<ResolversTypes['Decimal']>, ParentType, ContextType>;
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

export type ParetoLineResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ParetoLine'] = ResolversParentTypes['ParetoLine']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cumulativePercent?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  key?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PartResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Part'] = ResolversParentTypes['Part']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PartRevisionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PartRevision'] = ResolversParentTypes['PartRevision']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type PlanCorrectiveActionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PlanCorrectiveActionPayload'] = ResolversParentTypes['PlanCorrectiveActionPayload']> = {
  correctiveAction?: Resolver<Maybe<ResolversTypes['CorrectiveAction']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ProposeDispositionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ProposeDispositionPayload'] = ResolversParentTypes['ProposeDispositionPayload']> = {
  disposition?: Resolver<Maybe<ResolversTypes['Disposition']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type QuantityResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Quantity'] = ResolversParentTypes['Quantity']> = {
  unit?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  correctiveAction?: Resolver<Maybe<ResolversTypes['CorrectiveAction']>, ParentType, ContextType, RequireFields<QueryCorrectiveActionArgs, 'id'>>;
  correctiveActions?: Resolver<ResolversTypes['CorrectiveActionConnection'], ParentType, ContextType, RequireFields<QueryCorrectiveActionsArgs, 'first'>>;
  disposition?: Resolver<Maybe<ResolversTypes['Disposition']>, ParentType, ContextType, RequireFields<QueryDispositionArgs, 'id'>>;
  nonConformance?: Resolver<Maybe<ResolversTypes['NonConformance']>, ParentType, ContextType, RequireFields<QueryNonConformanceArgs, 'id'>>;
  nonConformanceByNumber?: Resolver<Maybe<ResolversTypes['NonConformance']>, ParentType, ContextType, RequireFields<QueryNonConformanceByNumberArgs, 'number'>>;
  nonConformancePareto?: Resolver<Array<ResolversTypes['ParetoLine']>, ParentType, ContextType, RequireFields<QueryNonConformanceParetoArgs, 'by' | 'from' | 'to'>>;
  nonConformances?: Resolver<ResolversTypes['NonConformanceConnection'], ParentType, ContextType, RequireFields<QueryNonConformancesArgs, 'first'>>;
};

export type RaiseNonConformancePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RaiseNonConformancePayload'] = ResolversParentTypes['RaiseNonConformancePayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  nonConformance?: Resolver<Maybe<ResolversTypes['NonConformance']>, ParentType, ContextType>;
};

export type RecordCustomerDecisionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordCustomerDecisionPayload'] = ResolversParentTypes['RecordCustomerDecisionPayload']> = {
  disposition?: Resolver<Maybe<ResolversTypes['Disposition']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RecordRootCausePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RecordRootCausePayload'] = ResolversParentTypes['RecordRootCausePayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  nonConformance?: Resolver<Maybe<ResolversTypes['NonConformance']>, ParentType, ContextType>;
};

export type ReopenNonConformancePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReopenNonConformancePayload'] = ResolversParentTypes['ReopenNonConformancePayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  nonConformance?: Resolver<Maybe<ResolversTypes['NonConformance']>, ParentType, ContextType>;
};

export type ReviewNonConformancePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReviewNonConformancePayload'] = ResolversParentTypes['ReviewNonConformancePayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  nonConformance?: Resolver<Maybe<ResolversTypes['NonConformance']>, ParentType, ContextType>;
};

export type RootCauseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RootCause'] = ResolversParentTypes['RootCause']> = {
  category?: Resolver<ResolversTypes['RootCauseCategory'], ParentType, ContextType>;
  statement?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  whys?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RuleViolationErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RuleViolationError'] = ResolversParentTypes['RuleViolationError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SerializedPartResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SerializedPart'] = ResolversParentTypes['SerializedPart'], FederationReferenceType extends FederationReferenceTypes['SerializedPart'] = FederationReferenceTypes['SerializedPart']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SerializedPart']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nonConformances?: Resolver<Maybe<ResolversTypes['NonConformanceConnection']>, ParentType, ContextType, RequireFields<SerializedPartNonConformancesArgs, 'first'>>;
  qualityHold?: Resolver<Maybe<ResolversTypes['QualityHold']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SetEightDTeamPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SetEightDTeamPayload'] = ResolversParentTypes['SetEightDTeamPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  nonConformance?: Resolver<Maybe<ResolversTypes['NonConformance']>, ParentType, ContextType>;
};

export type SiteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Site'] = ResolversParentTypes['Site']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UpdateEightDStepPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UpdateEightDStepPayload'] = ResolversParentTypes['UpdateEightDStepPayload']> = {
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  nonConformance?: Resolver<Maybe<ResolversTypes['NonConformance']>, ParentType, ContextType>;
};

export type UserResolvers<ContextType = Context, ParentType extends ResolversParentTypes['User'] = ResolversParentTypes['User']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'DisciplinesIncompleteError' | 'IllegalTransitionError' | 'InvalidInputError' | 'NotFoundError' | 'RuleViolationError', ParentType, ContextType>;
};

export type VerifyCorrectiveActionPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VerifyCorrectiveActionPayload'] = ResolversParentTypes['VerifyCorrectiveActionPayload']> = {
  correctiveAction?: Resolver<Maybe<ResolversTypes['CorrectiveAction']>, ParentType, ContextType>;
  errors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type WorkOrderResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkOrder'] = ResolversParentTypes['WorkOrder'], FederationReferenceType extends FederationReferenceTypes['WorkOrder'] = FederationReferenceTypes['WorkOrder']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['WorkOrder']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nonConformances?: Resolver<Maybe<ResolversTypes['NonConformanceConnection']>, ParentType, ContextType, RequireFields<WorkOrderNonConformancesArgs, 'first'>>;
  qualityHold?: Resolver<Maybe<ResolversTypes['QualityHold']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WorkOrderOperationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WorkOrderOperation'] = ResolversParentTypes['WorkOrderOperation']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Actor?: ActorResolvers<ContextType>;
  AddAffectedItemsPayload?: AddAffectedItemsPayloadResolvers<ContextType>;
  AffectedEntity?: AffectedEntityResolvers<ContextType>;
  AffectedItem?: AffectedItemResolvers<ContextType>;
  ApiClient?: ApiClientResolvers<ContextType>;
  CancelNonConformancePayload?: CancelNonConformancePayloadResolvers<ContextType>;
  CarryOutDispositionPayload?: CarryOutDispositionPayloadResolvers<ContextType>;
  ChangeNonConformancePayload?: ChangeNonConformancePayloadResolvers<ContextType>;
  CloseNonConformancePayload?: CloseNonConformancePayloadResolvers<ContextType>;
  CompleteEightDStepPayload?: CompleteEightDStepPayloadResolvers<ContextType>;
  ContainNonConformancePayload?: ContainNonConformancePayloadResolvers<ContextType>;
  CorrectiveAction?: CorrectiveActionResolvers<ContextType>;
  CorrectiveActionConnection?: CorrectiveActionConnectionResolvers<ContextType>;
  CorrectiveActionEdge?: CorrectiveActionEdgeResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DecideDispositionForEngineeringPayload?: DecideDispositionForEngineeringPayloadResolvers<ContextType>;
  DecideDispositionForQualityPayload?: DecideDispositionForQualityPayloadResolvers<ContextType>;
  Decimal?: GraphQLScalarType;
  DisciplinesIncompleteError?: DisciplinesIncompleteErrorResolvers<ContextType>;
  Disposition?: DispositionResolvers<ContextType>;
  DispositionApproval?: DispositionApprovalResolvers<ContextType>;
  EightD?: EightDResolvers<ContextType>;
  EightDMember?: EightDMemberResolvers<ContextType>;
  EightDStep?: EightDStepResolvers<ContextType>;
  Equipment?: EquipmentResolvers<ContextType>;
  IllegalTransitionError?: IllegalTransitionErrorResolvers<ContextType>;
  ImplementCorrectiveActionPayload?: ImplementCorrectiveActionPayloadResolvers<ContextType>;
  InvalidInputError?: InvalidInputErrorResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  Material?: MaterialResolvers<ContextType>;
  MaterialDefinition?: MaterialDefinitionResolvers<ContextType>;
  MaterialLot?: MaterialLotResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NonConformance?: NonConformanceResolvers<ContextType>;
  NonConformanceConnection?: NonConformanceConnectionResolvers<ContextType>;
  NonConformanceEdge?: NonConformanceEdgeResolvers<ContextType>;
  NonConformanceHistoryConnection?: NonConformanceHistoryConnectionResolvers<ContextType>;
  NonConformanceHistoryEdge?: NonConformanceHistoryEdgeResolvers<ContextType>;
  NonConformanceHistoryEntry?: NonConformanceHistoryEntryResolvers<ContextType>;
  NonConformanceMeasurement?: NonConformanceMeasurementResolvers<ContextType>;
  NotFoundError?: NotFoundErrorResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  ParetoLine?: ParetoLineResolvers<ContextType>;
  Part?: PartResolvers<ContextType>;
  PartRevision?: PartRevisionResolvers<ContextType>;
  PlanCorrectiveActionPayload?: PlanCorrectiveActionPayloadResolvers<ContextType>;
  ProposeDispositionPayload?: ProposeDispositionPayloadResolvers<ContextType>;
  Quantity?: QuantityResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RaiseNonConformancePayload?: RaiseNonConformancePayloadResolvers<ContextType>;
  RecordCustomerDecisionPayload?: RecordCustomerDecisionPayloadResolvers<ContextType>;
  RecordRootCausePayload?: RecordRootCausePayloadResolvers<ContextType>;
  ReopenNonConformancePayload?: ReopenNonConformancePayloadResolvers<ContextType>;
  ReviewNonConformancePayload?: ReviewNonConformancePayloadResolvers<ContextType>;
  RootCause?: RootCauseResolvers<ContextType>;
  RuleViolationError?: RuleViolationErrorResolvers<ContextType>;
  SerializedPart?: SerializedPartResolvers<ContextType>;
  SetEightDTeamPayload?: SetEightDTeamPayloadResolvers<ContextType>;
  Site?: SiteResolvers<ContextType>;
  UpdateEightDStepPayload?: UpdateEightDStepPayloadResolvers<ContextType>;
  User?: UserResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  VerifyCorrectiveActionPayload?: VerifyCorrectiveActionPayloadResolvers<ContextType>;
  WorkOrder?: WorkOrderResolvers<ContextType>;
  WorkOrderOperation?: WorkOrderOperationResolvers<ContextType>;
};

