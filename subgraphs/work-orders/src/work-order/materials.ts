import { Decimal } from '@machshop/db';
import type { BomRow, MaterialAllocationRow, MaterialUseRow } from '../replica/tables.ts';
import type { WorkOrderRow } from './tables.ts';

/** What an order needs of one material, was given and took. */
export interface WorkOrderMaterial {
  readonly definition: { readonly __typename: 'Part' | 'Material'; readonly id: string };
  readonly number: string;
  readonly required: { value: string; unit: string } | null;
  readonly allocated: { value: string; unit: string };
  readonly consumed: { value: string; unit: string };
}

interface Sum {
  definition: WorkOrderMaterial['definition'];
  number: string;
  unit: string;
  required: Decimal | null;
  allocated: Decimal;
  consumed: Decimal;
}

/** The bill in effect at a time, of bills with the latest effectivity first. */
export const billAt = <B extends Pick<BomRow, 'effectiveFrom' | 'effectiveTo'>>(
  bills: readonly B[],
  at: Date,
): B | undefined =>
  bills.find((bill) => bill.effectiveFrom <= at && (bill.effectiveTo === null || at < bill.effectiveTo));

/** Sums up an order's material by what it is, in the order of the bill and then of the numbers. */
export function materialsOf(
  order: Pick<WorkOrderRow, 'quantity' | 'plannedStartAt' | 'recordedAt'>,
  bills: readonly BomRow[],
  allocations: readonly MaterialAllocationRow[],
  uses: readonly MaterialUseRow[],
): WorkOrderMaterial[] {
  const sums = new Map<string, Sum>();
  const of = (definition: Sum['definition'], number: string, unit: string): Sum => {
    let sum = sums.get(definition.id);
    if (!sum) {
      const zero = new Decimal(0);
      sum = { definition, number, unit, required: null, allocated: zero, consumed: zero };
      sums.set(definition.id, sum);
    }
    return sum;
  };
  const bill = billAt(bills, order.plannedStartAt ?? order.recordedAt);
  for (const line of bill?.lines ?? []) {
    const sum = of(line.component, line.componentNumber, line.quantity.unit);
    sum.required = (sum.required ?? new Decimal(0)).plus(
      new Decimal(line.quantity.value).times(order.quantity),
    );
  }
  for (const row of allocations) {
    // a release that came in before its allocation says nothing of the material yet
    if (!row.definitionType || !row.definitionId || !row.definitionNumber || !row.unit) continue;
    const definition = { __typename: row.definitionType, id: row.definitionId };
    const sum = of(definition, row.definitionNumber, row.unit);
    sum.allocated = sum.allocated.plus(row.allocated).minus(row.released);
  }
  for (const row of uses) {
    const sum = of({ __typename: row.definitionType, id: row.definitionId }, row.definitionNumber, row.unit);
    sum.consumed = sum.consumed.plus(row.quantity);
  }
  return [...sums.values()].map(({ definition, number, unit, required, allocated, consumed }) => ({
    definition,
    number,
    required: required ? { value: required.toFixed(), unit } : null,
    allocated: { value: allocated.toFixed(), unit },
    consumed: { value: consumed.toFixed(), unit },
  }));
}
