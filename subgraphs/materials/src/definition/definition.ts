import { Decimal } from '@machshop/db';

export type DefinitionType = 'Part' | 'Material';
export type Tracking = 'NONE' | 'LOT' | 'SERIAL';

/** A part or a material, as the graph's union MaterialDefinition has it. */
export type DefinitionRef<T extends DefinitionType = DefinitionType> = { __typename: T; id: string };

/** A line of a published bill: so much of a component for one of the parent. */
export interface BillLine {
  readonly position: number;
  readonly component: { readonly __typename: DefinitionType; readonly id: string };
  readonly componentNumber: string;
  readonly quantity: { readonly value: string; readonly unit: string };
  readonly operationNumber: number | null;
}

/** What an order needs of one component. */
export interface Requirement {
  readonly definition: DefinitionRef;
  readonly number: string;
  readonly quantity: string;
  readonly unit: string;
}

/** What `count` pieces need by the bill: lines of one component and unit are one requirement. */
export function requirementsOf(lines: readonly BillLine[], count: string): Requirement[] {
  const byComponent = new Map<string, Requirement>();
  for (const { component, componentNumber, quantity } of lines) {
    const key = `${component.id} ${quantity.unit}`;
    const needed = new Decimal(quantity.value).times(count).plus(byComponent.get(key)?.quantity ?? 0);
    byComponent.set(key, {
      definition: { __typename: component.__typename, id: component.id },
      number: componentNumber,
      quantity: needed.toFixed(),
      unit: quantity.unit,
    });
  }
  return [...byComponent.values()];
}
