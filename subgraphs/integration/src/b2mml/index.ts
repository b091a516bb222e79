export { B2MML_NAMESPACE } from './envelope.ts';
export { B2MML_LIMITS, type B2mmlLimits } from './limits.ts';
export type * from './model.ts';
export { readB2mml } from './read.ts';
export { B2MML_RULES, type B2mmlError, type B2mmlRule } from './rules.ts';
export { REC20_UNITS, UNIT_ALIASES, unitCode } from './units.ts';
export { DEFAULT_PRIORITY, PRIORITY_WORDS } from './values.ts';
export { type Confirmation, writeConfirmBod } from './write-confirm.ts';
export {
  type PerformanceDraft,
  writeMaterialActual,
  writeOperationsPerformance,
} from './write-performance.ts';
export { type RoutingDraft, writeOperationsDefinitions } from './write-routing.ts';
export { type ScheduleDraft, writeOperationsSchedule } from './write-schedule.ts';
export { validateAgainstXsd, type XsdError } from './xsd.ts';
