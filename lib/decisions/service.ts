import type { Journal } from '@/lib/journal/journal';
import { createBulkCreation } from './create/bulk';
import { createOrganizationCreation } from './create/organizations';
import { createTypesService } from './create/types';
import { createCreationWorker } from './create/worker';
import { type MatchingContext } from './context';
import type { DeviceKind } from '@/lib/model/device';
import { readViewer } from '@/lib/access/viewer';
import { changeMatch, isAbout, type Shown } from './change-match';
import type { ConfigurationPage } from '@/lib/model/portal-page';
import { deviceDecisions } from './decide-device';
import { sharingDecisions } from './decide-sharing';
import { networkDecisions } from './decide-network';
import { foundDecisions } from './found/service';
import { createRefresher } from './refresh';
import { undoLast } from './undo';

export interface MatchingServiceOptions extends MatchingContext {
  readonly journal: Journal;
  /** The names of the configuration types that the company has set. */
  readonly managedTypes: () => Promise<Partial<Record<DeviceKind, string>>>;
  /** Does the work unless another context holds the lock of this name: see the journal. */
  readonly exclusively: (name: string, work: () => Promise<void>) => Promise<void>;
  /** Told when writes were opened or settled, for the alarms. */
  readonly scheduled: () => Promise<void>;
}

/** Everything a person decides, and the writes that come of it. */
export function createMatchingService(context: MatchingServiceOptions) {
  const { store, journal, exclusively, scheduled } = context;
  const refresher = createRefresher(context);
  const worker = createCreationWorker({
    context,
    journal,
    refresher,
    exclusively,
    scheduled,
  });
  const types = createTypesService(context);

  return {
    store,
    context,
    types,
    viewer: () => readViewer(store),
    networks: networkDecisions(context, refresher),
    devices: deviceDecisions(context, refresher),
    sharings: sharingDecisions(context),
    undo: async () => undoLast(context, refresher, await readViewer(store)),
    /** The same on the page of a configuration, for what was decided about its device. */
    undoOn: async (page: ConfigurationPage) =>
      undoLast(context, refresher, await readViewer(store), { about: isAbout(page) }),
    changeMatch: async (page: ConfigurationPage, from: Shown, to: Shown) =>
      changeMatch(context, refresher, await readViewer(store), page, from, to),
    organizations: createOrganizationCreation({ context, journal, refresher }),
    found: foundDecisions({ context, journal, types }),
    bulk: createBulkCreation({
      context,
      journal,
      types,
      planned() {
        // The alarm first: whatever happens to this worker, the next one goes on.
        scheduled()
          .then(() => worker.work())
          .catch(() => undefined);
      },
    }),
    /** Goes on with writes that an earlier worker left open. */
    wake: () => worker.work(),
    /** Resolves when nothing is at work in the background any more. */
    async settled(): Promise<void> {
      await worker.work();
      await refresher.settled();
    },
  };
}

export type MatchingService = ReturnType<typeof createMatchingService>;
