import { TELEMETRY_STREAM, type TelemetryEvent, telemetryEvent } from '@machshop/schema/events/telemetry.ts';
import type { NatsConnection } from 'nats';

/** Everything that the telemetry stream holds, checked against its schema, in order. */
export async function readStream(connection: NatsConnection): Promise<TelemetryEvent[]> {
  const manager = await connection.jetstreamManager();
  const { state } = await manager.streams.info(TELEMETRY_STREAM);
  const events: TelemetryEvent[] = [];
  if (state.messages === 0) return events;
  const consumer = await connection.jetstream().consumers.get(TELEMETRY_STREAM);
  for (let left = state.messages; left > 0; ) {
    for await (const message of await consumer.fetch({ max_messages: Math.min(left, 500), expires: 5000 })) {
      events.push(telemetryEvent.parse(message.json()));
      left--;
    }
  }
  return events;
}

/** Waits until a condition holds, asking every 50 ms. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  ms: number,
  what: string,
): Promise<void> {
  const end = performance.now() + ms;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`not within ${ms} ms: ${what}`);
    await new Promise((done) => setTimeout(done, 50));
  }
}
