/** Rows for this folder's tests. */
import type { Configuration } from '@/lib/model/configuration';
import { deviceKey, type Switch } from '@/lib/model/device';
import { configurationId, networkId, organizationId } from '@/lib/model/ids';
import type { Ip } from '@/lib/model/ip';
import type { Mac } from '@/lib/model/mac';
import type { NetworkMatch } from '@/lib/model/match';
import { plainConfiguration, plainDevices } from '@/lib/model/samples.fixture';

export function device(
  id: string,
  row: {
    mac?: string | null;
    ips?: readonly string[];
    name?: string | null;
    network?: string;
    serialNumber?: string;
  },
): Switch {
  return {
    ...plainDevices.switch,
    key: deviceKey('switch', id),
    id,
    networkId: networkId(row.network ?? 'n1'),
    mac: (row.mac ?? null) as Mac | null,
    name: row.name ?? null,
    ip: (row.ips?.[0] ?? null) as Ip | null,
    ips: (row.ips ?? []) as Ip[],
    serialNumber: row.serialNumber ?? null,
  };
}

export function configuration(
  id: string,
  row: {
    organization?: string;
    macs?: readonly string[];
    rmmMacs?: readonly string[];
    ips?: readonly string[];
    name?: string;
    archived?: boolean;
    serialNumber?: string;
  },
): Configuration {
  return {
    ...plainConfiguration,
    id: configurationId(id),
    organizationId: organizationId(row.organization ?? 'o1'),
    name: row.name ?? `Configuration ${id}`,
    serialNumber: row.serialNumber ?? null,
    archived: row.archived ?? false,
    macs: (row.macs ?? []) as Mac[],
    rmmMacs: (row.rmmMacs ?? []) as Mac[],
    ips: (row.ips ?? []) as Ip[],
  };
}

export const matchedNetwork = (network: string, to: string): NetworkMatch => ({
  networkId: networkId(network),
  at: '2025-01-01T00:00:00Z',
  state: 'matched',
  organizationId: organizationId(to),
  rule: 'by-hand',
});
