import type { Organization } from '@/lib/model/organization';
import { organizationNames, squash, type OrganizationName } from './organization-names';
import type { Word } from './read-name';
import { lettersForTwo, typingErrors } from './typing-errors';
import { Vocabulary } from './vocabulary';

/** More organizations than this share only a trade ("Dental"): no reason to look at each. */
const maxSharers = 150;
const maxCandidates = 40;
const maxWords = 16;

/** Finds the organizations' names worth a comparison, without comparing all of them. */
export class OrganizationIndex {
  readonly vocabulary = new Vocabulary();
  readonly #bySquash = new Map<string, OrganizationName[]>();
  readonly #byKey = new Map<string, OrganizationName[]>();
  readonly #byRemainder = new Map<string, Set<Word>>();

  readonly #indexed = new Set<string>();

  /** To be called once for each organization, before anything is asked. */
  add(organization: Organization): void {
    const names = organizationNames(organization);
    this.vocabulary.add(names);
    for (const name of names) {
      push(this.#bySquash, squash(name.core), name);
      if (name.kind === 'acronym') continue;
      // "Duraflex" for "Dura Flex Flooring"
      if (name.core.length > 2) push(this.#bySquash, squash(name.core.slice(0, 2)), name);
      for (const key of new Set(name.core.map(({ key }) => key))) push(this.#byKey, key, name);
      for (const word of name.core) {
        if (this.#indexed.has(word.text)) continue;
        this.#indexed.add(word.text);
        for (const remainder of remainders(word.text)) {
          const words = this.#byRemainder.get(remainder);
          if (words) words.add(word);
          else this.#byRemainder.set(remainder, new Set([word]));
        }
      }
    }
  }

  /** Names that share something with the network's: best first, boundedly many. */
  candidates(network: readonly Word[]): OrganizationName[] {
    const words = network.slice(0, maxWords);
    const weights = new Map<OrganizationName, number>();
    const add = (name: OrganizationName, weight: number) =>
      weights.set(name, (weights.get(name) ?? 0) + weight);
    for (let start = 0; start < words.length; start++)
      for (let end = start + 1; end <= words.length; end++) {
        const run = words.slice(start, end);
        // Whatever is written exactly like a whole name comes before what shares words.
        for (const name of this.#bySquash.get(squash(run)) ?? []) add(name, 100 * run.length);
        if (run.length === 2) for (const name of this.#byKey.get(squash(run)) ?? []) add(name, 10);
      }
    for (const word of words) {
      for (const key of [word.key, ...this.#misspelt(word)]) {
        const sharers = this.#byKey.get(key) ?? [];
        if (sharers.length > maxSharers) continue;
        for (const name of sharers) add(name, this.vocabulary.weight(key));
      }
    }
    return [...weights]
      .sort(([, a], [, b]) => b - a)
      .slice(0, maxCandidates)
      .map(([name]) => name);
  }

  /** The keys of words that this one may be a misspelling of. */
  #misspelt({ text, number }: Word): string[] {
    if (number) return [];
    const keys = new Set<string>();
    for (const remainder of remainders(text))
      for (const word of this.#byRemainder.get(remainder) ?? [])
        if (word.text !== text && typingErrors(text, word.text) !== null) keys.add(word.key);
    return [...keys];
  }
}

/**
 * The word with up to as many letters taken out as errors are allowed: two words with so many errors
 * between them have a remainder in common.
 */
function remainders(text: string): Set<string> {
  const found = new Set([text]);
  if (text.length < 5 || text.length > 24) return found;
  for (const one of withoutOne(text)) {
    found.add(one);
    if (text.length >= lettersForTwo) for (const two of withoutOne(one)) found.add(two);
  }
  return found;
}

const withoutOne = (text: string): string[] =>
  Array.from(text, (_, place) => text.slice(0, place) + text.slice(place + 1));

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
