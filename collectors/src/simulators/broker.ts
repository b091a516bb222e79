import { createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { Aedes } from 'aedes';

/** How the broker listens. */
export interface BrokerOptions {
  readonly port: number;
  readonly host?: string;
  /** With it the broker speaks MQTT over TLS only. */
  readonly tls?: TlsOptions;
  /** Who may connect; without it everybody may. */
  readonly users?: Readonly<Record<string, string>>;
}

/** An MQTT 3.1.1 broker in this process (aedes), that can go away and come back on its port. */
export class Broker {
  readonly #options: BrokerOptions;
  readonly #aedes: Aedes;
  readonly #sockets = new Set<Socket>();
  #server: Server | null = null;

  private constructor(options: BrokerOptions, aedes: Aedes) {
    this.#options = options;
    this.#aedes = aedes;
    const { users } = options;
    if (users) {
      aedes.authenticate = (_, name, password, done) => {
        done(null, name !== undefined && users[name] !== undefined && users[name] === password?.toString());
      };
    }
  }

  static async start(options: BrokerOptions): Promise<Broker> {
    const broker = new Broker(options, await Aedes.createBroker());
    await broker.plug();
    return broker;
  }

  get url(): string {
    return `${this.#options.tls ? 'mqtts' : 'mqtt'}://${this.#options.host ?? '127.0.0.1'}:${this.#options.port}`;
  }

  /** Takes connections (again). */
  async plug(): Promise<void> {
    const { tls, port, host } = this.#options;
    const handle = (socket: Socket) => {
      this.#aedes.handle(socket);
    };
    const server = tls ? createTlsServer(tls, handle) : createTcpServer(handle);
    server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      socket.once('close', () => this.#sockets.delete(socket));
    });
    server.on('tlsClientError', () => undefined);
    this.#server = server;
    await new Promise<void>((done, fail) => {
      server.once('error', fail);
      server.listen(port, host ?? '127.0.0.1', done);
    });
  }

  /** Cuts all connections and takes no more; sessions and retained messages stay. */
  async unplug(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (!server) return;
    const closed = new Promise((done) => server.close(done));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  async stop(): Promise<void> {
    await this.unplug();
    await new Promise<void>((done) => this.#aedes.close(done));
  }
}
