import type { DemoUser } from '../client/plant-client.ts';
import type { Anomaly } from './anomalies.ts';

/** Who does a step. Late reports are entered by those who may report late. */
export type ReplayRole = Extract<DemoUser, 'integration' | 'material.handler' | 'supervisor'>;

/** A machine or a bench. Work centers are made of them. */
export interface PlannedEquipment {
  /** The recorded device's name: `Hurco02`. */
  readonly code: string;
  readonly name: string;
  readonly manufacturer: string | null;
  readonly model: string | null;
  readonly equipmentClass: string;
  readonly workCenterCode: string;
}

export interface PlannedWorkCenter {
  readonly code: string;
  readonly name: string;
  /** The area of the site it stands in. */
  readonly area: string;
}

export interface PlannedMaterial {
  readonly number: string;
  readonly name: string;
  /** UN/CEFACT Rec 20. */
  readonly unit: string;
}

/** One operation of a routing. */
export interface PlannedOperation {
  /** Ten times the recorded number: OP1 is 10. */
  readonly number: number;
  /** As recorded: `OP1`. */
  readonly name: string;
  readonly workCenterCode: string;
  readonly equipmentClass: string;
  /** Median of what the program clock counted for the recorded pieces. */
  readonly runSeconds: number;
  readonly setupSeconds: number;
  /** NC programs that ran in it, as recorded. */
  readonly programs: readonly string[];
  readonly tools: readonly number[];
}

export interface PlannedComponent {
  readonly position: number;
  readonly partNumber: string;
  readonly revision: string;
  readonly quantity: string;
}

export interface PlannedPart {
  readonly number: string;
  readonly revision: string;
  readonly name: string;
  readonly tracking: 'SERIAL';
  readonly unit: string;
  /** Of raw material, for one piece; null for the assembly. */
  readonly rawMaterialNumber: string | null;
  /** The bill of material; empty for a made part. */
  readonly components: readonly PlannedComponent[];
  /** `ROUTING-<part>-REV-<revision>`: how an ERP names it. */
  readonly routingNumber: string;
  readonly routing: readonly PlannedOperation[];
}

export interface PlannedLot {
  readonly number: string;
  readonly materialNumber: string;
  readonly received: string;
  readonly used: string;
  readonly unit: string;
  readonly supplierLotNumber: string;
}

export interface PlannedSerial {
  readonly number: string;
  readonly partNumber: string;
  readonly revision: string;
  /** The recorded piece: 7 of 20. */
  readonly unit: number;
  /** The lot its raw material is taken from; null for an assembly. */
  readonly lotNumber: string | null;
  /** What is assembled into it; empty for a made part. */
  readonly components: readonly string[];
}

export interface PlannedOrder {
  readonly number: string;
  readonly partNumber: string;
  readonly revision: string;
  readonly quantity: string;
  readonly unit: string;
  readonly startAt: string;
  readonly dueAt: string;
  /** 1 is the most urgent, 100 the least. */
  readonly priority: number;
  readonly serialNumbers: readonly string[];
}

/** What every step has. Times are ISO 8601 in UTC. */
interface StepBase {
  /** Says what the step is, and is the same in every run: `WO-MTC-BOX/10/MTC-BOX-007/start`. */
  readonly key: string;
  /** A UUIDv7 made from time and key: the client-chosen id of the mutation. */
  readonly id: string;
  readonly role: ReplayRole;
  /** When it happened. */
  readonly at: string;
}

export interface ImportScheduleStep extends StepBase {
  readonly kind: 'import-schedule';
  readonly messageId: string;
}

export interface ReceiveLotStep extends StepBase {
  readonly kind: 'receive-lot';
  readonly lotNumber: string;
}

export interface ReleaseOrderStep extends StepBase {
  readonly kind: 'release-order';
  readonly orderNumber: string;
}

export interface CreateSerialsStep extends StepBase {
  readonly kind: 'create-serials';
  readonly orderNumber: string;
  readonly serialNumbers: readonly string[];
}

/** Raw material from a lot into the piece it becomes. */
export interface ConsumeMaterialStep extends StepBase {
  readonly kind: 'consume-material';
  readonly orderNumber: string;
  readonly operationNumber: number;
  readonly serialNumber: string;
  readonly lotNumber: string;
  readonly quantity: string;
  readonly unit: string;
}

interface OperationStep extends StepBase {
  readonly orderNumber: string;
  readonly operationNumber: number;
  readonly serialNumber: string;
}

export interface StartOperationStep extends OperationStep {
  readonly kind: 'start-operation';
  readonly equipmentCode: string;
  /** Null when no recording says so. Differs from `at` when a rule moved the step. */
  readonly recordedAt: string | null;
  readonly recording: string | null;
}

export interface CompleteOperationStep extends OperationStep {
  readonly kind: 'complete-operation';
  /** The `id` of the step that started it. */
  readonly executionId: string;
  readonly recordedAt: string | null;
  readonly good: string;
}

export interface SkipOperationStep extends OperationStep {
  readonly kind: 'skip-operation';
  readonly reason: string;
}

/** All pieces of the order are through this operation, or past it. */
export interface FinishOperationStep extends StepBase {
  readonly kind: 'finish-operation';
  readonly orderNumber: string;
  readonly operationNumber: number;
}

export interface AssembleStep extends OperationStep {
  readonly kind: 'assemble';
  readonly components: readonly { readonly position: number; readonly serialNumber: string }[];
}

export interface CompleteOrderStep extends StepBase {
  readonly kind: 'complete-order';
  readonly orderNumber: string;
}

export type ReplayStep =
  | ImportScheduleStep
  | ReceiveLotStep
  | ReleaseOrderStep
  | CreateSerialsStep
  | ConsumeMaterialStep
  | StartOperationStep
  | CompleteOperationStep
  | SkipOperationStep
  | FinishOperationStep
  | AssembleStep
  | CompleteOrderStep;

/** What the plant must hold when every step was played once. */
export interface ExpectedOutcome {
  readonly orders: number;
  readonly serials: number;
  readonly lots: number;
  readonly executions: number;
  readonly skips: number;
  /** Lot into piece, piece into assembly. */
  readonly genealogyEdges: number;
}

/** Everything a replay does, in order, and everything it made up. The same recording gives the same plan. */
export interface ReplayPlan {
  readonly name: string;
  readonly workCenters: readonly PlannedWorkCenter[];
  readonly equipment: readonly PlannedEquipment[];
  readonly locationCode: string;
  readonly materials: readonly PlannedMaterial[];
  /** Made parts first, the assembly last. */
  readonly parts: readonly PlannedPart[];
  readonly lots: readonly PlannedLot[];
  readonly orders: readonly PlannedOrder[];
  readonly serials: readonly PlannedSerial[];
  readonly schedule: { readonly messageId: string; readonly publishedAt: string; readonly xml: string };
  readonly steps: readonly ReplayStep[];
  readonly expected: ExpectedOutcome;
  readonly anomalies: readonly Anomaly[];
  /** Every fact that no recording holds, with the reason why it was needed. */
  readonly invented: readonly string[];
}

/** PLAYED changed the plant; FOUND was there from an earlier run. */
export type StepOutcome = 'PLAYED' | 'FOUND';
