import type { DattoKey, DattoState } from '../datto/state';
import type { ItGlueKey, ItGlueState, NamedRow } from '../itglue/state';
import { defaultQuirks, type Quirks } from './quirks';

/** What the two vendors hold about one MSP. */
export interface Tenant {
  datto: DattoState;
  itglue: ItGlueState;
  quirks: Quirks;
}

/** The account-level key every tenant has. */
export const dattoKey: DattoKey = {
  key: '9f1c2ab0d7e34c5f8a6b1e0d2c3f4a5b6c7d8e9f0a1b2c3d4e5f60718293a4b5',
  secret: '3d5e7f90a1b2c3d4e5f60718293a4b5c6d7e8f9f1c2ab0d7e34c5f8a6b1e0d2c',
  server: 'api-v2',
  networkId: null,
  readOnly: false,
  expired: false,
};

/** The key with password access every tenant has. */
export const itGlueKey: ItGlueKey = {
  key: 'ITG.6c0f1d2e3b4a59687766554433221100.simulated-key-with-password-access',
  passwordAccess: true,
};

/** A second key of every tenant that may not read passwords. */
export const itGlueKeyWithoutPasswords: ItGlueKey = {
  key: 'ITG.00112233445566778695a4b3c2d1e0f6.simulated-key-without-passwords',
  passwordAccess: false,
};

const subdomain = 'contoso-msp';

/** Ids of the rows every tenant has, by name. */
export const catalogue = {
  organizationTypes: { Customer: '86', Owner: '15', Vendor: '87' },
  organizationStatuses: { Active: '68', Inactive: '69' },
  configurationTypes: {
    'Managed Network WiFi Access': '51',
    Switch: '42',
    UPS: '44',
    'Power Strip / PDU': '45',
    Router: '46',
    Firewall: '47',
    'Managed Server': '65',
    'Local Printer': '43',
  },
  configurationStatuses: { Active: '29', 'Active (Not in Labtech)': '30', Inactive: '31' },
  manufacturers: { Meraki: '494', Apple: '495', Cisco: '496' },
  passwordCategories: { Cloud: '15', Wireless: '16' },
} as const;

const kinds: Record<string, string> = {
  Switch: 'switch',
  'Managed Server': 'server',
  Router: 'router',
  Firewall: 'firewall',
};

/** A tenant with keys and the catalogues of types and statuses, and nothing else. */
export function emptyTenant(): Tenant {
  const at = '2016-09-14T17:02:44.000Z';
  const named = (ids: Record<string, string>) =>
    new Map<string, NamedRow>(
      Object.entries(ids).map(([name, id]) => [id, { id, name, createdAt: at, updatedAt: at }]),
    );
  const types = named(catalogue.configurationTypes);
  return {
    datto: {
      keys: [{ ...dattoKey }],
      networks: [],
      routerHosts: ['api', 'api-v2'],
      clockOffsetSeconds: 0,
    },
    itglue: {
      region: 'us',
      subdomain,
      keys: [{ ...itGlueKey }, { ...itGlueKeyWithoutPasswords }],
      rateLimit: { requests: 3000, windowSeconds: 300 },
      organizationTypes: named(catalogue.organizationTypes),
      organizationStatuses: named(catalogue.organizationStatuses),
      organizations: new Map(),
      configurationTypes: new Map(
        [...types].map(([id, row]) => [id, { ...row, kind: kinds[row.name] ?? null }]),
      ),
      configurationStatuses: named(catalogue.configurationStatuses),
      configurations: new Map(),
      manufacturers: named(catalogue.manufacturers),
      models: new Map(),
      flexibleAssetTypes: new Map(),
      flexibleAssets: new Map(),
      passwordCategories: named(catalogue.passwordCategories),
      passwords: new Map(),
      relatedItems: new Map(),
      rmmRecords: new Map(),
      dattoLinks: new Map(),
      users: new Map(),
      groups: new Map(),
      logs: [],
      // The first odd number no JavaScript number can hold.
      nextId: 9_007_199_254_740_993n,
    },
    quirks: defaultQuirks(),
  };
}

/** What may not appear anywhere it is not meant to: the pre-shared keys of a tenant. */
export function preSharedKeys(tenant: Tenant): string[] {
  return tenant.datto.networks
    .flatMap((network) => Object.values(network.ssids))
    .map((ssid) => ssid.wpa_password)
    .filter((key) => key !== '');
}
