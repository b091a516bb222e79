import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { OPCUACertificateManager } from 'node-opcua-certificate-manager';
import { MessageSecurityMode, OPCUAClient, SecurityPolicy } from 'node-opcua-client';
import type { OpcUaSourceConfig } from '../../config/opc-ua.ts';

/** The agent's certificate store for OPC UA and its own certificate in it. */
export interface Pki {
  readonly manager: OPCUACertificateManager;
  readonly applicationUri: string;
  readonly certificateFile: string;
  readonly privateKeyFile: string;
}

const VALID_DAYS = 365 * 10;

/** The application URI, which stands in the certificate as well: servers compare the two. */
export const applicationUri = (collector: string): string =>
  `urn:${hostname()}:machshop:collector:${collector}`;

/**
 * Opens the store (`own`, `trusted`, `rejected`, `issuers` below the folder). Key and certificate are made at
 * first use; a plant with its own authority puts its certificate in place of the made one.
 */
export async function openPki(folder: string, collector: string): Promise<Pki> {
  await mkdir(folder, { recursive: true });
  const manager = new OPCUACertificateManager({
    rootFolder: folder,
    automaticallyAcceptUnknownCertificate: false,
    disableFileWatchers: true,
  });
  await manager.initialize();
  const uri = applicationUri(collector);
  const certificateFile = join(folder, 'own', 'certs', `collector-${collector}.pem`);
  const exists = await readFile(certificateFile).then(
    () => true,
    () => false,
  );
  if (!exists) {
    await manager.createSelfSignedCertificate({
      applicationUri: uri,
      subject: `/CN=MachShop collector ${collector}/O=MachShop`,
      dns: [hostname()],
      startDate: new Date(),
      validity: VALID_DAYS,
      outputFile: certificateFile,
    });
  }
  return { manager, applicationUri: uri, certificateFile, privateKeyFile: manager.privateKey };
}

export const thumbprint = (certificate: Uint8Array): string =>
  createHash('sha1').update(certificate).digest('hex');

async function readPins(file: string): Promise<Record<string, string>> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}

/** The certificate that an endpoint shows, asked for without security. */
async function shownCertificate(config: OpcUaSourceConfig, pki: Pki): Promise<Buffer | null> {
  const client = OPCUAClient.create({
    applicationName: 'MachShop collector',
    securityMode: MessageSecurityMode.None,
    securityPolicy: SecurityPolicy.None,
    endpointMustExist: false,
    connectionStrategy: { maxRetry: 0 },
    clientCertificateManager: pki.manager,
    certificateFile: pki.certificateFile,
    privateKeyFile: pki.privateKeyFile,
    applicationUri: pki.applicationUri,
  });
  await client.connect(config.endpoint);
  try {
    const endpoints = await client.getEndpoints();
    return endpoints.find(({ serverCertificate }) => serverCertificate?.length)?.serverCertificate ?? null;
  } finally {
    await client.disconnect();
  }
}

/**
 * Trust on first use: the first certificate that an endpoint shows is trusted and its thumbprint kept in
 * `first-use.json`. When another one comes later nothing is done here: it is rejected until somebody approves it.
 */
export async function trustFirstUse(config: OpcUaSourceConfig, pki: Pki): Promise<string | null> {
  const file = join(config.pkiFolder, 'first-use.json');
  const pins = await readPins(file);
  if (pins[config.endpoint] !== undefined) return null;
  const certificate = await shownCertificate(config, pki);
  if (!certificate) return null;
  await pki.manager.trustCertificate(certificate);
  const print = thumbprint(certificate);
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify({ ...pins, [config.endpoint]: print }, null, 2)}\n`);
  await rename(draft, file);
  return print;
}
