import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Presence, SharedEntry } from '@/lib/model/shared-entry';
import { checkDecision, readContent, writeEntries, writePresence } from './content';
import { entries, entry, later } from './samples.fixture';

const throughText = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('what a record says', () => {
  it('comes back as it was, with keys and parts of later versions', () => {
    const distinct = fc.uniqueArray(entries, { selector: ({ key }) => key });
    fc.assert(
      fc.property(distinct, (given) => {
        expect(readContent(throughText(writeEntries(given)), later)).toEqual({
          kind: 'entries',
          form: 1,
          entries: given,
          odd: 0,
        });
      }),
    );
  });

  it('of a browser comes back as it was', () => {
    const presence: Presence = {
      browser: 'b-1',
      token: 't',
      version: '1.2.3',
      form: 1,
      user: '7',
      at: 5,
      lastSync: null,
      read: { organizations: '9f', configurations: 'c0' },
      claim: { from: { ms: 4, counter: 1, browser: 'b-1' }, until: 9 },
    };
    expect(readContent(throughText(writePresence(presence)), later)).toEqual({
      kind: 'presence',
      form: 1,
      presence,
    });
  });

  it('is never more than what fits, whatever stands there', () => {
    const nonsense = fc.oneof(fc.anything(), fc.jsonValue());
    fc.assert(
      fc.property(
        fc.oneof(
          nonsense,
          fc.record({ v: nonsense, entries: fc.dictionary(fc.string(), nonsense) }),
          fc.record({
            v: fc.constant(1),
            entries: fc.dictionary(
              fc.constantFrom('n:1', '__proto__', 'constructor', 'n:<b>', 'n: 1', 'n:2'),
              fc.array(nonsense, { maxLength: 7 }),
            ),
          }),
        ),
        (value) => {
          const content = readContent(value, later);
          if (content?.kind !== 'entries') return;
          for (const each of content.entries) {
            expect(each.key).toMatch(/^[a-z]+:[^\s<>]+$/);
            expect(Number.isSafeInteger(each.at.ms)).toBe(true);
            expect(readContent(throughText(writeEntries([each])), later)).not.toBeNull();
          }
        },
      ),
    );
  });

  const day = 24 * 60 * 60_000;
  const with_ = (given: Partial<SharedEntry>) => readContent(writeEntries([entry(given)]), later);
  it.each([
    ['a time beyond tomorrow', { at: { ms: later + day + 1, counter: 0, browser: 'a' } }],
    ['a counter without end', { at: { ms: 1, counter: 1e9, browser: 'a' } }],
    ['a value without end', { value: 'x'.repeat(3000) }],
    ['a key with markup', { key: 'n:<script>' }],
    ['a browser with markup', { at: { ms: 1, counter: 0, browser: '<b>' } }],
    ['a fraction of a millisecond', { at: { ms: 1.5, counter: 0, browser: 'a' } }],
  ])('leaves out %s, and counts it', (_, given) => {
    expect(with_(given)).toMatchObject({ entries: [], odd: 1 });
  });

  it('counts up to a day ahead, so that no clock that is merely wrong is left out', () => {
    expect(with_({ at: { ms: later + day, counter: 0, browser: 'a' } })).toMatchObject({ odd: 0 });
  });

  it('of a later form is read as far as it is understood', () => {
    const value = { v: 2, entries: { 'n:1': ['none', 1, 0, 'a', null, null, 'new'], 'n:2': {} } };
    expect(readContent(value, later)).toMatchObject({
      form: 2,
      odd: 1,
      entries: [{ key: 'n:1', more: ['new'] }],
    });
  });
});

it('a decision that no browser would read is a defect of its caller', () => {
  expect(() => checkDecision('n:1', 'none')).not.toThrow();
  expect(() => checkDecision('n 1', 'none')).toThrow(TypeError);
  expect(() => checkDecision('n:1', 'x'.repeat(2000))).toThrow(TypeError);
});
