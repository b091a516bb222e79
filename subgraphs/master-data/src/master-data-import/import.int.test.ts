import { OTHER_TENANT, persona, startTestPlant, type TestPlant } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { subgraph } from '../subgraph.ts';
import { ask, linesOf, mutate, operator, planner } from '../testing.ts';

let plant: TestPlant;
beforeAll(async () => {
  plant = await startTestPlant({ subgraphs: [subgraph] });
});
afterAll(() => plant?.close());

interface Outcome {
  outcome: string;
}
interface Imported {
  parts: (Outcome & { partRevision: { revision: string } })[] | null;
  materials: Outcome[];
  customers: Outcome[];
  boms: (Outcome & { bom: { id: string; effectiveFrom: string } })[];
  routings: (Outcome & { routing: { version: number } })[];
}
const FIELDS = `parts { outcome partRevision { revision } } materials { outcome } customers { outcome }
  boms { outcome bom { id effectiveFrom } } routings { outcome routing { version } }`;
const load = (input: unknown, viewer = planner) =>
  mutate<Imported>(plant, 'importMasterData', FIELDS, input, viewer);
const outcomes = (answer: Imported) =>
  [answer.materials, answer.customers, answer.parts, answer.boms, answer.routings].map((items) =>
    items?.map((item) => item.outcome).join(),
  );

const part = (number: string, more = {}) => ({
  number,
  name: `Part ${number}`,
  unit: 'C62',
  tracking: 'SERIAL',
  effectiveFrom: '2017-02-01T00:00:00Z',
  ...more,
});
const step = (operationNumber: number, more = {}) => ({
  operationNumber,
  name: `OP${operationNumber}`,
  workCenterCode: 'VMX24',
  runSecondsPerUnit: '80',
  ...more,
});
const cradle = (prefix: string) => ({
  materials: [{ code: `${prefix}-ALU`, name: 'Aluminium', unit: 'C62' }],
  customers: [{ code: `${prefix}-NIST`, name: 'NIST' }],
  parts: [part(`${prefix}-BOX`, { revision: 'D' }), part(`${prefix}-COVER`), part(`${prefix}-ASM`)],
  boms: [
    { partNumber: `${prefix}-ASM`, lines: linesOf(`${prefix}-BOX`, `${prefix}-COVER`) },
    {
      partNumber: `${prefix}-BOX`,
      lines: [{ position: 1, materialCode: `${prefix}-ALU`, quantity: { value: '1.50', unit: 'C62' } }],
    },
  ],
  routings: [{ number: `${prefix}-R`, partNumber: `${prefix}-BOX`, operations: [step(10), step(20)] }],
});
const countOf = async () => {
  await plant.idle();
  return (await plant.events()).length;
};

describe('importing', () => {
  test('publishes all of it; the same document again changes nothing and says nothing', async () => {
    const first = await load(cradle('A'));
    expect(first.errors).toEqual([]);
    expect(outcomes(first)).toEqual([
      'CREATED',
      'CREATED',
      'CREATED,CREATED,CREATED',
      'CREATED,CREATED',
      'CREATED',
    ]);
    expect(first.parts?.map((item) => item.partRevision.revision)).toEqual(['D', 'A', 'A']);
    expect(first.boms[0]?.bom.effectiveFrom).toBe('2017-02-01T00:00:00.000Z');
    const events = await countOf();
    const again = await load(cradle('A'));
    expect(new Set(outcomes(again).flatMap((all) => all?.split(',')))).toEqual(new Set(['UNCHANGED']));
    expect(again.boms).toMatchObject(first.boms.map(({ bom }) => ({ bom })));
    expect(await countOf()).toBe(events);
  });

  test('the same document twice at once makes everything once', async () => {
    const answers = await Promise.all([load(cradle('B')), load(cradle('B'))]);
    expect(answers.map((answer) => outcomes(answer)[0]).sort()).toEqual(['CREATED', 'UNCHANGED']);
  });

  test('a changed document makes a new revision, a new bill from now on and a new version', async () => {
    await load(cradle('C'));
    const { boms, routings, parts } = cradle('C');
    const changed = {
      materials: [{ code: 'C-ALU', name: 'Aluminium 6061', unit: 'C62', critical: true }],
      parts: [parts[0], part('C-COVER', { critical: true, effectiveFrom: '2020-01-01T00:00:00Z' }), parts[2]],
      boms: [{ ...boms[0], lines: linesOf('C-BOX') }, boms[1]],
      routings: [{ ...routings[0], operations: [step(10, { setupSeconds: '60' }), step(20)] }],
    };
    const answer = await load(changed);
    expect(answer.errors).toEqual([]);
    expect(outcomes(answer)).toEqual([
      'CHANGED',
      '',
      'UNCHANGED,CHANGED,UNCHANGED',
      'CHANGED,UNCHANGED',
      'CHANGED',
    ]);
    expect(answer.parts?.[1]?.partRevision.revision).toBe('B');
    expect(answer.routings[0]?.routing.version).toBe(2);
    const lines = '{ lines { component { ... on Part { number } } } }';
    expect(
      await ask(
        plant,
        `{ partByNumber(number: "C-ASM") { bom ${lines} before: bom(asOf: "2019-01-01T00:00:00Z") ${lines} } }`,
      ),
    ).toEqual({
      partByNumber: {
        bom: { lines: [{ component: { number: 'C-BOX' } }] },
        before: { lines: [{ component: { number: 'C-BOX' } }, { component: { number: 'C-COVER' } }] },
      },
    });
    expect(outcomes(await load(changed))).toEqual([
      'UNCHANGED',
      '',
      'UNCHANGED,UNCHANGED,UNCHANGED',
      'UNCHANGED,UNCHANGED',
      'UNCHANGED',
    ]);
  });

  test('a document with faults makes nothing, and each fault has its place', async () => {
    const { parts, boms, routings } = cradle('D');
    const answer = await load({
      parts: [...parts, part('D-BAD', { unit: 'pieces' })],
      boms: [{ partNumber: 'D-ASM', lines: [...linesOf('D-BOX'), ...linesOf('D-COVER')] }],
      routings,
    });
    expect(answer.errors).toMatchObject([
      { path: ['input', 'parts', '3', 'unit'], message: expect.stringContaining('input.parts[3].unit: ') },
      { code: 'DUPLICATE', path: ['input', 'boms', '0', 'lines', '1', 'position'] },
    ]);
    const unknown = await load({
      parts,
      boms: [...boms, { partNumber: 'D-NONE', lines: linesOf('D-BOX', 'D-NOT') }],
    });
    expect(unknown.parts).toBeNull();
    expect(unknown.errors.map((error) => error.message)).toEqual([
      'input.boms[1].lines[0].materialCode: there is no material D-ALU',
      'input.boms[2].partNumber: there is no part D-NONE',
      'input.boms[2].lines[1].partNumber: there is no part D-NOT',
    ]);
    expect(await ask(plant, `{ partByNumber(number: "D-BOX") { id } }`)).toEqual({ partByNumber: null });
  });

  test('a published revision with another content is refused: the document must name the next one', async () => {
    await load(cradle('E'));
    const { errors } = await load({ parts: [part('E-BOX', { revision: 'D', name: 'Other' })] });
    expect(errors).toMatchObject([{ code: 'REVISION_PUBLISHED', path: ['input', 'parts', '0', 'revision'] }]);
  });

  test('bills that close a cycle within the document are refused with the way', async () => {
    const { errors } = await load({
      parts: [part('F-1'), part('F-2'), part('F-3')],
      boms: [
        { partNumber: 'F-1', lines: linesOf('F-2') },
        { partNumber: 'F-2', lines: linesOf('F-3') },
        { partNumber: 'F-3', lines: linesOf('F-1') },
      ],
    });
    expect(errors).toHaveLength(3);
    expect(errors[0]).toMatchObject({
      code: 'BOM_CYCLE',
      path: ['input', 'boms', '0', 'lines'],
      partNumbers: ['F-1', 'F-2', 'F-3', 'F-1'],
    });
    expect(await ask(plant, `{ partByNumber(number: "F-1") { id } }`)).toEqual({ partByNumber: null });
  });

  test('what one document says in two bills of one revision ends the first where the second begins', async () => {
    const bill = (effectiveFrom: string, ...numbers: string[]) => ({
      partNumber: 'H-ASM',
      effectiveFrom,
      lines: linesOf(...numbers),
    });
    const document = {
      parts: [part('H-ASM'), part('H-1'), part('H-2')],
      boms: [bill('2018-01-01T00:00:00Z', 'H-1'), bill('2020-01-01T00:00:00Z', 'H-2')],
    };
    expect((await load(document)).errors).toEqual([]);
    expect(outcomes(await load(document))[3]).toBe('UNCHANGED,UNCHANGED');
    const corrected = { ...document, boms: [bill('2018-01-01T00:00:00Z', 'H-1', 'H-2'), document.boms[1]] };
    expect((await load(corrected)).errors).toEqual([]);
    const at = (when: string) => `bom(asOf: "${when}T00:00:00Z") { lines { position } }`;
    expect(
      await ask(
        plant,
        `{ partByNumber(number: "H-ASM") { one: ${at('2019-01-01')} two: ${at('2021-01-01')} } }`,
      ),
    ).toEqual({
      partByNumber: {
        one: { lines: [{ position: 10 }, { position: 20 }] },
        two: { lines: [{ position: 10 }] },
      },
    });
  });

  test('needs the permissions of what is in the document, and stays in its tenant', async () => {
    const text = `mutation { importMasterData(input: { parts: [{ number: "X", name: "X", unit: "C62", tracking: NONE }] }) { errors { code } } }`;
    expect(await plant.refuse('master-data', operator, text)).toEqual(['FORBIDDEN']);
    expect(await plant.refuse('master-data', undefined, text)).toEqual(['UNAUTHENTICATED']);
    const stranger = persona('PLANNER', { tenantId: OTHER_TENANT });
    await load({ parts: [part('G-1')] });
    expect(outcomes(await load({ parts: [part('G-1')] }, stranger))[2]).toBe('CREATED');
  });

  test('a thousand parts in a hundred levels come in by one call', async () => {
    const name = (level: number, i: number) => `L-${level}-${i}`;
    const levels = Array.from({ length: 100 }, (_, level) => level);
    const parts = levels.flatMap((level) => Array.from({ length: 10 }, (_, i) => part(name(level, i))));
    const boms = levels.slice(0, -1).flatMap((level) =>
      Array.from({ length: 10 }, (_, i) => ({
        partNumber: name(level, i),
        lines: linesOf(name(level + 1, i), name(level + 1, (i + 1) % 10)),
      })),
    );
    const answer = await load({ parts, boms });
    expect(answer.errors).toEqual([]);
    const { partByNumber } = await ask<{ partByNumber: { bomExplosion: { quantity: { value: string } }[] } }>(
      plant,
      `{ partByNumber(number: "L-0-0") { bomExplosion { depth quantity { value } } } }`,
    );
    const total = partByNumber.bomExplosion
      .slice(-10)
      .reduce((sum, { quantity }) => sum + BigInt(quantity.value), 0n);
    expect(total).toBe(2n ** 99n);
  });
});
