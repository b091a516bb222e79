import { PlantError } from '@machshop/sdk';
import { describe, expect, test } from 'vitest';
import { ensure } from './ensure.ts';

describe('ensure', () => {
  test('makes what is not there and finds what is', async () => {
    let there: string | null = null;
    const make = async () => {
      there = 'lot';
      return 'lot';
    };
    expect(await ensure(async () => there, make)).toEqual({ value: 'lot', made: true });
    expect(await ensure(async () => there, make)).toEqual({ value: 'lot', made: false });
  });

  test('takes what is there although making it failed', async () => {
    let looks = 0;
    const find = async () => (looks++ === 0 ? null : 'lot');
    const make = async () => {
      throw new PlantError('NUMBER_TAKEN', 'No');
    };
    expect(await ensure(find, make)).toEqual({ value: 'lot', made: false });
  });

  test('passes the failure on when it is still not there', async () => {
    const make = async (): Promise<string> => {
      throw new PlantError('FORBIDDEN', 'No');
    };
    await expect(ensure(async () => null, make)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
