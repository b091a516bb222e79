import fc from 'fast-check';
import { diag, XmlDocument, XmlElement } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { performanceDraft, routingDraft, scheduleDraft } from './arbitraries.ts';
import { B2MML_LIMITS, type B2mmlLimits } from './limits.ts';
import { readB2mml } from './read.ts';
import { SIMPLIFIED_ROUTING, SIMPLIFIED_SCHEDULE, V7_PROCESS_SEGMENTS, V7_SCHEDULE } from './samples.ts';
import { scanXml } from './scan.ts';
import { writeOperationsPerformance } from './write-performance.ts';
import { writeOperationsDefinitions } from './write-routing.ts';
import { writeOperationsSchedule } from './write-schedule.ts';
import { parseXml } from './xml.ts';

const SAMPLES = [SIMPLIFIED_SCHEDULE, V7_SCHEDULE, SIMPLIFIED_ROUTING, V7_PROCESS_SEGMENTS];

const anyMessage = fc.oneof(
  fc.constantFrom(...SAMPLES),
  scheduleDraft.map(writeOperationsSchedule),
  routingDraft.map(writeOperationsDefinitions),
  performanceDraft.map(writeOperationsPerformance),
);

function rulesOf(input: Uint8Array | string, limits: B2mmlLimits = B2MML_LIMITS): string[] {
  const parsed = parseXml(input, limits);
  return parsed.ok ? [] : parsed.errors.map((error) => `${error.line} ${error.rule}`);
}

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  );

describe('encodings', () => {
  const declared = (encoding: string): string => `<?xml version="1.0" encoding="${encoding}"?>`;
  const textOf = (input: Uint8Array | string): string => {
    const parsed = parseXml(input);
    return parsed.ok ? parsed.root.text : parsed.errors.map((error) => error.rule).join();
  };

  it.each([
    ['UTF-8', Buffer.from('<a>Müller</a>')],
    [
      'UTF-8 with a byte order mark',
      bytes([0xef, 0xbb, 0xbf], Buffer.from('<a>Müller</a>').toString('latin1')),
    ],
    ['UTF-16 with a mark', Buffer.from('\ufeff<a>Müller</a>', 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(`${declared('UTF-16')}<a>Müller</a>`, 'utf16le')],
    ['UTF-16 the other way round', Buffer.from('\ufeff<a>Müller</a>', 'utf16le').swap16()],
    ['ISO 8859-1', bytes(declared('ISO-8859-1'), '<a>M\xfcller</a>')],
    ['text that says what its bytes were', `\ufeff${declared('ISO-8859-1')}<a>Müller</a>`],
  ])('%s', (_, input) => expect(textOf(input)).toBe('Müller'));

  it('bytes that are not what is declared are refused with their line, never replaced', () => {
    expect(rulesOf(bytes(declared('UTF-8'), '\n<a>\nM\xfcller</a>'))).toEqual(['3 ENCODING_INVALID']);
    expect(rulesOf(bytes('<a>M\xfcller</a>'))).toEqual(['1 ENCODING_INVALID']);
    expect(rulesOf('<a>\ud800</a>')).toEqual(['0 ENCODING_INVALID']);
  });

  it('an unknown encoding, and one that contradicts the mark, are refused', () => {
    expect(rulesOf(bytes(declared('EBCDIC-CP-US'), '<a/>'))).toEqual(['1 ENCODING_UNKNOWN']);
    expect(rulesOf(bytes([0xef, 0xbb, 0xbf], declared('ISO-8859-1'), '<a/>'))).toEqual([
      '1 ENCODING_CONFLICT',
    ]);
  });

  it('nothing, and only white space, are empty messages', () => {
    expect(['', ' \n ', '\ufeff'].map((text) => rulesOf(text))).toEqual(Array(3).fill(['0 MESSAGE_EMPTY']));
    expect(rulesOf(new Uint8Array())).toEqual(['0 MESSAGE_EMPTY']);
  });
});

describe('what is refused before or by the parser', () => {
  it.each([
    [
      'entities that multiply',
      '<!DOCTYPE a [<!ENTITY x "y"><!ENTITY z "&x;&x;">]>\n<a>&z;</a>',
      ['1 DOCTYPE_NOT_ALLOWED'],
    ],
    [
      'an external entity',
      '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
      ['2 DOCTYPE_NOT_ALLOWED'],
    ],
    [
      'a document type behind a comment',
      '<!-- <a> -->\n\n<!DOCTYPE a SYSTEM "http://example.com/a.dtd"><a/>',
      ['3 DOCTYPE_NOT_ALLOWED'],
    ],
    ['an entity that nobody declared', '<a>\n&x;</a>', ['2 XML_NOT_WELL_FORMED']],
    ['an element that does not end', '<a>\n<b>\n</a>', ['3 XML_NOT_WELL_FORMED']],
    ['a prefix that nobody declared', '<x:a/>', ['1 XML_NOT_WELL_FORMED']],
    ['two roots', '<a/>\n<a/>', ['2 XML_NOT_WELL_FORMED']],
    ['a control character', '<a>\u0001</a>', ['1 XML_NOT_WELL_FORMED']],
    ['something else', '{"a": 1}', ['1 XML_NOT_WELL_FORMED']],
  ])('%s', (_, xml, errors) => expect(rulesOf(xml)).toEqual(errors));

  it('a message beyond a limit', () => {
    expect(rulesOf('<a>xxxxxxx</a>', { ...B2MML_LIMITS, bytes: 13 })).toEqual(['0 MESSAGE_TOO_LARGE']);
    expect(rulesOf(`${'<a>'.repeat(65)}${'</a>'.repeat(65)}`)).toEqual(['0 MESSAGE_TOO_LARGE']);
    expect(rulesOf(`<a>${'<b/>'.repeat(9)}</a>`, { ...B2MML_LIMITS, elements: 9 })).toEqual([
      '0 MESSAGE_TOO_LARGE',
    ]);
    expect(rulesOf('<a>'.repeat(200_000))).toEqual(['0 MESSAGE_TOO_LARGE']);
  });
});

it('text is joined across comments and sections, and marks of the markup are undone', () => {
  const parsed = parseXml('<a> x<!-- no -->&amp;<![CDATA[<y>]]>&#x41; </a>');
  expect(parsed).toMatchObject({ ok: true, root: { text: 'x&<y>A' } });
});

it('the lines of elements are those of their start tags', () => {
  const xml = '<a\n x=">">\n<!-- <b>\n --><b/><?p <b> ?>\n<![CDATA[\n<b>]]><b\n>\n</b></a>';
  expect([...scanXml(xml, 100).lines]).toEqual([1, 4, 6]);
});

it("the first pass finds the parser's elements, and its lines for tags on one line", () => {
  const lines = (element: XmlElement): number[] => {
    const found = [element.line];
    for (let child = element.firstChild; child; child = child.next) {
      if (child instanceof XmlElement) found.push(...lines(child));
    }
    return found;
  };
  fc.assert(
    fc.property(anyMessage, (xml) => {
      const document = XmlDocument.fromString(xml);
      expect([...scanXml(xml, B2MML_LIMITS.elements).lines]).toEqual(lines(document.root));
      document.dispose();
    }),
  );
});

/** A reading is a message, or at least one error: whatever comes in. */
function mustBeAReading(input: Uint8Array | string): void {
  const reading = readB2mml(input);
  if (reading.ok) return;
  expect(reading.errors.length).toBeGreaterThan(0);
  for (const error of reading.errors) expect(error.message).not.toBe('');
}

describe('whatever comes in, errors come back as data', () => {
  it('random bytes and text', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), mustBeAReading), { numRuns: 500 });
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), mustBeAReading), { numRuns: 300 });
  });

  it('pieces of markup in any order', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '/',
      '"',
      '<a>',
      '</a>',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?',
      '?>',
      '&',
      ';',
      '\n',
      'x',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => mustBeAReading(pieces.join(''))),
      { numRuns: 500 },
    );
  });

  it('messages that break off', () => {
    fc.assert(
      fc.property(anyMessage, fc.double({ min: 0, max: 1, noNaN: true }), (xml, part) => {
        const whole = Buffer.from(xml);
        const cut = whole.subarray(0, Math.floor((whole.length - 2) * part));
        expect(readB2mml(cut).ok).toBe(false);
        mustBeAReading(cut);
      }),
    );
  });

  it('messages with some bytes changed', () => {
    const change = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(anyMessage, fc.array(change, { minLength: 1, maxLength: 8 }), (xml, changes) => {
        const copy = Buffer.from(xml);
        for (const [at, value] of changes) copy[at % copy.length] = value;
        mustBeAReading(copy);
      }),
      { numRuns: 300 },
    );
  });

  it('messages with any element left out, emptied or doubled', () => {
    const edit = fc.constantFrom('', '<$1/>', '<$1>$2</$1><$1>$2</$1>');
    fc.assert(
      fc.property(fc.constantFrom(...SAMPLES), fc.nat(), edit, (xml, pick, to) => {
        const leaves = [...xml.matchAll(/<([\w:]+)>([^<>]*)<\/\1>/g)];
        const [leaf = '', name = '', text = ''] = leaves[pick % leaves.length] ?? [];
        mustBeAReading(xml.replace(leaf, to.replaceAll('$1', name).replaceAll('$2', text)));
      }),
    );
  });
});

it('no document of the parser is left behind, whether the message was good or bad', () => {
  diag.configure({ enabled: true });
  try {
    for (const xml of [...SAMPLES, '<a>', '<a/>', '<!DOCTYPE a><a/>', '']) readB2mml(xml);
    expect(diag.report()).toEqual({});
  } finally {
    diag.configure({ enabled: false });
  }
});
