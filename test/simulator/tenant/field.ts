import type { DattoNetwork, DattoNode } from '../datto/state';
import type { OrganizationRow } from '../itglue/state';
import { TenantBuilder } from './builder';
import { addFieldDevices } from './field-devices';
import { FIELD } from './field-ids';
import { addFieldRecords } from './field-records';
import { defaultQuirks, type Quirks } from './quirks';
import { catalogue, type Tenant } from './tenant';

/** Name of each organization, and of its network as Network Manager allows it. */
const names = {
  store: ['AT&T Store #12', 'ATT Store 12'],
  hospital: ['St. Mary’s Hospital', 'St Mary s Hospital'],
  harbor: ['Blue Harbor Logistics', 'Blue Harbor Logistics'],
  vault: ['Vault Industries', 'Vault Industries'],
  entity: ['Smith &amp; Sons', 'Smith Sons'],
  emoji: ['☕ Brew & Bean 🌊', 'Brew Bean'],
  rightToLeft: ['مكتبة النور', 'Maktabat Al Noor'],
  controlCharacters: ['Tab\tand\u0007Bell Ltd', 'Tab and Bell Ltd'],
} as const;
type Key = keyof typeof names;

/** Configurations without any address, so many that they fill more than a page of the largest size that is answered. */
const workstations = 260;

/** One account that has all of what real ones may do at once; the same every time but for the dates. */
export function fieldTenant({ now = Date.now() }: { now?: number } = {}): Tenant {
  const builder = new TenantBuilder(20_251_101, now);
  const organizations = addOrganizations(builder);
  const networks = Object.fromEntries(
    Object.entries(names).map(([key, [, name]]) => [
      key,
      builder.network({ id: FIELD.networks[key as Key], name }),
    ]),
  ) as Record<Key, DattoNetwork>;
  addFieldDevices(builder, organizations.harbor, networks.harbor);
  for (const key of Object.keys(names) as Key[]) {
    for (let n = 0; n < 3; n += 1) builder.accessPoint(networks[key]);
    builder.switch(networks[key], { trunks: 1 });
    builder.powerStrip(networks[key]);
    builder.ssid(networks[key], { ssid_num: 1 });
  }
  const lone = builder.network({ id: FIELD.networks.settingsOutOfReach, name: 'Test bench' });
  builder.accessPoint(lone, { name: '12' } satisfies Partial<DattoNode>);
  builder.ssid(lone, { ssid_num: 1 });
  for (const [index, id] of FIELD.networks.withoutDevices.entries())
    builder.network({ id, name: `Spare ${index + 1}` });
  for (let n = 1; n <= workstations; n += 1)
    builder.configuration(organizations.harbor, {
      name: `BH-WS${String(n).padStart(3, '0')}`,
      typeId: catalogue.configurationTypes['Managed Server'],
    });
  addFieldRecords(builder, organizations.harbor, networks.harbor);
  addPeople(builder);
  builder.tenant.datto.clockOffsetSeconds = 20 * 60;
  builder.tenant.quirks = fieldQuirks();
  return builder.tenant;
}

function fieldQuirks(): Quirks {
  const quirks = defaultQuirks();
  const { devices, networks, organizations } = FIELD;
  Object.assign(quirks.itglue, {
    metaWithout: ['total-pages'],
    outOfReach: [
      `configurations/${devices.outOfReach.configurationId}`,
      `organizations/${organizations.vault}`,
    ],
    outOfReachListed: true,
  } satisfies Partial<Quirks['itglue']>);
  Object.assign(quirks.datto, {
    outOfReach: [
      { part: 'powerstrip', networkId: networks.hospital },
      { part: 'settings', networkId: networks.settingsOutOfReach },
    ],
    missing: ['router'],
  } satisfies Partial<Quirks['datto']>);
  quirks.portal.shape = 'text';
  return quirks;
}

function addOrganizations(builder: TenantBuilder): Record<Key, OrganizationRow> {
  const ids = FIELD.organizations;
  const [first, second] = ids.primaries;
  builder.organization({ id: first, name: 'Contoso Managed Services', primary: true });
  builder.organization({ id: second, name: 'Contoso Projects', primary: true });
  builder.organization({ id: ids.psaSynced, name: 'Ridgeline Roofing', psaSynced: true });
  return Object.fromEntries(
    Object.entries(names).map(([key, [name]]) => [
      key,
      builder.organization({ id: ids[key as Key], name }),
    ]),
  ) as Record<Key, OrganizationRow>;
}

/** An Administrator, and a Manager of two organizations. */
function addPeople(builder: TenantBuilder): void {
  const { users, groups } = builder.tenant.itglue;
  const at = builder.date(-700);
  const stamp = { createdAt: at, updatedAt: at };
  const person = (id: string, firstName: string, roleName: 'Administrator' | 'Manager') =>
    users.set(id, {
      id,
      firstName,
      lastName: null,
      email: `${firstName.toLowerCase()}@contoso-msp.example`,
      roleName,
      ...stamp,
    });
  person(FIELD.users.administrator, 'Ada', 'Administrator');
  person(FIELD.users.manager, 'Max', 'Manager');
  groups.set(FIELD.groups.east, {
    id: FIELD.groups.east,
    name: 'East',
    userIds: [FIELD.users.manager],
    organizationIds: [FIELD.organizations.harbor, FIELD.organizations.store],
    ...stamp,
  });
}
