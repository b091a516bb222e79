import { type Context, notFound, Refused } from '@machshop/server';
import { settled } from '../inputs.ts';
import type { DefinitionType } from './definition.ts';
import { DefinitionStore } from './store.ts';
import type { DefinitionRow } from './tables.ts';

/** A definition by id, or by its type and number. */
export type DefinitionKey = { id: string } | { type: DefinitionType; number: string };

/**
 * The definition, once the news of it has arrived here.
 * @throws Refused NOT_FOUND
 */
export async function definitionOf(
  ctx: Context,
  key: DefinitionKey,
  path: readonly string[],
): Promise<DefinitionRow> {
  const definition = await settled(
    () =>
      ctx.read((tx) => {
        const store = new DefinitionStore(tx, ctx.viewer.tenantId);
        return 'id' in key ? store.byId(key.id) : store.byNumber(key.type, key.number);
      }),
    (seen) => seen !== null,
  );
  if (definition) return definition;
  const what =
    'id' in key ? 'published part of the order' : `published ${key.type.toLowerCase()} ${key.number}`;
  throw new Refused(notFound(path, `there is no ${what}`));
}
