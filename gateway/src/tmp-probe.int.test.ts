import { test } from 'vitest';
import { startLiveWorld } from './testing/live-world.ts';
import { EventLog } from './subscriptions/stream/event-log.ts';
test('probe', async () => {
  const w = await startLiveWorld();
  for (let i = 0; i < 50; i++) await w.change('o1', i);
  const log = new EventLog({ bus: w.bus, logger: console as never, onEvent: () => {}, onReset: () => {} });
  let t = performance.now();
  await log.start();
  console.log('start', performance.now() - t, log.position);
  t = performance.now();
  console.log(await log.sequenceAt(new Date(Date.now() - 3600_000)), performance.now() - t);
  t = performance.now();
  console.log((await log.next(3, 'mes.*.orders.>'))?.sequence, await log.next(3, 'mes.*.auth.>'), performance.now() - t);
  await log.close();
  await w.close();
});
