import { newId } from '@machshop/db';
import { persona } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MaterialsPlant } from '../testing/plant.ts';

let plant: MaterialsPlant;
let part: { part: string; revision: string };
beforeAll(async () => {
  plant = await MaterialsPlant.start();
  await plant.material('BAR');
  await plant.material('TITANIUM', { critical: true });
  part = await plant.part('BRACKET');
  await plant.order('WO-1', part.part);
  await plant.order('WO-2', part.part);
});
afterAll(() => plant?.close());

const ea = (value: string) => ({ value, unit: 'EA' });
const TRANSACTION = 'transaction { id kind quantity { value } }';
const issue = (lotNumber: string, value: string, more: object = {}) =>
  plant.mutate('issueMaterial', TRANSACTION, {
    lotNumber,
    locationCode: 'STORE',
    toLocationCode: 'FLOOR',
    quantity: ea(value),
    workOrderNumber: 'WO-1',
    ...more,
  });
const consume = (lotNumber: string, value: string, more: object = {}) =>
  plant.mutate('consumeMaterial', `${TRANSACTION} link { id }`, {
    lotNumber,
    locationCode: 'STORE',
    quantity: ea(value),
    workOrderNumber: 'WO-1',
    ...more,
  });
const lotOf = async (number: string) => {
  const query = `query ($number: String!) { materialLotByNumber(number: $number) {
    status onHand { value } balances { location { code } quantity { value } } } }`;
  const answer = await plant.query<{
    materialLotByNumber: {
      status: string;
      onHand: { value: string };
      balances: { location: { code: string }; quantity: { value: string } }[];
    };
  }>(query, { number });
  return answer.materialLotByNumber;
};

describe('stock', () => {
  test('of 50 parallel issues of one from a lot of 20, 20 succeed and the rest are told that nothing is left', async () => {
    await plant.receive('LOT-PARALLEL', 'BAR', '20');
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => issue('LOT-PARALLEL', '1')));
    expect(outcomes.filter(({ errors }) => errors.length === 0)).toHaveLength(20);
    const codes = new Set(outcomes.flatMap(({ errors }) => errors.map(({ code }) => code)));
    expect([...codes]).toEqual(['INSUFFICIENT_STOCK']);
    expect(await lotOf('LOT-PARALLEL')).toMatchObject({
      status: 'AVAILABLE',
      balances: [{ location: { code: 'FLOOR' }, quantity: { value: '20' } }],
    });
    await plant.verify();
  });

  test('the same id again changes nothing, also at once, and with other content it is refused', async () => {
    await plant.receive('LOT-SAME', 'BAR', '10');
    const id = newId();
    const both = await Promise.all([issue('LOT-SAME', '3', { id }), issue('LOT-SAME', '3.0', { id })]);
    expect(both.map(({ transaction }) => (transaction as { id: string }).id)).toEqual([id, id]);
    expect((await issue('LOT-SAME', '4', { id })).errors[0]?.code).toBe('ID_TAKEN');
    expect((await lotOf('LOT-SAME')).balances).toContainEqual({
      location: { code: 'STORE' },
      quantity: { value: '7' },
    });
    expect(await plant.said('transaction.recorded', id)).toHaveLength(1);
  });

  test('goes out to the floor, back, to another store, to scrap, and is adjusted; the ledger adds up', async () => {
    await plant.receive('LOT-ROUND', 'BAR', '10.5');
    const lot = { lotNumber: 'LOT-ROUND' };
    await issue('LOT-ROUND', '4');
    const back = { ...lot, locationCode: 'FLOOR', toLocationCode: 'STORE', quantity: ea('1') };
    await plant.ok('returnMaterial', TRANSACTION, back);
    const move = { ...lot, locationCode: 'STORE', toLocationCode: 'STORE-2', quantity: ea('2') };
    await plant.ok('transferMaterial', TRANSACTION, move);
    const scrap = { ...lot, locationCode: 'STORE-2', quantity: ea('0.25'), reason: 'bent' };
    await plant.ok('scrapMaterial', TRANSACTION, scrap);
    const count = { ...lot, locationCode: 'STORE', quantity: ea('-0.001'), reason: 'counted' };
    await plant.ok('adjustInventory', TRANSACTION, count);
    const { balances, onHand } = await lotOf('LOT-ROUND');
    const held = Object.fromEntries(balances.map((one) => [one.location.code, one.quantity.value]));
    expect(held).toEqual({ FLOOR: '3', STORE: '5.499', 'STORE-2': '1.75' });
    expect(onHand.value).toBe('10.249');
    await plant.verify();
    const { materialTransactions } = await plant.query<{
      materialTransactions: { nodes: { kind: string; reason: string | null }[] };
    }>('{ materialTransactions(first: 10, filter: { lotNumber: "LOT-ROUND" }) { nodes { kind reason } } }');
    expect(materialTransactions.nodes.map(({ kind }) => kind)).toEqual([
      'ADJUSTMENT',
      'SCRAP',
      'TRANSFER',
      'RETURN',
      'ISSUE',
      'RECEIPT',
    ]);
  });

  test('is counted in the unit of its definition: another is refused with UNIT_MISMATCH', async () => {
    await plant.receive('LOT-UNIT', 'BAR', '1');
    const { errors } = await issue('LOT-UNIT', '1', { quantity: { value: '1', unit: 'KGM' } });
    expect(errors).toMatchObject([{ code: 'UNIT_MISMATCH', path: ['input', 'quantity', 'unit'] }]);
    const received = await plant.mutate('receiveMaterial', 'lot { id }', {
      number: 'LOT-KG',
      materialCode: 'BAR',
      quantity: { value: '1', unit: 'KGM' },
      locationCode: 'STORE',
    });
    expect(received.errors[0]?.code).toBe('UNIT_MISMATCH');
  });

  test('of a critical material is consumed only with a certificate', async () => {
    await plant.receive('LOT-TI', 'TITANIUM', '5');
    expect((await consume('LOT-TI', '1')).errors[0]?.code).toBe('CERTIFICATE_MISSING');
    expect((await issue('LOT-TI', '1')).errors[0]?.code).toBe('CERTIFICATE_MISSING');
    await plant.ok('recordMaterialCertificate', 'certificate { id }', {
      lotNumber: 'LOT-TI',
      number: 'MTR-1',
      kind: 'MILL_TEST_REPORT',
      issuedBy: 'Mill',
      issuedAt: '2026-01-31',
      facts: { heat: 'H1', Ti: '89.9' },
    });
    expect((await consume('LOT-TI', '1')).errors).toEqual([]);
  });

  test('in quarantine or past its time is not issued', async () => {
    await plant.receive('LOT-HELD', 'BAR', '5', { quarantine: true });
    expect((await issue('LOT-HELD', '1')).errors[0]?.code).toBe('LOT_IN_QUARANTINE');
    await plant.ok('releaseLot', 'lot { id }', { lotNumber: 'LOT-HELD', reason: 'inspected' });
    expect((await issue('LOT-HELD', '1')).errors).toEqual([]);
    const yesterday = new Date(Date.now() - 86_400_000).toISOString();
    const before = new Date(Date.now() - 2 * 86_400_000).toISOString();
    await plant.receive('LOT-OLD', 'BAR', '5', { expiresAt: yesterday, occurredAt: before });
    expect((await issue('LOT-OLD', '1')).errors[0]?.code).toBe('LOT_EXPIRED');
    expect((await lotOf('LOT-OLD')).status).toBe('EXPIRED');
  });

  test('that is all used makes the lot EXHAUSTED', async () => {
    await plant.receive('LOT-GONE', 'BAR', '2');
    await consume('LOT-GONE', '2');
    expect(await lotOf('LOT-GONE')).toMatchObject({ status: 'EXHAUSTED', balances: [] });
  });

  test('reported late keeps both times, and only with the permission', async () => {
    await plant.receive('LOT-LATE', 'BAR', '2', { occurredAt: '2017-01-31T08:00:00.000Z' });
    const operator = persona('OPERATOR');
    const input = {
      lotNumber: 'LOT-LATE',
      locationCode: 'STORE',
      quantity: ea('1'),
      workOrderNumber: 'WO-1',
      occurredAt: '2017-02-01T08:00:00.000Z',
    };
    const refused = await plant.mutate('consumeMaterial', TRANSACTION, input, operator);
    expect(refused.errors[0]?.code).toBe('BACKDATING_NOT_PERMITTED');
    const fields = 'transaction { id occurredAt recordedAt }';
    const { transaction } = await plant.ok<{ transaction: Record<string, string> }>(
      'consumeMaterial',
      fields,
      input,
    );
    expect(transaction.occurredAt).toBe('2017-02-01T08:00:00.000Z');
    expect(transaction.recordedAt?.startsWith('2017')).toBe(false);
    const [event] = await plant.said('material.consumed', transaction.id as string);
    expect(event).toMatchObject({
      kind: 'CONSUMPTION',
      quantity: { value: '-1' },
      workOrderNumber: 'WO-1',
      occurredAt: '2017-02-01T08:00:00.000Z',
    });
  });

  test('for an order that is not known or not released is refused', async () => {
    await plant.receive('LOT-ORDER', 'BAR', '2');
    expect((await consume('LOT-ORDER', '1', { workOrderNumber: 'WO-NONE' })).errors[0]?.code).toBe(
      'NOT_FOUND',
    );
    await plant.order('WO-NEW', part.part, { status: 'CREATED' });
    expect((await consume('LOT-ORDER', '1', { workOrderNumber: 'WO-NEW' })).errors[0]?.code).toBe(
      'ORDER_NOT_OPEN',
    );
  });

  test('a ledger line cannot be changed or removed, whoever asks', async () => {
    await expect(plant.plant.admin`update materials.material_transactions set quantity = 1`).rejects.toThrow(
      'append-only',
    );
    await expect(plant.plant.admin`delete from materials.material_transactions`).rejects.toThrow(
      'append-only',
    );
  });

  test('a balance that was tampered with is found by verifyInventory', async () => {
    await plant.receive('LOT-TAMPER', 'BAR', '2');
    await plant.plant.admin`update materials.inventory_balances set quantity = 3
      where lot_id = (select id from materials.material_lots where number = 'LOT-TAMPER')`;
    await expect(plant.verify()).rejects.toThrow('LOT-TAMPER');
    await plant.plant.admin`update materials.inventory_balances set quantity = 2
      where lot_id = (select id from materials.material_lots where number = 'LOT-TAMPER')`;
    await plant.verify();
  });
});
