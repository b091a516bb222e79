import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

/** What in the new API would break a client of the old one, one sentence each. */
export async function breakingChanges(before: string | null, after: string): Promise<string[]> {
  if (before === null) return [];
  const changes = await diff(buildSchema(before), buildSchema(after));
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ message }) => message);
}
