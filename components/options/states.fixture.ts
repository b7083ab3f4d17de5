import type { TeamView } from '@/lib/views/team';
import type { AutoCreateView, WirelessPreview, WirelessResult } from '@/lib/views/wireless';

/** Auto-Create off, for an Administrator. */
export const idleAutoCreate: AutoCreateView = {
  on: false,
  permitted: true,
  state: 'idle',
  done: 0,
  total: 0,
  problem: null,
  switchedOff: null,
  lastResult: null,
};

const none = { records: 0, passwords: 0 };
export const ofNobody = { ...none, madeByPeople: 0, recordsMadeByPeople: 0 };

/** A preview that writes nothing but what is given. */
export const previewOf = (changes: Partial<WirelessPreview>): WirelessPreview => ({
  on: true,
  createsType: false,
  creates: none,
  updates: none,
  archives: ofNobody,
  unarchives: ofNobody,
  organizations: 0,
  archivesIn: [],
  networksUnread: [],
  problem: null,
  ...changes,
});

export const creatingPreview = previewOf({
  creates: { records: 14, passwords: 14 },
  organizations: 9,
});

export const archivingPreview = previewOf({
  on: false,
  archives: { records: 16, passwords: 16, madeByPeople: 2, recordsMadeByPeople: 2 },
  organizations: 9,
});

export const autoCreateResult: WirelessResult = {
  at: '2026-03-05T10:00:00Z',
  created: 28,
  updated: 0,
  archived: 0,
  unarchived: 0,
  related: 14,
  refused: [],
};

/** Left out of a result: refused by IT Glue, in its words. */
export const refusedFor = (subject: string, detail: string) => ({
  subject,
  problem: { kind: 'refused', side: 'itglue', detail } as const,
});

/** Auto-Create in each of its states. */
export const autoCreateStates = {
  idle: {
    ...idleAutoCreate,
    on: true,
    lastResult: { ...autoCreateResult, refused: [refusedFor('Café', 'A PSA owns this record')] },
  },
  working: { ...idleAutoCreate, on: true, state: 'working', done: 3, total: 9 },
  failed: {
    ...idleAutoCreate,
    on: true,
    state: 'failed',
    problem: { kind: 'offline', side: 'itglue' },
  },
  waiting: {
    ...idleAutoCreate,
    state: 'waiting',
    switchedOff: {
      who: 'Grace Hopper',
      at: '2026-03-05T11:40:00Z',
      until: '2026-03-05T12:45:00Z',
    },
  },
} as const satisfies Record<AutoCreateView['state'], AutoCreateView>;

/** Decisions shared by two browsers. */
export const sharedTeam: TeamView = {
  notShared: null,
  problem: null,
  permitted: true,
  waiting: 2,
  readAt: '2026-03-05T11:45:00Z',
  outdated: false,
  homes: [],
  browsers: [
    {
      user: 'Ada Lovelace',
      own: true,
      version: '0.1.0',
      seenAt: '2026-03-05T11:50:00Z',
      syncedAt: '2026-03-05T06:00:00Z',
    },
    {
      user: null,
      own: false,
      version: '0.1.0',
      seenAt: '2026-03-04T17:10:00Z',
      syncedAt: null,
    },
  ],
  notAccepted: [],
};
