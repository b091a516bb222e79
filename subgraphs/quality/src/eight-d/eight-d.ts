import type { NonConformanceStatus, Severity } from '../non-conformance/non-conformance.ts';

export type Discipline = 'D0' | 'D1' | 'D2' | 'D3' | 'D4' | 'D5' | 'D6' | 'D7' | 'D8';
export type CauseCategory = 'PEOPLE' | 'MACHINE' | 'METHOD' | 'MATERIAL' | 'MEASUREMENT' | 'ENVIRONMENT';

/** In their order. */
export const DISCIPLINES: readonly Discipline[] = ['D0', 'D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8'];

/** What must be done before closing, by severity. The root cause, D4, always. */
export const REQUIRED: Readonly<Record<Severity, readonly Discipline[]>> = {
  MINOR: ['D4'],
  MAJOR: ['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D8'],
  CRITICAL: DISCIPLINES,
};

export interface ActionFacts {
  readonly kind: 'CONTAINMENT' | 'CORRECTIVE' | 'PREVENTIVE';
  readonly status: 'PLANNED' | 'IMPLEMENTED' | 'VERIFIED' | 'INEFFECTIVE';
}

/** What must be known to complete a discipline. */
export interface EightDFacts {
  readonly status: NonConformanceStatus;
  readonly severity: Severity;
  readonly completed: ReadonlySet<Discipline>;
  readonly hasLeader: boolean;
  readonly hasCause: boolean;
  readonly actions: readonly ActionFacts[];
}

export type CompleteOutcome =
  | { readonly kind: 'COMPLETE' }
  | { readonly kind: 'UNCHANGED' }
  | { readonly kind: 'PREDECESSORS_INCOMPLETE'; readonly disciplines: readonly Discipline[] }
  | {
      readonly kind:
        | 'CONTENT_MISSING'
        | 'TEAM_MISSING'
        | 'CONTAINMENT_MISSING'
        | 'ROOT_CAUSE_MISSING'
        | 'ACTION_MISSING'
        | 'ACTIONS_NOT_VERIFIED'
        | 'PREVENTION_MISSING';
    };

/** Whether a discipline may be completed: the required ones before it are, and what it is about is there. */
export function decideComplete(
  facts: EightDFacts,
  discipline: Discipline,
  content: string | null,
): CompleteOutcome {
  if (facts.completed.has(discipline)) return { kind: 'UNCHANGED' };
  const before = DISCIPLINES.slice(0, DISCIPLINES.indexOf(discipline));
  const open = before.filter((one) => REQUIRED[facts.severity].includes(one) && !facts.completed.has(one));
  if (open.length > 0) return { kind: 'PREDECESSORS_INCOMPLETE', disciplines: open };
  if (content === null) return { kind: 'CONTENT_MISSING' };
  return missing(facts, discipline) ?? { kind: 'COMPLETE' };
}

function missing(facts: EightDFacts, discipline: Discipline): CompleteOutcome | null {
  const of = (kind: ActionFacts['kind']) => facts.actions.filter((action) => action.kind === kind);
  const verified = (actions: readonly ActionFacts[]) => actions.every(({ status }) => status === 'VERIFIED');
  switch (discipline) {
    case 'D1':
      return facts.hasLeader ? null : { kind: 'TEAM_MISSING' };
    case 'D3':
      return facts.status === 'OPEN' ? { kind: 'CONTAINMENT_MISSING' } : null;
    case 'D4':
      return facts.hasCause ? null : { kind: 'ROOT_CAUSE_MISSING' };
    case 'D5':
      return of('CORRECTIVE').length > 0 ? null : { kind: 'ACTION_MISSING' };
    case 'D6':
      // a MINOR case may come here without D5
      if (of('CORRECTIVE').length === 0) return { kind: 'ACTION_MISSING' };
      return verified(of('CORRECTIVE')) ? null : { kind: 'ACTIONS_NOT_VERIFIED' };
    case 'D7':
      if (of('PREVENTIVE').length === 0) return { kind: 'PREVENTION_MISSING' };
      return verified(of('PREVENTIVE')) ? null : { kind: 'ACTIONS_NOT_VERIFIED' };
    case 'D8':
      return verified(facts.actions) ? null : { kind: 'ACTIONS_NOT_VERIFIED' };
    default:
      return null;
  }
}

export type CloseObstacle =
  | { readonly kind: 'ROOT_CAUSE_MISSING' }
  | { readonly kind: 'DISCIPLINES_INCOMPLETE'; readonly disciplines: readonly Discipline[] }
  | { readonly kind: 'ACTIONS_NOT_VERIFIED' };

/** What stands in the way of closing, the first of it; null for nothing. */
export function obstacle(facts: Omit<EightDFacts, 'hasLeader' | 'status'>): CloseObstacle | null {
  if (!facts.hasCause) return { kind: 'ROOT_CAUSE_MISSING' };
  const disciplines = REQUIRED[facts.severity].filter((one) => !facts.completed.has(one));
  if (disciplines.length > 0) return { kind: 'DISCIPLINES_INCOMPLETE', disciplines };
  return facts.actions.every(({ status }) => status === 'VERIFIED') ? null : { kind: 'ACTIONS_NOT_VERIFIED' };
}
