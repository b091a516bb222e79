import type { Tx } from '@machshop/db';
import { Refused, type UserErrorData } from '@machshop/server';
import { hasCycle, structureOf } from '../bom/bom.ts';
import { cycleOf } from '../bom/cycle.ts';
import { BomStore } from '../bom/store.ts';
import { CustomerStore } from '../customer/store.ts';
import { type Actor, saveChanges } from '../history/changes.ts';
import { MaterialStore } from '../material/store.ts';
import { PartStore } from '../part/store.ts';
import { RoutingStore } from '../routing/store.ts';
import { itemError, type MasterDataDocument } from './document.ts';
import { ImportPlan, type ImportResult } from './plan.ts';
import { planBoms } from './plan-boms.ts';
import { planCustomers, planMaterials } from './plan-definitions.ts';
import { planParts } from './plan-parts.ts';
import { planRoutings } from './plan-routings.ts';
import { loadState } from './state.ts';

/**
 * Imports a document in a transaction that holds the tenant's lock. Nothing was written yet when it refuses for
 * another reason than a bill that contains its own part.
 * @throws Refused with every error of the document
 */
export async function importDocument(
  actor: Actor,
  tx: Tx,
  document: MasterDataDocument,
): Promise<ImportResult> {
  const { tenantId } = actor.viewer;
  const state = await loadState(tx, tenantId, actor.now(), document);
  const plan = new ImportPlan();
  const result: ImportResult = {
    materials: planMaterials(document, state, plan),
    customers: planCustomers(document, state, plan),
    parts: planParts(document, state, plan),
    boms: planBoms(document, state, plan),
    routings: planRoutings(document, state, plan),
  };
  refuseIfAny(plan.errors);
  await writeDefinitions(tx, tenantId, plan);
  await writeBoms(tx, tenantId, plan);
  refuseIfAny(await cycles(tx, tenantId, plan));
  await writeRoutings(tx, tenantId, plan);
  await saveChanges(actor, tx, plan.changes);
  return result;
}

function refuseIfAny(errors: readonly UserErrorData[]): void {
  const [first, ...others] = errors;
  if (first) throw new Refused(first, ...others);
}

async function writeDefinitions(tx: Tx, tenantId: string, plan: ImportPlan): Promise<void> {
  const materials = new MaterialStore(tx, tenantId);
  await materials.insert(plan.newMaterials);
  for (const { id, name, description, critical, status } of plan.changedMaterials)
    await materials.update(id, { name, description, critical, status });
  const customers = new CustomerStore(tx, tenantId);
  await customers.insert(plan.newCustomers);
  for (const { id, name, status } of plan.changedCustomers) await customers.update(id, { name, status });
  const parts = new PartStore(tx, tenantId);
  await parts.insertParts(plan.newParts);
  await parts.insertRevisions(plan.newRevisions);
  for (const row of plan.changedRevisions) {
    const { name, description, tracking, critical, status, publishedAt, effectiveFrom } = row;
    const changes = { name, description, tracking, critical, status, publishedAt, effectiveFrom };
    await parts.updateRevision(row.id, changes);
  }
}

async function writeBoms(tx: Tx, tenantId: string, plan: ImportPlan): Promise<void> {
  const store = new BomStore(tx, tenantId);
  const fresh = new Map(plan.newBoms.map(({ bom }) => [bom.id, bom]));
  for (const row of plan.endedBoms) {
    // a bill of this document may end another one of it
    const own = fresh.get(row.id);
    if (own) fresh.set(row.id, row);
    else await store.update(row.id, { status: row.status, effectiveTo: row.effectiveTo });
  }
  await store.insert([...fresh.values()]);
  await store.insertLines(plan.newBoms.flatMap(({ lines }) => lines));
}

/** The bills by which a part would contain itself, as things are with all of the document. */
async function cycles(tx: Tx, tenantId: string, plan: ImportPlan): Promise<UserErrorData[]> {
  const parts = [...new Set(plan.newBoms.map(({ bom }) => bom.partId))];
  if (parts.length === 0) return [];
  const froms = plan.newBoms.map(({ bom }) => bom.effectiveFrom?.getTime() ?? 0);
  const from = new Date(froms.reduce((a, b) => Math.min(a, b)));
  const below = await new BomStore(tx, tenantId).partsBelow(parts, { from, to: null });
  if (!hasCycle(structureOf(below))) return [];
  // bills that are never in effect at once may be in it: look at each one's own time
  const errors: UserErrorData[] = [];
  for (const { bom, lines, path } of plan.newBoms) {
    if (errors.length >= MAX_CYCLES) break;
    const range = { from: bom.effectiveFrom ?? from, to: bom.effectiveTo };
    const cycle = await cycleOf(tx, tenantId, bom.partId, lines, range, [...path, 'lines']);
    if (cycle) errors.push(itemError(cycle));
  }
  return errors;
}

/** Reported at once; each takes a statement of its own. */
const MAX_CYCLES = 20;

async function writeRoutings(tx: Tx, tenantId: string, plan: ImportPlan): Promise<void> {
  const store = new RoutingStore(tx, tenantId);
  for (const { id, status, supersededAt } of plan.supersededRoutings)
    await store.update(id, { status, supersededAt });
  await store.insert(plan.newRoutings.map(({ routing }) => routing));
  await store.insertOperations(plan.newRoutings.flatMap(({ operations }) => operations));
}
