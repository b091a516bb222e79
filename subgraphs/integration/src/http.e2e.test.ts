import { anonymous, type Viewer } from '@machshop/auth';
import { createGateway, type Gateway, identityOf } from '@machshop/gateway';
import { masterDataEvents } from '@machshop/schema/events/master-data.ts';
import { persona, startTestPlant, type TestPlant } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schemaFolder, skipReason } from './b2mml/reference-data.ts';
import { SIMPLIFIED_SCHEDULE } from './b2mml/samples.ts';
import { validateAgainstXsd } from './b2mml/xsd.ts';
import { b2mmlRoutes } from './http.ts';
import { subgraph } from './subgraph.ts';

const folder = schemaFolder(process.env);
const viewers: Readonly<Record<string, Viewer>> = {
  erp: persona('INTEGRATION'),
  operator: persona('OPERATOR'),
};

let plant: TestPlant;
let gateway: Gateway;
let address: string;

beforeAll(async () => {
  plant = await startTestPlant({ subgraphs: [subgraph] });
  const running = plant.running.get('integration');
  gateway = await createGateway({
    source: {
      subgraphs: [
        {
          name: 'integration',
          sdl: subgraph.sdl,
          async execute({ document, operationName, variables, context }) {
            const result = await running?.execute({
              query: document,
              operationName,
              variables,
              viewer: context.viewer as Viewer,
            });
            return { data: result?.data, errors: result?.errors?.map((error) => error.toJSON()) };
          },
        },
      ],
    },
    engine: 'machshop',
    authenticate: ({ headers }) =>
      identityOf(viewers[headers.authorization?.replace('Bearer ', '') ?? ''] ?? anonymous()),
    logger: { debug() {}, info() {}, warn() {}, error() {} },
    routes: b2mmlRoutes({ run: (request) => gateway.run(request) }),
    port: 12_000 + Math.floor(Math.random() * 15_000),
    host: '127.0.0.1',
  });
  address = new URL('/', await gateway.listen()).href;
  await plant.say(masterDataEvents['part.published'], {
    id: crypto.randomUUID(),
    data: {
      part: { __typename: 'Part', id: crypto.randomUUID() },
      partRevision: { __typename: 'PartRevision', id: crypto.randomUUID() },
      partNumber: 'BLADE-TF39-001',
      revision: 'C',
      name: 'Blade',
      unit: 'EA',
      tracking: 'SERIAL',
      critical: false,
      change: {
        action: 'CREATE',
        entity: { __typename: 'Part', id: '1' },
        old: null,
        new: null,
        reason: null,
      },
    },
  });
  await plant.idle();
});
afterAll(async () => {
  await gateway?.close();
  await plant?.close();
});

const post = async (body: string | Buffer, headers: Record<string, string> = {}) => {
  const response = await fetch(`${address}integration/b2mml`, {
    method: 'POST',
    headers: { 'content-type': 'application/xml', authorization: 'Bearer erp', ...headers },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

const schedule = (name: string) => SIMPLIFIED_SCHEDULE.replace('PS-2025-001', name);

describe('POST /integration/b2mml', () => {
  test('answers 202 with an accepting ConfirmBOD, then 200 with the same one', async () => {
    const first = await post(schedule('A'), { 'content-type': 'text/xml; charset=utf-8' });
    expect(first.status).toBe(202);
    expect(first.headers.get('content-type')).toBe('application/xml; charset=utf-8');
    expect(first.text).toContain('actionCode="Accepted"');
    expect(first.text).toContain('<BODID>A</BODID>');
    const second = await post(schedule('A'));
    expect(second.status).toBe(200);
    expect(second.text).toBe(first.text);
  });

  test('answers 422 with a note for each error, or JSON for those who ask for it', async () => {
    const bad = schedule('B').replace('>10<', '>ten<');
    const xml = await post(bad);
    expect(xml.status).toBe(422);
    expect(xml.text).toContain('actionCode="Rejected"');
    expect(xml.text).toMatch(/<Note>QUANTITY_NOT_A_DECIMAL line 15 /);
    const json = await post(bad, { accept: 'application/json' });
    expect(json.status).toBe(422);
    expect(JSON.parse(json.text)).toMatchObject({
      outcome: 'DUPLICATE',
      message: { externalId: 'B', state: 'REJECTED', errors: [{ line: 15, rule: 'QUANTITY_NOT_A_DECIMAL' }] },
    });
  });

  test.skipIf(folder === null)(
    `answers confirmations that are valid against the standard's schema${skipReason(folder)}`,
    async () => {
      for (const body of [schedule('C'), schedule('D').replace('>10<', '>ten<'), 'no xml', '']) {
        expect(validateAgainstXsd((await post(body)).text, folder as string)).toEqual([]);
      }
    },
  );

  test('takes other encodings by declaration and by charset, byte by byte', async () => {
    const text = schedule('E').replace('Turbine Blade', 'Schaufel für').replace('"UTF-8"', '"ISO-8859-1"');
    expect((await post(Buffer.from(text, 'latin1'))).status).toBe(202);
    const utf16 = Buffer.from(`\ufeff${schedule('F').replace('"UTF-8"', '"UTF-16"')}`, 'utf16le');
    expect((await post(utf16)).status).toBe(202);
    const named = Buffer.from(schedule('G').replace('Turbine Blade', 'Schaufel für'), 'latin1');
    expect((await post(named, { 'content-type': 'text/xml; charset=iso-8859-1' })).status).toBe(202);
    expect((await post(named)).status).toBe(422);
  });

  test('refuses who is not signed in with 401, who may not send with 403, other types with 415, too much with 413', async () => {
    const anyone = await post(schedule('H'), { authorization: '' });
    expect(anyone.status).toBe(401);
    expect(anyone.headers.get('www-authenticate')).toBe('Bearer');
    expect((await post(schedule('H'), { authorization: 'Bearer operator' })).status).toBe(403);
    expect((await post('{}', { 'content-type': 'application/json' })).status).toBe(415);
    expect((await post(schedule('H'), { 'content-type': 'text/xml; charset=klingon' })).status).toBe(415);
    expect((await post(schedule('H'), { 'content-encoding': 'gzip' })).status).toBe(415);
    expect((await post(' '.repeat(8 * 1024 * 1024 + 1))).status).toBe(413);
    expect((await fetch(`${address}integration/b2mml`)).status).toBe(405);
  });
});

test('an ERP that polls fetches what is pending, one by one, and acknowledges it', async () => {
  const get = (search = '') =>
    fetch(`${address}integration/b2mml/outbox${search}`, { headers: { authorization: 'Bearer erp' } });
  const acknowledge = (body: object) =>
    fetch(`${address}integration/b2mml/acknowledgements`, {
      method: 'POST',
      headers: { authorization: 'Bearer erp', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  expect((await get()).status).toBe(204);
  const { tenantId } = viewers.erp as Viewer;
  for (const n of [1, 2]) {
    const id = crypto.randomUUID();
    await plant.admin`insert into integration.integration_messages
      (id, tenant_id, direction, kind, external_id, state, sha256, size_bytes, errors, recorded_at)
      values (${id}, ${tenantId}, 'OUT', 'PERFORMANCE', ${`PP-${n}`}, 'PENDING', 'x', 1, '[]', now())`;
    await plant.admin`insert into integration.message_contents values (${id}, ${tenantId}, ${Buffer.from(`<a n="${n}"/>`)}, 'TEXT')`;
  }
  const first = await get('?kind=PERFORMANCE');
  expect(first.status).toBe(200);
  expect(first.headers.get('x-message-external-id')).toBe('PP-1');
  expect(await first.text()).toBe('<a n="1"/>');
  const next = await get(`?after=${encodeURIComponent(first.headers.get('x-cursor') ?? '')}`);
  expect(next.headers.get('x-message-external-id')).toBe('PP-2');
  const id = first.headers.get('x-message-id');
  const taken = await acknowledge({ id, accepted: true });
  expect([taken.status, await taken.json()]).toEqual([200, { message: { id, state: 'ACKNOWLEDGED' } }]);
  expect((await acknowledge({ id, accepted: true })).status).toBe(200);
  expect((await acknowledge({ id, accepted: false })).status).toBe(409);
  expect((await acknowledge({ id: crypto.randomUUID(), accepted: true })).status).toBe(404);
  expect((await acknowledge({ id: 'x', accepted: true })).status).toBe(400);
  expect((await acknowledge({ accepted: 'yes' })).status).toBe(400);
  expect((await get()).headers.get('x-message-external-id')).toBe('PP-2');
  expect((await get('?after=nonsense')).status).toBe(400);
});
