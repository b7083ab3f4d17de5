import { manyDevices, sampleDevice, suggestedConfiguration } from '@/lib/views/devices.fixture';
import {
  sampleDevices,
  sampleNetwork,
  sampleNetworks,
  sampleOrganizations,
  suggestedOrganization,
} from '@/components/matching/tenant.fixture';
import { problems } from '@/components/state/problems.fixture';
import { deviceKinds } from '@/lib/model/device';
import { configurationId, organizationId } from '@/lib/model/ids';
import { parseMac } from '@/lib/model/mac';
import type { DevicesQuestion } from '@/lib/views/lists/question';
import type { ConfigurationRule, OrganizationReason, OrganizationRule } from '@/lib/model/match';
import type { UndoAction } from '@/lib/model/undo';
import type {
  DeviceRow,
  DevicesView,
  NetworkRow,
  NetworksView,
  SearchHit,
} from '@/lib/views/matching';

/** Each reason to suggest an organization. */
const reasons = {
  'same-name': { kind: 'same-name' },
  'legal-form': { kind: 'legal-form', form: 'Inc.' },
  spelling: { kind: 'spelling' },
  site: { kind: 'site', site: 'Denver' },
  'short-name': { kind: 'short-name' },
  acronym: { kind: 'acronym', letters: 'NWT' },
  similar: { kind: 'similar' },
  abbreviation: { kind: 'abbreviation' },
  part: { kind: 'part', missing: 'Dental Clinic' },
} as const satisfies {
  [Kind in OrganizationReason['kind']]: Extract<OrganizationReason, { readonly kind: Kind }>;
};

const organizationRules = {
  name: true,
  'by-hand': true,
  created: true,
} as const satisfies Record<OrganizationRule, true>;

const configurationRules = {
  'mac-and-ip': true,
  mac: true,
  'rmm-mac': true,
  name: true,
  'by-hand': true,
  created: true,
} as const satisfies Record<ConfigurationRule, true>;

type SuggestedBy = DeviceRow['suggestions'][number]['rule'];
const suggestionRules = {
  'mac-and-ip': true,
  mac: true,
  'rmm-mac': true,
  replaces: true,
  name: true,
  ip: true,
} as const satisfies Record<SuggestedBy, true>;

/** Every action that can be taken back, and the level it is shown on. */
export const undoActions = {
  match: 'networks',
  'change-match': 'devices',
  unmatch: 'devices',
  ignore: 'devices',
  unignore: 'networks',
  reject: 'devices',
  'accept-all': 'networks',
  create: 'devices',
  'ignore-configuration': 'devices',
  'unignore-configuration': 'devices',
  legitimate: 'findings',
  'not-legitimate': 'findings',
} as const satisfies Record<UndoAction, 'networks' | 'devices' | 'findings'>;

const names = [
  'Northwind Denver',
  'Contoso — Praha',
  'مقهى السلام',
  'A very long name of a network that says where it stands and for whom',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
];
export const nameAt = (place: number) => names[place % names.length] ?? '';

export const keys = <Key extends string>(table: Readonly<Record<Key, unknown>>) =>
  Object.keys(table) as Key[];

/** Networks in every state: a suggestion for each reason, several, a rejected one, and none. */
export const networkRows: readonly NetworkRow[] = [
  ...Object.values(reasons).map((reason, place) =>
    sampleNetwork(place + 1, {
      name: nameAt(place),
      suggestions: [suggestedOrganization(place + 1, nameAt(place + 1), reason)],
    }),
  ),
  sampleNetwork(20, {
    name: 'Two of one name',
    suggestions: [
      {
        ...suggestedOrganization(20, 'Acme Corp', reasons['same-name']),
        facts: ['ACME', 'Customer'],
      },
      {
        ...suggestedOrganization(21, 'Acme Corp', reasons['same-name']),
        facts: ['ACM2', 'Vendor'],
      },
      suggestedOrganization(22, nameAt(4), reasons.similar, true),
    ],
  }),
  ...Array.from({ length: 12 }, (_, place) =>
    sampleNetwork(30 + place, {
      name: nameAt(place),
      devices: { 'access-point': 12, switch: 1_024, 'managed-power': place, router: 3 },
    }),
  ),
  sampleNetwork(45, { name: 'Nothing in it', withoutDevices: true, devices: noDevices() }),
  ...keys(organizationRules).flatMap((rule, place) =>
    names.map((name, at) =>
      sampleNetwork(50 + place * 10 + at, {
        name,
        state: 'matched',
        rule,
        organization: { id: organizationId(7 + at), name: nameAt(at + place) },
        unmatchedDevices: at * 3,
        version: 'then',
      }),
    ),
  ),
  ...names.map((name, at) => sampleNetwork(90 + at, { name, state: 'ignored', version: 'then' })),
];

/** Networks with more than one suggestion: as good as each other, one better than the others, turned down. */
export const severalSuggestions: readonly NetworkRow[] = [
  ...networkRows.filter(({ suggestions }) => suggestions.length > 1),
  sampleNetwork(21, {
    name: 'One that is better',
    suggestions: [
      { ...suggestedOrganization(23, 'Northwind Denver', reasons['legal-form']), namesake: true },
      suggestedOrganization(24, nameAt(3), reasons.site),
      suggestedOrganization(25, nameAt(2), reasons.similar, true),
    ],
  }),
  sampleNetwork(22, {
    name: 'Two names',
    suggestions: [
      suggestedOrganization(26, nameAt(3), reasons.similar),
      suggestedOrganization(27, nameAt(1), reasons.similar),
    ],
  }),
  sampleNetwork(23, {
    name: 'One left',
    suggestions: [
      suggestedOrganization(28, 'Contoso', reasons.part),
      suggestedOrganization(29, nameAt(4), reasons.spelling, true),
    ],
  }),
];

function noDevices() {
  return { 'access-point': 0, switch: 0, 'managed-power': 0, router: 0 };
}

/** Answers about all networks of a tenant, or what is left of them. */
export const networksView = (
  view: Partial<NetworksView> = {},
  rows: (all: readonly NetworkRow[]) => readonly NetworkRow[] = (all) => all,
) =>
  sampleNetworks(rows(networkRows), {
    undo: {
      next: { step: 1, action: 'match', count: 1, name: 'Northwind Denver' },
      notUndone: null,
    },
    ...view,
  });

/** The way to its organizations. */
export const organizationsView = sampleOrganizations({
  organizations: [
    { id: organizationId(7), name: 'Acme Corp', unmatchedDevices: 12 },
    { id: organizationId(8), name: nameAt(4), unmatchedDevices: 0 },
  ],
  openFindings: 2,
});

const macOf = (place: number) => parseMac(`ac867430${String(place).padStart(4, '0')}`);

/** Devices in every state: a suggestion by each rule, several, a rejected and an archived one, and none. */
export const deviceRows: readonly DeviceRow[] = [
  ...keys(suggestionRules).map((rule, place) =>
    sampleDevice(500 + place, {
      kind: deviceKinds[place % deviceKinds.length] ?? 'switch',
      name: nameAt(place),
      suggestions: [
        suggestedConfiguration(place + 1, nameAt(place), {
          rule,
          macAddress: 'AC-86-74-30-00-01',
          primaryIp: '2001:db8:85a3:8d3:1319:8a2e:370:7348',
          claimedBy: rule === 'mac' ? nameAt(place + 1) : null,
          ...(rule === 'replaces' && { replaces: macOf(4)! }),
        }),
      ],
      creation: rule === 'name' ? 'possible' : 'suggestion-undecided',
    }),
  ),
  sampleDevice(520, {
    name: 'Several may be it',
    mac: null,
    ip: null,
    status: 'down',
    suggestions: [
      suggestedConfiguration(20, 'Lobby', { primaryIp: '10.0.0.9' }),
      suggestedConfiguration(21, 'Lobby', { primaryIp: '10.0.0.10', archived: true }),
      suggestedConfiguration(22, 'LOBBY', { rejected: true }),
    ],
  }),
  ...manyDevices(20).filter(({ state }) => state === 'unmatched'),
  ...keys(configurationRules).map((rule, place) =>
    sampleDevice(540 + place, {
      kind: deviceKinds[place % deviceKinds.length] ?? 'switch',
      name: nameAt(place),
      state: 'matched',
      isNew: place === 1,
      rule,
      configuration: {
        id: configurationId(place),
        name: nameAt(place + 2),
        url: `https://acme.itglue.com/7/configurations/${place}`,
      },
    }),
  ),
  ...names.map((name, at) => sampleDevice(560 + at, { name, state: 'ignored' })),
];

/** Answers about the devices of one organization, or of all. */
export const devicesView =
  (
    view: Partial<DevicesView> = {},
    rows: (all: readonly DeviceRow[]) => readonly DeviceRow[] = (all) => all,
  ) =>
  (question: DevicesQuestion): DevicesView =>
    sampleDevices(rows(question.organizationId === null ? ofAll : deviceRows), {
      undo: { next: { step: 1, action: 'accept-all', count: 12, name: null }, notUndone: null },
      ...view,
    })(question);

/** The same of several organizations, with names of all kinds. */
const ofAll = deviceRows.map((row, place) => {
  const at = place % names.length;
  return { ...row, organization: { id: organizationId(7 + at), name: nameAt(at) } };
});

const hit = <Id>(id: Id, name: string, more: Partial<SearchHit<Id>> = {}): SearchHit<Id> => ({
  id,
  name,
  facts: ['ACME', 'Customer'],
  archived: false,
  takenBy: null,
  ...more,
});

/** Organizations that a search finds. */
export const organizationHits = names.map((name, at) => hit(organizationId(70 + at), name));

/** Configurations that a search finds: free, taken, archived. */
export const configurationHits = names.map((name, at) =>
  hit(configurationId(70 + at), name, {
    facts: ['AC:86:74:30:00:01', '192.168.10.21', 'CE21-00417'],
    archived: at === 2,
    takenBy: at === 1 ? nameAt(3) : null,
  }),
);

/** As many as a search finds at most. */
export const mostHits = Array.from({ length: 50 }, (_, at) =>
  hit(organizationId(100 + at), `${nameAt(at)} ${at + 1}`),
);

/** Why IT Glue could not be searched. */
export const searchProblem = problems['rate-limited'];
