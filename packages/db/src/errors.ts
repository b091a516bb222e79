interface PostgresFault {
  code?: unknown;
  constraint_name?: unknown;
  cause?: unknown;
}

function faultOf(error: unknown): PostgresFault | null {
  for (let at = error; typeof at === 'object' && at !== null; at = (at as PostgresFault).cause) {
    if (typeof (at as PostgresFault).code === 'string' && /^[0-9A-Z]{5}$/.test((at as { code: string }).code))
      return at;
  }
  return null;
}

/**
 * The name of the constraint that refused a statement, or null: names of constraints are part of the
 * interface between the tables and the stores.
 */
export function constraintOf(error: unknown): string | null {
  const name = faultOf(error)?.constraint_name;
  return typeof name === 'string' ? name : null;
}

/** Whether the whole transaction may be tried again: serialization failure (40001) or deadlock (40P01). */
export function isRetryable(error: unknown): boolean {
  const code = faultOf(error)?.code;
  return code === '40001' || code === '40P01';
}
