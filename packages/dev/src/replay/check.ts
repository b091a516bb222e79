import type { Check } from './report.ts';

/** A check that is passed where nothing is wrong; `detail` says how much was looked at, else the first five faults do. */
export function check(name: string, wrong: readonly string[], detail: string): Check {
  const shown = wrong.slice(0, 5).join('; ');
  return {
    name,
    ok: wrong.length === 0,
    detail: wrong.length === 0 ? detail : `${wrong.length} wrong: ${shown}`,
  };
}
