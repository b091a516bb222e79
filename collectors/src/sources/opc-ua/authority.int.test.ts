import { mkdirSync } from 'node:fs';
import { hostname } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AgentConfigInput } from '../../config/schema.ts';
import { MachiningCell } from '../../simulators/machining-cell.ts';
import { Authority } from '../../testing/authority.ts';
import { Harness } from '../../testing/harness.ts';
import { freePort } from '../../testing/nats-server.ts';
import { until } from '../../testing/stream-reader.ts';

type OpcUaInput = Extract<NonNullable<AgentConfigInput['sources']>[number], { type: 'opc-ua' }>;

let harness: Harness;
let authority: Authority;
let endpoint: string;
let serial: string;
beforeEach(async () => {
  harness = await Harness.start();
  authority = await Authority.make('plant');
  const own = harness.path('server-pki/server/own');
  serial = await authority.issue(`urn:${hostname()}:NodeOPCUA-Server`, {
    certFile: `${own}/certs/certificate.pem`,
    keyFile: `${own}/private/private_key.pem`,
  });
  const port = await freePort();
  mkdirSync(harness.path('server-pki'), { recursive: true });
  const cell = await MachiningCell.start({
    port,
    machines: ['M1'],
    pkiFolder: harness.path('server-pki'),
    stepMs: 50,
    timeScale: 20,
  });
  harness.later(() => cell.stop());
  endpoint = `opc.tcp://127.0.0.1:${port}`;
});
afterEach(() => harness.end());

const source = (more: Partial<OpcUaInput> = {}): OpcUaInput => ({
  name: 'cell',
  type: 'opc-ua',
  endpoint,
  equipment: { area: 'machining', workCenter: 'wc-10', equipment: 'M1' },
  pkiFolder: harness.path('pki'),
  publishingIntervalMs: 50,
  samplingIntervalMs: 0,
  discover: { root: 'nsu=urn:machshop:simulator;s=M1' },
  ...more,
});
const servers = (file: string) => harness.path(`pki/servers/cell/${file}`);

describe('an OPC UA server with a certificate of the plant’s authority', { timeout: 60_000 }, () => {
  it('is trusted with its authority, and the health says step by step what is missing', async () => {
    const agent = harness.startAgent(harness.config([source()]));
    const health = () => agent.health().sources[0];
    const says = (text: RegExp) => until(() => text.test(health()?.detail ?? ''), 20_000, String(text));
    await says(/its issuer is not known: put the issuer's certificate into .*issuers\/certs/);
    authority.writeCertificate(servers('issuers/certs/plant.pem'));
    await says(/revocation list is missing: put it into .*issuers\/crl/);
    await authority.writeRevocationList(servers('issuers/crl/plant.crl'));
    await says(/to approve it, move it to .*trusted\/certs/);
    expect(health()?.readings).toBe(0);
    authority.writeCertificate(servers('trusted/certs/plant.pem'));
    await until(() => (health()?.readings ?? 0) > 20, 20_000, 'readings come');
  });

  it('is refused when the authority has revoked its certificate', async () => {
    authority.writeCertificate(servers('issuers/certs/plant.pem'));
    authority.writeCertificate(servers('trusted/certs/plant.pem'));
    await authority.writeRevocationList(servers('issuers/crl/plant.crl'), [serial]);
    const agent = harness.startAgent(harness.config([source()]));
    const health = () => agent.health().sources[0];
    await until(() => /has revoked it/.test(health()?.detail ?? ''), 20_000, 'it is told');
    expect(health()?.readings).toBe(0);
  });

  it('is taken without a revocation list where the configuration says so', async () => {
    authority.writeCertificate(servers('issuers/certs/plant.pem'));
    authority.writeCertificate(servers('trusted/certs/plant.pem'));
    const agent = harness.startAgent(harness.config([source({ revocation: 'if-listed' })]));
    await until(() => (agent.health().sources[0]?.readings ?? 0) > 20, 20_000, 'readings come');
  });
});
