import type { RecordPage } from '@/lib/model/portal-page';
import type { Problem } from '@/lib/model/problem';
import { changeSettings, readSettings } from '@/lib/store/meta';
import { write } from '@/lib/store/open';
import type { Database } from '@/lib/store/schema';
import type { Engine } from '@/lib/sync/engine';
import { changeWirelessState, readWirelessState } from '@/lib/sync/wireless/ledger-store';
import type { AutoCreateView, RecordView, WirelessPreview } from '@/lib/views/wireless';
import { type MatchingContext } from '@/lib/decisions/context';
import { maySwitchAutoCreate } from '@/lib/access/auto-create';
import { readViewer } from '@/lib/access/viewer';
import { ProblemError } from '@/lib/model/problem-error';
import { wishOf } from '@/lib/wireless/wish';
import { previewWireless } from './preview';
import { switchedOffElsewhere } from './switched-off';
import * as stored from '@/lib/store/stored';

export interface WirelessService {
  preview(on: boolean): Promise<WirelessPreview>;
  /** Saves the setting and starts carrying it out; does not wait for the end of that. */
  save(on: boolean): Promise<void>;
  /** The same where the company sets it, whoever sits here; carried out by the next sync where none can begin. */
  switchByPolicy(on: boolean): Promise<void>;
  view(): Promise<AutoCreateView>;
  record(page: RecordPage): Promise<RecordView>;
  /**
   * Archives everything that is documented; resolves when that is done.
   * @throws ProblemError where something could not be archived
   */
  archiveAll(): Promise<void>;
}

/** Auto-Create: the setting, what it will do, how far it is, and what a record's page says of it. */
export function createWirelessService(
  context: Pick<MatchingContext, 'store' | 'clients' | 'committed' | 'refused'> & {
    readonly engine: Engine;
    readonly isLocked: () => Promise<boolean>;
    /** Whether the company has set it. */
    readonly isManaged: () => Promise<boolean>;
    readonly now: () => number;
    readonly wait: (milliseconds: number) => Promise<void>;
  },
): WirelessService {
  const { store, engine } = context;

  const allowed = async () => maySwitchAutoCreate(store, await readViewer(store));
  async function onlyIfAllowed(): Promise<void> {
    if (await context.isManaged()) throw new ProblemError({ kind: 'managed' });
    if (!(await allowed())) throw new ProblemError({ kind: 'not-permitted' });
  }

  async function onlyUnlocked(): Promise<void> {
    if (await context.isLocked()) throw new ProblemError({ kind: 'locked' });
  }

  async function change(on: boolean, by?: 'policy'): Promise<Problem | null> {
    const who = by ?? (await readViewer(store)).name;
    await write(store, async (transaction) => {
      const { autoCreate } = await readSettings(transaction);
      await changeSettings(transaction, () => ({ autoCreate: on }));
      // What is switched here waits for nobody.
      await changeWirelessState(transaction, () => ({ switchedOff: null }));
      if (autoCreate !== on) {
        const at = new Date(context.now()).toISOString();
        await stored.log(transaction, at, { kind: 'auto-create-switched', on }, who);
      }
    });
    // A sync that has not come so far yet reads the new setting; one that is at it has planned by the old.
    if ((await stored.runs.open(store))?.stage === 'wireless') await engine.stop();
    const refused = await engine.start('settings');
    // The start of a run tells of itself; told before it, pages would show for a moment that all failed.
    if (refused) context.committed();
    return refused;
  }

  async function changeByHand(on: boolean): Promise<void> {
    const refused = await change(on);
    if (refused) throw new ProblemError(refused);
  }

  return {
    async preview(on) {
      await onlyIfAllowed();
      return previewWireless(context, on);
    },

    async save(on) {
      await onlyIfAllowed();
      await onlyUnlocked();
      await changeByHand(on);
    },

    async switchByPolicy(on) {
      await change(on, 'policy');
    },

    async view() {
      const [{ autoCreate: on }, state, permitted, run, locked] = await Promise.all([
        readSettings(store),
        readWirelessState(store),
        allowed(),
        stored.runs.open(store),
        context.isLocked(),
      ]);
      const pending = state.applied !== (on ? 'on' : 'off');
      const off = switchedOffElsewhere(on, state, context.now());
      // A sync that began while it may be taken back leaves it as it is.
      const leaves = run && off && wishOf(on, state, Date.parse(run.startedAt)) === 'nothing';
      const working =
        run !== undefined && !locked && !leaves && (pending || run.stage === 'wireless');
      const counted = working && run.stage === 'wireless' && run.total > 1;
      const { lastResult } = state;
      return {
        on,
        permitted,
        state: working ? 'working' : off ? 'waiting' : pending ? 'failed' : 'idle',
        // The step that plans is no organization.
        done: counted ? run.done - 1 : 0,
        total: counted ? run.total - 1 : 0,
        problem:
          !working && !off && pending
            ? locked
              ? { kind: 'locked' }
              : await whyPending(store, lastResult?.refused)
            : null,
        switchedOff: working ? null : off,
        lastResult: lastResult && { ...lastResult, refused: permitted ? lastResult.refused : [] },
      };
    },

    async record(page) {
      const row = await stored.documentedSsids.ofRecord.first(store, page.recordId);
      if (row?.slot.organizationId !== page.organizationId) return { kind: 'none' };
      const { networkName, ssidName, syncedAt, archived, heldBy = [] } = row;
      const { autoCreate: on } = await readSettings(store);
      return { kind: 'managed', networkName, ssidName, syncedAt, on, archived, heldBy };
    },

    async archiveAll() {
      await onlyIfAllowed();
      const nothing = (await readWirelessState(store)).applied === 'off';
      if (nothing && !(await readSettings(store)).autoCreate) return;
      await onlyUnlocked();
      await changeByHand(false);
      while (await stored.runs.open(store)) {
        await onlyUnlocked();
        await engine.wake();
        // Another context of the extension may be at it.
        if (await stored.runs.open(store)) await context.wait(1000);
      }
      const { applied, lastResult } = await readWirelessState(store);
      if (applied !== 'off') throw new ProblemError(await whyPending(store, lastResult?.refused));
    },
  };
}

/** Why the setting is not carried out. */
async function whyPending(
  store: Database,
  refused: NonNullable<AutoCreateView['lastResult']>['refused'] = [],
): Promise<Problem> {
  const failed = await stored.failedCredentials.read(store);
  if (failed) return failed;
  const last = await stored.runs.last(store);
  if (last?.failure) return last.failure;
  if (refused.length === 0) return { kind: 'refused', side: 'itglue' };
  return { kind: 'refused', side: 'itglue', cause: { kind: 'several', problems: refused } };
}
