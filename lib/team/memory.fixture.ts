import type { KeptEntry, TeamState } from '@/lib/model/shared-entry';
import { freshState, type TeamMemory, type TeamTransaction } from './memory';

/** A browser's memory without a database; transactions come one after the other. */
export class MemoryInMemory implements TeamMemory<TeamTransaction> {
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    public state: TeamState,
    public readonly entries = new Map<string, KeptEntry>(),
  ) {}

  static fresh = (browser: string) => new MemoryInMemory(freshState(browser));

  /** What a copied profile has. */
  copy = () => new MemoryInMemory(this.state, new Map(this.entries));

  transact<Result>(work: (transaction: TeamTransaction) => Promise<Result>): Promise<Result> {
    const done = this.queue.then(() => work(this.transaction));
    this.queue = done.catch(() => undefined);
    return done;
  }

  private readonly transaction: TeamTransaction = {
    state: () => Promise.resolve(this.state),
    putState: (state) => {
      this.state = state;
      return Promise.resolve();
    },
    entries: (keys) => Promise.resolve(keys.flatMap((key) => this.entries.get(key) ?? [])),
    allEntries: () => Promise.resolve([...this.entries.values()]),
    unpublished: () =>
      Promise.resolve(
        [...this.entries.values()].filter(({ publication }) => publication !== 'published'),
      ),
    putEntries: (entries) => {
      for (const entry of entries) this.entries.set(entry.key, entry);
      return Promise.resolve();
    },
  };
}
