import { distance } from 'fastest-levenshtein';
import type { Alignment } from './alignment';
import type { Vocabulary } from './vocabulary';

/** Shorter words are too close to each other: "Smith", "Smyth". */
const leastLetters = 5;
/** From this length on two errors are still one word. */
const lettersForTwo = 8;

/** Pairs words that differ by a typing error. Two words that both exist are never one. */
export function pairTypingErrors(alignment: Alignment, vocabulary: Vocabulary): void {
  for (const theirs of alignment.leftover()) {
    const written = alignment.network[theirs]?.text ?? '';
    if (written.length < leastLetters || /\d/.test(written)) continue;
    let best: { ours: number; errors: number } | null = null;
    for (const ours of alignment.missing()) {
      const meant = alignment.organization[ours]?.text ?? '';
      if (vocabulary.isWord(written) && vocabulary.isWord(meant)) continue;
      const errors = typingErrors(written, meant);
      if (errors !== null && (best === null || errors < best.errors)) best = { ours, errors };
    }
    if (best)
      alignment.add({
        likeness: 'typing-error',
        quality: best.errors === 1 ? 0.94 : 0.9,
        ours: [best.ours],
        theirs: [theirs],
      });
  }
}

/** How many errors lie between two words, or `null` where they are too many for their length. */
export function typingErrors(a: string, b: string): number | null {
  const letters = Math.min(a.length, b.length);
  if (letters < leastLetters) return null;
  const most = letters >= lettersForTwo ? 2 : 1;
  if (Math.abs(a.length - b.length) > most) return null;
  const apart = distance(a, b);
  const errors = apart === 2 && isSwap(a, b) ? 1 : apart;
  if (errors > most) return null;
  // People rarely mistype the first letter; other words often differ there.
  if (errors === 2 && a.charAt(0) !== b.charAt(0)) return null;
  return errors;
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
