import { newId } from '@machshop/db';
import { masterDataEvents } from '@machshop/schema/events/master-data.ts';
import {
  type Context,
  checkInput,
  illegalTransition,
  invalidInput,
  notFound,
  Refused,
} from '@machshop/server';
import { z } from 'zod';
import { changeOf, differences, type PendingChange, saveChanges } from '../history/changes.ts';
import { changing, idTaken } from '../history/commands.ts';
import { businessKey, hashOf, name, reason } from '../inputs.ts';
import { REVIVABLE, transition } from '../lifecycle.ts';
import { CustomerStore } from './store.ts';
import type { CustomerRow } from './tables.ts';

const createInput = z.object({
  id: z.uuid().nullish(),
  code: businessKey,
  name,
});
const changeInput = z.object({
  id: z.uuid(),
  name: name.nullish(),
  reason: reason.nullish(),
});
const publishInput = z.object({ id: z.uuid(), reason: reason.nullish() });
const retireInput = z.object({ id: z.uuid(), reason });

type Described = Pick<CustomerRow, 'code' | 'name' | 'status'>;
type Verb = 'drafted' | 'published' | 'retired';

/** What a customer's event and history entry say. */
export function customerChange(
  verb: Verb,
  row: Omit<CustomerRow, 'tenantId'>,
  action: PendingChange['entry']['action'],
  old: Partial<Described> | null,
  changed: Partial<Described>,
  why?: string | null,
): PendingChange {
  const customer = { __typename: 'Customer', id: row.id } as const;
  const facts = { customer, customerCode: row.code, name: row.name };
  return changeOf(masterDataEvents[`customer.${verb}`], row.id, facts, {
    entity: customer,
    action,
    old,
    new: changed,
    reason: why,
  });
}

export const describedCustomer = (row: Omit<CustomerRow, 'tenantId'>): Described => ({
  code: row.code,
  name: row.name,
  status: row.status,
});

/** Drafts a customer. The same id with the same content again changes nothing. */
export async function createCustomer(ctx: Context, raw: unknown): Promise<CustomerRow> {
  const input = checkInput(createInput, raw);
  const { tenantId } = ctx.viewer;
  return changing(ctx, async (tx) => {
    const store = new CustomerStore(tx, tenantId);
    const requestHash = hashOf(input);
    const [same] = input.id ? await store.byIds([input.id]) : [];
    if (same?.requestHash === requestHash) return same;
    if (same) throw new Refused(idTaken());
    if ((await store.byCodes([input.code])).length > 0) {
      throw new Refused(
        invalidInput(['input', 'code'], 'CODE_TAKEN', `there is a customer ${input.code} already`),
      );
    }
    const row: CustomerRow = {
      ...input,
      id: input.id ?? newId(),
      tenantId,
      status: 'DRAFT',
      requestHash,
      recordedAt: ctx.now(),
    };
    await store.insert([row]);
    await saveChanges(ctx, tx, [customerChange('drafted', row, 'CREATE', null, describedCustomer(row))]);
    return row;
  });
}

/** Changes what describes a customer; a field left out stays. A published one is published anew. */
export async function changeCustomer(ctx: Context, raw: unknown): Promise<CustomerRow> {
  const { id, reason: why, ...wanted } = checkInput(changeInput, raw);
  return changing(ctx, async (tx) => {
    const store = new CustomerStore(tx, ctx.viewer.tenantId);
    const before = await find(store, id);
    if (before.status === 'RETIRED') throw new Refused(illegalTransition(before.code, 'RETIRED', 'DRAFT'));
    const given = Object.fromEntries(Object.entries(wanted).filter(([, value]) => value != null));
    const change = differences<Described>(before, given);
    if (!change) return before;
    await store.update(id, change.new);
    const row = { ...before, ...change.new };
    const verb = row.status === 'PUBLISHED' ? 'published' : 'drafted';
    await saveChanges(ctx, tx, [customerChange(verb, row, 'CHANGE', change.old, change.new, why)]);
    return row;
  });
}

/** Lets orders name a customer; brings a retired one back. */
export async function publishCustomer(ctx: Context, raw: unknown): Promise<CustomerRow> {
  const input = checkInput(publishInput, raw);
  return move(ctx, input.id, 'PUBLISHED', input.reason);
}

/** Retires a customer; it is kept for what was made for it. */
export async function retireCustomer(ctx: Context, raw: unknown): Promise<CustomerRow> {
  const input = checkInput(retireInput, raw);
  return move(ctx, input.id, 'RETIRED', input.reason);
}

async function move(
  ctx: Context,
  id: string,
  to: 'PUBLISHED' | 'RETIRED',
  why: string | null | undefined,
): Promise<CustomerRow> {
  return changing(ctx, async (tx) => {
    const store = new CustomerStore(tx, ctx.viewer.tenantId);
    const before = await find(store, id);
    const decision = transition(before.status, to, REVIVABLE);
    if (decision.kind === 'UNCHANGED') return before;
    if (decision.kind === 'ILLEGAL_TRANSITION')
      throw new Refused(illegalTransition(before.code, decision.from, decision.to));
    await store.update(id, { status: to });
    const row = { ...before, status: to };
    // a draft that is given up was never said to be there
    const verb = to === 'PUBLISHED' ? 'published' : before.status === 'DRAFT' ? 'drafted' : 'retired';
    const action = to === 'PUBLISHED' ? 'PUBLISH' : 'RETIRE';
    const change = customerChange(verb, row, action, { status: before.status }, { status: to }, why);
    await saveChanges(ctx, tx, [change]);
    return row;
  });
}

async function find(store: CustomerStore, id: string): Promise<CustomerRow> {
  const [row] = await store.byIds([id]);
  if (!row) throw new Refused(notFound(['input', 'id'], 'no such customer'));
  return row;
}
