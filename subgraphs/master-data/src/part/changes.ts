import { masterDataEvents } from '@machshop/schema/events/master-data.ts';
import { changeOf, type Entry, type PendingChange } from '../history/changes.ts';
import type { PartRevisionRow, PartRow } from './tables.ts';

/** What a revision's event and history entry say. A draft, and a draft given up, are drafted; the rest is whole. */
export function revisionChange(
  part: Pick<PartRow, 'id' | 'number'>,
  row: Omit<PartRevisionRow, 'tenantId'>,
  verb: 'drafted' | 'published' | 'retired',
  entry: Omit<Entry, 'entity'>,
): PendingChange {
  const entity = { __typename: 'PartRevision', id: row.id } as const;
  const facts = { part: { __typename: 'Part', id: part.id } as const, partNumber: part.number };
  if (verb === 'drafted') {
    return changeOf(masterDataEvents['part.drafted'], part.id, facts, { ...entry, entity });
  }
  const { revision, name, unit, tracking, critical, effectiveFrom } = row;
  const whole = {
    ...facts,
    partRevision: entity,
    revision,
    name,
    unit,
    tracking,
    critical,
    ...(effectiveFrom ? { effectiveFrom: effectiveFrom.toISOString() } : {}),
  };
  return changeOf(masterDataEvents[`part.${verb}`], part.id, whole, { ...entry, entity });
}

/** A revision as the history shows it. */
export const describedRevision = (part: Pick<PartRow, 'number'>, row: Omit<PartRevisionRow, 'tenantId'>) => ({
  number: part.number,
  revision: row.revision,
  status: row.status,
  name: row.name,
  description: row.description,
  unit: row.unit,
  tracking: row.tracking,
  critical: row.critical,
  effectiveFrom: row.effectiveFrom,
});
