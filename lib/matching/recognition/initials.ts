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
  const networkWords = alignment
    .runs('network', maxWords)
    .find((run) => run.length > 1 && run.every((at) => alignment.network[at]?.text.length === 1));
  if (!networkWords || !alignment.network[networkWords[1] ?? -1]?.listed) return;
  const letters = networkWords.map((at) => alignment.network[at]?.text ?? '');
  const organizationWords = alignment
    .runs('organization', networkWords.length)
    .find(
      (run) =>
        run.length === letters.length &&
        run.every((at, nth) => alignment.organization[at]?.text.startsWith(letters[nth] ?? '')),
    );
  if (organizationWords)
    alignment.add({ likeness: 'initials', quality: 0.94, organizationWords, networkWords });
}

function pairLetters(alignment: Alignment, lettersOf: 'network' | 'organization'): void {
  const wordsOf = lettersOf === 'network' ? 'organization' : 'network';
  for (const [letters] of alignment.runs(lettersOf, 1)) {
    const word = letters === undefined ? undefined : alignment[lettersOf][letters];
    if (letters === undefined || !word) continue;
    const run = alignment.runs(wordsOf, maxWords).find((run) =>
      stand(
        word,
        run.flatMap((place) => alignment[wordsOf][place] ?? []),
      ),
    );
    if (run)
      alignment.add({
        likeness: 'initials',
        quality: 0.94,
        organizationWords: lettersOf === 'network' ? run : [letters],
        networkWords: lettersOf === 'network' ? [letters] : run,
      });
  }
}

function stand({ text, site, capitals }: Word, words: readonly Word[]): boolean {
  const expansions = phrases.get(text) ?? [];
  if (expansions.some((expansion) => keys(expansion) === words.map(({ key }) => key).join(' ')))
    return true;
  if (words.length < 2 || site || text.length !== words.length) return false;
  // Two small letters are more often a word than initials.
  if (text.length === 2 && !capitals) return false;
  return words.every((word, place) => word.text.startsWith(text.charAt(place)));
}

const keys = (expansion: readonly string[]): string => expansion.map(keyOf).join(' ');
