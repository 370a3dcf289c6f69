import { BlockList, isIP } from 'node:net';

/** Where a unit's site may be: on the public internet, by https. What is inside our own network is never asked. */

const V4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/4', '240.0.0.0/4'],
];
// Only 2000::/3 is given out; of that, what carries an IPv4 address inside is not taken either.
const V6 = ['::/3', '4000::/2', '8000::/1', '2001::/32', '2002::/16', '2001:db8::/32'];

// Two lists: in one, the ranges of version 6 would hold every address of version 4, as ::ffff:1.1.1.1.
const closed = { ipv4: listOf(V4, 'ipv4'), ipv6: listOf(V6, 'ipv6') };

function listOf(ranges: string[], kind: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [net = '', bits = ''] = range.split('/');
    list.addSubnet(net, Number(bits), kind);
  }
  return list;
}

/** Whether an address, after names were resolved, is one of the public internet. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 4) return !closed.ipv4.check(address, 'ipv4');
  return version === 6 && !closed.ipv6.check(address, 'ipv6');
}

/** The address as it may be stored, or null. `local`: this machine and plain http are allowed, for tests. */
export function siteUrl(text: string, local: boolean): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.username || url.password) return null;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (local && host === '127.0.0.1' && url.protocol === 'http:') return url.href;
  if (url.protocol !== 'https:' || (url.port !== '' && url.port !== '443' && url.port !== '8443')) return null;
  if (isIP(host)) return isPublicAddress(host) ? url.href : null;
  // A name without a dot is one of our own network.
  return /\.[a-z0-9-]{2,}$/i.test(host) && !/\.(local|internal|localhost|lan|home)$/i.test(host) ? url.href : null;
}
