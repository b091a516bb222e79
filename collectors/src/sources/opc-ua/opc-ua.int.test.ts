import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OPCUACertificateManager } from 'node-opcua-certificate-manager';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AgentConfigInput } from '../../config/schema.ts';
import { MACHINE_NODES } from '../../simulators/cell-nodes.ts';
import { MachiningCell } from '../../simulators/machining-cell.ts';
import { Harness } from '../../testing/harness.ts';
import { freePort } from '../../testing/nats-server.ts';
import { readStream, until } from '../../testing/stream-reader.ts';

type OpcUaInput = Extract<NonNullable<AgentConfigInput['sources']>[number], { type: 'opc-ua' }>;

const MACHINE = 'M1';
let harness: Harness;
let port: number;

beforeEach(async () => {
  harness = await Harness.start();
  port = await freePort();
});
afterEach(() => harness.end());

async function startCell(pki = 'server-pki', more: object = {}): Promise<MachiningCell> {
  const pkiFolder = harness.path(pki);
  mkdirSync(pkiFolder, { recursive: true });
  return MachiningCell.start({ port, machines: [MACHINE], pkiFolder, stepMs: 50, timeScale: 20, ...more });
}

const source = (more: Partial<OpcUaInput> = {}): OpcUaInput => ({
  name: 'cell',
  type: 'opc-ua',
  endpoint: `opc.tcp://127.0.0.1:${port}`,
  equipment: { area: 'machining', workCenter: 'wc-10', equipment: MACHINE },
  pkiFolder: harness.path('pki'),
  trust: 'first-use',
  publishingIntervalMs: 50,
  samplingIntervalMs: 0,
  sessionTimeoutMs: 10_000,
  connectTimeoutMs: 10_000,
  discover: { root: `nsu=urn:machshop:simulator;s=${MACHINE}` },
  rules: [{ tags: 'State', kind: 'state' }],
  ...more,
});

const health = (agent: ReturnType<Harness['startAgent']>) => agent.health().sources[0];

async function streamReadings() {
  const connection = await harness.nats.connect();
  try {
    return (await readStream(connection)).flatMap(({ data }) =>
      data.readings.map((reading) => ({ ...reading, kind: data.kind })),
    );
  } finally {
    await connection.close();
  }
}

/** Moves what was rejected to what is trusted, as somebody who approves a server does. */
function approve(): void {
  const rejected = harness.path('pki/servers/cell/rejected');
  for (const name of readdirSync(rejected))
    renameSync(join(rejected, name), join(harness.path('pki/servers/cell/trusted/certs'), name));
}

describe('an OPC UA source', { timeout: 60_000 }, () => {
  it('finds the tags of a machine and brings their values, with times and quality, signed and encrypted', async () => {
    const cell = await startCell();
    harness.later(() => cell.stop());
    const agent = harness.startAgent(harness.config([source()]));
    await until(() => (health(agent)?.readings ?? 0) > 200, 20_000, 'readings come');
    expect(health(agent)).toMatchObject({ connected: true, detail: '12 tags' });
    await harness.stopAgent();
    const readings = await streamReadings();
    expect(new Set(readings.map(({ tag }) => tag))).toEqual(new Set(MACHINE_NODES.map(({ path }) => path)));
    expect(readings.filter(({ tag }) => tag === 'State').every(({ kind }) => kind === 'event')).toBe(true);
    const now = Date.now();
    for (const { sourceTime, serverTime, quality } of readings) {
      expect(Math.abs(now - Date.parse(sourceTime))).toBeLessThan(60_000);
      expect(serverTime).toBeDefined();
      expect(quality).toBe('GOOD');
    }
  });

  it('refuses a server that nobody approved, says what to do, and connects once that is done', async () => {
    const cell = await startCell();
    harness.later(() => cell.stop());
    const agent = harness.startAgent(harness.config([source({ trust: 'approved' })]));
    await until(
      () => /not trusted.*rejected.*trusted\/certs/.test(health(agent)?.detail ?? ''),
      20_000,
      'the refusal is told',
    );
    expect(health(agent)).toMatchObject({ connected: false, readings: 0 });
    approve();
    await until(() => (health(agent)?.readings ?? 0) > 20, 20_000, 'readings come');
  });

  it('goes on by itself when the server was away', async () => {
    let cell = await startCell();
    harness.later(() => cell.stop());
    const agent = harness.startAgent(harness.config([source()]));
    await until(() => (health(agent)?.readings ?? 0) > 50, 20_000, 'readings come');
    await cell.stop();
    await until(() => health(agent)?.connected === false, 20_000, 'the loss is noticed');
    cell = await startCell();
    const before = health(agent)?.readings ?? 0;
    await until(
      () => health(agent)?.connected === true && (health(agent)?.readings ?? 0) > before + 50,
      40_000,
      'readings come again',
    );
  });

  it('does not follow a server that comes back with another certificate until somebody approves it', async () => {
    let cell = await startCell();
    harness.later(() => cell.stop());
    const agent = harness.startAgent(harness.config([source()]));
    await until(() => (health(agent)?.readings ?? 0) > 50, 20_000, 'readings come');
    await cell.stop();
    cell = await startCell('another-pki');
    await until(
      () => /not trusted/.test(health(agent)?.detail ?? ''),
      40_000,
      'the other certificate is refused',
    );
    // it says where the certificate lies and what to do with it
    const folder = harness.path('pki/servers/cell');
    expect(health(agent)?.detail).toContain(`it lies in ${folder}/rejected`);
    expect(health(agent)?.detail).toContain(`move it to ${folder}/trusted/certs`);
    const before = health(agent)?.readings ?? 0;
    const faults = health(agent)?.faults ?? 0;
    await until(() => (health(agent)?.faults ?? 0) >= faults + 3, 30_000, 'it is refused at every try');
    expect(health(agent)?.readings).toBe(before);
    approve();
    await until(() => (health(agent)?.readings ?? 0) > before + 50, 30_000, 'readings come again');
    await harness.stopAgent();
    const states = (await streamReadings()).filter(({ tag }) => tag === 'Program');
    const qualities = states.map(({ quality }) => quality);
    // once a loss, however often it was tried; and the present value when it is over
    expect(qualities.filter((quality) => quality === 'BAD')).toHaveLength(1);
    expect(qualities.at(-1)).toBe('GOOD');
  });

  it('keeps its identity when the host gets another name, and takes the certificate that is put in its place', async () => {
    const cell = await startCell();
    harness.later(() => cell.stop());
    const folder = harness.path('pki');
    const own = new OPCUACertificateManager({ rootFolder: folder, disableFileWatchers: true });
    await own.initialize();
    mkdirSync(join(folder, 'own/certs'), { recursive: true });
    await own.createSelfSignedCertificate({
      applicationUri: 'urn:another-host:agent',
      subject: '/CN=agent',
      dns: ['another-host'],
      startDate: new Date(Date.now() - 60_000),
      validity: 30,
      outputFile: join(folder, 'own/certs/collector-edge-test.pem'),
    });
    await own.dispose();
    const agent = harness.startAgent(harness.config([source()]));
    await until(() => (health(agent)?.readings ?? 0) > 20, 20_000, 'readings come');
    expect(cell.clients()).toContain('urn:another-host:agent');
  });

  it('leaves the dead-band to the server', async () => {
    const cell = await startCell();
    harness.later(() => cell.stop());
    const nodeId = `nsu=urn:machshop:simulator;s=${MACHINE}.Spindle.Speed`;
    const { discover: _, ...rest } = source();
    const agent = harness.startAgent(
      harness.config([
        {
          ...rest,
          tags: [
            { tag: 'all', nodeId },
            { tag: 'absolute', nodeId, deadband: { type: 'absolute', value: 500 } },
            { tag: 'percent', nodeId, deadband: { type: 'percent', value: 10 } },
          ],
        },
      ]),
    );
    await until(() => (health(agent)?.readings ?? 0) > 60, 20_000, 'readings come');
    expect(health(agent)).toMatchObject({ detail: '3 tags' });
    await harness.stopAgent();
    const readings = await streamReadings();
    const of = (wanted: string) =>
      readings.filter(({ tag }) => tag === wanted).map(({ value }) => Number(value));
    const steps = (values: readonly number[]) =>
      values.slice(1).map((value, index) => Math.abs(value - (values[index] as number)));
    expect(of('absolute').length).toBeGreaterThan(1);
    expect(of('absolute').length).toBeLessThan(of('all').length);
    expect(Math.min(...steps(of('absolute')))).toBeGreaterThan(500);
    // of the range of the spindle, 0 to 15,000
    expect(Math.min(...steps(of('percent')))).toBeGreaterThan(1500);
  });

  it('logs in by name and password, and says so when they are wrong', async () => {
    const cell = await startCell('server-pki', { users: { mes: 'right' }, anonymous: false });
    harness.later(() => cell.stop());
    const passwordFile = harness.path('password');
    writeFileSync(passwordFile, 'wrong\n');
    const agent = harness.startAgent(
      harness.config([source({ identity: { type: 'user', userName: 'mes', passwordFile } })]),
    );
    await until(
      () => /Bad(UserAccessDenied|IdentityToken)/.test(health(agent)?.detail ?? ''),
      20_000,
      'the refusal is told',
    );
    writeFileSync(passwordFile, 'right\n');
    await until(() => (health(agent)?.readings ?? 0) > 20, 20_000, 'readings come');
  });

  it('logs in by certificate', async () => {
    const cell = await startCell('server-pki', { anonymous: false });
    harness.later(() => cell.stop());
    const manager = new OPCUACertificateManager({
      rootFolder: harness.path('user'),
      disableFileWatchers: true,
    });
    await manager.initialize();
    const certFile = harness.path('user.pem');
    await manager.createSelfSignedCertificate({
      applicationUri: 'urn:user',
      subject: '/CN=mes',
      dns: [],
      startDate: new Date(Date.now() - 60_000),
      validity: 30,
      outputFile: certFile,
    });
    harness.later(() => manager.dispose());
    const identity = { type: 'certificate', certFile, keyFile: manager.privateKey } as const;
    const agent = harness.startAgent(harness.config([source({ identity })]));
    await until(() => (health(agent)?.readings ?? 0) > 20, 20_000, 'readings come');
  });

  it('connects several sources of one folder at once, each with its own trust', async () => {
    const cell = await startCell();
    harness.later(() => cell.stop());
    const names = ['a', 'b', 'c', 'd'];
    const agent = harness.startAgent(harness.config(names.map((name) => source({ name }))));
    await until(
      () => agent.health().sources.every(({ connected }) => connected),
      20_000,
      'all are connected',
    );
    for (const name of names)
      expect(readdirSync(harness.path(`pki/servers/${name}/trusted/certs`))).toHaveLength(1);
  });

  it('collects what the server has and counts the tags that it does not have', async () => {
    const cell = await startCell();
    harness.later(() => cell.stop());
    const tags = [
      { tag: 'speed', nodeId: `nsu=urn:machshop:simulator;s=${MACHINE}.Spindle.Speed` },
      { tag: 'nothing', nodeId: 'ns=1;s=Nothing' },
    ];
    const { discover: _, ...rest } = source();
    const agent = harness.startAgent(harness.config([{ ...rest, tags }]));
    await until(() => (health(agent)?.readings ?? 0) > 5, 20_000, 'readings come');
    expect(health(agent)).toMatchObject({ connected: true, detail: '2 tags, 1 refused' });
  });
});
