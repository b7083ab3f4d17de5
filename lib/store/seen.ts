import { runs } from './runs';
import type { ReadPart, Seen, WriteTransaction } from './schema';
import { table, type Reader } from './table';

const rows = table('seen');

/** What of IT Glue the open run saw, beside the rows themselves, which are written only where they change. */
export const seen = {
  /** Notes what a run read. */
  async add(
    transaction: WriteTransaction,
    runId: string,
    kind: Seen['kind'],
    ids: readonly string[],
    part?: ReadPart,
  ): Promise<void> {
    if (ids.length > 0 || part)
      await rows.put(transaction, { runId, kind, ids, ...(part && { part }) });
  },
  /** Notes what was read outside of a run, so that the end of the one that is open does not take it for gone. */
  async now(
    transaction: WriteTransaction,
    kind: Seen['kind'],
    ids: readonly string[],
  ): Promise<void> {
    const run = await runs.open(transaction);
    if (run) await seen.add(transaction, run.id, kind, ids);
  },
  /** Everything that the run saw of the kind. */
  async by(from: Reader, runId: string, kind: Seen['kind']): Promise<ReadonlySet<string>> {
    const own = (await rows.all(from)).filter((row) => row.runId === runId && row.kind === kind);
    return new Set(own.flatMap(({ ids }) => ids));
  },
  /** What of it the run read to the last row. */
  async parts(from: Reader, runId: string): Promise<ReadPart[]> {
    return (await rows.all(from)).flatMap((row) => (row.runId === runId ? (row.part ?? []) : []));
  },
};
