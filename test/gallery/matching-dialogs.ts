import { problems, refusals } from '@/components/state/problems.fixture';
import { deviceKey } from '@/lib/model/device';
import { formatMac } from '@/lib/model/mac';
import type { CreationPreview, SimilarOrganizations } from '@/lib/views/matching';
import type { Answers } from '@/components/state/client.fixture';
import { acts, fails, pending, press, tick, type } from './acts';
import type { Entry } from './entry';
import { matchingEntry } from './matching-entry';
import {
  deviceRows,
  devicesView,
  mostHits,
  organizationHits,
  searchProblem,
} from './matching-tenant.fixture';

const networks = '#networks';
const devices = '#organization/7';

const matchTo = press(/^Match To for/);
const changeMatch = press(/^Change Match for/);

const matchToEntries: readonly Entry[] = [
  matchingEntry('Match To, organizations', networks, {}, matchTo),
  matchingEntry(
    'Match To, more than are shown',
    networks,
    { 'matching.search-organizations': () => mostHits },
    matchTo,
  ),
  matchingEntry(
    'Match To, none',
    '#networks?text=Nothing&without-devices=1',
    { 'matching.search-organizations': () => [] },
    matchTo,
  ),
  matchingEntry(
    'Match To, searching',
    networks,
    { 'matching.search-organizations': pending },
    matchTo,
  ),
  matchingEntry(
    'Match To, failing',
    networks,
    { 'matching.search-organizations': fails(searchProblem) },
    matchTo,
  ),
  matchingEntry('Match To, configurations', devices, {}, matchTo),
  matchingEntry(
    'Match To, no configuration',
    '#organization/7?sort=-name',
    { 'matching.search-configurations': () => [] },
    matchTo,
  ),
  matchingEntry(
    'Change Match',
    '#organization/7?tab=matched',
    {
      'matching.search-configurations': () =>
        deviceRows.flatMap(({ configuration, name }, at) =>
          configuration === null
            ? []
            : [
                {
                  id: configuration.id,
                  name: configuration.name,
                  facts: ['CE21-00417'],
                  archived: at % 5 === 0,
                  takenBy: name,
                },
              ],
        ),
    },
    changeMatch,
  ),
];

const found = (more: Partial<SimilarOrganizations> = {}): SimilarOrganizations => ({
  name: '',
  same: [],
  similar: [],
  problem: null,
  ...more,
});
const same = organizationHits.slice(0, 1);

const createOrganization = press(/^Create Organization for/);
/** The dialog's own button, which has the name of the rows'. */
const create = press('Create Organization');
const similar =
  (name: string) =>
  (answer: Partial<SimilarOrganizations>, more: Answers = {}, act = createOrganization): Entry =>
    matchingEntry(
      `Create Organization, ${name}`,
      networks,
      { 'creation.similar-organizations': () => found(answer), ...more },
      act,
    );

const organizationEntries: readonly Entry[] = [
  similar('nothing like it')({}),
  similar('the same and similar ones')({ same, similar: organizationHits.slice(1) }),
  similar('a duplicate after all')(
    { same },
    {},
    acts(createOrganization, tick('Create a duplicate all the same')),
  ),
  similar('the name cut')({ name: 'A very long name of a network that…' }),
  similar('nothing entered')({}, {}, acts(createOrganization, type('Name in IT Glue', ''))),
  similar('IT Glue not searched')({ problem: searchProblem }),
  similar('looking')({}, { 'creation.similar-organizations': pending }),
  similar('creating')({}, { 'creation.organization': pending }, acts(createOrganization, create)),
  similar('one was created meanwhile')(
    { same },
    { 'creation.organization': () => ({ ok: false, refusal: refusals.exists }) },
    acts(createOrganization, tick('Create a duplicate all the same'), create),
  ),
  similar('refused')(
    {},
    { 'creation.organization': () => ({ ok: false, refusal: refusals.problem }) },
    acts(createOrganization, create),
  ),
  similar('the background fails')(
    {},
    { 'creation.organization': fails(problems.internal) },
    acts(createOrganization, create),
  ),
];

type Left = CreationPreview['left'][number];
/** Why a device is left out of a creation. */
const reasonsLeft = {
  'suggestion-undecided': true,
  decided: true,
  'no-type': true,
} as const satisfies Record<Left['why'], true>;

const left: readonly Left[] = Object.keys(reasonsLeft).map((why, at) => ({
  deviceKey: deviceKey('switch', why),
  name: deviceRows[at]?.name ?? '',
  why: why as Left['why'],
}));

const rows: CreationPreview['rows'] = deviceRows.slice(0, 14).map((row, at) => ({
  deviceKey: row.key,
  name: row.name,
  nameCut: at === 3,
  sameName: (['configuration', 'row', 'suggestion'] as const)[at - 4] ?? null,
  mac: row.mac && formatMac(row.mac),
  ip: row.ip,
  serialNumber: at % 2 === 0 ? 'CE21-00417' : null,
  type: 'Managed Network Switch',
  model: row.model,
}));

const createConfiguration = press(/^Create Configuration for Meeting Room/);
const preview = (
  name: string,
  answer: CreationPreview,
  more: Answers = {},
  act = createConfiguration,
): Entry =>
  matchingEntry(
    `Create Configuration, ${name}`,
    '#organization/7?text=Meeting',
    { 'creation.preview': () => answer, ...more },
    act,
  );
const start = acts(createConfiguration, press(/^Create \d+ configuration/));

const configurationEntries: readonly Entry[] = [
  preview('one', { rows: rows.slice(0, 1), left: [] }),
  preview('many, some left out', { rows, left }),
  preview('many left out', {
    rows,
    left: Array.from({ length: 8 }, (_, at) => ({
      ...left[at % 3]!,
      deviceKey: deviceKey('switch', `left ${at}`),
    })),
  }),
  preview('nothing', { rows: [], left }),
  preview('reading', { rows: [], left: [] }, { 'creation.preview': pending }),
  preview('not read', { rows: [], left: [] }, { 'creation.preview': fails(searchProblem) }),
  preview('starting', { rows, left: [] }, { 'creation.start': pending }, start),
  preview(
    'refused',
    { rows, left: [] },
    { 'creation.start': () => ({ ok: false, refusal: refusals['not-permitted'] }) },
    start,
  ),
  matchingEntry(
    'Create all remaining',
    '#organization/7?tab=unmatched',
    {
      'matching.devices': devicesView({}, (rows) =>
        rows.filter(({ creation }) => creation !== 'suggestion-undecided'),
      ),
      'creation.preview': () => ({ rows, left }),
    },
    press('Create all remaining'),
  ),
];

/** Every dialog of the matching page, in each of its states. */
export const dialogEntries: readonly Entry[] = [
  ...matchToEntries,
  ...organizationEntries,
  ...configurationEntries,
];
