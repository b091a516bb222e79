import { z } from 'zod';
import { equipmentPath, millis, sourceBase } from './common.ts';

const nodeId = z
  .string()
  .regex(
    /^(nsu=[^;]+;|ns=\d+;)?[isgb]=.+$/,
    'is not a node id such as ns=2;s=Machine1.Temperature or nsu=urn:x;i=5',
  );

const opcDeadband = z.strictObject({ type: z.enum(['absolute', 'percent']), value: z.number().positive() });

const tag = z.strictObject({
  tag: z.string().min(1).max(256),
  nodeId,
  samplingIntervalMs: z.number().min(-1).max(86_400_000).optional(),
  queueSize: z.int().min(1).max(1_000_000).optional(),
  /** The server's own dead-band (percent needs an AnalogItem with a range). */
  deadband: opcDeadband.optional(),
});
export type OpcUaTag = z.infer<typeof tag>;

const discover = z.strictObject({
  /** Every variable below this node becomes a tag, named by its path of browse names: `Spindle.Speed`. */
  root: nodeId,
  /** Globs over tags: at least one of `include` and none of `exclude`. */
  include: z.array(z.string()).default(['*']),
  exclude: z.array(z.string()).default([]),
  maxDepth: z.int().min(1).max(20).default(8),
  maxTags: z.int().min(1).max(100_000).default(5000),
});
export type OpcUaDiscover = z.infer<typeof discover>;

const identity = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('anonymous') }),
  z.strictObject({ type: z.literal('user'), userName: z.string().min(1), passwordFile: z.string().min(1) }),
  z.strictObject({ type: z.literal('certificate'), certFile: z.string().min(1), keyFile: z.string().min(1) }),
]);

export const opcUaSource = z
  .strictObject({
    ...sourceBase,
    type: z.literal('opc-ua'),
    endpoint: z.string().regex(/^opc\.tcp:\/\/[^\s]+$/, 'is not an endpoint such as opc.tcp://plc:4840'),
    equipment: equipmentPath,
    security: z
      .strictObject({
        mode: z.enum(['None', 'Sign', 'SignAndEncrypt']).default('SignAndEncrypt'),
        policy: z
          .enum(['None', 'Basic256Sha256', 'Aes128_Sha256_RsaOaep', 'Aes256_Sha256_RsaPss'])
          .default('Basic256Sha256'),
      })
      .refine(
        (given) => (given.mode === 'None') === (given.policy === 'None'),
        'mode None and policy None go together',
      )
      .prefault({}),
    /**
     * Own certificate and key (made at first use) and, in `servers/<name>`, the certificates of this source's
     * servers, trusted and rejected.
     */
    pkiFolder: z.string().default('pki'),
    /**
     * `approved`: a server's certificate is trusted when it lies in `servers/<name>/trusted/certs`, or its
     * issuer's lies there. An issuer's certificate has to be known (here or in `issuers/certs`). `first-use`: the
     * first certificate of an endpoint is taken; another one later is not.
     */
    trust: z.enum(['approved', 'first-use']).default('approved'),
    /**
     * `required`: a certificate of an issuer whose revocation list is not in `issuers/crl` is refused. `if-listed`: it
     * is taken, and a list counts where there is one.
     */
    revocation: z.enum(['required', 'if-listed']).default('required'),
    identity: identity.default({ type: 'anonymous' }),
    publishingIntervalMs: millis(10, 3_600_000).default(500),
    samplingIntervalMs: z.number().min(-1).max(86_400_000).default(250),
    queueSize: z.int().min(1).max(1_000_000).default(100),
    /** `status-value-timestamp` also reports a value that came again with a later time. */
    trigger: z.enum(['status', 'status-value', 'status-value-timestamp']).default('status-value'),
    sessionTimeoutMs: millis(1000, 3_600_000).default(60_000),
    connectTimeoutMs: millis(100, 600_000).default(15_000),
    tags: z.array(tag).max(100_000).default([]),
    discover: discover.optional(),
  })
  .refine(
    (given) => 2 * given.publishingIntervalMs <= given.sessionTimeoutMs,
    'publishingIntervalMs is above half of sessionTimeoutMs',
  )
  .refine((given) => given.tags.length > 0 || given.discover !== undefined, 'has neither tags nor discover')
  .refine(
    (given) => new Set(given.tags.map((one) => one.tag)).size === given.tags.length,
    'has two tags of the same name',
  );
export type OpcUaSourceConfig = z.infer<typeof opcUaSource>;
