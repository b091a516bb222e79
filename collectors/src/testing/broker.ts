import { createServer, type Server, type Socket } from 'node:net';
import { Aedes } from 'aedes';

/** An MQTT 3.1.1 broker in this process, that can go away and come back on its port. */
export class TestBroker {
  readonly port: number;
  #aedes: Aedes;
  #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(port: number, aedes: Aedes) {
    this.port = port;
    this.#aedes = aedes;
    this.#server = this.#listener();
  }

  static async start(port: number): Promise<TestBroker> {
    const broker = new TestBroker(port, await Aedes.createBroker());
    await broker.listen();
    return broker;
  }

  get url(): string {
    return `mqtt://127.0.0.1:${this.port}`;
  }

  #listener(): Server {
    return createServer((socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
      this.#aedes.handle(socket);
    });
  }

  /** Takes connections (again). */
  async listen(): Promise<void> {
    this.#server = this.#listener();
    await new Promise<void>((done) => this.#server.listen(this.port, '127.0.0.1', done));
  }

  /** Cuts all connections and takes no more; sessions and retained messages stay. */
  async unplug(): Promise<void> {
    const closed = new Promise((done) => this.#server.close(done));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  async stop(): Promise<void> {
    await this.unplug();
    await new Promise<void>((done) => this.#aedes.close(done));
  }
}
