import { autoCreateStates } from '@/components/options/states.fixture';
import { Popup } from '@/components/popup/popup';
import { deviceView, unmatchedView } from '@/components/panel/states.fixture';
import type { Answers } from '@/components/state/client.fixture';
import { sampleStatus } from '@/lib/views/status.fixture';
import { allProblems, problems } from '@/components/state/problems.fixture';
import { passphraseMissing, statuses } from '@/components/state/statuses.fixture';
import { deviceKinds } from '@/lib/model/device';
import { networkId } from '@/lib/model/ids';
import { fullDevices } from '@/lib/model/samples.fixture';
import type { RunProblem, SkippedRow } from '@/lib/model/run';
import type { PanelView } from '@/lib/views/panel';
import type { StatusView } from '@/lib/views/status';
import { acts, disclose, fails, pending, press, type } from './acts';
import type { Entry, Surface } from './entry';

function entry(
  name: string,
  view: StatusView,
  {
    panel = { kind: 'none' },
    answers = {},
    act,
  }: {
    panel?: PanelView;
    answers?: Answers;
    act?: NonNullable<Entry['act']>;
  } = {},
): Entry {
  return {
    name,
    ...(act && { act }),
    page: {
      answers: {
        'status.view': () => view,
        'popup.panel': () => panel,
        'popup.given-up': () => false,
        'welcome.view': () => ({ offered: true, portal: null, example: null }),
        ...answers,
      },
      render: (client) => (
        <Popup
          client={client}
          options={() => undefined}
          welcome={() => undefined}
          matching={() => undefined}
        />
      ),
    },
  };
}

/** What a sync can meet that is about no network. */
const subjects = {
  'network-list': { kind: 'network-list' },
  'organization-list': { kind: 'organization-list' },
  'user-list': { kind: 'user-list' },
  'configurations-of': { kind: 'configurations-of', organizationName: 'Acme Corp' },
  'passwords-of': { kind: 'passwords-of', organizationName: 'Acme Corp' },
  row: { kind: 'row', row: { kind: 'record' }, id: '4711' },
  network: { kind: 'network' },
  organization: { kind: 'organization' },
  configuration: { kind: 'configuration' },
  user: { kind: 'user' },
  record: { kind: 'record' },
  password: { kind: 'password' },
  device: { kind: 'device', deviceKind: 'switch', networkName: 'Acme Main' },
  ssid: { kind: 'ssid', networkName: 'Acme Main' },
} as const satisfies Record<
  Exclude<RunProblem['subject'], string>['kind'],
  Exclude<RunProblem['subject'], string>
>;

/** Those that Datto answers for. */
const ofDatto: ReadonlySet<string> = new Set(['network-list', 'network', 'device', 'ssid']);

const skipped: SkippedRow = {
  stage: 'devices',
  subject: { kind: 'device', deviceKind: 'switch', networkName: 'Acme Main' },
  id: '18',
  fields: [
    { field: 'mac', expected: null },
    { field: 'summary_info.uptime', expected: 'number' },
  ],
};

const unread: StatusView = {
  ...sampleStatus,
  lastSync: {
    at: '2026-03-05T10:00:00Z',
    problems: [
      { stage: 'devices', networkId: networkId(1), subject: 'Acme Main', problem: problems.server },
      {
        stage: 'organizations',
        subject: { kind: 'user-list' },
        problem: { ...problems['not-permitted'], side: 'itglue' },
      },
    ],
    skipped: [skipped],
    oddFields: [
      { kind: 'access-point', field: 'latitude', count: 12, type: 'string', lost: false },
      { kind: 'switch', field: 'total_power', count: 3, type: 'object', lost: true },
    ],
  },
};

/** As many as the list has in sight. */
const inSight = 4;

/** After a sync that met these, part by part, as the list scrolls. */
const inParts = (name: string, met: readonly RunProblem[]): Entry[] =>
  Array.from({ length: Math.ceil(met.length / inSight) }, (_, part) =>
    entry(
      `with ${name}, opened ${part + 1}`,
      {
        ...sampleStatus,
        lastSync: {
          at: '2026-03-05T10:00:00Z',
          problems: met.slice(part * inSight, (part + 1) * inSight),
          skipped: [],
          oddFields: [],
        },
      },
      { act: disclose },
    ),
  );

export const popup: Surface = {
  name: 'popup',
  widths: [360],
  entries: [
    entry('team', {
      ...sampleStatus,
      team: {
        shared: true,
        waiting: 4,
        unreached: true,
        syncing: { by: 'Grace Hopper', since: '2026-03-05T11:40:00Z' },
        outdated: true,
      },
    }),
    ...Object.entries(statuses).map(([name, status]) => entry(name, { ...sampleStatus, status })),
    ...[true, false].map((permitted) =>
      entry(`Auto-Create switched off by another, ${permitted ? 'may' : 'may not'} take it back`, {
        ...sampleStatus,
        switchedOff: { ...autoCreateStates.waiting.switchedOff, permitted },
      }),
    ),
    entry('for a Manager of some organizations', { ...sampleStatus, access: 'own' }),
    entry('with what is new', {
      ...sampleStatus,
      fresh: { networks: 1, devices: 3, findings: 1 },
    }),
    entry('for who may not match', { ...sampleStatus, access: 'panels' }),
    entry('a passphrase required', { ...sampleStatus, status: passphraseMissing }),
    entry(
      'locked, a wrong passphrase',
      { ...sampleStatus, status: statuses.locked },
      {
        answers: { 'vault.unlock': () => ({ right: false }) },
        act: acts(type('Passphrase', 'nine loud ferries'), press('Unlock')),
      },
    ),
    entry('before the first sync', { ...sampleStatus, lastSync: null, nextSync: null }),
    entry('loading', sampleStatus, { answers: { 'status.view': pending } }),
    entry('without a view', sampleStatus, { answers: { 'status.view': fails(problems.internal) } }),
    entry('sync not started', sampleStatus, {
      answers: { 'sync.start': fails(problems.offline) },
      act: press('Sync now'),
    }),
    ...deviceKinds.map((kind) =>
      entry(`on a page of a matched ${kind}`, sampleStatus, {
        panel: deviceView(fullDevices[kind]),
      }),
    ),
    entry('on a page that keeps removing the panel', sampleStatus, {
      panel: unmatchedView('organization-unmatched'),
      answers: { 'popup.given-up': () => true },
    }),
    entry('on a page of an unmatched configuration', sampleStatus, {
      panel: unmatchedView('device-unmatched'),
    }),
    ...(['organization-unmatched', 'configuration-unknown', 'never-synced'] as const).map((why) =>
      entry(`on a page without a device, ${why}`, sampleStatus, { panel: unmatchedView(why) }),
    ),
    ...[true, false].map((mayMatch) =>
      entry(
        `on a page of an ignored configuration, ${mayMatch ? 'may' : 'may not'} match`,
        sampleStatus,
        {
          panel: unmatchedView('device-unmatched', { ignored: true, mayMatch }),
        },
      ),
    ),
    entry('on a page that stays ignored', sampleStatus, {
      panel: unmatchedView('device-unmatched', { ignored: true, mayMatch: true }),
      answers: {
        'matching.ignore-configuration': () => ({
          ok: false,
          refusal: { kind: 'decided-meanwhile' },
        }),
      },
      act: press('Stop Ignoring'),
    }),
    entry('beside the vendor’s own integration', { ...sampleStatus, vendorIntegration: true }),
    entry('with what could not be read', unread),
    entry('with what could not be read, opened', unread, { act: disclose }),
    ...inParts(
      'subjects',
      Object.values(subjects).map((subject) => ({
        stage: 'configurations',
        subject,
        problem: { ...problems.timeout, side: ofDatto.has(subject.kind) ? 'datto' : 'itglue' },
      })),
    ),
    ...inParts(
      'problems',
      allProblems.map(([subject, problem], at) => ({
        stage: 'devices',
        networkId: networkId(at),
        subject,
        problem,
      })),
    ),
  ],
};
