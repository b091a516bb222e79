import {
  AttributeIds,
  type ClientMonitoredItemGroup,
  type ClientSession,
  ClientSubscription,
  DataChangeFilter,
  DataChangeTrigger,
  type DataValue,
  DeadbandType,
  type MonitoringParametersOptions,
  StatusCodes,
  TimestampsToReturn,
} from 'node-opcua-client';
import { sleep } from '../../clock.ts';
import type { OpcUaSourceConfig, OpcUaTag } from '../../config/opc-ua.ts';
import type { LocatedReading } from '../../reading.ts';
import type { Source, SourceContext } from '../source.ts';
import { discoverTags, withNamespaceIndex } from './browse.ts';
import { connectOpcUa } from './client.ts';
import { ConnectionEnd } from './connection-end.ts';
import { decodeDataValue } from './decode.ts';

/** Monitored items made in one call: many controllers take no more. */
const ITEMS_PER_CALL = 200;
const KEEP_ALIVE_MS = 10_000;
/** How long the values of unchanged tags are waited with after a loss, at most. */
const PRESENT_MS = 5000;
/** Before the values are read again when that failed. */
const PRESENT_AGAIN_MS = 5_000;

const TRIGGERS = {
  status: DataChangeTrigger.Status,
  'status-value': DataChangeTrigger.StatusValue,
  'status-value-timestamp': DataChangeTrigger.StatusValueTimestamp,
} as const;

/** Readings by subscription to an OPC UA server. */
export class OpcUaSource implements Source {
  readonly #config: OpcUaSourceConfig;
  readonly #collector: string;

  constructor(config: OpcUaSourceConfig, collector: string) {
    this.#config = config;
    this.#collector = collector;
  }

  async run(context: SourceContext): Promise<void> {
    const connection = await connectOpcUa(this.#config, this.#collector, context);
    const collected = new Collected(this.#config, context);
    let tags: OpcUaTag[] = [];
    let summary = '';
    const ended = new AbortController();
    const signal = AbortSignal.any([context.signal, ended.signal]);
    const present = () => this.#tellPresent(connection.session, tags, collected, signal);
    const over = new ConnectionEnd(connection, context, this.#config.sessionTimeoutMs, {
      lost: () => collected.flush(),
      back: () => {
        context.state(true, summary);
        void present();
      },
    });
    try {
      tags = await this.#tags(connection.session);
      const refused = await Promise.race([
        this.#subscribe(connection.session, tags, collected, over),
        over.promise,
      ]);
      summary = `${tags.length} tags${refused ? `, ${refused} refused` : ''}`;
      if (!context.signal.aborted) context.state(true, summary);
      void present();
      await over.promise;
    } finally {
      ended.abort();
      collected.flush();
      over.dispose();
      await connection.close();
    }
  }

  /** The configured tags and those found by browsing, node ids with the server's namespace indices. */
  async #tags(session: ClientSession): Promise<OpcUaTag[]> {
    const namespaces = await session.readNamespaceArray();
    const tags = this.#config.tags.map((tag) => ({
      ...tag,
      nodeId: withNamespaceIndex(tag.nodeId, namespaces),
    }));
    const { discover } = this.#config;
    if (!discover) return tags;
    const known = new Set(tags.flatMap(({ tag, nodeId }) => [tag, nodeId]));
    const found = await discoverTags(session, withNamespaceIndex(discover.root, namespaces), discover);
    return [...tags, ...found.filter(({ tag, nodeId }) => !known.has(tag) && !known.has(nodeId))];
  }

  /** Monitors the tags; returns how many of them the server refuses. */
  async #subscribe(
    session: ClientSession,
    tags: readonly OpcUaTag[],
    collected: Collected,
    over: ConnectionEnd,
  ): Promise<number> {
    const interval = this.#config.publishingIntervalMs;
    // the server says that it is there well before it gives up the session
    const keepAliveMs = Math.min(KEEP_ALIVE_MS, session.timeout / 2);
    const subscription = ClientSubscription.create(session, {
      requestedPublishingInterval: interval,
      requestedMaxKeepAliveCount: Math.max(1, Math.floor(keepAliveMs / interval)),
      requestedLifetimeCount: Math.max(3, Math.ceil((3 * session.timeout) / interval)),
      maxNotificationsPerPublish: 10_000,
      publishingEnabled: true,
      priority: 10,
    });
    subscription.on('terminated', () => over.fail(new Error('the server ended the subscription')));
    subscription.on('internal_error', (error) => over.fail(error));
    subscription.on('status_changed', (status) =>
      over.fail(new Error(`the subscription ended: ${status.name}`)),
    );
    let refused = 0;
    for (const group of groupsOf(tags, (tag) => JSON.stringify(this.#parameters(tag)))) {
      for (let start = 0; start < group.length; start += ITEMS_PER_CALL) {
        const chunk = group.slice(start, start + ITEMS_PER_CALL);
        const [first] = chunk as [OpcUaTag];
        const items = chunk.map(({ nodeId }) => ({ nodeId, attributeId: AttributeIds.Value }));
        const monitored: ClientMonitoredItemGroup = await subscription.monitorItems(
          items,
          monitoring(this.#parameters(first)),
          TimestampsToReturn.Both,
        );
        monitored.on('changed', (_, value, index) => collected.take(chunk[index] as OpcUaTag, value));
        refused += collected.refused(chunk, monitored);
      }
    }
    return refused;
  }

  #parameters({ samplingIntervalMs, queueSize, deadband }: OpcUaTag): ItemParameters {
    return {
      samplingInterval: samplingIntervalMs ?? this.#config.samplingIntervalMs,
      queueSize: queueSize ?? this.#config.queueSize,
      trigger: this.#config.trigger,
      deadband: deadband ?? null,
    };
  }

  /**
   * After a loss: a subscription tells what changes, and of a tag that did not change it would say nothing. So its
   * value is read, a little later than what the subscription brings at once.
   */
  async #tellPresent(
    session: ClientSession,
    tags: readonly OpcUaTag[],
    collected: Collected,
    signal: AbortSignal,
  ): Promise<void> {
    const { context } = collected;
    let wait = Math.min(2 * this.#config.publishingIntervalMs, PRESENT_MS);
    while (context.anyLost() && !signal.aborted) {
      await sleep(wait, signal);
      try {
        await this.#readPresent(session, tags, collected, signal);
        return;
      } catch (error) {
        if (signal.aborted) return;
        context.fault('read', error);
        wait = PRESENT_AGAIN_MS;
      }
    }
  }

  async #readPresent(
    session: ClientSession,
    tags: readonly OpcUaTag[],
    collected: Collected,
    signal: AbortSignal,
  ): Promise<void> {
    for (let start = 0; start < tags.length && !signal.aborted; start += ITEMS_PER_CALL) {
      const chunk = tags.slice(start, start + ITEMS_PER_CALL);
      const values = await session.read(
        chunk.map(({ nodeId }) => ({ nodeId, attributeId: AttributeIds.Value })),
      );
      collected.flush();
      const readings = chunk.map((tag, index) => collected.decode(tag, values[index] as DataValue));
      await collected.context.present(readings);
    }
  }
}

interface ItemParameters {
  readonly samplingInterval: number;
  readonly queueSize: number;
  readonly trigger: OpcUaSourceConfig['trigger'];
  readonly deadband: OpcUaTag['deadband'] | null;
}

function monitoring({
  samplingInterval,
  queueSize,
  trigger,
  deadband,
}: ItemParameters): MonitoringParametersOptions {
  return {
    samplingInterval,
    queueSize,
    discardOldest: true,
    filter: new DataChangeFilter({
      trigger: TRIGGERS[trigger],
      deadbandType: deadband
        ? deadband.type === 'percent'
          ? DeadbandType.Percent
          : DeadbandType.Absolute
        : DeadbandType.None,
      deadbandValue: deadband?.value ?? 0,
    }),
  };
}

function groupsOf<T>(all: readonly T[], keyOf: (one: T) => string): T[][] {
  return [...Map.groupBy(all, keyOf).values()];
}

/** Gathers what one turn of the event loop brings (a whole publish response), and hands it over at once. */
class Collected {
  readonly context: SourceContext;
  readonly #config: OpcUaSourceConfig;
  #readings: LocatedReading[] = [];
  #scheduled = false;

  constructor(config: OpcUaSourceConfig, context: SourceContext) {
    this.#config = config;
    this.context = context;
  }

  decode({ tag }: OpcUaTag, value: DataValue): LocatedReading {
    const { overflow, ...decoded } = decodeDataValue(value, this.context.clock.now());
    if (overflow)
      this.context.fault('overflow', new Error(`${tag}: the server's queue was too small, values are lost`));
    return { ...decoded, at: this.#config.equipment, tag };
  }

  take(tag: OpcUaTag, value: DataValue): void {
    this.#readings.push(this.decode(tag, value));
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => this.flush());
  }

  /** Counts and reports the tags that the server does not monitor. */
  refused(tags: readonly OpcUaTag[], { monitoredItems }: ClientMonitoredItemGroup): number {
    let count = 0;
    for (const [index, { statusCode }] of monitoredItems.entries()) {
      if (statusCode.equals(StatusCodes.Good)) continue;
      count++;
      this.context.fault(
        'tag',
        new Error(`${tags[index]?.tag} (${tags[index]?.nodeId}): ${statusCode.name}`),
      );
    }
    return count;
  }

  flush(): void {
    this.#scheduled = false;
    const readings = this.#readings;
    if (readings.length === 0) return;
    this.#readings = [];
    this.context.emit(readings).catch((error: unknown) => this.context.fault('buffer', error));
  }
}
