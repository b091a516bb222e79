import { type SubgraphRequest, type SubgraphResponse, TransportError } from './transport.ts';

export interface HttpTransportOptions {
  /** Connections kept to one subgraph, at most. */
  readonly connections?: number;
  /** The largest answer taken, in bytes. */
  readonly maxResponseBytes?: number;
  /** Forces the client: `undici` for everything, or `auto`: our own for plain HTTP, undici for HTTPS. */
  readonly client?: 'auto' | 'undici';
}

export const MAX_RESPONSE_BYTES = 100 * 1024 * 1024;

/** The JSON body of a request to a subgraph. */
export function requestBody(request: SubgraphRequest): string {
  if (request.body !== undefined) return request.body;
  const name =
    request.operationName === undefined ? '' : `,"operationName":${JSON.stringify(request.operationName)}`;
  return `{"query":${JSON.stringify(request.query)}${name},"variables":${JSON.stringify(request.variables)}}`;
}

/** What a subgraph's HTTP answer says, or why it says nothing. */
export function responseOf(
  subgraph: string,
  status: number,
  body: string,
): SubgraphResponse | TransportError {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    parsed = undefined;
  }
  if (isGraphQLResponse(parsed)) return parsed;
  const fault = status >= 400 ? 'status' : 'malformed';
  return new TransportError(
    subgraph,
    fault,
    `subgraph ${subgraph} answered HTTP ${status} without a GraphQL response`,
    { status },
  );
}

function isGraphQLResponse(value: unknown): value is SubgraphResponse {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const { data, errors } = value as { data?: unknown; errors?: unknown };
  if (errors !== undefined && errors !== null && !Array.isArray(errors)) return false;
  if (data !== undefined && data !== null && (typeof data !== 'object' || Array.isArray(data))) return false;
  return data !== undefined || Array.isArray(errors);
}
