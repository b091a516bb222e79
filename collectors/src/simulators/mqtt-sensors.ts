import { connectAsync, type IClientOptions, type MqttClient } from 'mqtt';
import { type Clock, systemClock } from '../clock.ts';
import { encodeSparkplug, type UMetric } from '../sources/mqtt/sparkplug-codec.ts';
import { randomFrom } from './random.ts';

/** Simulated sensors at a real broker. */
export interface SensorsOptions {
  readonly url: string;
  /** Cells with temperature, humidity, pressure and particle sensors: `sensors/environment/<cell>/<parameter>`. */
  readonly cells: readonly string[];
  /** Sparkplug B edge nodes of group `group`, each with a device `compressor`. */
  readonly group?: string;
  readonly nodes?: readonly string[];
  readonly intervalMs?: number;
  readonly seed?: number;
  readonly clock?: Clock;
  readonly mqtt?: IClientOptions;
}

interface Parameter {
  readonly name: string;
  readonly unit: string;
  readonly middle: number;
  readonly spread: number;
  readonly digits: number;
}

const PARAMETERS: readonly Parameter[] = [
  { name: 'temperature', unit: '°C', middle: 21.5, spread: 1.5, digits: 2 },
  { name: 'humidity', unit: '%', middle: 45, spread: 8, digits: 1 },
  { name: 'pressure', unit: 'hPa', middle: 1013, spread: 6, digits: 1 },
  { name: 'particles', unit: '1/m3', middle: 12_000, spread: 6000, digits: 0 },
];

/** A walk around a middle value: never far from it, never jumping. */
function walk({ middle, spread }: Parameter, random: () => number): () => number {
  let value = middle;
  return () => {
    value += (middle - value) * 0.02 + spread * 0.1 * (random() - 0.5);
    return value;
  };
}

/** Environment sensors that publish plain JSON, and Sparkplug B edge nodes. */
export class MqttSensors {
  readonly #timers: NodeJS.Timeout[] = [];
  readonly #clients: MqttClient[] = [];
  readonly #options: SensorsOptions;

  private constructor(options: SensorsOptions) {
    this.#options = options;
  }

  static async start(options: SensorsOptions): Promise<MqttSensors> {
    const sensors = new MqttSensors(options);
    await sensors.#environment();
    for (const [index, node] of (options.nodes ?? []).entries()) await sensors.#sparkplug(node, index);
    return sensors;
  }

  #every(work: () => void): void {
    work();
    this.#timers.push(setInterval(work, this.#options.intervalMs ?? 1000));
  }

  async #connect(options: IClientOptions): Promise<MqttClient> {
    const client = await connectAsync(this.#options.url, { ...this.#options.mqtt, ...options });
    client.on('error', () => undefined);
    this.#clients.push(client);
    return client;
  }

  async #environment(): Promise<void> {
    const { cells, seed = 1, clock = systemClock } = this.#options;
    const client = await this.#connect({ clientId: `sensors-${seed}` });
    const random = randomFrom(seed);
    const walks = cells.flatMap((cell) =>
      PARAMETERS.map((parameter) => ({ cell, parameter, next: walk(parameter, random) })),
    );
    this.#every(() => {
      const timestamp = new Date(clock.now()).toISOString();
      for (const { cell, parameter, next } of walks) {
        // the number is written with the digits of the sensor: 21.50
        const payload = `{"sensor_id":"ENV-${cell}-${parameter.name}","value":${next().toFixed(parameter.digits)},"unit":"${parameter.unit}","timestamp":"${timestamp}"}`;
        client.publish(`sensors/environment/${cell}/${parameter.name}`, payload, { qos: 1 });
      }
    });
  }

  async #sparkplug(name: string, index: number): Promise<void> {
    const { group = 'plant', seed = 1, clock = systemClock } = this.#options;
    const node = new SparkplugNode(group, name, randomFrom(seed + 1000 + index), clock);
    const client = await this.#connect({
      clientId: `sparkplug-${group}-${name}`,
      will: { topic: node.topic('NDEATH'), payload: node.death(), qos: 1, retain: false },
    });
    client.on('message', () => node.birth(client));
    await client.subscribeAsync(`spBv1.0/${group}/NCMD/${name}`, { qos: 1 });
    node.birth(client);
    client.on('connect', () => node.birth(client));
    this.#every(() => node.data(client));
  }

  /** Ends with a clean disconnect, or (`cut`) as if the power had gone: then the broker publishes the wills. */
  async stop(cut = false): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    await Promise.all(
      this.#clients.map((client) => {
        if (!cut) return client.endAsync();
        client.options.reconnectPeriod = 0;
        client.stream.destroy();
        return client.endAsync(true);
      }),
    );
  }
}

const DEVICE = 'compressor';
const BD_SEQ = 0;

/** A Sparkplug B edge node with one device. */
class SparkplugNode {
  readonly #group: string;
  readonly #name: string;
  readonly #random: () => number;
  readonly #clock: Clock;
  #seq = 0;
  #starts = 0;

  constructor(group: string, name: string, random: () => number, clock: Clock) {
    this.#group = group;
    this.#name = name;
    this.#random = random;
    this.#clock = clock;
  }

  topic(type: string, device = ''): string {
    return `spBv1.0/${this.#group}/${type}/${this.#name}${device ? `/${device}` : ''}`;
  }

  death(): Buffer {
    return this.#encode([{ name: 'bdSeq', type: 'UInt64', value: BD_SEQ }], null);
  }

  birth(client: MqttClient): void {
    this.#seq = 0;
    const control: UMetric[] = [
      { name: 'bdSeq', type: 'UInt64', value: BD_SEQ },
      { name: 'Node Control/Rebirth', type: 'Boolean', value: false },
      { name: 'Uptime', alias: 1, type: 'UInt32', value: this.#starts },
    ];
    client.publish(this.topic('NBIRTH'), this.#encode(control), { qos: 0 });
    const names = ['', 'Pressure', 'Flow', 'Running'];
    const device = this.#metrics().map((metric) => ({
      ...metric,
      name: names[Number(metric.alias) - 1] ?? '',
    }));
    client.publish(this.topic('DBIRTH', DEVICE), this.#encode(device), { qos: 0 });
  }

  data(client: MqttClient): void {
    this.#starts++;
    client.publish(this.topic('DDATA', DEVICE), this.#encode(this.#metrics()), { qos: 0 });
  }

  #metrics(): UMetric[] {
    const timestamp = this.#clock.now();
    return [
      { alias: 2, type: 'Float', value: 7.2 + 0.2 * this.#random(), timestamp },
      { alias: 3, type: 'Double', value: 118 + 8 * this.#random(), timestamp },
      { alias: 4, type: 'Boolean', value: this.#random() > 0.02, timestamp },
    ];
  }

  #encode(metrics: UMetric[], seq: number | null = this.#seq++ % 256): Buffer {
    return encodeSparkplug({ timestamp: this.#clock.now(), metrics, ...(seq === null ? {} : { seq }) });
  }
}
