import type { ComponentChildren } from 'preact';
import type { SortKey } from '@/lib/views/matching-address';

/** A column: what its head says and sorts by, and what stands in its cells. */
export interface Column<Row> {
  readonly id: string;
  /** Each sorts by itself; a head that sorts by nothing has a `title` only. */
  readonly sorts: readonly { readonly key: SortKey; readonly title: string }[];
  readonly title: string;
  /** It never gets less, px. */
  readonly min: number;
  /** About how wide its cell is when nothing in it is cut, px. */
  readonly wants: (row: Row) => number;
  readonly cell: (row: Row) => ComponentChildren;
}
