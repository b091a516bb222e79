/** How many readings a second the subgraph takes in: `node subgraphs/iot/src/bench/ingest.ts [readings] [per batch]`. */
import { admin, batch, id, makeSensor, reading, sayEquipment } from '../testing.ts';
import { postgresCpuMs, startBenchPlant, stopBenchPlant, untilTakenIn } from './plant.ts';

const READINGS = Number(process.argv[2] ?? 400_000);
const PER_BATCH = Number(process.argv[3] ?? 500);
const MACHINES = 10;
const TAGS = 100;

const plant = await startBenchPlant();
for (let machine = 0; machine < MACHINES; machine++) {
  await sayEquipment(plant, id(1 + machine), `M-${machine}`);
  for (let tag = 0; tag < TAGS; tag++) {
    const sensor = await makeSensor(plant, id(1 + machine), `tag-${tag}`, { validMax: '99' });
    if (tag % 10 === 0) {
      const rule = { sensorId: sensor, name: 'hot', condition: 'ABOVE', high: '99', severity: 'WARNING' };
      await plant.run(
        'iot',
        admin,
        'mutation ($input: ConfigureAlertRuleInput!) { configureAlertRule(input: $input) { errors { code } } }',
        { input: rule },
      );
    }
  }
}
const running = plant.running.get('iot');
// the stream first, so that publishing does not count
await running?.idle();
const start = Date.now() - 60_000;
const made: { subject: string; text: string }[] = [];
for (let at = 0; at < READINGS; at += PER_BATCH) {
  const machine = (at / PER_BATCH) % MACHINES;
  const readings = Array.from({ length: PER_BATCH }, (_, index) => {
    const n = at + index;
    const time = new Date(start + Math.floor(n / (MACHINES * TAGS)) * 100);
    return reading(`tag-${n % TAGS}`, time, Math.round(Math.sin(n) * 10_000) / 100, n + 1);
  });
  made.push(batch({ equipment: `M-${machine}`, readings }));
}
const postgres = await postgresCpuMs(plant);
const cpu = process.cpuUsage();
const began = performance.now();
for (let at = 0; at < made.length; at += 64)
  await Promise.all(
    made.slice(at, at + 64).map(({ subject, text }) => plant.bus.jetstream.publish(subject, text)),
  );
const published = performance.now() - began;
await untilTakenIn(plant);
const ms = performance.now() - began;
const used = process.cpuUsage(cpu);
const postgresMs = (await postgresCpuMs(plant)) - postgres;
const [stored] = await plant.admin<{ rows: string }[]>`select count(*) as rows from iot.readings`;
process.stdout.write(
  `${JSON.stringify({
    readings: READINGS,
    perBatch: PER_BATCH,
    stored: Number(stored?.rows),
    publishedMs: Math.round(published),
    ms: Math.round(ms),
    perSecond: Math.round((READINGS / ms) * 1000),
    nodeCpuMsPer1000: Math.round(((used.user + used.system) / READINGS) * 100) / 100,
    postgresCpuMsPer1000: Math.round((postgresMs / READINGS) * 100_000) / 100,
  })}\n`,
);
await stopBenchPlant(plant);
