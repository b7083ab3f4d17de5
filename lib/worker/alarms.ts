import { nextFollowUpAt } from '@/lib/decisions/create/follow-up';
import { openWrites } from '@/lib/decisions/create/worker';
import { readMeta } from '@/lib/store/meta';
import type { Database } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import type { Schedule } from '@/lib/sync/engine';
import type { WorkerBrowser } from './platform';

const tick = 'sync-tick';
const due = 'sync-due';
const team = 'team-poll';
const lock = 'lock';
const policy = 'policy';

export interface Alarms {
  /** Sets them by what the engine plans. */
  set(schedule: Schedule): Promise<void>;
  /** Sets them by what the store holds. */
  update(): Promise<void>;
  /** When the keys are locked; `null`: not by time. Milliseconds since 1970. */
  lockAt(when: number | null): Promise<void>;
  /** When what the company's policy says is tried again; `null`: nothing of it failed. Milliseconds since 1970. */
  policyAt(when: number | null): Promise<void>;
  /** Whether what others of the company decide is read every quarter of an hour. */
  pollTeam(on: boolean): Promise<void>;
}

/**
 * The one place that sets what wakes the worker: a tick while a run or a write is open, in case this
 * worker dies, the time of the next automatic sync, the times at which the team is heard, when the
 * keys are locked, and when the company's policy is tried again. While they are, nothing is due.
 */
export function createAlarms(
  store: Database,
  alarms: WorkerBrowser['alarms'],
  isLocked: () => Promise<boolean>,
): Alarms {
  async function set(schedule: Schedule): Promise<void> {
    const locked = await isLocked();
    const next = locked ? null : schedule.next;
    // A run's end is no reason to stop ticking while writes are open.
    const ticks =
      !locked &&
      (schedule.open ||
        (await openWrites(store)).length > 0 ||
        (await nextFollowUpAt(store)) !== null);
    const known = new Map((await alarms.getAll()).map((alarm) => [alarm.name, alarm]));
    if (!ticks) await alarms.clear(tick);
    else if (!known.has(tick)) await alarms.create(tick, { periodInMinutes: 0.5 });
    if (next === null) await alarms.clear(due);
    else if (known.get(due)?.scheduledTime !== Date.parse(next))
      await alarms.create(due, { when: Date.parse(next) });
  }
  return {
    set,
    async lockAt(when) {
      if (when === null) await alarms.clear(lock);
      else await alarms.create(lock, { when });
    },
    async policyAt(when) {
      if (when === null) await alarms.clear(policy);
      else await alarms.create(policy, { when });
    },
    async pollTeam(on) {
      const known = (await alarms.getAll()).some(({ name }) => name === team);
      if (on && !known) await alarms.create(team, { periodInMinutes: 15 });
      if (!on && known) await alarms.clear(team);
    },
    async update() {
      const next = (await readMeta(store, 'nextSync')) ?? null;
      await set({ open: await stored.runs.isOpen(store), next });
    },
  };
}
