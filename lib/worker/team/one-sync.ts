import type { SyncRun } from '@/lib/model/run';
import type { ReadDigests, TeamState } from '@/lib/model/shared-entry';
import { readMeta, readSettings, writeMeta } from '@/lib/store/meta';
import type { Database } from '@/lib/store/schema';
import { createLeadership, type Part } from '@/lib/team/leadership';
import { syncOfAnother } from '@/lib/team/lease';
import { pollMs, type Team } from '@/lib/team/team';
import type { InTurn } from '../in-turn';
import { readDigest, readDigests } from './read-digests';

const hour = 60 * 60_000;
/** A sync of another browser counts for **Sync now** so long, milliseconds. */
const freshMs = 10 * 60_000;
/** Small records are gathered into large ones so often, milliseconds. */
const compactMs = 20 * hour;

/** What was read so short a time ago is not read again, milliseconds. */
const justReadMs = 5000;

const wholePart: Part = { leads: true, claimed: false, after: null };

/**
 * One sync for the whole company: which part of one is this browser's. It spares requests; nothing depends on
 * it.
 */
export function createOneSync(options: {
  readonly store: Database;
  /** This browser's part in the shared state; `null` where it is on its own. */
  readonly team: () => Promise<Team | null>;
  /** The team's calls come one after the other, those of a sync among the rest. */
  readonly inTurn: InTurn;
  readonly now: () => number;
  readonly random: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly version: string;
}) {
  const { store, inTurn, now, random, wait, version } = options;
  /** This browser's part in the sync under way. */
  let part = wholePart;

  const leadership = (team: Team) =>
    createLeadership({
      // What is decided while it is waited for is published meanwhile.
      team: {
        poll: () =>
          inTurn(async () => {
            const state = await readMeta(store, 'team');
            const readAt = state ? state.nextPoll - pollMs : 0;
            return state && Math.abs(now() - readAt) < justReadMs ? state : team.poll();
          }),
        announce: (changes) => inTurn(() => team.announce(changes)),
      },
      now,
      random,
      wait,
      version,
    });

  async function partIn({ trigger }: Pick<SyncRun, 'trigger'>): Promise<Part> {
    const team = await options.team();
    const state = await readMeta(store, 'team');
    if (!team || !state) return wholePart;
    switch (trigger) {
      case 'schedule': {
        const { syncEveryHours } = await readSettings(store);
        return leadership(team).takePart((syncEveryHours * hour) / 2);
      }
      case 'manual':
      case 'connect':
        return takenOver(state);
      case 'settings':
        return wholePart;
    }
  }

  /** A sync of another that is newer than this browser's own counts once: who asks again wants one. */
  async function takenOver(state: TeamState): Promise<Part> {
    const after = syncOfAnother(state, freshMs, now());
    const at = after?.lastSync ?? 0;
    const taken = await readMeta(store, 'teamTaken');
    if (!after || at <= (state.ownLastSync ?? 0)) return wholePart;
    if (taken?.browser === after.browser && taken.at === at) return wholePart;
    await writeMeta(store, 'teamTaken', { browser: after.browser, at });
    return { leads: false, claimed: false, after };
  }

  return {
    /** Before a sync. Where another browser is at one, its end is waited for. */
    async begin(run: Pick<SyncRun, 'trigger'>): Promise<void> {
      part = wholePart;
      try {
        part = await partIn(run);
      } catch {
        // A sync does not fail for what spares requests.
      }
    },

    /** Whether another browser has just read of IT Glue what is held here. */
    async holdsSame(what: keyof ReadDigests): Promise<boolean> {
      const read = part.after?.read;
      return !!read && (await readDigest[what](store)) === read[what];
    },

    /** Whether what one browser does for all is left to another; renews the claim otherwise. */
    async isLeft(): Promise<boolean> {
      if (!part.leads || !part.claimed) return !part.leads;
      const team = await options.team();
      const state = await readMeta(store, 'team');
      if (team && state && !(await leadership(team).goesOn(state)))
        part = { ...part, leads: false };
      return !part.leads;
    },

    /** A run came to its end: what it found out is published, and that it stands for the others'. In turn. */
    async ended(team: Team, { trigger }: Pick<SyncRun, 'trigger'>): Promise<void> {
      await team.publish();
      if (!part.leads || trigger === 'settings') return;
      const synced = { at: now(), read: await readDigests(store) };
      await team.announce({ claim: null, synced });
      const compacted = (await readMeta(store, 'teamCompactedAt')) ?? 0;
      if (now() - compacted < compactMs) return;
      await team.compact();
      await writeMeta(store, 'teamCompactedAt', now());
    },
  };
}
