import { expect, test } from 'vitest';
import { readEnv, secretFromEnv } from './env.ts';

const SET = {
  DATABASE_URL: 'postgres://equipment:x@127.0.0.1:5432/machshop',
  RELAY_DATABASE_URL: 'postgres://machshop_relay:x@127.0.0.1:5432/machshop',
  NATS_URL: 'nats://machshop:x@127.0.0.1:4222',
};

test('what is set is read, and the rest has its default', () => {
  expect(readEnv('equipment', { ...SET, PORT: '3005' })).toMatchObject({
    ...SET,
    PORT: 3005,
    HOST: '0.0.0.0',
    LOG_LEVEL: 'info',
    TRUSTED_HOPS: 1,
  });
});

test('a database of the subgraph alone goes before the common one', () => {
  const own = 'postgres://work_orders:x@db:5432/own';
  expect(readEnv('work-orders', { ...SET, WORK_ORDERS_DATABASE_URL: own }).DATABASE_URL).toBe(own);
});

test('several NATS servers are named with commas', () => {
  const urls = 'nats://machshop:x@a:4222,nats://machshop:x@b:4222';
  expect(readEnv('equipment', { ...SET, NATS_URL: urls }).NATS_URL).toBe(urls);
});

test('each setting that is missing or empty is told in a sentence of its own, and what it is for', () => {
  expect(() => readEnv('equipment', { NATS_URL: '' })).toThrow(
    [
      'DATABASE_URL is not set: it says where the role of this subgraph signs in.',
      'RELAY_DATABASE_URL is not set: it says where the role of the relay signs in.',
      'NATS_URL is not set: it says where NATS is.',
    ].join('\n'),
  );
});

test('one that is wrong is told without what it holds', () => {
  const wrong = { ...SET, DATABASE_URL: 'a secret', PORT: 'many', LOG_LEVEL: 'loud' };
  expect(() => readEnv('equipment', wrong)).toThrow(
    [
      'DATABASE_URL must look like postgres://role:password@host:5432/machshop.',
      'PORT must be a number.',
      'LOG_LEVEL must be one of trace, debug, info, warn, error, fatal.',
    ].join('\n'),
  );
});

test('a secret that is missing is told by its name', () => {
  expect(() => secretFromEnv('auth-key-encryption', {})).toThrow(
    'MACHSHOP_SECRET_AUTH_KEY_ENCRYPTION is not set: it is a secret that this process needs.',
  );
});
