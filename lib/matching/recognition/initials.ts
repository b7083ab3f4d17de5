import { phrases } from '../words/phrases';
import type { Alignment } from './alignment';
import { keyOf, type Word } from './read-name';

const maxWords = 4;

/** Pairs letters with the words they stand for: "PT" and "Physical Therapy", "HOA" and "Homeowners Association". */
export function pairInitials(alignment: Alignment): void {
  pairLetters(alignment, 'network');
  pairLetters(alignment, 'organization');
  pairListedLetters(alignment);
}

/** "T&D" for "Tool & Die", "F & M" for "Farmers & Merchants". */
function pairListedLetters(alignment: Alignment): void {
  const isLetter = (at: number) => alignment.network[at]?.text.length === 1;
  if (!alignment.leftover().some(isLetter)) return;
  const networkWords = find(
    alignment.runs('network', maxWords),
    (run) => run.length > 1 && run.every(isLetter),
  );
  if (!networkWords || !alignment.network[networkWords[1] ?? -1]?.listed) return;
  const letters = networkWords.map((at) => alignment.network[at]?.text ?? '');
  const organizationWords = find(
    alignment.runs('organization', networkWords.length),
    (run) =>
      run.length === letters.length &&
      run.every((at, nth) => alignment.organization[at]?.text.startsWith(letters[nth] ?? '')),
  );
  if (organizationWords)
    alignment.add({ likeness: 'initials', quality: 0.94, organizationWords, networkWords });
}

function pairLetters(alignment: Alignment, lettersOf: 'network' | 'organization'): void {
  const ofNetwork = lettersOf === 'network';
  for (const letters of ofNetwork ? alignment.leftover() : alignment.missing()) {
    const word = alignment[lettersOf][letters];
    const run =
      word &&
      (ofNetwork
        ? wordsOf(word, alignment.organization, alignment.missing())
        : wordsOf(word, alignment.network, alignment.leftover()));
    if (run)
      alignment.add({
        likeness: 'initials',
        quality: 0.94,
        organizationWords: ofNetwork ? run : [letters],
        networkWords: ofNetwork ? [letters] : run,
      });
  }
}

/** The free words that a word's letters stand for: the longest run of them, the first of several. */
function wordsOf(
  letters: Word,
  words: readonly Word[],
  free: readonly number[],
): readonly number[] | null {
  const expansions = phraseKeys.get(letters.text) ?? [];
  const initials = areInitials(letters) ? letters.text.split('') : [];
  if (expansions.length === 0 && initials.length === 0) return null;
  for (let length = Math.min(maxWords, free.length); length > 0; length--)
    for (let at = 0; at + length <= free.length; at++) {
      const start = free[at] ?? 0;
      const isRun = (free[at + length - 1] ?? 0) - start === length - 1;
      const begins = (letter: string, nth: number) => words[start + nth]?.text.startsWith(letter);
      const isKey = (key: string, nth: number) => words[start + nth]?.key === key;
      if (
        isRun &&
        ((initials.length === length && initials.every(begins)) ||
          expansions.some((keys) => keys.length === length && keys.every(isKey)))
      )
        return free.slice(at, at + length);
    }
  return null;
}

/** Two small letters are more often a word than initials. */
const areInitials = ({ text, site, capitals }: Word): boolean =>
  !site && text.length <= maxWords && (text.length > 2 || (text.length === 2 && capitals));

/** The phrases by their letters, each as the keys of its words. */
const phraseKeys: ReadonlyMap<string, readonly (readonly string[])[]> = new Map(
  [...phrases].map(([letters, expansions]) => [
    letters,
    expansions.map((words) => words.map(keyOf)),
  ]),
);

function find<Value>(values: Iterable<Value>, fits: (value: Value) => boolean): Value | undefined {
  for (const value of values) if (fits(value)) return value;
  return undefined;
}
