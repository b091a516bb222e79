import { join } from 'node:path';
import {
  type MonitoredItem,
  OPCUACertificateManager,
  OPCUAServer,
  type OPCUAServerOptions,
  StatusCodes,
} from 'node-opcua';

/** What the simulators' servers have in common. */
export interface SimulatedServerOptions {
  readonly port: number;
  /** Folder of the server's certificates; another folder is another certificate. */
  readonly pkiFolder: string;
  readonly hostname?: string;
  /** Who may log in besides anonymous; with `anonymous: false` only these. */
  readonly users?: Readonly<Record<string, string>>;
  readonly anonymous?: boolean;
}

/** An OPC UA server that is initialized but not started, and the items that its clients monitor. */
export async function createServer(
  options: SimulatedServerOptions,
): Promise<{ readonly server: OPCUAServer; readonly items: ReadonlySet<MonitoredItem> }> {
  const items = new Set<MonitoredItem>();
  const server = new OPCUAServer(await serverOptions(options, items));
  await server.initialize();
  return { server, items };
}

async function serverOptions(
  options: SimulatedServerOptions,
  items: Set<MonitoredItem>,
): Promise<OPCUAServerOptions> {
  const serverCertificateManager = new OPCUACertificateManager({
    rootFolder: join(options.pkiFolder, 'server'),
    // a development server: it lets every client in that can show a certificate
    automaticallyAcceptUnknownCertificate: true,
  });
  await serverCertificateManager.initialize();
  const userCertificateManager = new OPCUACertificateManager({
    rootFolder: join(options.pkiFolder, 'users'),
    automaticallyAcceptUnknownCertificate: true,
  });
  await userCertificateManager.initialize();
  const { users = {} } = options;
  return {
    port: options.port,
    hostname: options.hostname ?? '127.0.0.1',
    host: options.hostname ?? '127.0.0.1',
    serverCertificateManager,
    userCertificateManager,
    allowAnonymous: options.anonymous ?? true,
    userManager: {
      isValidUser: (name: string, password: string) => users[name] !== undefined && users[name] === password,
    },
    buildInfo: { productName: 'MachShop simulator' },
    // every change is reported, none folded
    serverCapabilities: { minSupportedSampleRate: 0, maxSessions: 50 },
    onCreateMonitoredItem: async (_, item) => {
      items.add(item as MonitoredItem);
      return StatusCodes.Good;
    },
    onDeleteMonitoredItem: async (_, item) => {
      items.delete(item as MonitoredItem);
      return StatusCodes.Good;
    },
  };
}
