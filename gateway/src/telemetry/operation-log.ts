import type { OperationRecord } from '../http/contract.ts';
import { viewerOf } from '../subscriptions/viewer.ts';

/** What the log says of an answered operation, and of a subscription that begins and ends. */
export function operationFields(record: OperationRecord): object {
  const { operation, identity, requestId, status, durationMs, outcome, codes, cost, trace, live } = record;
  const viewer = identity && viewerOf(identity);
  return {
    requestId,
    trace_id: trace.traceId,
    tenant_id: viewer?.tenantId,
    user_id: viewer?.userId,
    operation: operation?.name,
    kind: operation?.kind,
    status,
    durationMs: Math.round(durationMs * 100) / 100,
    outcome,
    cost,
    ...(live ? { transport: live.transport, phase: live.phase } : {}),
    ...(live?.phase === 'end' ? { messages: live.messages } : {}),
    ...(codes.length > 0 ? { codes } : {}),
  };
}
