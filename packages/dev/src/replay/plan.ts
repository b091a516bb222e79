import { findAnomalies } from './anomalies.ts';
import { deterministicId } from './ids.ts';
import { ASSEMBLY_MINUTES, inventions, RAW_LOCATION, WAY_TO_BENCH_MINUTES } from './inventions.ts';
import type {
  PlannedLot,
  PlannedOrder,
  PlannedPart,
  PlannedSerial,
  ReplayPlan,
  ReplayStep,
} from './plan-types.ts';
import type { RecordedPlant } from './plant.ts';
import { ASSEMBLY_CENTER, findEquipment, findProducts, type Product } from './products.ts';
import { operationsSchedule } from './schedule.ts';
import { type PlannedAssembly, StepBuilder } from './steps.ts';
import { layOut, type Timeline } from './timeline.ts';

/** What a plan can be told. */
export interface PlanOptions {
  /** Only the first so many pieces of each part; all recorded ones when left out. */
  readonly units?: number;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const UNIT = 'EA';
/** Lots a part's raw material comes in, by the part's place in the list: so that one lot never tells them all. */
const LOT_COUNTS = [2, 3, 1];
const SPARE_PIECES = 2;
const ASSEMBLY_MS = ASSEMBLY_MINUTES * MINUTE_MS;
const WAY_TO_BENCH_MS = WAY_TO_BENCH_MINUTES * MINUTE_MS;

/** Turns what was recorded into what is played. Pure: the same recording gives the same plan, to the byte. */
export function buildPlan(plant: RecordedPlant, options: PlanOptions = {}): ReplayPlan {
  const recordedUnits = Math.max(...plant.recordings.map((recording) => recording.units));
  const units = Math.min(options.units ?? recordedUnits, recordedUnits);
  if (!(Number.isInteger(units) && units > 0))
    throw new Error('A plan needs at least one piece of each part');
  const timeline = layOut(plant.recordings, units);
  const products = findProducts(plant);
  const equipment = findEquipment(plant);
  const parts = plannedParts(products.value);
  const lots = plannedLots(parts, units);
  const serials = plannedSerials(parts, lots, units);
  const assemblies = assemble(serials, products.value, timeline);
  const orders = plannedOrders(parts, serials, products.value, timeline, assemblies);

  const firstMs = Math.min(...timeline.played.map((one) => one.startMs));
  const dayBeforeMs = floorDay(firstMs) - DAY_MS;
  const times = {
    publishedMs: dayBeforeMs + 6 * HOUR_MS,
    receivedMs: dayBeforeMs + 8 * HOUR_MS,
    releasedMs: dayBeforeMs + 12 * HOUR_MS,
  };
  const messageId = deterministicId(times.publishedMs, `${plant.name}/schedule/${units}`);
  const publishedAt = iso(times.publishedMs);
  const description = `Box assemblies of ${plant.name}, as recorded`;
  const partNumbers = new Map(products.value.map((product) => [product.recordedAs, product.partNumber]));
  const sources = {
    name: plant.name,
    times,
    messageId,
    orders,
    parts,
    lots,
    serials,
    timeline,
    assemblies,
    partNumbers,
  };
  const steps = new StepBuilder(sources).build();
  return {
    name: plant.name,
    ...equipment.value,
    locationCode: RAW_LOCATION,
    materials: parts.flatMap((part) =>
      part.rawMaterialNumber
        ? { number: part.rawMaterialNumber, name: `Raw piece for ${part.name}`, unit: UNIT }
        : [],
    ),
    parts,
    lots,
    orders,
    serials,
    schedule: {
      messageId,
      publishedAt,
      xml: operationsSchedule({ messageId, description, publishedAt, orders, parts }),
    },
    steps,
    expected: {
      orders: orders.length,
      serials: serials.length,
      lots: lots.length,
      executions: count(steps, 'start-operation'),
      skips: count(steps, 'skip-operation'),
      genealogyEdges:
        count(steps, 'consume-material') +
        steps.reduce((sum, step) => sum + (step.kind === 'assemble' ? step.components.length : 0), 0),
    },
    anomalies: [...findAnomalies(plant), ...products.anomalies],
    invented: [
      ...products.invented,
      ...equipment.invented,
      ...inventions({ parts, orders, serials, releasedMs: times.releasedMs }),
    ],
  };
}

function count(steps: readonly ReplayStep[], kind: ReplayStep['kind']): number {
  return steps.filter((step) => step.kind === kind).length;
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

function floorDay(ms: number): number {
  return Math.floor(ms / DAY_MS) * DAY_MS;
}

/** The beginning that all numbers share, up to a hyphen: `NIST-MTC-CRADA-`. */
function commonPrefix(numbers: readonly string[]): string {
  const [first = '', ...others] = numbers;
  const words = first.split('-');
  for (let length = words.length - 1; length > 0; length--) {
    const prefix = `${words.slice(0, length).join('-')}-`;
    if (others.every((number) => number.startsWith(prefix))) return prefix;
  }
  return '';
}

function plannedParts(products: readonly Product[]): PlannedPart[] {
  const made = products.map(
    (product): PlannedPart => ({
      number: product.partNumber,
      revision: product.revision,
      name: product.recordedAs,
      tracking: 'SERIAL',
      unit: UNIT,
      rawMaterialNumber: `RAW-${product.partNumber}`,
      components: [],
      routingNumber: `ROUTING-${product.partNumber}-REV-${product.revision}`,
      routing: product.routing,
    }),
  );
  const number = `${commonPrefix(made.map((part) => part.number))}ASSEMBLY`;
  const assembly: PlannedPart = {
    number,
    revision: 'A',
    name: 'Box assembly',
    tracking: 'SERIAL',
    unit: UNIT,
    rawMaterialNumber: null,
    components: made.map((part, index) => ({
      position: (index + 1) * 10,
      partNumber: part.number,
      revision: part.revision,
      quantity: '1',
    })),
    routingNumber: `ROUTING-${number}-REV-A`,
    routing: [
      {
        number: 10,
        name: 'Assemble',
        workCenterCode: ASSEMBLY_CENTER,
        equipmentClass: ASSEMBLY_CENTER,
        runSeconds: ASSEMBLY_MS / 1000,
        setupSeconds: 0,
        programs: [],
        tools: [],
      },
    ],
  };
  return [...made, assembly];
}

function lotCount(index: number): number {
  return LOT_COUNTS[index % LOT_COUNTS.length] ?? 1;
}

/** Which of a part's lots a piece is from: the first pieces from the first lot. */
function lotOf(unit: number, units: number, lots: number): number {
  return Math.floor(((unit - 1) * lots) / units) + 1;
}

function plannedLots(parts: readonly PlannedPart[], units: number): PlannedLot[] {
  return parts.flatMap((part, index) => {
    const { rawMaterialNumber } = part;
    if (!rawMaterialNumber) return [];
    const used = new Map<number, number>();
    for (let unit = 1; unit <= units; unit++) {
      const lot = lotOf(unit, units, lotCount(index));
      used.set(lot, (used.get(lot) ?? 0) + 1);
    }
    return [...used].map(
      ([lot, pieces]): PlannedLot => ({
        number: `LOT-${part.number}-${lot}`,
        materialNumber: rawMaterialNumber,
        received: String(pieces + SPARE_PIECES),
        used: String(pieces),
        unit: UNIT,
        supplierLotNumber: `SUPPLIER-${part.number}-${lot}`,
      }),
    );
  });
}

function serialNumber(partNumber: string, unit: number): string {
  return `${partNumber}-${String(unit).padStart(3, '0')}`;
}

function plannedSerials(
  parts: readonly PlannedPart[],
  lots: readonly PlannedLot[],
  units: number,
): PlannedSerial[] {
  const known = new Set(lots.map((lot) => lot.number));
  return parts.flatMap((part, index) =>
    Array.from({ length: units }, (_, i): PlannedSerial => {
      const unit = i + 1;
      const lot = `LOT-${part.number}-${lotOf(unit, units, lotCount(index))}`;
      return {
        number: serialNumber(part.number, unit),
        partNumber: part.number,
        revision: part.revision,
        unit,
        lotNumber: known.has(lot) ? lot : null,
        components: part.components.map((component) => serialNumber(component.partNumber, unit)),
      };
    }),
  );
}

/** Every assembly begins when its three pieces are done and brought, and the one bench is free. */
function assemble(
  serials: readonly PlannedSerial[],
  products: readonly Product[],
  timeline: Timeline,
): PlannedAssembly[] {
  const doneMs = (unit: number) =>
    Math.max(
      ...timeline.played.filter(({ recording }) => recording.unit === unit).map((one) => one.endMs),
      ...timeline.skipped.filter((one) => one.unit === unit).map((one) => one.atMs),
    );
  const made = new Set(products.map((product) => product.partNumber));
  const ready = serials
    .filter((serial) => !made.has(serial.partNumber))
    .map((serial) => ({ serial, readyMs: doneMs(serial.unit) + WAY_TO_BENCH_MS }))
    .sort((a, b) => a.readyMs - b.readyMs);
  let benchFreeMs = 0;
  return ready.map(({ serial, readyMs }) => {
    const startMs = Math.max(readyMs, benchFreeMs);
    benchFreeMs = startMs + ASSEMBLY_MS;
    return { serial, startMs, endMs: benchFreeMs };
  });
}

function plannedOrders(
  parts: readonly PlannedPart[],
  serials: readonly PlannedSerial[],
  products: readonly Product[],
  timeline: Timeline,
  assemblies: readonly PlannedAssembly[],
): PlannedOrder[] {
  return parts.map((part) => {
    const recordedAs = products.find((product) => product.partNumber === part.number)?.recordedAs;
    const spans = recordedAs
      ? timeline.played.filter((one) => one.recording.part === recordedAs)
      : assemblies;
    const own = serials.filter((serial) => serial.partNumber === part.number);
    return {
      number: `WO-${part.number}`,
      partNumber: part.number,
      revision: part.revision,
      quantity: String(own.length),
      unit: part.unit,
      startAt: iso(floorDay(Math.min(...spans.map((span) => span.startMs)))),
      dueAt: iso(floorDay(Math.max(...spans.map((span) => span.endMs))) + DAY_MS),
      priority: recordedAs ? 50 : 40,
      serialNumbers: own.map((serial) => serial.number),
    };
  });
}
