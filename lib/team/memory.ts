import type { KeptEntry, TeamState } from '@/lib/model/shared-entry';

/** What is read and written of the memory at once: all of it is kept, or nothing. */
export interface TeamTransaction {
  state(): Promise<TeamState>;
  putState(state: TeamState): Promise<void>;
  /** The entries of these keys that there are. */
  entries(keys: readonly string[]): Promise<readonly KeptEntry[]>;
  allEntries(): Promise<readonly KeptEntry[]>;
  /** Those that no record holds. */
  unpublished(): Promise<readonly KeptEntry[]>;
  putEntries(entries: readonly KeptEntry[]): Promise<void>;
}

/** What a browser keeps of the shared state, also while it is not running. */
export interface TeamMemory<Transaction extends TeamTransaction> {
  transact<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>;
}

/** The memory of a browser that never shared anything. @param browser an id that no other has */
export const freshState = (browser: string): TeamState => ({
  browser,
  clock: { ms: 0, counter: 0 },
  cursor: null,
  nextPoll: 0,
  nextWholeRead: 0,
  adoptAt: null,
  publishAt: null,
  failures: 0,
  tokens: [],
  presences: {},
  ownLastSync: null,
  ownRead: null,
  claim: null,
  damaged: [],
  newerForm: false,
});

export const byKey = (entries: readonly KeptEntry[]): ReadonlyMap<string, KeptEntry> =>
  new Map(entries.map((entry) => [entry.key, entry]));
