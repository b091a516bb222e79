export { type Context, type ContextInput, createContext } from './context.ts';
export { secretFromEnv } from './env.ts';
export { forbidden, UserFacingError, unauthenticated } from './errors.ts';
export { needs, needsUnlessOwn, type Permissions, publicAccess, signedIn, type TypeRule } from './guard.ts';
export { type HostedSubgraph, type HostOptions, hostSubgraph } from './host.ts';
export { type MainOptions, main } from './main.ts';
export { occurredAtOf } from './occurred-at.ts';
export { grouped, inOrder, pageRequest } from './paging.ts';
export {
  attempt,
  illegalTransition,
  invalidInput,
  notFound,
  type Outcome,
  Refused,
  requirePerson,
  ruleViolation,
  type UserErrorData,
} from './refusal.ts';
export { type RunningSubgraph, type RunOptions, runSubgraph } from './run.ts';
export { scalars } from './scalars.ts';
export {
  type Aggregate,
  defineSubgraph,
  type ExecuteRequest,
  type Subgraph,
  type SubgraphDefinition,
  type SubgraphSetup,
  type Worker,
  type WorkerSetup,
} from './subgraph.ts';
export { checkInput } from './validate.ts';
