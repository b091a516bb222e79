export { Calendar } from './calendar.ts';
export { RULES, type Rule } from './dispatch.ts';
export { compareFigures, type Figures } from './plan.ts';
export {
  checkProblem,
  type JobSpec,
  LIMITS,
  type MachineSpec,
  type Objective,
  type OperationSpec,
  type Problem,
  type Span,
} from './problem.ts';
export { Random } from './random.ts';
export { type Binding, type ScheduledStep, type Solution, type SolveOptions, solve } from './solve.ts';
