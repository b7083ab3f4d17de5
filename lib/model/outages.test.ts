import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outagesOf, reachOf, untilRead, withGaps } from './outages';

const every = 5 * 60_000;
const checkin = (place: number, up: boolean) => ({ at: place * every, up });
/** `u` up, `d` down, a blank where nothing is known. */
const checkins = (text: string) =>
  [...text].flatMap((state, place) => (state === ' ' ? [] : [checkin(place, state === 'u')]));
const reach = (text: string) => reachOf(checkins(text), every, text.length * every);
const spans = (text: string) =>
  reach(text).map(({ up, from, to }) => `${up ? 'u' : 'd'}${from / every}-${to / every}`);

describe('check-ins as stretches', () => {
  it.each([
    ['uuuu', ['u0-4']],
    ['uudduu', ['u0-2', 'd2-4', 'u4-6']],
    ['d', ['d0-1']],
    ['uu  uu', ['u0-2', 'u4-6']],
    ['ud  du', ['u0-1', 'd1-2', 'd4-5', 'u5-6']],
    ['', []],
  ])('%j', (text, expected) => {
    expect(spans(text)).toEqual(expected);
  });

  it('are the same in whatever order they come, and one that reported counts among those of its time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ place: fc.nat(40), up: fc.boolean() })),
        fc.integer(),
        (rows, seed) => {
          const list = rows.map(({ place, up }) => checkin(place, up));
          const mixed = [...list].sort((a, b) => ((a.at ^ seed) % 7) - ((b.at ^ seed) % 7));
          const found = reachOf(list, every, 41 * every);
          expect(reachOf(mixed, every, 41 * every)).toEqual(found);
          for (const { at } of list.filter(({ up }) => up))
            expect(found.filter(({ from, to }) => from <= at && at < to)).toMatchObject([
              { up: true },
            ]);
          // They follow each other, and none is empty.
          found.reduce((end, { from, to }) => {
            expect(from).toBeGreaterThanOrEqual(end);
            expect(to).toBeGreaterThan(from);
            return to;
          }, 0);
        },
      ),
    );
  });

  it('of a clock in the future are left out, those of one that is a little fast are not', () => {
    const rows = [{ at: 0 }, { at: 10 * 60_000 }, { at: 60 * 60_000 }];
    expect(untilRead(rows, 0, every)).toEqual(rows.slice(0, 2));
  });
});

describe('outages', () => {
  it('say whether their beginning and their end are known', () => {
    const facts = (text: string) =>
      outagesOf(reach(text)).map(({ fromStart, lasting }) => [fromStart, lasting]);
    expect(facts('ddu')).toEqual([[true, false]]);
    expect(facts('udu')).toEqual([[false, false]]);
    expect(facts('uud')).toEqual([[false, true]]);
    expect(facts('ddd')).toEqual([[true, true]]);
    expect(facts('uuu')).toEqual([]);
  });
});

it('a line has a gap where samples are missing, and none where one is a little late', () => {
  const at = (...places: number[]) => places.map((place) => ({ at: place * every, value: 1 }));
  expect(withGaps(at(3, 0, 1.2, 2), every)).toEqual(at(0, 1.2, 2, 3));
  expect(withGaps(at(0, 5), every)).toEqual([
    { at: 0, value: 1 },
    { at: every, value: null },
    { at: 5 * every, value: 1 },
  ]);
});
