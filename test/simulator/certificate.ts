import { createHash, X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

export interface Certificate {
  keyPem: string;
  certPem: string;
  /** Base64 SHA-256 of the public key, the form Chromium's --ignore-certificate-errors-spki-list takes. */
  spki: string;
}

const hostNames = [
  'localhost',
  'simulator.localhost',
  'cloudtrax.com',
  '*.cloudtrax.com',
  'itglue.com',
  '*.itglue.com',
  '*.eu.itglue.com',
  '*.au.itglue.com',
];

/** A certificate of its own for this run that covers every host the simulator answers for; valid for a week. */
export async function makeCertificate(): Promise<Certificate> {
  const day = 24 * 60 * 60 * 1000;
  const made = await generate(
    [{ name: 'commonName', value: 'Simulated vendor APIs (tests only)' }],
    {
      keyType: 'ec',
      algorithm: 'sha256',
      notBeforeDate: new Date(Date.now() - day),
      notAfterDate: new Date(Date.now() + 7 * day),
      extensions: [
        // A client that is given this certificate as its only authority must accept it as one.
        { name: 'basicConstraints', cA: true, critical: true },
        { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, keyCertSign: true },
        { name: 'extKeyUsage', serverAuth: true },
        {
          name: 'subjectAltName',
          altNames: [
            ...hostNames.map((value) => ({ type: 2 as const, value })),
            { type: 7 as const, ip: '127.0.0.1' },
          ],
        },
      ],
    },
  );
  const publicKey = new X509Certificate(made.cert).publicKey.export({
    type: 'spki',
    format: 'der',
  });
  return {
    keyPem: made.private,
    certPem: made.cert,
    spki: createHash('sha256').update(publicKey).digest('base64'),
  };
}
