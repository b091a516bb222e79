import { Decimal } from '@machshop/db';

/** A line of a bill of material: what was designed, for one of the parent. */
export interface BillLine {
  position: number;
  component: { __typename: 'Part' | 'Material'; id: string };
  componentNumber: string;
  quantity: { value: string; unit: string };
}

/** What is in a unit. */
export interface BuiltComponent {
  definitionType: 'Part' | 'Material' | null;
  definitionId: string | null;
  definitionNumber: string | null;
  quantity: string;
  unit: string;
}

export interface Difference {
  kind: 'MISSING' | 'NOT_IN_BILL' | 'SHORT' | 'SURPLUS' | 'UNIT_MISMATCH' | 'NO_BILL';
  serialNumber: string;
  bomPosition: number | null;
  component: { __typename: 'Part' | 'Material'; id: string } | null;
  componentNumber: string | null;
  designed: { value: string; unit: string } | null;
  built: { value: string; unit: string } | null;
}

export interface EffectiveBill {
  revision: string | null;
  effectiveFrom: Date;
  effectiveTo: Date | null;
  lines: readonly BillLine[];
}

/** Rec 20 has several codes for one piece: EA each, C62 one, H87 piece. */
const PIECES = new Set(['EA', 'C62', 'H87']);

const sameUnit = (a: string, b: string): boolean => a === b || (PIECES.has(a) && PIECES.has(b));

/** The bill that was effective at a time, of the revision when that is known; bills come newest first. */
export function effectiveBill<B extends EffectiveBill>(
  bills: readonly B[],
  revision: string | null,
  at: Date,
): B | null {
  return (
    bills.find(
      (bill) =>
        (revision === null || bill.revision === null || bill.revision === revision) &&
        bill.effectiveFrom <= at &&
        (bill.effectiveTo === null || bill.effectiveTo > at),
    ) ?? null
  );
}

/**
 * What differs between what was designed and what was built, of one unit. Lines and components of the same
 * definition are added up first: two positions of one screw are one need of two screws.
 */
export function differences(
  serialNumber: string,
  bill: EffectiveBill | null,
  components: readonly BuiltComponent[],
): Difference[] {
  if (!bill) {
    if (components.length === 0) return [];
    return [
      {
        kind: 'NO_BILL',
        serialNumber,
        bomPosition: null,
        component: null,
        componentNumber: null,
        designed: null,
        built: null,
      },
    ];
  }
  const built = sum(components, (item) => item.definitionId ?? '?');
  const found: Difference[] = [];
  const designed = new Map<string, BillLine>();
  for (const line of bill.lines) {
    const known = designed.get(line.component.id);
    const value = known
      ? new Decimal(known.quantity.value).plus(line.quantity.value).toFixed()
      : line.quantity.value;
    designed.set(line.component.id, { ...(known ?? line), quantity: { value, unit: line.quantity.unit } });
  }
  for (const line of designed.values()) {
    const facts = {
      serialNumber,
      bomPosition: line.position,
      component: line.component,
      componentNumber: line.componentNumber,
      designed: line.quantity,
    };
    const actual = built.get(line.component.id);
    built.delete(line.component.id);
    if (!actual) found.push({ ...facts, kind: 'MISSING', built: null });
    else if (!sameUnit(actual.unit, line.quantity.unit))
      found.push({ ...facts, kind: 'UNIT_MISMATCH', built: actual });
    else {
      const order = new Decimal(actual.value).comparedTo(line.quantity.value);
      if (order !== 0) found.push({ ...facts, kind: order < 0 ? 'SHORT' : 'SURPLUS', built: actual });
    }
  }
  for (const item of components) {
    const key = item.definitionId ?? '?';
    const actual = built.get(key);
    if (!actual) continue;
    built.delete(key);
    const component =
      item.definitionId && item.definitionType
        ? { __typename: item.definitionType, id: item.definitionId }
        : null;
    found.push({
      kind: 'NOT_IN_BILL',
      serialNumber,
      bomPosition: null,
      component,
      componentNumber: item.definitionNumber,
      designed: null,
      built: actual,
    });
  }
  return found;
}

function sum(
  components: readonly BuiltComponent[],
  keyOf: (item: BuiltComponent) => string,
): Map<string, { value: string; unit: string }> {
  const sums = new Map<string, { value: string; unit: string }>();
  for (const item of components) {
    const known = sums.get(keyOf(item));
    const value = known ? new Decimal(known.value).plus(item.quantity).toFixed() : item.quantity;
    sums.set(keyOf(item), { value, unit: item.unit });
  }
  return sums;
}
