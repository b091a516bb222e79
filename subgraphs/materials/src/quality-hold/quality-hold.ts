import type { Tx } from '@machshop/db';
import { Refused, type UserErrorData } from '@machshop/server';
import type { SerializedPartRow } from '../serialized-part/tables.ts';
import { QualityHoldStore } from './store.ts';
import type { QualityHoldRow } from './tables.ts';

/** Because of which non-conformance something is held. */
export interface HeldBy {
  readonly nonConformanceId: string;
  readonly nonConformanceNumber: string;
}

/** The refusal of something that quality holds. */
export const onQualityHold = (
  held: string,
  { nonConformanceId: id, nonConformanceNumber }: HeldBy,
  path: readonly string[],
): UserErrorData => ({
  __typename: 'OnQualityHoldError',
  code: 'ON_QUALITY_HOLD',
  message: `${held} is held by ${nonConformanceNumber}`,
  path,
  held,
  nonConformanceNumber,
  nonConformance: { __typename: 'NonConformance', id },
});

/** What somebody wants to do with a piece: work on it, or call it good and put it somewhere. */
export type SerialUse = 'WORK' | 'USE';

/** Which of the holds on something stands in the way: of work only what blocks it altogether. */
export const obstacle = <T extends Pick<QualityHoldRow, 'hold'>>(
  holds: readonly T[],
  use: SerialUse,
): T | null => holds.find(({ hold }) => hold !== 'NONE' && (use === 'USE' || hold !== 'WORK_ONLY')) ?? null;

/**
 * Refuses what quality holds.
 * @throws Refused ON_QUALITY_HOLD
 */
export async function checkSerial(
  tx: Tx,
  serial: SerializedPartRow,
  use: SerialUse,
  path: readonly string[],
): Promise<void> {
  const holds = await new QualityHoldStore(tx, serial.tenantId).active([serial.id]);
  const held = obstacle(holds, use);
  if (held) throw new Refused(onQualityHold(serial.serialNumber, held, path));
}
