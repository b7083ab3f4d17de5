import type { SkippedRow, SyncStage } from '@/lib/model/run';
import type { Unreadable } from './clients';

/** What the run reports of rows that could not be read. */
export function skippedRows(
  stage: SyncStage,
  subject: string,
  rows: readonly Unreadable[],
): SkippedRow[] {
  return rows.map(({ id, problem }) => ({ stage, subject, id, reason: problem }));
}
