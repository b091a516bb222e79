export type { AccessOptions } from './access/control.ts';
export { type Grants, type GrantsOf, viewerGrants } from './access/grants.ts';
export { type AccessRules, type Condition, isMet, readAccessRules } from './access/rules.ts';
export { identityOf, runsTrustedOnly, tokenAuthenticator } from './auth.ts';
export {
  CompositionError,
  composeSupergraph,
  loadSupergraph,
  printSupergraph,
  type SubgraphSource,
  type Supergraph,
} from './compose/compose.ts';
export { readManifest, sha256, type TrustedOperations } from './documents/trusted.ts';
export type {
  Engine,
  Executed,
  GatewayContext,
  Identity,
  Logger,
  PreparedOperation,
  Refusal,
  RefusalStage,
} from './engine-api.ts';
export {
  createGateway,
  type EngineName,
  type Gateway,
  type GatewayOptions,
  type GatewaySource,
  type GatewaySubgraph,
  type RunRequest,
  type RunResult,
} from './gateway.ts';
export type { Authenticate, AuthenticationRequest, Guard, OperationRecord } from './http/contract.ts';
export { HttpRefusal } from './http/params.ts';
export type { Reply } from './http/respond.ts';
export type { Route, RouteRequest } from './http/server.ts';
export type { StatusEdition } from './http/status.ts';
export { Lifetime } from './lifetime.ts';
export { createRateLimiter, RATE_LIMITS, RateLimiter, type RateLimits } from './limits/rate-limit.ts';
export { GatewayMetrics } from './metrics.ts';
export { operationFields } from './telemetry/operation-log.ts';
export {
  type SubgraphExecute,
  type SubgraphRequest,
  type SubgraphResponse,
  TransportError,
} from './transport/transport.ts';
