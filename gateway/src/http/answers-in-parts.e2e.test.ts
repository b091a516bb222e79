import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Gateway } from '../gateway.ts';
import { startGateway } from '../testing/gateway.ts';
import { shop } from '../testing/shop.ts';
import { inProcess } from '../testing/subgraphs.ts';
import type { OperationRecord } from './contract.ts';

const GRAPHQL = 'application/graphql-response+json';
const MULTIPART = 'multipart/mixed; deferSpec=20220824';
const DEFERRED = '{ order(id: "1") { number part { id ... @defer(label: "later") { name } } } }';

let gateway: Gateway;
const records: OperationRecord[] = [];
/** What the subgraph of parts waits for. */
let gate: Promise<void>;
let open: () => void;

beforeAll(async () => {
  const [orders, parts] = shop().map((subgraph) => inProcess(subgraph));
  if (!orders || !parts || !('execute' in parts)) throw new Error('the shop has two subgraphs');
  const { execute } = parts;
  const waiting = {
    ...parts,
    execute: async (request: Parameters<typeof execute>[0]) => {
      await gate;
      return execute(request);
    },
  };
  gateway = await startGateway({
    source: { subgraphs: [orders, waiting] },
    onOperation: (record) => records.push(record),
    timeoutMs: 1_500,
  });
});
afterAll(() => gateway.close());
beforeEach(() => {
  gate = new Promise((resolve) => {
    open = resolve;
  });
  records.length = 0;
});

const post = (query: string, accept: string) =>
  fetch(gateway.address as string, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify({ query }),
  });

/** The messages of an answer in parts, each as soon as the boundary after it is there. */
async function* messages(response: Response): AsyncGenerator<unknown> {
  let text = '';
  for await (const chunk of response.body as ReadableStream<Uint8Array>) {
    text += Buffer.from(chunk).toString();
    const pieces = text.split('\r\n--graphql');
    text = pieces.pop() as string;
    for (const piece of pieces) {
      if (piece === '') continue;
      const [head, body] = piece.split('\r\n\r\n');
      expect(head).toBe('\r\ncontent-type: application/json; charset=utf-8');
      yield JSON.parse(body as string);
    }
  }
  expect(text).toBe('--\r\n');
}

describe('a request for an answer in parts', () => {
  it('gets what is there before what is deferred has been answered', async () => {
    const response = await post(DEFERRED, `${MULTIPART}, ${GRAPHQL}, application/json;q=0.9`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(
      'multipart/mixed; boundary="graphql"; deferSpec=20220824',
    );
    expect(response.headers.get('content-encoding')).toBeNull();
    const parts = messages(response);
    const first = await parts.next();
    expect(first.value).toEqual({ data: { order: { number: 'WO-1', part: { id: 'a' } } }, hasNext: true });
    expect(records).toEqual([]);
    open();
    const second = await parts.next();
    expect(second.value).toEqual({
      incremental: [{ label: 'later', path: ['order', 'part'], data: { name: 'Bracket' } }],
      hasNext: false,
    });
    expect((await parts.next()).done).toBe(true);
    expect(records).toMatchObject([{ outcome: 'ok', status: 200 }]);
  });

  it.each([
    ['does not name the type', GRAPHQL],
    ['names another edition', `multipart/mixed; incrementalSpec=v0.2, ${GRAPHQL}`],
    ['does not want it', `multipart/mixed;q=0, ${GRAPHQL}`],
  ])('that %s is answered whole', async (_what, accept) => {
    open();
    const response = await post(DEFERRED, accept);
    expect(response.headers.get('content-type')).toBe(`${GRAPHQL}; charset=utf-8`);
    expect(await response.json()).toEqual({
      data: { order: { number: 'WO-1', part: { id: 'a', name: 'Bracket' } } },
    });
  });

  it('that takes nothing else gets a single part where nothing is deferred', async () => {
    const response = await post('{ order(id: "1") { number } }', MULTIPART);
    const parts: unknown[] = [];
    for await (const part of messages(response)) parts.push(part);
    expect(parts).toEqual([{ data: { order: { number: 'WO-1' } } }]);
    const refused = await post('{ nothing }', MULTIPART);
    expect(await refused.json()).toMatchObject({
      errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
    });
  });

  it('that defers nothing is answered whole', async () => {
    const response = await post('{ order(id: "1") { number } }', `${MULTIPART}, application/json`);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await response.json()).toEqual({ data: { order: { number: 'WO-1' } } });
  });

  it('that takes too long is told so in place of what did not come', async () => {
    const parts: unknown[] = [];
    for await (const part of messages(await post(DEFERRED, MULTIPART))) parts.push(part);
    expect(parts[1]).toMatchObject({
      incremental: [{ label: 'later', data: null, errors: [{ extensions: { code: 'REQUEST_TIMEOUT' } }] }],
      hasNext: false,
    });
    expect(records).toMatchObject([{ outcome: 'partial', codes: ['REQUEST_TIMEOUT'] }]);
  });

  it('whose client leaves ends, and is on record', async () => {
    const response = await post(DEFERRED, MULTIPART);
    const parts = messages(response);
    await parts.next();
    await parts.return(undefined);
    await expect.poll(() => records).toMatchObject([{ outcome: 'ended' }]);
    open();
  });

  it.each([
    ['on the fields of a mutation', 'mutation { ... @defer { renameOrder(id: "1", number: "x") { id } } }'],
    [
      'with one label twice',
      '{ order(id: "1") { ... @defer(label: "a") { id } ... @defer(label: "a") { number } } }',
    ],
    [
      'with a variable for its label',
      'query ($l: String) { order(id: "1") { ... @defer(label: $l) { id } } }',
    ],
  ])('by @defer %s is refused', async (_what, query) => {
    const response = await post(query, `${MULTIPART}, ${GRAPHQL}`);
    expect(response.status).toBe(400);
    const { errors } = (await response.json()) as { errors: { message: string; extensions: object }[] };
    expect(errors).toMatchObject([
      { message: expect.stringMatching(/defer/), extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    ]);
  });

  it('by @stream is refused with what to do instead', async () => {
    const response = await post('{ orders @stream(initialCount: 1) { id } }', `${MULTIPART}, ${GRAPHQL}`);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe(`${GRAPHQL}; charset=utf-8`);
    expect(await response.json()).toEqual({
      errors: [
        {
          message:
            'Unknown directive "@stream". A list comes whole here: ask for pages of it, and put off with @defer what is slow.',
          locations: [expect.anything()],
          extensions: { code: 'INCREMENTAL_DELIVERY_UNSUPPORTED' },
        },
      ],
    });
  });
});
