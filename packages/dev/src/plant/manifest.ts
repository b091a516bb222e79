import { sha256 } from '@machshop/gateway';
import { type DocumentNode, Kind, parse } from 'graphql';

/** Where the trusted operations stand in the contract. */
export const MANIFEST = 'persisted-operations.json';

/** The manifest of operations, in Apollo's format. */
export function manifestOf(texts: readonly string[]): string {
  const operations = texts.map((body) => ({ id: sha256(body), ...headOf(parse(body)), body }));
  operations.sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const twice = operations.find(({ name }, i) => name === operations[i + 1]?.name);
  if (twice) throw new Error(`two trusted operations are named ${twice.name}`);
  const manifest = { format: 'apollo-persisted-query-manifest', version: 1, operations };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

/** The manifest of the operations that the SDK has: those of `schema/operations`. */
export async function trustedManifest(): Promise<string> {
  const sdk: Readonly<Record<string, unknown>> = await import('@machshop/sdk');
  const operations = Object.entries(sdk).filter(([name]) => name.endsWith('Document'));
  return manifestOf(operations.map(([, text]) => String(text)));
}

function headOf({ definitions }: DocumentNode): { readonly name: string; readonly type: string } {
  for (const one of definitions)
    if (one.kind === Kind.OPERATION_DEFINITION && one.name)
      return { name: one.name.value, type: one.operation };
  throw new Error('a trusted operation needs a name');
}
