import type { B2mmlLimits } from './limits.ts';
import type { MessageQuantity, Position } from './model.ts';
import type { B2mmlError, B2mmlRule } from './rules.ts';
import { unitCode } from './units.ts';
import { type Parsed, parseDateTime, parseDecimal, shown, signOf } from './values.ts';
import { pathOf, type XmlNode } from './xml.ts';

/** DataTypes (CCTS and XML Schema) whose values are numbers without a fraction. */
const INTEGER_TYPES = new Set(
  'integer int long short byte positiveInteger nonNegativeInteger unsignedInt unsignedLong unsignedShort unsignedByte'.split(
    ' ',
  ),
);
const NUMERIC_TYPES = new Set([
  'Amount',
  'Measure',
  'Numeric',
  'Quantity',
  'decimal',
  'float',
  'double',
  ...INTEGER_TYPES,
]);

interface TextOptions {
  /** Missing and empty are errors. */
  readonly required?: boolean;
  /** Free text; else an identifier, whose inner white space becomes single blanks. */
  readonly free?: boolean;
}

/**
 * Reads typed values off nodes and collects every error on the way. A value that is missing or wrong reads
 * as null; the caller goes on and finds the rest of what is wrong.
 */
export class Reader {
  readonly limits: B2mmlLimits;
  readonly #errors: B2mmlError[] = [];
  /** An element is looked at more than once; what is wrong with it is said once. */
  readonly #said = new Set<string>();
  #more = 0;

  constructor(limits: B2mmlLimits) {
    this.limits = limits;
  }

  get failed(): boolean {
    return this.#errors.length > 0;
  }

  /** What was found, by line; a last entry counts what went beyond the limit. */
  get errors(): readonly B2mmlError[] {
    const sorted = this.#errors.toSorted((a, b) => a.line - b.line);
    if (this.#more === 0) return sorted;
    const message = `${this.#more} more errors are not listed.`;
    return [...sorted, { line: 0, element: '', rule: 'TOO_MANY_ERRORS', message }];
  }

  fail(at: XmlNode, rule: B2mmlRule, message: string, child?: string): null {
    if (this.#errors.length >= this.limits.errors) {
      this.#more++;
      return null;
    }
    const element = child ? `${pathOf(at)}/${child}` : pathOf(at);
    const key = `${element} ${rule}`;
    if (!this.#said.has(key)) this.#errors.push({ line: at.line, element, rule, message });
    this.#said.add(key);
    return null;
  }

  /** The value, or null and its error at the node. */
  take<T>(at: XmlNode, parsed: Parsed<T>): T | null {
    return parsed.ok ? parsed.value : this.fail(at, parsed.rule, parsed.message);
  }

  position(node: XmlNode): Position {
    return { line: node.line, element: pathOf(node) };
  }

  all(node: XmlNode, name: string): XmlNode[] {
    return node.children.filter((child) => child.name === name && child.namespace === node.namespace);
  }

  /** The one child of this name, or null; a second one is an error. */
  one(node: XmlNode, name: string): XmlNode | null {
    const found = this.all(node, name);
    if (found[1]) this.fail(found[1], 'ELEMENT_REPEATED', `${name} may stand once.`);
    return found[0] ?? null;
  }

  /** The text of a node; null when it is empty or nil. */
  textOf(node: XmlNode, { required = false, free = false }: TextOptions = {}): string | null {
    const text = free ? node.text : node.text.replaceAll(/\s+/g, ' ');
    if (text === '') return required ? this.fail(node, 'ELEMENT_EMPTY', `${node.name} has no text.`) : null;
    const limit = free ? this.limits.text : this.limits.identifier;
    if (text.length > limit) {
      return this.fail(
        node,
        'TEXT_TOO_LONG',
        `${node.name} has ${text.length} characters, at most ${limit} are read.`,
      );
    }
    return text;
  }

  /** The text of the one child of this name. */
  text(node: XmlNode, name: string, options: TextOptions = {}): string | null {
    const child = this.one(node, name);
    if (child) return this.textOf(child, options);
    return options.required ? this.fail(node, 'ELEMENT_MISSING', `${node.name} has no ${name}.`, name) : null;
  }

  /** The first text among children that may repeat (descriptions in several languages, several ids). */
  firstText(node: XmlNode, name: string, options: TextOptions = {}): string | null {
    const found = this.all(node, name).find((child) => child.text !== '');
    return found ? this.textOf(found, options) : null;
  }

  texts(node: XmlNode, name: string): string[] {
    return this.all(node, name).flatMap((child) => this.textOf(child) ?? []);
  }

  /** A time in UTC; null when the element is missing or empty. */
  dateTime(node: XmlNode, name: string, required = false): string | null {
    const child = this.one(node, name);
    if (child && child.text !== '') return this.take(child, parseDateTime(child.text));
    return required ? this.fail(node, 'ELEMENT_MISSING', `${node.name} has no ${name}.`, name) : null;
  }

  /** An end before its start is an error at the end. */
  ordered(node: XmlNode, start: string | null, end: string | null, endName: string): void {
    if (start === null || end === null || start <= end) return;
    const at = this.one(node, endName) ?? node;
    this.fail(at, 'END_BEFORE_START', `The end ${end} is before the start ${start}.`);
  }

  /** The child's text, when it is one of the known codes. */
  code<T extends string>(
    node: XmlNode,
    name: string,
    known: readonly T[],
    rule: B2mmlRule = 'CODE_UNKNOWN',
  ): T | null {
    const child = this.one(node, name);
    const text = child ? this.textOf(child) : null;
    if (!child || text === null) return null;
    return (
      known.find((code) => code === text) ??
      this.fail(child, rule, `${shown(text)} is not one of ${known.join(', ')}.`)
    );
  }

  /**
   * A quantity with its unit: V7's `Quantity { QuantityString, DataType, UnitOfMeasure }`, or a plain number
   * with a `QuantityUnitOfMeasure` beside it or a `unitCode` on it. Null when the element is missing.
   */
  quantity(node: XmlNode, name: string, sign: 'positive' | 'notNegative'): MessageQuantity | null {
    const child = this.one(node, name);
    if (!child) return null;
    const structured = this.one(child, 'QuantityString');
    const value = this.#number(structured ?? child, sign);
    if (structured) this.#dataType(child, value);
    const unitNode = structured ? this.one(child, 'UnitOfMeasure') : this.one(node, `${name}UnitOfMeasure`);
    const unitText =
      unitNode?.text || child.attributes.get('unitCode') || structured?.attributes.get('unitCode') || '';
    const unit = this.#unit(unitNode ?? child, unitText);
    return value === null || unit === null ? null : { value, unit };
  }

  #number(node: XmlNode, sign: 'positive' | 'notNegative'): string | null {
    if (node.text === '') return this.fail(node, 'ELEMENT_EMPTY', `${node.name} has no number.`);
    const value = this.take(node, parseDecimal(node.text));
    if (value === null) return null;
    if (signOf(value) < 0 && sign === 'notNegative') {
      return this.fail(node, 'QUANTITY_NEGATIVE', `${shown(node.text)} is below zero.`);
    }
    if (signOf(value) <= 0 && sign === 'positive') {
      return this.fail(node, 'QUANTITY_NOT_POSITIVE', `${shown(node.text)} is not above zero.`);
    }
    return value;
  }

  #dataType(quantity: XmlNode, value: string | null): void {
    const node = this.one(quantity, 'DataType');
    if (!node || node.text === '' || node.text === 'Other') return;
    if (!NUMERIC_TYPES.has(node.text)) {
      this.fail(node, 'QUANTITY_DATA_TYPE', `A quantity is no ${shown(node.text)}.`);
    } else if (INTEGER_TYPES.has(node.text) && value?.includes('.')) {
      this.fail(node, 'QUANTITY_DATA_TYPE', `${value} is no ${node.text}.`);
    }
  }

  #unit(node: XmlNode, text: string): string | null {
    if (text === '') return this.fail(node, 'UNIT_MISSING', 'The quantity has no unit.');
    return unitCode(text) ?? this.fail(node, 'UNIT_UNKNOWN', `${shown(text)} is not a known unit.`);
  }
}
