import { OTHER_TENANT, persona, startTestPlant, type TestPlant } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { subgraph } from '../subgraph.ts';
import { ask, mutate } from '../testing.ts';

let plant: TestPlant;
beforeAll(async () => {
  plant = await startTestPlant({ subgraphs: [subgraph] });
});
afterAll(() => plant?.close());

const FIELDS = { material: 'material { id name status critical }', customer: 'customer { id name status }' };
type Kind = keyof typeof FIELDS;
type Answer = Record<Kind, { id: string; name: string; status: string } | null>;
const call = (verb: string, kind: Kind, input: unknown) =>
  mutate<Answer>(plant, `${verb}${kind === 'material' ? 'Material' : 'Customer'}`, FIELDS[kind], input);
const input = (kind: Kind, code: string, more = {}) => ({
  code,
  name: `The ${code}`,
  ...(kind === 'material' ? { unit: 'KGM' } : {}),
  ...more,
});

describe.each(['material', 'customer'] as const)('a %s', (kind) => {
  test('is drafted, published, changed, retired and brought back, each said once', async () => {
    const id = crypto.randomUUID();
    const draft = input(kind, `${kind}-1`, { id });
    expect((await call('create', kind, draft))[kind]).toMatchObject({ id, status: 'DRAFT' });
    expect((await call('create', kind, draft))[kind]).toMatchObject({ id });
    expect((await call('create', kind, { ...draft, name: 'Other' })).errors).toMatchObject([
      { code: 'ID_TAKEN' },
    ]);
    for (let i = 0; i < 2; i++) expect((await call('publish', kind, { id }))[kind]?.status).toBe('PUBLISHED');
    for (let i = 0; i < 2; i++) await call('change', kind, { id, name: 'Better', reason: 'clearer' });
    for (let i = 0; i < 2; i++) await call('retire', kind, { id, reason: 'gone' });
    expect((await call('change', kind, { id, name: 'Best' })).errors).toMatchObject([
      { code: 'ILLEGAL_TRANSITION', from: 'RETIRED' },
    ]);
    expect((await call('publish', kind, { id }))[kind]).toMatchObject({
      name: 'Better',
      status: 'PUBLISHED',
    });
    await plant.idle();
    const said = (await plant.events()).filter(({ subject }) => subject === id);
    expect(said.map(({ type }) => type.split('.').at(-1))).toEqual([
      'drafted',
      'published',
      'published',
      'retired',
      'published',
    ]);
    const answer = await ask<
      Record<Kind, { history: { nodes: { action: string; reason: string | null }[] } }>
    >(plant, `query ($id: ID!) { ${kind}(id: $id) { history(first: 9) { nodes { action reason } } } }`, {
      id,
    });
    expect(answer[kind].history.nodes.map(({ action }) => action)).toEqual([
      'PUBLISH',
      'RETIRE',
      'CHANGE',
      'PUBLISH',
      'CREATE',
    ]);
  });

  test('has a code of its own in the tenant; another tenant has its own codes', async () => {
    const code = `${kind}-2`;
    await call('create', kind, input(kind, code));
    expect((await call('create', kind, input(kind, code))).errors).toMatchObject([
      { code: 'CODE_TAKEN', path: ['input', 'code'] },
    ]);
    const stranger = persona('ADMINISTRATOR', { tenantId: OTHER_TENANT });
    const field = `${kind}ByCode(code: "${code}") { id }`;
    expect(await ask(plant, `{ ${field} }`, {}, stranger)).toEqual({ [`${kind}ByCode`]: null });
  });

  test('resolves as an entity by id and by code, and is found by search', async () => {
    const code = `${kind}-3`;
    const made = (await call('create', kind, input(kind, code, { name: 'Needle' })))[kind];
    const type = kind === 'material' ? 'Material' : 'Customer';
    const { _entities } = await ask<{ _entities: unknown[] }>(
      plant,
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${type} { id code } } }`,
      {
        r: [
          { __typename: type, id: made?.id },
          { __typename: type, code },
        ],
      },
    );
    expect(_entities).toEqual([
      { id: made?.id, code },
      { id: made?.id, code },
    ]);
    expect(
      await ask(
        plant,
        `{ ${kind}s(first: 5, filter: { search: "NEED", status: DRAFT }) { nodes { code } } }`,
      ),
    ).toEqual({ [`${kind}s`]: { nodes: [{ code }] } });
  });
});
