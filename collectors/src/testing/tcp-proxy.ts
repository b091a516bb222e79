import { connect, createServer, type Server, type Socket } from 'node:net';

/** A way to a TCP server on this host that can be cut, or go silent as when a cable is pulled. */
export class TcpProxy {
  readonly #port: number;
  readonly #target: number;
  readonly #sockets = new Set<Socket>();
  #server: Server | null = null;

  private constructor(port: number, target: number) {
    this.#port = port;
    this.#target = target;
  }

  static async start(port: number, target: number): Promise<TcpProxy> {
    const proxy = new TcpProxy(port, target);
    await proxy.heal();
    return proxy;
  }

  /** Takes connections (again). */
  async heal(): Promise<void> {
    const server = createServer((socket) => this.#join(socket));
    this.#server = server;
    await new Promise<void>((done, fail) => {
      server.once('error', fail);
      server.listen(this.#port, '127.0.0.1', done);
    });
  }

  /** Ends all connections and refuses new ones. */
  async cut(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (!server) return;
    const closed = new Promise((done) => server.close(done));
    for (const socket of this.#sockets) socket.resetAndDestroy();
    await closed;
  }

  /** From now on not a byte passes on the connections that there are, and neither end is told. */
  silence(): void {
    for (const socket of this.#sockets) {
      socket.unpipe();
      socket.pause();
    }
  }

  #join(inner: Socket): void {
    const outer = connect(this.#target, '127.0.0.1');
    for (const [one, other] of [
      [inner, outer],
      [outer, inner],
    ] as const) {
      this.#sockets.add(one);
      one.on('error', () => undefined);
      one.once('close', () => {
        this.#sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }
}
