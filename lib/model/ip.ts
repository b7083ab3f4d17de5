import ipaddr from 'ipaddr.js';

declare const brand: unique symbol;
/** An IP address in its one canonical spelling: dotted IPv4, or compressed lower-case IPv6. */
export type Ip = string & { readonly [brand]: 'ip' };

/**
 * Reads one IPv4 or IPv6 address; a prefix length behind it (`10.0.0.5/24`) and a zone (`fe80::1%eth0`)
 * are dropped, an IPv4-mapped IPv6 address becomes IPv4.
 * @returns `null` for anything else, and for addresses that every device has (unspecified,
 * loopback, broadcast).
 */
export function parseIp(text: string | null | undefined): Ip | null {
  const clean = (text ?? '')
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim()
    .replace(/\/\d{1,3}$/, '')
    .replace(/%\w+$/, '');
  const spelled = clean.includes(':') ? clean : decimalParts(clean);
  if (spelled === null || !ipaddr.isValid(spelled)) return null;
  const address = ipaddr.process(spelled);
  if (['unspecified', 'loopback', 'broadcast'].includes(address.range())) return null;
  return address.toString() as Ip;
}

/**
 * Four decimal parts without leading zeros: `10.1` is valid to a resolver and a version number to
 * people, and `010` is eight to a resolver and ten to the person who padded it.
 */
function decimalParts(text: string): string | null {
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) return null;
  return text.split('.').map(Number).join('.');
}
