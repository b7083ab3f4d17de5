import { firstCopy } from '@/lib/model/copies';
import type { OrganizationId } from '@/lib/model/ids';
import type { SharedEntry } from '@/lib/model/shared-entry';
import { readMeta, writeMeta } from '@/lib/store/meta';
import type { Database } from '@/lib/store/schema';
import type { Clients } from '@/lib/sync/api-clients';
import { createItGlueState } from '@/lib/team/it-glue-state';
import { NotShared, type SharedState } from '@/lib/team/shared-state';
import { writtenWords } from './written-words';

/** The shared state at IT Glue, with the words for what is to be written. */
export async function stateAtItGlue(options: {
  readonly store: Database;
  readonly clients: Clients;
  readonly now: () => number;
  readonly version: string;
  readonly browser: () => Promise<string>;
}): Promise<SharedState> {
  const { store, clients, now, version, browser } = options;
  let words = await writtenWords(store, []);
  const state = createItGlueState({
    itGlue: clients.itGlue,
    home: () => home(clients),
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
  };
}

async function home(clients: Clients): Promise<OrganizationId> {
  const { rows } = await clients.itGlue.organizationsPage(1, { primary: true });
  // The same for every browser, should several be marked.
  const first = firstCopy(rows);
  if (!first) throw new NotShared('no-home');
  return first.id;
}
