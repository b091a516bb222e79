import type { PlantClient } from '../client/plant-client.ts';
import { check } from './check.ts';
import * as documents from './documents.ts';
import type { PlannedSerial, ReplayPlan } from './plan-types.ts';
import type { Check } from './report.ts';

/** An operation as an auditor sees it: `WO-1/10 Hurco02 from to`. */
type StepText = string;

interface Node {
  id: string;
  kind: 'SERIAL' | 'LOT' | 'WORK_ORDER';
  number: string;
  part: { number: string } | null;
  steps: {
    operationNumber: number;
    workOrderNumber: string;
    equipmentCode: string;
    startedAt: string;
    completedAt: string;
  }[];
}

/** An assembly reaches its parts, their lots, their operations, machines and times. */
export async function checkGenealogies(
  client: PlantClient,
  plan: ReplayPlan,
): Promise<{ checks: Check[]; edges: number }> {
  const bySerial = new Map(plan.serials.map((serial) => [serial.number, serial]));
  const expectedSteps = stepsBySerial(plan);
  const edges = new Set<string>();
  const wrong: string[] = [];
  const assemblies = plan.serials.filter(({ components }) => components.length > 0);
  let steps = 0;
  for (const assembly of assemblies) {
    const { genealogy } = await client.query<{
      genealogy: { nodes: Node[]; edges: { id: string }[] } | null;
    }>('auditor', documents.GENEALOGY, { serial: assembly.number });
    if (!genealogy) {
      wrong.push(`${assembly.number} has no genealogy`);
      continue;
    }
    for (const edge of genealogy.edges) edges.add(edge.id);
    const seen = genealogy.nodes.map(({ number }) => number).sort();
    const expected = expectedNodes(assembly, bySerial).sort();
    if (seen.join() !== expected.join())
      wrong.push(`${assembly.number} is made of ${seen.join(', ')}, not of ${expected.join(', ')}`);
    for (const node of genealogy.nodes) {
      if (node.kind !== 'SERIAL') continue;
      steps += node.steps.length;
      const done = node.steps.map((step) =>
        stepText(
          step.workOrderNumber,
          step.operationNumber,
          step.equipmentCode,
          step.startedAt,
          step.completedAt,
        ),
      );
      const planned = expectedSteps.get(node.number) ?? [];
      if (done.sort().join('\n') !== [...planned].sort().join('\n'))
        wrong.push(`${node.number} was made by ${done.join('; ')}, not by ${planned.join('; ')}`);
      if (node.part?.number !== bySerial.get(node.number)?.partNumber)
        wrong.push(`${node.number} is a ${node.part?.number}`);
    }
  }
  const detail = `${assemblies.length} assemblies reach ${edges.size} edges and ${steps} operations with machine and times`;
  return {
    checks: [check('the genealogy of every assembly is what was recorded', wrong, detail)],
    edges: edges.size,
  };
}

function expectedNodes(serial: PlannedSerial, bySerial: ReadonlyMap<string, PlannedSerial>): string[] {
  const lots = new Set<string>();
  const numbers = [serial.number];
  for (const number of serial.components) {
    numbers.push(number);
    const lot = bySerial.get(number)?.lotNumber;
    if (lot) lots.add(lot);
  }
  return [...numbers, ...lots];
}

const stepText = (order: string, operation: number, machine: string, from: string, to: string): StepText =>
  `${order}/${operation} ${machine} ${from} ${to}`;

function stepsBySerial(plan: ReplayPlan): Map<string, StepText[]> {
  const ends = new Map(
    plan.steps.flatMap((step) => (step.kind === 'complete-operation' ? [[step.executionId, step.at]] : [])),
  );
  const steps = new Map<string, StepText[]>();
  for (const step of plan.steps) {
    if (step.kind !== 'start-operation') continue;
    const text = stepText(
      step.orderNumber,
      step.operationNumber,
      step.equipmentCode,
      step.at,
      ends.get(step.id) ?? '',
    );
    steps.set(step.serialNumber, [...(steps.get(step.serialNumber) ?? []), text]);
  }
  return steps;
}

/** A lot leads forward to exactly the assemblies that contain it, and its balance is what is left. */
export async function checkTraces(client: PlantClient, plan: ReplayPlan): Promise<Check[]> {
  const lotOf = new Map(plan.serials.map(({ number, lotNumber }) => [number, lotNumber]));
  const assemblies = plan.serials.filter(({ components }) => components.length > 0);
  const wrongTraces: string[] = [];
  const wrongBalances: string[] = [];
  for (const lot of plan.lots) {
    const { materialLotByNumber: found } = await client.query<{
      materialLotByNumber: { onHand: { value: string }; forwardTrace: { number: string }[] } | null;
    }>('auditor', documents.LOT_TRACE, { number: lot.number });
    const names = new Set(assemblies.map(({ number }) => number));
    const seen = (found?.forwardTrace ?? [])
      .map(({ number }) => number)
      .filter((number) => names.has(number));
    const expected = assemblies
      .filter(({ components }) => components.some((number) => lotOf.get(number) === lot.number))
      .map(({ number }) => number);
    if (seen.sort().join() !== expected.sort().join())
      wrongTraces.push(`${lot.number} is in ${seen.join(', ')}, not in ${expected.join(', ')}`);
    const left = Number(lot.received) - Number(lot.used);
    if (Number(found?.onHand.value) !== left)
      wrongBalances.push(`${lot.number} has ${found?.onHand.value} left, not ${left}`);
  }
  return [
    check(
      'the forward trace of every lot lists exactly the assemblies that contain it',
      wrongTraces,
      `${plan.lots.length} lots`,
    ),
    check('every lot has left what was received and not consumed', wrongBalances, `${plan.lots.length} lots`),
  ];
}
