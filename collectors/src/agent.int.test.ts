import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serveObservation } from './observe/http.ts';
import { connected, MqttBench, type SourceInput, START } from './testing/mqtt-bench.ts';
import { freePort } from './testing/nats-server.ts';
import { until } from './testing/stream-reader.ts';

let bench: MqttBench;
beforeEach(async () => {
  bench = await MqttBench.start();
});
afterEach(() => bench.harness.end());

describe('an edge agent', { timeout: 60_000 }, () => {
  it('runs the other sources when one cannot connect', async () => {
    const dead = bench.source({ name: 'dead', url: `mqtt://127.0.0.1:${await freePort()}` });
    const agent = bench.harness.startAgent(bench.harness.config([dead, bench.source()]));
    await until(connected(agent, 1), 10_000, 'the good one is connected');
    await bench.publish(1);
    await until(async () => (await bench.streamed()).length === 1, 10_000, 'its reading is sent');
    const health = agent.health();
    expect(health.status).toBe('degraded');
    expect(health.problems).toEqual([expect.stringMatching(/^dead: .*ECONNREFUSED/)]);
  });

  it('takes a retained message only when it is newer than what it has, also after a restart', async () => {
    await bench.publish(1, { retain: true, time: START });
    let agent = bench.harness.startAgent(bench.harness.config([bench.source({ cleanSession: true })]));
    await until(
      async () => connected(agent)() && (await bench.streamed()).length === 1,
      10_000,
      'the retained one is taken once',
    );
    await bench.publish(2, { retain: true, time: START + 1000 });
    await until(async () => (await bench.streamed()).length === 2, 10_000, 'the live one is taken');
    await bench.harness.stopAgent();
    agent = bench.harness.startAgent(bench.harness.config([bench.source({ cleanSession: true })]));
    await until(connected(agent), 10_000, 'the source is connected');
    await bench.publish(3, { time: START + 2000 });
    await until(async () => (await bench.streamed()).length >= 3, 10_000, 'the next one is taken');
    expect((await bench.streamed()).map(({ value }) => value)).toEqual([1, 2, 3]);
  });

  it('takes a changed configuration: unchanged sources keep running, others start and stop', async () => {
    const config = bench.harness.config([
      bench.source(),
      bench.source({ name: 'leaving', clientId: 'leaving' }),
    ]);
    const agent = bench.harness.startAgent(config);
    await until(() => connected(agent)() && connected(agent, 1)(), 10_000, 'both are connected');
    const logged = bench.harness.log.length;
    const result = await agent.reload(
      bench.harness.config([bench.source(), bench.source({ name: 'coming', clientId: 'coming' })]),
    );
    expect(result).toEqual({
      started: ['coming'],
      stopped: ['leaving'],
      kept: ['environment'],
      needsRestart: [],
    });
    await until(connected(agent, 1), 10_000, 'the new one is connected');
    expect(agent.health().sources.map(({ name }) => name)).toEqual(['environment', 'coming']);
    const about = bench.harness.log.slice(logged).filter((line) => line.includes('"source":"environment"'));
    expect(about).toEqual([]);
    const moved = bench.harness.config([bench.source()], { path: bench.harness.path('other.db') });
    expect((await agent.reload(moved)).needsRestart).toEqual(['buffer']);
  });

  it('serves health and metrics of each source', async () => {
    const agent = bench.harness.startAgent(bench.harness.config([bench.source()]));
    const http = await serveObservation({ host: '127.0.0.1', port: await freePort() }, agent);
    bench.harness.later(() => http.close());
    await until(connected(agent), 10_000, 'the source is connected');
    await bench.publish(1);
    await until(async () => (await bench.streamed()).length === 1, 10_000, 'the reading is sent');
    const get = async (path: string) => (await fetch(`http://127.0.0.1:${http.port}${path}`)).text();
    expect(JSON.parse(await get('/health'))).toMatchObject({
      status: 'ok',
      sources: [{ name: 'environment', connected: true, readings: 1 }],
    });
    const metrics = await get('/metrics');
    expect(metrics).toContain('machshop_collector_readings_total{source="environment"} 1');
    expect(metrics).toContain('machshop_collector_source_connected{source="environment"} 1');
    expect(metrics).toContain('machshop_collector_unsent_readings{source="environment"} 0');
    expect(metrics).toContain('machshop_collector_nats_connected 1');
  });

  it('plays a recording as fast as it can, and goes on where it was after a restart', async () => {
    const lines = Array.from(
      { length: 3000 },
      (_, i) => `${new Date(START + i).toISOString()}|Feed_Rate|${i}.500`,
    );
    writeFileSync(bench.harness.path('Box-OP1-Hurco02-01of20.txt'), `${lines.join('\n')}\n2017`);
    const replay: SourceInput = {
      name: 'recorded',
      type: 'replay',
      path: bench.harness.folder,
      fileName: '{part}-{operation}-{machine}-{piece}of{total}.txt',
      equipment: { area: 'machining', workCenter: 'mill', equipment: '{machine}' },
      speed: 'max',
    };
    bench.harness.startAgent(bench.harness.config([{ ...replay, speed: 1 }]));
    await until(async () => (await bench.streamed()).length > 20, 20_000, 'it plays');
    await bench.harness.stopAgent();
    const agent = bench.harness.startAgent(bench.harness.config([replay]));
    await until(() => agent.health().sources[0]?.detail === 'finished', 20_000, 'it is at the end');
    await until(() => agent.health().buffer.unsentReadings === 0, 20_000, 'all is sent');
    const all = await bench.streamed();
    expect(all.map(({ value }) => value)).toEqual(lines.map((_, i) => i + 0.5));
    expect(all.every(({ equipment }) => equipment === 'Hurco02')).toBe(true);
    expect(agent.health().buffer.rejectedMessages).toBe(1);
  });
});
