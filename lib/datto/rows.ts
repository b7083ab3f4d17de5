import * as z from 'zod/mini';
import type { Rows, Unreadable } from '@/lib/model/rows';
import { OddFields } from '@/lib/wire/odd-fields';
import { wrongFields } from '@/lib/wire/wrong-fields';

/** The rows with their ids or, failing that, their places. */
export function identified(rows: readonly unknown[], idField: string): [string, unknown][] {
  return rows.map((row, index) => {
    const id =
      typeof row === 'object' && row !== null
        ? (row as Record<string, unknown>)[idField]
        : undefined;
    return [typeof id === 'string' || typeof id === 'number' ? String(id) : `#${index + 1}`, row];
  });
}

/** Reads rows one by one, so that one bad row costs no other. */
export function readRows<T>(
  rows: Iterable<[id: string, row: unknown]>,
  read: (id: string, row: unknown, odd: OddFields) => T,
): Rows<T> {
  const readable: T[] = [];
  const skipped: Unreadable[] = [];
  const odd = new OddFields();
  for (const [id, row] of rows) {
    try {
      readable.push(read(id, row, odd));
    } catch (error) {
      if (!(error instanceof z.core.$ZodError)) throw error;
      skipped.push({ id, fields: wrongFields(error) });
    }
  }
  return { rows: readable, skipped, oddFields: odd.list };
}
