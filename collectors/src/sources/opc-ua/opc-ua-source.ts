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
import type { OpcUaSourceConfig, OpcUaTag } from '../../config/opc-ua.ts';
import type { LocatedReading } from '../../reading.ts';
import type { Source, SourceContext } from '../source.ts';
import { discoverTags, withNamespaceIndex } from './browse.ts';
import { connectOpcUa, type OpcUaConnection } from './client.ts';
import { decodeDataValue } from './decode.ts';

/** Monitored items made in one call: many controllers take no more. */
const ITEMS_PER_CALL = 200;
/** A lost connection that does not come back in this many session time-outs is begun anew. */
const LOST_SESSIONS = 2;

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
    const over = this.#ended(connection, context);
    const collected = new Collected(this.#config, context);
    try {
      const tags = await this.#tags(connection.session);
      const refused = await Promise.race([
        this.#subscribe(connection.session, tags, collected, over),
        over.promise,
      ]);
      const summary = refused ? `, ${refused} refused` : '';
      if (!context.signal.aborted) context.state(true, `${tags.length} tags${summary}`);
      await over.promise;
    } finally {
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
    over: Ended,
  ): Promise<number> {
    const interval = this.#config.publishingIntervalMs;
    const subscription = ClientSubscription.create(session, {
      requestedPublishingInterval: interval,
      requestedMaxKeepAliveCount: Math.max(1, Math.ceil(10_000 / interval)),
      requestedLifetimeCount: Math.max(3, Math.ceil((3 * this.#config.sessionTimeoutMs) / interval)),
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

  /** The library brings session and subscription back by itself; what it does not bring back in time ends here. */
  #ended({ client, session }: OpcUaConnection, context: SourceContext): Ended {
    let timer: NodeJS.Timeout | undefined;
    let settle: { resolve: () => void; reject: (error: Error) => void } | undefined;
    const promise = new Promise<void>((resolve, reject) => {
      settle = { resolve, reject };
    });
    promise.catch(() => undefined);
    const fail = (error: Error) => settle?.reject(error);
    const stop = () => settle?.resolve();
    context.signal.addEventListener('abort', stop, { once: true });
    if (context.signal.aborted) stop();
    let reason = '';
    client.on('connection_lost', () => {
      context.state(false, 'the connection was lost; waiting for it to come back');
      const limit = LOST_SESSIONS * this.#config.sessionTimeoutMs;
      timer = setTimeout(
        () => fail(new Error(`the connection did not come back in ${limit} ms${reason}`)),
        limit,
      );
    });
    client.on('reconnection_attempt_has_failed', (error, message) => {
      reason = `: ${error?.message ?? message}`;
      context.fault('reconnect', error ?? new Error(message));
      // the server may be another one now: begin anew, with all its checks
      if (/certificate|security|BadSecure/i.test(reason)) fail(new Error(`cannot connect again${reason}`));
    });
    client.on('connection_reestablished', () => {
      clearTimeout(timer);
      context.state(true, 'the connection came back');
    });
    session.on('session_closed', (status) =>
      fail(new Error(`the server closed the session: ${status.name}`)),
    );
    const dispose = () => {
      clearTimeout(timer);
      context.signal.removeEventListener('abort', stop);
    };
    return { promise, fail, dispose };
  }
}

interface Ended {
  readonly promise: Promise<void>;
  fail(error: Error): void;
  dispose(): void;
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
  readonly #config: OpcUaSourceConfig;
  readonly #context: SourceContext;
  #readings: LocatedReading[] = [];
  #scheduled = false;

  constructor(config: OpcUaSourceConfig, context: SourceContext) {
    this.#config = config;
    this.#context = context;
  }

  take({ tag }: OpcUaTag, value: DataValue): void {
    const { overflow, ...decoded } = decodeDataValue(value, this.#context.clock.now());
    if (overflow)
      this.#context.fault('overflow', new Error(`${tag}: the server's queue was too small, values are lost`));
    this.#readings.push({ ...decoded, at: this.#config.equipment, tag });
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
      this.#context.fault(
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
    this.#context.emit(readings).catch((error: unknown) => this.#context.fault('buffer', error));
  }
}
