import type { SourceHealth } from '../source-slot.ts';

/** The edge buffer's state. */
export interface BufferHealth {
  /** The life of the buffer file. */
  readonly id: string;
  readonly unsentReadings: number;
  /** In memory, not on disk yet. */
  readonly pendingReadings: number;
  readonly usedBytes: number;
  readonly maxBytes: number;
  readonly diskFull: boolean;
  /** Since the agent started. */
  readonly droppedReadings: number;
  readonly refusedBatches: number;
  readonly rejectedMessages: number;
}

/** A source's state with what of it waits in the buffer. */
export interface SourceState extends SourceHealth {
  readonly unsentReadings: number;
  /** Age of the oldest batch that waits. */
  readonly lagSeconds: number;
}

/** How the agent is doing. `degraded`: it collects, but something needs a look. */
export interface AgentHealth {
  readonly status: 'ok' | 'degraded' | 'stopped';
  readonly problems: readonly string[];
  readonly nats: { readonly connected: boolean; readonly detail: string };
  readonly buffer: BufferHealth;
  readonly sources: readonly SourceState[];
}

/** Puts the parts together and names what needs a look. */
export function healthOf(
  nats: AgentHealth['nats'],
  buffer: BufferHealth,
  sources: readonly SourceState[],
  stopped: boolean,
): AgentHealth {
  const problems = [
    ...(nats.connected ? [] : [`stream: ${nats.detail}`]),
    ...(buffer.diskFull ? ['buffer: the disk takes nothing'] : []),
    ...(buffer.droppedReadings > 0 ? [`buffer: ${buffer.droppedReadings} readings were dropped`] : []),
    ...(buffer.refusedBatches > 0 ? [`buffer: the stream refused ${buffer.refusedBatches} batches`] : []),
    ...sources
      .filter(({ connected, detail }) => !connected && detail !== 'finished')
      .map(({ name, detail }) => `${name}: ${detail}`),
  ];
  const status = stopped ? 'stopped' : problems.length === 0 ? 'ok' : 'degraded';
  return { status, problems, nats, buffer, sources };
}
