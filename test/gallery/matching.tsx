import { sampleBatch, sampleDevices, sampleNetworks } from '@/components/matching/tenant.fixture';
import { autoCreateStates } from '@/components/options/states.fixture';
import { sampleStatus } from '@/lib/views/status.fixture';
import { teamMark } from '@/components/ui/team-mark.fixture';
import { problems, refusals } from '@/components/state/problems.fixture';
import { passphraseMissing, statuses } from '@/components/state/statuses.fixture';
import { configurationId } from '@/lib/model/ids';
import type { NotUndoneView, UndoOffer } from '@/lib/model/undo-view';
import type { Access } from '@/lib/views/matching';
import { acts, disclose, fails, pending, press, pressEach } from './acts';
import type { Surface } from './entry';
import { bulkEntries } from './matching-bulk';
import { dialogEntries } from './matching-dialogs';
import { matchingEntry as entry } from './matching-entry';
import {
  archivingAtWork,
  archivingDone,
  creationAtWork,
  creationDone,
} from './matching-progress.fixture';
import {
  devicesView,
  keys,
  nameAt,
  networksView,
  severalSuggestions,
  undoActions,
} from './matching-tenant.fixture';

const networks = '#networks';
const devices = '#organization/7';
const allDevices = '#devices';
const findings = '#findings';

/** Who sees what of a page without rows. */
const accesses = {
  all: true,
  own: true,
  panels: true,
  'no-user': true,
} as const satisfies Record<Access, true>;

const empty = (access: Access = 'all') => sampleNetworks([], { access });
const noFindings = () => ({ access: 'all', rows: [], undo: null }) as const;
const never = { ...sampleStatus, lastSync: null };

const allRefusals = Object.values(refusals);
/** Answers each decision with another refusal. */
function refused() {
  let at = 0;
  return () => {
    const refusal = allRefusals[at++ % allRefusals.length];
    return refusal ? ({ ok: false, refusal } as const) : ({ ok: true, count: 1 } as const);
  };
}
const ignoreFirst = press(/^Ignore for/);

/** Why rows are left as they are, each once. */
const notUndone: NotUndoneView = {
  count: 7,
  first: [
    { name: 'Lobby', why: 'decided', by: 'Ada Example' },
    { name: 'Attic', why: 'decided', by: null },
    { name: 'Van', why: 'taken', by: 'Warehouse 12' },
    { name: 'Cellar', why: 'gone', by: null },
    { name: 'Roof', why: 'elsewhere', by: null },
    { name: 'Yard', why: 'not-permitted', by: null },
  ],
};

function undoEntry(
  name: string,
  level: 'networks' | 'devices' | 'findings',
  offer: Pick<UndoOffer, 'action'> & Partial<UndoOffer>,
) {
  const undo = { next: { step: 1, count: 12, name: null, ...offer }, notUndone: null };
  switch (level) {
    case 'networks':
      return entry(name, networks, { 'matching.networks': networksView({ undo }) });
    case 'devices':
      return entry(name, devices, { 'matching.devices': devicesView({ undo }) });
    case 'findings':
      return entry(name, findings, { 'matching.findings': () => ({ ...noFindings(), undo }) });
  }
}

export const matching: Surface = {
  name: 'matching',
  widths: [320, 480, 1280, 1920],
  entries: [
    entry('networks', networks),
    entry('networks, another decided differently', networks, {
      'matching.networks': networksView({}, (rows) =>
        rows.map((row, place) => ({
          ...row,
          team: teamMark({ key: `n:${row.id}`, overruled: place < 2 }),
        })),
      ),
    }),
    entry('networks, another switched Auto-Create off', networks, {
      'status.view': () => ({
        ...sampleStatus,
        switchedOff: { ...autoCreateStates.waiting.switchedOff, permitted: true },
      }),
    }),
    entry('networks, several suggestions', networks, {
      'matching.networks': networksView({}, () => severalSuggestions),
    }),
    entry(
      'networks, several suggestions compared',
      networks,
      { 'matching.networks': networksView({}, () => severalSuggestions) },
      acts(pressEach(/^Compare \d/, 3), press(/^\+\d+ more/)),
    ),
    entry('networks matched', '#networks?tab=matched'),
    entry('networks ignored', '#networks?tab=ignored'),
    entry('networks without devices', '#networks?without-devices=1&sort=-devices'),
    entry('networks, nothing found', '#networks?text=zebra&kind=switch'),
    ...(['unmatched', 'matched', 'ignored'] as const).map((tab) =>
      entry(`networks ${tab}, none`, `#networks?tab=${tab}`, {
        'matching.networks': networksView({}, (rows) => rows.filter(({ state }) => state !== tab)),
      }),
    ),
    entry('networks, deciding', networks, { 'matching.decide-network': pending }, ignoreFirst),
    entry(
      'networks, refused',
      networks,
      { 'matching.decide-network': refused() },
      pressEach(/^Ignore for/, allRefusals.length),
    ),
    entry(
      'networks, the background fails',
      networks,
      { 'matching.decide-network': fails(problems['storage-full']) },
      ignoreFirst,
    ),
    ...keys(undoActions).map((action) =>
      undoEntry(`undo ${action}`, undoActions[action], { action }),
    ),
    undoEntry('undo of one of a long name', 'devices', {
      action: 'ignore',
      count: 1,
      name: nameAt(4),
    }),
    entry('networks, some of them new', networks, {
      'matching.networks': networksView({}, (rows) =>
        rows.map((row, place) => ({ ...row, isNew: place % 2 === 0 })),
      ),
    }),
    entry('devices, some of them new', devices, {
      'matching.devices': devicesView({}, (rows) =>
        rows.map((row, place) => ({ ...row, isNew: place % 2 === 0 })),
      ),
    }),
    entry('networks, nothing to undo', networks, {
      'matching.networks': networksView({ undo: null }),
    }),
    entry('networks, undo leaves rows as they are', networks, {
      'matching.networks': networksView({
        undo: { next: { step: 1, action: 'ignore', count: 10, name: null }, notUndone },
      }),
    }),
    entry('networks, nothing of an action can be undone', networks, {
      'matching.networks': networksView({ undo: { next: null, notUndone } }),
    }),
    entry(
      'networks, undone with what stays',
      networks,
      {
        'matching.undo': () => ({
          ok: true,
          count: 10,
          undone: { archiving: 3, staying: ['Acme Corp'], notUndone },
        }),
      },
      press(/^Undo/),
    ),
    entry('keyboard opened', networks, {}, press('Keyboard')),
    ...Object.keys(accesses).map((access) =>
      entry(`access ${access}`, networks, {
        'matching.networks': empty(access as Access),
      }),
    ),
    entry('not connected', networks, {
      'status.view': () => ({ ...never, status: statuses['not-connected'] }),
    }),
    entry('a passphrase required', networks, {
      'status.view': () => ({ ...sampleStatus, status: passphraseMissing }),
    }),
    entry('credentials failed', networks, {
      'status.view': () => ({ ...sampleStatus, status: statuses['credentials-failed'] }),
    }),
    entry('never synced', networks, {
      'status.view': () => never,
      'matching.networks': empty(),
    }),
    entry(
      'never synced, sync not started',
      networks,
      {
        'status.view': () => never,
        'matching.networks': empty(),
        'sync.start': fails(problems.offline),
      },
      press('Sync now'),
    ),
    entry('first sync', networks, {
      'status.view': () => ({ ...never, status: statuses.syncing }),
      'matching.networks': empty(),
    }),
    entry('networks loading', networks, { 'matching.networks': pending }),
    entry('devices loading', devices, { 'matching.devices': pending }),
    entry('findings loading', findings, { 'matching.findings': pending }),
    entry('networks failing', networks, { 'matching.networks': fails(problems.internal) }),
    entry('devices of another’s organization', devices, {
      'matching.devices': fails(problems['not-permitted']),
    }),
    entry('devices', devices),
    entry('devices matched', '#organization/7?tab=matched'),
    entry('devices ignored', '#organization/7?tab=ignored'),
    entry(
      'devices ignored, with configurations',
      '#organization/7?tab=ignored',
      {
        'matching.devices': devicesView({
          ignored: [
            { id: configurationId(81), name: 'Front desk printer', url: 'https://acme.test/7/81' },
            { id: configurationId(82), name: 'خادم الملفات', url: 'https://acme.test/7/82' },
          ],
        }),
      },
      disclose,
    ),
    entry('devices, nothing found', '#organization/7?text=zebra'),
    entry('devices, none', devices, { 'matching.devices': sampleDevices([]) }),
    ...(['unmatched', 'matched', 'ignored'] as const).map((tab) =>
      entry(`devices ${tab}, none`, `#organization/7?tab=${tab}`, {
        'matching.devices': devicesView({}, (rows) => rows.filter(({ state }) => state !== tab)),
      }),
    ),
    entry(
      'devices, refused',
      devices,
      { 'matching.decide-device': refused() },
      pressEach(/^Ignore for/, allRefusals.length),
    ),
    entry('archiving', devices, {
      'matching.devices': devicesView(sampleBatch({ archiving: archivingAtWork })),
    }),
    entry('archived', devices, {
      'matching.devices': devicesView(sampleBatch({ archiving: archivingDone })),
    }),
    entry('creating', devices, {
      'matching.devices': devicesView(sampleBatch({ creation: creationAtWork })),
    }),
    entry(
      'creating, opened',
      devices,
      {
        'matching.devices': devicesView(sampleBatch({ creation: creationAtWork })),
      },
      disclose,
    ),
    entry('created', devices, {
      'matching.devices': devicesView(sampleBatch({ creation: creationDone })),
    }),
    entry('devices of all organizations', allDevices),
    entry('devices of all organizations matched', `${allDevices}?tab=matched`),
    entry(
      'devices of all organizations, filtered',
      `${allDevices}?tab=matched&reason=mac&unmatched=1`,
    ),
    entry('devices of all organizations, none', allDevices, {
      'matching.devices': sampleDevices([]),
    }),
    entry('devices of all organizations, every one decided', allDevices, {
      'matching.devices': devicesView({}, (rows) =>
        rows.filter(({ state }) => state !== 'unmatched'),
      ),
    }),
    entry('devices of all organizations, creating', allDevices, {
      'matching.devices': devicesView(sampleBatch({ creation: creationAtWork })),
    }),
    entry('devices of all organizations, archiving', allDevices, {
      'matching.devices': devicesView(sampleBatch({ archiving: archivingAtWork })),
    }),
    entry('findings', findings),
    entry('findings legitimate', '#findings?tab=legitimate'),
    entry('findings, none', findings, { 'matching.findings': noFindings }),
    entry('findings legitimate, none', '#findings?tab=legitimate', {
      'matching.findings': noFindings,
    }),
    entry(
      'findings, refused',
      findings,
      { 'matching.decide-sharing': refused() },
      pressEach(/^Legitimate for/, allRefusals.length),
    ),
    ...dialogEntries,
    ...bulkEntries,
  ],
};
