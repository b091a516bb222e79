import { expect, test } from 'vitest';
import { isInfrastructureFault } from './faults.ts';

const fault = (code: string) => Object.assign(new Error('it went wrong'), { code });

test.each([
  'ECONNREFUSED',
  'CONNECTION_CLOSED',
  '08006',
  '25006',
  '28P01',
  '3D000',
  '40001',
  '53300',
  '57P03',
  '58030',
])('%s is no fault of the message', (code) => {
  expect(isInfrastructureFault(fault(code))).toBe(true);
  expect(isInfrastructureFault(new Error('failed query', { cause: fault(code) }))).toBe(true);
});

test.each(['23505', '22P02', '42501', '57014', '25P02'])('%s may be', (code) => {
  expect(isInfrastructureFault(fault(code))).toBe(false);
});
