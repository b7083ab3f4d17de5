import {
  archivingPreview,
  autoCreateResult,
  autoCreateStates,
  creatingPreview,
  idleAutoCreate,
  previewOf,
  refusedFor,
} from '@/components/options/states.fixture';
import { emptyOptions, sampleOptions } from '@/components/state/client.fixture';
import { causes, problems } from '@/components/state/problems.fixture';
import type { AutoCreateView, WirelessPreview } from '@/lib/views/wireless';
import { acts, disclose, fails, pending, press, tick } from './acts';
import type { Entry } from './entry';
import { sectionEntries } from './options-section';

const entry = sectionEntries('auto-create', {
  'auto-create.view': () => idleAutoCreate,
  'auto-create.preview': () => creatingPreview,
  'auto-create.save': () => null,
});

const at = (name: string, auto: AutoCreateView) =>
  entry(name, { answers: { 'auto-create.view': () => auto } });

const box = tick(/^Datto Networking Wireless/);
const previewing = (name: string, preview: WirelessPreview, act = box) =>
  entry(`preview, ${name}`, {
    answers: {
      'auto-create.view': () => ({ ...idleAutoCreate, on: !preview.on }),
      'auto-create.preview': () => preview,
    },
    act,
  });

const names = ['Acme Corp', 'Contoso — Praha', 'مقهى السلام'];

/** Who may not switch it, and why. */
const others = {
  'for another role': {
    settings: { ...sampleOptions.settings, userId: sampleOptions.users[1]?.id ?? null },
  },
  'where nobody is chosen': {},
  'before users are known': { users: [] },
};

export const autoCreateEntries: readonly Entry[] = [
  at('off', idleAutoCreate),
  ...Object.entries(autoCreateStates).map(([name, auto]) => at(name, auto)),
  at('switched off by another, more than an hour ago', {
    ...autoCreateStates.waiting,
    permitted: false,
    switchedOff: {
      ...autoCreateStates.waiting.switchedOff,
      who: '',
      until: '2026-03-05T11:00:00Z',
    },
  }),
  at('archiving', { ...idleAutoCreate, state: 'working' }),
  at('nothing changed', {
    ...idleAutoCreate,
    on: true,
    lastResult: { ...autoCreateResult, created: 0, related: 0 },
  }),
  at('everything changed, much refused', {
    ...idleAutoCreate,
    on: true,
    lastResult: {
      ...autoCreateResult,
      updated: 3,
      archived: 2,
      unarchived: 1,
      refused: [
        ...names.map((name) => refusedFor(name, 'Name has already been taken')),
        ...Object.entries(causes).map(([subject, problem]) => ({ subject, problem })),
      ],
    },
  }),
  at('not archived', { ...idleAutoCreate, state: 'failed', problem: causes.several }),
  ...Object.entries(others).map(([name, view]) =>
    entry(name, {
      view,
      answers: { 'auto-create.view': () => ({ ...idleAutoCreate, permitted: false }) },
    }),
  ),
  entry('set by the company', {
    view: { managed: { ...sampleOptions.managed, fields: ['autoCreate'] } },
  }),
  entry('before any key', { view: emptyOptions }),
  entry('loading', { answers: { 'auto-create.view': pending } }),
  entry('without a view', { answers: { 'auto-create.view': fails(problems.storage) } }),
  entry('previewing', { answers: { 'auto-create.preview': pending }, act: box }),
  previewing('creates', { ...creatingPreview, createsType: true }),
  previewing('archives, opened', { ...archivingPreview, archivesIn: names }, acts(box, disclose)),
  previewing(
    'everything, opened',
    {
      ...creatingPreview,
      unarchives: { records: 2, passwords: 1, madeByPeople: 1, recordsMadeByPeople: 1 },
      updates: { records: 4, passwords: 0 },
      networksUnread: names,
    },
    acts(box, disclose),
  ),
  previewing('nothing', previewOf({})),
  previewing('in the way', previewOf({ problem: causes['field-of-another-kind'] })),
  entry('not previewed', {
    answers: { 'auto-create.preview': fails(problems.offline) },
    act: box,
  }),
  entry('saving', { answers: { 'auto-create.save': pending }, act: acts(box, press('Save')) }),
  entry('not saved', {
    answers: { 'auto-create.save': fails({ ...problems['not-permitted'], side: 'itglue' }) },
    act: acts(box, press('Save')),
  }),
];
