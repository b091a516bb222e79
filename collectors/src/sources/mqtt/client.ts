import { readFile } from 'node:fs/promises';
import { connect, type IClientOptions, type IPublishPacket, type MqttClient } from 'mqtt';
import type { MqttSourceConfig } from '../../config/mqtt.ts';

/** Messages under way without our acknowledgement (version 5; before, the broker decides). */
export const RECEIVE_MAXIMUM = 512;

/** The will and the birth of a Sparkplug host application. */
export interface HostState {
  readonly topic: string;
  readonly timestamp: number;
}

const hostPayload = (online: boolean, { timestamp }: HostState): string =>
  JSON.stringify({ online, timestamp });

/** The client's options by the configuration. Secrets and certificates are read anew at every connection. */
export async function clientOptions(
  config: MqttSourceConfig,
  collector: string,
  host: HostState | null,
): Promise<IClientOptions> {
  const { tls } = config;
  const file = async <K extends string>(key: K, path: string | undefined) =>
    path === undefined ? {} : ({ [key]: await readFile(path) } as Record<K, Buffer>);
  return {
    protocolVersion: config.version === '5' ? 5 : 4,
    clientId: config.clientId ?? `machshop-${collector}-${config.name}`,
    clean: config.cleanSession,
    keepalive: config.keepAliveSeconds,
    connectTimeout: config.connectTimeoutMs,
    // the runner connects again, with its own back-off
    reconnectPeriod: 0,
    resubscribe: false,
    rejectUnauthorized: true,
    ...(config.version === '5'
      ? {
          properties: {
            sessionExpiryInterval: config.cleanSession ? 0 : config.sessionExpirySeconds,
            receiveMaximum: RECEIVE_MAXIMUM,
          },
        }
      : {}),
    ...(config.username !== undefined ? { username: config.username } : {}),
    ...(config.passwordFile !== undefined
      ? { password: (await readFile(config.passwordFile, 'utf8')).trim() }
      : {}),
    ...(await file('ca', tls?.caFile)),
    ...(await file('cert', tls?.certFile)),
    ...(await file('key', tls?.keyFile)),
    ...(tls?.serverName !== undefined ? { servername: tls.serverName } : {}),
    ...(host
      ? { will: { topic: host.topic, payload: Buffer.from(hostPayload(false, host)), qos: 1, retain: true } }
      : {}),
  };
}

/** Says that the host application is there (the will says that it is not). */
export async function announceHost(client: MqttClient, host: HostState): Promise<void> {
  await client.publishAsync(host.topic, hostPayload(true, host), { qos: 1, retain: true });
}

/** The client does not wait for an acknowledgement that is sent later. */
const LATER = new Error('acknowledged later');

type Acknowledging = {
  _sendPacket(packet: { cmd: 'puback'; messageId: number; reasonCode: number }, done: () => void): void;
};

/**
 * Makes the client hand every message to `take` and acknowledge QoS 1 and 2 only when that resolves. The client
 * by itself would wait for one message before it reads the next, which bounds it to one message a commit; so
 * QoS 1 is acknowledged beside it (in order, as commits are), up to `most` at a time.
 */
export function acknowledgeAfter(
  client: MqttClient,
  most: number,
  take: (packet: IPublishPacket) => Promise<void>,
): void {
  let waiting = 0;
  client.handleMessage = (packet, done) => {
    const taken = take(packet);
    if (packet.qos === 0) {
      taken.catch(() => undefined);
      done();
      return;
    }
    if (packet.qos === 2 || waiting >= most) {
      taken.then(
        () => done(),
        (error: Error) => done(error),
      );
      return;
    }
    waiting++;
    const acknowledge = () => {
      waiting--;
      if (!client.connected || packet.messageId === undefined) return;
      (client as unknown as Acknowledging)._sendPacket(
        { cmd: 'puback', messageId: packet.messageId, reasonCode: 0 },
        () => undefined,
      );
    };
    // without an acknowledgement the broker sends it again at the next connection
    taken.then(acknowledge, () => {
      waiting--;
    });
    done(LATER);
  };
}

/**
 * Connects; rejects when the broker refuses or cannot be reached. `prepare` sets the client up before the first
 * message can come: the broker sends what it kept for the session right behind its answer.
 */
export function open(
  url: string,
  options: IClientOptions,
  prepare: (client: MqttClient) => void,
): Promise<MqttClient> {
  return new Promise((resolve, reject) => {
    const client = connect(url, { ...options, manualConnect: true });
    prepare(client);
    const fail = (error: Error) => {
      client.end(true);
      reject(error);
    };
    const closed = () => fail(new Error('the broker closed the connection'));
    client.once('error', fail);
    client.once('close', closed);
    client.once('connect', () => {
      client.off('error', fail);
      client.off('close', closed);
      resolve(client);
    });
    client.connect();
  });
}
