/** What a first pass over the text finds, before any parser sees it. */
export interface Scan {
  /** Line of each start tag, in document order. */
  readonly lines: Uint32Array;
  readonly elements: number;
  readonly depth: number;
  /** Line of a document type declaration; null when there is none. */
  readonly doctypeLine: number | null;
}

/** Where the tag that starts at `at` ends (index of its `>`), or -1: a `>` inside quotes does not count. */
function endOfTag(text: string, at: number): number {
  let quote = '';
  for (let i = at; i < text.length; i++) {
    const c = text[i] as string;
    if (quote !== '') {
      if (c === quote) quote = '';
    } else if (c === '"' || c === "'") quote = c;
    else if (c === '>') return i;
  }
  return -1;
}

/** Index behind the comment, section, instruction or end tag at `at`; -1 when it does not end. */
function endOfMarkup(text: string, at: number): number {
  const [open, close] = text.startsWith('<!--', at)
    ? [4, '-->']
    : text.startsWith('<![CDATA[', at)
      ? [9, ']]>']
      : text.startsWith('<?', at)
        ? [2, '?>']
        : [2, '>'];
  const end = text.indexOf(close as string, at + (open as number));
  return end < 0 ? -1 : end + (close as string).length;
}

/**
 * One linear pass over the markup: lines (libxml2 stops counting at 65,535), counts for the limits, and a
 * document type, which is refused before a parser can act on it. On text that is not well-formed it stops
 * early and leaves the complaint to the parser. Stops when `maxElements` is passed.
 */
export function scanXml(text: string, maxElements: number): Scan {
  const lines: number[] = [];
  let depth = 0;
  let deepest = 0;
  let line = 1;
  let counted = text.indexOf('\n');
  const result = (doctypeLine: number | null): Scan => ({
    lines: Uint32Array.from(lines),
    elements: lines.length,
    depth: deepest,
    doctypeLine,
  });
  for (let at = text.indexOf('<'); at >= 0 && lines.length <= maxElements; ) {
    for (; counted >= 0 && counted < at; counted = text.indexOf('\n', counted + 1)) line++;
    const next = text[at + 1];
    let end: number;
    if (next === '!' || next === '?' || next === '/') {
      if (text.startsWith('<!DOCTYPE', at)) return result(line);
      if (next === '/') depth--;
      end = endOfMarkup(text, at);
    } else {
      lines.push(line);
      const close = endOfTag(text, at + 1);
      deepest = Math.max(deepest, depth + 1);
      if (close >= 0 && text[close - 1] !== '/') depth++;
      end = close < 0 ? -1 : close + 1;
    }
    if (end < 0) break;
    at = text.indexOf('<', end);
  }
  return result(null);
}
