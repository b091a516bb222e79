import type { Discipline } from './eight-d.ts';
import type { EightDStepRow } from './tables.ts';

/** A discipline of a non-conformance, written for or not. */
export interface EightDStepModel {
  readonly discipline: Discipline;
  readonly required: boolean;
  readonly step: EightDStepRow | null;
}
