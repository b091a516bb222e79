import { webcrypto } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  type X509Certificate,
  X509CertificateGenerator,
  X509CrlGenerator,
} from '@peculiar/x509';

const DAY_MS = 86_400_000;
const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  publicExponent: new Uint8Array([1, 0, 1]),
  modulusLength: 2048,
} as const;
const { subtle } = webcrypto;

const validity = () => ({
  notBefore: new Date(Date.now() - DAY_MS),
  notAfter: new Date(Date.now() + 30 * DAY_MS),
});

/** A plant's certificate authority. */
export class Authority {
  readonly certificate: X509Certificate;
  readonly #keys: CryptoKeyPair;
  #serial = 1;

  private constructor(certificate: X509Certificate, keys: CryptoKeyPair) {
    this.certificate = certificate;
    this.#keys = keys;
  }

  static async make(name: string): Promise<Authority> {
    const keys = (await subtle.generateKey(RSA, true, ['sign', 'verify'])) as CryptoKeyPair;
    const certificate = await X509CertificateGenerator.createSelfSigned({
      serialNumber: '01',
      name: `CN=${name}`,
      ...validity(),
      keys,
      signingAlgorithm: RSA,
      extensions: [
        new BasicConstraintsExtension(true, undefined, true),
        new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
        await SubjectKeyIdentifierExtension.create(keys.publicKey),
        await AuthorityKeyIdentifierExtension.create(keys.publicKey),
      ],
    });
    return new Authority(certificate, keys);
  }

  /** Writes a certificate of an OPC UA application with this URI, and its key. */
  async issue(uri: string, files: { readonly certFile: string; readonly keyFile: string }): Promise<string> {
    const keys = (await subtle.generateKey(RSA, true, ['sign', 'verify'])) as CryptoKeyPair;
    const serialNumber = String(++this.#serial).padStart(2, '0');
    const certificate = await X509CertificateGenerator.create({
      serialNumber,
      subject: 'CN=application',
      issuer: this.certificate.subject,
      ...validity(),
      publicKey: keys.publicKey,
      signingKey: this.#keys.privateKey,
      signingAlgorithm: RSA,
      extensions: [
        new BasicConstraintsExtension(false),
        new KeyUsagesExtension(
          KeyUsageFlags.digitalSignature |
            KeyUsageFlags.nonRepudiation |
            KeyUsageFlags.keyEncipherment |
            KeyUsageFlags.dataEncipherment,
        ),
        new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth, ExtendedKeyUsage.clientAuth]),
        new SubjectAlternativeNameExtension([
          { type: 'url', value: uri },
          { type: 'ip', value: '127.0.0.1' },
        ]),
        await SubjectKeyIdentifierExtension.create(keys.publicKey),
        await AuthorityKeyIdentifierExtension.create(this.#keys.publicKey),
      ],
    });
    const key = Buffer.from(await subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
    write(files.certFile, certificate.toString('pem'));
    write(
      files.keyFile,
      `-----BEGIN PRIVATE KEY-----\n${key.match(/.{1,64}/g)?.join('\n')}\n-----END PRIVATE KEY-----\n`,
    );
    return serialNumber;
  }

  writeCertificate(file: string): void {
    write(file, this.certificate.toString('pem'));
  }

  /** Writes the list of what is revoked. */
  async writeRevocationList(file: string, serialNumbers: readonly string[] = []): Promise<void> {
    const list = await X509CrlGenerator.create({
      issuer: this.certificate.subject,
      thisUpdate: new Date(Date.now() - DAY_MS),
      nextUpdate: new Date(Date.now() + DAY_MS),
      entries: serialNumbers.map((serialNumber) => ({ serialNumber, revocationDate: new Date() })),
      signingAlgorithm: RSA,
      signingKey: this.#keys.privateKey,
      extensions: [await AuthorityKeyIdentifierExtension.create(this.#keys.publicKey)],
    });
    write(file, list.toString('pem'));
  }
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
