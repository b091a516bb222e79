import { newId } from '@machshop/db';
import { persona } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MaterialsPlant } from '../testing/plant.ts';

let plant: MaterialsPlant;
beforeAll(async () => {
  plant = await MaterialsPlant.start();
  await plant.material('BAR');
  await plant.part('BOX');
});
afterAll(() => plant?.close());

const ea = (value: string) => ({ value, unit: 'EA' });
const delivery = <T extends object>(number: string, more: T = {} as T) => ({
  number,
  materialCode: 'BAR',
  quantity: ea('10'),
  locationCode: 'STORE',
  ...more,
});
const receive = (input: object) => plant.mutate('receiveMaterial', 'lot { id number }', input);

describe('a delivery', () => {
  test('makes a lot and its first ledger line, once for one id, also at once', async () => {
    const input = delivery('L-1', {
      id: newId(),
      supplier: 'Mill',
      heatNumber: 'H7',
      occurredAt: '2017-01-31T08:00:00.000Z',
    });
    const both = await Promise.all([receive(input), receive({ ...input, quantity: ea('10.0') })]);
    expect(both.map(({ lot }) => lot)).toEqual([
      { id: input.id, number: 'L-1' },
      { id: input.id, number: 'L-1' },
    ]);
    const { materialLot } = await plant.query<{ materialLot: object }>(
      `query ($id: ID!) { materialLot(id: $id) { receivedAt definitionNumber definition { __typename }
        onHand { value unit } heatNumber supplier } }`,
      { id: input.id },
    );
    expect(materialLot).toEqual({
      receivedAt: '2017-01-31T08:00:00.000Z',
      definitionNumber: 'BAR',
      definition: { __typename: 'Material' },
      onHand: ea('10'),
      heatNumber: 'H7',
      supplier: 'Mill',
    });
    expect(await plant.said('lot.received', input.id)).toHaveLength(1);
    const other = await receive({ ...input, supplier: 'Another' });
    expect(other.errors[0]).toMatchObject({ code: 'ID_TAKEN', path: ['input', 'id'] });
    expect((await receive({ ...input, quantity: ea('11') })).errors[0]?.code).toBe('ID_TAKEN');
  });

  test('with a number that is taken is refused, of two at once one', async () => {
    const outcomes = await Promise.all([receive(delivery('L-2')), receive(delivery('L-2'))]);
    const refused = outcomes.flatMap(({ errors }) => errors);
    expect(refused).toMatchObject([{ code: 'LOT_NUMBER_TAKEN', path: ['input', 'number'] }]);
  });

  test('of many is all or none', async () => {
    const fields = 'lots { number }';
    const lots = ['L-3', 'L-4', 'L-3'].map((number) => delivery(number));
    const refused = await plant.mutate('receiveMaterials', fields, { lots });
    expect(refused.errors[0]).toMatchObject({
      code: 'LOT_NUMBER_TAKEN',
      path: ['input', 'lots', '2', 'number'],
    });
    const made = await plant.mutate('receiveMaterials', fields, { lots: lots.slice(0, 2) });
    expect(made.lots).toEqual([{ number: 'L-3' }, { number: 'L-4' }]);
    const tooMany = await plant.mutate('receiveMaterials', fields, {
      lots: Array.from({ length: 201 }, (_, i) => delivery(`M-${i}`)),
    });
    expect(tooMany.errors[0]?.path).toEqual(['input', 'lots']);
  });

  test('without quantity, of both part and material, or of what is not published is refused at the field', async () => {
    const zero = await receive(delivery('L-5', { quantity: ea('0') }));
    expect(zero.errors[0]?.path).toEqual(['input', 'quantity', 'value']);
    expect((await receive(delivery('L-5', { partNumber: 'BOX' }))).errors[0]?.code).toBe('INVALID_VALUE');
    const unknown = await receive(delivery('L-5', { materialCode: 'NO-SUCH' }));
    expect(unknown.errors).toMatchObject([{ code: 'NOT_FOUND', path: ['input', 'materialCode'] }]);
  });

  test('of what is published a moment later waits for the news', async () => {
    const pending = receive(delivery('L-6', { materialCode: 'LATE' }));
    await plant.material('LATE');
    expect((await pending).errors).toEqual([]);
  });
});

describe('lots', () => {
  test('are listed newest first, by pages, and by filter', async () => {
    await plant.material('PAGED');
    for (const day of [1, 2, 3]) {
      const occurredAt = `2020-01-0${day}T00:00:00.000Z`;
      await receive(delivery(`P-${day}`, { materialCode: 'PAGED', occurredAt }));
    }
    const query = `query ($after: String) { materialLots(first: 2, after: $after, filter: { definitionNumber: "PAGED" }) {
      nodes { number } pageInfo { hasNextPage endCursor } } }`;
    interface Page {
      materialLots: { nodes: { number: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    }
    const first = await plant.query<Page>(query);
    expect(first.materialLots.nodes.map(({ number }) => number)).toEqual(['P-3', 'P-2']);
    const second = await plant.query<Page>(query, { after: first.materialLots.pageInfo.endCursor });
    expect(second.materialLots).toMatchObject({
      nodes: [{ number: 'P-1' }],
      pageInfo: { hasNextPage: false },
    });
  });

  test('are set aside and released by quality, who also alone bring back what lies in quarantine', async () => {
    await receive(delivery('Q-1', { locationCode: 'HOLD' }));
    const handler = persona('MATERIAL_HANDLER');
    const back = { lotNumber: 'Q-1', locationCode: 'HOLD', toLocationCode: 'STORE', quantity: ea('10') };
    const refused = await plant.mutate('transferMaterial', 'transaction { id }', back, handler);
    expect(refused.errors[0]?.code).toBe('DISPOSITION_NOT_PERMITTED');
    await plant.ok('transferMaterial', 'transaction { id }', back);
    const input = { lotNumber: 'Q-1', reason: 'wrong alloy?' };
    const set = await plant.ok<{ lot: { id: string; status: string } }>(
      'quarantineLot',
      'lot { id status }',
      input,
    );
    expect(set.lot.status).toBe('QUARANTINE');
    await plant.ok('quarantineLot', 'lot { status }', input);
    expect(await plant.said('lot.changed', set.lot.id)).toMatchObject([
      { change: { old: { status: 'AVAILABLE' }, new: { status: 'QUARANTINE' }, reason: 'wrong alloy?' } },
    ]);
  });

  test('have certificates, each number once', async () => {
    await receive(delivery('C-1'));
    const input = {
      id: newId(),
      lotNumber: 'C-1',
      number: 'MTR-7',
      kind: 'MILL_TEST_REPORT',
      issuedBy: 'Mill',
      issuedAt: '2026-01-31',
      documentSha256: 'a'.repeat(64),
      facts: { tensileMpa: '950', standard: 'AMS 4928' },
    };
    const fields = 'certificate { id facts issuedAt lot { certificates { number } } }';
    const first = await plant.ok('recordMaterialCertificate', fields, input);
    expect(await plant.ok('recordMaterialCertificate', fields, input)).toEqual(first);
    expect(first).toMatchObject({
      certificate: {
        facts: input.facts,
        issuedAt: '2026-01-31',
        lot: { certificates: [{ number: 'MTR-7' }] },
      },
    });
    const again = await plant.mutate('recordMaterialCertificate', fields, { ...input, id: newId() });
    expect(again.errors[0]?.code).toBe('CERTIFICATE_NUMBER_TAKEN');
    expect(await plant.said('certificate.recorded', input.id)).toHaveLength(1);
  });
});
