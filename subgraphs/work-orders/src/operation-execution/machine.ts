import { invalidInput, notFound, ruleViolation, type UserErrorData } from '@machshop/server';

export interface MachineFacts {
  readonly order: { readonly siteId: string };
  readonly operation: {
    readonly number: number;
    readonly workCenterCode: string;
    readonly equipmentClass: string | null;
  };
  readonly equipment: {
    readonly code: string;
    readonly siteId: string;
    readonly workCenterCode: string;
    readonly equipmentClass: string | null;
    readonly status: string;
    readonly statusSince: Date | null;
  } | null;
}

/** Which machine was asked for, and from when on. */
export interface MachineWanted {
  readonly equipmentId: string | null;
  readonly equipmentCode: string | null;
  /** Null for an assignment: the state of the moment does not matter. */
  readonly at: Date | null;
}

const UNUSABLE: ReadonlySet<string> = new Set(['DOWN', 'MAINTENANCE', 'OUT_OF_SERVICE']);

/** Whether an operation may run on the machine; null when it may. */
export function checkMachine(facts: MachineFacts, wanted: MachineWanted): UserErrorData | null {
  const { order, operation, equipment } = facts;
  const path = ['input', wanted.equipmentId ? 'equipmentId' : 'equipmentCode'];
  if (!equipment) {
    return wanted.equipmentId || wanted.equipmentCode ? notFound(path, 'no such equipment') : null;
  }
  const ofWorkCenter = equipment.workCenterCode === operation.workCenterCode;
  const ofClass = operation.equipmentClass !== null && operation.equipmentClass === equipment.equipmentClass;
  if (equipment.siteId !== order.siteId || !(ofWorkCenter || ofClass)) {
    return invalidInput(
      path,
      'WRONG_EQUIPMENT',
      `operation ${operation.number} runs at ${operation.workCenterCode}, and ${equipment.code} is neither there nor of its class`,
    );
  }
  const { status, statusSince, code } = equipment;
  // what happened before the machine went down is told late
  if (wanted.at && UNUSABLE.has(status) && !(statusSince && wanted.at < statusSince)) {
    return ruleViolation('EQUIPMENT_UNUSABLE', `${code} is ${status}`, path);
  }
  return null;
}
