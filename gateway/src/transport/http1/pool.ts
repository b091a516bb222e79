import { Connection, type Exchange } from './connection.ts';

export interface PoolOptions {
  readonly host: string;
  readonly port: number;
  /** Connections at most. */
  readonly connections: number;
  /** Requests that wait for a connection, at most. */
  readonly queue: number;
  /** How long an idle connection is kept when the server says nothing of it. */
  readonly keepAliveMs: number;
}

/** The queue of a pool is full. */
export class PoolFullError extends Error {}

/** Connections to one server. The one used last is used next, so that a quiet pool shrinks. */
export class ConnectionPool {
  readonly #options: PoolOptions;
  readonly #idle: Connection[] = [];
  readonly #all = new Set<Connection>();
  readonly #queue = new Set<Exchange>();
  readonly #sweeper: NodeJS.Timeout;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#sweeper = setInterval(() => this.#sweep(), 1_000);
    this.#sweeper.unref();
  }

  /** Sends an exchange, now or when a connection is free. Throws {@link PoolFullError}. */
  send(exchange: Exchange): void {
    const connection = this.#free();
    if (connection) {
      connection.send(exchange);
      return;
    }
    if (this.#queue.size >= this.#options.queue)
      throw new PoolFullError('too many requests wait for this subgraph');
    this.#queue.add(exchange);
  }

  /** Takes an exchange back that is not done: its connection is broken off with it. */
  cancel(exchange: Exchange): void {
    if (this.#queue.delete(exchange)) return;
    for (const connection of this.#all) {
      if (connection.carries(exchange)) {
        connection.destroy();
        return;
      }
    }
  }

  close(): void {
    clearInterval(this.#sweeper);
    const closed = new Error('the pool is closed');
    for (const exchange of this.#queue) exchange.failed(closed, true, false);
    this.#queue.clear();
    for (const connection of [...this.#all]) connection.destroy();
  }

  #free(): Connection | undefined {
    for (let connection = this.#idle.pop(); connection; connection = this.#idle.pop()) {
      if (performance.now() - connection.idleSince < connection.keepAliveMs) return connection;
      connection.destroy();
    }
    if (this.#all.size >= this.#options.connections) return undefined;
    const { host, port, keepAliveMs } = this.#options;
    const connection = new Connection(
      { host, port },
      keepAliveMs,
      (one) => this.#onIdle(one),
      (one) => this.#onGone(one),
    );
    this.#all.add(connection);
    return connection;
  }

  #onIdle(connection: Connection): void {
    if (this.#sendNext(connection)) return;
    connection.idleSince = performance.now();
    this.#idle.push(connection);
  }

  #onGone(connection: Connection): void {
    this.#all.delete(connection);
    const at = this.#idle.indexOf(connection);
    if (at >= 0) this.#idle.splice(at, 1);
    if (this.#queue.size === 0) return;
    const next = this.#free();
    if (next) this.#sendNext(next);
  }

  #sendNext(connection: Connection): boolean {
    if (this.#queue.size === 0) return false;
    const next = this.#queue.values().next();
    if (next.done) return false;
    const exchange = next.value;
    this.#queue.delete(exchange);
    connection.send(exchange);
    return true;
  }

  #sweep(): void {
    const now = performance.now();
    for (const connection of [...this.#idle]) {
      if (now - connection.idleSince >= connection.keepAliveMs) connection.destroy();
    }
  }
}
