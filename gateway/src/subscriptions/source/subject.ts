/** What may fill a hole of a subject: no dots, wildcards, blanks or anything else that NATS gives a meaning. */
const TOKEN = /^[A-Za-z0-9_-]{1,64}$/;
const LITERAL = /^[A-Za-z0-9_-]+$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

type Token =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'tenant' }
  | { readonly kind: 'argument'; readonly name: string };

/** A value that must not go into a subject. */
export class SubjectError extends Error {
  readonly argument: string;

  constructor(argument: string, problem = 'must be 1 to 64 letters, digits, "_" or "-"') {
    super(`${argument} ${problem}`);
    this.name = 'SubjectError';
    this.argument = argument;
  }
}

/** A subject with holes: `mes.{tenant}.equipment.equipment.{args.id}.>`. */
export class SubjectTemplate {
  readonly text: string;
  readonly #tokens: readonly Token[];

  /** Throws on a text that is no subject, or whose second token is not the tenant. */
  constructor(text: string) {
    this.text = text;
    // the dot of a hole parts nothing
    const parts = text.split(/\.(?![^{]*\})/);
    this.#tokens = parts.map((part, index) => tokenOf(part, index === parts.length - 1, text));
    if (this.#tokens[1]?.kind !== 'tenant') throw new Error(`${text}: the second token must be {tenant}`);
  }

  /** The arguments that fill its holes. */
  get args(): readonly string[] {
    return this.#tokens.flatMap((token) => (token.kind === 'argument' ? [token.name] : []));
  }

  /** The subject to listen to. Throws {@link SubjectError}. */
  fill(tenantId: string, args: Readonly<Record<string, unknown>>): readonly string[] {
    return this.#tokens.map((token) => {
      if (token.kind === 'literal') return token.text;
      return token.kind === 'tenant'
        ? checked('the tenant', tenantId)
        : checked(token.name, Object.hasOwn(args, token.name) ? args[token.name] : undefined);
    });
  }
}

function tokenOf(part: string, isLast: boolean, text: string): Token {
  if (part === '{tenant}') return { kind: 'tenant' };
  const argument = /^\{args\.([A-Za-z_]\w*)\}$/.exec(part)?.[1];
  if (argument !== undefined) return { kind: 'argument', name: argument };
  if (part === '*' || (part === '>' && isLast) || LITERAL.test(part)) return { kind: 'literal', text: part };
  throw new Error(`${text}: "${part}" is not a token of a subject`);
}

function checked(name: string, value: unknown): string {
  if (typeof value !== 'string' || !TOKEN.test(value)) throw new SubjectError(name);
  // ids are written in lower case wherever they are a subject's token
  return UUID.test(value) ? value.toLowerCase() : value;
}

/** Whether a subject, as tokens, matches a filter with wildcards, as tokens. */
export function matches(filter: readonly string[], subject: readonly string[]): boolean {
  for (let i = 0; i < filter.length; i += 1) {
    const wanted = filter[i];
    if (wanted === '>') return subject.length > i;
    if (i >= subject.length || (wanted !== '*' && wanted !== subject[i])) return false;
  }
  return filter.length === subject.length;
}

/** One filter that takes everything that the given ones take, and keeps their tenant. */
export function generalise(filters: readonly (readonly string[])[]): string {
  const [first] = filters;
  if (!first) throw new Error('there is nothing to listen to');
  const common: string[] = [];
  for (let i = 0; ; i += 1) {
    const ended = filters.filter((one) => one.length === i);
    if (ended.length === filters.length) return common.join('.');
    // ">" takes one token at least: where a filter ends, what it takes must be taken one token earlier
    if (ended.length > 0) return [...common.slice(0, -1), '>'].join('.');
    if (filters.some((one) => one[i] === '>')) return [...common, '>'].join('.');
    const token = first[i] as string;
    common.push(filters.every((one) => one[i] === token) ? token : '*');
  }
}
