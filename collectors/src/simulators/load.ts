import { connectAsync } from 'mqtt';
import { DataType, StatusCodes, type UAVariable } from 'node-opcua';
import { sleep } from '../clock.ts';
import { createServer, type SimulatedServerOptions } from './opc-ua-server.ts';

const NAMESPACE = 'urn:machshop:load';

/** An OPC UA server of counters that all change at the same time. */
export interface LoadServer {
  readonly endpointUrl: string;
  /** The node below which the counters are. */
  readonly root: string;
  /** Changes made since {@link LoadServer.run} began. */
  readonly changes: () => number;
  /** Sessions and subscriptions that clients have made since the start. */
  readonly made: () => { readonly sessions: number; readonly subscriptions: number };
  /** Counts for so long; resolves at the end. */
  run(seconds: number): Promise<void>;
  stop(): Promise<void>;
}

/** How much there is to count. */
export interface LoadOptions extends SimulatedServerOptions {
  readonly items: number;
  readonly intervalMs: number;
  /** So many of the items, the last ones, never change. */
  readonly stillItems?: number;
}

/** Starts a server of `items` counters; each counts once in `intervalMs`. */
export async function startLoadServer(options: LoadOptions): Promise<LoadServer> {
  const { server } = await createServer(options);
  const { addressSpace } = server.engine;
  if (!addressSpace) throw new Error('the server has no address space');
  const namespace = addressSpace.registerNamespace(NAMESPACE);
  const root = namespace.addObject({
    browseName: 'Load',
    nodeId: 's=Load',
    organizedBy: addressSpace.rootFolder.objects,
  });
  const variables: UAVariable[] = Array.from({ length: options.items }, (_, index) =>
    namespace.addVariable({
      browseName: `Item${index}`,
      nodeId: `s=Item${index}`,
      componentOf: root,
      dataType: 'Double',
      minimumSamplingInterval: 0,
    }),
  );
  let changes = 0;
  const count = (value: number, counters: readonly UAVariable[]) => {
    const at = new Date();
    for (const variable of counters)
      variable.setValueFromSource({ dataType: DataType.Double, value }, StatusCodes.Good, at);
    changes += counters.length;
  };
  count(0, variables);
  const moving = variables.slice(0, options.items - (options.stillItems ?? 0));
  await server.start();
  return {
    endpointUrl: `opc.tcp://${options.hostname ?? '127.0.0.1'}:${options.port}`,
    root: `nsu=${NAMESPACE};s=Load`,
    changes: () => changes,
    made: () => ({
      sessions: server.engine.cumulatedSessionCount,
      subscriptions: server.engine.cumulatedSubscriptionCount,
    }),
    run: async (seconds) => {
      changes = 0;
      const started = performance.now();
      for (let turn = 1; turn <= (seconds * 1000) / options.intervalMs; turn++) {
        await sleep(started + turn * options.intervalMs - performance.now());
        count(turn, moving);
      }
    },
    stop: async () => {
      await server.shutdown(0);
      server.dispose();
    },
  };
}

/** How fast to publish. */
export interface FloodOptions {
  readonly url: string;
  readonly topics: readonly string[];
  readonly qos: 0 | 1;
  readonly messages: number;
  /** Left out: as fast as the broker takes them. */
  readonly perSecond?: number;
}

const FLOOD_CHUNK = 100;

/** Publishes `{"value":<number>,"time":<ms>}`, the number counting up, topic after topic. */
export async function floodMqtt({ url, topics, qos, messages, perSecond }: FloodOptions): Promise<void> {
  const client = await connectAsync(url, { clientId: `flood-${process.pid}` });
  const started = performance.now();
  for (let sent = 0; sent < messages; sent += FLOOD_CHUNK) {
    const chunk = Array.from({ length: Math.min(FLOOD_CHUNK, messages - sent) }, (_, index) => {
      const value = sent + index;
      const topic = topics[value % topics.length] as string;
      return client.publishAsync(topic, `{"value":${value},"time":${Date.now()}}`, { qos });
    });
    await Promise.all(chunk);
    if (perSecond !== undefined)
      await sleep(started + ((sent + FLOOD_CHUNK) * 1000) / perSecond - performance.now());
  }
  await client.endAsync();
}
