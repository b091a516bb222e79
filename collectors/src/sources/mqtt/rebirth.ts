import { get } from 'sparkplug-payload';

/** The command that asks a Sparkplug edge node to publish its births again. */
export function encodeRebirth(now: number): Buffer {
  const codec = get('spBv1.0');
  if (!codec) throw new Error('the Sparkplug B codec is missing');
  const metrics = [{ name: 'Node Control/Rebirth', type: 'Boolean' as const, value: true, timestamp: now }];
  return Buffer.from(codec.encodePayload({ timestamp: now, metrics }));
}
