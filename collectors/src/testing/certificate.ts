import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { OPCUACertificateManager } from 'node-opcua-certificate-manager';

/** A self-signed certificate for 127.0.0.1, with its key, in a folder of its own. */
export async function certificate(
  folder: string,
  name: string,
): Promise<{ certFile: string; keyFile: string }> {
  mkdirSync(folder, { recursive: true });
  const manager = new OPCUACertificateManager({ rootFolder: folder, disableFileWatchers: true });
  await manager.initialize();
  const certFile = join(folder, 'cert.pem');
  await manager.createSelfSignedCertificate({
    applicationUri: `urn:test:${name}`,
    subject: `/CN=${name}`,
    dns: ['localhost'],
    ip: ['127.0.0.1'],
    startDate: new Date(Date.now() - 60_000),
    validity: 30,
    outputFile: certFile,
  });
  await manager.dispose();
  return { certFile, keyFile: manager.privateKey };
}
