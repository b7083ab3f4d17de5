import type { DattoNetwork } from '../datto/state';
import type { OrganizationRow } from '../itglue/state';
import { TenantBuilder } from './builder';
import { DEMO } from './demo-ids';
import {
  addMatchingCases,
  addPanelCases,
  addUnusualDevices,
  documentNetwork,
} from './demo-devices';
import { addConnections } from './demo-connections';
import { addPeople, addRecords } from './demo-people';
import { addSsids } from './demo-ssids';
import type { Tenant } from './tenant';

const htmlName = '<img src=x onerror="alert(1)"> Café & Bar';
const rightToLeftName = 'مكتبة النور';

type Counts = [accessPoints: number, switches: number, powerStrips: number, routers: number];

/** Name and ordinary devices of each network; the named cases come on top. */
const networks: Record<keyof typeof DEMO.networks, [name: string, counts: Counts]> = {
  northwind: ['northwind  traders', [6, 3, 2, 0]],
  harborMain: ['Harbor Dental Group', [14, 6, 4, 2]],
  harborSecond: [' harbor dental group ', [6, 2, 1, 0]],
  acme: ['Acme', [5, 2, 1, 0]],
  blueRidgeSite: ['Blue Ridge Veterinary Clinic - Asheville', [4, 1, 1, 1]],
  meridianAcronym: ['MCP', [4, 2, 0, 0]],
  stMarysShortName: ['stmarys', [6, 2, 0, 0]],
  lakesideAmbiguous: ['Lakeside Logistics', [2, 1, 1, 0]],
  mueller: ['MÜLLER & SÖHNE GMBH', [10, 4, 3, 1]],
  html: [htmlName, [4, 1, 0, 0]],
  rightToLeft: [rightToLeftName, [4, 1, 0, 0]],
  nobody: ['Zebra Test Bench', [2, 1, 0, 0]],
  empty: ['Spare parts 2019', [0, 0, 0, 0]],
  typingError: ['Nortwind Traders', [2, 0, 1, 0]],
  blueRidgeThe: ['The Blue Ridge Veterinary Clinic', [3, 1, 0, 0]],
  harborWarehouse: ['Harbor Dental Group - Warehouse', [3, 1, 0, 0]],
};

/**
 * Twelve organizations, sixteen networks and some 150 devices of all four kinds, with the cases of `DEMO` among them.
 * The same every time but for the dates, which are relative to `now` (milliseconds since the epoch).
 */
export function demoTenant({ now = Date.now() }: { now?: number } = {}): Tenant {
  const builder = new TenantBuilder(20_250_301, now);
  const organizations = addOrganizations(builder);
  const made = Object.fromEntries(
    Object.entries(networks).map(([key, [name]]) => [
      key,
      builder.network({ id: DEMO.networks[key as keyof typeof networks], name }),
    ]),
  ) as Record<keyof typeof networks, DattoNetwork>;

  addPanelCases(builder, organizations.northwind, made.northwind);
  addMatchingCases(builder, organizations.northwind, made.northwind);
  addUnusualDevices(builder, made.northwind);
  for (const [key, [, [accessPoints, switches, powerStrips, routers]]] of Object.entries(
    networks,
  )) {
    const network = made[key as keyof typeof networks];
    for (let n = 0; n < accessPoints; n += 1) builder.accessPoint(network);
    for (let n = 0; n < switches; n += 1) builder.switch(network);
    for (let n = 0; n < powerStrips; n += 1) builder.powerStrip(network);
    for (let n = 0; n < routers; n += 1) builder.router(network);
  }
  documentNetwork(builder, organizations.harbor, made.harborMain);
  documentNetwork(builder, organizations.harbor, made.harborSecond);
  documentNetwork(builder, organizations.mueller, made.mueller);
  documentNetwork(builder, organizations.html, made.html);
  documentNetwork(builder, organizations.rightToLeft, made.rightToLeft);
  documentNetwork(builder, organizations.acme, made.acme);
  addSsids(builder, made);
  addRecords(builder, organizations.harbor);
  const { northwind, harbor, mueller } = organizations;
  addPeople(builder, [northwind.id, harbor.id], [mueller.id]);
  addConnections(builder, northwind, made.northwind);
  return builder.tenant;
}

function addOrganizations(
  builder: TenantBuilder,
): Record<'northwind' | 'harbor' | 'acme' | 'mueller' | 'html' | 'rightToLeft', OrganizationRow> {
  const ids = DEMO.organizations;
  const add = (id: string, name: string, shortName: string | null = null) =>
    builder.organization({ id, name, shortName });
  builder.organization({
    id: ids.owner,
    name: 'Contoso Managed Services',
    typeId: '15',
    primary: true,
  });
  add(ids.blueRidge, 'Blue Ridge Veterinary Clinic', 'blueridge');
  add(ids.meridian, 'Meridian Capital Partners', 'meridian');
  add(ids.stMarys, "St. Mary's School", 'stmarys');
  for (const id of ids.lakeside) add(id, 'Lakeside Logistics');
  return {
    northwind: add(ids.northwind, 'Northwind Traders', 'nwt'),
    harbor: add(ids.harbor, 'Harbor Dental Group', 'harbor'),
    acme: add(ids.acme, 'Acme, Inc.'),
    mueller: add(ids.mueller, 'Müller & Söhne GmbH'),
    html: add(ids.html, htmlName),
    rightToLeft: add(ids.rightToLeft, rightToLeftName),
  };
}
