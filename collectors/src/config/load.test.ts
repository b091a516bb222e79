import { describe, expect, it } from 'vitest';
import { ConfigError, parseConfig, withPathsFrom } from './load.ts';

const problemsOf = (text: string): readonly string[] => {
  try {
    parseConfig(text, 'edge.yaml');
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
};

const HEAD = `
collector: { id: edge-1, tenant: acme, site: pune }
nats: { servers: ['nats://127.0.0.1:4222'] }
buffer: { path: buffer.db, maxBytes: 512 MiB }
`;

describe('the configuration file', () => {
  it('takes YAML and fills in what was left out', () => {
    const config = parseConfig(`${HEAD}
sources:
  - name: environment
    type: mqtt
    url: mqtts://broker:8883
    subscriptions:
      - topic: sensors/environment/{cell}/{parameter}
        equipment: { area: environment, workCenter: '{cell}', equipment: '{cell}' }
        tag: '{parameter}'
`);
    expect(config.buffer).toMatchObject({ maxBytes: 512 * 2 ** 20, synchronous: 'full', keepSentDays: 7 });
    expect(config.nats.stream.name).toBe('MES_TELEMETRY');
    expect(config.sources[0]).toMatchObject({ version: '5', backoff: { initialMs: 500, maxMs: 30_000 } });
  });

  it('takes JSON', () => {
    const config = parseConfig(
      '{"collector":{"id":"e","tenant":"t","site":"s"},"nats":{"servers":["n"]},"buffer":{"path":"b.db"}}',
    );
    expect(config.sources).toEqual([]);
  });

  it('names the field and the rule of every fault', () => {
    const problems = problemsOf(`
collector: { id: 'edge 1', tenant: acme, site: pune }
nats: { servers: [] }
buffer: { path: ':memory:', maxBytes: lots }
sources:
  - { name: a, type: mqtt, url: 'http://x', subscriptions: [{ topic: 'a/#', equipment: { area: a, workCenter: b }, tag: t }] }
  - { name: a, type: opc-ua, endpoint: 'opc.tcp://plc:4840', equipment: { area: a, workCenter: b, equipment: c } , tags: [{ tag: x, nodeId: nope }], typo: 1 }
`);
    expect(problems).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^collector\.id: is not a subject token/),
        expect.stringMatching(/^nats\.servers: /),
        'buffer.path: must be a file',
        'buffer.maxBytes: is not a size such as 1048576 or "2 GiB"',
        expect.stringMatching(/^sources\[0\]\.url: is not a broker address/),
        expect.stringMatching(/^sources\[0\]\.subscriptions\[0\]\.topic: names no level/),
        expect.stringMatching(/^sources\[0\]\.subscriptions\[0\]\.equipment\.equipment: /),
        expect.stringMatching(/^sources\[1\]\.tags\[0\]\.nodeId: is not a node id/),
        expect.stringMatching(/^sources\[1\]: .*typo/),
      ]),
    );
  });

  it('names the line of a fault in the YAML', () => {
    expect(problemsOf('collector: {\n  id: [')[0]).toMatch(/^line \d+, column \d+: /);
  });

  it('refuses a template that names what the topic does not give', () => {
    const source = `{ name: a, type: mqtt, url: 'mqtt://b', subscriptions: [{ topic: 'x/{cell}', equipment: { area: a, workCenter: '{line}', equipment: '{cell}' }, tag: '{parameter}' }] }`;
    expect(problemsOf(`${HEAD}\nsources: [${source}]`)).toEqual([
      'sources[0].subscriptions[0].equipment.workCenter: names {line}, but there is {cell} to name',
      'sources[0].subscriptions[0].tag: names {parameter}, but there is {cell} to name',
    ]);
  });

  it('refuses two sources of one name', () => {
    const one = `{ name: a, type: replay, path: x, equipment: { area: a, workCenter: b, equipment: c } }`;
    expect(problemsOf(`${HEAD}\nsources: [${one}, ${one}]`)).toEqual([
      'sources[1].name: is also the name of sources[0]',
    ]);
  });

  it('fills in what it names of the environment, and says what the environment does not have', () => {
    const named = (name: string) => `\${${name}}`;
    const text = HEAD.replace('acme', () => `'${named('TENANT')}'`).replace(
      '127.0.0.1:4222',
      () => `edge:${named('SECRET')}@nats:4222/$${named('AS_IT_IS')}`,
    );
    const env = { TENANT: 'acme', SECRET: `$&${named('x')}` };
    const config = parseConfig(text, 'edge.yaml', env);
    expect(config.collector.tenant).toBe('acme');
    expect(config.nats.servers).toEqual([`nats://edge:${env.SECRET}@nats:4222/${named('AS_IT_IS')}`]);
    expect(problemsOf(text)).toEqual([
      `collector.tenant: names ${named('TENANT')}, which the environment does not have`,
      `nats.servers[0]: names ${named('SECRET')}, which the environment does not have`,
    ]);
  });

  it('wants an OPC UA server to say that it is there before the session ends', () => {
    const source = `{ name: a, type: opc-ua, endpoint: 'opc.tcp://plc:4840', equipment: { area: a, workCenter: b, equipment: c }, discover: { root: 's=x' }, publishingIntervalMs: 4000, sessionTimeoutMs: 6000 }`;
    expect(problemsOf(`${HEAD}\nsources: [${source}]`)).toEqual([
      'sources[0]: publishingIntervalMs is above half of sessionTimeoutMs',
    ]);
  });

  it('reads paths from the folder of the file', () => {
    const config = withPathsFrom(parseConfig(HEAD), '/etc/machshop');
    expect(config.buffer.path).toBe('/etc/machshop/buffer.db');
    expect(config.nats.servers).toEqual(['nats://127.0.0.1:4222']);
  });
});
