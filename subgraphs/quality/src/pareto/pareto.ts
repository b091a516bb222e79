import { Decimal } from '@machshop/db';

/** What non-conformances are counted by. */
export type ParetoDimension =
  | 'DEFECT_CODE'
  | 'CAUSE'
  | 'WORK_CENTER'
  | 'EQUIPMENT'
  | 'DEFINITION'
  | 'SEVERITY'
  | 'SOURCE';

export interface ParetoLine {
  readonly key: string | null;
  readonly count: number;
  /** This line and those above it, of all: percent, two digits. */
  readonly cumulativePercent: string;
}

/** The most lines of a chart; shares are of all, shown or not. */
export const MAX_LINES = 100;

/** The lines of a Pareto chart of counts, the most frequent first. */
export function pareto(counts: readonly { key: string | null; count: number }[]): ParetoLine[] {
  const all = counts.reduce((sum, line) => sum + line.count, 0);
  let above = 0;
  return counts.slice(0, MAX_LINES).map(({ key, count }) => {
    above += count;
    return {
      key,
      count,
      cumulativePercent: new Decimal(above).times(100).div(all).toDecimalPlaces(2).toFixed(),
    };
  });
}
