import { newId } from '@machshop/db';
import { OTHER_TENANT, persona, program, TEST_SITE } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inspector, operator, QualityPlant, quality } from '../testing.ts';

let shop: QualityPlant;
beforeAll(async () => {
  shop = await QualityPlant.start();
});
afterAll(() => shop?.close());

const YEAR = new Date().getUTCFullYear();

describe('raising', () => {
  test('says what, where and how, counts by site and year, and holds what is affected', async () => {
    const serial = await shop.serial('B-1');
    const { id, number } = await shop.raise({
      serialNumbers: ['B-1'],
      operationId: shop.operation,
      equipmentCode: 'DMU-01',
      detectedBy: inspector.username,
      severity: 'MAJOR',
      measurement: {
        characteristic: 'bore',
        nominal: '12',
        lowerLimit: '12',
        upperLimit: '12.018',
        actual: '12.0305',
      },
    });
    expect(number).toMatch(new RegExp(`^NCR-MAIN-${YEAR}-\\d{4}$`));
    const found = await shop.look(
      id,
      `status severity definitionNumber revision quantity { value unit } operationNumber workCenterCode
       workOrder { id } equipment { id } definition { __typename ... on Part { id } } partRevision { id }
       measurement { deviation } raisedByName raisedBy { __typename } detectedByName detectedBy { id }
       affected { type number hold entity { __typename ... on SerializedPart { id } } }`,
    );
    expect(found).toMatchObject({
      status: 'OPEN',
      definitionNumber: 'BLADE',
      revision: 'C',
      quantity: { value: '1', unit: 'EA' },
      operationNumber: 20,
      workCenterCode: 'MILL',
      workOrder: { id: shop.order },
      equipment: { id: shop.machine },
      definition: { __typename: 'Part', id: shop.part },
      measurement: { deviation: '0.0125' },
      raisedByName: 'operator',
      raisedBy: { __typename: 'User' },
      detectedByName: 'quality.inspector',
      detectedBy: { id: inspector.userId },
      affected: [{ type: 'SERIAL', number: 'B-1', hold: 'BLOCKED', entity: { id: serial } }],
    });
    expect(await shop.said('created', id)).toMatchObject([{ version: 1, change: { action: 'CREATE' } }]);
    expect(await shop.said('hold-changed', id)).toMatchObject([
      { affected: [{ entity: { __typename: 'SerializedPart', id: serial }, hold: 'BLOCKED' }] },
    ]);
  });

  test('the same id with the same content again changes nothing, with other content it is ID_TAKEN', async () => {
    await shop.serial('B-2');
    const input = { id: newId(), serialNumbers: ['B-2'] };
    const [first, again] = await Promise.all([shop.raise(input), shop.raise(input)]);
    expect(again).toEqual(first);
    const other = { ...input, severity: 'MAJOR', source: 'FINAL', defectCode: 'X', description: 'other' };
    expect(await shop.refused('raiseNonConformance', 'nonConformance', other)).toMatchObject([
      { code: 'ID_TAKEN' },
    ]);
    expect(await shop.said('created', first.id)).toHaveLength(1);
    await shop.plant
      .admin`update quality.non_conformances set tenant_id = ${OTHER_TENANT} where id = ${first.id}`;
    expect(await shop.refused('raiseNonConformance', 'nonConformance', other)).toMatchObject([
      { code: 'ID_TAKEN' },
    ]);
  });

  test('twenty at once get twenty numbers without a gap', async () => {
    await shop.serial('B-3');
    const raised = await Promise.all(
      Array.from({ length: 20 }, () => shop.raise({ serialNumbers: ['B-3'] })),
    );
    const numbers = raised.map(({ number }) => Number(number.split('-').at(-1))).sort((a, b) => a - b);
    expect(numbers.map((number) => number - (numbers[0] ?? 0))).toEqual(
      Array.from({ length: 20 }, (_, i) => i),
    );
  });

  test.each([
    ['a piece that is not there', { serialNumbers: ['NONE'] }, 'NOT_FOUND', 'serialNumbers.0'],
    [
      'a value within its limits',
      { ...measured('5'), serialNumbers: ['B-1'] },
      'MEASUREMENT_CONFORMS',
      'measurement.actual',
    ],
    ['nothing at all', { siteId: TEST_SITE }, 'NOTHING_AFFECTED', 'partNumber'],
    [
      'a lot in another unit',
      { lots: [{ lotNumber: 'L-0', quantity: { value: '1', unit: 'EA' } }] },
      'UNIT_MISMATCH',
      'lots.0.quantity.unit',
    ],
  ])('is refused of %s', async (_, input, code, path) => {
    await shop.lot('L-0').catch(() => undefined);
    await shop.plant.idle();
    const common = { severity: 'MINOR', source: 'FINAL', defectCode: 'X', description: 'x' };
    const errors = await shop.refused('raiseNonConformance', 'nonConformance', { ...common, ...input });
    expect(errors).toMatchObject([{ code, path: ['input', ...path.split('.')] }]);
  });
});

function measured(actual: string) {
  return { measurement: { characteristic: 'length', lowerLimit: '4', upperLimit: '6', actual } };
}

describe('its way', () => {
  test('is contained before the board sees it, unless it is MINOR', async () => {
    await shop.serial('B-4');
    const { id } = await shop.raise({ serialNumbers: ['B-4'], severity: 'MAJOR' });
    expect(await shop.refused('reviewNonConformance', 'nonConformance', { id })).toMatchObject([
      { code: 'CONTAINMENT_MISSING' },
    ]);
    expect(await shop.refused('closeNonConformance', 'nonConformance', { id })).toMatchObject([
      { code: 'ILLEGAL_TRANSITION', from: 'OPEN', to: 'CLOSED' },
    ]);
    await shop.contain(id);
    expect(await shop.ok('reviewNonConformance', 'nonConformance { status }', { id })).toEqual({
      status: 'UNDER_REVIEW',
    });
  });

  test('a cancelled one frees what it held, and says why', async () => {
    await shop.serial('B-5');
    const { id } = await shop.raise({ serialNumbers: ['B-5'] });
    await shop.ok('cancelNonConformance', 'nonConformance { status }', { id, reason: 'gauge was wrong' });
    expect(await shop.look(id, 'status cancelReason affected { hold }')).toEqual({
      status: 'CANCELLED',
      cancelReason: 'gauge was wrong',
      affected: [{ hold: 'NONE' }],
    });
    expect((await shop.said('hold-changed', id)).at(-1)).toMatchObject({ affected: [{ hold: 'NONE' }] });
    expect(
      await shop.refused('containNonConformance', 'nonConformance', { id, containment: 'x' }),
    ).toMatchObject([{ code: 'ILLEGAL_TRANSITION', from: 'CANCELLED' }]);
  });

  test('what else is suspect is held too, once, and its history tells all', async () => {
    await shop.serial('B-6');
    await shop.serial('B-7');
    const { id } = await shop.raise({ serialNumbers: ['B-6'] });
    const more = { id, serialNumbers: ['B-6', 'B-7'], reason: 'same tool' };
    await shop.ok('addAffectedItems', 'nonConformance { id }', more);
    await shop.ok('addAffectedItems', 'nonConformance { id }', more);
    await shop.ok('changeNonConformance', 'nonConformance { id }', {
      id,
      severity: 'MAJOR',
      reason: 'two of them',
    });
    const { affected, history } = await shop.look<{
      affected: { number: string }[];
      history: { nodes: { action: string; reason: string | null }[] };
    }>(id, 'affected { number } history(first: 10) { nodes { action reason } }');
    expect(affected.map(({ number }) => number)).toEqual(['B-6', 'B-7']);
    expect(history.nodes.map(({ action }) => action)).toEqual([
      'CHANGED',
      'HOLD_CHANGED',
      'CHANGED',
      'HOLD_CHANGED',
      'CREATED',
    ]);
  });
});

describe('who may', () => {
  test('an operator raises and sees, and does not cancel; without a token nobody does anything', async () => {
    await shop.serial('B-8');
    const { id } = await shop.raise({ serialNumbers: ['B-8'] });
    const cancel = `mutation { cancelNonConformance(input: { id: "${id}", reason: "x" }) { errors { code } } }`;
    expect(await shop.plant.refuse('quality', operator, cancel)).toEqual(['FORBIDDEN']);
    expect(await shop.plant.refuse('quality', undefined, cancel)).toEqual(['UNAUTHENTICATED']);
    expect(await shop.plant.refuse('quality', inspector, cancel)).toEqual(['FORBIDDEN']);
  });

  test('a program that raises is named as one', async () => {
    await shop.serial('B-9');
    const { id } = await shop.raise({ serialNumbers: ['B-9'] }, program('QUALITY_INSPECTOR'));
    expect(
      await shop.look(id, 'raisedBy { __typename } history(first: 1) { nodes { actor { __typename } } }'),
    ).toEqual({
      raisedBy: { __typename: 'ApiClient' },
      history: { nodes: [{ actor: { __typename: 'ApiClient' } }] },
    });
  });

  test('another tenant and another site see none of it', async () => {
    const serial = await shop.serial('B-10');
    const { id, number } = await shop.raise({ serialNumbers: ['B-10'] });
    const query = `query ($id: ID!, $number: String!, $r: [_Any!]!) { nonConformance(id: $id) { id }
      nonConformanceByNumber(number: $number) { id } nonConformances(first: 5, filter: { serialNumber: "B-10" }) { nodes { id } }
      _entities(representations: $r) { ... on SerializedPart { nonConformances(first: 5) { nodes { id } } } ... on NonConformance { id } } }`;
    const variables = {
      id,
      number,
      r: [
        { __typename: 'SerializedPart', id: serial },
        { __typename: 'NonConformance', id },
      ],
    };
    const own = await shop.plant.run('quality', quality, query, variables);
    expect(own).toEqual({
      nonConformance: { id },
      nonConformanceByNumber: { id },
      nonConformances: { nodes: [{ id }] },
      _entities: [{ nonConformances: { nodes: [{ id }] } }, { id }],
    });
    for (const more of [{ tenantId: OTHER_TENANT }, { siteIds: [newId()] }]) {
      const stranger = persona('ADMINISTRATOR', more);
      expect(await shop.plant.run('quality', stranger, query, variables)).toEqual({
        nonConformance: null,
        nonConformanceByNumber: null,
        nonConformances: { nodes: [] },
        _entities: [{ nonConformances: { nodes: [] } }, null],
      });
      expect(
        await shop.refused('containNonConformance', 'nonConformance', { id, containment: 'x' }, stranger),
      ).toMatchObject([{ code: 'NOT_FOUND' }]);
    }
  });
});
