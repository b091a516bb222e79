import type { GraphQLFormattedError } from 'graphql';
import type { Executed } from '../engine-api.ts';

/** A message of an answer in parts. */
export interface PartMessage {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLFormattedError[];
  readonly incremental?: readonly {
    readonly label?: string;
    readonly path: readonly (string | number)[];
    readonly data: unknown;
    readonly errors?: readonly GraphQLFormattedError[];
  }[];
  readonly hasNext?: boolean;
}

/** Reads all messages of an answer. */
export async function messagesOf({ body, later }: Executed): Promise<PartMessage[]> {
  const messages: PartMessage[] = [JSON.parse(String(body))];
  if (later) for await (const message of later) messages.push(JSON.parse(String(message.body)));
  return messages;
}

/** The messages in a multipart body. Throws on one that is not whole. */
export function partsOf(text: string): PartMessage[] {
  const [start, ...parts] = text.split('\r\n--graphql');
  if (start !== '' || parts.pop() !== '--\r\n') throw new Error('the answer in parts is not whole');
  return parts.map((part) => JSON.parse(part.slice(part.indexOf('\r\n\r\n'))));
}

/** Does what a client does with the messages of an answer: each part goes into the object at its path. Throws where these cannot be what a client may expect. */
export function joined(messages: readonly PartMessage[]): {
  readonly data: unknown;
  readonly errors: readonly GraphQLFormattedError[];
} {
  const [first, ...rest] = messages;
  const data = first?.data;
  const errors = [...(first?.errors ?? [])];
  messages.forEach(({ hasNext }, i) => {
    if (messages.length > 1 && hasNext !== i < messages.length - 1)
      throw new Error(`message ${i} of ${messages.length} says hasNext: ${hasNext}`);
  });
  for (const { path, data: part, errors: own } of rest.flatMap(({ incremental }) => incremental ?? [])) {
    errors.push(...(own ?? []));
    const place = path.reduce((value, step) => (value as Record<string | number, unknown>)?.[step], data);
    if (typeof place !== 'object' || place === null) throw new Error(`nothing is at ${path.join('.')}`);
    if (part !== null) put(place as Record<string, unknown>, part as Record<string, unknown>);
  }
  return { data, errors };
}

function put(target: Record<string, unknown>, source: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(source)) {
    const known = target[name];
    if (isComposite(known) && isComposite(value)) put(known, value);
    else target[name] = value;
  }
}

function isComposite(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
