/** One server-sent event, as a client reads it. */
export interface ServerEvent {
  readonly event?: string;
  readonly id?: string;
  readonly data?: string;
}

/** Reads server-sent events as the HTML standard says, as far as we use them. */
export class EventReader {
  /** The comments so far. */
  readonly comments: string[] = [];
  readonly #body: ReadableStreamDefaultReader<string>;
  #text = '';

  constructor(response: Response) {
    if (!response.body) throw new Error('the answer has no body');
    this.#body = response.body.pipeThrough(new TextDecoderStream()).getReader();
  }

  /** Undefined when the stream has ended. */
  async next(): Promise<ServerEvent | undefined> {
    for (;;) {
      const end = this.#text.indexOf('\n\n');
      if (end < 0) {
        const { done, value } = await this.#body.read();
        if (done) return undefined;
        this.#text += value;
        continue;
      }
      const lines = this.#text.slice(0, end).split('\n');
      this.#text = this.#text.slice(end + 2);
      if (lines.every((line) => line.startsWith(':'))) {
        this.comments.push(...lines);
        continue;
      }
      const fields = lines.map((line) => [
        line.slice(0, line.indexOf(':')),
        line.slice(line.indexOf(':') + 2),
      ]);
      return Object.fromEntries(fields) as ServerEvent;
    }
  }

  async stop(): Promise<void> {
    await this.#body.cancel();
  }
}

/** Subscribes by POST and server-sent events. */
export function subscribeSse(
  address: string,
  token: string | undefined,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(address, {
    method: 'POST',
    headers: {
      accept: 'text/event-stream',
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: JSON.stringify(body),
  });
}
