import type { BulkCountsRequest, BulkDecision, BulkPreviewRequest } from '@/lib/messages/bulk';
import { bulkActions } from '@/lib/model/bulk-action';
import { leftReasons } from '@/lib/model/left-out';
import type { BulkCounts, BulkPreview, BulkRow } from '@/lib/views/bulk';

/** As many of each action. */
export const sampleCounts = (count: number): BulkCounts => ({
  counts: {
    ...(Object.fromEntries(bulkActions.map((action) => [action, count])) as BulkCounts['counts']),
    create: count,
  },
  createIn: [],
  elsewhere: [],
});

/** A row that an action touches. */
export const sampleBulkRow = (key: string, row: Partial<BulkRow> = {}): BulkRow => ({
  key,
  name: `Row ${key}`,
  version: '',
  target: null,
  reason: null,
  ...row,
});

/** Rows that an action leaves out, some for each reason. */
export const sampleLeft: BulkPreview['left'] = leftReasons.flatMap((why, place) =>
  Array.from({ length: place + 1 }, (_, at) => ({
    key: `${why} ${at}`,
    name: why === 'not-permitted' || why === 'row-gone' ? '' : `Left ${place} ${at}`,
    why,
  })),
);

/** A background that takes every action on many rows, of which it knows the names. */
export const bulkAnswers = (nameOf: (key: string) => string) => ({
  'bulk.counts': ({ keys }: BulkCountsRequest) => sampleCounts(keys.length),
  'bulk.preview': ({ keys }: BulkPreviewRequest): BulkPreview => ({
    rows: keys.map((key) => sampleBulkRow(key, { name: nameOf(key) })),
    left: [],
  }),
  'bulk.decide': ({ rows }: BulkDecision) => ({ ok: true, count: rows.length, left: [] }) as const,
});
