import type { Caller } from './caller.ts';

/** How long a message may take. */
export const PATIENCE = { timeout: 10_000 };
/** What a message says. */
export type Heard = Record<string, unknown> & { readonly event: string | null };

/** What a caller hears of a field, as it comes. */
export async function watch(
  caller: Caller,
  field: string,
  args: string,
  selection: string,
): Promise<() => Heard[]> {
  const messages = await caller.listen(`subscription { ${field}${args} { event ${selection} } }`);
  return () =>
    messages.map((message) => {
      const { data, errors } = message as { data: Record<string, Heard>; errors?: unknown };
      if (errors) throw new Error(`${caller.name}: ${JSON.stringify(errors)}`);
      return data[field] as Heard;
    });
}

/** The codes with which a subscription is refused. */
export async function refusedTo(caller: Caller, query: string): Promise<unknown[]> {
  const answer = await caller.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query }),
  });
  const [, errors = '[]'] = /"errors":(\[.*\])/.exec(await answer.text()) ?? [];
  return (JSON.parse(errors) as { extensions: { code: string } }[]).map(({ extensions }) => extensions.code);
}

/** Arguments of a field, as they are written. */
export const args = (given: Readonly<Record<string, unknown>>): string => {
  const all = Object.entries(given).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return all.length > 0 ? `(${all.join(', ')})` : '';
};
