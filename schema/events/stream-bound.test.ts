import { describe, expect, it } from 'vitest';
import { streamBound } from './stream-bound.ts';

describe('streamBound', () => {
  it.each(['2.10.5', '2.10.5-RC.1', '2.10.22', '2.11.0', '2.12.1', '3.0.0'])(
    'asks %s for the bound',
    (version) => {
      expect(streamBound(version, 64)).toBe(64);
    },
  );

  it.each(['2.9.10', '2.10.4', '2.10', '1.99.99', 'unknown', ''])(
    'asks %s for none: it would drop what it acknowledged',
    (version) => {
      expect(streamBound(version, 64)).toBe(-1);
    },
  );
});
