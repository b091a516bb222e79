import type { Tx } from '@machshop/db';
import { type Catalog, loadCatalog } from '../bom/catalog.ts';
import { BomStore } from '../bom/store.ts';
import { CustomerStore } from '../customer/store.ts';
import { MaterialStore } from '../material/store.ts';
import { PartStore } from '../part/store.ts';
import { RoutingStore } from '../routing/store.ts';
import type { MasterDataDocument } from './document.ts';
import type { ImportState } from './plan.ts';

const unique = (values: readonly (string | null | undefined)[]) => [
  ...new Set(values.filter((value) => value != null)),
];

/** Reads all that the document names, by a handful of statements however long it is. */
export async function loadState(
  tx: Tx,
  tenantId: string,
  now: Date,
  document: MasterDataDocument,
): Promise<ImportState> {
  const listed = document.boms.flatMap((bom) => bom.lines);
  const numbers = unique([
    ...document.parts.map((part) => part.number),
    ...document.boms.map((bom) => bom.partNumber),
    ...document.routings.map((routing) => routing.partNumber),
  ]);
  const partStore = new PartStore(tx, tenantId);
  const parts = await partStore.byNumbers(numbers);
  const revisions = await partStore.revisionsOf(parts.map((part) => part.id));
  const materials = await new MaterialStore(tx, tenantId).byCodes(document.materials.map(({ code }) => code));
  const customers = await new CustomerStore(tx, tenantId).byCodes(document.customers.map(({ code }) => code));

  const bomStore = new BomStore(tx, tenantId);
  const numbersWithBom = new Set(document.boms.map((bom) => bom.partNumber));
  const withBom = new Set(parts.filter((part) => numbersWithBom.has(part.number)).map((part) => part.id));
  const bomRevisions = revisions.filter((revision) => withBom.has(revision.partId));
  const boms = await bomStore.publishedOf(bomRevisions.map((revision) => revision.id));
  const lines = await bomStore.linesOf(boms.map((bom) => bom.id));
  const catalog = await loadCatalog(tx, tenantId, {
    partNumbers: unique(listed.map((line) => line.partNumber)),
    materialCodes: unique(listed.map((line) => line.materialCode)),
    partIds: unique(lines.map((line) => line.componentPartId)),
    materialIds: unique(lines.map((line) => line.componentMaterialId)),
  });
  const routingStore = new RoutingStore(tx, tenantId);
  const routings = await routingStore.versionsOf(document.routings.map((routing) => routing.number));
  const published = routings.filter((routing) => routing.status === 'PUBLISHED');
  const operations = await routingStore.operationsOf(published.map((routing) => routing.id));
  return {
    tenantId,
    now,
    reason: document.reason ?? null,
    materials: new Map(materials.map((row) => [row.code, row])),
    customers: new Map(customers.map((row) => [row.code, row])),
    parts: new Map(parts.map((row) => [row.number, row])),
    revisions: Map.groupBy(revisions, (row) => row.partId),
    catalog: catalog satisfies Catalog,
    boms: Map.groupBy(boms, (row) => row.partRevisionId),
    lines: Map.groupBy(lines, (row) => row.bomId),
    routings: Map.groupBy(routings, (row) => row.number),
    operations: Map.groupBy(operations, (row) => row.routingId),
  };
}
