import type { DattoNetwork, DattoSsid } from '@/test/simulator/datto/state';
import type { ConfigurationRow, OrganizationRow } from '@/test/simulator/itglue/state';
import { TenantBuilder } from '@/test/simulator/tenant/builder';
import type { Tenant } from '@/test/simulator/tenant/tenant';

/** The keys of `smallTenant`, by what they open. */
export const keys = {
  staff: ` it's "quoted" \\ and has  two spaces, <tags> & 63 characters!! `,
  guest: 'guest key of Alpha',
  beta: 'key of Beta 1234',
} as const;

export interface SmallTenant {
  readonly tenant: Tenant;
  readonly alpha: OrganizationRow;
  readonly beta: OrganizationRow;
  /** Matched to Alpha by its name: two SSIDs with keys and an open one, an access point matched and one not. */
  readonly main: DattoNetwork;
  /** Matched to Beta by its name: one SSID. */
  readonly other: DattoNetwork;
  /** Of Alpha's matched access point. */
  readonly configuration: ConfigurationRow;
}

/** Users: `1` is an Administrator, `2` a Manager. */
export function smallTenant(): SmallTenant {
  const builder = new TenantBuilder(7, Date.now());
  const { tenant } = builder;
  const alpha = builder.organization({ id: '41', name: 'Alpha' });
  const beta = builder.organization({ id: '42', name: 'Beta' });
  builder.organization({ id: '43', name: 'Gamma' });
  const main = builder.network({ id: 135_001, name: 'Alpha' });
  main.general.location = ' 1 Main Street ';
  const ssid = (
    network: DattoNetwork,
    number: 1 | 2 | 3,
    name: string,
    wifi_auth_type: string,
    wpa_password: string,
  ): DattoSsid =>
    builder.ssid(network, { ssid_num: number, ssid_name: name, wifi_auth_type, wpa_password });
  ssid(main, 1, `  "Staff" 🌊`, 'wpa-2only-psk', keys.staff).wifi_name = `  "Alpha" 🌊`;
  ssid(main, 2, 'Guests', 'sae-mixed', keys.guest);
  ssid(main, 3, 'Lobby', 'open', '');
  const lobby = builder.accessPoint(main, { name: 'Lobby' });
  builder.accessPoint(main, { name: 'Roof', mac: 'ac:86:74:00:00:02' });
  const configuration = builder.configuration(alpha, { name: 'Lobby AP', mac: lobby.mac });
  const other = builder.network({ id: 135_002, name: 'Beta' });
  ssid(other, 1, 'Beta', 'sae', keys.beta);
  addUsers(tenant);
  return { tenant, alpha, beta, main, other, configuration };
}

function addUsers({ itglue }: Tenant): void {
  const at = '2026-01-01T00:00:00.000Z';
  const stamp = { createdAt: at, updatedAt: at };
  for (const [id, roleName] of [
    ['1', 'Administrator'],
    ['2', 'Manager'],
  ] as const)
    itglue.users.set(id, {
      id,
      firstName: roleName,
      lastName: null,
      email: `${id}@msp.example`,
      roleName,
      ...stamp,
    });
}

/** Twenty SSIDs in five networks of two organizations. */
export function twentySsids(): Tenant {
  const builder = new TenantBuilder(11, Date.now());
  const organizations = ['Alpha', 'Beta'].map((name) => builder.organization({ name }));
  for (const number of [1, 2, 3, 4, 5]) {
    const organization = organizations[number % 2]!;
    // White space does not keep a name from matching.
    const name = organization.name + ' '.repeat(number);
    const network = builder.network({ name });
    for (const ssid_num of [1, 2, 3, 4] as const)
      builder.ssid(network, {
        ssid_num,
        // Two of one name in each network, and the same names in all of them.
        ssid_name: ssid_num === 4 ? 'Wi-Fi 3' : `Wi-Fi ${ssid_num}`,
        wpa_password: `key ${number}-${ssid_num} of many`,
      });
  }
  addUsers(builder.tenant);
  return builder.tenant;
}
