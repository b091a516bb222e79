/** What {@link ensure} came upon. */
export interface Ensured<T> {
  readonly value: T;
  /** False when it was there already. */
  readonly made: boolean;
}

/**
 * Makes something that has a natural key but no client-chosen id: looks for it, makes it when it is not there, and
 * looks again when making it failed, for the failed try may have arrived or another run may have been faster.
 */
export async function ensure<T>(find: () => Promise<T | null>, make: () => Promise<T>): Promise<Ensured<T>> {
  const found = await find();
  if (found !== null) return { value: found, made: false };
  try {
    return { value: await make(), made: true };
  } catch (cause) {
    const after = await find();
    if (after === null) throw cause;
    return { value: after, made: false };
  }
}
