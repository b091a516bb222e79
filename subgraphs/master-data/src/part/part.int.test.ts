import {
  OTHER_TENANT,
  persona,
  program,
  startTestPlant,
  TEST_PROGRAM,
  type TestPlant,
} from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { subgraph } from '../subgraph.ts';
import { ask, linesOf, mutate, operator, planner, publishedPart } from '../testing.ts';

let plant: TestPlant;
beforeAll(async () => {
  plant = await startTestPlant({ subgraphs: [subgraph] });
});
afterAll(() => plant?.close());

const REVISION = 'partRevision { id revision status effectiveFrom }';
interface Revision {
  partRevision: { id: string; revision: string; status: string; effectiveFrom: string | null };
}

describe('a part', () => {
  test('begins as a draft and is published, with an event that holds all that a replica needs', async () => {
    const { id, revisionId } = await publishedPart(plant, 'P-1', { critical: true, tracking: 'LOT' });
    await plant.idle();
    const events = await plant.events('master-data.part.published');
    expect(events.find((event) => event.subject === id)?.data).toMatchObject({
      partRevision: { id: revisionId },
      partNumber: 'P-1',
      revision: 'A',
      unit: 'C62',
      tracking: 'LOT',
      critical: true,
      effectiveFrom: '2017-01-01T00:00:00.000Z',
      change: { action: 'UPDATE', old: { status: 'DRAFT' } },
    });
  });

  test('made with the same id and content again is the same part; with other content it is refused with ID_TAKEN', async () => {
    const input = { id: crypto.randomUUID(), number: 'P-2', name: 'Two', unit: 'C62', tracking: 'NONE' };
    const make = (more = {}) =>
      mutate<{ part: { id: string } | null }>(plant, 'createPart', 'part { id }', { ...input, ...more });
    await make();
    expect(await make()).toEqual({ part: { id: input.id }, errors: [] });
    expect((await make({ name: 'Other' })).errors).toMatchObject([{ code: 'ID_TAKEN' }]);
    await plant.idle();
    const drafted = await plant.events('master-data.part.drafted');
    expect(drafted.filter((event) => event.subject === input.id)).toHaveLength(1);
  });

  test('made twice at once is made once', async () => {
    const input = { id: crypto.randomUUID(), number: 'P-2B', name: 'Two', unit: 'C62', tracking: 'NONE' };
    const answers = await Promise.all(
      [1, 2, 3].map(() => mutate<{ part: { id: string } }>(plant, 'createPart', 'part { id }', input)),
    );
    expect(answers.map((answer) => answer.part?.id)).toEqual([input.id, input.id, input.id]);
  });

  test('with a number that is taken is refused with NUMBER_TAKEN', async () => {
    await publishedPart(plant, 'P-3');
    const input = { number: 'P-3', name: 'Three', unit: 'C62', tracking: 'NONE' };
    const { errors } = await mutate(plant, 'createPart', 'part { id }', input);
    expect(errors).toMatchObject([{ code: 'NUMBER_TAKEN', path: ['input', 'number'] }]);
  });

  test('has one revision before and another after the next one takes effect', async () => {
    const { id } = await publishedPart(plant, 'P-4');
    const next = { partId: id, revision: 'B', name: 'Better', unit: 'C62', tracking: 'SERIAL' };
    const { partRevision } = await mutate<Revision>(plant, 'createPartRevision', REVISION, next);
    await mutate(plant, 'publishPartRevision', REVISION, {
      id: partRevision.id,
      effectiveFrom: '2020-01-01T00:00:00Z',
    });
    const answer = await ask(
      plant,
      `query ($id: ID!) { part(id: $id) {
        name revisions { revision }
        before: currentRevision(asOf: "2019-12-31T23:59:59Z") { revision }
        after: currentRevision(asOf: "2020-01-01T00:00:00Z") { revision }
        never: currentRevision(asOf: "2016-01-01T00:00:00Z") { revision }
      } }`,
      { id },
    );
    expect(answer).toEqual({
      part: {
        name: 'Better',
        revisions: [{ revision: 'A' }, { revision: 'B' }],
        before: { revision: 'A' },
        after: { revision: 'B' },
        never: null,
      },
    });
  });

  test('that is published is not edited: NOT_A_DRAFT', async () => {
    const { revisionId } = await publishedPart(plant, 'P-5');
    const { errors } = await mutate(plant, 'changePartRevision', REVISION, { id: revisionId, name: 'Other' });
    expect(errors).toMatchObject([{ code: 'NOT_A_DRAFT' }]);
  });

  test('is counted in one unit through all its revisions: UNIT_CHANGED', async () => {
    const { id } = await publishedPart(plant, 'P-6');
    const input = { partId: id, revision: 'B', name: 'B', unit: 'KGM', tracking: 'LOT' };
    const { errors } = await mutate(plant, 'createPartRevision', REVISION, input);
    expect(errors).toMatchObject([{ code: 'UNIT_CHANGED', path: ['input', 'unit'] }]);
  });

  test('names in its history the program that changed it', async () => {
    const { revisionId } = await publishedPart(plant, 'P-PROGRAM');
    const plm = program('PLANNER');
    await mutate(plant, 'retirePartRevision', REVISION, { id: revisionId, reason: 'obsolete' }, plm);
    const { partRevision } = await ask<{ partRevision: { history: { nodes: unknown[] } } }>(
      plant,
      `query ($id: ID!) { partRevision(id: $id) { history(first: 2) { nodes {
        action actorName actor { __typename ... on User { id } ... on ApiClient { id } } } } } }`,
      { id: revisionId },
    );
    expect(partRevision.history.nodes).toEqual([
      { action: 'RETIRE', actorName: 'erp-adapter', actor: { __typename: 'ApiClient', id: TEST_PROGRAM } },
      { action: 'PUBLISH', actorName: 'planner', actor: { __typename: 'User', id: planner.userId } },
    ]);
  });

  test('keeps its history: who, what, old, new, why; nobody can change it', async () => {
    const { revisionId } = await publishedPart(plant, 'P-7');
    await mutate(plant, 'retirePartRevision', REVISION, { id: revisionId, reason: 'obsolete' });
    const { partRevision } = await ask<{ partRevision: { history: { nodes: unknown[] } } }>(
      plant,
      `query ($id: ID!) { partRevision(id: $id) { history(first: 10) { nodes { action old new reason actorName } } } }`,
      { id: revisionId },
    );
    expect(partRevision.history.nodes).toMatchObject([
      { action: 'RETIRE', old: { status: 'PUBLISHED' }, reason: 'obsolete', actorName: 'planner' },
      { action: 'PUBLISH', new: { status: 'PUBLISHED', effectiveFrom: '2017-01-01T00:00:00.000Z' } },
      { action: 'CREATE', old: null, new: { number: 'P-7', revision: 'A' } },
    ]);
    await expect(plant.admin`update master_data.history_entries set reason = 'x'`).rejects.toThrow(
      'append-only',
    );
  });

  test('that a bill in effect lists keeps its last published revision: IN_USE', async () => {
    const child = await publishedPart(plant, 'P-8C');
    const parent = await publishedPart(plant, 'P-8');
    const { bom } = await mutate<{ bom: { id: string } }>(plant, 'createBom', 'bom { id }', {
      partRevisionId: parent.revisionId,
      lines: linesOf('P-8C'),
    });
    await mutate(plant, 'publishBom', 'bom { id }', { id: bom.id });
    const retire = { id: child.revisionId, reason: 'obsolete' };
    expect((await mutate(plant, 'retirePartRevision', REVISION, retire)).errors).toMatchObject([
      { code: 'IN_USE' },
    ]);
  });

  test('is found by number or name, tracking and status, page by page', async () => {
    for (const number of ['Q-1', 'Q-2', 'Q-3'])
      await publishedPart(plant, number, { name: `100%_${number}` });
    const page = (after: string | null, search: string) =>
      ask<{ parts: { nodes: { number: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } } }>(
        plant,
        `query ($after: String, $search: String) { parts(first: 2, after: $after, filter: { search: $search, tracking: SERIAL, status: PUBLISHED }) {
          nodes { number } pageInfo { endCursor hasNextPage } } }`,
        { after, search },
      );
    const first = (await page(null, '100%_q')).parts;
    expect(first.nodes.map((node) => node.number)).toEqual(['Q-1', 'Q-2']);
    const second = (await page(first.pageInfo.endCursor, '100%_q')).parts;
    expect(second.nodes.map((node) => node.number)).toEqual(['Q-3']);
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect((await page(null, '1%0')).parts.nodes).toEqual([]);
  });

  test('resolves as an entity by id and by number, whole batches by one statement', async () => {
    const made = [];
    for (let i = 0; i < 20; i++) made.push(await publishedPart(plant, `E-${i}`));
    const database = plant.running.get('master-data')?.db;
    const before = database?.statements ?? 0;
    const { _entities } = await ask<{ _entities: ({ number: string; id: string } | null)[] }>(
      plant,
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Part { id number } } }`,
      { r: made.map(({ id }) => ({ __typename: 'Part', id })) },
    );
    expect((database?.statements ?? 0) - before).toBe(4);
    expect(_entities).toEqual(made.map(({ id, number }) => ({ id, number })));
    const byNumber = await ask<{ _entities: unknown[] }>(
      plant,
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Part { id } } }`,
      {
        r: [
          { __typename: 'Part', number: 'E-3' },
          { __typename: 'Part', number: 'none' },
        ],
      },
    );
    expect(byNumber._entities).toEqual([{ id: made[3]?.id }, null]);
  });

  test('is not there for another tenant, and not made without permission', async () => {
    const { id } = await publishedPart(plant, 'P-9');
    const stranger = persona('ADMINISTRATOR', { tenantId: OTHER_TENANT });
    const query = `query ($id: ID!, $r: [_Any!]!) { part(id: $id) { id } partByNumber(number: "P-9") { id }
      parts(first: 10) { nodes { id } } _entities(representations: $r) { __typename } }`;
    const variables = { id, r: [{ __typename: 'Part', number: 'P-9' }] };
    expect(await ask(plant, query, variables, stranger)).toEqual({
      part: null,
      partByNumber: null,
      parts: { nodes: [] },
      _entities: [null],
    });
    const taken = { id, number: 'P-9', name: 'Nine', unit: 'C62', tracking: 'NONE' };
    const { errors } = await mutate(plant, 'createPart', 'part { id }', taken, stranger);
    expect(errors).toMatchObject([{ code: 'ID_TAKEN' }]);
    const create = `mutation { createPart(input: { number: "X", name: "X", unit: "C62", tracking: NONE }) { errors { code } } }`;
    expect(await plant.refuse('master-data', operator, create)).toEqual(['FORBIDDEN']);
    expect(await plant.refuse('master-data', undefined, create)).toEqual(['UNAUTHENTICATED']);
  });
});
