import { parse, stringify } from 'lossless-json';
import type { Fate } from './fates';

/** The answer with one value of one of its rows in another type: the row is there, and reads oddly. */
export function oddly(body: string, { row, field }: Extract<Fate, { kind: 'odd' }>): string {
  let answer: unknown;
  try {
    // Ids may have more digits than a number holds.
    answer = parse(body);
  } catch {
    return body;
  }
  const lists = answer !== null && typeof answer === 'object' ? Object.values(answer) : [];
  const rows = lists.flatMap((list) => (Array.isArray(list) ? (list as unknown[]) : []));
  const chosen = rows[row % Math.max(1, rows.length)];
  if (chosen === null || typeof chosen !== 'object') return body;
  const attributes = 'attributes' in chosen ? chosen.attributes : chosen;
  if (attributes === null || typeof attributes !== 'object') return body;
  const names = Object.keys(attributes);
  const name = names[field % Math.max(1, names.length)];
  if (name === undefined) return body;
  (attributes as Record<string, unknown>)[name] = [['odd']];
  return stringify(answer) ?? body;
}
