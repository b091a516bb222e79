import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ActionFacts,
  DISCIPLINES,
  type Discipline,
  decideComplete,
  type EightDFacts,
  obstacle,
  REQUIRED,
} from './eight-d.ts';

const verified: ActionFacts[] = [
  { kind: 'CORRECTIVE', status: 'VERIFIED' },
  { kind: 'PREVENTIVE', status: 'VERIFIED' },
];
const facts = (more: Partial<EightDFacts> = {}): EightDFacts => ({
  status: 'VERIFICATION',
  severity: 'CRITICAL',
  completed: new Set(),
  hasLeader: true,
  hasCause: true,
  actions: verified,
  ...more,
});
const before = (discipline: Discipline) => new Set(DISCIPLINES.slice(0, DISCIPLINES.indexOf(discipline)));
const complete = (discipline: Discipline, more: Partial<EightDFacts> = {}, content: string | null = 'done') =>
  decideComplete(facts({ completed: before(discipline), ...more }), discipline, content);

describe('a discipline', () => {
  test('comes after those before it that the severity asks for', () => {
    const completed = new Set<Discipline>(['D1', 'D2']);
    expect(complete('D4', { completed, severity: 'MAJOR' })).toEqual({
      kind: 'PREDECESSORS_INCOMPLETE',
      disciplines: ['D3'],
    });
    expect(complete('D4', { completed: new Set(), severity: 'MINOR' })).toEqual({ kind: 'COMPLETE' });
  });

  test.each([
    ['D1', { hasLeader: false }, 'TEAM_MISSING'],
    ['D3', { status: 'OPEN' }, 'CONTAINMENT_MISSING'],
    ['D4', { hasCause: false }, 'ROOT_CAUSE_MISSING'],
    ['D5', { actions: [] }, 'ACTION_MISSING'],
    ['D6', { severity: 'MINOR', completed: new Set(['D4']), actions: [] }, 'ACTION_MISSING'],
    ['D6', { actions: [{ kind: 'CORRECTIVE', status: 'IMPLEMENTED' }] }, 'ACTIONS_NOT_VERIFIED'],
    ['D7', { actions: [{ kind: 'CORRECTIVE', status: 'VERIFIED' }] }, 'PREVENTION_MISSING'],
    ['D8', { actions: [{ kind: 'CONTAINMENT', status: 'PLANNED' }] }, 'ACTIONS_NOT_VERIFIED'],
  ] as const)('%s needs what it is about: %o is %s', (discipline, more, kind) => {
    expect(complete(discipline, more as Partial<EightDFacts>)).toEqual({ kind });
    expect(complete(discipline)).toEqual({ kind: 'COMPLETE' });
  });

  test('says what it came to', () => {
    expect(complete('D2', {}, null)).toEqual({ kind: 'CONTENT_MISSING' });
  });

  test('that is complete stays so', () => {
    expect(complete('D2', { completed: new Set(['D2']) })).toEqual({ kind: 'UNCHANGED' });
  });
});

describe('closing', () => {
  test('asks for the root cause first, always', () => {
    for (const severity of ['MINOR', 'MAJOR', 'CRITICAL'] as const) {
      const completed = new Set(DISCIPLINES);
      expect(obstacle({ severity, completed, hasCause: false, actions: [] })).toEqual({
        kind: 'ROOT_CAUSE_MISSING',
      });
      expect(obstacle({ severity, completed, hasCause: true, actions: [] })).toBeNull();
    }
  });

  test('names the disciplines that are missing, and no others', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('MINOR' as const, 'MAJOR' as const, 'CRITICAL' as const),
        fc.subarray([...DISCIPLINES]),
        (severity, done) => {
          const found = obstacle({ severity, completed: new Set(done), hasCause: true, actions: verified });
          const missing = REQUIRED[severity].filter((one) => !done.includes(one));
          expect(found).toEqual(
            missing.length > 0 ? { kind: 'DISCIPLINES_INCOMPLETE', disciplines: missing } : null,
          );
        },
      ),
    );
  });

  test('waits until every action is known to work', () => {
    const actions: ActionFacts[] = [...verified, { kind: 'CORRECTIVE', status: 'INEFFECTIVE' }];
    expect(obstacle({ severity: 'MINOR', completed: new Set(['D4']), hasCause: true, actions })).toEqual({
      kind: 'ACTIONS_NOT_VERIFIED',
    });
  });
});
