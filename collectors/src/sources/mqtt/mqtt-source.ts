import type { IPublishPacket, ISubscriptionMap, MqttClient } from 'mqtt';
import type { MqttSourceConfig, MqttSubscription } from '../../config/mqtt.ts';
import type { LocatedReading } from '../../reading.ts';
import type { Source, SourceContext } from '../source.ts';
import {
  acknowledgeAfter,
  announceHost,
  clientOptions,
  type HostState,
  open,
  RECEIVE_MAXIMUM,
} from './client.ts';
import { decodeMessage } from './decode.ts';
import { Redelivery } from './redelivery.ts';
import { isSparkplug, type NodeName, SparkplugDecoder } from './sparkplug.ts';
import { encodeRebirth } from './sparkplug-codec.ts';
import { type TopicTemplate, topicTemplate } from './topic.ts';

/** The broker's answer for a subscription that it refuses. */
const REFUSED = 128;
/** The latest times of this many tags are remembered for retained messages. */
const REMEMBERED_TAGS = 50_000;

/** What lives as long as one connection. */
interface Session {
  readonly context: SourceContext;
  readonly redelivery: Redelivery;
  readonly sparkplug: SparkplugDecoder | null;
  readonly rebirths: Map<string, number>;
  readonly underWay: Set<Promise<void>>;
  client: MqttClient | null;
}

/** What a message brought, and whether its payload carries the time. */
interface Message {
  readonly readings: readonly LocatedReading[];
  readonly timed: boolean;
}

const NOTHING: Message = { readings: [], timed: false };

const tagKey = ({ at, tag }: LocatedReading): string => `${at.area}/${at.workCenter}/${at.equipment}/${tag}`;

/** Readings by MQTT: topics mapped to tags by template, and Sparkplug B. */
export class MqttSource implements Source {
  readonly #config: MqttSourceConfig;
  readonly #collector: string;
  readonly #topics: readonly TopicTemplate[];
  /** The latest source time by tag, for retained messages. */
  readonly #latest = new Map<string, string>();

  constructor(config: MqttSourceConfig, collector: string) {
    this.#config = config;
    this.#collector = collector;
    this.#topics = config.subscriptions.map(({ topic }) => topicTemplate(topic));
  }

  async run(context: SourceContext): Promise<void> {
    const { sparkplug } = this.#config;
    const host = sparkplug?.hostId
      ? { topic: `spBv1.0/STATE/${sparkplug.hostId}`, timestamp: context.clock.now() }
      : null;
    const session: Session = {
      context,
      redelivery: new Redelivery(context.marks()),
      sparkplug: sparkplug ? new SparkplugDecoder(sparkplug) : null,
      rebirths: new Map(),
      underWay: new Set(),
      client: null,
    };
    if (this.#latest.size === 0 && this.#config.subscriptions.some(({ retained }) => retained === 'newer')) {
      for (const [key, time] of context.recentTimes()) this.#remember(key, time);
    }
    const options = await clientOptions(this.#config, this.#collector, host);
    const client = await open(this.#config.url, options, (unconnected) => {
      session.client = unconnected;
      acknowledgeAfter(unconnected, RECEIVE_MAXIMUM, (packet) => this.#take(session, packet));
    });
    const over = ended(client, context.signal);
    try {
      await this.#subscribe(client, host);
      context.state(true, withoutCredentials(this.#config.url));
      over.catch((error: Error) => context.state(false, error.message));
      await over;
    } finally {
      await Promise.allSettled(session.underWay);
      await client.endAsync(!context.signal.aborted).catch(() => undefined);
    }
  }

  async #subscribe(client: MqttClient, host: HostState | null): Promise<void> {
    const wanted: ISubscriptionMap = {};
    this.#config.subscriptions.forEach(({ qos }, index) => {
      const { filter } = this.#topics[index] as TopicTemplate;
      wanted[filter] = { qos };
    });
    const { sparkplug } = this.#config;
    const groups = sparkplug?.groups.length ? sparkplug.groups : ['+'];
    if (sparkplug) for (const group of groups) wanted[`spBv1.0/${group}/#`] = { qos: 0 };
    const granted = await client.subscribeAsync(wanted);
    const refused = granted.filter(({ qos }) => qos >= REFUSED).map(({ topic }) => topic);
    if (refused.length > 0) throw new Error(`the broker refuses to subscribe ${refused.join(', ')}`);
    if (host) await announceHost(client, host);
  }

  /** Resolves when the message's readings are on disk, so that it may be acknowledged. */
  async #take(session: Session, packet: IPublishPacket): Promise<void> {
    const { qos, messageId, topic, payload } = packet;
    const bytes = typeof payload === 'string' ? Buffer.from(payload) : payload;
    const acknowledged = qos > 0 && messageId !== undefined;
    const digest = acknowledged ? Redelivery.digest(topic, bytes) : '';
    const { readings, timed } = this.#understand(session, packet, bytes);
    if (readings.length === 0) return;
    // not every broker marks what it sends again; with a time in it, the same message is the same reading
    const again = acknowledged && session.redelivery.isKnown(messageId, digest);
    if (again && (packet.dup || timed)) return;
    if (acknowledged) session.redelivery.note(messageId, digest);
    const options = acknowledged ? { marks: [[String(messageId), digest] as const], urgent: true } : {};
    const written = session.context.emit(readings, options);
    session.underWay.add(written);
    try {
      await written;
    } catch (error) {
      if (acknowledged) session.redelivery.forget(messageId);
      throw error;
    } finally {
      session.underWay.delete(written);
    }
  }

  /** A message that makes the decoder fail is put aside like any other that means nothing. */
  #understand(session: Session, packet: IPublishPacket, bytes: Buffer): Message {
    try {
      return this.#decode(session, packet, bytes);
    } catch (error) {
      session.context.reject(packet.topic, (error as Error).message, bytes);
      return NOTHING;
    }
  }

  #decode(session: Session, packet: IPublishPacket, bytes: Buffer): Message {
    const { context } = session;
    const { topic, retain } = packet;
    const arrivedAt = context.clock.now();
    if (session.sparkplug && isSparkplug(topic)) {
      // births and data are never retained; a retained one is of a time that nobody knows
      if (retain) return NOTHING;
      return { readings: this.#sparkplug(session, session.sparkplug, topic, bytes, arrivedAt), timed: false };
    }
    for (const [index, template] of this.#topics.entries()) {
      const variables = template.match(topic);
      if (!variables) continue;
      const subscription = this.#config.subscriptions[index] as MqttSubscription;
      if (retain && subscription.retained === 'never') return NOTHING;
      const decoded = decodeMessage(subscription, variables, bytes, arrivedAt);
      if (!('problem' in decoded)) return this.#unlessOld(decoded, retain, subscription);
      context.reject(topic, decoded.problem, bytes);
      return NOTHING;
    }
    context.reject(topic, 'no subscription fits the topic', bytes);
    return NOTHING;
  }

  /** Of retained messages, with `newer`, only those that are later than what is known of their tags. */
  #unlessOld(decoded: Message, retain: boolean, { retained }: MqttSubscription): Message {
    if (retained !== 'newer') return decoded;
    if (retain && !this.#isNewer(decoded)) return NOTHING;
    if (decoded.timed)
      for (const reading of decoded.readings) this.#remember(tagKey(reading), reading.sourceTime);
    return decoded;
  }

  #isNewer({ readings, timed }: Message): boolean {
    if (!timed) return false;
    return readings.some((reading) => {
      const latest = this.#latest.get(tagKey(reading));
      return latest === undefined || isLater(reading.sourceTime, latest);
    });
  }

  #remember(key: string, time: string): void {
    const latest = this.#latest.get(key);
    if (latest !== undefined && !isLater(time, latest)) return;
    this.#latest.delete(key);
    this.#latest.set(key, time);
    if (this.#latest.size > REMEMBERED_TAGS) this.#latest.delete(this.#latest.keys().next().value as string);
  }

  #sparkplug(
    session: Session,
    decoder: SparkplugDecoder,
    topic: string,
    bytes: Buffer,
    arrivedAt: number,
  ): readonly LocatedReading[] {
    const { readings, rebirth, problems, isBirth, poison } = decoder.take(topic, bytes, arrivedAt);
    if (poison !== null) session.context.reject(topic, poison, bytes);
    for (const problem of problems) session.context.fault('sparkplug', new Error(`${topic}: ${problem}`));
    if (rebirth) this.#askForRebirth(session, rebirth);
    // a birth tells what holds now, with the time since when
    if (isBirth) void session.context.present(readings.filter(({ historical }) => !historical));
    return readings;
  }

  #askForRebirth(session: Session, { group, node }: NodeName): void {
    const key = `${group}/${node}`;
    const now = performance.now();
    const last = session.rebirths.get(key) ?? Number.NEGATIVE_INFINITY;
    if (now - last < (this.#config.sparkplug?.rebirthIntervalMs ?? 0)) return;
    session.rebirths.set(key, now);
    const { clock } = session.context;
    session.client?.publish(`spBv1.0/${group}/NCMD/${node}`, encodeRebirth(clock.now()), { qos: 0 });
  }
}

function withoutCredentials(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname === '/' ? '' : pathname}`;
}

/** Later, down to the last digit both give. */
function isLater(one: string, other: string): boolean {
  const [seconds, fraction] = split(one);
  const [otherSeconds, otherFraction] = split(other);
  return seconds === otherSeconds ? fraction > otherFraction : seconds > otherSeconds;
}

const split = (time: string): [string, string] => [time.slice(0, 19), time.slice(20, -1).padEnd(9, '0')];

/** Resolves when the signal fires, rejects when the connection ends. */
function ended(client: MqttClient, signal: AbortSignal): Promise<void> {
  const over = new Promise<void>((resolve, reject) => {
    client.on('error', reject);
    client.on('close', () => reject(new Error('the connection was lost')));
    client.on('disconnect', ({ reasonCode }) =>
      reject(new Error(`the broker ended the connection (reason ${reasonCode})`)),
    );
    signal.addEventListener('abort', () => resolve(), { once: true });
    if (signal.aborted) resolve();
  });
  over.catch(() => undefined);
  return over;
}
