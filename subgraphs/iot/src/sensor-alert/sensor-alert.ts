import type { SensorAlertState } from './store.ts';
import type { SensorAlertRow } from './tables.ts';

/** Where an alert stands. */
export const stateOf = (row: Pick<SensorAlertRow, 'clearedAt' | 'acknowledgedAt'>): SensorAlertState =>
  row.clearedAt ? 'CLEARED' : row.acknowledgedAt ? 'ACKNOWLEDGED' : 'RAISED';

export type EscalationDecision =
  | { readonly kind: 'ESCALATED'; readonly level: number }
  | { readonly kind: 'CLEARED' }
  | { readonly kind: 'HIGHEST' };

/** Nobody is left to call. */
export const MAX_ESCALATION = 5;

/** Calls for more attention: of no use when the condition is over. */
export function escalate(row: Pick<SensorAlertRow, 'clearedAt' | 'escalationLevel'>): EscalationDecision {
  if (row.clearedAt) return { kind: 'CLEARED' };
  if (row.escalationLevel >= MAX_ESCALATION) return { kind: 'HIGHEST' };
  return { kind: 'ESCALATED', level: row.escalationLevel + 1 };
}
