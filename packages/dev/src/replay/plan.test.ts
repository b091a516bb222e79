import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildPlan } from './plan.ts';
import { planFaults } from './plan-check.ts';
import type { ReplayPlan, ReplayStep } from './plan-types.ts';
import { lidsAndCups, samplePlant, sampleRecording, sampleTime } from './sample-plant.ts';

function ofKind<K extends ReplayStep['kind']>(plan: ReplayPlan, kind: K): Extract<ReplayStep, { kind: K }>[] {
  return plan.steps.filter((step): step is Extract<ReplayStep, { kind: K }> => step.kind === kind);
}

describe('a plan', () => {
  const plan = buildPlan(lidsAndCups());

  test('has the parts with number, revision and routing as recorded, and an assembly of one each', () => {
    expect(
      plan.parts.map((part) => [part.number, part.revision, part.routing.map((one) => one.number)]),
    ).toEqual([
      ['ACME-PUMP-CUP', 'A', [10]],
      ['ACME-PUMP-LID', 'C', [10, 20]],
      ['ACME-PUMP-ASSEMBLY', 'A', [10]],
    ]);
    expect(plan.parts.at(-1)?.components).toEqual([
      { position: 10, partNumber: 'ACME-PUMP-CUP', revision: 'A', quantity: '1' },
      { position: 20, partNumber: 'ACME-PUMP-LID', revision: 'C', quantity: '1' },
    ]);
  });

  test('starts and completes each operation at its recorded time on its recorded machine', () => {
    const starts = ofKind(plan, 'start-operation').filter(
      (step) => step.serialNumber === 'ACME-PUMP-LID-001',
    );
    expect(starts).toMatchObject([
      { operationNumber: 10, equipmentCode: 'Mill1', at: new Date(sampleTime(5)).toISOString() },
      { operationNumber: 20, equipmentCode: 'Mill1', at: new Date(sampleTime(40)).toISOString() },
    ]);
    const completes = ofKind(plan, 'complete-operation');
    expect(completes.find((step) => step.executionId === starts[1]?.id)).toMatchObject({
      at: new Date(sampleTime(44)).toISOString(),
      recordedAt: new Date(sampleTime(44)).toISOString(),
    });
  });

  test('skips the operation that was not recorded, with its reason', () => {
    expect(ofKind(plan, 'skip-operation')).toMatchObject([
      {
        serialNumber: 'ACME-PUMP-LID-002',
        operationNumber: 20,
        reason: 'Not recorded: in Lid-OP2-Mill1-02of02.txt no program ran (1 point(s))',
      },
    ]);
  });

  test('puts each piece’s raw material into it once, from a lot that keeps a spare', () => {
    expect(ofKind(plan, 'consume-material').map((step) => [step.serialNumber, step.lotNumber])).toEqual([
      ['ACME-PUMP-CUP-001', 'LOT-ACME-PUMP-CUP-1'],
      ['ACME-PUMP-LID-001', 'LOT-ACME-PUMP-LID-1'],
      ['ACME-PUMP-CUP-002', 'LOT-ACME-PUMP-CUP-2'],
      ['ACME-PUMP-LID-002', 'LOT-ACME-PUMP-LID-2'],
    ]);
    expect(plan.lots.map((lot) => [lot.received, lot.used])).toEqual(Array(4).fill(['3', '1']));
  });

  test('assembles the pieces of one number when they are done', () => {
    expect(ofKind(plan, 'assemble').map((step) => step.components.map((one) => one.serialNumber))).toEqual([
      ['ACME-PUMP-CUP-001', 'ACME-PUMP-LID-001'],
      ['ACME-PUMP-CUP-002', 'ACME-PUMP-LID-002'],
    ]);
  });

  test('says what must be there in the end', () => {
    expect(plan.expected).toEqual({
      orders: 3,
      serials: 6,
      lots: 4,
      executions: 7,
      skips: 1,
      genealogyEdges: 8,
    });
  });

  test('lists what it made up, and nothing that was recorded', () => {
    const text = plan.invented.join('\n');
    expect(text).toContain('Revision A of Cup');
    expect(text).not.toContain('of Lid:');
    expect(text).toContain('Class MACHINING of machine Mill2');
    expect(text).toContain('Assembly ACME-PUMP-ASSEMBLY');
    expect(text).toContain('LOT'.toLowerCase());
  });

  test('is the same, to the byte, each time it is made', () => {
    expect(JSON.stringify(buildPlan(lidsAndCups()))).toBe(JSON.stringify(plan));
  });

  test('can be of the first pieces only', () => {
    const small = buildPlan(lidsAndCups(), { units: 1 });
    expect(small.expected).toEqual({
      orders: 3,
      serials: 3,
      lots: 2,
      executions: 4,
      skips: 0,
      genealogyEdges: 4,
    });
    expect(planFaults(small)).toEqual([]);
    expect(() => buildPlan(lidsAndCups(), { units: 0 })).toThrow('at least one piece');
  });
});

describe('planFaults', () => {
  const plan = buildPlan(lidsAndCups());
  const faultsWithout = (kind: ReplayStep['kind']) =>
    planFaults({ ...plan, steps: plan.steps.filter((step) => step.kind !== kind) }).join('\n');

  test('finds none in a plan as built', () => {
    expect(planFaults(plan)).toEqual([]);
  });

  test('notices steps that are missing, doubled or out of order', () => {
    expect(faultsWithout('release-order')).toContain('the order is not released');
    expect(faultsWithout('create-serials')).toContain('the serial does not exist');
    expect(faultsWithout('receive-lot')).toContain('does not hold that much');
    expect(faultsWithout('skip-operation')).toContain('did not pass it');
    expect(faultsWithout('consume-material')).toContain('never got its material');
    expect(faultsWithout('complete-operation')).toContain('is busy with');
    expect(planFaults({ ...plan, steps: [...plan.steps, ...plan.steps] }).join('\n')).toContain(
      'there before',
    );
    expect(planFaults({ ...plan, steps: plan.steps.toReversed() }).join('\n')).toContain(
      'before the step before it',
    );
  });

  test('finds none whatever times the recordings tell', () => {
    const minutes = fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 60 }));
    const file = fc.constantFrom(
      'Cup-OP1-Mill1',
      'Cup-OP2-Mill2',
      'Lid-OP1-Mill2',
      'Lid-OP2-Mill1',
      'Lid-OP3-Mill1',
    );
    const recorded = fc.uniqueArray(fc.tuple(file, fc.integer({ min: 1, max: 3 }), minutes), {
      selector: ([name, unit]) => `${name}-${unit}`,
      maxLength: 15,
    });
    fc.assert(
      fc.property(recorded, (some) => {
        const always = [1, 2, 3].flatMap((unit) =>
          ['Cup-OP1-Mill1', 'Lid-OP1-Mill2'].map((name) => ({ name, unit })),
        );
        const all = new Map<string, [number, number]>(
          always.map(({ name, unit }) => [`${name}-0${unit}of03.txt`, [unit, 1]]),
        );
        for (const [name, unit, when] of some) all.set(`${name}-0${unit}of03.txt`, when);
        const recordings = [...all].map(([name, [from, length]]) =>
          sampleRecording({ file: name, fromMinute: from, toMinute: from + length }),
        );
        expect(planFaults(buildPlan(samplePlant(recordings)))).toEqual([]);
      }),
    );
  });
});
