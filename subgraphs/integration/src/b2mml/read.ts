import { kindOf, openEnvelope } from './envelope.ts';
import { B2MML_LIMITS, type B2mmlLimits } from './limits.ts';
import type { B2mmlMessage, B2mmlReading } from './model.ts';
import { readPerformance } from './read-performance.ts';
import { readRoutings } from './read-routing.ts';
import { readSchedule } from './read-schedule.ts';
import { Reader } from './reader.ts';
import { parseXml, type XmlNode } from './xml.ts';

/** Depth at which the id of a broken message is looked for: root, DataArea, object. */
const ID_DEPTH = 3;

function findText(node: XmlNode, name: string, depth: number): string | null {
  const own = node.children.find((child) => child.name === name && child.text !== '');
  if (own) return own.text.slice(0, B2MML_LIMITS.identifier);
  if (depth <= 1) return null;
  for (const child of node.children) {
    const found = findText(child, name, depth - 1);
    if (found !== null) return found;
  }
  return null;
}

/**
 * The sender's id of a message that may be broken, so that its answer can name it: BODID, else the ID of
 * the root or of the first object inside. Null when there is none.
 */
function looseMessageId(root: XmlNode): string | null {
  return findText(root, 'BODID', 2) ?? findText(root, 'ID', ID_DEPTH);
}

function readMessage(reader: Reader, root: XmlNode): B2mmlMessage | null {
  const envelope = openEnvelope(reader, root);
  switch (envelope?.kind) {
    case undefined:
      return null;
    case 'SCHEDULE':
      return readSchedule(reader, envelope);
    case 'ROUTING':
      return readRoutings(reader, envelope);
    case 'PERFORMANCE':
      return readPerformance(reader, envelope);
  }
}

/**
 * Reads a B2MML message, V7 or simplified, into the plant's own words. Pure; never throws on input: what is
 * wrong with a message, all of it, comes back as errors with line, element and rule.
 *
 * @param input the bytes as received (preferred: the encoding is checked), or text
 */
export function readB2mml(input: Uint8Array | string, limits: B2mmlLimits = B2MML_LIMITS): B2mmlReading {
  const parsed = parseXml(input, limits);
  if (!parsed.ok) return { ok: false, kind: null, messageId: null, errors: parsed.errors };
  const reader = new Reader(limits);
  const message = readMessage(reader, parsed.root);
  if (message !== null && !reader.failed) return { ok: true, message };
  return {
    ok: false,
    kind: kindOf(parsed.root),
    messageId: looseMessageId(parsed.root),
    errors: reader.errors,
  };
}
