import { connectBus } from '@machshop/events';
import { createLogger } from '@machshop/telemetry';
import type { BenchPlant } from '../plant.ts';

const PER_MESSAGE = 500;
const READING_BYTES = 110;
const WINDOW = 128;

/** Readings a second that JetStream takes in messages as the edge agent sends them, with nobody to consume them. */
export async function jetStreamLimit({ plant }: BenchPlant, readings: number): Promise<number> {
  const bus = await connectBus({ url: plant.natsUrl, name: 'bench', log: createLogger('bench', 'error') });
  const stream = `BENCH_${process.pid}`;
  await bus.manager.streams.add({ name: stream, subjects: ['bench.limit.>'] });
  try {
    const payload = Buffer.alloc(PER_MESSAGE * READING_BYTES, 'x');
    const began = performance.now();
    for (let sent = 0; sent < readings; sent += PER_MESSAGE * WINDOW)
      await Promise.all(
        Array.from({ length: WINDOW }, () => bus.jetstream.publish('bench.limit.reading', payload)),
      );
    const sent = Math.ceil(readings / (PER_MESSAGE * WINDOW)) * PER_MESSAGE * WINDOW;
    return (sent / (performance.now() - began)) * 1_000;
  } finally {
    await bus.manager.streams.delete(stream);
    await bus.close();
  }
}

/** Rows a second that COPY writes into a table like that of the readings, with its key and no other rule. */
export async function copyLimit({ admin }: BenchPlant, readings: number): Promise<number> {
  await admin`create table if not exists public.bench_readings (time timestamptz(6), seq bigint, value double precision,
    tenant_id uuid, series integer, quality smallint, marks smallint, text text, primary key (series, time, seq))`;
  try {
    const tenant = '01900000-0000-7000-8000-000000000001';
    const start = Date.now();
    const began = performance.now();
    for (let from = 0; from < readings; from += PER_MESSAGE * 10) {
      const rows = Array.from({ length: PER_MESSAGE * 10 }, (_, index) => {
        const n = from + index;
        const time = new Date(start + Math.floor(n / 1_000) * 100).toISOString();
        return `${time}\t${n}\t${n % 97}\t${tenant}\t${n % 1_000}\t0\t1\t\\N\n`;
      });
      const writable = await admin`copy public.bench_readings from stdin`.writable();
      await new Promise<void>((resolve, reject) => {
        writable.once('error', reject).once('finish', () => resolve());
        writable.end(rows.join(''));
      });
    }
    return (readings / (performance.now() - began)) * 1_000;
  } finally {
    await admin`drop table public.bench_readings`;
  }
}
