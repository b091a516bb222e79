import { Decimal } from '@machshop/db';

/** LABOR: an hour of a person. OVERHEAD: an hour of a work center. */
export type CostRateKind = 'LABOR' | 'OVERHEAD';

export interface Rate {
  readonly kind: CostRateKind;
  /** Personnel class or work center; empty for every other one. */
  readonly code: string;
  readonly ratePerHour: string;
  readonly effectiveFrom: Date;
}

/** An execution as far as it costs. */
export interface CostedRun {
  readonly workCenterCode: string;
  readonly personnelClass: string | null;
  readonly startedAt: Date;
  /** Null while it runs: it costs when it has ended. */
  readonly completedAt: Date | null;
}

export interface CostedMaterial {
  readonly quantity: string;
  /** Null when nobody knows: it counts as nothing. */
  readonly unitCost: string | null;
}

/** Decimal texts with two places; `total` is their sum. */
export interface Cost {
  readonly labor: string;
  readonly material: string;
  readonly overhead: string;
  readonly total: string;
}

const MS_PER_HOUR = 3_600_000;

/**
 * The rate in effect at a time: the latest of its own class or work center that began by then, else the latest
 * for every other one, else nothing.
 */
export function rateAt(rates: readonly Rate[], kind: CostRateKind, code: string, at: Date): Decimal {
  for (const wanted of code ? [code, ''] : ['']) {
    let found: Rate | undefined;
    for (const rate of rates) {
      if (rate.kind !== kind || rate.code !== wanted || rate.effectiveFrom > at) continue;
      if (!found || rate.effectiveFrom > found.effectiveFrom) found = rate;
    }
    if (found) return new Decimal(found.ratePerHour);
  }
  return new Decimal(0);
}

/** What an order cost: people and work centers by the hour at the rate of the run's start, material by the unit. */
export function costOf(
  runs: readonly CostedRun[],
  materials: readonly CostedMaterial[],
  rates: readonly Rate[],
): Cost {
  let labor = new Decimal(0);
  let overhead = new Decimal(0);
  let material = new Decimal(0);
  for (const run of runs) {
    if (!run.completedAt) continue;
    const hours = new Decimal(run.completedAt.getTime() - run.startedAt.getTime()).div(MS_PER_HOUR);
    labor = labor.plus(rateAt(rates, 'LABOR', run.personnelClass ?? '', run.startedAt).times(hours));
    overhead = overhead.plus(rateAt(rates, 'OVERHEAD', run.workCenterCode, run.startedAt).times(hours));
  }
  for (const { quantity, unitCost } of materials) {
    if (unitCost !== null) material = material.plus(new Decimal(unitCost).times(quantity));
  }
  const rounded = [labor, material, overhead].map((value) =>
    value.toDecimalPlaces(2, Decimal.ROUND_HALF_EVEN),
  ) as [Decimal, Decimal, Decimal];
  return {
    labor: rounded[0].toFixed(2),
    material: rounded[1].toFixed(2),
    overhead: rounded[2].toFixed(2),
    total: rounded.reduce((sum, value) => sum.plus(value)).toFixed(2),
  };
}

/** Seconds of a run that has ended, as a decimal text; 0 while it runs. */
export const secondsOf = ({
  startedAt,
  completedAt,
}: Pick<CostedRun, 'startedAt' | 'completedAt'>): string =>
  completedAt ? new Decimal(completedAt.getTime() - startedAt.getTime()).div(1_000).toFixed() : '0';
