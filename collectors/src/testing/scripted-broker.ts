import { createServer, type Server, type Socket } from 'node:net';

/** What the broker sends of a message. */
export interface ScriptedMessage {
  readonly topic: string;
  readonly payload: string;
  /** Quality of service 1. */
  readonly packetId: number;
  /** The broker says that it sends it again. */
  readonly dup?: boolean;
}

const CONNACK = Buffer.from([0x20, 2, 1, 0]);
const PINGRESP = Buffer.from([0xd0, 0]);
const [CONNECT, PUBACK, SUBSCRIBE, PINGREQ] = [1, 4, 8, 12];

function publishPacket({ topic, payload, packetId, dup }: ScriptedMessage): Buffer {
  const name = Buffer.from(topic);
  const body = Buffer.concat([
    Buffer.from([name.length >> 8, name.length & 0xff]),
    name,
    Buffer.from([packetId >> 8, packetId & 0xff]),
    Buffer.from(payload),
  ]);
  if (body.length > 127) throw new Error('a scripted message is short');
  return Buffer.concat([Buffer.from([dup ? 0x3a : 0x32, body.length]), body]);
}

/**
 * The broker's end of MQTT 3.1.1, written by hand to send what a real one sends only with bad luck: at the n-th
 * connection the n-th list of messages. Small packets only.
 */
export class ScriptedBroker {
  /** Packet ids as they were acknowledged. */
  readonly acknowledged: number[] = [];
  readonly #script: readonly (readonly ScriptedMessage[])[];
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #connections = 0;

  private constructor(script: readonly (readonly ScriptedMessage[])[]) {
    this.#script = script;
    this.#server = createServer((socket) => this.#talk(socket));
  }

  static async start(port: number, script: readonly (readonly ScriptedMessage[])[]): Promise<ScriptedBroker> {
    const broker = new ScriptedBroker(script);
    await new Promise<void>((done) => broker.#server.listen(port, '127.0.0.1', done));
    return broker;
  }

  /** Ends the connection that there is. */
  drop(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  async stop(): Promise<void> {
    const closed = new Promise((done) => this.#server.close(done));
    this.drop();
    await closed;
  }

  #talk(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => this.#sockets.delete(socket));
    const messages = this.#script[this.#connections++] ?? [];
    let rest = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      rest = Buffer.concat([rest, chunk]);
      while (rest.length >= 2 && rest.length >= 2 + (rest[1] as number)) {
        const size = 2 + (rest[1] as number);
        this.#answer(socket, rest.subarray(0, size), messages);
        rest = rest.subarray(size);
      }
    });
  }

  #answer(socket: Socket, packet: Buffer, messages: readonly ScriptedMessage[]): void {
    const type = (packet[0] as number) >> 4;
    if (type === CONNECT) socket.write(CONNACK);
    else if (type === PINGREQ) socket.write(PINGRESP);
    else if (type === PUBACK) this.acknowledged.push(packet.readUInt16BE(2));
    else if (type === SUBSCRIBE) {
      socket.write(Buffer.from([0x90, 3, packet[2] as number, packet[3] as number, 1]));
      for (const message of messages) socket.write(publishPacket(message));
    }
  }
}
