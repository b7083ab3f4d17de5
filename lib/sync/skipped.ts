import type { Unreadable } from '@/lib/model/rows';
import type { RowSubject, SkippedRow, SyncStage } from '@/lib/model/run';

/** Rows that could not be read, named as the run reports them. */
export const skippedRows = (
  stage: SyncStage,
  subject: RowSubject,
  rows: readonly Unreadable[],
): SkippedRow[] => rows.map((row) => ({ ...row, stage, subject }));
