import { emptyOptions, sampleOptions } from '@/components/state/client.fixture';
import { causes, problems } from '@/components/state/problems.fixture';
import { statuses } from '@/components/state/statuses.fixture';
import type { Recognition } from '@/lib/model/recognition';
import { defaultSettings } from '@/lib/model/settings';
import { activityChoices, activityGroups, activityRows } from './activity.fixture';
import { acts, choose, disclose, fails, pending, press, sees, type, unfold } from './acts';
import type { Entry } from './entry';
import { sectionEntries } from './options-section';

const sync = sectionEntries('sync', { 'settings.save': () => null });
const types = sectionEntries('types', {
  'types.list': () => [
    { id: '1', name: 'Managed Network Switch' },
    { id: '2', name: 'Wireless Access Point' },
  ],
  'types.save': () => null,
});
const recognizes = (seen: Recognition) => ({ answers: { 'user.recognize': () => seen } });
const cannotTell = (why: Exclude<Recognition, { state: 'found' }>['why']) =>
  recognizes({ state: 'cannot-tell', why });
const found = (place: number) => recognizes({ state: 'found', user: sampleOptions.users[place]! });
const access = sectionEntries('access', {
  'settings.save': () => null,
  ...cannotTell('no-page').answers,
});
const security = sectionEntries('security');
const activity = sectionEntries('activity', {
  'activity.list': () => ({ rows: activityRows, before: null }),
  'activity.groups': () => ({ groups: activityGroups, before: null }),
  'activity.choices': () => activityChoices,
});
const noGroups = { 'activity.groups': () => ({ groups: [], before: null }) };

const user = (place: number | null) => ({
  settings: {
    ...defaultSettings,
    userId: place === null ? null : (sampleOptions.users[place]?.id ?? null),
  },
});

const unread = {
  lastSync: {
    at: '2026-03-05T10:00:00Z',
    problems: [
      {
        stage: 'networks',
        subject: { kind: 'network-list' },
        problem: causes['no-network-listed'],
      },
    ],
    skipped: [],
    oddFields: [],
  },
} as const;

const { managed } = sampleOptions;

export const otherSectionEntries: readonly Entry[] = [
  sync('saved', { act: choose('Automatic sync', '6') }),
  sync('not saved', {
    answers: { 'settings.save': fails(problems['storage-full']) },
    act: choose('Automatic sync', '6'),
  }),
  sync('set by the company', {
    view: { managed: { ...managed, fields: ['syncEveryHours'] } },
  }),
  sync('syncing', {
    view: { status: statuses.syncing },
    status: { lastSync: null, nextSync: null },
  }),
  sync('with what could not be read, opened', { status: unread, act: disclose }),
  sync('before any key', { view: emptyOptions }),
  types('by name and chosen', {
    view: {
      settings: {
        ...defaultSettings,
        configurationTypes: {
          'access-point': '2',
          switch: '2',
          'managed-power': '46',
          router: null,
        },
      },
    },
  }),
  types('set by the company', {
    view: {
      settings: {
        ...defaultSettings,
        configurationTypes: { ...defaultSettings.configurationTypes, switch: '1' },
      },
      managed: {
        ...managed,
        fields: ['switchType', 'routerType'],
        values: { switchType: 'Managed Network Switch', routerType: 'Core router' },
      },
    },
  }),
  types('none', { answers: { 'types.list': () => [] } }),
  types('loading', { answers: { 'types.list': pending } }),
  types('without the list', { answers: { 'types.list': fails(problems['no-api-access']) } }),
  types('before any key', { view: emptyOptions }),
  access('nobody', { view: user(null) }),
  access('an Administrator', { view: user(0) }),
  access('a Manager', { view: user(1) }),
  access('another role', { view: user(2) }),
  access('before users are known', { view: { users: [] } }),
  access('looking', { answers: { 'user.recognize': pending } }),
  access('recognized', { view: user(null), ...found(1) }),
  access('recognized as another', { view: user(0), ...found(1) }),
  access('recognized and confirmed', { view: user(1), ...found(1) }),
  access('confirming', {
    view: user(null),
    answers: { ...found(1).answers, 'user.confirm': pending },
    act: press('Yes, this is me'),
  }),
  access('no longer the one to confirm', {
    view: user(null),
    answers: { ...found(2).answers, 'user.confirm': () => false },
    act: press('Yes, this is me'),
  }),
  access('nobody named', cannotTell('nobody-named')),
  access('an unknown user', cannotTell('unknown')),
  access('several users', cannotTell('several')),
  access('not asked', { answers: { 'user.recognize': fails(problems.internal) } }),
  access('by hand with another code', {
    view: { managed: { ...sampleOptions.managed, fields: ['userUnlock'] } },
    answers: { 'settings.save': fails(problems.managed) },
    act: acts(sees(/^Open IT Glue in a tab/), type('Unlock code', 'x'), choose('I am', '1')),
  }),
  access('by hand with a code', {
    view: { managed: { ...sampleOptions.managed, fields: ['userUnlock'] } },
  }),
  security('whole'),
  activity('every kind', {}),
  activity('a run open', {
    answers: { 'activity.list': () => ({ rows: activityRows.slice(2, 6), before: null }) },
    act: unfold(/36/),
  }),
  activity('a write open', {
    answers: { 'activity.groups': () => ({ groups: activityGroups.slice(-2), before: null }) },
    act: unfold(/Guest/),
  }),
  activity('nothing yet', { answers: noGroups }),
  activity('nothing found', { answers: noGroups, act: type('Search', 'zebra') }),
  activity('without the list', { answers: { 'activity.groups': fails(problems.storage) } }),
  activity('exporting', { answers: { 'activity.list': pending }, act: press('Export CSV') }),
  activity('not exported', {
    answers: { 'activity.list': fails(problems.internal) },
    act: press('Export CSV'),
  }),
];
