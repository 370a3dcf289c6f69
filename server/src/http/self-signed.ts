import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { generate } from 'selfsigned';

/** A self-signed certificate for this machine's addresses, kept in `dataDir`: phones need HTTPS for camera and location. */
export async function selfSigned(dataDir: string): Promise<{ key: string; cert: string }> {
  const file = join(dataDir, 'https.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as { key: string; cert: string };
  const addresses = Object.values(networkInterfaces()).flatMap((all) => (all ?? []).map(({ address }) => address));
  const made = await generate([{ name: 'commonName', value: 'openday' }], {
    keySize: 2048,
    notAfterDate: new Date(Date.now() + 365 * 86_400_000),
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          ...addresses.map((ip) => ({ type: 7 as const, ip: ip.split('%')[0] ?? ip })),
        ],
      },
    ],
  });
  const pair = { key: made.private, cert: made.cert };
  writeFileSync(file, JSON.stringify(pair), { mode: 0o600 });
  return pair;
}
