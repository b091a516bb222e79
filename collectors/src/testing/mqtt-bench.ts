import { connectAsync, type MqttClient } from 'mqtt';
import type { EdgeAgent } from '../agent.ts';
import type { AgentConfigInput } from '../config/schema.ts';
import { Broker } from '../simulators/broker.ts';
import { Harness } from './harness.ts';
import { freePort } from './nats-server.ts';
import { readStream } from './stream-reader.ts';

export type SourceInput = NonNullable<AgentConfigInput['sources']>[number];
export type MqttInput = Extract<SourceInput, { type: 'mqtt' }>;

/** The time of the first reading that a bench publishes. */
export const START = Date.parse('2026-01-01T00:00:00Z');

/** A broker, somebody who publishes to it, and an agent to collect from it. */
export class MqttBench {
  readonly harness: Harness;
  readonly broker: Broker;
  readonly publisher: MqttClient;
  #published = 0;

  private constructor(harness: Harness, broker: Broker, publisher: MqttClient) {
    this.harness = harness;
    this.broker = broker;
    this.publisher = publisher;
  }

  static async start(): Promise<MqttBench> {
    const harness = await Harness.start();
    const broker = await Broker.start({ port: await freePort() });
    const publisher = await connectAsync(broker.url, { clientId: 'publisher', reconnectPeriod: 50 });
    harness.later(() => broker.stop());
    harness.later(() => publisher.endAsync(true));
    return new MqttBench(harness, broker, publisher);
  }

  /** The source that collects from the broker: `env/<cell>/<parameter>`, a value and its time. */
  source(more: Partial<MqttInput> = {}): MqttInput {
    return {
      name: 'environment',
      type: 'mqtt',
      url: this.broker.url,
      version: '3.1.1',
      subscriptions: [
        {
          topic: 'env/{cell}/{parameter}',
          equipment: { area: 'environment', workCenter: '{cell}', equipment: '{cell}' },
          tag: '{parameter}',
          payload: { type: 'json', value: 'value', time: 'time' },
        },
      ],
      ...more,
    };
  }

  /** The same topics, where the payload is nothing but the value. */
  plainSource(more: Partial<MqttInput> = {}): MqttInput {
    const source = this.source(more);
    const [subscription] = source.subscriptions as [NonNullable<MqttInput['subscriptions']>[number]];
    return { ...source, subscriptions: [{ ...subscription, payload: { type: 'plain' } }] };
  }

  /** Publishes a value with its time: a millisecond after that of the one before, where none is given. */
  async publish(
    value: unknown,
    more: { topic?: string; retain?: boolean; time?: number } = {},
  ): Promise<void> {
    const time = new Date(more.time ?? START + ++this.#published).toISOString();
    await this.publisher.publishAsync(more.topic ?? 'env/c1/temperature', JSON.stringify({ value, time }), {
      qos: 1,
      retain: more.retain ?? false,
    });
  }

  async publishPlain(payload: string | Buffer, topic = 'env/c1/temperature'): Promise<void> {
    await this.publisher.publishAsync(topic, payload, { qos: 1 });
  }

  /** Every reading in the stream, in its order; none while the stream is not there. */
  async streamed() {
    const connection = await this.harness.nats.connect();
    try {
      return (await readStream(connection)).flatMap(({ data }) =>
        data.readings.map((reading) => ({ ...reading, equipment: data.equipment, kind: data.kind })),
      );
    } catch (error) {
      if ((error as Error).message.includes('stream not found')) return [];
      throw error;
    } finally {
      await connection.close();
    }
  }
}

/** Whether a source of the agent is connected. */
export const connected =
  (agent: EdgeAgent, index = 0) =>
  (): boolean =>
    agent.health().sources[index]?.connected === true;
