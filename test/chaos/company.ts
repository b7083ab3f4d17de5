import type { OrganizationRow } from '@/test/simulator/itglue/state';
import { tenantWith } from '@/test/world/tenant-with';

/** Two customers with networks of their names, each with devices; some are documented by people. */
export function company() {
  const organizations: OrganizationRow[] = [];
  const tenant = tenantWith((builder) => {
    for (const name of ['Acme', 'Harbor Dental']) {
      const organization = builder.organization({ name });
      organizations.push(organization);
      const network = builder.network({ name });
      for (const place of ['Lobby', 'Attic', 'Office'])
        builder.accessPoint(network, { name: place, role: 'gateway', hardware: 'A42' });
      builder.switch(network, { name: 'Core' });
      const [documented] = network.nodes;
      builder.configuration(organization, { name: 'By a colleague', mac: documented!.mac });
      builder.configuration(organization, { name: 'Printer', mac: '00:11:22:33:44:55' });
      builder.ssid(network, { ssid_num: 1, ssid_name: `${name} staff` });
      builder.ssid(network, { ssid_num: 2, ssid_name: 'Guests', wifi_auth_type: 'sae' });
    }
    return organizations;
  });
  const { itglue, datto } = tenant;
  itglue.rateLimit.requests = Infinity;
  datto.clockOffsetSeconds = 40 * 60;
  return { tenant, organizations };
}

export type Company = ReturnType<typeof company>;
