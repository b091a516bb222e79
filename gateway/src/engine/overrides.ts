/** Which labels of `@override` hold for one request. */
export interface HeldLabels {
  /** Equal keys mean the same labels. */
  readonly key: string;
  readonly labels: ReadonlyMap<string, boolean>;
}

const PERCENT = /^percent\((\d+(?:\.\d+)?)\)$/;

/**
 * Decides by which subgraph a field is served that moves from one to another by a label: `percent(12.5)` holds for so
 * many of a hundred requests, any other label for all requests or none, as the gateway's settings say. One number is
 * drawn for a request, so that what has moved for fewer requests has moved only where all that moves for more has:
 * with n labels of percent there are n + 1 ways to plan an operation, not 2 to the power of n.
 */
export class Overrides {
  readonly #percents: readonly { readonly label: string; readonly share: number }[];
  readonly #fixed: readonly (readonly [string, boolean])[];
  readonly #random: () => number;
  /** What holds for a request, by how many labels of percent hold for it. */
  readonly #held: HeldLabels[];

  /**
   * @param labels those of the supergraph
   * @param inForce those, other than of percent, that hold
   */
  constructor(labels: Iterable<string>, inForce: ReadonlySet<string>, random: () => number = Math.random) {
    const all = [...new Set(labels)];
    const percentOf = (label: string): number | undefined => {
      const found = PERCENT.exec(label)?.[1];
      return found === undefined ? undefined : Number(found) / 100;
    };
    this.#fixed = all
      .filter((label) => percentOf(label) === undefined)
      .map((label) => [label, inForce.has(label)]);
    // the largest share first: it holds whenever a smaller one does
    this.#percents = all
      .flatMap((label) => {
        const share = percentOf(label);
        return share === undefined ? [] : [{ label, share }];
      })
      .sort((a, b) => b.share - a.share);
    this.#random = random;
    this.#held = Array.from({ length: this.#percents.length + 1 }, (_, count) => this.#with(count));
  }

  /** What holds for one more request. */
  draw(): HeldLabels {
    let count = 0;
    if (this.#percents.length > 0) {
      const drawn = this.#random();
      while (count < this.#percents.length && drawn < (this.#percents[count]?.share ?? 0)) count += 1;
    }
    return this.#held[count] as HeldLabels;
  }

  #with(count: number): HeldLabels {
    const percents = this.#percents.map(({ label }, i) => [label, i < count] as const);
    // without labels of percent there is one way only
    return { key: count === 0 ? '' : `o${count}.`, labels: new Map([...this.#fixed, ...percents]) };
  }
}
