/** States of the PackML model (ISA-TR88.00.02) with their numbers. */
export const PACKML = {
  CLEARING: 1,
  STOPPED: 2,
  STARTING: 3,
  IDLE: 4,
  EXECUTE: 6,
  ABORTING: 8,
  ABORTED: 9,
  HOLDING: 10,
  HELD: 11,
  UNHOLDING: 12,
  RESETTING: 15,
  COMPLETING: 16,
  COMPLETE: 17,
} as const;
export type PackmlState = keyof typeof PACKML;

/** What a machine shows. */
export interface MachineValues {
  readonly state: PackmlState;
  readonly spindleSpeedRpm: number;
  /** Percent of what the spindle can. */
  readonly spindleLoadPercent: number;
  readonly feedRateMmPerMin: number;
  readonly spindleTemperatureC: number;
  readonly coolantTemperatureC: number;
  readonly partCount: number;
  readonly program: string;
  readonly toolNumber: number;
  /** The active alarm, or null. */
  readonly alarm: string | null;
}

/** A machine at a moment; made by {@link startMachine} and {@link stepMachine} only. */
export interface Machine extends MachineValues {
  /** Milliseconds until the state is over. */
  readonly leftMs: number;
  /** Milliseconds of cutting that the part still needs. */
  readonly cuttingLeftMs: number;
}

interface Cut {
  readonly speed: number;
  readonly load: number;
  readonly feed: number;
  readonly tool: number;
}

const CYCLE_MS = 90_000;
const AMBIENT_C = 21;
const ALARMS = ['SPINDLE_OVERLOAD', 'TOOL_BREAKAGE', 'COOLANT_LOW', 'AXIS_FOLLOWING_ERROR'] as const;
const PROGRAMS = ['O1001 BRACKET OP10', 'O1002 BRACKET OP20', 'O2001 HOUSING OP10'] as const;
/** Chances for each second of cutting. */
const HOLD_CHANCE = 1 / 240;
const FAULT_CHANCE = 1 / 600;

/** Roughing, semi-finishing, drilling, finishing, by the share of the cycle that is still to come. */
const CUTS: readonly (Cut & { readonly above: number })[] = [
  { above: 0.6, speed: 6000, load: 68, feed: 1800, tool: 1 },
  { above: 0.4, speed: 8500, load: 42, feed: 2400, tool: 4 },
  { above: 0.25, speed: 3200, load: 35, feed: 450, tool: 7 },
  { above: 0, speed: 12_000, load: 18, feed: 1500, tool: 9 },
];

export const startMachine = (random: () => number): Machine => ({
  state: 'IDLE',
  leftMs: 2000 + 4000 * random(),
  cuttingLeftMs: CYCLE_MS,
  spindleSpeedRpm: 0,
  spindleLoadPercent: 0,
  feedRateMmPerMin: 0,
  spindleTemperatureC: AMBIENT_C + 2,
  coolantTemperatureC: AMBIENT_C,
  partCount: 0,
  program: PROGRAMS[Math.floor(random() * PROGRAMS.length)] as string,
  toolNumber: 0,
  alarm: null,
});

type Change = Pick<Machine, 'state' | 'leftMs'> & Partial<Machine>;

/** What follows when a state's time is over. */
function following(machine: Machine, random: () => number): Change {
  switch (machine.state) {
    case 'IDLE':
      return { state: 'STARTING', leftMs: 2000 };
    case 'STARTING':
      return { state: 'EXECUTE', leftMs: CYCLE_MS, cuttingLeftMs: CYCLE_MS };
    case 'EXECUTE':
      return { state: 'COMPLETING', leftMs: 1500, partCount: machine.partCount + 1 };
    case 'COMPLETING':
      return { state: 'COMPLETE', leftMs: 4000 + 8000 * random() };
    case 'COMPLETE':
    case 'STOPPED':
      return { state: 'RESETTING', leftMs: 1500 };
    case 'RESETTING':
      return { state: 'IDLE', leftMs: 1000 + 5000 * random() };
    case 'HOLDING':
      return { state: 'HELD', leftMs: 3000 + 15_000 * random() };
    case 'HELD':
      return { state: 'UNHOLDING', leftMs: 1000 };
    case 'UNHOLDING':
      return { state: 'EXECUTE', leftMs: machine.cuttingLeftMs };
    case 'ABORTING':
      return { state: 'ABORTED', leftMs: 10_000 + 30_000 * random() };
    case 'ABORTED':
      return { state: 'CLEARING', leftMs: 2000, alarm: null };
    case 'CLEARING':
      return { state: 'STOPPED', leftMs: 3000 };
  }
}

/** A hold or a fault while cutting, or null. */
function disturbance(stepMs: number, random: () => number): Change | null {
  const chance = random();
  const perStep = stepMs / 1000;
  if (chance < FAULT_CHANCE * perStep) {
    return { state: 'ABORTING', leftMs: 800, alarm: ALARMS[Math.floor(random() * ALARMS.length)] as string };
  }
  if (chance < (FAULT_CHANCE + HOLD_CHANCE) * perStep) return { state: 'HOLDING', leftMs: 700 };
  return null;
}

const towards = (from: number, to: number, stepMs: number, timeConstantMs: number): number =>
  to + (from - to) * Math.exp(-stepMs / timeConstantMs);

/** The machine after a step of time. Pure: the same machine, step and random numbers give the same machine. */
export function stepMachine(machine: Machine, stepMs: number, random: () => number): Machine {
  const leftMs = machine.leftMs - stepMs;
  const cuttingLeftMs =
    machine.state === 'EXECUTE' ? Math.max(0, machine.cuttingLeftMs - stepMs) : machine.cuttingLeftMs;
  const aged = { ...machine, leftMs, cuttingLeftMs };
  const disturbed = machine.state === 'EXECUTE' ? disturbance(stepMs, random) : null;
  const moved: Machine = { ...aged, ...(disturbed ?? (leftMs <= 0 ? following(aged, random) : {})) };
  const cut =
    moved.state === 'EXECUTE' ? CUTS.find(({ above }) => moved.cuttingLeftMs / CYCLE_MS > above) : undefined;
  const noise = (share: number) => 1 + share * (2 * random() - 1);
  const load = cut ? cut.load * noise(0.15) : 0;
  return {
    ...moved,
    spindleSpeedRpm: cut
      ? towards(machine.spindleSpeedRpm, cut.speed * noise(0.002), stepMs, 400)
      : spunDown(machine, stepMs),
    spindleLoadPercent: load,
    feedRateMmPerMin: cut ? cut.feed * noise(0.05) : 0,
    spindleTemperatureC: towards(machine.spindleTemperatureC, AMBIENT_C + load * 0.55, stepMs, 240_000),
    coolantTemperatureC: towards(machine.coolantTemperatureC, AMBIENT_C + load * 0.12, stepMs, 600_000),
    toolNumber: cut ? cut.tool : machine.toolNumber,
  };
}

const spunDown = ({ spindleSpeedRpm }: Machine, stepMs: number): number => {
  const speed = towards(spindleSpeedRpm, 0, stepMs, 600);
  return speed < 1 ? 0 : speed;
};
