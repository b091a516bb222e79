import { connect, type Plant, PlantError, type Refusal, Refused } from '@machshop/sdk';

/** The demo plant's log-ins. */
export type DemoUser =
  | 'planner'
  | 'supervisor'
  | 'operator'
  | 'inspector'
  | 'quality.engineer'
  | 'engineer'
  | 'material.handler'
  | 'maintenance'
  | 'auditor'
  | 'integration';

/** A fact of another part of the plant is on its way for milliseconds; longer than this and it is missing. */
const LAG_MS = 20_000;
const POLL_MS = 50;

/** The public API, as a program of anyone's uses it: one log-in a user. */
export class PlantClient {
  readonly #url: string;
  readonly #password: string;
  readonly #plants = new Map<DemoUser, Plant>();

  constructor(url: string, password: string) {
    this.#url = url;
    this.#password = password;
  }

  /** Runs a query, or a mutation that may arrive twice. */
  query<T>(user: DemoUser, document: string, variables: Record<string, unknown> = {}): Promise<T> {
    let plant = this.#plants.get(user);
    if (!plant) {
      plant = connect({ url: this.#url, credentials: { username: user, password: this.#password } });
      this.#plants.set(user, plant);
    }
    return plant.run<T>(document, variables, { repeatable: true });
  }

  /**
   * Runs a mutation, which may arrive twice and must therefore carry an id of its own, and gives its payload. What is not found is asked for again for a while: what one part of
   * the plant published, another may not have heard of yet.
   * @throws Refused
   */
  async mutate<T extends object>(
    user: DemoUser,
    document: string,
    input: Record<string, unknown>,
    doing: string,
  ): Promise<T> {
    const until = Date.now() + LAG_MS;
    for (;;) {
      const data = await this.query<Record<string, T & { errors: Refusal[] }>>(user, document, { input });
      const [payload] = Object.values(data);
      if (!payload) throw new PlantError('NO_DATA', `${doing}: no payload`);
      if (payload.errors.length === 0) return payload;
      const passes = payload.errors.every(({ __typename }) => __typename === 'NotFoundError');
      if (!passes || Date.now() > until) throw new Refused(payload.errors, doing);
      await sleep(POLL_MS);
    }
  }

  /** Asks again and again until there is an answer that will do; at most for a minute. */
  async until<T>(ask: () => Promise<T | null>, what: string, limitMs = 60_000): Promise<T> {
    const end = Date.now() + limitMs;
    for (;;) {
      const answer = await ask();
      if (answer !== null) return answer;
      if (Date.now() > end) throw new Error(`${what}: did not come about within ${limitMs / 1000} s`);
      await sleep(POLL_MS);
    }
  }
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
