import { type Context, inOrder, UserFacingError } from '@machshop/server';
import { IntegrationMessageStore } from './store.ts';
import type { IntegrationMessageRow, MessageContentRow } from './tables.ts';

/** Contents that one answer may hold. */
const MAX_ANSWER_BYTES = 32 * 1024 * 1024;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether a client's id can be one of ours at all. */
export const isUuid = (id: string): boolean => UUID.test(id);

/** Messages of a site are there for those who work at it; messages without one for everybody. */
export const maySee = ({ viewer }: Context, row: Pick<IntegrationMessageRow, 'siteId'>): boolean =>
  row.siteId === null || viewer.siteIds.length === 0 || viewer.siteIds.includes(row.siteId);

/** A message that the viewer may see, else null. */
export async function messageById(ctx: Context, id: string): Promise<IntegrationMessageRow | null> {
  if (!isUuid(id)) return null;
  const loader = ctx.loader<string, IntegrationMessageRow | null>('integrationMessageById', async (tx, ids) =>
    inOrder(ids, await new IntegrationMessageStore(tx, ctx.viewer.tenantId).byIds(ids), (row) => row.id),
  );
  const row = await loader.load(id);
  return row && maySee(ctx, row) ? row : null;
}

/** The bytes of messages, read only where they are asked for. */
export const contentOf = (ctx: Context) =>
  ctx.loader<string, MessageContentRow | null>('messageContentById', async (tx, ids) => {
    const store = new IntegrationMessageStore(tx, ctx.viewer.tenantId);
    const bytes = await store.bytes(ids);
    if (bytes > MAX_ANSWER_BYTES) {
      const text = `the contents of these ${ids.length} messages have ${bytes} bytes; one answer holds at most ${MAX_ANSWER_BYTES}: ask for fewer`;
      throw new UserFacingError('RESULT_TOO_LARGE', text);
    }
    return inOrder(ids, await store.contents(ids), (row) => row.messageId);
  });
