import type { Unreadable } from '@/lib/model/rows';
import { ItGlueError } from './errors';
import type { List } from './json-api-read';

/**
 * A look-up that found nothing: sure only where no row came that may be the one looked for. Without
 * that nothing may be created.
 * @param deciding the fields by which rows are told apart, as their paths on the wire
 * @throws ItGlueError with the rows that cannot be told apart
 */
export function sureOfNone(
  { skipped, lost }: Pick<List<unknown>, 'skipped' | 'lost'>,
  request: string,
  deciding: readonly string[],
): void {
  const odd = lost.flatMap((row): Unreadable[] => {
    const fields = row.fields.filter(({ field }) => deciding.includes(field));
    return fields.length > 0 ? [{ ...row, fields }] : [];
  });
  const unreadable = [...skipped, ...odd];
  if (unreadable.length > 0)
    throw new ItGlueError({ kind: 'transient', request, outcome: null, unreadable });
}
