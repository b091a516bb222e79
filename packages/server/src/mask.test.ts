import { createLogger } from '@machshop/telemetry';
import { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import { maskErrors } from './mask.ts';

const log = createLogger('test', 'fatal');

const masked = (originalError: Error) =>
  maskErrors({ errors: [new GraphQLError(originalError.message, { originalError })] }, log).errors?.[0];

test('a fault is hidden behind its reference', () => {
  const error = masked(new Error('column "salary" does not exist'));
  expect(error?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
  expect(error?.message).not.toContain('salary');
  expect(error?.message).toContain(String(error?.extensions.reference));
});

test('a database that is away is told as such, so that the client tries again', () => {
  const lost = Object.assign(new Error('connect ECONNREFUSED 10.0.0.7:5432'), { code: 'ECONNREFUSED' });
  const starting = Object.assign(new Error('the database system is starting up'), { code: '57P03' });
  for (const error of [masked(lost), masked(new Error('Failed query: select 1', { cause: starting }))]) {
    expect(error?.extensions.code).toBe('SERVICE_UNAVAILABLE');
    expect(error?.message).toBe('the service is not available for the moment: try again');
  }
});
