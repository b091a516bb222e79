import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type ChainState, checkLine } from '../../../../subgraphs/traceability/src/audit-entry/chain.ts';

// npm run audit:verify -- <export> [--head <hash>]: checks an export of the audit trail without any server
const MAX_SHOWN = 20;
const [file, flag, head] = process.argv.slice(2);
if (!file || (flag && (flag !== '--head' || !head))) {
  console.error('usage: npm run audit:verify -- <export.jsonl> [--head <the hash that auditHead gave>]');
  process.exit(2);
}
const state: ChainState = { sequence: null, hash: null };
let lines = 0;
let faults = 0;
let first: bigint | null = null;
try {
  for await (const line of createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    if (line === '') continue;
    lines++;
    const fault = checkLine(state, line);
    first ??= state.sequence;
    if (fault && ++faults <= MAX_SHOWN) console.error(`line ${lines}: ${fault}`);
  }
} catch (error) {
  console.error(`${file} cannot be read: ${(error as Error).message}`);
  process.exit(2);
}
if (head && head !== state.hash) {
  faults++;
  console.error(
    `the last hash is ${state.hash}, not ${head}: entries are missing at the end, or were made after it was noted`,
  );
}
if (lines === 0) {
  console.error(`${file} holds no entries`);
  process.exit(1);
}
console.log(
  `${lines} entries (${first} to ${state.sequence}), ${faults === 0 ? 'the chain is whole' : `${faults} faults`}`,
);
console.log(`last hash ${state.hash}`);
process.exit(faults === 0 ? 0 : 1);
