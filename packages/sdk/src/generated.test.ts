import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate, loadContext } from '@graphql-codegen/cli';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');

test('the typed operations are those of schema/operations and fit the graph', async () => {
  const context = await loadContext(join(ROOT, 'packages/sdk/codegen.yml'));
  context.cwd = ROOT;
  context.updateConfig({ silent: true, errorsOnly: true });
  const files = (await generate(context, false)) as { filename: string; content: string }[];
  expect(files).toHaveLength(1);
  for (const { filename, content } of files) expect(readFileSync(join(ROOT, filename), 'utf8')).toBe(content);
}, 30_000);
