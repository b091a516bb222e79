import { breakingChanges } from '../plant/breaking-changes.ts';
import { MANIFEST, trustedManifest } from '../plant/manifest.ts';
import { lintOwnership } from '../plant/ownership-lint.ts';
import { committed, contractFiles } from '../plant/schema.ts';
import { lintSchema } from '../plant/schema-lint.ts';
import { loadSubgraphs } from '../plant/subgraphs.ts';

// npm run schema:check: composes, lints, and compares with what is committed in schema/
const files = contractFiles(await loadSubgraphs());
const api = files.get('api.graphql') as string;
const problems = [...lintSchema(api), ...lintOwnership(files.get('supergraph.graphql') as string)];
for (const change of await breakingChanges(committed('api.graphql'), api))
  problems.push(`breaks clients: ${change}`);
for (const [path, text] of [...files, [MANIFEST, await trustedManifest()] as const]) {
  if (committed(path) !== text)
    problems.push(`schema/${path} is not what the subgraphs say: run npm run codegen`);
}
if (problems.length > 0) {
  console.error(problems.map((problem) => `  - ${problem}`).join('\n'));
  console.error(`${problems.length} problems in the schema`);
  process.exit(1);
}
console.log(`the schema composes and is what is committed: ${files.size} files`);
