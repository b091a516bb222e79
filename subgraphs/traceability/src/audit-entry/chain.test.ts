import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ChainState, canonicalJson, chainHash, checkLine, GENESIS } from './chain.ts';

function chain(contents: readonly unknown[]): string[] {
  let previousHash = GENESIS;
  return contents.map((content, index) => {
    const sequence = String(index + 1);
    const canonical = canonicalJson({ sequence, content });
    const hash = chainHash(previousHash, canonical);
    const line = JSON.stringify({ sequence, previousHash, hash, canonical });
    previousHash = hash;
    return line;
  });
}

const faults = (lines: readonly string[]) => {
  const state: ChainState = { sequence: null, hash: null };
  return lines.map((line) => checkLine(state, line)).filter((fault) => fault !== null);
};

test('the order of keys does not change the canonical text', () => {
  expect(canonicalJson({ b: [1, { d: null, c: 'ü' }], a: undefined })).toBe('{"b":[1,{"c":"ü","d":null}]}');
});

test('a chain as it was written verifies', () => {
  fc.assert(
    fc.property(
      fc.array(fc.jsonValue(), { minLength: 1, maxLength: 10 }),
      (contents) => faults(chain(contents)).length === 0,
    ),
  );
});

test('an entry left out, changed, added or moved is found', () => {
  const lines = chain(['a', 'b', 'c', 'd']);
  const [a, b, c, d] = lines as [string, string, string, string];
  expect(faults([a, c, d])).toContain('follows 1, but is 3: entries are missing');
  expect(faults([a, b.replace(/\\"b\\"/, '\\"x\\"'), c, d])).toContain(
    'its hash does not fit its content: it was changed',
  );
  expect(faults([a, c, b, d]).length).toBeGreaterThan(0);
  expect(faults([a, b, b, c])).not.toEqual([]);
  expect(faults(['nonsense'])).toEqual(['is not a line of an audit export']);
});

test('an entry rewritten with a fitting hash of its own breaks the next one', () => {
  const [a, , c] = chain(['a', 'b', 'c']) as [string, string, string];
  const previousHash = (JSON.parse(a) as { hash: string }).hash;
  const canonical = canonicalJson({ sequence: '2', content: 'forged' });
  const forged = JSON.stringify({
    sequence: '2',
    previousHash,
    hash: chainHash(previousHash, canonical),
    canonical,
  });
  expect(faults([a, forged, c])).toContain('its previous hash is not the hash of the entry before it');
});
