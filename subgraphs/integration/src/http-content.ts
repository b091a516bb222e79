import { textOf } from './b2mml/text.ts';

/** A body as the graph takes it, or why it cannot. */
export type BodyInput =
  | { readonly input: { readonly xml: string } | { readonly contentBase64: string } }
  | { readonly unsupported: string };

const XML_TYPE = /^(text\/xml|application\/xml|[a-z0-9.+-]+\/[a-z0-9.-]+\+xml)$/;

/**
 * The body of a POST. Plain UTF-8 goes on as text; every other encoding as bytes, unless the header names it:
 * then it wins over the XML declaration (RFC 7303).
 */
export function bodyInput(
  body: Buffer,
  contentType: string | undefined,
  contentEncoding: string | undefined,
): BodyInput {
  const [type = '', ...parameters] = (contentType ?? '').split(';').map((part) => part.trim());
  if (!XML_TYPE.test(type.toLowerCase())) {
    return { unsupported: 'send the message with Content-Type: application/xml or text/xml' };
  }
  if (contentEncoding !== undefined && contentEncoding.toLowerCase() !== 'identity') {
    return { unsupported: 'a compressed body is not supported' };
  }
  const charset = parameters
    .map((parameter) => /^charset\s*=\s*"?([^"\s]+)"?$/i.exec(parameter)?.[1])
    .find((found) => found !== undefined);
  const text = strictly(body, charset ?? 'utf-8');
  if (text === 'UNKNOWN') return { unsupported: `the charset ${charset} is not known here` };
  const plain = text !== null && (charset !== undefined || textOf(body) === text || text.trim() === '');
  return { input: plain ? { xml: text } : { contentBase64: body.toString('base64') } };
}

/** The text of bytes in this encoding; null when they are not all of it. */
function strictly(bytes: Buffer, charset: string): string | null {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(charset, { fatal: true, ignoreBOM: true });
  } catch {
    return 'UNKNOWN';
  }
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

/** Whether XML is at least as welcome as JSON; whoever says nothing sent XML and gets XML. */
export function acceptsXml(accept: string | undefined): boolean {
  if (accept === undefined || accept.trim() === '') return true;
  const ranges = new Map(
    accept.split(',').map((part) => {
      const [range = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
      const quality = parameters.map((parameter) => /^q=([0-9.]+)$/.exec(parameter)?.[1]).find(Boolean);
      return [range, Number(quality ?? 1)] as const;
    }),
  );
  const quality = (...names: string[]) =>
    names.map((name) => ranges.get(name)).find((found) => found !== undefined) ?? 0;
  const xml = Math.max(
    quality('application/xml', 'application/*', '*/*'),
    quality('text/xml', 'text/*', '*/*'),
  );
  return xml > 0 && xml >= quality('application/json', 'application/*', '*/*');
}
