import ipaddr from 'ipaddr.js';

declare const brand: unique symbol;
/** An IP address in its one canonical spelling: dotted IPv4, or compressed lower-case IPv6. */
export type Ip = string & { readonly [brand]: 'ip' };

/**
 * Reads one IPv4 or IPv6 address; a prefix length behind it (`10.0.0.5/24`) is dropped, an
 * IPv4-mapped IPv6 address becomes IPv4.
 * @returns `null` for anything else, and for addresses that every device has (unspecified,
 * loopback, broadcast).
 */
export function parseIp(text: string | null | undefined): Ip | null {
  const clean =
    text
      ?.normalize('NFKC')
      .trim()
      .replace(/\/\d{1,3}$/, '') ?? '';
  // Four decimal parts are demanded: "10.1" is valid to a resolver and a version number to people.
  if (!clean.includes(':') && !/^\d{1,3}(?:\.\d{1,3}){3}$/.test(clean)) return null;
  if (!ipaddr.isValid(clean)) return null;
  const address = ipaddr.process(clean);
  if (['unspecified', 'loopback', 'broadcast'].includes(address.range())) return null;
  return address.toString() as Ip;
}
