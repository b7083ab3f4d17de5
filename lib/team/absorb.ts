import type { KeptEntry, Presence, SharedEntry, TeamState } from '@/lib/model/shared-entry';
import { formVersion } from './content';
import { groupByKey } from './group-by-key';
import { compareIds } from '@/lib/model/copies';
import { byKey } from './memory';
import { madeUnseen, merge, type Replacement } from './merge';
import type { TeamRules } from './rules';
import type { TeamRow } from './shared-state';
import { hear } from './stamp';

interface Reading {
  readonly rows: readonly TeamRow[];
  /** Whether these are all the records there are. */
  readonly whole: boolean;
  /** Milliseconds since 1970, by IT Glue's clock. */
  readonly now: number;
}

export interface Absorbed {
  readonly state: TeamState;
  readonly changed: readonly KeptEntry[];
  readonly replaced: readonly Replacement[];
  /** Others' decisions that what was decided here later counts before, made without seeing them. */
  readonly passedOver: readonly SharedEntry[];
}

/**
 * What a browser keeps after it read records.
 * @param kept the entries of the keys that the records hold; of a whole reading all there are
 */
export function absorb(
  before: TeamState,
  kept: readonly KeptEntry[],
  reading: Reading,
  rules: TeamRules,
): Absorbed {
  const { rows, whole, now } = reading;
  const { changed, replaced } = entriesAfter(kept, reading, rules);
  let { clock } = before;
  for (const row of rows) for (const { at } of entriesOf(row)) clock = hear(clock, at, now);
  const times = rows.flatMap(({ updatedAt }) => updatedAt ?? []);
  const read = new Set(rows.map(({ id }) => id));
  const bad = rows.filter(({ content, archived }) => content.kind === 'damaged' && !archived);
  const state = {
    ...before,
    clock,
    cursor: times.reduce((a, b) => Math.max(a, b), before.cursor ?? 0) || before.cursor,
    presences: presencesAfter(before.presences, reading),
    damaged: [
      ...(whole ? [] : before.damaged.filter((id) => !read.has(id))),
      ...bad.map(({ id }) => id),
    ],
    newerForm: rows.some(isNewer) || (before.newerForm && !whole),
  };
  return { state, changed, replaced, passedOver: passedOver(before, kept, rows, rules) };
}

export const entriesOf = ({ content }: TeamRow) =>
  content.kind === 'entries' ? content.entries : [];

const isNewer = ({ content }: TeamRow): boolean =>
  content.kind === 'newer' || ('form' in content && content.form > formVersion);

function entriesAfter(
  kept: readonly KeptEntry[],
  { rows, whole }: Reading,
  rules: TeamRules,
): Pick<Absorbed, 'changed' | 'replaced'> {
  const of = (archived: boolean) =>
    rows.filter((row) => row.archived === archived).flatMap(entriesOf);
  const live = of(false);
  const archived = merge(byKey(kept), of(true), false, rules.compare);
  const between = new Map([...byKey(kept), ...byKey(archived.changed)]);
  const merged = merge(between, live, true, rules.compare);
  const changed = new Map([...byKey(archived.changed), ...byKey(merged.changed)]);
  if (whole) {
    const held = groupByKey(live, ({ key }) => key);
    for (const entry of [...kept, ...archived.changed]) {
      const now = changed.get(entry.key) ?? entry;
      const isHeld = held.get(now.key)?.some((each) => rules.compare(each, now) === 0);
      if (!isHeld && now.publication === 'published')
        changed.set(now.key, { ...now, publication: 'missing' });
    }
  }
  return { changed: [...changed.values()], replaced: [...archived.replaced, ...merged.replaced] };
}

function passedOver(
  { browser }: TeamState,
  kept: readonly KeptEntry[],
  rows: readonly TeamRow[],
  rules: TeamRules,
): readonly SharedEntry[] {
  const own = byKey(kept.filter(({ at }) => at.browser === browser));
  return rows.flatMap(entriesOf).filter((entry) => {
    const mine = own.get(entry.key);
    if (!mine || entry.at.browser === browser) return false;
    return rules.compare(entry, mine) < 0 && madeUnseen(mine, entry);
  });
}

function presencesAfter(
  before: TeamState['presences'],
  { rows, whole }: Reading,
): TeamState['presences'] {
  const presences = new Map(whole ? [] : Object.entries(before));
  for (const { id, content, archived } of rows) {
    if (content.kind === 'presence' && !archived) presences.set(id, content.presence);
    else presences.delete(id);
  }
  return Object.fromEntries(presences);
}

/** The record in which a browser says something of itself; of several the one with the lowest id. */
export function ownRecord(state: TeamState): string | null {
  const own = Object.entries(state.presences)
    .filter(([, { browser }]) => browser === state.browser)
    .map(([id]) => id);
  return own.sort(compareIds)[0] ?? null;
}

/**
 * Whether another browser writes under this one's id: the profile was copied. Only the record that both
 * write tells; one that a repeated request left beside it has a token of long ago.
 */
export function isCopied(state: TeamState): boolean {
  const own = state.presences[ownRecord(state) ?? ''];
  return own !== undefined && !state.tokens.includes(own.token);
}

/** The same browser under an id of its own. */
export const underNewId = (state: TeamState, browser: string): TeamState => ({
  ...state,
  browser,
  tokens: [],
  claim: null,
  ownLastSync: null,
  ownRead: null,
});

/** The state without what a record said that is gone. */
export const withoutRecord = (state: TeamState, record: string): TeamState => ({
  ...state,
  presences: Object.fromEntries(Object.entries(state.presences).filter(([id]) => id !== record)),
});

/** What the browsers say of themselves, the newest word of each. */
export function browsers(state: TeamState): readonly Presence[] {
  const newest = new Map<string, Presence>();
  for (const presence of Object.values(state.presences)) {
    const known = newest.get(presence.browser);
    if (!known || known.at < presence.at) newest.set(presence.browser, presence);
  }
  return [...newest.values()];
}
