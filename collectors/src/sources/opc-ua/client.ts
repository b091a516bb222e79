import { readFile } from 'node:fs/promises';
import {
  type ClientSession,
  MessageSecurityMode,
  OPCUAClient,
  SecurityPolicy,
  setErrorLogger,
  setWarningLogger,
  type UserIdentityInfo,
  UserTokenType,
} from 'node-opcua-client';
import { convertPEMtoDER } from 'node-opcua-crypto';
import type { OpcUaSourceConfig } from '../../config/opc-ua.ts';
import type { SourceContext } from '../source.ts';
import { openPki, type Pki, trustFirstUse, trustFolder } from './pki.ts';

/** What a connection needs of a source's context. */
export type ConnectionContext = Pick<SourceContext, 'log' | 'signal' | 'state'>;

/** A session with a server, and what ends it. */
export interface OpcUaConnection {
  readonly client: OPCUAClient;
  readonly session: ClientSession;
  close(): Promise<void>;
}

async function identityOf({ identity }: OpcUaSourceConfig): Promise<UserIdentityInfo> {
  switch (identity.type) {
    case 'anonymous':
      return { type: UserTokenType.Anonymous };
    case 'user': {
      const password = (await readFile(identity.passwordFile, 'utf8')).trim();
      return { type: UserTokenType.UserName, userName: identity.userName, password };
    }
    case 'certificate':
      return {
        type: UserTokenType.Certificate,
        certificateData: convertPEMtoDER(await readFile(identity.certFile, 'latin1')),
        privateKey: await readFile(identity.keyFile, 'latin1'),
      };
  }
}

function createClient(config: OpcUaSourceConfig, pki: Pki): OPCUAClient {
  return OPCUAClient.create({
    applicationName: 'MachShop collector',
    applicationUri: pki.applicationUri,
    clientCertificateManager: pki.manager,
    certificateFile: pki.certificateFile,
    privateKeyFile: pki.privateKeyFile,
    securityMode: MessageSecurityMode[config.security.mode],
    securityPolicy: SecurityPolicy[config.security.policy],
    endpointMustExist: false,
    requestedSessionTimeout: config.sessionTimeoutMs,
    keepSessionAlive: true,
    keepPendingSessionsOnDisconnect: false,
    // tries for ever, so that a lost connection comes back with its session and subscription
    connectionStrategy: { maxRetry: -1, initialDelay: 500, maxDelay: 10_000, randomisationFactor: 0.5 },
  });
}

/** What is to be done about a refused certificate, by the status that says why. */
const REMEDIES: readonly (readonly [status: RegExp, remedy: (folder: string) => string])[] = [
  [
    /CertificateChainIncomplete/,
    (folder) => `its issuer is not known: put the issuer's certificate into ${folder}/issuers/certs`,
  ],
  [
    /RevocationUnknown/,
    (folder) => `its issuer's revocation list is missing: put it into ${folder}/issuers/crl`,
  ],
  [/Revoked/, () => 'its issuer has revoked it'],
  [/TimeInvalid/, () => 'it has expired, or is not valid yet'],
  [
    /Untrusted|certificate verification failed/i,
    (folder) => `it lies in ${folder}/rejected; to approve it, move it to ${folder}/trusted/certs`,
  ],
];

/** What a refused certificate means and what to do about it. */
function explained(error: Error, config: OpcUaSourceConfig): Error {
  if (!/certificate/i.test(error.message)) return error;
  const remedy = REMEDIES.find(([status]) => status.test(error.message))?.[1];
  if (!remedy) return error;
  return new Error(
    `the server's certificate is not trusted: ${remedy(trustFolder(config))} (${error.message})`,
  );
}

async function within<T>(ms: number, what: string, signal: AbortSignal, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  let stop: (() => void) | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${ms} ms`)), ms);
    stop = () => reject(new Error('stopped'));
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
    if (stop) signal.removeEventListener('abort', stop);
  }
}

/** Connects and opens a session; rejects when that takes longer than the configuration allows. */
export async function connectOpcUa(
  config: OpcUaSourceConfig,
  collector: string,
  context: ConnectionContext,
): Promise<OpcUaConnection> {
  const { log, signal } = context;
  // the library writes to the console by itself, for all clients of the process at once
  setWarningLogger((...text: unknown[]) => log.debug({ opcua: text.join(' ') }, 'node-opcua warns'));
  setErrorLogger((...text: unknown[]) => log.debug({ opcua: text.join(' ') }, 'node-opcua reports an error'));
  const pki = await openPki(config, collector);
  if (config.trust === 'first-use' && config.security.mode !== 'None') {
    const print = await within(
      config.connectTimeoutMs,
      'asking for the certificate',
      signal,
      trustFirstUse(config, pki),
    );
    if (print)
      log.warn(
        { endpoint: config.endpoint, thumbprint: print },
        'trusted the certificate of the server at first use',
      );
  }
  const client = createClient(config, pki);
  let lastProblem = '';
  client.on('connection_failed', (error) => {
    lastProblem = `: ${error.message}`;
  });
  client.on('backoff', () => context.state(false, `cannot reach ${config.endpoint}${lastProblem}`));
  const close = async () => {
    await within(5000, 'disconnecting', new AbortController().signal, client.disconnect()).catch(
      () => undefined,
    );
  };
  try {
    await within(
      config.connectTimeoutMs,
      `connecting to ${config.endpoint}`,
      signal,
      client.connect(config.endpoint),
    );
    const session = await within(
      config.connectTimeoutMs,
      'opening a session',
      signal,
      client.createSession(await identityOf(config)),
    );
    return { client, session, close };
  } catch (error) {
    await close();
    throw explained(error as Error, config);
  }
}
