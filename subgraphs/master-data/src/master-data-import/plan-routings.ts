import { newId } from '@machshop/db';
import { ruleViolation } from '@machshop/server';
import { hashOf } from '../inputs.ts';
import { describedRouting, routingChange } from '../routing/changes.ts';
import { operationRows } from '../routing/commands.ts';
import { sameOperations } from '../routing/operations.ts';
import { MAX_VERSIONS } from '../routing/routing.ts';
import type { RoutingRow } from '../routing/tables.ts';
import type { MasterDataDocument } from './document.ts';
import type { ImportPlan, ImportResult, ImportState } from './plan.ts';
import { revisionOf } from './revision-of.ts';

type RoutingItem = MasterDataDocument['routings'][number];
type Of = NonNullable<ReturnType<typeof revisionOf>>;

/** Plans the routings: a changed one is published as the next version, and the one before it is superseded. */
export function planRoutings(
  { routings }: MasterDataDocument,
  state: ImportState,
  plan: ImportPlan,
): ImportResult['routings'] {
  return routings.flatMap((item, index) => {
    const path = ['input', 'routings', String(index)];
    const of = revisionOf(ownRevision(item, state), state, plan, path);
    const planned = of && planRouting(item, of, state, plan, [...path, 'number']);
    return planned ? [planned] : [];
  });
}

/** Where the item names no revision, and the routing is there: the one that it is for. */
function ownRevision(item: RoutingItem, state: ImportState) {
  const { partNumber } = item;
  const revisions = state.revisions.get(state.parts.get(partNumber)?.id ?? '') ?? [];
  const known = state.routings.get(item.number)?.[0]?.partRevisionId;
  const own = revisions.find((row) => row.id === known);
  return { partNumber, revision: item.revision ?? own?.revision };
}

function planRouting(
  item: RoutingItem,
  of: Of,
  state: ImportState,
  plan: ImportPlan,
  path: readonly string[],
): ImportResult['routings'][number] | null {
  const versions = state.routings.get(item.number) ?? [];
  if (versions.some((row) => row.partRevisionId !== of.revision.id)) {
    const message = `${item.number} is the routing of another part or revision than ${of.part.number} ${of.revision.revision}`;
    plan.refuse(ruleViolation('ROUTING_OF_OTHER_REVISION', message, path));
    return null;
  }
  const before = versions.find((row) => row.status === 'PUBLISHED');
  const operations = before ? (state.operations.get(before.id) ?? []) : [];
  const sameText = item.description == null || item.description === before?.description;
  if (before && sameText && sameOperations(operations, item.operations))
    return { outcome: 'UNCHANGED', routing: before };
  const version = (versions.at(-1)?.version ?? 0) + 1;
  if (version > MAX_VERSIONS) {
    plan.refuse(ruleViolation('TOO_MANY_VERSIONS', `${item.number} has too many versions`, path));
    return null;
  }
  if (before) supersede(before, of, state, plan);
  const routing = newRouting(item, version, before?.description ?? null, of, state, plan);
  return { outcome: versions.length > 0 ? 'CHANGED' : 'CREATED', routing };
}

function supersede(before: RoutingRow, of: Of, state: ImportState, plan: ImportPlan): void {
  const row = { ...before, status: 'SUPERSEDED', supersededAt: state.now } as const;
  plan.supersededRoutings.push(row);
  const entry = {
    action: 'SUPERSEDE',
    old: { status: before.status },
    new: { status: row.status },
    reason: state.reason,
  } as const;
  plan.changes.push(routingChange(row, state.operations.get(row.id) ?? [], of, 'superseded', entry));
}

function newRouting(
  item: RoutingItem,
  version: number,
  oldDescription: string | null,
  of: Of,
  state: ImportState,
  plan: ImportPlan,
): RoutingRow {
  const { tenantId, now, reason } = state;
  const routing: RoutingRow = {
    id: newId(),
    tenantId,
    number: item.number,
    version,
    partId: of.part.id,
    partRevisionId: of.revision.id,
    status: 'PUBLISHED',
    description: item.description ?? oldDescription,
    publishedAt: now,
    supersededAt: null,
    requestHash: hashOf(item),
    recordedAt: now,
  };
  const operations = operationRows(routing.id, item.operations);
  plan.newRoutings.push({ routing, operations });
  const entry = {
    action: 'CREATE',
    old: null,
    new: describedRouting(routing, item.operations, of),
    reason,
  } as const;
  plan.changes.push(routingChange(routing, operations, of, 'published', entry));
  return routing;
}
