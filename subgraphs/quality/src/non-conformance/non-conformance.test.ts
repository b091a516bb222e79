import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  conforms,
  deviation,
  formatNumber,
  type NonConformanceAction,
  type NonConformanceStatus,
  OVER,
  TRANSITIONS,
  transition,
} from './non-conformance.ts';

const ACTIONS = Object.keys(TRANSITIONS) as NonConformanceAction[];

describe('the way of a non-conformance', () => {
  test('MAJOR and CRITICAL ones are contained before the board sees them, MINOR ones need not be', () => {
    const review = (severity: 'MINOR' | 'MAJOR' | 'CRITICAL') =>
      transition({ status: 'OPEN', severity }, 'REVIEW').kind;
    expect([review('MINOR'), review('MAJOR'), review('CRITICAL')]).toEqual([
      'CHANGED',
      'CONTAINMENT_MISSING',
      'CONTAINMENT_MISSING',
    ]);
  });

  test('the same request again changes nothing, and a refusal names both states', () => {
    expect(transition({ status: 'CLOSED', severity: 'MINOR' }, 'CLOSE')).toEqual({ kind: 'UNCHANGED' });
    expect(transition({ status: 'OPEN', severity: 'MINOR' }, 'CLOSE')).toEqual({
      kind: 'ILLEGAL_TRANSITION',
      from: 'OPEN',
      to: 'CLOSED',
    });
  });

  test('whatever is tried, it is closed only after review, disposition and verification; cancelled is for ever', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('MINOR' as const, 'MAJOR' as const),
        fc.array(fc.constantFrom(...ACTIONS), { maxLength: 40 }),
        (severity, actions) => {
          const way: NonConformanceStatus[] = ['OPEN'];
          for (const action of actions) {
            const status = way.at(-1) as NonConformanceStatus;
            const decision = transition({ status, severity }, action);
            if (decision.kind !== 'CHANGED') continue;
            expect(status).not.toBe('CANCELLED');
            if (OVER.has(status)) expect(action).toBe('REOPEN');
            way.push(decision.to);
          }
          if (way.at(-1) !== 'CLOSED') return;
          expect(way.slice(-4)).toEqual(['UNDER_REVIEW', 'DISPOSITIONED', 'VERIFICATION', 'CLOSED']);
        },
      ),
    );
  });
});

describe('what was measured', () => {
  const bore = { lowerLimit: '12', upperLimit: '12.018' };

  test('lies within its limits, those included, to the last digit', () => {
    expect(conforms({ ...bore, actual: '12.018' })).toBe(true);
    expect(conforms({ ...bore, actual: '12.0180000000000000001' })).toBe(false);
    expect(conforms({ actual: '1', lowerLimit: null, upperLimit: null })).toBeNull();
  });

  test('is outside by so much, below them negatively', () => {
    expect(deviation({ ...bore, actual: '12.0305' })).toBe('0.0125');
    expect(deviation({ ...bore, actual: '11.9' })).toBe('-0.1');
    expect(deviation({ ...bore, actual: '12.01' })).toBe('0');
  });

  test('deviates exactly where it does not conform', () => {
    const value = fc.integer({ min: -5_000, max: 5_000 }).map((n) => (n / 1_000).toFixed(3));
    const limit = fc.option(value, { nil: null });
    fc.assert(
      fc.property(value, limit, limit, (actual, lowerLimit, upperLimit) => {
        const measured = { actual, lowerLimit, upperLimit };
        expect(deviation(measured) === '0').toBe(conforms(measured) !== false);
      }),
    );
  });
});

test('its number names site and year', () => {
  expect(formatNumber('MAIN', 2026, 42)).toBe('NCR-MAIN-2026-0042');
});
