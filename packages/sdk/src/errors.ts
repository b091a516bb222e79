/** One error of a GraphQL answer. */
export interface GraphQLAnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: {
    readonly code?: string;
    readonly resumable?: boolean;
    readonly [name: string]: unknown;
  };
}

/** The plant answered, and its answer is not one to ask for again. */
export class PlantError extends Error {
  /** The first error's code: `FORBIDDEN`, `BAD_USER_INPUT`, … */
  readonly code: string;
  readonly errors: readonly GraphQLAnswerError[];
  /** What was answered all the same: fields whose part of the plant is down are null in it. */
  readonly data: unknown;

  constructor(
    code: string,
    message: string,
    errors: readonly GraphQLAnswerError[] = [],
    data: unknown = null,
  ) {
    super(message);
    this.name = 'PlantError';
    this.code = code;
    this.errors = errors;
    this.data = data;
  }

  static of(errors: readonly GraphQLAnswerError[], data: unknown = null): PlantError {
    const code = errors[0]?.extensions?.code ?? 'UNKNOWN';
    return new PlantError(code, errors.map(({ message }) => message).join('; '), errors, data);
  }
}

/** All tries failed; whether the last one changed anything is not known. */
export class PlantUnreachable extends Error {
  constructor(url: string, attempts: number, cause: unknown) {
    super(
      `${url} did not answer in ${attempts} tries: ${cause instanceof Error ? cause.message : String(cause)}`,
      {
        cause,
      },
    );
    this.name = 'PlantUnreachable';
  }
}

/** A refusal of a mutation: an expected answer, told as data. */
export interface Refusal {
  readonly __typename?: string;
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}

/** A mutation was refused. */
export class Refused extends Error {
  /** The first refusal's code: `ALREADY_STARTED`, `NOT_FOUND`, … */
  readonly code: string;
  readonly refusals: readonly Refusal[];

  constructor(refusals: readonly Refusal[], doing?: string) {
    const text = refusals.map(({ code, message }) => `${code}: ${message}`).join('; ');
    super(doing === undefined ? text : `${doing}: ${text}`);
    this.name = 'Refused';
    this.code = refusals[0]?.code ?? 'UNKNOWN';
    this.refusals = refusals;
  }
}

/** The payload of a mutation that was not refused. Throws {@link Refused}. */
export function accepted<Payload extends { readonly errors: readonly Refusal[] }>(
  payload: Payload,
  doing?: string,
): Payload {
  if (payload.errors.length > 0) throw new Refused(payload.errors, doing);
  return payload;
}
