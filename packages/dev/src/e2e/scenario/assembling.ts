import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { validateAgainstXsd } from '../../../../../subgraphs/integration/src/b2mml/index.ts';
import { schemaFolder, skipReason } from '../../../../../subgraphs/integration/src/b2mml/reference-data.ts';
import type { Caller } from '../caller.ts';
import {
  BLADE_SERIALS,
  BLADES,
  BOLT_LOT,
  operationId,
  ROTOR,
  ROTOR_SERIAL,
  type Tell,
  TITANIUM_LOT,
  theOrder,
} from './story.ts';

const [FIRST, SECOND, THIRD] = BLADE_SERIALS;
const schemas = schemaFolder(process.env);

/** A component that is in a piece. */
interface Link {
  readonly link: { readonly id: string; readonly linkedAt: string; readonly unlinkedAt: string | null };
}

/** The rotor, from its pieces to its as-built record. */
export function assembling(story: Tell): void {
  let replacedAt = '';
  const performances: string[] = [];

  describe('the rotor', () => {
    const component = async (input: object) => ({
      id: randomUUID(),
      parentSerialNumber: ROTOR_SERIAL,
      workOrderNumber: ROTOR,
      operationId: await operationId(story().people.operator, ROTOR, 10),
      ...input,
    });

    test('is assembled of two blades and four bolts of a lot, each once', async () => {
      const { people, plant } = story();
      const bolts = {
        partNumber: 'BOLT-300',
        quantity: { value: '100', unit: 'EA' },
        supplier: 'Bolts & Co',
      };
      await people.handler.act('receiveMaterial', { number: BOLT_LOT, locationCode: 'STORE', ...bolts });
      const serials = [{ serialNumber: ROTOR_SERIAL }];
      await people.operator.act('createSerials', { workOrderNumber: ROTOR, serials });
      const operation = await operationId(people.operator, ROTOR, 10);
      const run = { operationId: operation, equipmentCode: 'BENCH-1', serialNumbers: [ROTOR_SERIAL] };
      await people.operator.act('startOperation', { id: randomUUID(), ...run });
      for (const childSerialNumber of [FIRST, SECOND]) {
        const input = await component({ childSerialNumber, bomPosition: 10 });
        await people.operator.act('assembleSerial', input);
        await people.operator.act('assembleSerial', input);
      }
      const taken = { lotNumber: BOLT_LOT, quantity: { value: '4', unit: 'EA' }, locationCode: 'STORE' };
      await people.operator.act('assembleSerial', await component({ ...taken, bomPosition: 20 }));
      await plant.quiet();
      expect(await contents(people.operator)).toEqual(
        [BOLT_LOT, FIRST, SECOND, ROTOR_SERIAL, TITANIUM_LOT].sort(),
      );
    });

    test('takes no blade that is in it already, and goes into none of its own', async () => {
      const { people } = story();
      const again = await component({ childSerialNumber: FIRST, bomPosition: 10 });
      expect(await people.operator.refused('assembleSerial', again)).toMatchObject({
        __typename: 'AlreadyAssembledError',
      });
      const circle = await component({ parentSerialNumber: FIRST, childSerialNumber: ROTOR_SERIAL });
      expect(await people.operator.refused('assembleSerial', circle)).toMatchObject({
        __typename: 'GenealogyCycleError',
        cycle: [FIRST, ROTOR_SERIAL, FIRST],
      });
    });

    test('has a blade replaced: what was in it before is still known', async () => {
      const { people, plant } = story();
      const { serializedPartBySerialNumber: blade } = await people.operator.ask<{
        serializedPartBySerialNumber: { assembledInto: { id: string; parentNumber: string } };
      }>(`{ serializedPartBySerialNumber(serialNumber: "${FIRST}") { assembledInto { id parentNumber } } }`);
      expect(blade.assembledInto.parentNumber).toBe(ROTOR_SERIAL);
      const removal = { linkId: blade.assembledInto.id, reason: 'nicked at the bench' };
      const { link } = await people.operator.act<Link>(
        'removeSerial',
        removal,
        'link { id linkedAt unlinkedAt }',
      );
      replacedAt = link.unlinkedAt ?? '';
      await people.operator.act(
        'assembleSerial',
        await component({ childSerialNumber: THIRD, bomPosition: 10 }),
      );
      await plant.quiet();
      expect(await contents(people.operator)).toEqual(
        [BOLT_LOT, SECOND, THIRD, ROTOR_SERIAL, TITANIUM_LOT].sort(),
      );
      const before = new Date(Date.parse(replacedAt) - 1).toISOString();
      expect(await contents(people.operator, before)).toEqual(
        [BOLT_LOT, FIRST, SECOND, ROTOR_SERIAL, TITANIUM_LOT].sort(),
      );
    });

    test('is finished, and so is its order', async () => {
      const { people, plant } = story();
      const { nodes } = (
        await people.operator.ask<{ workOrderOperation: { executions: { nodes: { id: string }[] } } }>(
          'query ($id: ID!) { workOrderOperation(id: $id) { executions(first: 10) { nodes { id } } } }',
          { id: await operationId(people.operator, ROTOR, 10) },
        )
      ).workOrderOperation.executions;
      await people.operator.act('completeOperation', { executionId: nodes[0]?.id });
      await people.operator.act('completeSerial', { serialNumber: ROTOR_SERIAL });
      await people.supervisor.act('completeWorkOrder', { id: (await theOrder(people.supervisor, ROTOR)).id });
      await plant.quiet();
      expect(await theOrder(people.supervisor, ROTOR)).toMatchObject({ status: 'COMPLETED' });
    });
  });

  describe('what became of it', () => {
    test('the genealogy of the rotor reaches lots, operations, machines, people and quantities', async () => {
      const { genealogy } = await story().people.auditor.ask<{ genealogy: Genealogy }>(
        `{ genealogy(root: { serialNumber: "${ROTOR_SERIAL}" }) {
          nodes { number depth quantity { value unit } part { number name }
            steps { operationNumber workOrderNumber equipmentCode operatorName completedAt } } edges { id } } }`,
      );
      const node = (number: string) => genealogy.nodes.find((one) => one.number === number);
      expect(genealogy.edges).toHaveLength(5);
      expect(node(TITANIUM_LOT)).toMatchObject({ depth: 2, quantity: { value: '5', unit: 'KGM' } });
      expect(node(BOLT_LOT)).toMatchObject({
        depth: 1,
        quantity: { value: '4', unit: 'EA' },
        part: { name: 'Bolt' },
      });
      expect(node(SECOND)?.part).toEqual({ number: 'BLADE-100', name: 'Fan blade' });
      const steps = node(SECOND)?.steps.map((step) => [
        step.operationNumber,
        step.equipmentCode,
        step.operatorName,
      ]);
      expect(steps).toEqual([
        [10, 'MILL-1', 'operator'],
        [20, 'BENCH-1', 'mate'],
      ]);
      expect(node(SECOND)?.steps.every(({ completedAt }) => completedAt !== null)).toBe(true);
    });

    test('the forward trace of the titanium lists the blades and the rotor', async () => {
      const { materialLotByNumber: lot } = await story().people.auditor.ask<{
        materialLotByNumber: { forwardTrace: { number: string }[] };
      }>(`{ materialLotByNumber(number: "${TITANIUM_LOT}") { forwardTrace { number } } }`);
      const traced = lot.forwardTrace.map(({ number }) => number).filter((number) => number !== TITANIUM_LOT);
      expect(traced.sort()).toEqual([...BLADE_SERIALS, ROTOR_SERIAL].sort());
    });

    test('the as-built record is as designed, and shows the difference while a blade was out', async () => {
      const asBuilt = `units { node { number } components { item { number } unlinkedAt } } differences { kind serialNumber componentNumber }`;
      const { workOrderByNumber } = await story().people.auditor.ask<{
        workOrderByNumber: Record<'now' | 'between', AsBuilt>;
      }>(
        `query ($number: String!, $between: DateTime!) { workOrderByNumber(number: $number) {
          now: asBuilt { ${asBuilt} } between: asBuilt(asOf: $between) { ${asBuilt} } } }`,
        { number: ROTOR, between: replacedAt },
      );
      expect(workOrderByNumber.now.units.map(({ node }) => node.number)).toEqual([ROTOR_SERIAL]);
      expect(workOrderByNumber.now.differences).toEqual([]);
      expect(workOrderByNumber.between.differences).toMatchObject([
        { serialNumber: ROTOR_SERIAL, componentNumber: 'BLADE-100' },
      ]);
    });

    test('the ERP fetches what it is told over HTTP and acknowledges it', async () => {
      const { people } = story();
      for (;;) {
        const next = await people.erp.fetch('/integration/b2mml/outbox');
        if (next.status === 204) break;
        expect(next.status).toBe(200);
        if (next.headers.get('x-message-kind') === 'PERFORMANCE') performances.push(await next.text());
        const acknowledgement = await people.erp.fetch('/integration/b2mml/acknowledgements', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ id: next.headers.get('x-message-id'), accepted: true }),
        });
        expect(acknowledgement.status).toBe(200);
      }
      expect(performances.map((xml) => [BLADES, ROTOR].find((number) => xml.includes(number)))).toEqual([
        BLADES,
        ROTOR,
      ]);
      expect(performances[0]).toContain('<EquipmentID>MILL-1</EquipmentID>');
    });

    test.skipIf(schemas === null)(`and what it is told is valid B2MML V7${skipReason(schemas)}`, () => {
      for (const xml of performances) expect(validateAgainstXsd(xml, schemas as string)).toEqual([]);
    });
  });
}

/** The numbers of all that is in the rotor, itself included, sorted. */
async function contents(caller: Caller, asOf: string | null = null): Promise<string[]> {
  const { genealogy } = await caller.ask<{ genealogy: { nodes: { number: string }[] } }>(
    `query ($asOf: DateTime) { genealogy(root: { serialNumber: "${ROTOR_SERIAL}" }, asOf: $asOf) { nodes { number } } }`,
    { asOf },
  );
  return genealogy.nodes.map(({ number }) => number).sort();
}

interface Genealogy {
  readonly nodes: readonly {
    readonly number: string;
    readonly depth: number;
    readonly quantity: { readonly value: string; readonly unit: string };
    readonly part: { readonly number: string; readonly name: string } | null;
    readonly steps: readonly {
      readonly operationNumber: number;
      readonly equipmentCode: string;
      readonly operatorName: string;
      readonly completedAt: string | null;
    }[];
  }[];
  readonly edges: readonly unknown[];
}

interface AsBuilt {
  readonly units: readonly { readonly node: { readonly number: string } }[];
  readonly differences: readonly unknown[];
}
