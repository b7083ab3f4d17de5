import { dattoChecks } from '@/lib/datto/checks';
import { itGlueChecks } from '@/lib/itglue/checks';
import {
  finding,
  maxRequestsPerCheck,
  verdict,
  type AssumptionId,
  type PageMeasure,
  type Verdict,
} from '@/lib/model/setup-check';
import { defaultPlacement } from '@/lib/model/placement';
import { portalChecks } from '@/lib/portal/checks';
import { ProblemError } from '@/lib/model/problem-error';
import { readMeta, writeMeta } from '@/lib/store/meta';
import { write } from '@/lib/store/open';
import type { Database } from '@/lib/store/schema';
import type { ClientsSource, Probes } from '@/lib/sync/api-clients';
import type { CheckRow, SetupCheckView } from '@/lib/views/setup-check';
import { createInTurn } from '../in-turn';
import { matchedPage } from '../matched-page';
import { failed } from './failed';

export interface SetupCheckOptions {
  readonly store: Database;
  readonly source: Pick<ClientsSource, 'probes'>;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly isLocked: () => Promise<boolean>;
  readonly now: () => number;
  readonly keepAlive: () => () => void;
  readonly committed: () => void;
  /** Measures a configuration's page that is open in a tab; `null` where none is. */
  measurePage(): Promise<PageMeasure | null>;
}

export interface SetupCheckService {
  view(): Promise<SetupCheckView>;
  /** @returns whether it ran to its end */
  run(id: AssumptionId): Promise<boolean>;
  stop(): void;
}

const all = [...dattoChecks, ...itGlueChecks, ...portalChecks];
/** No check takes longer, milliseconds. */
const longest = 90_000;

/** Looks whether what is assumed of both APIs and the portal holds for this account. Reads only. */
export function createSetupCheck(options: SetupCheckOptions): SetupCheckService {
  const { store, source, now } = options;
  let running: AbortController | null = null;
  const inTurn = createInTurn();

  async function look(id: AssumptionId, probes: Probes | null): Promise<Verdict> {
    const portal = portalChecks.find((check) => check.id === id);
    if (portal) {
      const docked = (await readMeta(store, 'placement')) ?? defaultPlacement;
      return portal.run({ measure: measured, docked: docked.docked });
    }
    if (!probes) return verdict('unseen', finding('key', 'none'));
    const datto = dattoChecks.find((check) => check.id === id);
    if (datto) return datto.run(probes.datto);
    const itGlue = itGlueChecks.find((check) => check.id === id);
    return itGlue ? itGlue.run(probes.itGlue) : verdict('unseen');
  }

  async function measured(): Promise<PageMeasure | null> {
    const measure = await options.measurePage();
    if (measure) await remember({ measure });
    return measure;
  }

  async function remember(change: Partial<{ measure: PageMeasure; result: CheckRow['result'] }>) {
    await write(store, async (transaction) => {
      // Disconnected meanwhile: nothing comes back to life.
      if (!(await readMeta(transaction, 'connection'))) return;
      const before = await readMeta(transaction, 'setupCheck');
      const results = before?.results ?? [];
      await writeMeta(transaction, 'setupCheck', {
        measure: change.measure ?? before?.measure ?? null,
        results: change.result
          ? [...results.filter(({ id }) => id !== change.result?.id), change.result]
          : results,
      });
    });
  }

  async function perform(id: AssumptionId): Promise<boolean> {
    if (await options.isLocked()) throw new ProblemError({ kind: 'locked' });
    const ending = new AbortController();
    running = ending;
    const signal = AbortSignal.any([ending.signal, AbortSignal.timeout(longest)]);
    const stopKeepAlive = options.keepAlive();
    let requests = 0;
    try {
      const probes = await source.probes((url, init) => {
        if (requests >= maxRequestsPerCheck)
          return Promise.reject(new Error('The check would ask more than it may.'));
        requests += 1;
        return options.fetch(url, init);
      }, signal);
      const outcome = await look(id, probes).catch((error: unknown) => {
        if (requests >= maxRequestsPerCheck)
          return verdict('unseen', finding('requests', 'beyond-limit', requests));
        return verdict('unseen', ...failed(error));
      });
      if (ending.signal.aborted) return false;
      const at = new Date(now()).toISOString();
      await remember({ result: { id, ...outcome, requests, at } });
      options.committed();
      return true;
    } finally {
      stopKeepAlive();
      running = null;
    }
  }

  return {
    async view() {
      const kept = await readMeta(store, 'setupCheck');
      return {
        connected: (await readMeta(store, 'connection')) !== undefined,
        rows: all.map(({ id, source: rests }) => ({
          id,
          source: rests,
          result: kept?.results.find((result) => result.id === id) ?? null,
        })),
        measure: kept?.measure ?? null,
        portalPage: (await matchedPage(store))?.url ?? null,
      };
    },
    run: (id) => inTurn(() => perform(id)),
    stop: () => running?.abort(),
  };
}
