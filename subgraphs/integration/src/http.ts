import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { writeConfirmBod } from './b2mml/index.ts';
import { acceptsXml, bodyInput } from './http-content.ts';
import { MAX_MESSAGE_BYTES } from './integration-message/integration-message.ts';

/** An operation that a route runs through the gateway, as whoever called. */
export interface RunRequest<Identity, Lifetime> {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly identity: Identity;
  readonly requestId: string;
  readonly lifetime: Lifetime;
}

/** What an operation came to; without `data` it was refused. */
export interface RunResult {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: Readonly<Record<string, unknown>>;
  }[];
}

/** What the gateway gives a route. */
export interface RouteRequest<Identity, Lifetime> {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly query: URLSearchParams;
  readonly body: Buffer;
  readonly identity: Identity | undefined;
  readonly lifetime: Lifetime;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A route of the gateway beside GraphQL. */
export interface Route<Identity, Lifetime> {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  handle(request: RouteRequest<Identity, Lifetime>): Promise<Reply>;
}

interface Host<Identity, Lifetime> {
  readonly run: (request: RunRequest<Identity, Lifetime>) => Promise<RunResult>;
}

const XML = { 'content-type': 'application/xml; charset=utf-8' };
const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

const json = (status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers: { ...JSON_TYPE, ...headers },
  body: JSON.stringify(value),
});

const refusal = (
  status: number,
  code: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Reply => json(status, { errors: [{ message, extensions: { code } }] }, headers);

const STATUS: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  BAD_USER_INPUT: 400,
  NOT_FOUND: 404,
  ILLEGAL_TRANSITION: 409,
  ALREADY_ACKNOWLEDGED: 409,
  MESSAGE_TOO_LARGE: 413,
  REQUEST_TOO_LARGE: 413,
  SUBGRAPH_UNAVAILABLE: 503,
  SUBGRAPH_TIMEOUT: 504,
};

/** The reply to an operation that has no data. */
function failed({ errors }: RunResult): Reply {
  const [first] = errors ?? [];
  const code = typeof first?.extensions?.code === 'string' ? first.extensions.code : 'INTERNAL_SERVER_ERROR';
  const status = STATUS[code] ?? 500;
  const headers = status === 401 ? { 'www-authenticate': 'Bearer' } : {};
  return refusal(status, code, first?.message ?? 'the operation was not run', headers);
}

const header = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

async function runAs<Identity, Lifetime>(
  { run }: Host<Identity, Lifetime>,
  request: RouteRequest<Identity, Lifetime>,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<RunResult> {
  if (request.identity === undefined) {
    return { errors: [{ message: 'sign in first', extensions: { code: 'UNAUTHENTICATED' } }] };
  }
  const requestId = header(request.headers['x-request-id']) ?? randomUUID();
  const { identity, lifetime } = request;
  return run({ query, variables, identity, requestId, lifetime });
}

const RECEIVE = `mutation ReceiveB2mml($input: ReceiveB2mmlInput!) {
  receiveB2mml(input: $input) {
    outcome
    message { id externalId kind state sentAt receivedAt errors { line element rule message } }
    errors { code message }
  }
}`;

const error = z.object({ line: z.int(), element: z.string(), rule: z.string(), message: z.string() });
const userErrors = z.array(z.object({ code: z.string(), message: z.string() }));
const receipt = z.object({
  receiveB2mml: z.object({
    outcome: z.enum(['ACCEPTED', 'REJECTED', 'DUPLICATE']).nullable(),
    message: z
      .object({
        id: z.string(),
        externalId: z.string().nullable(),
        kind: z.string(),
        state: z.string(),
        sentAt: z.string().nullable(),
        receivedAt: z.string(),
        errors: z.array(error),
      })
      .nullable(),
    errors: userErrors,
  }),
});

/**
 * `POST /integration/b2mml`: a B2MML message in the body. 202 when it is taken, 200 when it was here before, 422
 * when it is rejected; the answer is a ConfirmBOD, or JSON for those who ask for it.
 */
export function b2mmlRoute<Identity, Lifetime>(host: Host<Identity, Lifetime>): Route<Identity, Lifetime> {
  return {
    method: 'POST',
    path: '/integration/b2mml',
    async handle(request) {
      const { headers, body } = request;
      const content = bodyInput(body, header(headers['content-type']), header(headers['content-encoding']));
      if ('unsupported' in content) return refusal(415, 'UNSUPPORTED_MEDIA_TYPE', content.unsupported);
      if (body.length > MAX_MESSAGE_BYTES) {
        const text = `the message has ${body.length} bytes; at most ${MAX_MESSAGE_BYTES} are taken`;
        return refusal(413, 'MESSAGE_TOO_LARGE', text);
      }
      const result = await runAs(host, request, RECEIVE, { input: content.input });
      if (!result.data?.receiveB2mml) return failed(result);
      const { message, outcome, errors } = receipt.parse(result.data).receiveB2mml;
      if (!message) return failed(errors.length > 0 ? { errors: errors.map(asUserError) } : result);
      const status = message.state === 'REJECTED' ? 422 : outcome === 'DUPLICATE' ? 200 : 202;
      const id = { 'x-message-id': message.id };
      if (!acceptsXml(header(headers.accept))) return json(status, { outcome, message }, id);
      const confirmation = writeConfirmBod({
        confirmationId: message.id,
        createdAt: message.receivedAt,
        messageId: message.externalId,
        messageCreatedAt: message.sentAt ?? message.receivedAt,
        errors: message.errors,
      });
      return { status, headers: { ...XML, ...id }, body: confirmation };
    },
  };
}

const OUTBOX = `query Outbox($after: String, $kind: IntegrationMessageKind) {
  integrationMessages(first: 1, after: $after, order: OLDEST_FIRST, filter: { direction: OUT, state: PENDING, kind: $kind }) {
    edges { cursor node { id externalId kind content } }
  }
}`;

const outbox = z.object({
  integrationMessages: z.object({
    edges: z.array(
      z.object({
        cursor: z.string(),
        node: z.object({ id: z.string(), externalId: z.string(), kind: z.string(), content: z.string() }),
      }),
    ),
  }),
});

/**
 * `GET /integration/b2mml/outbox?kind=&after=`: the oldest message that waits for the other system, its XML as
 * the body and its id in `x-message-id`; 204 when there is none. `after` takes the `x-cursor` of an answer.
 */
export function outboxRoute<Identity, Lifetime>(host: Host<Identity, Lifetime>): Route<Identity, Lifetime> {
  return {
    method: 'GET',
    path: '/integration/b2mml/outbox',
    async handle(request) {
      const kind = request.query.get('kind');
      if (kind !== null && kind !== 'PERFORMANCE' && kind !== 'MATERIAL_ACTUAL') {
        return refusal(400, 'BAD_USER_INPUT', 'kind is PERFORMANCE or MATERIAL_ACTUAL');
      }
      const result = await runAs(host, request, OUTBOX, { kind, after: request.query.get('after') });
      if (!result.data?.integrationMessages) return failed(result);
      const [edge] = outbox.parse(result.data).integrationMessages.edges;
      if (!edge) return { status: 204 };
      const { id, externalId, kind: found, content } = edge.node;
      const about = {
        'x-message-id': id,
        'x-message-external-id': externalId,
        'x-message-kind': found,
        'x-cursor': edge.cursor,
      };
      return { status: 200, headers: { ...XML, ...about }, body: content };
    },
  };
}

const ACKNOWLEDGE = `mutation AcknowledgeMessage($input: AcknowledgeMessageInput!) {
  acknowledgeMessage(input: $input) { message { id state } errors { code message } }
}`;

const acknowledged = z.object({
  acknowledgeMessage: z.object({
    message: z.object({ id: z.string(), state: z.string() }).nullable(),
    errors: userErrors,
  }),
});

const MAX_ACKNOWLEDGEMENT_BYTES = 64 * 1024;
const acknowledgement = z.object({ id: z.string(), accepted: z.boolean(), note: z.string().nullish() });

/** `POST /integration/b2mml/acknowledgements`: JSON `{ id, accepted, note }` of a message of the outbox. */
export function acknowledgementRoute<Identity, Lifetime>(
  host: Host<Identity, Lifetime>,
): Route<Identity, Lifetime> {
  return {
    method: 'POST',
    path: '/integration/b2mml/acknowledgements',
    async handle(request) {
      const type = header(request.headers['content-type'])?.split(';')[0]?.trim().toLowerCase();
      if (type !== 'application/json') {
        return refusal(
          415,
          'UNSUPPORTED_MEDIA_TYPE',
          'send the acknowledgement with Content-Type: application/json',
        );
      }
      if (request.body.length > MAX_ACKNOWLEDGEMENT_BYTES)
        return refusal(413, 'REQUEST_TOO_LARGE', 'the acknowledgement is too large');
      const input = acknowledgement.safeParse(parseJson(request.body.toString('utf8')));
      if (!input.success)
        return refusal(400, 'BAD_USER_INPUT', 'the body is JSON: { "id": …, "accepted": true, "note": … }');
      const result = await runAs(host, request, ACKNOWLEDGE, { input: input.data });
      if (!result.data?.acknowledgeMessage) return failed(result);
      const { message, errors } = acknowledged.parse(result.data).acknowledgeMessage;
      if (message) return json(200, { message });
      return failed(errors.length > 0 ? { errors: errors.map(asUserError) } : result);
    },
  };
}

/** A refused input is the caller's fault, whatever its code. */
const asUserError = ({ code, message }: { code: string; message: string }) => ({
  message,
  extensions: { code: code in STATUS ? code : 'BAD_USER_INPUT' },
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Every route of this domain. */
export const b2mmlRoutes = <Identity, Lifetime>(
  host: Host<Identity, Lifetime>,
): readonly Route<Identity, Lifetime>[] => [b2mmlRoute(host), outboxRoute(host), acknowledgementRoute(host)];
