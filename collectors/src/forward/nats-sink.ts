import { readFile } from 'node:fs/promises';
import { streamBound } from '@machshop/schema/events/stream-bound.ts';
import { TELEMETRY_SUBJECTS } from '@machshop/schema/events/telemetry.ts';
import {
  type ConnectionOptions,
  connect,
  credsAuthenticator,
  DiscardPolicy,
  headers,
  type NatsConnection,
  type NatsError,
  nanos,
  RetentionPolicy,
  StorageType,
} from 'nats';
import type { NatsConfig } from '../config/schema.ts';
import { type OpenSink, RefusedError, type Sink } from './sink.ts';

const HOUR_MS = 3_600_000;
/** JetStream's "message size exceeds maximum allowed". */
const MESSAGE_TOO_LARGE = 10_054;
/** JetStream's "stream not found". */
const STREAM_NOT_FOUND = 10_059;
/** Room for headers beside the payload. */
const HEADER_BYTES = 512;

async function connectionOptions(config: NatsConfig, name: string): Promise<ConnectionOptions> {
  const secret = async (file: string) => (await readFile(file, 'utf8')).trim();
  const urls = config.servers.map((server) => new URL(server.includes('://') ? server : `nats://${server}`));
  const [first] = urls as [URL];
  const { tls } = config;
  return {
    // the client takes no credentials from an address
    servers: urls.map((url) => url.host),
    name,
    // a connection that is lost is given up with all that was on its way: the forwarder opens the next one
    reconnect: false,
    timeout: config.ackTimeoutMs,
    pingInterval: 5000,
    ...(first.username
      ? { user: decodeURIComponent(first.username), pass: decodeURIComponent(first.password) }
      : {}),
    ...(config.username !== undefined ? { user: config.username } : {}),
    ...(config.passwordFile !== undefined ? { pass: await secret(config.passwordFile) } : {}),
    ...(config.tokenFile !== undefined ? { token: await secret(config.tokenFile) } : {}),
    ...(config.credentialsFile !== undefined
      ? { authenticator: credsAuthenticator(await readFile(config.credentialsFile)) }
      : {}),
    ...(tls
      ? {
          tls: {
            ...(tls.caFile !== undefined ? { caFile: tls.caFile } : {}),
            ...(tls.certFile !== undefined ? { certFile: tls.certFile } : {}),
            ...(tls.keyFile !== undefined ? { keyFile: tls.keyFile } : {}),
          },
        }
      : {}),
  };
}

/** A full stream refuses what is new, so that it waits in the edge buffers, instead of dropping what is old. */
async function ensureStream(connection: NatsConnection, { stream, ackTimeoutMs }: NatsConfig): Promise<void> {
  if (!stream.create) return;
  const manager = await connection.jetstreamManager({ timeout: ackTimeoutMs });
  try {
    await manager.streams.info(stream.name);
  } catch (error) {
    if ((error as NatsError).api_error?.err_code !== STREAM_NOT_FOUND) throw error;
    await manager.streams.add({
      name: stream.name,
      subjects: [TELEMETRY_SUBJECTS],
      retention: RetentionPolicy.Limits,
      storage: StorageType.File,
      discard: DiscardPolicy.New,
      max_age: nanos(stream.maxAgeHours * HOUR_MS),
      max_bytes: streamBound(connection.info?.version ?? '', stream.maxBytes),
      duplicate_window: nanos(Math.min(stream.duplicateWindowSeconds, stream.maxAgeHours * 3600) * 1000),
      num_replicas: stream.replicas,
    });
  }
}

class NatsSink implements Sink {
  readonly closed: Promise<Error | null>;
  readonly #connection: NatsConnection;
  readonly #config: NatsConfig;

  constructor(connection: NatsConnection, config: NatsConfig) {
    this.#connection = connection;
    this.#config = config;
    this.closed = connection.closed().then((error) => error ?? null);
  }

  async publish(subject: string, id: string, payload: string, traceparent: string): Promise<void> {
    const bytes = Buffer.from(payload);
    const most = (this.#connection.info?.max_payload ?? Number.MAX_SAFE_INTEGER) - HEADER_BYTES;
    if (bytes.length > most) throw new RefusedError(`${bytes.length} bytes, the server takes ${most}`);
    const head = headers();
    head.set('Content-Type', 'application/cloudevents+json');
    head.set('traceparent', traceparent);
    try {
      await this.#connection.jetstream().publish(subject, bytes, {
        msgID: id,
        headers: head,
        timeout: this.#config.ackTimeoutMs,
        expect: { streamName: this.#config.stream.name },
      });
    } catch (error) {
      // the client gives the number alone
      const refusal = (error as NatsError).api_error;
      if (refusal?.err_code === MESSAGE_TOO_LARGE) throw new RefusedError(refusal.description);
      throw refusal ? new Error(refusal.description, { cause: error }) : error;
    }
  }

  close(): Promise<void> {
    return this.#connection.close();
  }
}

/** Connections to JetStream by this configuration; the stream is made where it is missing. */
export function natsSink(config: NatsConfig, name: string): OpenSink {
  return async () => {
    const connection = await connect(await connectionOptions(config, name));
    try {
      await ensureStream(connection, config);
    } catch (error) {
      await connection.close();
      throw error;
    }
    return new NatsSink(connection, config);
  };
}
