import type { Reader } from './reader.ts';
import type { XmlNode } from './xml.ts';

/** Codes of MaterialUse by what they mean for an order. */
export const PRODUCED = ['Produced', 'Material Produced'];
export const CONSUMED = ['Consumed', 'Material Consumed', 'Consumable'];
export const MATERIAL_USES = [
  ...PRODUCED,
  ...CONSUMED,
  'By-product Produced',
  'Co-product Produced',
  'Yield Produced',
  'Destructive Sample',
  'Returned Sample',
  'Retained Sample',
  'Inventoried',
  'Other',
] as const;

/** Levels of the equipment hierarchy that are a work center here. ISA-95 part 1: the work center and its kinds. */
export const WORK_CENTER_LEVELS = [
  'WorkCenter',
  'WorkCell',
  'ProductionLine',
  'ProductionUnit',
  'ProcessCell',
  'StorageZone',
];

/** The equipment of a hierarchy scope at one of the levels; null when it names none. */
export function scopeAt(reader: Reader, node: XmlNode, levels: readonly string[]): string | null {
  let scope = reader.one(node, 'HierarchyScope');
  while (scope) {
    const level = reader.text(scope, 'EquipmentElementLevel') ?? reader.text(scope, 'EquipmentLevel');
    if (level !== null && levels.includes(level))
      return reader.text(scope, 'EquipmentID', { required: true });
    scope = reader.one(scope, 'HierarchyScopeChild');
  }
  return null;
}

/** The child of this name with this ID: a property or a parameter. */
export function named(reader: Reader, node: XmlNode, elementName: string, id: string): XmlNode | null {
  const found = reader.all(node, elementName).filter((child) => reader.all(child, 'ID')[0]?.text === id);
  if (found[1]) reader.fail(found[1], 'ELEMENT_REPEATED', `${elementName} ${id} may stand once.`);
  return found[0] ?? null;
}

/** The text of a property's or parameter's `Value/ValueString`; null when there is none. */
export function valueText(reader: Reader, property: XmlNode | null): string | null {
  const value = property && reader.one(property, 'Value');
  return value ? reader.text(value, 'ValueString') : null;
}
