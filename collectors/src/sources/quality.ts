import type { ReadingQuality } from '@machshop/schema/events/telemetry.ts';

const WORDS: Readonly<Record<string, ReadingQuality>> = {
  GOOD: 'GOOD',
  OK: 'GOOD',
  VALID: 'GOOD',
  UNCERTAIN: 'UNCERTAIN',
  SUSPECT: 'UNCERTAIN',
  STALE: 'UNCERTAIN',
  BAD: 'BAD',
  INVALID: 'BAD',
  ERROR: 'BAD',
};

/** Quality as devices write it: a word, a flag, or OPC's number (192 good, 64 uncertain, 0 bad). */
export function qualityOf(given: unknown): ReadingQuality {
  if (typeof given === 'string') return WORDS[given.toUpperCase()] ?? 'UNCERTAIN';
  if (typeof given === 'boolean') return given ? 'GOOD' : 'BAD';
  if (typeof given === 'number') return opcQuality(given);
  return 'UNCERTAIN';
}

/** OPC's quality byte; Sparkplug adds 500, stale: the value was right once. */
export function opcQuality(code: number): ReadingQuality {
  if (code === 500) return 'BAD';
  const severity = code & 0xc0;
  return severity === 0xc0 ? 'GOOD' : severity === 0x40 ? 'UNCERTAIN' : 'BAD';
}
