/** Checks of `/ready` by name: each rejects, or gives a reason, when not ready. */
export type ReadyChecks = Readonly<Record<string, () => Promise<string | undefined>>>;

const LIMIT_MS = 2_500;

/** One check a subgraph: it answers at the `/ready` beside its GraphQL address, and does not say that it is not. */
export function subgraphChecks(subgraphs: readonly { name: string; url: string }[]): ReadyChecks {
  return Object.fromEntries(subgraphs.map(({ name, url }) => [name, () => notReady(new URL('/ready', url))]));
}

async function notReady(url: URL): Promise<string | undefined> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, { signal: AbortSignal.timeout(LIMIT_MS) });
    text = await response.text();
  } catch (error) {
    const { cause } = error as { cause?: { code?: string } };
    return `no answer${cause?.code ? ` (${cause.code})` : ''}`;
  }
  // a subgraph of another make has no such path, whatever it says of that: that it answers must do
  if (response.status < 500) return undefined;
  return missingOf(text) ?? `answers with status ${response.status}`;
}

/** Our subgraphs say what they miss: `{ "database": false, "nats": true }`. */
function missingOf(text: string): string | undefined {
  try {
    const parts = Object.entries(JSON.parse(text) as object).filter(([, ok]) => ok === false);
    return parts.length > 0 ? `no answer from ${parts.map(([name]) => name).join(' and ')}` : undefined;
  } catch {
    return undefined;
  }
}
