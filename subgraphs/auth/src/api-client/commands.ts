import { constraintOf, newId, type Tx } from '@machshop/db';
import { type Recorder, recorder } from '@machshop/events';
import { authEvents } from '@machshop/schema/events/auth.ts';
import { type Context, checkInput, invalidInput, notFound, Refused } from '@machshop/server';
import { z } from 'zod';
import { name, reason, roles, sameList, siteIds } from '../input.ts';
import { hashSecret, isSecret, randomSecret } from '../secrets.ts';
import { servicesOf } from '../services.ts';
import { lockedUntil, networkOf } from '../session/lockout.ts';
import { countStranger, locked, readLocks } from '../session/throttles.ts';
import { strangerIn, subjectOfClient, type ViewerModel, viewerOf } from '../session/viewer.ts';
import { INSTALLATION } from '../tenant/store.ts';
import type { AccessToken } from '../token.ts';
import { checkReach, checkSites } from '../user/reach.ts';
import { ApiClientStore } from './store.ts';
import type { ApiClientRow } from './tables.ts';

/** A secret lasts a year: it is to be rotated, or at once when somebody may have it. */
const SECRET_MS = 365 * 24 * 60 * 60_000;
const createInput = z.object({
  id: z.uuid().toLowerCase().nullish(),
  name,
  roles,
  siteIds: siteIds.nullish(),
});
const idInput = z.object({ id: z.uuid(), reason });
const loginInput = z.object({ clientId: z.string().max(100), clientSecret: z.string().max(400) });
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** What a program signs in with; names its tenant, so that the fence can be set before it is looked up. */
export const clientIdOf = (row: ApiClientRow): string => `${row.tenantId}.${row.id}`;

/** A program, and its secret where one was made just now. */
export interface ClientWithSecret {
  apiClient: ApiClientRow;
  clientSecret: string | null;
}

/** Creates a program that may sign in. The same id with the same content again gets no secret. */
export async function createApiClient(ctx: Context, raw: unknown): Promise<ClientWithSecret> {
  const input = checkInput(createInput, raw);
  const wanted = { name: input.name, roles: input.roles, siteIds: input.siteIds ?? [] };
  checkReach(ctx, wanted, ['input', 'roles']);
  const clientSecret = randomSecret();
  try {
    return await ctx.write(async (tx) => {
      const store = new ApiClientStore(tx, ctx.viewer.tenantId);
      const [same] = input.id ? await store.byIds([input.id]) : [];
      if (same && isSame(same, wanted)) return { apiClient: same, clientSecret: null };
      await checkSites(ctx, tx, wanted.siteIds);
      const now = ctx.now();
      const apiClient = await store.insert({
        ...wanted,
        id: input.id ?? newId(),
        secretHash: hashSecret(clientSecret),
        secretExpiresAt: new Date(now.getTime() + SECRET_MS),
        active: true,
        lastLoginAt: null,
        recordedAt: now,
      });
      await recordClient(ctx.record, tx, 'api-client.created', apiClient, null, wanted);
      return { apiClient, clientSecret };
    });
  } catch (error) {
    if (constraintOf(error) === 'api_clients_name_key') {
      throw new Refused(invalidInput(['input', 'name'], 'NAME_TAKEN', `there is a program ${input.name}`));
    }
    if (constraintOf(error) === 'api_clients_pkey') {
      throw new Refused(invalidInput(['input', 'id'], 'ID_TAKEN', 'this id is taken by another program'));
    }
    throw error;
  }
}

type Described = Pick<ApiClientRow, 'name' | 'roles' | 'siteIds'>;

const isSame = (row: Described, wanted: Described): boolean =>
  row.name === wanted.name && sameList(row.roles, wanted.roles) && sameList(row.siteIds, wanted.siteIds);

/** Gives a program a new secret; the old one ends at once. */
export async function rotateApiClientSecret(ctx: Context, raw: unknown): Promise<ClientWithSecret> {
  const input = checkInput(idInput, raw);
  const clientSecret = randomSecret();
  return ctx.write(async (tx) => {
    const before = await lockClient(ctx, tx, input.id);
    const secretExpiresAt = new Date(ctx.now().getTime() + SECRET_MS);
    const apiClient = await new ApiClientStore(tx, ctx.viewer.tenantId).update(before.id, {
      secretHash: hashSecret(clientSecret),
      secretExpiresAt,
    });
    const old = { secretExpiresAt: before.secretExpiresAt.toISOString() };
    const changed = { secretExpiresAt: secretExpiresAt.toISOString() };
    const why = input.reason ?? null;
    await recordClient(ctx.record, tx, 'api-client.secret-rotated', apiClient, old, changed, why);
    return { apiClient, clientSecret };
  });
}

/** A program signs in no more. */
export async function deactivateApiClient(ctx: Context, raw: unknown): Promise<ApiClientRow> {
  const input = checkInput(idInput, raw);
  return ctx.write(async (tx) => {
    const before = await lockClient(ctx, tx, input.id);
    if (!before.active) return before;
    const row = await new ApiClientStore(tx, ctx.viewer.tenantId).update(before.id, { active: false });
    const why = input.reason ?? null;
    await recordClient(
      ctx.record,
      tx,
      'api-client.deactivated',
      row,
      { active: true },
      { active: false },
      why,
    );
    return row;
  });
}

async function lockClient(ctx: Context, tx: Tx, id: string): Promise<ApiClientRow> {
  const row = await new ApiClientStore(tx, ctx.viewer.tenantId).lock(id);
  if (!row) throw new Refused(notFound(['input', 'id'], 'no such program'));
  checkReach(ctx, row, ['input', 'id']);
  return row;
}

/** Whether the viewer sees a program: whoever is bound to sites sees those that are bound to some of them. */
export const seesClient = ({ viewer }: Context, { siteIds }: ApiClientRow): boolean =>
  viewer.siteIds.length === 0 || (siteIds.length > 0 && siteIds.every((id) => viewer.siteIds.includes(id)));

export interface ClientSignedIn extends AccessToken {
  viewer: ViewerModel;
}

/**
 * Signs a program in. Its secret has 256 random bits: guessing is hopeless, and counts against the address.
 * @throws Refused INVALID_CREDENTIALS, LOCKED
 */
export async function clientLogin(ctx: Context, raw: unknown): Promise<ClientSignedIn> {
  const { clientId, clientSecret } = checkInput(loginInput, raw);
  const address = networkOf(ctx.viewer.clientIp);
  const locks = await ctx.db.readAs(INSTALLATION, (tx) => readLocks(tx, { address }));
  const until = lockedUntil(locks.address, ctx.now());
  if (until) throw locked(until);
  const [tenantId = '', id = ''] = clientId.split('.');
  const row =
    UUID.test(tenantId) && UUID.test(id)
      ? await ctx.db.write(tenantId, (tx) => admit(ctx, tx, tenantId, id, clientSecret))
      : null;
  if (!row) {
    const failure = await ctx.db.writeAs(INSTALLATION, (tx) => countStranger(ctx, tx, address));
    ctx.log.warn({ client: ctx.viewer.clientIp }, "a program's sign-in was refused");
    if (failure.kind === 'LOCKED') throw locked(failure.until);
    throw new Refused(
      invalidInput(['input'], 'INVALID_CREDENTIALS', 'the client id or the client secret is wrong'),
    );
  }
  const subject = subjectOfClient(row);
  const token = await servicesOf(ctx).signer.sign(subject);
  const viewer = viewerOf(subject, token.accessTokenExpiresAt, ctx.viewer.clientIp);
  return { ...token, viewer: { viewer, user: null, apiClient: row } };
}

/** The program, when the secret is its own; a failure of a known program is an event. */
async function admit(
  ctx: Context,
  tx: Tx,
  tenantId: string,
  id: string,
  secret: string,
): Promise<ApiClientRow | null> {
  const store = new ApiClientStore(tx, tenantId);
  const row = await store.lock(id);
  if (!row) return null;
  const now = ctx.now();
  const right = isSecret(secret, row.secretHash);
  if (right && row.active && row.secretExpiresAt > now) {
    const saved = await store.update(id, { lastLoginAt: now });
    const viewer = viewerOf(subjectOfClient(saved), null, ctx.viewer.clientIp);
    const record = recorder('auth', viewer, ctx.now, ctx.trace);
    await recordClient(record, tx, 'api-client.logged-in', saved, null, { name: saved.name });
    return saved;
  }
  const why = right ? (row.active ? 'SECRET_EXPIRED' : 'CLIENT_DEACTIVATED') : 'WRONG_SECRET';
  const record = recorder('auth', strangerIn(tenantId, ctx.viewer.clientIp), ctx.now, ctx.trace);
  await record(tx, authEvents['login.failed'], {
    id,
    data: {
      username: row.name,
      failures: 1,
      reason: why,
      change: {
        action: 'ACCESS',
        entity: { __typename: 'ApiClient', id },
        old: null,
        new: null,
        reason: why,
      },
    },
  });
  return null;
}

type ClientEvent =
  | 'api-client.created'
  | 'api-client.secret-rotated'
  | 'api-client.deactivated'
  | 'api-client.logged-in';

const ACTIONS = { 'api-client.created': 'CREATE', 'api-client.logged-in': 'ACCESS' } as const;

async function recordClient(
  record: Recorder,
  tx: Tx,
  event: ClientEvent,
  row: ApiClientRow,
  old: Record<string, unknown> | null,
  changed: Record<string, unknown>,
  why: string | null = null,
): Promise<void> {
  const apiClient = { __typename: 'ApiClient', id: row.id } as const;
  const action = (ACTIONS as Partial<Record<ClientEvent, 'CREATE' | 'ACCESS'>>)[event] ?? 'UPDATE';
  await record(tx, authEvents[event], {
    id: row.id,
    data: {
      apiClient,
      name: row.name,
      change: { action, entity: apiClient, old, new: changed, reason: why },
    },
  });
}
