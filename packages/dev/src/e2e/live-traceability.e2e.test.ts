import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { E2ePlant } from './e2e-plant.ts';
import { startEmbedded } from './embedded.ts';
import { ea, findPlaces, makeSerials, type Places } from './places.ts';
import { args, PATIENCE, refusedTo, watch } from './watching.ts';

let plant: E2ePlant;
let places: Places;
beforeAll(async () => {
  plant = await startEmbedded(inject('adminDatabaseUrl'), 'trace');
  places = await findPlaces(plant);
});
afterAll(() => plant?.close());

/** A component that is in a piece. */
interface Link {
  readonly link: { readonly id: string };
}

describe('what goes into what', () => {
  const LINK = `reason quantity { value unit } bomPosition workOrder { number } linkId parentNumber childNumber
    parent { ... on SerializedPart { serialNumber } ... on WorkOrder { number } }
    child { ... on SerializedPart { serialNumber } ... on MaterialLot { lotNumber: number } }`;

  test('is told to who watches the piece that it goes into, and to who watches the piece that goes', async () => {
    const { home } = places;
    const [top, blade, third] = await makeSerials(home, 'TOP', 'BLADE', 'THIRD');
    await plant.quiet();
    const of = (id: string | undefined) =>
      watch(home.boss, 'serializedPartChanged', args({ id }), `status ${LINK}`);
    const [parent, child, neither] = [await of(top), await of(blade), await of(third)];
    for (const one of [parent, child, neither]) await expect.poll(one, PATIENCE).toHaveLength(1);
    const ends = { parentSerialNumber: 'HOME-TOP', childSerialNumber: 'HOME-BLADE' };
    const { link } = await home.boss.act<Link>('assembleSerial', { ...ends, bomPosition: 10 }, 'link { id }');
    await home.boss.act('removeSerial', { linkId: link.id, reason: 'nicked', scrap: true });
    const linked = {
      event: 'materials.genealogy.linked',
      reason: null,
      quantity: { value: '1', unit: 'C62' },
      bomPosition: 10,
      workOrder: { number: 'HOME-WO' },
      linkId: link.id,
      parentNumber: 'HOME-TOP',
      childNumber: 'HOME-BLADE',
      parent: { serialNumber: 'HOME-TOP' },
      child: { serialNumber: 'HOME-BLADE' },
    };
    const unlinked = { ...linked, event: 'materials.genealogy.unlinked', reason: 'nicked' };
    await expect.poll(() => parent().slice(1), PATIENCE).toMatchObject([linked, unlinked]);
    await expect
      .poll(() => child().slice(1), PATIENCE)
      .toMatchObject([
        linked,
        { event: 'materials.serial.changed', status: 'ASSEMBLED', reason: 'into HOME-TOP' },
        unlinked,
        { event: 'materials.serial.scrapped', status: 'SCRAPPED', reason: 'nicked' },
      ]);
    expect(neither()).toHaveLength(1);
  });

  test('is chosen by a part of either end, by an order, and by the kind of event', async () => {
    const { home } = places;
    const { parts } = await home.boss.ask<{ parts: { nodes: { id: string; number: string }[] } }>(
      '{ parts(first: 50) { nodes { id number } } }',
    );
    const partId = (number: string) => parts.nodes.find((one) => one.number === number)?.id;
    const of = (given: object) =>
      watch(home.boss, 'serializedPartsChanged', args({ ...given }), 'childNumber quantity { value unit }');
    const watched = {
      rotor: await of({ definitionId: partId('HOME-ROTOR'), events: ['materials.genealogy.linked'] }),
      bolt: await of({ definitionId: partId('HOME-BOLT') }),
      order: await of({ workOrderId: home.orderId, events: ['materials.genealogy.linked'] }),
      others: await of({ workOrderId: places.branch.orderId }),
      elsewhere: await of({ definitionId: partId('BRANCH-ROTOR') }),
    };
    await makeSerials(home, 'BOLTED');
    const taken = { lotNumber: 'HOME-BOLTS', quantity: ea('4'), locationCode: 'HOME-STORE' };
    await home.boss.act('assembleSerial', { parentSerialNumber: 'HOME-BOLTED', ...taken });
    await plant.quiet();
    const heard = () => Object.fromEntries(Object.entries(watched).map(([who, of]) => [who, of()]));
    const linked = { event: 'materials.genealogy.linked', childNumber: 'HOME-BOLTS', quantity: ea('4') };
    await expect
      .poll(heard, PATIENCE)
      .toEqual({ rotor: [linked], bolt: [linked], order: [linked], others: [], elsewhere: [] });
  });

  test('is not told to who works at another site, nor what became of a piece there', async () => {
    const { home, branch } = places;
    const [id] = await makeSerials(home, 'OURS', 'PART-OF-OURS');
    await plant.quiet();
    const query = args({ id });
    const [own, outside] = await Promise.all(
      [home, branch].map(({ boss }) =>
        boss.listen(`subscription { serializedPartChanged${query} { event serializedPart { status } } }`),
      ),
    );
    await expect.poll(() => own, PATIENCE).toHaveLength(1);
    const ends = { parentSerialNumber: 'HOME-OURS', childSerialNumber: 'HOME-PART-OF-OURS' };
    await home.boss.act('assembleSerial', ends);
    await home.boss.act('completeSerial', { serialNumber: 'HOME-OURS' });
    await expect.poll(() => own, PATIENCE).toHaveLength(3);
    expect(outside).toMatchObject([
      { data: { serializedPartChanged: { event: null, serializedPart: null } } },
    ]);
  });

  test('is refused to who may see no pieces', async () => {
    for (const field of ['serializedPartsChanged', `serializedPartChanged(id: "${randomUUID()}")`])
      expect(await refusedTo(places.maintenance, `subscription { ${field} { event } }`)).toEqual([
        'FORBIDDEN',
      ]);
  });
});

test('a certificate of a lot is told to who watches the lot, and not to who watches another', async () => {
  const { home, branch } = places;
  const lotOf = async ({ boss }: typeof home, number: string) => {
    const query = '{ materialLots(first: 50) { nodes { id number } } }';
    const { materialLots } = await boss.ask<{ materialLots: { nodes: { id: string; number: string }[] } }>(
      query,
    );
    return materialLots.nodes.find((lot) => lot.number === number)?.id;
  };
  const of = async (place: typeof home, number: string) =>
    watch(
      place.boss,
      'materialLotChanged',
      args({ id: await lotOf(place, number) }),
      'certificateNumber lot { number certificates { number kind } }',
    );
  const watched = [await of(home, 'HOME-BOLTS'), await of(branch, 'BRANCH-BOLTS')] as const;
  for (const one of watched) await expect.poll(one, PATIENCE).toHaveLength(1);
  await home.boss.act('recordMaterialCertificate', {
    lotNumber: 'HOME-BOLTS',
    number: 'CERT-7',
    kind: 'CERTIFICATE_OF_CONFORMANCE',
    issuedBy: 'the maker',
    issuedAt: '2026-01-15',
  });
  await plant.quiet();
  await expect
    .poll(() => watched[0]().slice(1), PATIENCE)
    .toEqual([
      {
        event: 'materials.certificate.recorded',
        certificateNumber: 'CERT-7',
        lot: {
          number: 'HOME-BOLTS',
          certificates: [{ number: 'CERT-7', kind: 'CERTIFICATE_OF_CONFORMANCE' }],
        },
      },
    ]);
  expect(watched[1]()).toHaveLength(1);
});
