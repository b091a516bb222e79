import { connect } from 'node:net';
import { partsOf } from '../testing/parts.ts';
import { DOCUMENTS, writeRequest } from './documents.ts';
import type { Random } from './random.ts';

/** What came of one attack: an HTTP status, codes, or how the connection ended. */
export type Outcome = string;

type Attack = (random: Random, url: URL) => Promise<Outcome>;

const TIMEOUT_MS = 20_000;
/** What takes an answer in parts. */
const PARTS = 'multipart/mixed; deferSpec=20220824, application/json;q=0.9';

/** Sends every kind of hostile document as a well-formed POST, as an administrator or nobody. */
export const documentAttacks: Readonly<Record<string, Attack>> = Object.fromEntries(
  Object.entries(DOCUMENTS).map(([kind, make]) => [
    `document: ${kind}`,
    (random: Random, url: URL) => {
      const token = random.chance(0.8) ? { authorization: 'Bearer admin' } : {};
      const accept: Record<string, string> = random.chance(0.5) ? { accept: PARTS } : {};
      return post(url, writeRequest(make(random)), {
        'content-type': 'application/json',
        ...accept,
        ...token,
      });
    },
  ]),
);

/** Requests that are no GraphQL, no JSON or no HTTP. */
export const httpAttacks: Readonly<Record<string, Attack>> = {
  'http: random bytes': (random, url) => raw(url, random.bytes(random.int(1, 5_000))),
  'http: broken heads': (random, url) =>
    raw(
      url,
      random.pick([
        'POST /graphql HTTP/9.9\r\n\r\n',
        'POST /graphql HTTP/1.1\r\nContent-Length: -1\r\n\r\n',
        'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello',
        'POST /graphql HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n',
        'POST /graphql HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n',
        `GET /graphql HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(100_000)}\r\n\r\n`,
        'GET /\0 HTTP/1.1\r\n\r\n',
        'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
      ]),
    ),
  'http: broken bodies': (random, url) =>
    post(
      url,
      random.pick<string | Buffer>([
        '',
        '{',
        'null',
        '[]',
        '"query"',
        '{"query":7}',
        '{"query":"{ order(id: \\"o1\\") { id } }","variables":[]}',
        '{"query":null,"__proto__":{"query":"{ __typename }"}}',
        '[{"query":"{ __typename }"}]',
        `${'['.repeat(200_000)}`,
        `{"query":"{ __typename }","extensions":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`,
        random.bytes(random.int(1, 20_000)),
      ]),
      { 'content-type': 'application/json' },
    ),
  'http: odd headers': (random, url) =>
    post(url, '{"query":"{ __typename }"}', {
      'content-type': random.pick([
        'application/json; charset=utf-7',
        'text/plain',
        'multipart/form-data; boundary=x',
        ';;;',
        'application/json',
      ]),
      accept: random.pick(['*/*', 'text/html', 'x/y;q=nan', ',,,,', 'application/json;q=2']),
      authorization: random.pick([
        'Bearer',
        'Bearer x y',
        `Bearer ${'.'.repeat(5_000)}`,
        'Basic eDp5',
        'bearer admin',
      ]),
      'accept-encoding': random.pick(['br;q=', 'gzip, gzip, gzip', '*;q=0', 'identity']),
    }),
  'http: odd queries': (random, url) =>
    get(
      url,
      random.pick([
        '?query=%',
        '?query=%ff%fe',
        '?query={__typename}&query={order}',
        '?query=mutation{touch(id:"o1"){id}}',
        '?query=query($a:ID!){order(id:$a){id}}&variables={"a":',
        `?query=${'%7B'.repeat(5_000)}`,
        '?__proto__=1&query={__typename}',
        `?${random.times(2_000, (i) => `a${i}=1`).join('&')}`,
      ]),
    ),
  'http: too large': (_random, url) =>
    post(url, Buffer.alloc(10 * 1024 * 1024 + 1, 32), { 'content-type': 'application/json' }),
  'http: broken off': (random, url) =>
    raw(
      url,
      `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n${'{'.repeat(random.int(0, 900))}`,
      30,
    ),
};

async function post(url: URL, body: string | Buffer, headers: Record<string, string>): Promise<Outcome> {
  return outcomeOf(url, { method: 'POST', body: body as BodyInit, headers });
}

const get = (url: URL, search: string): Promise<Outcome> =>
  outcomeOf(new URL(search, url), { method: 'GET', headers: { 'graphql-require-preflight': '1' } });

async function outcomeOf(url: URL, init: RequestInit): Promise<Outcome> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
    const text = await response.text();
    const type = response.headers.get('content-type') ?? '';
    if (!type.startsWith('multipart/')) return `${response.status} ${codesOf(text)}`.trim();
    return `${response.status} in parts ${codesOfParts(text)}`.trim();
  } catch (error) {
    // the gateway may answer and close while a large body is still on its way
    const { name, cause } = error as { name: string; cause?: { code?: string } };
    return name === 'TimeoutError' ? 'NO ANSWER' : `closed ${cause?.code ?? name}`;
  }
}

/** The codes in the parts of an answer; one that is not whole has no type of its own. */
function codesOfParts(text: string): string {
  let messages: ReturnType<typeof partsOf>;
  try {
    messages = partsOf(text);
  } catch {
    return 'NO TYPE';
  }
  const pieces = messages.flatMap((message): readonly object[] => message.incremental ?? [message]);
  const codes = pieces.flatMap((piece) => codesOf(JSON.stringify(piece)).split(' '));
  return [...new Set(codes.filter(Boolean))].sort().join(' ');
}

/** The codes in an answer; what is no JSON is named so. */
function codesOf(text: string): string {
  try {
    const { errors, data } = JSON.parse(text) as {
      errors?: { extensions?: { code?: string } }[];
      data?: unknown;
    };
    const codes = new Set((errors ?? []).map(({ extensions }) => extensions?.code ?? 'NO CODE'));
    return codes.size > 0 ? [...codes].sort().join(' ') : data === undefined ? 'EMPTY' : '';
  } catch {
    return text === '' ? 'no body' : 'no JSON';
  }
}

/** Writes bytes to the gateway's port and says how it ends. */
export function raw(url: URL, bytes: string | Buffer, closeAfterMs?: number): Promise<Outcome> {
  return new Promise((resolve) => {
    const socket = connect(Number(url.port), url.hostname);
    let answer = '';
    const end = (how: string) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(how);
    };
    const timer = setTimeout(
      () => end(closeAfterMs === undefined ? `open ${statusLine(answer)}` : 'left'),
      closeAfterMs ?? 300,
    );
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString('latin1');
    });
    socket.on('close', () => end(`closed ${statusLine(answer)}`));
    socket.on('error', () => end('reset'));
    socket.on('connect', () => socket.write(bytes));
  });
}

const statusLine = (answer: string): string => /^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 'without answer';
