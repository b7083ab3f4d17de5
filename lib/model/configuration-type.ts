import type { DeviceKind } from './device';

/**
 * The configuration types that fit each kind of device, best first: the vendor's own integration's,
 * then those that tenants commonly have.
 */
const typeNames: Readonly<Record<DeviceKind, readonly string[]>> = {
  'access-point': [
    'Managed Network WiFi Access',
    'Managed Network WiFi Access Point',
    'Wireless Access Point',
    'Access Point',
    'WiFi Access Point',
    'Wireless',
    'WAP',
    'Network Device',
  ],
  switch: ['Managed Network Switch', 'Network Switch', 'Switch', 'Network Device'],
  'managed-power': [
    'Managed Power',
    'Managed Network Power',
    'Power Strip / PDU',
    'PDU',
    'Power Distribution Unit',
    'UPS',
    'Network Device',
  ],
  router: [
    'Managed Network Router',
    'Network Router',
    'Router',
    'Managed Network Firewall',
    'Firewall',
    'Network Device',
  ],
};

/** The tenant's type for a kind of device; `null` where none of the fitting names is there. */
export function typeFor(
  kind: DeviceKind,
  types: readonly { readonly id: string; readonly name: string }[],
): string | null {
  const byName = new Map(types.map(({ id, name }) => [name.trim().toLowerCase(), id]));
  for (const name of typeNames[kind]) {
    const id = byName.get(name.toLowerCase());
    if (id !== undefined) return id;
  }
  return null;
}
