import { readFile } from 'node:fs/promises';
import { dirname, isAbsolute, resolve } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type Environment, processEnvironment, withEnvironment } from './env.ts';
import { type AgentConfig, agentConfig } from './schema.ts';

/** The configuration cannot be used; `problems` says why, one line each: `sources[0].url: is not …`. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(file: string, problems: readonly string[]) {
    super(`${file}:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text ? `${text}.${String(part)}` : String(part),
    '',
  );

const problemText = (issue: z.core.$ZodIssue): string =>
  `${pathText(issue.path) || '(file)'}: ${issue.message}`;

/**
 * The configuration that this text (YAML, and so JSON as well) gives: `${NAME}` filled in from the environment, and
 * defaults. Throws {@link ConfigError}.
 */
export function parseConfig(text: string, file = 'configuration', env: Environment = {}): AgentConfig {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  if (document.errors.length > 0) {
    throw new ConfigError(
      file,
      document.errors.map((error) => {
        const { line, col } = lines.linePos(error.pos[0]);
        return `line ${line}, column ${col}: ${error.message.split('\n')[0]}`;
      }),
    );
  }
  const missing: string[] = [];
  const given = withEnvironment(document.toJS({ maxAliasCount: 100 }), env, (path, name) =>
    missing.push(`${pathText(path)}: names \${${name}}, which the environment does not have`),
  );
  if (missing.length > 0) throw new ConfigError(file, missing);
  return checkConfig(given, file);
}

/** The configuration that this object gives, defaults filled in. Throws {@link ConfigError}. */
export function checkConfig(given: unknown, file = 'configuration'): AgentConfig {
  const parsed = agentConfig.safeParse(given);
  if (!parsed.success) throw new ConfigError(file, parsed.error.issues.map(problemText));
  return parsed.data;
}

/** Reads a configuration file; paths in it are relative to its folder. Throws {@link ConfigError}. */
export async function loadConfig(file: string, env = processEnvironment()): Promise<AgentConfig> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new ConfigError(file, [`cannot be read: ${(error as Error).message}`]);
  }
  return withPathsFrom(parseConfig(text, file, env), dirname(resolve(file)));
}

const PATH_KEYS = /^(path|pkiFolder|.+File)$/;

/** The same configuration with every file and folder of it relative to `folder`. */
export function withPathsFrom(config: AgentConfig, folder: string): AgentConfig {
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === 'string')
      return PATH_KEYS.test(key) && !isAbsolute(value) ? resolve(folder, value) : value;
    if (Array.isArray(value)) return value.map((one) => walk(one, ''));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walk(one, name)]));
  };
  return walk(config, '') as AgentConfig;
}
