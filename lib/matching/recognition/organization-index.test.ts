import fc from 'fast-check';
import { expect, it } from 'vitest';
import { organizationId } from '@/lib/model/ids';
import type { Organization } from '@/lib/model/organization';
import { atOnce } from '../at-once.fixture';
import { OrganizationIndex } from './organization-index';
import { organizationNames, squash, type OrganizationName } from './organization-names';
import { readName, type Word } from './read-name';
import { Recognizer } from './recognizer';
import { typingErrors } from './typing-errors';

/** Says which names are worth a comparison by looking at all of them. */
class AllNames extends OrganizationIndex {
  readonly #names: OrganizationName[] = [];

  override add(organization: Organization): void {
    super.add(organization);
    this.#names.push(...organizationNames(organization));
  }

  override candidates(network: readonly Word[]): OrganizationName[] {
    const runs = network.flatMap((_, start) =>
      network.slice(start).map((_, length) => network.slice(start, start + length + 1)),
    );
    const written = new Set(runs.map(squash));
    const words = this.#names.flatMap(({ kind, core }) => (kind === 'acronym' ? [] : core));
    const meant = words.filter((word) =>
      network.some(({ text, number }) => !number && typingErrors(text, word.text) !== null),
    );
    const keys = new Set([
      ...[...network, ...meant].map(({ key }) => key),
      ...runs.filter(({ length }) => length === 2).map(squash),
    ]);
    return this.#names.filter(
      ({ kind, core }) =>
        written.has(squash(core)) ||
        (kind !== 'acronym' &&
          (core.some(({ key }) => keys.has(key)) ||
            (core.length > 2 && written.has(squash(core.slice(0, 2)))))),
    );
  }
}

const word = fc.constantFrom(
  ...['Blue', 'Harbor', 'Dental', 'Clinic', 'Weatherby', 'Construction', 'Lakeside', 'Physio'],
  ...['Brandt', 'Mechanical', 'Marlow', 'Northgate', 'Orthodontics', 'Group', 'Inc', 'Smith'],
);
const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
/** What people make of a name, by words. */
const change = fc.constantFrom<(words: readonly string[], at: number) => readonly string[]>(
  (words) => words,
  (words, at) => words.toSpliced(at, 1),
  (words, at) => words.toSpliced(at, 1, words[at]!.slice(0, -2) + words[at]!.slice(-1)),
  (words, at) => words.toSpliced(at, 1, words[at]!.slice(0, 4)),
  (words, at) => words.toSpliced(at, 2, words.slice(at, at + 2).join('')),
  (words) => [words.map((each) => each.charAt(0)).join('')],
  (words) => [...words, '-', 'Warehouse'],
  (words) => words.toReversed(),
);
const tenant = fc.record({
  // Few enough that neither bound of the index is met.
  organizations: fc.uniqueArray(name, { minLength: 1, maxLength: 9 }),
  networks: fc.array(fc.tuple(fc.nat(), fc.nat(), change, change), { maxLength: 6 }),
});

it('leads to the suggestions that looking at every name leads to', () => {
  let suggested = 0;
  fc.assert(
    fc.property(tenant, ({ organizations, networks }) => {
      const rows = organizations.map((each, id) => ({
        id: organizationId(id + 1),
        name: each,
        shortName: null,
        primary: false,
        typeName: 'Customer',
        statusName: 'Active',
      }));
      const byIndex = atOnce(Recognizer.of(rows));
      const byLooking = atOnce(Recognizer.of(rows, new AllNames()));
      for (const [nth, place, first, second] of networks) {
        const words = organizations[nth % organizations.length]!.split(' ');
        const once = first(words, place % words.length);
        const written = once.length === 0 ? once : second(once, place % once.length);
        const network = written.join(' ');
        if (readName(network).length === 0) continue;
        const found = byIndex.recognize(network);
        expect(found.map(answer), network).toEqual(byLooking.recognize(network).map(answer));
        suggested += found.length;
      }
    }),
    { numRuns: 300 },
  );
  expect(suggested).toBeGreaterThan(100);
});

const answer = ({ organizationId: id, score }: { organizationId: string; score: number }) => ({
  id,
  score,
});
