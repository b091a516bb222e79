import { get } from 'sparkplug-payload';

type Codec = NonNullable<ReturnType<typeof get>>;

/** A metric as the library encodes it. */
export type UMetric = NonNullable<NonNullable<Parameters<Codec['encodePayload']>[0]['metrics']>[number]>;

/** Encodes a Sparkplug B payload. */
export function encodeSparkplug(payload: Parameters<Codec['encodePayload']>[0]): Buffer {
  const codec = get('spBv1.0');
  if (!codec) throw new Error('the Sparkplug B codec is missing');
  return Buffer.from(codec.encodePayload(payload));
}

/** The command that asks an edge node to publish its births again. */
export const encodeRebirth = (now: number): Buffer =>
  encodeSparkplug({
    timestamp: now,
    metrics: [{ name: 'Node Control/Rebirth', type: 'Boolean', value: true, timestamp: now }],
  });
