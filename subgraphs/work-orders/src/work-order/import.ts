import type { Tx } from '@machshop/db';
import type { EventData } from '@machshop/schema/events/define.ts';
import type { integrationEvents } from '@machshop/schema/events/integration.ts';
import type { UserErrorData } from '@machshop/server';
import { ReplicaStore } from '../replica/store.ts';
import { type Draft, insertOrder, type ResolvedDraft, resolveDraft } from './create.ts';
import type { Actor } from './record.ts';
import { WorkOrderStore } from './store.ts';
import type { WorkOrderRow } from './tables.ts';

type Schedule = EventData<(typeof integrationEvents)['production-schedule.received']>;
type Request = Schedule['requests'][number];

/** Why a request of a schedule makes no order, and where in the message. */
export interface ImportError {
  readonly element: string;
  readonly rule: string;
  readonly message: string;
}

export type ImportResult =
  | { readonly kind: 'ACCEPTED'; readonly orders: readonly WorkOrderRow[] }
  /** `missing` when only something that may still be on its way was not found. */
  | { readonly kind: 'REJECTED'; readonly errors: readonly ImportError[]; readonly missing: boolean };

/** What may be published a moment before the schedule comes, and heard of a moment after. */
const MAY_BE_LATE: ReadonlySet<string> = new Set(['PART_NOT_FOUND', 'ROUTING_NOT_FOUND', 'SITE_NOT_FOUND']);

/** Makes every order of a schedule, or none. Orders that the message made already are there. */
export async function importSchedule(actor: Actor, tx: Tx, schedule: Schedule): Promise<ImportResult> {
  const store = new WorkOrderStore(tx, actor.viewer.tenantId);
  const messageId = schedule.message.id;
  const made = await store.bySource(messageId);
  if (made.length > 0) return { kind: 'ACCEPTED', orders: made };
  const errors = duplicates(schedule.requests);
  const numbers = schedule.requests.map((request) => request.requestId);
  const taken = new Set((await store.byNumbers(numbers)).map((row) => row.number));
  const resolved: ResolvedDraft[] = [];
  let missing = true;
  const refuse = ({ element }: Request, { code: rule, message }: Pick<UserErrorData, 'code' | 'message'>) => {
    errors.push({ element, rule, message });
    if (!MAY_BE_LATE.has(rule)) missing = false;
  };
  if (errors.length > 0) missing = false;
  for (const request of schedule.requests) {
    if (taken.has(request.requestId)) {
      const message = `there is a work order ${request.requestId} already`;
      refuse(request, { code: 'NUMBER_TAKEN', message });
    }
    const draft = await draftOf(actor, tx, request, messageId);
    const found = 'code' in draft ? draft : await resolveDraft(actor, tx, draft);
    if ('code' in found) refuse(request, found);
    else resolved.push(found);
  }
  if (errors.length > 0) return { kind: 'REJECTED', errors, missing };
  const orders: WorkOrderRow[] = [];
  for (const one of resolved) orders.push(await insertOrder(actor, tx, one));
  return { kind: 'ACCEPTED', orders };
}

function duplicates(requests: readonly Request[]): ImportError[] {
  const seen = new Set<string>();
  return requests.flatMap(({ requestId, element }) => {
    const again = seen.has(requestId);
    seen.add(requestId);
    const message = `the message asks for ${requestId} more than once`;
    return again ? [{ element, rule: 'REQUEST_TWICE', message }] : [];
  });
}

async function draftOf(
  actor: Actor,
  tx: Tx,
  request: Request,
  messageId: string,
): Promise<Draft | UserErrorData> {
  const { requestId, siteCode } = request;
  let siteId: string | null = null;
  if (siteCode !== null) {
    const [site] = await new ReplicaStore(tx, actor.viewer.tenantId).sitesByCode([siteCode]);
    if (!site) return fault('NotFoundError', 'SITE_NOT_FOUND', `there is no site ${siteCode}`);
    siteId = site.id;
  }
  const plannedStartAt = request.startAt === null ? null : new Date(request.startAt);
  const plannedEndAt = request.endAt === null ? null : new Date(request.endAt);
  if (plannedStartAt && plannedEndAt && plannedEndAt < plannedStartAt) {
    return fault('InvalidInputError', 'END_BEFORE_START', 'the end is before the start');
  }
  return {
    id: null,
    number: requestId,
    description: request.description,
    partNumber: request.partNumber,
    revision: request.revision,
    quantity: request.quantity,
    priority: request.priority,
    dueAt: plannedEndAt,
    plannedStartAt,
    plannedEndAt,
    siteId,
    routingNumber: request.routingNumber,
    source: { messageId, requestId },
  };
}

const fault = (__typename: string, code: string, message: string): UserErrorData => ({
  __typename,
  code,
  message,
  path: [],
});
