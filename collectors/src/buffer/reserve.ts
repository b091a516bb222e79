import { closeSync, existsSync, fsyncSync, openSync, rmSync, statSync, writeSync } from 'node:fs';

const CHUNK = 2 ** 20;

/**
 * A file that only holds disk space. SQLite needs room to make room (a deletion goes through the log first):
 * on a full disk the reserve is given up, and taken again when there is space.
 */
export class Reserve {
  readonly #path: string;
  readonly #bytes: number;

  constructor(path: string, bytes: number) {
    this.#path = path;
    this.#bytes = bytes;
  }

  get held(): boolean {
    return existsSync(this.#path) && statSync(this.#path).size >= this.#bytes;
  }

  /** Takes the space; false when the disk has not enough. */
  fill(): boolean {
    if (this.held) return true;
    try {
      const file = openSync(this.#path, 'w');
      try {
        const zeros = Buffer.alloc(Math.min(CHUNK, this.#bytes));
        for (let written = 0; written < this.#bytes; ) {
          written += writeSync(file, zeros, 0, Math.min(zeros.length, this.#bytes - written));
        }
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      return true;
    } catch {
      this.release();
      return false;
    }
  }

  release(): void {
    rmSync(this.#path, { force: true });
  }
}
