/** What a person can mend; its message is printed alone. */
export class Problem extends Error {}

const SENTENCES = {
  ENOSPC: 'The disk is full: free some space and start again.',
  EROFS: 'The folder is on a read-only file system: MachShop installs its packages beside its code.',
};

/** The sentence for an error of the file system, where its cause is known. */
export function explained(error, path) {
  const code = error?.code;
  if (code === 'EACCES' || code === 'EPERM') {
    return new Problem(
      `No permission to write ${error.path ?? path}: start as the folder's owner, or change its owner.`,
    );
  }
  return SENTENCES[code] ? new Problem(SENTENCES[code]) : error;
}
