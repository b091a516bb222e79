import { type Anomaly, operationOfProgram } from './anomalies.ts';
import type { PlannedEquipment, PlannedOperation, PlannedWorkCenter } from './plan-types.ts';
import type { RecordedPlant } from './plant.ts';
import type { Recording } from './recording.ts';
import { operationsOf } from './timeline.ts';

/** A made part as the recordings and inspection files tell of it. */
export interface Product {
  /** As the recordings' files are named: `Box`. */
  readonly recordedAs: string;
  readonly partNumber: string;
  readonly revision: string;
  readonly routing: readonly PlannedOperation[];
}

/** What was found out, and what had to be made up for it. */
export interface Finding<T> {
  readonly value: T;
  readonly invented: readonly string[];
  readonly anomalies: readonly Anomaly[];
}

/** A bench where pieces are put together; no recording has one. */
export const ASSEMBLY_CENTER = 'ASSEMBLY';
export const ASSEMBLY_BENCH = 'Bench01';
/** Used where Devices.xml does not say what a machine is. */
const UNKNOWN_MODEL = 'MACHINING';

/** The parts, by name, with number, revision and routing. */
export function findProducts(plant: RecordedPlant): Finding<Product[]> {
  const found = operationsOf(plant.recordings).map(([part, operations]) => product(plant, part, operations));
  return {
    value: found.map((one) => one.value),
    invented: found.flatMap((one) => one.invented),
    anomalies: found.flatMap((one) => one.anomalies),
  };
}

function product(plant: RecordedPlant, part: string, operations: readonly number[]): Finding<Product> {
  const recordings = plant.recordings.filter((recording) => recording.part === part);
  const programs = recordings.flatMap((recording) => recording.activity?.programs ?? []);
  const measured = plant.inspections.flatMap((inspection) => inspection.productName ?? []);
  const names = [...measured, ...programs];
  const invented: string[] = [];

  const number = names.map((name) => new RegExp(`^.*?${part}(?![a-z])`, 'i').exec(name)?.[0]).find(Boolean);
  if (!number)
    invented.push(`Part number ${part.toUpperCase()}: no program and no inspection file names the part`);
  const ofPart = (name: string) => name.toLowerCase().includes(`_${part.toLowerCase()}`);
  const revisions = (all: readonly string[]) => [
    ...new Set(
      all.filter(ofPart).flatMap((name) => /rev-([a-z])(?![a-z])/i.exec(name)?.[1]?.toUpperCase() ?? []),
    ),
  ];
  const [measuredRevision] = revisions(measured);
  const [programRevision] = revisions(programs);
  const revision = measuredRevision ?? programRevision ?? 'A';
  if (!measuredRevision && !programRevision) {
    invented.push(`Revision A of ${part}: neither its programs nor its inspection file name one`);
  }
  return {
    value: {
      recordedAs: part,
      partNumber: (number ?? part).toUpperCase().replaceAll('_', '-'),
      revision,
      routing: operations.map((operation) =>
        plannedOperation(
          plant,
          recordings.filter((recording) => recording.operation === operation),
        ),
      ),
    },
    invented,
    anomalies: disagreement(part, measuredRevision, programRevision),
  };
}

function disagreement(part: string, measured: string | undefined, programmed: string | undefined): Anomaly[] {
  if (!measured || !programmed || measured === programmed) return [];
  const detail = `the inspected model is revision ${measured}, the NC programs are named for revision ${programmed}`;
  return [{ kind: 'REVISION_DISAGREES', where: part, detail, rule: 'the inspected model decides' }];
}

function plannedOperation(plant: RecordedPlant, recordings: readonly Recording[]): PlannedOperation {
  const [first] = recordings;
  if (!first) throw new Error('An operation without recordings has no routing step');
  const activities = recordings.flatMap((recording) => recording.activity ?? []);
  const model = modelOf(plant, first.machine);
  return {
    number: first.operation * 10,
    name: `OP${first.operation}`,
    workCenterCode: model,
    equipmentClass: model,
    runSeconds: median(activities.map((activity) => activity.programSeconds)),
    setupSeconds: 0,
    programs: [...new Set(activities.flatMap((activity) => activity.programs))]
      .filter((program) => (operationOfProgram(program) ?? first.operation) === first.operation)
      .sort(),
    tools: [...new Set(activities.flatMap((activity) => activity.tools))].sort((a, b) => a - b),
  };
}

/** The middle one; of two middle ones the mean, rounded. 0 for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  const high = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return Math.round((low + high) / 2);
}

function modelOf(plant: RecordedPlant, machine: string): string {
  return plant.machines.find((facts) => facts.name === machine)?.model ?? UNKNOWN_MODEL;
}

/** The recorded machines and the assembly bench, with their work centers. */
export function findEquipment(
  plant: RecordedPlant,
): Finding<{ equipment: PlannedEquipment[]; workCenters: PlannedWorkCenter[] }> {
  const names = [...new Set(plant.recordings.map((recording) => recording.machine))].sort();
  const machines = names.map((name): PlannedEquipment => {
    const facts = plant.machines.find((machine) => machine.name === name);
    const model = modelOf(plant, name);
    return {
      code: name,
      name: facts?.description ?? name,
      manufacturer: facts?.manufacturer ?? null,
      model: facts?.model ?? null,
      equipmentClass: model,
      workCenterCode: model,
    };
  });
  const bench: PlannedEquipment = {
    code: ASSEMBLY_BENCH,
    name: 'Assembly bench 1',
    manufacturer: null,
    model: null,
    equipmentClass: ASSEMBLY_CENTER,
    workCenterCode: ASSEMBLY_CENTER,
  };
  const models = [...new Set(machines.map((machine) => machine.workCenterCode))].sort();
  const workCenters = models.map((code) => ({ code, name: `Milling, ${code}`, area: 'MACHINING' }));
  const unknown = names.filter((name) => !plant.machines.some((machine) => machine.name === name));
  return {
    value: {
      equipment: [...machines, bench],
      workCenters: [...workCenters, { code: ASSEMBLY_CENTER, name: 'Assembly', area: 'ASSEMBLY' }],
    },
    invented: [
      `Work center(s) ${models.join(', ')}: the recordings know machines only; machines of one model are put together, in an area MACHINING`,
      `Work center ${ASSEMBLY_CENTER} with ${ASSEMBLY_BENCH}: assembling is not recorded and has to happen somewhere`,
      ...unknown.map((name) => `Class ${UNKNOWN_MODEL} of machine ${name}: no Devices.xml describes it`),
    ],
    anomalies: [],
  };
}
