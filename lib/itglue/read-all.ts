import { mergeOddFields, type OddField, type Rows, type Unreadable } from '@/lib/model/rows';
import type { Page } from './json-api-read';

/**
 * Reads a list to its end. A row that shifted onto two pages counts once, with what was read last;
 * where the list became shorter between two pages, the page before is read again for the rows that
 * shifted past.
 */
export async function readAll<Row extends { readonly id: string }>(
  readPage: (page: number) => Promise<Page<Row>>,
): Promise<Rows<Row>> {
  const rows = new Map<string, Row>();
  const skipped = new Map<string, Unreadable>();
  let oddFields: readonly OddField[] = [];
  let before = 0;

  async function read(number: number): Promise<Page<Row>> {
    const page = await readPage(number);
    for (const row of page.rows) rows.set(row.id, row);
    for (const row of page.skipped) skipped.set(row.id, row);
    return page;
  }

  for (let next: number | null = 1; next !== null;) {
    const page: Page<Row> = await read(next);
    if (next > 1 && page.totalCount < before) await read(next - 1);
    oddFields = mergeOddFields(oddFields, page.oddFields);
    before = page.totalCount;
    next = page.nextPage;
  }
  return { rows: [...rows.values()], skipped: [...skipped.values()], oddFields };
}
