import { createHash } from 'node:crypto';

/** What the first entry has in place of a previous hash. */
export const GENESIS = '0'.repeat(64);

/** JSON with sorted keys and no blanks (RFC 8785 for what our entries hold: strings, integers, null, arrays, objects). */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** `sha256(previous hash + canonical JSON)`, in hex. */
export const chainHash = (previousHash: string, canonical: string): string =>
  createHash('sha256').update(previousHash).update(canonical).digest('hex');

/** One line of an export. `canonical` is the text that was hashed; it holds the sequence. */
export interface ExportLine {
  sequence: string;
  previousHash: string;
  hash: string;
  canonical: string;
}

export type ChainFault = { line: number; fault: string };

/** The state of checking: what the next line must continue. */
export interface ChainState {
  /** The last sequence that was checked, and its hash; an export may begin in the middle. */
  sequence: bigint | null;
  hash: string | null;
}

/**
 * Checks the next line of an export against what came before it.
 * @returns what is wrong with it, or null; the state moves on either way
 */
export function checkLine(state: ChainState, text: string): string | null {
  let line: ExportLine;
  let sequence: bigint;
  try {
    line = JSON.parse(text) as ExportLine;
    sequence = BigInt(line.sequence);
    if (BigInt((JSON.parse(line.canonical) as { sequence: string }).sequence) !== sequence) {
      return 'the sequence outside is not the one that was hashed';
    }
  } catch {
    return 'is not a line of an audit export';
  }
  const fault = faultOf(state, line, sequence);
  state.sequence = sequence;
  state.hash = line.hash;
  return fault;
}

function faultOf(state: ChainState, line: ExportLine, sequence: bigint): string | null {
  if (state.sequence !== null && sequence !== state.sequence + 1n)
    return `follows ${state.sequence}, but is ${sequence}: entries are missing`;
  if (state.hash !== null && line.previousHash !== state.hash)
    return 'its previous hash is not the hash of the entry before it';
  if (sequence === 1n && line.previousHash !== GENESIS) return 'the first entry must follow the genesis hash';
  if (chainHash(line.previousHash, line.canonical) !== line.hash)
    return 'its hash does not fit its content: it was changed';
  return null;
}
