import { type FSWatcher, watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';

/** Writers may save in several steps: a change is read when the file has been quiet for so long. */
const QUIET_MS = 15;
/** Some file systems give no notice; the file is looked at so often as well. */
const POLL_MS = 1_000;

/** A file whose content is followed. */
export interface WatchedFile {
  readonly content: string;
  close(): void;
}

/** Reads a file and calls back with every new content. A file that is gone or unreadable changes nothing. */
export async function watchFile(path: string, onChange: (content: string) => void): Promise<WatchedFile> {
  const file = resolve(path);
  let content = await readFile(file, 'utf8');
  const first = content;
  let timer: NodeJS.Timeout | undefined;
  const look = async () => {
    const next = await readFile(file, 'utf8').catch(() => undefined);
    // an empty file is one that is just being written
    if (next === undefined || next === content || next.trim() === '') return;
    content = next;
    onChange(next);
  };
  // the folder is watched: editors replace files, and a watch on the file would stay with the old one
  const watcher: FSWatcher = watch(dirname(file), (_event, name) => {
    if (name !== null && name !== basename(file)) return;
    clearTimeout(timer);
    timer = setTimeout(look, QUIET_MS);
  });
  const poll = setInterval(look, POLL_MS);
  poll.unref();
  return {
    content: first,
    close() {
      clearTimeout(timer);
      clearInterval(poll);
      watcher.close();
    },
  };
}
