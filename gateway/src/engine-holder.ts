import type { Engine } from './engine-api.ts';

/** Holds the engine in use; an old one is closed when its last request is answered. */
export class EngineHolder {
  #current: Held;

  constructor(engine: Engine) {
    this.#current = new Held(engine);
  }

  get engine(): Engine {
    return this.#current.engine;
  }

  /** The engine to use now; it stays open until `release`. */
  acquire(): { readonly engine: Engine; release(): void } {
    this.#current.users += 1;
    return this.#current;
  }

  /** Puts a new engine in place for requests that come from now on. */
  swap(engine: Engine): void {
    const old = this.#current;
    this.#current = new Held(engine);
    old.retire();
  }

  async close(): Promise<void> {
    await this.#current.engine.close();
  }
}

class Held {
  readonly engine: Engine;
  users = 0;
  #retired = false;

  constructor(engine: Engine) {
    this.engine = engine;
  }

  release(): void {
    this.users -= 1;
    if (this.#retired && this.users === 0) void this.engine.close();
  }

  retire(): void {
    this.#retired = true;
    if (this.users === 0) void this.engine.close();
  }
}
