import type { TeamState } from '@/lib/model/shared-entry';
import { leads, whyNotLead, type NotLeading } from './lease';
import { stampAbove } from './stamp';
import type { Team } from './team';

/** How long a claim counts without being renewed, milliseconds. */
const claimMs = 3 * 60_000;
/** After claiming, others that claimed at the same time can be seen, milliseconds. */
const settleMs = 15_000;
const spreadMs = 60_000;

interface LeadershipOptions {
  readonly team: Pick<Team, 'poll' | 'announce'>;
  readonly now: () => number;
  readonly random: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly version: string;
}

/**
 * One browser of the company syncs at a time. This spares requests and is nothing that correctness
 * depends on: two that overlap do no harm.
 */
export function createLeadership(options: LeadershipOptions) {
  const { team, random, wait, version } = options;
  const now = () => Math.floor(options.now());
  const release = () => team.announce({ claim: null });
  const claim = (
    state: TeamState,
    from = stampAbove(state.clock, now(), state.browser, null).stamp,
  ) => team.announce({ claim: { from, until: now() + claimMs } });

  return {
    /**
     * Claims the sync, which takes up to a minute and a half.
     * @param interval how long a sync of another counts, milliseconds
     * @returns `null` where this browser leads, else why it does not
     */
    async acquire(interval: number): Promise<NotLeading | null> {
      const before = whyNotLead(await team.poll(), version, interval, now());
      if (before) return before;
      await wait(random() * spreadMs);
      const state = await team.poll();
      const meanwhile = whyNotLead(state, version, interval, now());
      if (meanwhile) return meanwhile;
      await claim(state);
      await wait(settleMs);
      const settled = await team.poll();
      if (leads(settled, now())) return null;
      await release();
      return whyNotLead(settled, version, interval, now()) ?? { kind: 'too-slow' };
    },

    /** Goes on leading. @returns `false` where another has the earlier claim, or this one ran out */
    async renew(state: TeamState): Promise<boolean> {
      if (!state.claim || !leads(state, now())) return false;
      if (state.claim.until - now() > claimMs / 2) return true;
      return leads(await claim(state, state.claim.from), now());
    },

    /** Stops leading. @param synced whether the sync was carried out to its end */
    async release(synced: boolean): Promise<void> {
      await team.announce({ claim: null, ...(synced && { lastSync: now() }) });
    },
  };
}
