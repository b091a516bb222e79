import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../../..');

/** Where the standard's schemas lie; null when there is no reference data on this machine. */
export function schemaFolder(env: Readonly<Record<string, string | undefined>>): string | null {
  const folder = join(env.REFERENCE_DATA ?? join(root, '../shared/data'), 'b2mml');
  return existsSync(join(folder, 'B2MML-OperationsSchedule.xsd')) ? folder : null;
}

/** What the title of a test says when it cannot run. */
export const skipReason = (folder: string | null): string =>
  folder === null ? ' (skipped: no reference data)' : '';
