import type { PlannedSerial, ReplayPlan, ReplayStep } from './plan-types.ts';

/** Follows a plan's steps as a plant would and collects what could not have happened. */
class PlanWalk {
  readonly faults: string[] = [];
  readonly #plan: ReplayPlan;
  readonly #serials: ReadonlyMap<string, PlannedSerial>;
  readonly #keys = new Set<string>();
  readonly #ids = new Set<string>();
  readonly #atMachine = new Map<string, string>();
  readonly #running = new Map<string, { execution: string; operation: number; machine: string }>();
  /** Operations behind each serial, in order. */
  readonly #through = new Map<string, number[]>();
  readonly #released = new Set<string>();
  readonly #created = new Set<string>();
  readonly #withMaterial = new Set<string>();
  readonly #assembledInto = new Map<string, string>();
  readonly #stock = new Map<string, bigint>();
  #lastMs = -Infinity;

  constructor(plan: ReplayPlan) {
    this.#plan = plan;
    this.#serials = new Map(plan.serials.map((serial) => [serial.number, serial]));
  }

  #fault(step: ReplayStep, what: string): void {
    this.faults.push(`${step.key}: ${what}`);
  }

  step(step: ReplayStep): void {
    const atMs = Date.parse(step.at);
    if (atMs < this.#lastMs) this.#fault(step, 'is before the step before it');
    this.#lastMs = atMs;
    if (this.#keys.has(step.key) || this.#ids.has(step.id))
      this.#fault(step, 'its key or id was there before');
    this.#keys.add(step.key);
    this.#ids.add(step.id);
    this.#apply(step);
  }

  #apply(step: ReplayStep): void {
    switch (step.kind) {
      case 'receive-lot': {
        const lot = this.#plan.lots.find((one) => one.number === step.lotNumber);
        this.#stock.set(step.lotNumber, BigInt(lot?.received ?? 0));
        return;
      }
      case 'release-order':
        this.#released.add(step.orderNumber);
        return;
      case 'create-serials':
        for (const serial of step.serialNumbers) this.#created.add(serial);
        return;
      case 'consume-material': {
        const left = (this.#stock.get(step.lotNumber) ?? 0n) - BigInt(step.quantity);
        if (left < 0n) this.#fault(step, 'the lot does not hold that much');
        if (this.#withMaterial.has(step.serialNumber)) this.#fault(step, 'the piece has its material');
        this.#stock.set(step.lotNumber, left);
        this.#withMaterial.add(step.serialNumber);
        return;
      }
      case 'start-operation':
        this.#start(step);
        return;
      case 'complete-operation':
        this.#complete(step);
        return;
      case 'skip-operation':
        if (this.#running.has(step.serialNumber)) this.#fault(step, 'the piece is being worked on');
        this.#pass(step, step.serialNumber, step.operationNumber);
        return;
      case 'assemble':
        this.#assemble(step);
        return;
      case 'finish-operation':
        this.#finish(step, step.orderNumber, step.operationNumber);
        return;
      case 'import-schedule':
      case 'complete-order':
        return;
    }
  }

  #start(step: Extract<ReplayStep, { kind: 'start-operation' }>): void {
    if (!this.#released.has(step.orderNumber)) this.#fault(step, 'the order is not released');
    if (!this.#created.has(step.serialNumber)) this.#fault(step, 'the serial does not exist');
    const busyWith = this.#atMachine.get(step.equipmentCode);
    if (busyWith) this.#fault(step, `${step.equipmentCode} is busy with ${busyWith}`);
    if (this.#running.has(step.serialNumber)) this.#fault(step, 'the piece is being worked on');
    this.#atMachine.set(step.equipmentCode, step.serialNumber);
    const running = { execution: step.id, operation: step.operationNumber, machine: step.equipmentCode };
    this.#running.set(step.serialNumber, running);
  }

  #complete(step: Extract<ReplayStep, { kind: 'complete-operation' }>): void {
    const running = this.#running.get(step.serialNumber);
    if (running?.execution !== step.executionId || running.operation !== step.operationNumber) {
      this.#fault(step, 'it was not started');
      return;
    }
    this.#running.delete(step.serialNumber);
    this.#atMachine.delete(running.machine);
    this.#pass(step, step.serialNumber, step.operationNumber);
  }

  #pass(step: ReplayStep, serial: string, operation: number): void {
    const through = this.#through.get(serial) ?? [];
    const next = this.#routing(serial)[through.length];
    if (next !== operation) this.#fault(step, `the piece's next operation is ${next ?? 'none'}`);
    this.#through.set(serial, [...through, operation]);
  }

  #routing(serial: string): number[] {
    const part = this.#plan.parts.find((one) => one.number === this.#serials.get(serial)?.partNumber);
    return part?.routing.map((operation) => operation.number) ?? [];
  }

  #isDone(serial: string): boolean {
    return this.#through.get(serial)?.length === this.#routing(serial).length;
  }

  #assemble(step: Extract<ReplayStep, { kind: 'assemble' }>): void {
    if (!this.#running.has(step.serialNumber)) this.#fault(step, 'the assembly is not being worked on');
    for (const { serialNumber } of step.components) {
      if (!this.#isDone(serialNumber)) this.#fault(step, `${serialNumber} is not through its operations`);
      const taken = this.#assembledInto.get(serialNumber);
      if (taken) this.#fault(step, `${serialNumber} is in ${taken}`);
      this.#assembledInto.set(serialNumber, step.serialNumber);
    }
  }

  #finish(step: ReplayStep, orderNumber: string, operation: number): void {
    const order = this.#plan.orders.find((one) => one.number === orderNumber);
    const missing =
      order?.serialNumbers.filter((serial) => !this.#through.get(serial)?.includes(operation)) ?? [];
    if (missing.length > 0) this.#fault(step, `${missing.join(', ')} did not pass it`);
  }

  end(): void {
    for (const serial of this.#plan.serials) {
      if (!this.#isDone(serial.number))
        this.faults.push(`${serial.number} is not through its operations at the end`);
      if (serial.lotNumber && !this.#withMaterial.has(serial.number)) {
        this.faults.push(`${serial.number} never got its material`);
      }
    }
    for (const lot of this.#plan.lots) {
      const left = this.#stock.get(lot.number);
      if (left !== BigInt(lot.received) - BigInt(lot.used))
        this.faults.push(`${lot.number} is left with ${left}`);
    }
  }
}

/** What of a plan no plant could do; empty for a sound plan. A player refuses a plan with faults. */
export function planFaults(plan: ReplayPlan): string[] {
  const walk = new PlanWalk(plan);
  for (const step of plan.steps) walk.step(step);
  walk.end();
  return walk.faults;
}
