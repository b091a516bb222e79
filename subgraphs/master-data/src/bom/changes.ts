import { masterDataEvents } from '@machshop/schema/events/master-data.ts';
import { changeOf, type Entry, type PendingChange } from '../history/changes.ts';
import type { Catalog } from './catalog.ts';
import { componentOf, type LineContent } from './lines.ts';
import type { BomRow } from './tables.ts';

type Bom = Omit<BomRow, 'tenantId'>;

/** A draft of a bill was made, changed or given up. */
export function bomDraftChange(bom: Pick<Bom, 'id'>, entry: Omit<Entry, 'entity'>): PendingChange {
  const entity = { __typename: 'Bom', id: bom.id } as const;
  return changeOf(masterDataEvents['bom.drafted'], bom.id, { bom: entity }, { ...entry, entity });
}

/** A bill is in effect from a time on, or its end changed: whoever keeps a replica needs to know no more. */
export function bomChange(
  bom: Bom,
  lines: readonly LineContent[],
  catalog: Catalog,
  entry: Omit<Entry, 'entity'>,
): PendingChange {
  const entity = { __typename: 'Bom', id: bom.id } as const;
  if (!bom.effectiveFrom) throw new Error(`bill ${bom.id} is ${bom.status} and has no beginning`);
  const facts = {
    bom: entity,
    part: { __typename: 'Part', id: bom.partId } as const,
    partRevision: { __typename: 'PartRevision', id: bom.partRevisionId } as const,
    effectiveFrom: bom.effectiveFrom.toISOString(),
    effectiveTo: bom.effectiveTo?.toISOString() ?? null,
    lines: lines.map((line) => {
      const { kind, id, number } = componentOf(line, catalog);
      return {
        position: line.position,
        component:
          kind === 'Part' ? ({ __typename: kind, id } as const) : ({ __typename: kind, id } as const),
        componentNumber: number,
        quantity: { value: line.quantity, unit: line.unit },
        operationNumber: line.operationNumber,
        referenceDesignator: line.referenceDesignator,
      };
    }),
  };
  return changeOf(masterDataEvents['bom.published'], bom.id, facts, { ...entry, entity });
}
