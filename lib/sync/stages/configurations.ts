import type { ById } from '@/lib/itglue/by-ids';
import type { Configuration } from '@/lib/model/configuration';
import type { ConfigurationId, OrganizationId } from '@/lib/model/ids';
import { mergeOddFields } from '@/lib/model/rows';
import type { RunProblem } from '@/lib/model/run';
import { readMeta, writeMeta } from '@/lib/store/meta';
import { removeConfiguration } from '@/lib/store/removals';
import type { Database, WriteTransaction } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import type { SyncClients } from '../clients';
import { skippedRows } from '../skipped';
import type { Stage } from '../stage';
import { byAddress, stepIn, stepText, wholeSteps } from './configuration-steps';
import { isFresh, knownAfter, mayHaveShifted, oddFieldsOf, stillOdd } from './known-list';
import { keepFound, newestCounts, readNews, readWhole } from './read-configurations';

/** The organizations that a network is matched to, or that hold a matched configuration. */
export async function matchedOrganizations(store: Database): Promise<OrganizationId[]> {
  const matches = [
    ...(await stored.networkMatches.all(store)),
    ...(await stored.deviceMatches.all(store)),
  ];
  const ids = matches.flatMap((match) => (match.state === 'matched' ? [match.organizationId] : []));
  return [...new Set(ids)].sort();
}

/** The kinds of rows that come with configurations. */
const kinds = new Set(['configurations', 'configuration_interfaces', 'rmm_records'] as const);

/**
 * Reads the configurations of matched organizations, with their interfaces; only of those, and where all
 * are known only what changed since.
 */
export const configurations: Stage<SyncClients> = {
  name: 'configurations',
  concurrency: 3,
  readsAhead: true,
  after: ['organization-matching'],
  // A device that is gone takes its match along, one that is back brings it.
  endAfter: ['devices'],
  async begin({ store, clients, now }) {
    const ids = await matchedOrganizations(store);
    const known = await readMeta(store, 'configurationsKnown');
    const isKnown = new Set(
      known && isFresh(known, clients.version ?? '', now()) ? known.organizations : [],
    );
    const news = byAddress(ids.filter((id) => isKnown.has(id)));
    return [
      ...news.map((list) => stepText({ kind: 'newest', ids: list, count: newestCounts[0] })),
      ...wholeSteps(ids.filter((id) => !isKnown.has(id))),
    ];
  },
  step(context, text) {
    const step = stepIn(text);
    return step.kind === 'whole' ? readWhole(context, step) : readNews(context, step);
  },
  async end({ run, store, clients, now, signal }) {
    const ahead = (await readMeta(store, 'itGlueClock')) ?? 0;
    const parts = (await stored.seen.parts(store, run.id)).filter(
      (part) => !mayHaveShifted(part, ahead),
    );
    const before = await readMeta(store, 'configurationsKnown');
    const onlyNews = parts.some(({ whole }) => !whole);
    const odd = onlyNews && before ? stillOdd(before.oddFields, run.oddFields) : [];
    const met = oddFieldsOf(kinds, [...run.oddFields, ...odd]);
    // A row that cannot be read is named by each run.
    const isRead = !run.skipped.some(({ stage }) => stage === 'configurations');
    const known = isRead
      ? knownAfter(parts, before, { version: clients.version ?? '', oddFields: met })
      : undefined;
    const settle = async (transaction: WriteTransaction) => {
      await writeMeta(transaction, 'configurationsKnown', known);
      await forgetVendor(transaction);
    };
    // An organization that is out of reach keeps what is known of its configurations.
    const kept = new Set(run.problems.flatMap((problem) => problem.organizationId ?? []));
    const seen = await stored.seen.by(store, run.id, 'configurations');
    const keys = await stored.configurations.keys(store);
    const rows = await stored.configurations.getMany(
      store,
      keys.filter((id) => !seen.has(id)),
    );
    const unseen = rows.filter(({ organizationId: of }) => !kept.has(of));
    if (unseen.length === 0) return { oddFields: odd, write: settle };
    const missing = unseen.map(({ id }) => id);
    const names = new Map(unseen.map(({ id, name }) => [id, name]));
    const matched = new Set(
      (await stored.deviceMatches.all(store)).flatMap((match) =>
        match.state === 'matched' ? [match.configurationId] : [],
      ),
    );
    // As with organizations: a page that shifted, or a move to another organization, is no deletion.
    const doubtful = missing.filter((id) => matched.has(id));
    const found =
      doubtful.length === 0 ? nothing : await clients.itGlue.configurationsById(doubtful, signal);
    const gone = new Set(found.gone);
    const readAt = new Date(now()).toISOString();
    return {
      problems: found.outOfReach.map((id): RunProblem => ({
        stage: 'configurations',
        subject: names.get(id) ?? id,
        problem: { kind: 'out-of-reach', side: 'itglue' },
      })),
      skipped: skippedRows('configurations', { kind: 'configuration' }, found.skipped),
      oddFields: mergeOddFields(odd, found.oddFields),
      async write(transaction) {
        await keepFound(transaction, found, run.id);
        const seenByNow = await stored.seen.by(transaction, run.id, 'configurations');
        for (const id of missing) {
          if (seenByNow.has(id)) continue;
          if (matched.has(id) && !gone.has(id)) continue;
          // It was matched while the others were asked for: the next sync asks for it.
          if (!matched.has(id) && (await stored.deviceMatches.ofConfiguration.any(transaction, id)))
            continue;
          await removeConfiguration(transaction, id, readAt);
        }
        await settle(transaction);
      },
    };
  },
};

const nothing: ById<ConfigurationId, Configuration> = {
  rows: [],
  skipped: [],
  oddFields: [],
  gone: [],
  outOfReach: [],
};

/** Forgets that the vendor's own integration links configurations where none is linked any more. */
async function forgetVendor(transaction: WriteTransaction) {
  if (!(await readMeta(transaction, 'vendorIntegration'))) return;
  const all = await stored.configurations.all(transaction);
  if (!all.some(({ vendorLinked }) => vendorLinked))
    await writeMeta(transaction, 'vendorIntegration', undefined);
}
