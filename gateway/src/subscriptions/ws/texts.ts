const MAX_REASON_BYTES = 123;

/** The token, as the different clients put it into `connection_init`. */
export function authorizationOf(payload: Readonly<Record<string, unknown>> | undefined): string | undefined {
  const headers = payload?.headers;
  const places = [payload, typeof headers === 'object' && headers !== null ? headers : undefined];
  for (const place of places) {
    for (const [name, value] of Object.entries(place ?? {}))
      if (name.toLowerCase() === 'authorization' && typeof value === 'string') return value;
  }
  return undefined;
}

/** A close frame has room for 123 bytes. */
export function shortened(reason: string): string {
  const bytes = Buffer.from(reason);
  if (bytes.length <= MAX_REASON_BYTES) return reason;
  // a letter cut in half would be no text
  return bytes
    .subarray(0, MAX_REASON_BYTES - 3)
    .toString('utf8')
    .replace(/\uFFFD+$/, '');
}
