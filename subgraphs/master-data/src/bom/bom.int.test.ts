import { startTestPlant, type TestPlant } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { subgraph } from '../subgraph.ts';
import { ask, linesOf, mutate, planner, publishedPart } from '../testing.ts';

let plant: TestPlant;
beforeAll(async () => {
  plant = await startTestPlant({ subgraphs: [subgraph] });
});
afterAll(() => plant?.close());

interface Bom {
  bom: { id: string; status: string; effectiveFrom: string; effectiveTo: string | null };
}
const BOM = 'bom { id status effectiveFrom effectiveTo }';
const draft = (partRevisionId: string, lines: unknown[], more = {}) =>
  mutate<Bom>(plant, 'createBom', BOM, { partRevisionId, lines, ...more });
const publish = (id: string, more = {}) => mutate<Bom>(plant, 'publishBom', BOM, { id, ...more });
const publishNew = async (partRevisionId: string, lines: unknown[], more = {}) => {
  const { bom, errors } = await draft(partRevisionId, lines);
  return errors.length > 0 ? { bom, errors } : publish(bom.id, more);
};

describe('a bill of material', () => {
  test('is in effect from a time on, until the next one is', async () => {
    const box = await publishedPart(plant, 'A-BOX');
    for (const number of ['A-1', 'A-2']) await publishedPart(plant, number);
    const first = await publishNew(box.revisionId, linesOf('A-1'), { effectiveFrom: '2018-01-01T00:00:00Z' });
    expect(first.errors).toEqual([]);
    const next = { effectiveFrom: '2020-01-01T00:00:00Z' };
    const second = await draft(box.revisionId, linesOf('A-1', 'A-2'));
    expect((await publish(second.bom.id, next)).errors).toMatchObject([
      { code: 'BOM_OVERLAPS', effectiveFrom: '2018-01-01T00:00:00.000Z' },
    ]);
    expect((await publish(second.bom.id, { ...next, endPrevious: true })).errors).toEqual([]);
    const lines = '{ lines { position component { ... on Part { number } } quantity { value unit } } }';
    expect(
      await ask(
        plant,
        `query ($id: ID!) { part(id: $id) {
          never: bom(asOf: "2017-06-01T00:00:00Z") { id }
          before: bom(asOf: "2019-12-31T23:59:59Z") ${lines}
          after: bom(asOf: "2020-01-01T00:00:00Z") ${lines} } }`,
        { id: box.id },
      ),
    ).toMatchObject({
      part: {
        never: null,
        before: {
          lines: [{ position: 10, component: { number: 'A-1' }, quantity: { value: '1', unit: 'C62' } }],
        },
        after: { lines: [{ component: { number: 'A-1' } }, { component: { number: 'A-2' } }] },
      },
    });
    await plant.idle();
    const events = (await plant.events('master-data.bom.published')).filter(
      ({ data }) => (data.part as { id: string }).id === box.id,
    );
    expect(events.map(({ data }) => data.effectiveTo)).toEqual([null, '2020-01-01T00:00:00.000Z', null]);
    expect(events[2]?.data).toMatchObject({
      lines: [{ componentNumber: 'A-1' }, { componentNumber: 'A-2' }],
    });
  });

  test('of one revision is never in effect with another, the database says so too', async () => {
    const box = await publishedPart(plant, 'B-BOX');
    await publishedPart(plant, 'B-1');
    const { bom } = await publishNew(box.revisionId, linesOf('B-1'));
    const copy = plant.admin`insert into master_data.boms
      select gen_random_uuid(), tenant_id, part_id, part_revision_id, status, effective_from, effective_to, request_hash, recorded_at
      from master_data.boms where id = ${bom.id}`;
    await expect(copy).rejects.toMatchObject({ constraint_name: 'boms_effectivity_excl' });
  });

  test('that would contain its own part is refused with the way that would close', async () => {
    const made = new Map<string, string>();
    for (const number of ['C-1', 'C-2', 'C-3'])
      made.set(number, (await publishedPart(plant, number)).revisionId);
    const of = (number: string) => made.get(number) ?? '';
    expect((await draft(of('C-1'), linesOf('C-1'))).errors).toMatchObject([
      { code: 'BOM_CYCLE', partNumbers: ['C-1', 'C-1'] },
    ]);
    await publishNew(of('C-1'), linesOf('C-2'));
    await publishNew(of('C-2'), linesOf('C-3'));
    expect((await draft(of('C-3'), linesOf('C-1'))).errors).toMatchObject([
      { code: 'BOM_CYCLE', path: ['input', 'lines'], partNumbers: ['C-3', 'C-1', 'C-2', 'C-3'] },
    ]);
  });

  test('two that would close a cycle together, published at once: one is refused', async () => {
    const [one, two] = [await publishedPart(plant, 'D-1'), await publishedPart(plant, 'D-2')];
    const drafts = await Promise.all([
      draft(one.revisionId, linesOf('D-2')),
      draft(two.revisionId, linesOf('D-1')),
    ]);
    const answers = await Promise.all(drafts.map(({ bom }) => publish(bom.id)));
    expect(answers.flatMap(({ errors }) => errors.map((error) => error.code))).toEqual(['BOM_CYCLE']);
  });

  test('lists what is there, in its unit, and is published when all of it is', async () => {
    const box = await publishedPart(plant, 'E-BOX');
    const glue = { code: 'E-GLUE', name: 'Glue', unit: 'KGM' };
    const { material } = await mutate<{ material: { id: string } }>(
      plant,
      'createMaterial',
      'material { id }',
      glue,
    );
    const line = (value: string, unit: string) => [
      { position: 1, materialCode: 'E-GLUE', quantity: { value, unit } },
    ];
    expect((await draft(box.revisionId, linesOf('E-NONE'))).errors).toMatchObject([
      { code: 'NOT_FOUND', path: ['input', 'lines', '0', 'partNumber'] },
    ]);
    expect((await draft(box.revisionId, line('1', 'GRM'))).errors).toMatchObject([{ code: 'UNIT_MISMATCH' }]);
    expect((await draft(box.revisionId, line('0', 'KGM'))).errors).toMatchObject([{ code: 'INVALID_VALUE' }]);
    const { bom } = await draft(box.revisionId, line('0.125', 'KGM'));
    expect((await publish(bom.id)).errors).toMatchObject([{ code: 'COMPONENT_NOT_PUBLISHED' }]);
    await mutate(plant, 'publishMaterial', 'material { id }', { id: material.id });
    expect((await publish(bom.id)).bom.status).toBe('PUBLISHED');
    const retire = { id: material.id, reason: 'no more' };
    expect((await mutate(plant, 'retireMaterial', 'material { id }', retire)).errors).toMatchObject([
      { code: 'IN_USE' },
    ]);
    expect(
      await ask(
        plant,
        `{ materialByCode(code: "E-GLUE") { whereUsed(first: 5) { nodes { quantity { value } bom { partRevision { part { number } } } } } } }`,
      ),
    ).toEqual({
      materialByCode: {
        whereUsed: {
          nodes: [{ quantity: { value: '0.125' }, bom: { partRevision: { part: { number: 'E-BOX' } } } }],
        },
      },
    });
  });

  test('is retired until now, and what was made by it still finds it', async () => {
    const box = await publishedPart(plant, 'F-BOX');
    await publishedPart(plant, 'F-1');
    const { bom } = await publishNew(box.revisionId, linesOf('F-1'), {
      effectiveFrom: '2018-01-01T00:00:00Z',
    });
    const retired = await mutate<Bom>(plant, 'retireBom', BOM, { id: bom.id, reason: 'wrong' });
    expect(retired.bom.status).toBe('RETIRED');
    await plant.idle();
    const said = (await plant.events('master-data.bom.published')).filter(
      ({ subject }) => subject === bom.id,
    );
    expect(said.map(({ data }) => data.effectiveTo)).toEqual([null, retired.bom.effectiveTo]);
    const answer = await ask(
      plant,
      `query ($id: ID!) { part(id: $id) { bom { id } before: bom(asOf: "2019-01-01T00:00:00Z") { id } } }`,
      { id: box.id },
    );
    expect(answer).toEqual({ part: { bom: null, before: { id: bom.id } } });
  });

  test('explodes through the levels as of a date, each component once', async () => {
    const made = new Map<string, string>();
    for (const number of ['G-0', 'G-1', 'G-2', 'G-3'])
      made.set(number, (await publishedPart(plant, number)).revisionId);
    const of = (number: string) => made.get(number) ?? '';
    const line = (position: number, partNumber: string, value: string) => ({
      position,
      partNumber,
      quantity: { value, unit: 'C62' },
    });
    const since = { effectiveFrom: '2018-01-01T00:00:00Z' };
    await publishNew(of('G-0'), [line(1, 'G-1', '2'), line(2, 'G-2', '0.3')], since);
    await publishNew(of('G-1'), [line(1, 'G-2', '0.7'), line(2, 'G-2', '0.1')], since);
    await publishNew(of('G-2'), [line(1, 'G-3', '3')], { effectiveFrom: '2020-01-01T00:00:00Z' });
    const explode = (args: string) =>
      ask<{ partByNumber: { bomExplosion: unknown[] } }>(
        plant,
        `{ partByNumber(number: "G-0") { bomExplosion${args} { depth quantity { value } component { ... on Part { number } } } } }`,
      ).then((answer) => answer.partByNumber.bomExplosion);
    const node = (number: string, depth: number, value: string) => ({
      depth,
      quantity: { value },
      component: { number },
    });
    expect(await explode('')).toEqual([node('G-1', 1, '2'), node('G-2', 2, '1.9'), node('G-3', 3, '5.7')]);
    expect(await explode('(asOf: "2019-01-01T00:00:00Z")')).toEqual([
      node('G-1', 1, '2'),
      node('G-2', 2, '1.9'),
    ]);
    expect(await explode('(maxDepth: 1)')).toEqual([node('G-1', 1, '2'), node('G-2', 1, '0.3')]);
    expect(
      await plant.refuse(
        'master-data',
        planner,
        `{ partByNumber(number: "G-0") { bomExplosion(maxDepth: 101) { depth } } }`,
      ),
    ).toEqual(['BAD_USER_INPUT']);
  });

  test('is changed while it is a draft, with its history', async () => {
    const box = await publishedPart(plant, 'H-BOX');
    for (const number of ['H-1', 'H-2']) await publishedPart(plant, number);
    const id = crypto.randomUUID();
    const { bom } = await draft(box.revisionId, linesOf('H-1'), { id });
    expect((await draft(box.revisionId, linesOf('H-1'), { id })).bom).toEqual(bom);
    expect((await draft(box.revisionId, linesOf('H-2'), { id })).errors).toMatchObject([
      { code: 'ID_TAKEN' },
    ]);
    await mutate(plant, 'changeBom', BOM, { id, lines: linesOf('H-1', 'H-2'), reason: 'forgotten' });
    await mutate(plant, 'changeBom', BOM, { id, lines: linesOf('H-1', 'H-2') });
    const answer = await ask(
      plant,
      `query ($id: ID!) { bom(id: $id) { lines { position } history(first: 5) { nodes { action reason new } } } }`,
      { id },
    );
    expect(answer).toMatchObject({
      bom: {
        lines: [{ position: 10 }, { position: 20 }],
        history: {
          nodes: [
            {
              action: 'CHANGE',
              reason: 'forgotten',
              new: { lines: [{ component: 'Part H-1' }, { component: 'Part H-2' }] },
            },
            { action: 'CREATE' },
          ],
        },
      },
    });
    await publish(id);
    expect((await mutate(plant, 'changeBom', BOM, { id, lines: linesOf('H-1') })).errors).toMatchObject([
      { code: 'NOT_A_DRAFT' },
    ]);
  });
});
