import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publish, type RoutingVersion, revise } from './routing.ts';

const version = (number: number, status: RoutingVersion['status']): RoutingVersion => ({
  id: String(number),
  version: number,
  status,
});

describe('publishing a version', () => {
  test('supersedes the one that was published', () => {
    const [one, two] = [version(1, 'PUBLISHED'), version(2, 'DRAFT')];
    expect(publish(two, [one, two])).toEqual({ kind: 'PUBLISHED', superseded: one });
  });

  test('older than the published one is refused', () => {
    const [one, two] = [version(1, 'DRAFT'), version(2, 'PUBLISHED')];
    expect(publish(one, [one, two])).toEqual({ kind: 'OUTDATED', by: two });
  });

  test('again changes nothing; a superseded one does not come back', () => {
    expect(publish(version(1, 'PUBLISHED'), []).kind).toBe('UNCHANGED');
    expect(publish(version(1, 'SUPERSEDED'), []).kind).toBe('ILLEGAL_TRANSITION');
  });
});

describe('revising', () => {
  test('makes the next version', () => {
    expect(revise([version(1, 'SUPERSEDED'), version(2, 'PUBLISHED')])).toEqual({
      kind: 'REVISED',
      version: 3,
    });
  });

  test('is refused while the next version is a draft', () => {
    const draft = version(2, 'DRAFT');
    expect(revise([version(1, 'PUBLISHED'), draft])).toEqual({ kind: 'DRAFT_EXISTS', draft });
  });

  test('and publishing in any order leaves at most one published version, the newest of those that were', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(10)), { maxLength: 30 }), (steps) => {
        let versions: RoutingVersion[] = [version(1, 'DRAFT')];
        for (const step of steps) {
          if (step === null) {
            const decision = revise(versions);
            if (decision.kind === 'REVISED') versions.push(version(decision.version, 'DRAFT'));
            continue;
          }
          const routing = versions[step % versions.length] as RoutingVersion;
          const decision = publish(routing, versions);
          if (decision.kind !== 'PUBLISHED') continue;
          versions = versions.map((other) => {
            if (other === routing) return { ...other, status: 'PUBLISHED' };
            return other === decision.superseded ? { ...other, status: 'SUPERSEDED' } : other;
          });
        }
        const published = versions.filter((one) => one.status === 'PUBLISHED');
        expect(published.length).toBeLessThanOrEqual(1);
        const used = versions.filter((one) => one.status !== 'DRAFT').map((one) => one.version);
        if (used.length > 0) expect(published[0]?.version).toBe(Math.max(...used));
      }),
    );
  });
});
