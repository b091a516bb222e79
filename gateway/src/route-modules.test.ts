import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadRoutes } from './route-modules.ts';

const folder = mkdtempSync(join(tmpdir(), 'machshop-routes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const host = { run: async () => ({ data: { ran: true } }) };

function moduleOf(name: string, text: string): string {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, text);
  return file;
}

const ROUTE = (path: string) =>
  `({ run }) => [{ method: 'GET', path: '${path}', handle: async () => ({ status: 200, body: JSON.stringify(await run({})) }) }]`;

test('every export that is named for routes gives its routes, which run operations of the host', async () => {
  const file = moduleOf(
    'several',
    `export const aRoutes = ${ROUTE('/a')};\nexport const routes = ${ROUTE('/b')};\nexport const helper = () => { throw new Error('not a maker of routes'); };`,
  );
  const routes = await loadRoutes([file], host);
  expect(routes.map(({ path }) => path)).toEqual(['/a', '/b']);
  expect(await routes[0]?.handle({} as never)).toEqual({ status: 200, body: '{"data":{"ran":true}}' });
});

test('a module without routes, and one that is not there, are refused in a sentence that names it', async () => {
  const empty = moduleOf('empty', 'export const answer = 42;');
  await expect(loadRoutes([empty], host)).rejects.toThrow(
    `${empty} exports no function whose name ends with Routes`,
  );
  await expect(loadRoutes([join(folder, 'none.mjs')], host)).rejects.toThrow(
    /the routes of .*none\.mjs cannot be loaded/,
  );
});
