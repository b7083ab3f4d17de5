import type { Presence, ReadDigests, TeamState } from '@/lib/model/shared-entry';
import { leads, whyNotLead, type NotLeading } from './lease';
import { stampAbove } from './stamp';
import type { Team } from './team';

/** How long a claim counts without being renewed, milliseconds. */
const claimMs = 3 * 60_000;
/** After claiming, others that claimed at the same time can be seen, milliseconds. */
const settleMs = 15_000;
const spreadMs = 60_000;
/** Whether another's sync has ended is looked at so often, and so often at most; milliseconds. */
const lookMs = 30_000;
const mostLooks = 20;

interface LeadershipOptions {
  readonly team: Pick<Team, 'poll' | 'announce'>;
  readonly now: () => number;
  readonly random: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly version: string;
}

/** A browser's part in a sync that is due for the whole company. */
export interface Part {
  /** Whether it carries out what one does for all. */
  readonly leads: boolean;
  /** Whether it claimed that. */
  readonly claimed: boolean;
  /** Whose sync stands for its own; `null` where none does. */
  readonly after: Presence | null;
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

  /** Goes on leading. @returns `false` where another has the earlier claim, or this one ran out */
  async function renew(state: TeamState): Promise<boolean> {
    if (!state.claim || !leads(state, now())) return false;
    if (state.claim.until - now() > claimMs / 2) return true;
    return leads(await claim(state, state.claim.from), now());
  }

  const leadership = {
    /**
     * Claims the sync, which takes up to a minute and a half.
     * @param interval how long a sync of another counts, milliseconds
     * @returns `null` where this browser leads, else why it does not
     */
    async acquire(interval: number): Promise<NotLeading | null> {
      const found = await team.poll();
      // A worker that was stopped goes on with what it claimed.
      if (await renew(found)) return null;
      const before = whyNotLead(found, version, interval, now());
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

    /**
     * Claims the sync, or waits until another's has ended.
     * @param interval how long a sync of another counts, milliseconds
     */
    async takePart(interval: number): Promise<Part> {
      for (let look = 0; look < mostLooks; look++) {
        const hindered = await leadership.acquire(interval);
        switch (hindered?.kind) {
          // Where nobody leads, it is better done twice than not at all.
          case undefined:
          case 'too-slow':
            return { leads: true, claimed: hindered === null, after: null };
          case 'synced':
            return { leads: false, claimed: false, after: hindered.by };
          case 'newer-version':
            return { leads: false, claimed: false, after: null };
          case 'syncing':
            await wait(lookMs);
        }
      }
      return { leads: true, claimed: false, after: null };
    },

    renew,

    /**
     * Goes on with what was claimed, however long it takes.
     * @returns `false` where another is at it by now
     */
    async goesOn(state: TeamState): Promise<boolean> {
      if (state.claim && state.claim.until - now() > claimMs / 2) return true;
      const found = await team.poll();
      if (await renew(found)) return true;
      if (whyNotLead(found, version, 0, now())?.kind === 'syncing') return false;
      await claim(found);
      return true;
    },

    /** Stops leading. @param read what was read, where the sync was carried out to its end */
    async release(read: ReadDigests | null): Promise<void> {
      await team.announce({ claim: null, ...(read && { synced: { at: now(), read } }) });
    },
  };
  return leadership;
}
