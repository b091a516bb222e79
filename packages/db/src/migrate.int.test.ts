import postgres from 'postgres';
import { afterAll, expect, inject, test } from 'vitest';
import { prepareCluster } from './migrate.ts';

const names = Array.from({ length: 8 }, (_, index) => `race_${process.pid}_${index}`);
const targets = ['race-one', 'race-two'].map((name) => ({ name, folders: [], password: 'test' }));

afterAll(async () => {
  const server = postgres(inject('adminDatabaseUrl'), { max: 1, onnotice: () => {} });
  for (const name of names) await server.unsafe(`drop database if exists "${name}" with (force)`);
  await server.unsafe('drop role if exists race_one, race_two');
  await server.end();
});

test('installations in several databases of one server make their roles at once, and none fails', async () => {
  const server = postgres(inject('adminDatabaseUrl'), { max: 1, onnotice: () => {} });
  for (const name of names) await server.unsafe(`create database "${name}"`);
  const inDatabase = (name: string) => {
    const url = new URL(inject('adminDatabaseUrl'));
    url.pathname = `/${name}`;
    return url.href;
  };
  for (let round = 0; round < 3; round++)
    await Promise.all(names.map((name) => prepareCluster(inDatabase(name), name, targets, 'test')));
  const roles = await server`select rolname from pg_roles where rolname in ('race_one', 'race_two')`;
  await server.end();
  expect(roles).toHaveLength(2);
});
