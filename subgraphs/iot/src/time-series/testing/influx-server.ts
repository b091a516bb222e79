import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { Flux } from '@influxdata/flux-lsp-node';
import { freePort } from '@machshop/testing/ports.ts';
import { type ParsedLine, parseLine } from './line-protocol.ts';

/** What the next request meets in place of an answer; CUT_WITHIN cuts the connection in the middle of one. */
export type Fault =
  | 'CUT'
  | 'CUT_WITHIN'
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>> };

interface Named {
  id: string;
  name: string;
  [field: string]: unknown;
}

/** Speaks as much of InfluxDB 2's HTTP API as the adapter uses, strictly, and keeps no data but what it was told. */
export class InfluxServer {
  readonly token = 'test-token';
  readonly org = 'machshop';
  readonly points: { bucket: string; line: ParsedLine }[] = [];
  readonly buckets: Named[] = [];
  readonly tasks: Named[] = [];
  readonly queries: string[] = [];
  /** Faults that the next requests meet, one each. */
  readonly faults: Fault[] = [];
  /** Annotated CSV that the next queries are answered with. */
  readonly answers: string[] = [];
  requests = 0;
  readonly #server = createServer((request, response) => {
    this.#answer(request, response).catch((error) =>
      json(response, 500, { code: 'internal error', message: String(error) }),
    );
  });
  #url = '';

  get url(): string {
    return this.#url;
  }

  /** Takes a free port, without listening yet: as a server that is away. */
  async reserve(): Promise<void> {
    this.#url = `http://127.0.0.1:${await freePort()}`;
  }

  /** Listens, where it did before it was stopped. */
  async start(): Promise<void> {
    if (this.#url === '') await this.reserve();
    const port = Number(new URL(this.#url).port);
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
    this.requests++;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks);
    const body = (request.headers['content-encoding'] === 'gzip' ? gunzipSync(raw) : raw).toString('utf8');
    const fault = this.faults.shift();
    if (fault === 'CUT') return request.socket.destroy();
    if (fault === 'CUT_WITHIN') return cutWithin(response, this.answers.shift() ?? '');
    if (fault) {
      response.writeHead(fault.status, { 'content-type': 'application/json', ...fault.headers });
      return response.end(JSON.stringify({ code: 'played', message: `played ${fault.status}` }));
    }
    if (request.headers.authorization !== `Token ${this.token}`)
      return json(response, 401, { code: 'unauthorized', message: 'unauthorized access' });
    const url = new URL(request.url ?? '/', this.#url);
    const resource = url.pathname.replace(/^\/api\/v2\//, '').split('/')[0] as string;
    if (resource === 'orgs') return json(response, 200, { orgs: this.#orgs(url) });
    if (resource === 'buckets' || resource === 'tasks')
      return this.#resource(this[resource], resource, request, url, body, response);
    if (resource === 'write') return this.#write(url, body, response);
    if (resource === 'query') return this.#query(body, response);
    return json(response, 404, { code: 'not found', message: url.pathname });
  }

  #orgs(url: URL): Named[] {
    return url.searchParams.get('org') === this.org ? [{ id: '0000000000000001', name: this.org }] : [];
  }

  #resource(
    list: Named[],
    resource: string,
    request: IncomingMessage,
    url: URL,
    body: string,
    response: ServerResponse,
  ): ServerResponse {
    if (request.method === 'GET')
      return json(response, 200, {
        [resource]: list.filter(({ name }) => name === url.searchParams.get('name')),
      });
    const given = JSON.parse(body) as Record<string, unknown>;
    if (request.method === 'PATCH') {
      const found = list.find(({ id }) => url.pathname.endsWith(id));
      if (!found) return json(response, 404, { code: 'not found', message: 'not found' });
      Object.assign(found, given);
      return json(response, 200, found);
    }
    const flux = given.flux as string | undefined;
    if (flux !== undefined && !new Flux(flux).is_valid())
      return json(response, 400, { code: 'invalid', message: 'this is no Flux' });
    const name = (given.name as string | undefined) ?? /name: "([^"]+)"/.exec(flux ?? '')?.[1] ?? '';
    const made = { ...given, id: String(list.length + 1).padStart(16, '0'), name };
    list.push(made);
    return json(response, 201, made);
  }

  #write(url: URL, body: string, response: ServerResponse): ServerResponse {
    const bucket = url.searchParams.get('bucket') ?? '';
    if (url.searchParams.get('org') !== this.org || url.searchParams.get('precision') !== 'ns')
      return json(response, 400, { code: 'invalid', message: 'org or precision' });
    if (!this.buckets.some(({ name }) => name === bucket))
      return json(response, 404, { code: 'not found', message: `bucket "${bucket}" not found` });
    try {
      for (const line of linesOf(body)) this.points.push({ bucket, line: parseLine(line) });
    } catch (error) {
      return json(response, 400, { code: 'invalid', message: (error as Error).message });
    }
    return response.writeHead(204).end();
  }

  #query(body: string, response: ServerResponse): ServerResponse {
    const { query } = JSON.parse(body) as { query: string };
    if (!new Flux(query).is_valid())
      return json(response, 400, { code: 'invalid', message: 'this is no Flux' });
    this.queries.push(query);
    response.writeHead(200, { 'content-type': 'text/csv; charset=utf-8' });
    return response.end(this.answers.shift() ?? '');
  }
}

/** Half of an answer, then the end of the connection once the client may have it. */
function cutWithin(response: ServerResponse, answer: string): void {
  const bytes = Buffer.from(answer);
  response.writeHead(200, { 'content-type': 'text/csv; charset=utf-8', 'content-length': bytes.length });
  response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => response.socket?.end());
}

/** Lines end at line breaks that stand in no text. */
const linesOf = (body: string): string[] =>
  (body.match(/(?:"(?:[^"\\]|\\.)*"|[^\n"])+/gs) ?? []).filter((line) => line !== '');

function json(response: ServerResponse, status: number, body: unknown): ServerResponse {
  response.writeHead(status, { 'content-type': 'application/json' });
  return response.end(JSON.stringify(body));
}
