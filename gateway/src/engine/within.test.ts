import { describe, expect, it } from 'vitest';
import { within } from './within.ts';

describe('work within a limit', () => {
  it('gives its result, and its error as it was', () => {
    expect(within(1_000, () => 5)).toBe(5);
    expect(() =>
      within(1_000, () => {
        throw new RangeError('too far');
      }),
    ).toThrow(RangeError);
  });

  it('is broken off when it does not end, and other work runs after it', () => {
    const endless = () => {
      for (;;);
    };
    expect(() => within(20, endless)).toThrow(
      expect.objectContaining({ code: 'ERR_SCRIPT_EXECUTION_TIMEOUT' }),
    );
    expect(within(1_000, () => 'next')).toBe('next');
  });
});
