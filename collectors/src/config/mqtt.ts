import { z } from 'zod';
import { checkNames, equipmentTemplate, equipmentTemplates, millis, sourceBase, tlsFiles } from './common.ts';

const levelName = /^\{[A-Za-z][A-Za-z0-9]*\}$/;
const lastLevels = /^\{[A-Za-z][A-Za-z0-9]*\*\}$/;

/** A topic with named levels: `{cell}` is MQTT's `+`, `{rest*}` at the end its `#`. */
export const topicTemplate = z
  .string()
  .min(1)
  .superRefine((topic, context) => {
    const levels = topic.split('/');
    levels.forEach((level, index) => {
      const fault =
        level === '#' || level === '+'
          ? 'names no level: write {name} for "+" and {name*} for "#"'
          : lastLevels.test(level) && index < levels.length - 1
            ? `has ${level} before its end`
            : /[{}#+]/.test(level) && !levelName.test(level) && !lastLevels.test(level)
              ? `has the level "${level}", which is neither a text nor {name}`
              : null;
      if (fault) context.addIssue({ code: 'custom', message: fault });
    });
  });

const subscription = z
  .strictObject({
    topic: topicTemplate,
    qos: z.union([z.literal(0), z.literal(1), z.literal(2)]).default(1),
    equipment: equipmentTemplate,
    /** The tag's name, from the topic's levels: `environment.{parameter}`. */
    tag: z.string().min(1).max(256),
    /**
     * `plain`: the payload is the value. `json`: `value`, `time` and `quality` are paths in it (`a.b.0`), or
     * `fields` names values of one object, each a tag of its own (`<tag>.<field>`); `*` is every plain field.
     */
    payload: z
      .discriminatedUnion('type', [
        z.strictObject({ type: z.literal('plain') }),
        z.strictObject({
          type: z.literal('json'),
          value: z.string().optional(),
          fields: z.union([z.literal('*'), z.array(z.string().min(1)).min(1)]).optional(),
          time: z.string().optional(),
          quality: z.string().optional(),
        }),
      ])
      .default({ type: 'json' }),
    /**
     * What the broker kept from before: `newer` takes it when its time is later than the last reading of its
     * tag (without a time in the payload it is old news and left out), `always`, `never`.
     */
    retained: z.enum(['newer', 'always', 'never']).default('newer'),
  })
  .superRefine((given, context) => {
    const names = [...given.topic.matchAll(/\{([A-Za-z][A-Za-z0-9]*)\*?\}/g)].map(
      ([, name]) => name as string,
    );
    checkNames(context, names, [...equipmentTemplates(given.equipment), { path: ['tag'], text: given.tag }]);
  });
export type MqttSubscription = z.infer<typeof subscription>;

const sparkplug = z
  .strictObject({
    /** Group ids to listen to; empty: all of them. */
    groups: z.array(z.string().regex(/^[^/#+]+$/, 'is not a Sparkplug group id')).default([]),
    /** May name {group}, {node} and {device} (the node's name where a metric is the node's own). */
    equipment: equipmentTemplate,
    /** May name {metric}, {group}, {node} and {device}. */
    tag: z.string().min(1).max(256).default('{metric}'),
    /** With an id the agent is a Sparkplug host application and publishes its STATE. */
    hostId: z
      .string()
      .regex(/^[^/#+]+$/, 'is not a Sparkplug host id')
      .optional(),
    /** A node is asked for a rebirth at most once in this time. */
    rebirthIntervalMs: millis(100, 3_600_000).default(10_000),
  })
  .superRefine((given, context) => {
    checkNames(
      context,
      ['group', 'node', 'device', 'metric'],
      [...equipmentTemplates(given.equipment), { path: ['tag'], text: given.tag }],
    );
  });
export type SparkplugOptions = z.infer<typeof sparkplug>;

export const mqttSource = z
  .strictObject({
    ...sourceBase,
    type: z.literal('mqtt'),
    url: z
      .string()
      .regex(/^(mqtts?|wss?):\/\/[^\s]+$/, 'is not a broker address such as mqtts://broker:8883'),
    version: z.enum(['3.1.1', '5']).default('5'),
    clientId: z.string().min(1).max(64).optional(),
    /** False: the broker keeps QoS 1 and 2 messages for us while we are away. */
    cleanSession: z.boolean().default(false),
    sessionExpirySeconds: z.number().int().min(0).max(4_294_967_295).default(86_400),
    username: z.string().optional(),
    passwordFile: z.string().optional(),
    tls: tlsFiles.optional(),
    keepAliveSeconds: z.number().int().min(1).max(65_535).default(30),
    connectTimeoutMs: millis(100, 600_000).default(10_000),
    subscriptions: z.array(subscription).max(1000).default([]),
    sparkplug: sparkplug.optional(),
  })
  .refine(
    (given) => given.subscriptions.length > 0 || given.sparkplug !== undefined,
    'has neither subscriptions nor sparkplug',
  )
  .refine(
    (given) => given.tls === undefined || /^(mqtts|wss):/.test(given.url),
    'has tls, but its url is not mqtts:// or wss://',
  );
export type MqttSourceConfig = z.infer<typeof mqttSource>;
