import type { Viewer } from '@/lib/access/access';
import type { Journal } from '@/lib/journal/journal';
import { bulkDecide } from './bulk/service';
import { createBulkCreation } from './create/bulk';
import { createOrganizationCreation } from './create/organizations';
import { createTypesService } from './create/types';
import { createCreationWorker } from './create/worker';
import { type MatchingContext } from './context';
import type { BulkDecision } from '@/lib/messages/bulk';
import type { DeviceKind } from '@/lib/model/device';
import type { UndoLists } from '@/lib/model/undo';
import { readViewer } from '@/lib/access/viewer';
import { changeMatch, type Shown } from './change-match';
import type { ConfigurationPage } from '@/lib/model/portal-page';
import { deviceDecisions } from './decide-device';
import { sharingDecisions } from './decide-sharing';
import { networkDecisions } from './decide-network';
import { foundDecisions } from './found/service';
import { refuse } from './decision-refused';
import { createRefresher } from './refresh';
import { createUndo } from './undo/service';
import { undoOfConfiguration } from './undo/of-configuration';

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
  function planned() {
    // The alarm first: whatever happens to this worker, the next one goes on.
    scheduled()
      .then(() => worker.work())
      .catch(() => undefined);
  }
  const undo = createUndo({ context, journal, refresher, planned });

  return {
    store,
    context,
    types,
    viewer: () => readViewer(store),
    networks: networkDecisions(context, refresher),
    devices: deviceDecisions(context, refresher),
    sharings: sharingDecisions(context),
    decideMany: (viewer: Viewer, decision: BulkDecision) =>
      bulkDecide(context, refresher, viewer, decision),
    undo: async (step: number, on?: UndoLists) =>
      undo.step(await readViewer(store), step, undefined, on),
    /** Takes back what was decided last about the device of a configuration, on its page. */
    undoOn: async (page: ConfigurationPage) => {
      const viewer = await readViewer(store);
      const last = await undoOfConfiguration(store, viewer, page, context.now());
      if (!last) return refuse({ kind: 'decided-meanwhile' });
      return undo.step(viewer, last.step, { about: last.about, where: 'panel' });
    },
    changeMatch: async (page: ConfigurationPage, from: Shown, to: Shown) =>
      changeMatch(context, refresher, await readViewer(store), page, from, to),
    organizations: createOrganizationCreation({ context, journal, refresher }),
    found: foundDecisions({ context, journal, types }),
    bulk: createBulkCreation({ context, journal, types, planned }),
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
