/** One measured figure: a line of JSON on stdout, and a row of the table on stderr. */
export interface Figure {
  readonly bench: string;
  readonly case: string;
  readonly metric: string;
  readonly value: number;
  readonly unit: string;
  /** What the ratio is against. */
  readonly baseline?: string;
  readonly ratio?: number;
  /** As a person would say it: `≤ 3`. */
  readonly aim?: string;
  readonly ok?: boolean;
}

/** Prints figures as they come. */
export function reporter(bench: string): (figure: Omit<Figure, 'bench'>) => void {
  return (figure) => {
    process.stdout.write(`${JSON.stringify({ bench, ...figure })}\n`);
    const ratio = figure.ratio === undefined ? '' : `${figure.ratio.toFixed(2)}× ${figure.baseline}`;
    const aim = figure.aim === undefined ? '' : `aim ${figure.aim}: ${figure.ok ? 'reached' : 'missed'}`;
    const value = `${Number.isInteger(figure.value) ? figure.value : figure.value.toFixed(2)} ${figure.unit}`;
    process.stderr.write(
      `  ${figure.case.padEnd(34)} ${figure.metric.padEnd(22)} ${value.padStart(16)}  ${ratio.padEnd(24)} ${aim}\n`,
    );
  };
}

/** The value below which the given share of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
