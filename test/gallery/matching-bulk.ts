import { sampleBulkRow, sampleCounts, sampleLeft } from '@/components/matching/bulk.fixture';
import type { Answers } from '@/components/state/client.fixture';
import { problems, refusals } from '@/components/state/problems.fixture';
import type { BulkPreview } from '@/lib/views/bulk';
import { acts, fails, pending, press, tick, type } from './acts';
import type { Entry } from './entry';
import { matchingEntry as entry } from './matching-entry';
import { deviceRows, networkRows, organizationHits } from './matching-tenant.fixture';

const networks = '#networks';
const devices = '#organization/7';
const all = tick('Select all that are shown');

/** Suggested organizations, the least sure first. */
const suggested: BulkPreview = {
  rows: Array.from({ length: 300 }, (_, at) => {
    const { name } = networkRows[at % networkRows.length]!;
    const target = organizationHits[at % organizationHits.length]!;
    return sampleBulkRow(String(at), {
      name: `${name} ${at + 1}`,
      target,
      reason: {
        of: 'organization',
        reason: at < 40 ? { kind: 'similar' } : { kind: 'legal-form', form: 'Inc.' },
      },
    });
  }),
  left: sampleLeft,
};

const configurations: BulkPreview = {
  rows: deviceRows.map(({ key, name }, at) =>
    sampleBulkRow(key, {
      name,
      target: { id: String(at), name: name.toUpperCase() },
      reason: { of: 'configuration', rule: at < 3 ? 'name' : 'mac' },
    }),
  ),
  left: [],
};

const acceptAll = press('Accept all suggestions');
const asked = (name: string, answers: Answers, act = acceptAll): Entry =>
  entry(`Accept all, ${name}`, networks, { 'bulk.preview': () => suggested, ...answers }, act);

/** Rows that are chosen, and what is asked before something is done about them. */
export const bulkEntries: readonly Entry[] = [
  entry('networks selected', networks, {}, all),
  entry('networks selected, counting', networks, { 'bulk.counts': pending }, all),
  entry(
    'networks selected, one action fits none',
    networks,
    {
      'bulk.counts': () => ({
        ...sampleCounts(5),
        counts: { ...sampleCounts(5).counts, accept: 0 },
      }),
    },
    all,
  ),
  entry(
    'networks selected, some outside the filters',
    networks,
    {},
    acts(all, type('Search networks', networkRows[1]?.name ?? '')),
  ),
  entry('networks matched, selected', '#networks?tab=matched', {}, all),
  entry('networks ignored, selected', '#networks?tab=ignored', {}, all),
  entry('devices selected', devices, {}, all),
  entry('devices matched, selected', '#organization/7?tab=matched', {}, all),
  entry('findings selected', '#findings', {}, all),
  entry('Match To, many networks', networks, {}, acts(all, press('Match To'))),
  asked('many', {}),
  asked('reading', { 'bulk.preview': pending }),
  asked('not read', { 'bulk.preview': fails(problems['rate-limited']) }),
  asked('nothing fits', { 'bulk.preview': () => ({ rows: [], left: sampleLeft }) }),
  asked('at work', { 'bulk.decide': pending }, acts(acceptAll, press(/^Accept \d+ suggestion/))),
  asked(
    'refused',
    { 'bulk.decide': () => ({ ok: false, refusal: refusals.problem }) },
    acts(acceptAll, press(/^Accept \d+ suggestion/)),
  ),
  entry('Accept all, devices', devices, { 'bulk.preview': () => configurations }, acceptAll),
  entry(
    'Ignore, many',
    devices,
    {
      'bulk.preview': () => ({
        rows: deviceRows.map(({ key, name }) => sampleBulkRow(key, { name })),
        left: [],
      }),
    },
    acts(all, press('Ignore')),
  ),
];
