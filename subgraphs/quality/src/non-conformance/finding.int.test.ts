import { newId } from '@machshop/db';
import { authEvents } from '@machshop/schema/events/auth.ts';
import { TEST_SITE } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { QualityPlant, quality } from '../testing.ts';

let shop: QualityPlant;
let offset = 0;
beforeAll(async () => {
  shop = await QualityPlant.start(() => new Date(Date.now() + offset));
});
afterAll(() => shop?.close());

describe('finding', () => {
  test('goes by every filter, page after page', async () => {
    await shop.serial('F-1');
    await shop.lot('F-LOT');
    const day = 24 * 60 * 60 * 1000;
    const { id } = await shop.raise({
      serialNumbers: ['F-1'],
      lots: [{ lotNumber: 'F-LOT', quantity: { value: '2.5', unit: 'KGM' } }],
      quantity: { value: '1', unit: 'EA' },
      orders: [{ workOrderNumber: 'WO-1', quantity: { value: '3', unit: 'EA' } }],
      equipmentCode: 'DMU-01',
      severity: 'CRITICAL',
      source: 'AUDIT',
      defectCode: 'FIND-ME',
    });
    const found = async (filter: object) => {
      const query =
        'query ($filter: NonConformanceFilter) { nonConformances(first: 100, filter: $filter) { nodes { id } } }';
      const answer = await shop.plant.run<{ nonConformances: { nodes: { id: string }[] } }>(
        'quality',
        quality,
        query,
        {
          filter,
        },
      );
      return answer.nonConformances.nodes.map((node) => node.id);
    };
    const span = (from: number, to: number) => ({
      raisedFrom: new Date(Date.now() + from).toISOString(),
      raisedTo: new Date(Date.now() + to).toISOString(),
    });
    for (const filter of [
      { siteId: TEST_SITE },
      { status: ['OPEN', 'CLOSED'] },
      { severity: 'CRITICAL' },
      { source: 'AUDIT' },
      { definitionNumber: 'BLADE' },
      { definitionId: shop.part },
      { serialNumber: 'F-1' },
      { lotNumber: 'F-LOT' },
      { workOrderNumber: 'WO-1' },
      { equipmentCode: 'DMU-01' },
      { workCenterCode: 'MILL' },
      { defectCode: 'FIND-ME' },
      { overdue: false },
      span(-day, day),
    ])
      expect(await found(filter), JSON.stringify(filter)).toContain(id);
    for (const filter of [
      { siteId: newId() },
      { siteId: 'no uuid' },
      { status: ['CLOSED'] },
      { severity: 'MAJOR' },
      { serialNumber: 'F-LOT' },
      { lotNumber: 'F-1' },
      { workOrderNumber: 'F-1' },
      { overdue: true },
      span(-2 * day, -day),
    ])
      expect(await found(filter), JSON.stringify(filter)).not.toContain(id);
  });

  test('an order, a lot and a machine show what was found of them', async () => {
    const lot = await shop.lot('C-LOT');
    const { id } = await shop.raise({
      lots: [{ lotNumber: 'C-LOT', quantity: { value: '0.125', unit: 'KGM' } }],
      workOrderNumber: 'WO-1',
      equipmentCode: 'DMU-01',
    });
    const shown = 'nonConformances(first: 1) { nodes { id quantity { value unit } } }';
    const held = 'qualityHold';
    const { _entities } = await shop.plant.run<{ _entities: unknown[] }>(
      'quality',
      quality,
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on WorkOrder { ${shown} ${held} } ... on MaterialLot { ${shown} ${held} } ... on Equipment { ${shown} } } }`,
      {
        r: [
          { __typename: 'WorkOrder', id: shop.order },
          { __typename: 'MaterialLot', id: lot },
          { __typename: 'Equipment', id: shop.machine },
        ],
      },
    );
    const one = { nonConformances: { nodes: [{ id, quantity: { value: '0.125', unit: 'KGM' } }] } };
    expect(_entities).toEqual([
      { ...one, qualityHold: expect.any(String) },
      { ...one, qualityHold: 'BLOCKED' },
      one,
    ]);
  });

  test('of many pieces at once each shows its own, newest first and page after page', async () => {
    const pieces = await Promise.all(['P-1', 'P-2', 'P-3'].map((number) => shop.serial(number)));
    const raised: string[] = [];
    for (const serialNumbers of [['P-1'], ['P-1', 'P-2'], ['P-1']])
      raised.unshift((await shop.raise({ serialNumbers })).id);
    const shown = async (first: number, after: string | null = null) => {
      const query = `query ($r: [_Any!]!, $first: Int!, $after: String) { _entities(representations: $r) {
        ... on SerializedPart { nonConformances(first: $first, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } } } }`;
      const r = [...pieces, 'no uuid'].map((id) => ({ __typename: 'SerializedPart', id }));
      const { _entities } = await shop.plant.run<{
        _entities: {
          nonConformances: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
        }[];
      }>('quality', quality, query, { r, first, after });
      return _entities.map(({ nonConformances }) => nonConformances);
    };
    const pages = await shown(2);
    expect(pages.map(({ nodes }) => nodes.map(({ id }) => id))).toEqual([
      raised.slice(0, 2),
      [raised[1]],
      [],
      [],
    ]);
    expect(pages.map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual([true, false, false, false]);
    const [rest] = await shown(2, pages[0]?.pageInfo.endCursor);
    expect(rest?.nodes.map(({ id }) => id)).toEqual(raised.slice(2));
  });
});

test('news of elsewhere that come twice or late change nothing', async () => {
  const id = newId();
  const said = (eventId: string, code: string) =>
    shop.plant.say(authEvents['site.changed'], {
      id,
      eventId,
      data: {
        site: { __typename: 'Site', id },
        code,
        change: { action: 'UPDATE', entity: { __typename: 'Site', id }, old: null, new: null, reason: null },
      },
    });
  const first = newId();
  await said(first, 'NORTH');
  await said(newId(), 'NORTH-2');
  await said(first, 'NORTH');
  // said before all of these, and heard after them; an event has the time at which it is said
  offset = -60_000;
  const late = said(newId(), 'NORTH-0');
  offset = 0;
  await late;
  await shop.plant.idle();
  await shop.serial('S-NEWS');
  const { number } = await shop.raise({ serialNumbers: ['S-NEWS'], siteId: id });
  expect(number).toMatch(/^NCR-NORTH-2-/);
});

test('a piece from before quality listened is known once something happens to it, and keeps the site that it had', async () => {
  await shop.serial('OLD-1', 'changed');
  const old = await shop.raise({ serialNumbers: ['OLD-1'], equipmentCode: 'DMU-01' });
  expect(old.affected).toMatchObject([{ number: 'OLD-1', hold: 'BLOCKED' }]);
  const id = await shop.serial('NEW-1');
  await shop.serial('NEW-1', 'changed', id);
  await shop.plant.idle();
  const { number } = await shop.raise({ serialNumbers: ['NEW-1'] });
  expect(number).toMatch(/^NCR-MAIN-/);
});
