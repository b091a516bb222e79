import type { Viewer } from '@machshop/auth';

/** The data of a UserError; the facts of an own implementation stand beside the common fields. */
export interface UserErrorData {
  readonly __typename: string;
  readonly code: string;
  readonly message: string;
  /** From the root of the input: `['input', 'quantity']`. */
  readonly path: readonly string[];
  readonly [fact: string]: unknown;
}

/**
 * Thrown by a command to refuse what was asked: the transaction is rolled back and the errors are data of the
 * mutation's payload. It is no fault.
 */
export class Refused extends Error {
  readonly errors: readonly UserErrorData[];
  constructor(...errors: [UserErrorData, ...UserErrorData[]]) {
    super(errors.map((error) => error.message).join('; '));
    this.name = 'Refused';
    this.errors = errors;
  }
}

export const invalidInput = (path: readonly string[], code: string, message: string): UserErrorData => ({
  __typename: 'InvalidInputError',
  code,
  message,
  path,
});

export const notFound = (path: readonly string[], message: string, code = 'NOT_FOUND'): UserErrorData => ({
  __typename: 'NotFoundError',
  code,
  message,
  path,
});

export const ruleViolation = (
  code: string,
  message: string,
  path: readonly string[] = [],
): UserErrorData => ({
  __typename: 'RuleViolationError',
  code,
  message,
  path,
});

export const illegalTransition = (what: string, from: string, to: string): UserErrorData => ({
  __typename: 'IllegalTransitionError',
  code: 'ILLEGAL_TRANSITION',
  message: `${what} is ${from} and cannot become ${to}`,
  path: [],
  from,
  to,
});

/**
 * For what only a person can do: to sign, to have a password.
 * @throws Refused PERSON_REQUIRED when a program asks
 */
export function requirePerson(viewer: Viewer, message: string, path: readonly string[] = []): void {
  if (viewer.kind !== 'USER') throw new Refused(ruleViolation('PERSON_REQUIRED', message, path));
}

/** What a mutation answers: its result and no errors, or errors and every result field null. */
export type Outcome<T> = T & { errors: UserErrorData[] };

/** Runs a command for a mutation's resolver; a refusal becomes data. */
export async function attempt<T extends object>(
  work: () => Promise<T>,
): Promise<Outcome<T> | { errors: UserErrorData[] }> {
  try {
    return { ...(await work()), errors: [] };
  } catch (error) {
    if (error instanceof Refused) return { errors: [...error.errors] };
    throw error;
  }
}
