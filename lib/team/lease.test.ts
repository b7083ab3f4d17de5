import { describe, expect, it } from 'vitest';
import type { Presence, TeamState } from '@/lib/model/shared-entry';
import { compareVersions, leads, whyNotLead } from './lease';
import { freshState } from './memory';

const now = 1_700_000_000_000;
const minute = 60_000;
const hour = 60 * minute;

const presence = (browser: string, given: Partial<Presence> = {}): Presence => ({
  browser,
  token: 't',
  version: '1.0.0',
  form: 1,
  user: null,
  at: now - hour,
  lastSync: null,
  read: null,
  claim: null,
  ...given,
});
const claim = (browser: string, ms: number, until = now + minute) => ({
  from: { ms, counter: 0, browser },
  until,
});
const seen = (...presences: Presence[]): TeamState => ({
  ...freshState('b'),
  presences: Object.fromEntries(presences.map((each, index) => [String(index), each])),
});
const why = (state: TeamState) => whyNotLead(state, '1.0.0', 6 * hour, now)?.kind ?? null;

describe('a browser claims the sync', () => {
  it.each([
    ['where it is alone', seen(), null],
    ['not where another synced lately', seen(presence('a', { lastSync: now - hour })), 'synced'],
    ['where the last sync is long ago', seen(presence('a', { lastSync: now - 6 * hour })), null],
    ['where only itself synced', seen(presence('b', { lastSync: now - hour })), null],
    ['not where another is at it', seen(presence('a', { claim: claim('a', 1) })), 'syncing'],
    ['where the other claim ran out', seen(presence('a', { claim: claim('a', 1, now) })), null],
    ['not beside a newer version', seen(presence('a', { version: '1.0.1' })), 'newer-version'],
    [
      'where the newer version was not seen for a day',
      seen(presence('a', { version: '2', at: now - 24 * hour })),
      null,
    ],
    ['where the others are older', seen(presence('a', { version: '0.9.9' })), null],
    ['not beside a newer form', seen(presence('a', { form: 2 })), 'newer-version'],
    ['not where records have a newer form', { ...seen(), newerForm: true }, 'newer-version'],
  ])('%s', (_, state, expected) => {
    expect(why(state)).toBe(expected);
  });

  it('by what another said last, where it said more than one thing', () => {
    const before = presence('a', { claim: claim('a', 1), at: now - 2 * hour });
    expect(why(seen(before, presence('a')))).toBeNull();
  });
});

describe('of several claims', () => {
  const mine = (ms: number, until = now + minute, ...others: Presence[]): TeamState => ({
    ...seen(presence('b', { claim: claim('b', ms) }), ...others),
    claim: claim('b', ms, until),
  });

  it('the earliest leads, and of two of one time that of the lower browser', () => {
    const other = presence('a', { claim: claim('a', 5) });
    expect(leads(mine(4, now + minute, other), now)).toBe(true);
    expect(leads(mine(5, now + minute, other), now)).toBe(false);
    expect(leads(mine(6, now + minute, other), now)).toBe(false);
  });

  it('one that ran out does not count', () => {
    const over = presence('a', { claim: claim('a', 1, now) });
    expect(leads(mine(4, now + minute, over), now)).toBe(true);
    expect(leads(mine(4, now), now)).toBe(false);
    expect(leads(seen(), now)).toBe(false);
  });
});

it('versions are ordered by their numbers', () => {
  const sorted = ['1.10.0', '1.9.3', '2.0', '1.9', '2.0.0.1'].sort(compareVersions);
  expect(sorted).toEqual(['1.9', '1.9.3', '1.10.0', '2.0', '2.0.0.1']);
});
