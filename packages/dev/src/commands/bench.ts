import { readdirSync } from 'node:fs';
import { join } from 'node:path';

// npm run bench -- <name> [--quick]: JSON lines on stdout, a table on stderr
const folder = join(import.meta.dirname, '../bench');
const helpers = new Set(['plant.ts', 'report.ts']);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !helpers.has(file))
  .map((file) => file.slice(0, -3));
const [name, ...args] = process.argv.slice(2);
if (!name || !names.includes(name)) {
  console.error(`usage: npm run bench -- <name> [--quick]\nname: ${names.join(', ')}`);
  process.exit(2);
}
const bench = (await import(join(folder, `${name}.ts`))) as {
  run(args: readonly string[]): Promise<boolean>;
};
const reached = await bench.run(args);
console.error(reached ? 'every aim was reached' : 'not every aim was reached');
process.exit(0);
