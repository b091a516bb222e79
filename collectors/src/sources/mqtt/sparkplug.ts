import { isoTime } from '../../clock.ts';
import type { SparkplugOptions } from '../../config/mqtt.ts';
import type { LocatedReading } from '../../reading.ts';
import { fill, fillEquipment } from '../template.ts';
import { decodeSparkplug, type SparkplugMetric, type SparkplugPayload } from './sparkplug-payload.ts';

/** An edge node by group and name. */
export interface NodeName {
  readonly group: string;
  readonly node: string;
}

/** What a Sparkplug message brings. */
export interface SparkplugResult {
  readonly readings: readonly LocatedReading[];
  /** The readings are the state of a node or device that is born. */
  readonly isBirth: boolean;
  /** The node to be asked for its births again. */
  readonly rebirth: NodeName | null;
  /** What is not as it should be. */
  readonly problems: readonly string[];
  /** Why the message means nothing at all; null when it does. */
  readonly poison: string | null;
}

interface KnownMetric {
  readonly device: string | null;
  readonly name: string;
  readonly type: number | null;
}

interface NodeState {
  born: boolean;
  bdSeq: string | null;
  /** The last sequence number; null after a gap, until the next birth. */
  seq: number | null;
  readonly aliases: Map<string, KnownMetric>;
  readonly metrics: Map<string, KnownMetric>;
}

interface Topic extends NodeName {
  readonly type: string;
  readonly device: string | null;
}

const TOPIC = /^spBv1\.0\/([^/]+)\/(NBIRTH|NDATA|NDEATH|DBIRTH|DDATA|DDEATH)\/([^/]+)(?:\/([^/]+))?$/;
const NO_READING = /^(bdSeq|Node Control\/.*|Device Control\/.*)$/;
const NOTHING: SparkplugResult = { readings: [], isBirth: false, rebirth: null, problems: [], poison: null };

export const isSparkplug = (topic: string): boolean => topic.startsWith('spBv1.0/');

function parseTopic(topic: string): Topic | null {
  const match = TOPIC.exec(topic);
  if (!match) return null;
  const [, group, type, node, device] = match as unknown as [
    string,
    string,
    string,
    string,
    string | undefined,
  ];
  if (type.startsWith('D') !== (device !== undefined)) return null;
  return { group, node, type, device: device ?? null };
}

/**
 * Follows Sparkplug B edge nodes: births give names, types and aliases; data is counted by sequence number; a
 * death makes every tag of node or device BAD. Data of a node whose birth was not seen, an unknown alias and a
 * gap in the sequence ask for a rebirth. Holds state but does no I/O.
 */
export class SparkplugDecoder {
  readonly #options: SparkplugOptions;
  readonly #nodes = new Map<string, NodeState>();

  constructor(options: SparkplugOptions) {
    this.#options = options;
  }

  take(topic: string, payload: Uint8Array, arrivedAt: number): SparkplugResult {
    const at = parseTopic(topic);
    if (!at) return NOTHING;
    let decoded: SparkplugPayload;
    try {
      decoded = decodeSparkplug(payload);
    } catch (error) {
      return { ...NOTHING, poison: `is no Sparkplug payload: ${(error as Error).message}` };
    }
    const state = this.#state(at);
    switch (at.type) {
      case 'NBIRTH':
        return this.#nodeBirth(state, at, decoded, arrivedAt);
      case 'NDEATH':
        return this.#nodeDeath(state, at, decoded, arrivedAt);
      case 'DDEATH':
        return this.#counted(state, at, decoded, this.#dead(state, at, at.device, decoded, arrivedAt));
      default:
        return this.#data(state, at, decoded, arrivedAt);
    }
  }

  #state({ group, node }: NodeName): NodeState {
    const key = `${group}/${node}`;
    let state = this.#nodes.get(key);
    if (!state) {
      state = { born: false, bdSeq: null, seq: null, aliases: new Map(), metrics: new Map() };
      this.#nodes.set(key, state);
    }
    return state;
  }

  #nodeBirth(state: NodeState, at: Topic, payload: SparkplugPayload, arrivedAt: number): SparkplugResult {
    const bdSeq = payload.metrics.find(({ name }) => name === 'bdSeq');
    state.born = true;
    state.bdSeq = bdSeq ? String(bdSeq.value(8)?.value ?? '') : null;
    state.seq = payload.seq;
    state.aliases.clear();
    state.metrics.clear();
    return { ...NOTHING, ...this.#readings(state, at, payload, arrivedAt), isBirth: true };
  }

  /** An old will may arrive after the node is born again: its bdSeq is not the birth's. */
  #nodeDeath(state: NodeState, at: Topic, payload: SparkplugPayload, arrivedAt: number): SparkplugResult {
    const bdSeq = payload.metrics.find(({ name }) => name === 'bdSeq');
    const told = bdSeq ? String(bdSeq.value(8)?.value ?? '') : null;
    if (!state.born || (told !== null && state.bdSeq !== null && told !== state.bdSeq)) return NOTHING;
    const readings = [...new Set([...state.metrics.values()].map(({ device }) => device))].flatMap((device) =>
      // the will was written when the node connected: its death is now
      this.#dead(state, at, device, { ...payload, sourceTime: null }, arrivedAt),
    );
    state.born = false;
    return { ...NOTHING, readings };
  }

  #dead(
    state: NodeState,
    at: Topic,
    device: string | null,
    payload: SparkplugPayload,
    arrivedAt: number,
  ): LocatedReading[] {
    const sourceTime = payload.sourceTime ?? isoTime(arrivedAt);
    return [...state.metrics.values()]
      .filter((metric) => metric.device === device)
      .map((metric) => ({ ...this.#place(at, metric), sourceTime, value: null, quality: 'BAD' as const }));
  }

  #data(state: NodeState, at: Topic, payload: SparkplugPayload, arrivedAt: number): SparkplugResult {
    const { readings, problems } = this.#readings(state, at, payload, arrivedAt);
    const counted = this.#counted(state, at, payload, readings);
    const unknown = problems.length > 0;
    return {
      ...counted,
      isBirth: at.type === 'DBIRTH',
      rebirth: counted.rebirth ?? (unknown ? at : null),
      problems: [...counted.problems, ...problems],
    };
  }

  #counted(
    state: NodeState,
    at: Topic,
    { seq }: SparkplugPayload,
    readings: readonly LocatedReading[],
  ): SparkplugResult {
    if (!state.born)
      return { ...NOTHING, readings, rebirth: at, problems: ['data of a node whose birth was not seen'] };
    const expected = state.seq === null ? null : (state.seq + 1) % 256;
    if (expected !== null && seq === expected) {
      state.seq = seq;
      return { ...NOTHING, readings };
    }
    // numbers go on from here, but what was between is gone until the rebirth tells the values anew
    state.seq = seq;
    return {
      ...NOTHING,
      readings,
      rebirth: at,
      problems: [`sequence ${seq} where ${expected} was expected`],
    };
  }

  #readings(
    state: NodeState,
    at: Topic,
    payload: SparkplugPayload,
    arrivedAt: number,
  ): { readings: LocatedReading[]; problems: string[] } {
    const readings: LocatedReading[] = [];
    const problems: string[] = [];
    const isBirth = at.type.endsWith('BIRTH');
    for (const metric of payload.metrics) {
      const known = this.#known(state, at, metric, isBirth);
      if (!known) {
        problems.push(`alias ${metric.alias} is in no birth`);
        continue;
      }
      const value = metric.value(metric.type ?? known.type);
      if (value === null || NO_READING.test(known.name)) continue;
      const sourceTime = metric.sourceTime ?? payload.sourceTime ?? isoTime(arrivedAt);
      const historical = metric.isHistorical ? { historical: true } : {};
      readings.push({
        ...this.#place(at, known),
        sourceTime,
        ...value,
        quality: metric.quality,
        ...historical,
      });
    }
    return { readings, problems };
  }

  #known(state: NodeState, { device }: Topic, metric: SparkplugMetric, isBirth: boolean): KnownMetric | null {
    if (metric.name === null) return metric.alias === null ? null : (state.aliases.get(metric.alias) ?? null);
    const key = `${device ?? ''}/${metric.name}`;
    const before = state.metrics.get(key);
    if (before && !isBirth) return before;
    const known = { device, name: metric.name, type: metric.type };
    if (NO_READING.test(metric.name)) return known;
    state.metrics.set(key, known);
    if (metric.alias !== null) state.aliases.set(metric.alias, known);
    return known;
  }

  #place({ group, node }: NodeName, { device, name }: KnownMetric): Pick<LocatedReading, 'at' | 'tag'> {
    const variables = { group, node, device: device ?? node, metric: name };
    return {
      at: fillEquipment(this.#options.equipment, variables),
      tag: fill(this.#options.tag, variables).slice(0, 256),
    };
  }
}
