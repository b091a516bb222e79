import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { breakingChanges } from '../plant/breaking-changes.ts';
import { MANIFEST, trustedManifest } from '../plant/manifest.ts';
import { committed, contractFiles, SCHEMA } from '../plant/schema.ts';
import { loadSubgraphs } from '../plant/subgraphs.ts';

// npm run codegen [-- --allow-breaking]: resolver types of every subgraph, the contract in schema/, and the SDK
const ROOT = join(SCHEMA, '..');
generate('codegen.yml');
const files = contractFiles(await loadSubgraphs());
const breaking = await breakingChanges(committed('api.graphql'), files.get('api.graphql') as string);
if (breaking.length > 0 && !process.argv.includes('--allow-breaking')) {
  console.error(
    `The schema would break its clients:\n${breaking.map((change) => `  - ${change}`).join('\n')}`,
  );
  console.error(
    'Deprecate first, with the replacement and a date; or, knowing who is hit: npm run codegen -- --allow-breaking',
  );
  process.exit(1);
}
let written = 0;
for (const [path, text] of files) {
  if (committed(path) === text) continue;
  const file = join(SCHEMA, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  written++;
}
console.log(`${files.size} files of the contract, ${written} of them changed`);
generate('packages/sdk/codegen.yml');
writeFileSync(join(SCHEMA, MANIFEST), await trustedManifest());

function generate(config: string): void {
  execFileSync(join(ROOT, 'node_modules/.bin/graphql-codegen'), ['--config', config, '--silent'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
}
