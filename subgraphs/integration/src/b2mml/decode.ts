import type { B2mmlLimits } from './limits.ts';
import type { B2mmlError, B2mmlRule } from './rules.ts';

/** XML text, or why the bytes are none. */
export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly error: B2mmlError };

const BOMS = [
  { bytes: [0xef, 0xbb, 0xbf], label: 'utf-8' },
  { bytes: [0xff, 0xfe], label: 'utf-16le' },
  { bytes: [0xfe, 0xff], label: 'utf-16be' },
] as const;

/** XML 1.0 appendix F: without a mark, the zero byte of `<` gives UTF-16 away. */
const ZEROS = [
  { bytes: [0x3c, 0x00], label: 'utf-16le' },
  { bytes: [0x00, 0x3c], label: 'utf-16be' },
] as const;

const DECLARATION = /^<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]{0,63})["']/;

const startsWith = (bytes: Uint8Array, prefix: readonly number[]): boolean =>
  prefix.every((byte, index) => bytes[index] === byte);

const fail = (rule: B2mmlRule, message: string, line = 0): Decoded => ({
  ok: false,
  error: { line, element: '', rule, message },
});

function lineOfFirstBadCharacter(bytes: Uint8Array, label: string): number {
  const lenient = new TextDecoder(label).decode(bytes);
  const bad = lenient.indexOf('\ufffd');
  let line = 1;
  for (let at = lenient.indexOf('\n'); at >= 0 && at < bad; at = lenient.indexOf('\n', at + 1)) line++;
  return line;
}

/** The encoding that the XML declaration names, in lower case; null when it names none. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 256));
  return DECLARATION.exec(head)?.[1]?.toLowerCase() ?? null;
}

/**
 * Bytes to text by byte order mark, XML declaration or UTF-8, strictly: a wrong encoding is an error and
 * never a replacement character in a part number. Text is taken as it is (its declaration spoke of bytes).
 */
export function decodeXml(input: Uint8Array | string, limits: B2mmlLimits): Decoded {
  const size = typeof input === 'string' ? Buffer.byteLength(input) : input.byteLength;
  if (size > limits.bytes)
    return fail('MESSAGE_TOO_LARGE', `The message has ${size} bytes, at most ${limits.bytes} are read.`);
  if (typeof input === 'string') {
    const text = input.startsWith('\ufeff') ? input.slice(1) : input;
    if (text.trim() === '') return fail('MESSAGE_EMPTY', 'The message is empty.');
    return text.isWellFormed()
      ? { ok: true, text }
      : fail('ENCODING_INVALID', 'The text holds half of a surrogate pair.');
  }
  const bom = BOMS.find((candidate) => startsWith(input, candidate.bytes));
  const bytes = bom ? input.subarray(bom.bytes.length) : input;
  const sniffed = bom?.label ?? ZEROS.find((candidate) => startsWith(bytes, candidate.bytes))?.label ?? null;
  const declared = sniffed?.startsWith('utf-16') ? null : declaredEncoding(bytes);
  if (bom && declared && declared !== bom.label && declared !== 'utf8') {
    return fail(
      'ENCODING_CONFLICT',
      `The byte order mark says ${bom.label}, the XML declaration ${declared}.`,
      1,
    );
  }
  return decodeAs(bytes, sniffed ?? declared ?? 'utf-8', declared);
}

function decodeAs(bytes: Uint8Array, label: string, declared: string | null): Decoded {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true });
  } catch {
    return fail('ENCODING_UNKNOWN', `The encoding ${label} is not known here; send UTF-8.`, 1);
  }
  try {
    const text = decoder.decode(bytes);
    return text.trim() === '' ? fail('MESSAGE_EMPTY', 'The message is empty.') : { ok: true, text };
  } catch {
    const says = declared ? `declared as ${declared}` : `taken as ${label}`;
    const message = `The message is ${says}, but not all of its bytes are that.`;
    return fail('ENCODING_INVALID', message, lineOfFirstBadCharacter(bytes, label));
  }
}
