import { ParseOption, XmlDocument, XmlElement, XmlError, XmlLibError, XmlText } from 'libxml2-wasm';
import { decodeXml } from './decode.ts';
import { B2MML_LIMITS, type B2mmlLimits } from './limits.ts';
import type { B2mmlError, B2mmlRule } from './rules.ts';
import { scanXml } from './scan.ts';

/** An element of a parsed message: a plain object, nothing of the parser's memory. */
export interface XmlNode {
  readonly name: string;
  /** Empty for no namespace. */
  readonly namespace: string;
  readonly line: number;
  readonly parent: XmlNode | null;
  /** 1-based among the siblings of the same name; 0 when it is the only one. */
  ordinal: number;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlNode[];
  /** Own text, joined and trimmed; comments are left out, CDATA is text. */
  text: string;
}

export type ParsedXml =
  | { readonly ok: true; readonly root: XmlNode }
  | { readonly ok: false; readonly errors: readonly B2mmlError[] };

/** How many of the parser's complaints are kept: after the first, most follow from it. */
const PARSER_ERRORS = 20;

/** No entity substitution, no DTD, no file, no network, no catalog. */
const OPTIONS =
  ParseOption.XML_PARSE_NONET |
  ParseOption.XML_PARSE_NO_XXE |
  ParseOption.XML_PARSE_NO_SYS_CATALOG |
  ParseOption.XML_PARSE_NOCDATA |
  ParseOption.XML_PARSE_BIG_LINES;

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/** Path from the root, with an index where siblings share a name: `OperationsSchedule/OperationsRequest[2]`. */
export function pathOf(node: XmlNode): string {
  const parts: string[] = [];
  for (let at: XmlNode | null = node; at; at = at.parent) {
    parts.push(at.ordinal > 0 ? `${at.name}[${at.ordinal}]` : at.name);
  }
  return parts.reverse().join('/');
}

function numberSiblings(children: readonly XmlNode[]): void {
  if (children.length < 2) return;
  const first = new Map<string, XmlNode>();
  const seen = new Map<string, number>();
  for (const child of children) {
    const count = (seen.get(child.name) ?? 0) + 1;
    seen.set(child.name, count);
    if (count === 1) first.set(child.name, child);
    else {
      child.ordinal = count;
      (first.get(child.name) as XmlNode).ordinal = 1;
    }
  }
}

function attributesOf(element: XmlElement): ReadonlyMap<string, string> {
  const attributes = element.attrs;
  if (attributes.length === 0) return NO_ATTRIBUTES;
  return new Map(attributes.map((attribute) => [attribute.name, attribute.value.trim()]));
}

/** Copies the tree out of the parser. Recursion is bounded: the depth limit was checked before. */
function copy(element: XmlElement, parent: XmlNode | null, lines: Iterator<number>): XmlNode {
  const node: XmlNode = {
    name: element.name,
    namespace: element.namespaceUri,
    line: lines.next().value ?? element.line,
    parent,
    ordinal: 0,
    attributes: attributesOf(element),
    children: [],
    text: '',
  };
  for (let child = element.firstChild; child; child = child.next) {
    if (child instanceof XmlElement) node.children.push(copy(child, node, lines));
    else if (child instanceof XmlText) node.text += child.content;
  }
  node.text = node.text.trim();
  numberSiblings(node.children);
  return node;
}

const refuse = (rule: B2mmlRule, message: string, line = 0): ParsedXml => ({
  ok: false,
  errors: [{ line, element: '', rule, message }],
});

function parserErrors(error: XmlError): ParsedXml {
  const details = error instanceof XmlLibError ? error.details : [];
  if (details.length === 0) return refuse('XML_NOT_WELL_FORMED', 'The message is not XML.');
  const errors = details.slice(0, PARSER_ERRORS).map((detail) => ({
    line: detail.line,
    element: '',
    rule: 'XML_NOT_WELL_FORMED' as const,
    message: detail.message.trim().replaceAll(/\s+/g, ' '),
  }));
  return { ok: false, errors };
}

/**
 * Parses a message into plain nodes with line numbers. Size, depth and number of elements are bounded
 * before the parser runs; a document type (and with it every entity) is refused. Never throws on input.
 */
export function parseXml(input: Uint8Array | string, limits: B2mmlLimits = B2MML_LIMITS): ParsedXml {
  const decoded = decodeXml(input, limits);
  if (!decoded.ok) return { ok: false, errors: [decoded.error] };
  const scan = scanXml(decoded.text, limits.elements);
  if (scan.doctypeLine !== null) {
    return refuse('DOCTYPE_NOT_ALLOWED', 'Document types and entities are not accepted.', scan.doctypeLine);
  }
  if (scan.elements > limits.elements)
    return refuse('MESSAGE_TOO_LARGE', `More than ${limits.elements} elements.`);
  if (scan.depth > limits.depth)
    return refuse('MESSAGE_TOO_LARGE', `Elements nest deeper than ${limits.depth}.`);
  let document: XmlDocument;
  try {
    document = XmlDocument.fromString(decoded.text, { encoding: 'utf-8', option: OPTIONS });
  } catch (error) {
    if (error instanceof XmlError) return parserErrors(error);
    throw error;
  }
  try {
    return { ok: true, root: copy(document.root, null, scan.lines.values()) };
  } finally {
    document.dispose();
  }
}
