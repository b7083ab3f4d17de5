import { mergeOddFields, type OddField, type Unreadable } from '@/lib/model/rows';
import type { List, Page, PageAt, Place } from './json-api-read';

/**
 * Reads a list to its end. A row that shifted onto two pages, or that came again since the list began
 * again with smaller pages, counts once, with what was read last; where the list became shorter between
 * two pages, the page before is read again for the rows that shifted past.
 */
export async function readAll<Row extends { readonly id: string }>(
  readPage: (at: PageAt) => Promise<Page<Row>>,
): Promise<List<Row>> {
  const rows = new Map<string, Row>();
  const skipped = new Map<string, Unreadable>();
  const lost = new Map<string, Unreadable>();
  let oddFields: readonly OddField[] = [];
  let before = 0;

  async function read(at: PageAt): Promise<Page<Row>> {
    const page = await readPage(at);
    for (const row of page.rows) rows.set(row.id, row);
    for (const row of page.skipped) skipped.set(row.id, row);
    for (const row of page.lost) lost.set(row.id, row);
    return page;
  }

  for (let next: PageAt | null = 1; next !== null;) {
    const page: Page<Row> = await read(next);
    const { number, size } = page.at;
    // The list began again: what its rows held was counted before.
    if (number === 1) oddFields = [];
    oddFields = mergeOddFields(oddFields, page.oddFields);
    let after: Place | null = page.nextPage;
    if (number > 1 && page.totalCount < before) {
      const again = await read({ number: number - 1, size });
      if (again.at.size !== size) after = again.nextPage;
    }
    before = page.totalCount;
    next = after;
  }
  return {
    rows: [...rows.values()],
    skipped: [...skipped.values()],
    lost: [...lost.values()],
    oddFields,
  };
}
