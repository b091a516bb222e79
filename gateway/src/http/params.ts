import type { IncomingHttpHeaders } from 'node:http';
import { referenceTo } from '../documents/trusted.ts';
import { isUtf8 } from './negotiate.ts';

/** The parameters of a well-formed GraphQL-over-HTTP request. */
export interface GraphQLParams {
  /** The text, or the reference to a trusted operation. */
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  readonly extensions: Readonly<Record<string, unknown>> | undefined;
}

/** A request that is refused before GraphQL begins. */
export class HttpRefusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = 'HttpRefusal';
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** Reads the parameters from the query component of a GET's URL. */
export function paramsFromUrl(search: string): GraphQLParams {
  const url = new URLSearchParams(search);
  const extensions = mapFromText(url.get('extensions'), 'extensions');
  const query = url.get('query') || idOf(url.get('documentId') ?? undefined, extensions);
  if (!query) throw malformed('The URL has no query parameter, and no id of an operation.');
  return {
    query,
    operationName: url.get('operationName') || undefined,
    variables: mapFromText(url.get('variables'), 'variables'),
    extensions,
  };
}

/** Reads the parameters from a POST's JSON body. */
export function paramsFromBody(body: string): GraphQLParams {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    throw malformed('The body is not valid JSON.');
  }
  if (Array.isArray(parsed))
    throw malformed('Batches are not supported: send one request at a time.', 'BATCHING_NOT_SUPPORTED');
  if (typeof parsed !== 'object' || parsed === null) throw malformed('The body is not a JSON object.');
  const given = parsed as Record<string, unknown>;
  const { operationName, variables } = given;
  const extensions = mapOf(given.extensions, 'extensions');
  const query = given.query ?? idOf(given.documentId, extensions);
  if (typeof query !== 'string')
    throw malformed('The parameter query is required and is a string, where no id of an operation is sent.');
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') {
    throw malformed('The parameter operationName is a string.');
  }
  return {
    query,
    operationName: operationName || undefined,
    variables: mapOf(variables, 'variables'),
    extensions,
  };
}

/**
 * The reference to an operation that is sent by its id: `documentId`, as the appendix of GraphQL over HTTP on persisted
 * documents says, or the extension `persistedQuery` of Apollo's clients.
 */
export function idOf(
  documentId: unknown,
  extensions: Readonly<Record<string, unknown>> | undefined,
): string | undefined {
  const { sha256Hash } = (extensions?.persistedQuery ?? {}) as { sha256Hash?: unknown };
  const id = documentId ?? sha256Hash;
  if (id === undefined || id === null) return undefined;
  const reference = typeof id === 'string' ? referenceTo(id) : undefined;
  if (reference === undefined)
    throw malformed("An operation's id is the SHA-256 of its text: 64 hexadecimal digits in lower case.");
  return reference;
}

/** Checks that a POST's body is JSON in UTF-8 and not compressed. */
export function checkContentType(headers: IncomingHttpHeaders): void {
  const header = headers['content-type'];
  if (header === 'application/json' && headers['content-encoding'] === undefined) return;
  if (header === undefined) throw unsupported('A POST needs the header Content-Type: application/json.');
  const [type, ...parameters] = header.split(';');
  if (type?.trim().toLowerCase() !== 'application/json') {
    throw unsupported(`Content-Type ${type?.trim().slice(0, 100)} is not supported: use application/json.`);
  }
  for (const parameter of parameters) {
    const [name, value] = parameter.split('=').map((text) => text.trim());
    if (name?.toLowerCase() === 'charset' && !isUtf8(value ?? ''))
      throw unsupported('The body must be encoded in UTF-8.');
  }
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity')
    throw unsupported('A compressed body is not supported.');
}

function mapFromText(text: string | null, name: string): Readonly<Record<string, unknown>> | undefined {
  if (text === null || text === '') return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw malformed(`The parameter ${name} is not valid JSON.`);
  }
  return mapOf(parsed, name);
}

function mapOf(value: unknown, name: string): Readonly<Record<string, unknown>> | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'object' || Array.isArray(value))
    throw malformed(`The parameter ${name} is an object.`);
  return value as Readonly<Record<string, unknown>>;
}

function malformed(message: string, code = 'BAD_REQUEST'): HttpRefusal {
  return new HttpRefusal(400, code, message);
}

function unsupported(message: string): HttpRefusal {
  return new HttpRefusal(415, 'UNSUPPORTED_MEDIA_TYPE', message);
}
