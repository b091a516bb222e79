/** An error of a GraphQL answer. */
export interface GraphQlError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>> & { readonly code?: string };
}

/** What a GraphQL server answered, whatever it was. */
export interface Answer {
  readonly status: number;
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly GraphQlError[];
  /** The text of the answer. */
  readonly text: string;
}

/** An expected refusal of a mutation, with its facts. */
export interface Refusal extends Readonly<Record<string, unknown>> {
  readonly __typename: string;
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}

const TIMEOUT_MS = 30_000;

/** All that a refusal of a mutation may tell anybody: the stock engine refuses an operation whole for one field too many. */
export const FACTS = `__typename code message path
  ... on AlreadyStartedError { startedBy startedAt }
  ... on OperationsIncompleteError { operationNumbers }
  ... on InspectionsNotPassedError { inspectionNumbers }
  ... on InsufficientStockError { available { value unit } }
  ... on IllegalTransitionError { from to }
  ... on GenealogyCycleError { cycle }
  ... on OnQualityHoldError { held nonConformanceNumber }`;

/** Somebody who calls the public API: a person or a program with its token, or nobody in particular. */
export class Caller {
  readonly name: string;
  readonly origin: string;
  readonly token: string | null;

  constructor(origin: string, name = 'anonymous', token: string | null = null) {
    this.origin = origin;
    this.name = name;
    this.token = token;
  }

  /** Sends an operation and gives the answer as it is. */
  async send(query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
    const response = await this.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query, variables }),
    });
    const text = await response.text();
    const { data = null, errors = [] } = JSON.parse(text) as Partial<Answer>;
    return { status: response.status, data, errors, text };
  }

  /** Calls any path of the gateway. */
  fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.token !== null) headers.set('authorization', `Bearer ${this.token}`);
    return fetch(new URL(path, this.origin), {
      ...init,
      headers,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  }

  /**
   * Subscribes by server-sent events; what comes is added to the list until the plant ends.
   * @returns when the stream is open
   */
  async listen(query: string): Promise<unknown[]> {
    const response = await this.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query }),
    });
    if (response.status !== 200 || !response.body)
      throw new Error(`${this.name}: HTTP ${response.status}: ${await response.text()}`);
    const heard: unknown[] = [];
    hear(response.body.pipeThrough(new TextDecoderStream()), heard).catch(() => {});
    return heard;
  }

  /** The data of a query. @throws Error when there is any error */
  async ask<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { data, errors, status, text } = await this.send(query, variables);
    if (errors.length > 0 || data === null)
      throw new Error(`${this.name}: HTTP ${status}, ${errors.map(sentence).join('; ') || text}`);
    return data as T;
  }

  /** The payload of a mutation. @throws Error when it is refused */
  async act<T>(field: string, input: Record<string, unknown>, fields = ''): Promise<T> {
    const payload = await this.#mutate<T>(field, input, fields);
    if (payload.errors.length > 0)
      throw new Error(
        `${this.name}: ${field}: ${payload.errors.map(({ code, message }) => `${code}: ${message}`).join('; ')}`,
      );
    return payload;
  }

  /** The one refusal of a mutation. @throws Error when it is not refused */
  async refused(field: string, input: Record<string, unknown>): Promise<Refusal> {
    const { errors } = await this.#mutate<unknown>(field, input, '');
    const [refusal] = errors;
    if (!refusal || errors.length > 1)
      throw new Error(`${this.name}: ${field} came to ${errors.length} refusals: ${JSON.stringify(errors)}`);
    return refusal;
  }

  async #mutate<T>(field: string, input: Record<string, unknown>, fields: string) {
    const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
    const data = await this.ask<Record<string, T & { errors: Refusal[] }>>(
      `mutation ($input: ${type}!) { ${field}(input: $input) { ${fields} errors { ${FACTS} } } }`,
      { input },
    );
    return data[field] as T & { errors: Refusal[] };
  }
}

/** https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md: an event's data is one line. */
async function hear(stream: ReadableStream<string>, heard: unknown[]): Promise<void> {
  let rest = '';
  for await (const chunk of stream) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines)
      if (line.startsWith('data: ')) heard.push(JSON.parse(line.slice('data: '.length)));
  }
}

/** An error in a line. */
export const sentence = ({ message, path, extensions }: GraphQlError): string =>
  `${extensions?.code ?? 'no code'}: ${message}${path ? ` at ${path.join('.')}` : ''}`;
