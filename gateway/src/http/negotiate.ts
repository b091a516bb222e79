import { Lru } from '../lru.ts';

/** The types an answer can have, the preferred first. */
export const GRAPHQL_RESPONSE = 'application/graphql-response+json';
export const JSON_RESPONSE = 'application/json';
export const HTML_RESPONSE = 'text/html';

export type ResponseType = typeof GRAPHQL_RESPONSE | typeof JSON_RESPONSE | typeof HTML_RESPONSE;

/** The type of an answer in parts. */
export const MULTIPART = 'multipart/mixed';

interface Range {
  readonly type: string;
  /** The edition of incremental delivery that is wanted. */
  readonly deferSpec: string | undefined;
  readonly quality: number;
  readonly position: number;
}

const remembered = new Lru<string, ResponseType | 'none'>(200);

/**
 * The type to answer with by the Accept header, undefined if none that we have is accepted.
 * No header means the GraphQL type; a full wildcard means plain JSON, which is what programs that say nothing
 * (curl, fetch) can handle. HTML is only given when it is named.
 */
export function negotiate(accept: string | undefined): ResponseType | undefined {
  if (accept === undefined || accept.trim() === '') return GRAPHQL_RESPONSE;
  let chosen = remembered.get(accept);
  if (chosen === undefined) {
    chosen = choose(accept);
    if (accept.length < 500) remembered.set(accept, chosen);
  }
  return chosen === 'none' ? undefined : chosen;
}

const parted = new Lru<string, boolean>(200);

/** Whether a client takes an answer in parts: it names the type, with our edition or with none. */
export function takesParts(accept: string | undefined): boolean {
  if (accept === undefined || !accept.includes('multipart')) return false;
  let takes = parted.get(accept);
  if (takes === undefined) {
    takes = parseRanges(accept).some(
      ({ type, quality, deferSpec }) =>
        type === MULTIPART && quality > 0 && (deferSpec === undefined || deferSpec === DEFER_SPEC),
    );
    if (accept.length < 500) parted.set(accept, takes);
  }
  return takes;
}

/** The edition of incremental delivery that answers in parts follow, as clients name it. */
export const DEFER_SPEC = '20220824';

function choose(accept: string): ResponseType | 'none' {
  const ranges = parseRanges(accept);
  let best: { type: ResponseType; quality: number; position: number } | undefined;
  for (const type of [GRAPHQL_RESPONSE, JSON_RESPONSE, HTML_RESPONSE] as const) {
    const match = bestRange(ranges, type);
    if (!match || match.quality === 0) continue;
    if (type === HTML_RESPONSE && match.type !== HTML_RESPONSE) continue;
    const better =
      !best ||
      match.quality > best.quality ||
      (match.quality === best.quality && isEarlier(match, best.position));
    if (better) best = { type, quality: match.quality, position: match.position };
  }
  if (!best) return 'none';
  const full = ranges[best.position];
  return full?.type === '*/*' && best.type === GRAPHQL_RESPONSE ? plainIfAllowed(ranges) : best.type;
}

function isEarlier(range: Range, position: number): boolean {
  return range.position < position && range.type !== '*/*' && range.type !== 'application/*';
}

function plainIfAllowed(ranges: readonly Range[]): ResponseType {
  const json = bestRange(ranges, JSON_RESPONSE);
  return json && json.quality > 0 ? JSON_RESPONSE : GRAPHQL_RESPONSE;
}

/** The most specific range that covers a type decides its quality (RFC 9110, 12.5.1). */
function bestRange(ranges: readonly Range[], type: string): Range | undefined {
  const family = `${type.slice(0, type.indexOf('/'))}/*`;
  return (
    ranges.find((range) => range.type === type) ??
    ranges.find((range) => range.type === family) ??
    ranges.find((range) => range.type === '*/*')
  );
}

function parseRanges(accept: string): Range[] {
  const ranges: Range[] = [];
  for (const part of accept.split(',')) {
    const [name, ...parameters] = part.split(';');
    const type = name?.trim().toLowerCase() ?? '';
    if (!type.includes('/')) continue;
    let quality = 1;
    let utf8 = true;
    let deferSpec: string | undefined;
    for (const parameter of parameters) {
      const [key, value] = parameter.split('=').map((text) => text.trim().toLowerCase());
      if (key === 'q') quality = qualityOf(value);
      if (key === 'deferspec') deferSpec = value?.replaceAll('"', '');
      // the answers of another edition have another form
      if (key === 'incrementalspec') deferSpec = `incremental ${value}`;
      if (key === 'charset') utf8 = isUtf8(value ?? '');
    }
    // an answer is always UTF-8: a range that wants another encoding is not one that we have
    if (utf8) ranges.push({ type, quality, deferSpec, position: ranges.length });
  }
  return ranges;
}

function qualityOf(text: string | undefined): number {
  const quality = Number(text);
  return Number.isFinite(quality) ? Math.min(1, Math.max(0, quality)) : 1;
}

/** Whether a charset parameter names UTF-8. */
export function isUtf8(charset: string): boolean {
  const name = charset.replaceAll('"', '').toLowerCase();
  return name === 'utf-8' || name === 'utf8';
}

/** The encoding to compress with by Accept-Encoding; brotli before gzip when both are as welcome. */
export function negotiateEncoding(header: string | undefined): 'br' | 'gzip' | undefined {
  if (!header) return undefined;
  let br = 0;
  let gzip = 0;
  let rest = 0;
  const named = new Set<string>();
  for (const part of header.split(',')) {
    const [name, ...parameters] = part.split(';');
    const coding = name?.trim().toLowerCase() ?? '';
    const q = parameters.find((parameter) => parameter.trim().toLowerCase().startsWith('q='));
    const quality = q ? qualityOf(q.split('=')[1]?.trim()) : 1;
    named.add(coding);
    if (coding === 'br') br = quality;
    else if (coding === 'gzip' || coding === 'x-gzip') gzip = quality;
    else if (coding === '*') rest = quality;
  }
  if (!named.has('br')) br = rest;
  if (!named.has('gzip') && !named.has('x-gzip')) gzip = rest;
  if (br > 0 && br >= gzip) return 'br';
  return gzip > 0 ? 'gzip' : undefined;
}
