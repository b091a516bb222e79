import { MAX_BATCH_READINGS, subjectToken, TELEMETRY_STREAM } from '@machshop/schema/events/telemetry.ts';
import { z } from 'zod';
import { byteSize, millis, tlsFiles } from './common.ts';
import { mqttSource } from './mqtt.ts';
import { opcUaSource } from './opc-ua.ts';
import { replaySource } from './replay.ts';

const nats = z.strictObject({
  servers: z.array(z.string().min(1)).min(1).max(32),
  username: z.string().optional(),
  passwordFile: z.string().optional(),
  tokenFile: z.string().optional(),
  /** A NATS credentials file (JWT and seed). */
  credentialsFile: z.string().optional(),
  tls: tlsFiles.optional(),
  stream: z
    .strictObject({
      name: z
        .string()
        .regex(/^[A-Za-z0-9_-]+$/, 'is not a stream name')
        .default(TELEMETRY_STREAM),
      /** Make the stream when it is not there. */
      create: z.boolean().default(true),
      maxAgeHours: z
        .number()
        .positive()
        .max(24 * 365)
        .default(24),
      maxBytes: byteSize.default(4 * 2 ** 30),
      /** How long the server knows ids again: longer than an acknowledgement can be on its way. */
      duplicateWindowSeconds: z.int().min(1).max(86_400).default(600),
      replicas: z.int().min(1).max(5).default(1),
    })
    .prefault({}),
  /** Batches on their way without an acknowledgement. */
  window: z.int().min(1).max(4096).default(128),
  ackTimeoutMs: millis(100, 120_000).default(5000),
});

const buffer = z.strictObject({
  /** The SQLite file; `:memory:` is refused: the buffer is what survives. */
  path: z
    .string()
    .min(1)
    .refine((path) => !path.includes(':memory:'), 'must be a file'),
  maxBytes: byteSize.default(2 * 2 ** 30),
  /** `full`: a power cut loses nothing that was buffered. `normal`: a kill loses nothing, a power cut may. */
  synchronous: z.enum(['full', 'normal']).default('full'),
  /** Readings are written together, at the latest after this time. */
  commitIntervalMs: millis(1, 10_000).default(100),
  maxBatchReadings: z.int().min(1).max(MAX_BATCH_READINGS).default(500),
  /** Readings in memory while the disk takes none; beyond, the oldest telemetry goes. */
  maxPendingReadings: z.int().min(1000).max(10_000_000).default(100_000),
  keepSentDays: z.number().min(0).max(366).default(7),
  /** Disk held in reserve, given up to make room on a full disk. */
  reserveBytes: byteSize.default(8 * 2 ** 20),
});
export type BufferConfig = z.infer<typeof buffer>;

export const source = z.discriminatedUnion('type', [mqttSource, opcUaSource, replaySource]);
export type SourceConfig = z.infer<typeof source>;

/** The configuration of an edge agent. */
export const agentConfig = z
  .strictObject({
    collector: z.strictObject({ id: subjectToken, tenant: subjectToken, site: subjectToken }),
    nats,
    buffer,
    /** Health and metrics over HTTP; left out, there is no listener. */
    http: z
      .strictObject({ host: z.string().default('127.0.0.1'), port: z.int().min(0).max(65_535) })
      .optional(),
    sources: z.array(source).max(1000).default([]),
  })
  .superRefine(({ sources }, context) => {
    const seen = new Map<string, number>();
    sources.forEach(({ name }, index) => {
      const before = seen.get(name);
      if (before !== undefined) {
        context.addIssue({
          code: 'custom',
          path: ['sources', index, 'name'],
          message: `is also the name of sources[${before}]`,
        });
      }
      seen.set(name, index);
    });
  });
export type AgentConfig = z.infer<typeof agentConfig>;
/** What may be written: defaults left out. */
export type AgentConfigInput = z.input<typeof agentConfig>;
export type NatsConfig = AgentConfig['nats'];
