import { watch } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { loadConfig } from './load.ts';
import type { AgentConfig } from './schema.ts';

/** Editors write a file in several steps; the last one counts. */
const SETTLE_MS = 200;

/**
 * Reads a configuration file again whenever it changes. The folder is watched, not the file: editors and
 * Kubernetes put a new file in the place of the old one. What cannot be used goes to `refused`, and nothing
 * changes. Returns how to stop.
 */
export function watchConfig(
  file: string,
  changed: (config: AgentConfig) => void,
  refused: (error: Error) => void,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  let last: string | null = null;
  const read = async () => {
    try {
      const config = await loadConfig(file);
      const text = JSON.stringify(config);
      if (text === last) return;
      last = text;
      changed(config);
    } catch (error) {
      last = null;
      refused(error as Error);
    }
  };
  const watcher = watch(dirname(resolve(file)), () => {
    clearTimeout(timer);
    timer = setTimeout(() => void read(), SETTLE_MS);
  });
  watcher.on('error', refused);
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
