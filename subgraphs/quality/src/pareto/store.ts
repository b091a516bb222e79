import type { Viewer } from '@machshop/auth';
import { anyOf, type Tx } from '@machshop/db';
import { and, count, desc, eq, gte, lt, ne, sql } from 'drizzle-orm';
import { nonConformances } from '../non-conformance/tables.ts';
import type { ParetoDimension } from './pareto.ts';

const COLUMNS = {
  DEFECT_CODE: nonConformances.defectCode,
  CAUSE: nonConformances.causeCategory,
  WORK_CENTER: nonConformances.workCenterCode,
  EQUIPMENT: nonConformances.equipmentCode,
  DEFINITION: nonConformances.definitionNumber,
  SEVERITY: nonConformances.severity,
  SOURCE: nonConformances.source,
} as const satisfies Record<ParetoDimension, unknown>;

export interface ParetoSpan {
  readonly from: Date;
  readonly to: Date;
  readonly siteId: string | null;
}

/** Counts non-conformances that the viewer may see, by what they have in common; the most frequent first. */
export function countBy(
  tx: Tx,
  viewer: Viewer,
  by: ParetoDimension,
  { from, to, siteId }: ParetoSpan,
): Promise<{ key: string | null; count: number }[]> {
  const column = COLUMNS[by];
  return tx
    .select({ key: sql<string | null>`${column}`, count: count() })
    .from(nonConformances)
    .where(
      and(
        eq(nonConformances.tenantId, viewer.tenantId),
        viewer.siteIds.length > 0 ? anyOf(nonConformances.siteId, viewer.siteIds) : undefined,
        siteId ? anyOf(nonConformances.siteId, [siteId]) : undefined,
        ne(nonConformances.status, 'CANCELLED'),
        gte(nonConformances.raisedAt, from),
        lt(nonConformances.raisedAt, to),
      ),
    )
    .groupBy(column)
    .orderBy(desc(count()), column);
}
