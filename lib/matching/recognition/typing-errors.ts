import { distance } from 'fastest-levenshtein';
import type { Alignment } from './alignment';
import type { Vocabulary } from './vocabulary';

/** Shorter words are too close to each other: "Smith", "Smyth". */
const minLetters = 5;
/** From this length on two errors are still one word. */
export const lettersForTwo = 10;

/**
 * Pairs words that differ by a typing error. Two words that both exist are never one, nor is a word
 * that stands in some organization's name a misspelt other.
 */
export function pairTypingErrors(alignment: Alignment, vocabulary: Vocabulary): void {
  for (const networkWords of alignment.leftover()) {
    const written = alignment.network[networkWords]?.text ?? '';
    if (written.length < minLetters || /\d/.test(written) || vocabulary.has(written)) continue;
    let best: { organizationWords: number; errors: number } | null = null;
    for (const organizationWords of alignment.missing()) {
      const meant = alignment.organization[organizationWords]?.text ?? '';
      if (vocabulary.isWord(written) && vocabulary.isWord(meant)) continue;
      if (areSonsOf(written, meant)) continue;
      const errors = typingErrors(written, meant);
      if (errors !== null && (best === null || errors < best.errors))
        best = { organizationWords, errors };
    }
    if (best)
      alignment.add({
        likeness: 'typing-error',
        quality: best.errors === 1 ? 0.94 : 0.88,
        organizationWords: [best.organizationWords],
        networkWords: [networkWords],
      });
  }
}

/** "Ericson" and "Ericsen": two families of one father's name. */
function areSonsOf(a: string, b: string): boolean {
  const son = /ss?[eo]n$/;
  return a !== b && son.test(a) && son.test(b) && a.replace(son, '') === b.replace(son, '');
}

/** How many errors lie between two words, or `null` where they are too many for their length. */
export function typingErrors(a: string, b: string): number | null {
  const letters = Math.min(a.length, b.length);
  if (letters < minLetters) return null;
  const maxErrors = letters >= lettersForTwo ? 2 : 1;
  if (Math.abs(a.length - b.length) > maxErrors) return null;
  const apart = distance(a, b);
  const errors = apart === 2 && isSwap(a, b) ? 1 : apart;
  if (errors > maxErrors) return null;
  if (errors === 1 && isOtherConsonant(a, b)) return null;
  // People rarely mistype the first letter; other words often differ there.
  if (errors === 2 && a.charAt(0) !== b.charAt(0)) return null;
  return errors;
}

const keyboard = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
/** Consonants that are heard alike. */
const alike = ['ckqsxz', 'bp', 'dt', 'gj', 'fvw', 'mn', 'lr'];

/**
 * Whether two words of one length differ in one consonant that is neither heard nor typed for the
 * other: "Weatherby" and "Weatherly" are two names.
 */
function isOtherConsonant(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, place) => letter !== b.charAt(place));
  const [one, other] = [a.charAt(at), b.charAt(at)];
  if (a.slice(at + 1) !== b.slice(at + 1) || /[aeiouy]/.test(one + other)) return false;
  return (
    !alike.some((group) => group.includes(one) && group.includes(other)) && !areNear(one, other)
  );
}

/** Whether two keys touch; rows lie half a key apart. */
function areNear(one: string, other: string): boolean {
  const [first, second] = [one, other].map((letter) => {
    const row = keyboard.findIndex((keys) => keys.includes(letter));
    return { row, column: (keyboard[row]?.indexOf(letter) ?? 0) + row / 2 };
  });
  return (
    first !== undefined &&
    second !== undefined &&
    Math.abs(first.row - second.row) <= 1 &&
    Math.abs(first.column - second.column) <= 1
  );
}

/** Whether two neighbouring letters changed places, which plain edit distance counts as two errors. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, place) => letter !== b.charAt(place));
  return (
    a.charAt(at) === b.charAt(at + 1) &&
    a.charAt(at + 1) === b.charAt(at) &&
    a.slice(at + 2) === b.slice(at + 2)
  );
}
