import type { OrganizationId } from './ids';

/** Since when something is known: a network (`n:`), a device (`d:`) or a finding (`f:`) by its key. */
export interface FirstSeen {
  readonly key: string;
  /** When the sync ended that found it, ISO 8601. */
  readonly at: string;
}

/** A list that a person looks at. */
export type LookedList = 'networks' | 'findings' | `devices ${OrganizationId}`;

/** When a list was looked at: the visit of now, and the end of the one before. ISO 8601 */
export interface Look {
  /** What was found later is new. */
  readonly since: string;
  readonly at: string;
}

/** After so long another visit begins, milliseconds: a page that is loaded again is the same one. */
const visitMs = 30 * 60_000;

/** The look after another. @param now milliseconds since 1970 */
export function lookAgain(before: Look | undefined, now: number): Look {
  const at = new Date(now).toISOString();
  // Who never looked sees as new what came after the first sync.
  if (!before) return { since: '', at };
  return { since: now - Date.parse(before.at) > visitMs ? before.at : before.since, at };
}
