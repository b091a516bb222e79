import { decodeXml } from './decode.ts';
import { B2MML_LIMITS } from './limits.ts';

/** The text of a message's bytes, by byte order mark, XML declaration or as UTF-8; null when they are none. */
export function textOf(bytes: Uint8Array): string | null {
  if (bytes.length === 0) return '';
  const decoded = decodeXml(bytes, B2MML_LIMITS);
  return decoded.ok ? decoded.text : null;
}
