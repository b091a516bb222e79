/** What a message may hold. Anything beyond is an error of the message, never a fault. */
export const B2MML_LIMITS = {
  /** Bytes of one message (or UTF-8 bytes of its text). */
  bytes: 32 * 1024 * 1024,
  /** Elements nested in one another. */
  depth: 64,
  elements: 1_000_000,
  /** Production requests of one schedule. */
  requests: 50_000,
  /** Operations of one routing. */
  operations: 1_000,
  /** Routings of one message. */
  routings: 1_000,
  /** Characters of an identifier or a code. */
  identifier: 128,
  /** Characters of a description or another free text. */
  text: 4_000,
  /** Digits before and behind the point of a decimal. */
  integerDigits: 18,
  fractionDigits: 12,
  /** Seconds of a duration: a hundred years. */
  durationSeconds: 100 * 365 * 86_400,
  /** Errors reported one by one; one TOO_MANY_ERRORS says how many more there are. */
  errors: 1_000,
} as const;

export type B2mmlLimits = { readonly [K in keyof typeof B2MML_LIMITS]: number };
