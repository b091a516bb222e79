import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { CloseCode, GRAPHQL_TRANSPORT_WS_PROTOCOL, MessageType } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { callerOf } from '../../http/admit.ts';
import type { CorsPolicy } from '../../http/cors.ts';
import type { Channel, ConnectionOptions } from './channel.ts';
import { Connection } from './connection.ts';
import { textFrame } from './frames.ts';

export interface WebSocketOptions extends ConnectionOptions {
  readonly server: Server;
  readonly path: string;
  readonly trustedHops: number;
  readonly cors: CorsPolicy;
  readonly maxMessageBytes: number;
  /** How many sockets may be open. */
  readonly maxConnections: number;
  /** How often clients are pinged. */
  readonly heartbeatMs: number | undefined;
}

/** How long a client has to say who it is. */
export const INIT_MS = 5_000;
/** How often a client must show that it is there; two silences are too many. */
export const PING_MS = 20_000;
/** Each so many pings a client is told how far the stream is. */
const PINGS_A_CURSOR = 15;
/** How long a client has to answer a close frame; one that is slow has much to read before it. */
const CLOSE_MS = 10_000;

interface Open {
  readonly socket: WebSocket;
  readonly connection: Connection;
  isAlive: boolean;
}

/** Serves graphql-transport-ws at the GraphQL path of the gateway's HTTP server. */
export class GraphQLWebSocketServer {
  readonly #options: WebSocketOptions;
  readonly #sockets: WebSocketServer;
  readonly #open = new Set<Open>();
  readonly #timer: NodeJS.Timeout;
  #pings = 0;

  constructor(options: WebSocketOptions) {
    this.#options = options;
    this.#sockets = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      // one frame is written for all: a frame compressed in the context of a connection would be its own
      perMessageDeflate: false,
      maxPayload: options.maxMessageBytes,
      handleProtocols: (protocols) =>
        protocols.has(GRAPHQL_TRANSPORT_WS_PROTOCOL) ? GRAPHQL_TRANSPORT_WS_PROTOCOL : false,
    });
    this.#timer = setInterval(() => this.#ping(), options.heartbeatMs ?? PING_MS);
    this.#timer.unref();
    options.server.on('upgrade', (request, socket, head) => this.#onUpgrade(request, socket, head));
  }

  /** Tells all clients to go elsewhere; resolves when they have gone. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    const gone = [...this.#open].map(
      ({ socket, connection }) =>
        new Promise<void>((resolve) => {
          socket.once('close', () => resolve());
          connection.goAway();
        }),
    );
    await Promise.all(gone);
  }

  #onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', ignore);
    const { path, cors, maxConnections } = this.#options;
    const [at] = (request.url ?? '/').split('?', 1);
    if (at !== path) refuse(socket, '404 Not Found');
    else if (!isAllowed(request, cors)) refuse(socket, '403 Forbidden');
    else if (this.#open.size >= maxConnections) refuse(socket, '503 Service Unavailable');
    else this.#sockets.handleUpgrade(request, socket, head, (ws) => this.#accept(ws, socket, request));
  }

  #accept(socket: WebSocket, raw: Duplex, request: IncomingMessage): void {
    raw.off('error', ignore);
    if (socket.protocol !== GRAPHQL_TRANSPORT_WS_PROTOCOL) {
      socket.close(CloseCode.SubprotocolNotAcceptable, 'Subprotocol not acceptable');
      return;
    }
    const { url, headers } = request;
    const remoteAddress = callerOf(request, this.#options.trustedHops);
    const upgrade = { url: url ?? '/', headers, remoteAddress };
    const connection = new Connection(this.#options, new SocketChannel(socket, raw), upgrade);
    const open: Open = { socket, connection, isAlive: true };
    this.#open.add(open);
    const { metrics } = this.#options.subscriptions;
    metrics.connection('ws', 1);
    const initialisation = setTimeout(() => connection.timeOut(), INIT_MS);
    socket.on('message', (data, isBinary) => {
      open.isAlive = true;
      if (connection.initialised) clearTimeout(initialisation);
      connection.receive(isBinary ? '' : String(data));
    });
    socket.on('pong', () => {
      open.isAlive = true;
    });
    socket.on('error', ignore);
    socket.on('close', () => {
      clearTimeout(initialisation);
      this.#open.delete(open);
      metrics.connection('ws', -1);
      connection.closed();
    });
  }

  #ping(): void {
    this.#pings += 1;
    const { cursor } = this.#options.subscriptions;
    if (cursor !== undefined && this.#pings % PINGS_A_CURSOR === 0) {
      // one frame for all
      const ping = textFrame(Buffer.from(JSON.stringify({ type: MessageType.Ping, payload: { cursor } })));
      for (const { connection } of this.#open) connection.tell(ping);
    }
    for (const open of this.#open) {
      if (!open.isAlive) open.socket.terminate();
      open.isAlive = false;
      if (open.socket.readyState === open.socket.OPEN) open.socket.ping();
    }
  }
}

/** A WebSocket without compression: its frames go to the socket as they are made. */
class SocketChannel implements Channel {
  readonly #socket: WebSocket;
  readonly #raw: Duplex;

  constructor(socket: WebSocket, raw: Duplex) {
    this.#socket = socket;
    this.#raw = raw;
  }

  send(text: string): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(text);
  }

  write(frame: Buffer): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#raw.write(frame);
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason);
    // who reads nothing will not read this either
    setTimeout(() => this.#socket.terminate(), CLOSE_MS).unref();
  }

  backlog(): number {
    return this.#raw.writableLength;
  }

  onDrain(drained: () => void): void {
    if (!this.#raw.writableNeedDrain || this.#raw.destroyed) {
      setImmediate(drained);
      return;
    }
    const done = () => {
      this.#raw.off('drain', done);
      this.#raw.off('close', done);
      drained();
    };
    this.#raw.on('drain', done);
    this.#raw.on('close', done);
  }
}

const ignore = () => undefined;

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}

/** A page of another origin may connect when it may call: a socket is not held back by the browser. */
function isAllowed({ headers }: IncomingMessage, { origins }: CorsPolicy): boolean {
  const { origin, host } = headers;
  if (origin === undefined || origins.includes('*') || origins.includes(origin)) return true;
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
