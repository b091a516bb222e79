import { newId, type Tx } from '@machshop/db';
import {
  type Context,
  checkInput,
  illegalTransition,
  invalidInput,
  notFound,
  Refused,
  ruleViolation,
} from '@machshop/server';
import { z } from 'zod';
import { saveChanges } from '../history/changes.ts';
import { changing, idTaken } from '../history/commands.ts';
import { businessKey, description, hashOf, reason } from '../inputs.ts';
import { PartStore } from '../part/store.ts';
import { describedRouting, type RoutingOf, routingDraftChange } from './changes.ts';
import { operationContent, operationsInput, sameOperations } from './operations.ts';
import { type OperationContent, revise } from './routing.ts';
import { RoutingStore } from './store.ts';
import type { RoutingOperationRow, RoutingRow } from './tables.ts';

const createInput = z.object({
  id: z.uuid().nullish(),
  number: businessKey,
  partRevisionId: z.uuid(),
  description: description.nullish(),
  operations: operationsInput,
});
const reviseInput = z.object({
  id: z.uuid().nullish(),
  number: businessKey,
  description: description.nullish(),
  operations: operationsInput.nullish(),
  reason: reason.nullish(),
});
const changeInput = z.object({
  id: z.uuid(),
  description: description.nullish(),
  operations: operationsInput.nullish(),
  reason: reason.nullish(),
});

/** Drafts version 1 of a routing. The same id with the same content again changes nothing. */
export async function createRouting(ctx: Context, raw: unknown): Promise<RoutingRow> {
  const input = checkInput(createInput, raw);
  const { tenantId } = ctx.viewer;
  return changing(ctx, async (tx) => {
    const store = new RoutingStore(tx, tenantId);
    const requestHash = hashOf(input);
    const same = await sameRequest(store, input.id, requestHash);
    if (same) return same;
    if ((await store.versionsOf([input.number])).length > 0) {
      const message = `there is a routing ${input.number} already: revise it`;
      throw new Refused(invalidInput(['input', 'number'], 'NUMBER_TAKEN', message));
    }
    const of = await routingOf(tx, tenantId, input.partRevisionId);
    if (!of) throw new Refused(notFound(['input', 'partRevisionId'], 'no such revision'));
    if (of.revision.status === 'RETIRED') {
      const message = `revision ${of.revision.revision} of ${of.part.number} is retired`;
      throw new Refused(ruleViolation('REVISION_RETIRED', message, ['input', 'partRevisionId']));
    }
    const { number, description = null, operations } = input;
    const row = { number, version: 1, partId: of.part.id, partRevisionId: of.revision.id, description };
    return draft(ctx, tx, { ...row, id: input.id ?? newId(), requestHash }, operations, of);
  });
}

/**
 * Drafts the next version of a routing from the last one, with what is given in its place. What is published is never
 * edited. The same id with the same content again changes nothing.
 */
export async function reviseRouting(ctx: Context, raw: unknown): Promise<RoutingRow> {
  const input = checkInput(reviseInput, raw);
  const { tenantId } = ctx.viewer;
  return changing(ctx, async (tx) => {
    const store = new RoutingStore(tx, tenantId);
    const requestHash = hashOf(input);
    const same = await sameRequest(store, input.id, requestHash);
    if (same) return same;
    const versions = await store.versionsOf([input.number]);
    const last = versions.at(-1);
    if (!last) throw new Refused(notFound(['input', 'number'], `there is no routing ${input.number}`));
    const decision = revise(versions);
    if (decision.kind === 'DRAFT_EXISTS') {
      const { version } = decision.draft;
      throw new Refused(
        ruleViolation('DRAFT_EXISTS', `version ${version} of ${last.number} is a draft: change that`, [
          'input',
          'number',
        ]),
      );
    }
    if (decision.kind === 'TOO_MANY_VERSIONS') {
      throw new Refused(ruleViolation('TOO_MANY_VERSIONS', `${last.number} has too many versions`));
    }
    const of = await routingOf(tx, tenantId, last.partRevisionId);
    if (!of) throw new Error(`routing ${last.id} has no revision`);
    const operations = input.operations ?? (await store.operationsOf([last.id])).map(operationContent);
    const row = {
      id: input.id ?? newId(),
      number: last.number,
      version: decision.version,
      partId: last.partId,
      partRevisionId: last.partRevisionId,
      description: input.description ?? last.description,
      requestHash,
    };
    return draft(ctx, tx, row, operations, of, input.reason);
  });
}

/** Changes a draft; a field left out stays. */
export async function changeRouting(ctx: Context, raw: unknown): Promise<RoutingRow> {
  const input = checkInput(changeInput, raw);
  return changing(ctx, async (tx) => {
    const store = new RoutingStore(tx, ctx.viewer.tenantId);
    const before = await findRouting(store, input.id);
    if (before.status !== 'DRAFT') {
      const message = `version ${before.version} of ${before.number} is ${before.status}: revise the routing`;
      throw new Refused(ruleViolation('NOT_A_DRAFT', message, ['input', 'id']));
    }
    const old: Record<string, unknown> = {};
    const changed: Record<string, unknown> = {};
    if (input.description && input.description !== before.description) {
      Object.assign(old, { description: before.description });
      Object.assign(changed, { description: input.description });
      await store.update(before.id, { description: input.description });
    }
    const operations = await store.operationsOf([before.id]);
    if (input.operations && !sameOperations(operations, input.operations)) {
      Object.assign(old, { operations: operations.map(operationContent) });
      Object.assign(changed, { operations: input.operations });
      await store.deleteOperations(before.id);
      await store.insertOperations(operationRows(before.id, input.operations));
    }
    if (Object.keys(changed).length === 0) return before;
    const entry = { action: 'CHANGE', old, new: changed, reason: input.reason } as const;
    await saveChanges(ctx, tx, [routingDraftChange(before, entry)]);
    return { ...before, description: input.description ?? before.description };
  });
}

async function draft(
  ctx: Context,
  tx: Tx,
  content: Pick<
    RoutingRow,
    'id' | 'number' | 'version' | 'partId' | 'partRevisionId' | 'description' | 'requestHash'
  >,
  operations: readonly OperationContent[],
  of: RoutingOf,
  why?: string | null,
): Promise<RoutingRow> {
  const row: RoutingRow = {
    ...content,
    tenantId: ctx.viewer.tenantId,
    status: 'DRAFT',
    publishedAt: null,
    supersededAt: null,
    recordedAt: ctx.now(),
  };
  const store = new RoutingStore(tx, ctx.viewer.tenantId);
  await store.insert([row]);
  await store.insertOperations(operationRows(row.id, operations));
  const entry = {
    action: 'CREATE',
    old: null,
    new: describedRouting(row, operations, of),
    reason: why,
  } as const;
  await saveChanges(ctx, tx, [routingDraftChange(row, entry)]);
  return row;
}

async function sameRequest(
  store: RoutingStore,
  id: string | null | undefined,
  requestHash: string,
): Promise<RoutingRow | null> {
  const [same] = id ? await store.byIds([id]) : [];
  if (!same) return null;
  if (same.requestHash !== requestHash) throw new Refused(idTaken());
  return same;
}

/** The part and the revision that a routing is for. */
export async function routingOf(tx: Tx, tenantId: string, revisionId: string) {
  const store = new PartStore(tx, tenantId);
  const [revision] = await store.revisionsByIds([revisionId]);
  const [part] = revision ? await store.byIds([revision.partId]) : [];
  return part && revision ? { part, revision } : null;
}

export async function findRouting(store: RoutingStore, id: string): Promise<RoutingRow> {
  const [row] = await store.byIds([id]);
  if (!row) throw new Refused(notFound(['input', 'id'], 'no such routing'));
  return row;
}

/** Operations as rows of a routing. */
export const operationRows = (
  routingId: string,
  operations: readonly OperationContent[],
): Omit<RoutingOperationRow, 'tenantId'>[] =>
  operations.map((operation) => ({ ...operation, id: newId(), routingId }));

export const illegalRouting = (row: RoutingRow, to: string) =>
  illegalTransition(`version ${row.version} of ${row.number}`, row.status, to);
