import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { validateAgainstXsd } from '../../../../subgraphs/integration/src/b2mml/xsd.ts';
import { activeRecordings } from './anomalies.ts';
import { buildPlan } from './plan.ts';
import { planFaults } from './plan-check.ts';
import type { ReplayPlan } from './plan-types.ts';
import { type RecordedPlant, readPlant } from './plant.ts';
import { lidsAndCups } from './sample-plant.ts';

const DATA = process.env.REFERENCE_DATA ?? resolve(import.meta.dirname, '../../../../../shared/data');
const NIST = join(DATA, 'nist-mtc');
const XSD = join(DATA, 'b2mml');
const without = existsSync(NIST) && existsSync(XSD) ? '' : ' (skipped: no reference data)';

describe.skipIf(without !== '')(`the recorded box assembly${without}`, () => {
  let plant: RecordedPlant;
  let plan: ReplayPlan;
  beforeAll(async () => {
    plant = await readPlant(NIST);
    plan = buildPlan(plant);
  }, 60_000);

  test('has 184 recordings, of which 181 show a program run', () => {
    expect(plant.recordings).toHaveLength(184);
    expect(plant.recordings.reduce((sum, one) => sum + one.points, 0)).toBe(1_206_658);
    expect(plant.recordings.reduce((sum, one) => sum + one.rejoinedValues, 0)).toBe(80);
    expect(activeRecordings(plant.recordings)).toHaveLength(181);
  });

  test('starts operations at the first fresh run and not at held values', () => {
    const startOf = (file: string) => {
      const activity = plant.recordings.find((one) => one.file === file)?.activity;
      return activity ? new Date(activity.startedAtMs).toISOString() : null;
    };
    expect(startOf('Box-OP1-Hurco02-01of20.txt')).toBe('2017-02-02T18:06:38.953Z');
    expect(startOf('Box-OP1-Hurco02-04of20.txt')).toBe('2017-02-06T15:05:05.343Z');
    expect(startOf('Plate-Op1-Hurco04-09of20.txt')).toBe('2017-02-01T19:48:42.140Z');
    expect(startOf('Box-OP4-Hurco02-02of20.txt')).toBeNull();
  });

  test('was worked without overlap and in sequence, so that every recorded time can be kept', () => {
    const kinds = new Set(plan.anomalies.map((anomaly) => anomaly.kind));
    expect(kinds.has('MACHINE_OVERLAP')).toBe(false);
    expect(kinds.has('OUT_OF_ORDER')).toBe(false);
    for (const step of plan.steps) {
      if (step.kind === 'start-operation' && step.recording !== null) expect(step.recordedAt).toBe(step.at);
    }
  });

  test('gives a sound plan: 181 recorded operations, 20 assemblies, 19 skips', () => {
    expect(planFaults(plan)).toEqual([]);
    expect(plan.expected).toEqual({
      orders: 4,
      serials: 80,
      lots: 6,
      executions: 201,
      skips: 19,
      genealogyEdges: 120,
    });
    expect(plan.parts.map((part) => `${part.number} ${part.revision}`)).toEqual([
      'NIST-MTC-CRADA-BOX D',
      'NIST-MTC-CRADA-COVER A',
      'NIST-MTC-CRADA-PLATE A',
      'NIST-MTC-CRADA-ASSEMBLY A',
    ]);
  });

  test('gives a sound plan for any number of pieces', () => {
    for (const units of [1, 2, 7]) expect(planFaults(buildPlan(plant, { units }))).toEqual([]);
  });
});

describe.skipIf(without !== '')(`the schedule message${without}`, () => {
  const { xml } = buildPlan(lidsAndCups()).schedule;

  test('validates against the B2MML V7 schema', () => {
    expect(validateAgainstXsd(xml, XSD)).toEqual([]);
  });

  test('would not if an element were wrong', () => {
    const [error] = validateAgainstXsd(xml.replaceAll('QuantityString', 'QuantityText'), XSD);
    expect(error?.message).toContain('QuantityText');
  });
});
