import { B2MML_NAMESPACE } from './envelope.ts';
import type { MessageQuantity } from './model.ts';

/** An element to write: text, or elements; null among them is left out. */
export interface XmlElementTree {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | null>>;
  readonly content: string | readonly (XmlElementTree | null)[];
}

type Content = string | null | readonly (XmlElementTree | null)[];

/** An element. Null content makes an empty element. */
export const el = (
  name: string,
  content: Content,
  attributes: XmlElementTree['attributes'] = {},
): XmlElementTree => ({
  name,
  attributes,
  content: content ?? '',
});

/** An element, or nothing when there is no content to write. */
export const opt = (name: string, content: Content): XmlElementTree | null =>
  content === null ? null : el(name, content);

/** What XML 1.0 cannot carry at all: control characters and halves of surrogate pairs. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

const escapeText = (text: string): string =>
  text.replaceAll(FORBIDDEN, '\ufffd').replaceAll(/[&<>"\r]/g, (c) => ESCAPES[c] as string);

/** White space in an attribute is made blank by every reader unless it is written as a reference. */
const escapeAttribute = (text: string): string =>
  escapeText(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');

function render(element: XmlElementTree, indent: string, lines: string[]): void {
  const attributes = Object.entries(element.attributes)
    .filter((entry): entry is [string, string] => entry[1] !== null)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');
  const open = `${indent}<${element.name}${attributes}`;
  if (typeof element.content === 'string') {
    lines.push(
      element.content === '' ? `${open}/>` : `${open}>${escapeText(element.content)}</${element.name}>`,
    );
    return;
  }
  const children = element.content.filter((child) => child !== null);
  if (children.length === 0) {
    lines.push(`${open}/>`);
    return;
  }
  lines.push(`${open}>`);
  for (const child of children) render(child, `${indent}  `, lines);
  lines.push(`${indent}</${element.name}>`);
}

/** A V7 document: two blanks of indent, line feeds, the namespace on the root. Equal trees, equal bytes. */
export function writeDocument(root: XmlElementTree): string {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>'];
  render({ ...root, attributes: { xmlns: B2MML_NAMESPACE, ...root.attributes } }, '', lines);
  return `${lines.join('\n')}\n`;
}

/** QuantityValueType. */
export const quantityElement = (quantity: MessageQuantity): XmlElementTree =>
  el('Quantity', [
    el('QuantityString', quantity.value),
    el('DataType', 'decimal'),
    el('UnitOfMeasure', quantity.unit),
  ]);

/** ValueType. */
export const valueElement = (value: string, dataType: string, unit: string | null = null): XmlElementTree =>
  el('Value', [el('ValueString', value), el('DataType', dataType), opt('UnitOfMeasure', unit)]);

/** HierarchyScopeType with one level. */
export const scopeElement = (
  equipmentId: string | null,
  level: 'Site' | 'WorkCenter',
): XmlElementTree | null =>
  equipmentId === null
    ? null
    : el('HierarchyScope', [el('EquipmentID', equipmentId), el('EquipmentLevel', level)]);
