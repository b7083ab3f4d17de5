import { firstCopy } from '@/lib/model/copies';
import type { OrganizationId } from '@/lib/model/ids';
import type { SharedEntry } from '@/lib/model/shared-entry';
import { readMeta, writeMeta } from '@/lib/store/meta';
import type { Database } from '@/lib/store/schema';
import type { ItGlueCalls } from '@/lib/itglue/client';
import { createItGlueState } from '@/lib/team/it-glue-state';
import { recordTypeName, usableType } from '@/lib/team/record-type';
import * as stored from '@/lib/store/stored';
import { NotShared, type SharedState } from '@/lib/team/shared-state';
import { writtenWords } from './written-words';

/** The shared state at IT Glue, with the words for what is to be written. */
export function stateAtItGlue(options: {
  readonly store: Database;
  readonly clients: { readonly itGlue: ItGlueCalls };
  readonly now: () => number;
  readonly version: string;
  readonly browser: () => Promise<string>;
}): SharedState {
  const { store, clients, now, version, browser } = options;
  let words: Awaited<ReturnType<typeof writtenWords>>;
  const state = createItGlueState({
    itGlue: clients.itGlue,
    home: () => home(store, clients),
    now,
    limits: {
      load: () => readMeta(store, 'teamLimits'),
      save: (known) => writeMeta(store, 'teamLimits', known),
    },
    words: {
      title: (written) => words.title(written),
      summary: (written) => words.summary(written),
    },
    browser,
    version,
  });
  return {
    ...state,
    async addEntries(entries: readonly SharedEntry[]) {
      words = await writtenWords(store, entries);
      return state.addEntries(entries);
    },
    async writePresence(id, presence) {
      words = await writtenWords(store, []);
      return state.writePresence(id, presence);
    },
  };
}

/**
 * The organization that new records are made in, the same for every browser: the company's own, the first of
 * several; without one that of the records there are, then the one that was chosen here.
 */
async function home(
  store: Database,
  { itGlue }: { readonly itGlue: ItGlueCalls },
): Promise<OrganizationId> {
  const { rows } = await itGlue.organizationsPage(1, { primary: true });
  const own = firstCopy(rows);
  if (own) return own.id;
  const type = usableType(await itGlue.flexibleAssetTypesNamed(recordTypeName));
  const { rows: records } = await itGlue.flexibleAssetsPage(1, type.id);
  const chosen = firstCopy(records)?.organizationId ?? (await readMeta(store, 'teamHome'));
  if (chosen === undefined) throw new NotShared('no-home');
  return chosen;
}

/** Organizations to keep records in, by their names. */
export const homes = async (store: Database) =>
  (await stored.organizations.all(store))
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name));
