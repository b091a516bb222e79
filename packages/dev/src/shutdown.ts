/** The signals by which a person or a supervisor asks for an end in good order. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** One Ctrl-C may arrive twice (from the terminal and from npm): so long it counts as one. */
const SAME_MS = 1_000;

/**
 * Runs `stop` once, at the first SIGINT, SIGTERM or SIGHUP, and exits with 0, or with 1 where `stop` fails.
 * A second signal more than a second later ends the process at once.
 * @param onError told what `stop` threw
 */
export function stopOnSignal(stop: () => Promise<void>, onError: (error: unknown) => void): void {
  let first: number | undefined;
  const handle = (): void => {
    if (first !== undefined) {
      if (performance.now() - first > SAME_MS) process.exit(130);
      return;
    }
    first = performance.now();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        onError(error);
        process.exit(1);
      },
    );
  };
  for (const signal of SIGNALS) process.on(signal, handle);
}
