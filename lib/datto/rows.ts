import { z } from 'zod';
import type { Rows, Unreadable } from '@/lib/model/rows';

/** An object keyed by id. The servers write an empty one as `[]` at times, as PHP does. */
export const keyed = z.union([
  z.record(z.string(), z.unknown()),
  z.array(z.never()).transform((): Record<string, unknown> => ({})),
]);

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
  read: (id: string, row: unknown) => T,
): Rows<T> {
  const readable: T[] = [];
  const skipped: Unreadable[] = [];
  for (const [id, row] of rows) {
    try {
      readable.push(read(id, row));
    } catch (error) {
      if (!(error instanceof z.ZodError)) throw error;
      skipped.push({ id, reason: zodIssues(error) });
    }
  }
  return { rows: readable, skipped };
}

/** Which fields are wrong and how, e.g. `summary_info.mac: expected string`; none of their values. */
export function zodIssues(error: z.ZodError): string {
  return error.issues
    .map((issue) => {
      const expected = issue.code === 'invalid_type' ? `expected ${issue.expected}` : 'not valid';
      return issue.path.length > 0 ? `${issue.path.join('.')}: ${expected}` : expected;
    })
    .join('; ');
}
