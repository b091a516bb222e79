import { setTimeout as sleep } from 'node:timers/promises';
import { mayUseSite } from '@machshop/auth';
import { newId, type Tx } from '@machshop/db';
import { type Context, checkInput, invalidInput, Refused } from '@machshop/server';
import { z } from 'zod';
import { ReplicaStore } from '../replica/store.ts';
import { limitErrors, MAX_MESSAGE_BYTES, type MessageError, sha256Of } from './integration-message.ts';
import { handOver, recordReceived, recordRejected } from './message-events.ts';
import { IntegrationMessageStore } from './store.ts';
import type { IntegrationMessageRow } from './tables.ts';
import {
  type Content,
  type KnownFacts,
  siteOf,
  type Understood,
  understand,
  unknownNames,
  whole,
} from './understand.ts';

export type Outcome = 'ACCEPTED' | 'REJECTED' | 'DUPLICATE';

export interface Received {
  readonly outcome: Outcome;
  readonly message: IntegrationMessageRow;
}

const input = z.object({ xml: z.string().nullish(), contentBase64: z.base64().nullish() });

/** Senders that bring one message at the same moment wait for one another; more often than this is a fault. */
const TRIES = 5;
/** What another domain published a moment before may still be on its way: looked up again for so long. */
const SETTLE_MS = 2_000;
const SETTLE_STEP_MS = 100;

/** Takes a message in: keeps it, and hands it on or says what is wrong with it. */
export async function receiveB2mml(ctx: Context, raw: unknown): Promise<Received> {
  const content = contentOf(checkInput(input, raw));
  const sha256 = sha256Of(content.bytes);
  const { tenantId } = ctx.viewer;
  const before = await ctx.read((tx) => new IntegrationMessageStore(tx, tenantId).bySha256(sha256));
  if (before) return { outcome: 'DUPLICATE', message: before };
  const judged = await judge(ctx, understand(content));
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const received = await ctx.write((tx) => keep(ctx, tx, content, sha256, judged));
    if (received) return received;
  }
  throw new Error('a message of the same id came and went again and again');
}

function contentOf({ xml, contentBase64 }: z.infer<typeof input>): Content {
  if ((xml == null) === (contentBase64 == null)) {
    throw new Refused(invalidInput(['input'], 'ONE_CONTENT', 'give either xml or contentBase64'));
  }
  const content: Content =
    xml != null
      ? { bytes: Buffer.from(xml, 'utf8'), receivedAs: 'TEXT' }
      : { bytes: Buffer.from(contentBase64 as string, 'base64'), receivedAs: 'BYTES' };
  if (content.bytes.length > MAX_MESSAGE_BYTES) {
    const text = `the message has ${content.bytes.length} bytes; at most ${MAX_MESSAGE_BYTES} are taken`;
    const path = ['input', xml != null ? 'xml' : 'contentBase64'];
    throw new Refused(invalidInput(path, 'MESSAGE_TOO_LARGE', text));
  }
  return content;
}

/** A message with what this plant knows of the names in it. */
export interface Judged {
  readonly understood: Understood;
  readonly errors: readonly MessageError[];
  readonly siteId: string | null;
}

/** Looks up what a message names. */
export async function judge(ctx: Context, understood: Understood): Promise<Judged> {
  const { schedule } = understood;
  if (!schedule || understood.errors.length > 0) {
    return { understood, errors: limitErrors(understood.errors), siteId: null };
  }
  const numbers = [...new Set(schedule.requests.map((request) => request.partNumber))];
  for (let waited = 0; ; waited += SETTLE_STEP_MS) {
    const known = await ctx.read((tx) => knownFacts(ctx, tx, numbers));
    const errors = limitErrors(unknownNames(schedule, known));
    if (errors.length === 0 || waited >= SETTLE_MS) {
      return { understood, errors, siteId: siteOf(schedule, known) };
    }
    await sleep(SETTLE_STEP_MS);
  }
}

async function knownFacts(ctx: Context, tx: Tx, partNumbers: readonly string[]): Promise<KnownFacts> {
  const store = new ReplicaStore(tx, ctx.viewer.tenantId);
  const revisions = await store.revisionsOf(partNumbers);
  const sites = await store.sites();
  const usable = sites.filter(({ siteId }) => mayUseSite(ctx.viewer, siteId));
  return {
    revisions,
    sites: sites.length === 0 ? null : new Map(usable.map(({ code, siteId }) => [code, siteId])),
  };
}

/** The error of a message whose id another content holds. */
export const reused = (holder: IntegrationMessageRow): MessageError =>
  whole(
    'MESSAGE_ID_REUSED',
    `The id ${holder.externalId} belongs to another message, received ${holder.recordedAt.toISOString()} with other content.`,
  );

/** Keeps a message in the transaction; undefined when another sender was faster with the same id or content. */
async function keep(
  ctx: Context,
  tx: Tx,
  content: Content,
  sha256: string,
  { understood, errors, siteId }: Judged,
): Promise<Received | undefined> {
  const store = new IntegrationMessageStore(tx, ctx.viewer.tenantId);
  const before = await store.bySha256(sha256);
  if (before) return { outcome: 'DUPLICATE', message: before };
  const { kind, externalId, objectId, sentAt } = understood;
  const holder = externalId === null ? undefined : await store.holder('IN', externalId);
  const all = holder ? limitErrors([reused(holder), ...errors]) : errors;
  const message = await store.add(
    {
      id: newId(),
      siteId,
      direction: 'IN',
      kind,
      externalId,
      objectId,
      state: all.length > 0 ? 'REJECTED' : 'RECEIVED',
      sentAt: sentAt === null ? null : new Date(sentAt),
      sha256,
      sizeBytes: content.bytes.length,
      errors: all,
      recordedAt: ctx.now(),
    },
    { content: content.bytes, receivedAs: content.receivedAs },
  );
  if (!message) return undefined;
  await recordReceived(ctx, tx, message);
  if (message.state === 'REJECTED') {
    await recordRejected(ctx, tx, message);
    return { outcome: 'REJECTED', message };
  }
  await handOver(ctx, tx, message, understood);
  return { outcome: 'ACCEPTED', message };
}
