/** The first nats-server that refuses a message which its stream has no room for, counted as it is stored. */
const EXACT = [2, 10, 5] as const;

/**
 * The `max_bytes` to ask of a stream that refuses what is new when it is full (`discard: new`), for a server of
 * this version ("2.9.10"); -1 is no bound. A nats-server before 2.10.5 counts a new message without what it
 * adds to it: it acknowledges one that does not fit and drops the oldest of the stream to make room
 * (nats-server issues 4771 and 4775). There the server's own `max_file_store`, which refuses and drops nothing,
 * is the only bound.
 */
export function streamBound(serverVersion: string, maxBytes: number): number {
  const parts = serverVersion.split(/[.-]/, 3).map(Number);
  for (const [at, least] of EXACT.entries()) {
    const part = parts[at] ?? 0;
    if (Number.isNaN(part) || part < least) return -1;
    if (part > least) return maxBytes;
  }
  return maxBytes;
}
