import { createHash, X509Certificate } from 'node:crypto';
import { access, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { OPCUACertificateManager } from 'node-opcua-certificate-manager';
import { MessageSecurityMode, OPCUAClient, SecurityPolicy } from 'node-opcua-client';
import type { OpcUaSourceConfig } from '../../config/opc-ua.ts';

/** The agent's own certificate for OPC UA: one for all its sources. */
export interface OwnCertificate {
  readonly applicationUri: string;
  readonly certificateFile: string;
  readonly privateKeyFile: string;
}

/** Own certificate and the servers that one source trusts. */
export interface Pki extends OwnCertificate {
  /** `trusted/certs`, `rejected`, `issuers/certs` and their CRLs lie below. */
  readonly folder: string;
  readonly manager: OPCUACertificateManager;
}

const VALID_DAYS = 365 * 10;

/** The application URI of a certificate that is made here: servers compare it with what the client says. */
const newApplicationUri = (collector: string): string => `urn:${hostname()}:machshop:collector:${collector}`;

/** The URI in a certificate: it stays when the host gets another name, as a container does. */
function applicationUriOf(certificate: Buffer): string | null {
  const names = new X509Certificate(certificate).subjectAltName?.split(', ') ?? [];
  return names.find((name) => name.startsWith('URI:'))?.slice('URI:'.length) ?? null;
}

/** Where the certificates of a source's servers lie. */
export const trustFolder = ({ pkiFolder, name }: OpcUaSourceConfig): string =>
  join(pkiFolder, 'servers', name);

type Verify = OPCUACertificateManager['verifyCertificate'];

/** The library asks for the revocation list of every issuer, which not every plant's authority has. */
class Certificates extends OPCUACertificateManager {
  readonly #ignoreMissingRevocationList: boolean;

  constructor(folder: string, revocation: OpcUaSourceConfig['revocation']) {
    super({
      rootFolder: folder,
      automaticallyAcceptUnknownCertificate: false,
      // a new manager reads the folder anew at every connection
      disableFileWatchers: true,
    });
    this.#ignoreMissingRevocationList = revocation === 'if-listed';
  }

  override verifyCertificate(...[certificate, options]: Parameters<Verify>): ReturnType<Verify> {
    const ignoreMissingRevocationList = this.#ignoreMissingRevocationList;
    return super.verifyCertificate(certificate, { ...options, ignoreMissingRevocationList });
  }
}

async function openManager(
  folder: string,
  revocation: OpcUaSourceConfig['revocation'] = 'required',
): Promise<OPCUACertificateManager> {
  await mkdir(folder, { recursive: true });
  const manager = new Certificates(folder, revocation);
  await manager.initialize();
  return manager;
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

async function makeOwn(folder: string, collector: string): Promise<OwnCertificate> {
  const certificateFile = join(folder, 'own', 'certs', `collector-${collector}.pem`);
  const privateKeyFile = join(folder, 'own', 'private', 'private_key.pem');
  if (!(await exists(certificateFile)) || !(await exists(privateKeyFile))) {
    const manager = await openManager(folder);
    await manager.createSelfSignedCertificate({
      applicationUri: newApplicationUri(collector),
      subject: `/CN=MachShop collector ${collector}/O=MachShop`,
      dns: [hostname()],
      startDate: new Date(),
      validity: VALID_DAYS,
      outputFile: certificateFile,
    });
    await manager.dispose();
  }
  const uri = applicationUriOf(await readFile(certificateFile));
  if (uri === null) throw new Error(`${certificateFile} names no application URI (subjectAltName, URI)`);
  return { applicationUri: uri, certificateFile, privateKeyFile };
}

/** Made once for all sources of this process that start at the same time. */
const making = new Map<string, Promise<OwnCertificate>>();

function ownCertificate(folder: string, collector: string): Promise<OwnCertificate> {
  const before = making.get(folder) ?? Promise.resolve();
  const own = before.then(
    () => makeOwn(folder, collector),
    () => makeOwn(folder, collector),
  );
  making.set(folder, own);
  return own;
}

/**
 * Opens the certificates of a source. Own key and certificate are made at first use; a plant with its own authority
 * puts its certificate in place of the made one. Each source has a folder of servers of its own: a certificate that
 * is approved for one machine is not by that approved for another.
 */
export async function openPki(config: OpcUaSourceConfig, collector: string): Promise<Pki> {
  const own = await ownCertificate(config.pkiFolder, collector);
  const folder = trustFolder(config);
  return { ...own, folder, manager: await openManager(folder, config.revocation) };
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
async function shownCertificate({ endpoint }: OpcUaSourceConfig, pki: Pki): Promise<Buffer | null> {
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
  await client.connect(endpoint);
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
 * Returns the thumbprint when this was the first use.
 */
export async function trustFirstUse(config: OpcUaSourceConfig, pki: Pki): Promise<string | null> {
  const file = join(pki.folder, 'first-use.json');
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
