import { comparable } from '@machshop/gateway/differential';
import type { Answer, Caller } from '../caller.ts';
import type { CorpusOperation } from './corpus.ts';

/** Values that are of the moment of asking. */
const UNSTEADY = new Set(['checkedAt', 'asOf']);

/** The same caller at a gateway of either engine. */
export interface Rivals {
  readonly ours: Caller;
  readonly stock: Caller;
}

/** An operation that was not answered alike, and where the answers part. */
export interface Difference extends CorpusOperation {
  readonly at: string;
  readonly ours: unknown;
  readonly stock: unknown;
}

/** Asks two engines the same and compares. */
export class Duel {
  /** How many operations both were asked. */
  compared = 0;
  /** How many of them came with data, and how many with errors. */
  withData = 0;
  withErrors = 0;
  /** How many changes were made, which is done once. */
  changes = 0;
  readonly differences: Difference[] = [];
  readonly #rivals: Rivals;
  readonly #placed: boolean;

  /** @param placed whether errors are compared with their places: stock tells none of a subgraph that is down */
  constructor(rivals: Rivals, placed = true) {
    this.#rivals = rivals;
    this.#placed = placed;
  }

  /** Asks both at the same time. */
  async ask(operation: CorpusOperation): Promise<Difference | undefined> {
    const { query, variables = {} } = operation;
    const [ours, stock] = await Promise.all([
      this.#rivals.ours.send(query, { ...variables }),
      this.#rivals.stock.send(query, { ...variables }),
    ]);
    return this.#compare(operation, ours, stock);
  }

  /** Asks for a change at ours, and at stock as well if it was refused: it will be refused again. */
  async askToChange(operation: CorpusOperation & { readonly field: string }): Promise<void> {
    const { query, variables = {}, field } = operation;
    const ours = await this.#rivals.ours.send(query, { ...variables });
    const payload = ours.data?.[field] as { readonly errors: readonly unknown[] } | null | undefined;
    if (ours.errors.length === 0 && payload?.errors.length === 0) {
      this.changes += 1;
      return;
    }
    this.#compare(operation, ours, await this.#rivals.stock.send(query, { ...variables }));
  }

  #compare(operation: CorpusOperation, ours: Answer, stock: Answer): Difference | undefined {
    this.compared += 1;
    if (ours.data && Object.values(ours.data).some((value) => value !== null)) this.withData += 1;
    if (ours.errors.length > 0) this.withErrors += 1;
    const parting = partingOf(this.#seen(ours), this.#seen(stock), []);
    if (!parting) return undefined;
    const difference = { ...operation, ...parting };
    this.differences.push(difference);
    return difference;
  }

  /** Status, data and errors; order of fields aside, which gateway/docs/stock-faults.md tells of. */
  #seen({ status, data, errors, text }: Answer) {
    const { extensions } = JSON.parse(text) as { extensions?: { valueCompletion?: [] } };
    const { told, nulled } = comparable(data, errors, extensions?.valueCompletion ?? []);
    // a subgraph words the fault of a variable in one way when it has compiled the document, in another before
    const words = told.map((one) => one.replace(/(got invalid value .*?);.*$/, '$1'));
    if (this.#placed) return { status, told: words, nulled, data };
    return { status, told: [...new Set(words.map((one) => one.replace(/^[^:]*: /, '')))].sort(), data };
  }
}

/** The first place where two values are not the same. */
function partingOf(
  ours: unknown,
  stock: unknown,
  path: readonly string[],
): Pick<Difference, 'at' | 'ours' | 'stock'> | undefined {
  if (ours === stock || UNSTEADY.has(path.at(-1) ?? '')) return undefined;
  if (isComposite(ours) && isComposite(stock) && Array.isArray(ours) === Array.isArray(stock)) {
    for (const name of new Set([...Object.keys(ours), ...Object.keys(stock)])) {
      const parting = partingOf(ours[name], stock[name], [...path, name]);
      if (parting) return parting;
    }
    return undefined;
  }
  return { at: path.join('.'), ours, stock };
}

const isComposite = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
