import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Throttle } from './throttle.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the first value of a key passes at once, and then the newest of each interval', () => {
  const passed: number[] = [];
  const throttle = new Throttle<number>(100, (value) => passed.push(value));
  throttle.offer('a', 1);
  throttle.offer('a', 2);
  throttle.offer('a', 3);
  expect(passed).toEqual([1]);
  vi.advanceTimersByTime(100);
  expect(passed).toEqual([1, 3]);
  throttle.offer('a', 4);
  vi.advanceTimersByTime(99);
  expect(passed).toEqual([1, 3]);
  vi.advanceTimersByTime(1);
  expect(passed).toEqual([1, 3, 4]);
});

test('keys do not wait for one another, and a pause ends the rest', () => {
  const passed: string[] = [];
  const throttle = new Throttle<string>(100, (value) => passed.push(value));
  throttle.offer('a', 'a1');
  throttle.offer('b', 'b1');
  vi.advanceTimersByTime(250);
  throttle.offer('a', 'a2');
  expect(passed).toEqual(['a1', 'b1', 'a2']);
});

test('nothing passes after it is closed', () => {
  const passed: number[] = [];
  const throttle = new Throttle<number>(100, (value) => passed.push(value));
  throttle.offer('a', 1);
  throttle.offer('a', 2);
  throttle.close();
  vi.advanceTimersByTime(1_000);
  expect(passed).toEqual([1]);
});
