import type { ActivityEvent } from '@/lib/model/activity';
import { problems } from '@/components/state/problems.fixture';
import { deviceKey } from '@/lib/model/device';
import { configurationId, networkId, organizationId } from '@/lib/model/ids';
import type { ResponseOf } from '@/lib/messages/protocol';

type Kind = ActivityEvent['kind'];

const network = {
  networkId: networkId(1),
  name: 'Acme Main',
  organizationId: organizationId(2),
  organizationName: 'Acme Corp',
} as const;
const device = {
  deviceKey: deviceKey('switch', '1'),
  name: 'NW-SW01',
  configurationId: configurationId(9),
  configurationName: 'Core switch',
} as const;
const configuration = {
  organizationId: organizationId(2),
  configurationId: configurationId(9),
  name: 'Front desk printer',
} as const;
const sharing = {
  configurationIds: [configurationId(9), configurationId(10)],
  names: ['Core switch', 'CORE-01'],
  organizationIds: [organizationId(2)],
} as const;
const record = { resource: 'record', name: 'Guest', organizationName: 'Acme Corp' } as const;

/** One event of each kind. */
const events = {
  'sync-finished': { kind: 'sync-finished', networks: 16, devices: 154 },
  'sync-failed': { kind: 'sync-failed', problem: problems.offline },
  connected: { kind: 'connected' },
  'auto-create-switched': { kind: 'auto-create-switched', on: true },
  'passphrase-set': { kind: 'passphrase-set' },
  'passphrase-changed': { kind: 'passphrase-changed' },
  'passphrase-removed': { kind: 'passphrase-removed' },
  'keys-locked': { kind: 'keys-locked', reason: 'without-use' },
  'keys-unlocked': { kind: 'keys-unlocked' },
  'keys-forgotten': { kind: 'keys-forgotten', reason: 'no-passphrase' },
  'policy-changed': {
    kind: 'policy-changed',
    set: ['region', 'subdomain', 'syncEveryHours'],
    withdrawn: ['autoCreate'],
  },
  'schedule-changed': { kind: 'schedule-changed', everyHours: 6 },
  'type-chosen': {
    kind: 'type-chosen',
    device: 'access-point',
    typeId: '4',
    typeName: 'Wireless Access Point',
  },
  'user-chosen': { kind: 'user-chosen', name: 'Grace Hopper' },
  'network-matched': { kind: 'network-matched', ...network, rule: 'by-hand' },
  'network-unmatched': { kind: 'network-unmatched', ...network, rule: 'name' },
  'network-ignored': { kind: 'network-ignored', ...network },
  'network-unignored': { kind: 'network-unignored', ...network },
  'network-match-ended': {
    kind: 'network-match-ended',
    ...network,
    rule: 'name',
    reason: 'organization-gone',
  },
  'device-matched': { kind: 'device-matched', ...device, rule: 'mac-and-ip' },
  'device-unmatched': { kind: 'device-unmatched', ...device, rule: 'mac' },
  'device-ignored': { kind: 'device-ignored', ...device },
  'device-unignored': { kind: 'device-unignored', ...device },
  'device-suggestion-rejected': { kind: 'device-suggestion-rejected', ...device, rule: 'name' },
  'device-match-ended': { kind: 'device-match-ended', ...device, reason: 'device-replaced' },
  'device-match-kept': { kind: 'device-match-kept', ...device, reason: 'same-mac-new-id' },
  'configuration-ignored': { kind: 'configuration-ignored', ...configuration },
  'configuration-unignored': { kind: 'configuration-unignored', ...configuration },
  'sharing-legitimate': { kind: 'sharing-legitimate', ...sharing },
  'sharing-not-legitimate': { kind: 'sharing-not-legitimate', ...sharing },
  created: { kind: 'created', ...record },
  updated: { kind: 'updated', ...record, fields: ['Pre-shared Key', 'Location'] },
  archived: { kind: 'archived', ...record, resource: 'password' },
  unarchived: { kind: 'unarchived', ...record, resource: 'type' },
  deleted: { kind: 'deleted', ...record, resource: 'manufacturer' },
  related: { kind: 'related', ...record, resource: 'relation' },
  unrelated: { kind: 'unrelated', ...record, resource: 'model' },
  'deletion-noticed': { kind: 'deletion-noticed', ...record, resource: 'organization' },
  refused: {
    kind: 'refused',
    ...record,
    resource: 'configuration',
    name: 'Un nom qui n’en finit pas, avec le bâtiment, l’étage, la salle et le numéro d’inventaire',
    problem: problems.refused,
  },
} as const satisfies { [Some in Kind]: ActivityEvent & { readonly kind: Some } };

/** The activity list with one line of each kind, newest first, by each kind of author. */
export const activityRows: ResponseOf<'activity.list'>['rows'] = Object.values(events).map(
  (event, at, { length }) => ({
    id: length - at,
    at: new Date(Date.parse('2026-03-05T11:00:00Z') - at * 3_600_000).toISOString(),
    who: ['sync', 'Ada Lovelace', 'policy', ''][at % 4] ?? '',
    event,
  }),
);

/** The same by what was done together: first a sync, last a write that opens to its values. */
export const activityGroups: ResponseOf<'activity.groups'>['groups'] = [
  ...activityRows.map((head, place) => ({
    id: head.id,
    run: place === 0 ? 'sync' : null,
    head,
    count: place === 0 ? 36 : 1,
    failures: place === 0 ? 2 : 0,
  })),
  {
    id: 0,
    run: null,
    head: {
      at: '2026-03-01T11:00:00Z',
      who: 'sync',
      event: {
        ...record,
        kind: 'updated',
        fields: ['Location', 'Pre-shared Key', 'Wireless Devices - Unmatched'],
        changes: [
          { field: 'Location', before: 'Attic', after: 'Lobby, first floor, behind the reception' },
          { field: 'Pre-shared Key' },
          {
            field: 'Wireless Devices - Unmatched',
            before: null,
            after: 'NW-AP14 AC:86:74:00:00:14\nNW-AP15 AC:86:74:00:00:15',
          },
        ],
      },
    },
    count: 1,
    failures: 0,
  },
];

export const activityChoices: ResponseOf<'activity.choices'> = {
  people: ['Ada Lovelace', 'policy', 'sync', ''],
  organizations: [{ id: organizationId(2), name: 'Acme Corp' }],
};
