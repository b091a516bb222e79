import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { completeEnv } from '../deploy/compose-env.ts';
import { ROOT } from '../env.ts';
import { writeDurably } from '../services/files.ts';

// Writes the secrets that compose.yaml demands into .machshop/compose.env; those that are there stay.
const file = join(ROOT, '.machshop', 'compose.env');
const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
const after = completeEnv(readFileSync(join(ROOT, 'compose.yaml'), 'utf8'), before);
mkdirSync(dirname(file), { recursive: true });
if (after !== before) writeDurably(file, after, 0o600);
console.log(`docker compose --env-file ${relative(process.cwd(), file)} up --build`);
