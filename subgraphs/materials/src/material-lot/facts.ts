import type { Tx } from '@machshop/db';
import { AllocationStore } from '../allocation/store.ts';
import { lotDefinition } from '../component-link/component-link.ts';
import { DefinitionStore } from '../definition/store.ts';
import { MaterialCertificateStore } from '../material-certificate/store.ts';
import type { LotFacts } from '../material-transaction/material-transaction.ts';
import { QualityHoldStore } from '../quality-hold/store.ts';
import { type BalanceRow, MaterialLotStore } from './store.ts';
import type { MaterialLotRow } from './tables.ts';

/** What is decided on: read after the lot was locked, so that nobody changes it meanwhile. */
export async function factsOf(
  tx: Tx,
  lot: MaterialLotRow,
): Promise<Omit<LotFacts, 'balances'> & { readonly balances: readonly BalanceRow[] }> {
  // sent together: they travel in one packet
  const [balances, allocations, certified, definition, holds] = await Promise.all([
    new MaterialLotStore(tx, lot.tenantId).balancesOf([lot.id]),
    new AllocationStore(tx, lot.tenantId).open([lot.id]),
    new MaterialCertificateStore(tx, lot.tenantId).hasAny(lot.id),
    new DefinitionStore(tx, lot.tenantId).byId(lot.definitionId),
    new QualityHoldStore(tx, lot.tenantId).active([lot.id]),
  ]);
  if (!definition) throw new Error(`lot ${lot.id} has no definition`);
  const { status, expiresAt } = lot;
  const heldBy = holds[0] ?? null;
  return { status, expiresAt, critical: definition.critical, certified, heldBy, balances, allocations };
}

/** What every event says of a lot. */
export const lotNames = (lot: MaterialLotRow) => ({
  lot: { __typename: 'MaterialLot', id: lot.id } as const,
  lotNumber: lot.number,
  definition: lotDefinition(lot),
  definitionNumber: lot.definitionNumber,
});
