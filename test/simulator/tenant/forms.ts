import type { DattoNode, DattoPowerStrip, DattoRouter, DattoSwitch } from '../datto/state';

/** Seconds as the access points of the vendor write them: `2m`, `2h 22m`, `21d 15h 23m`. */
export function uptimeText(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days > 0) return `${days}d ${hours % 24}h ${minutes % 60}m`;
  return hours > 0 ? `${hours}h ${minutes % 60}m` : `${minutes}m`;
}

/** The same hardware address as different people type it, none longer than IT Glue's 17 characters. */
export const macForms = {
  upper: (mac) => mac.toUpperCase(),
  dashes: (mac) => mac.replaceAll(':', '-').toUpperCase(),
  cisco: (mac) => mac.replaceAll(':', '').replace(/(.{4})(?=.)/g, '$1.'),
  bare: (mac) => mac.replaceAll(':', ''),
  lower: (mac) => mac,
  spaces: (mac) => mac.replaceAll(':', ' '),
  padded: (mac) => ` ${mac.replaceAll(':', '').toUpperCase()} `,
  halves: (mac) => mac.replaceAll(':', '').replace(/(.{6})(?=.)/, '$1-'),
} satisfies Record<string, (mac: string) => string>;

export const typedMacs = Object.values(macForms);

/** What firmware and RMMs write where a serial number is missing. */
export const placeholderSerials = [
  'Default string',
  'N/A',
  '0',
  'None',
  'To be filled by O.E.M.',
  'System Serial Number',
  '1234567890',
  '-',
  'Not Specified',
];

/** The address under which a device is known on the customer's network. */
export function lanAddress(
  device: DattoNode | DattoSwitch | DattoPowerStrip | DattoRouter,
): string | null {
  if ('lan_info' in device) return device.lan_info?.lan_ip ?? device.ip;
  return device.ip === '' ? null : device.ip;
}
