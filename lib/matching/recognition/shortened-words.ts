import type { Alignment } from './alignment';
import type { Vocabulary } from './vocabulary';

/**
 * Pairs words cut short as people do it, beyond the table of abbreviations: the beginning
 * ("Constr" for "Construction") or the consonants ("Hrbr" for "Harbor").
 */
export function pairShortenedWords(alignment: Alignment, vocabulary: Vocabulary): void {
  for (const networkWords of alignment.leftover()) {
    const short = alignment.network[networkWords];
    if (!short || short.text.length < 3 || short.number || vocabulary.isWord(short.text)) continue;
    const organizationWords = alignment.missing().find((place) => {
      const full = alignment.organization[place]?.text ?? '';
      return isBeginning(short.text, full) || isSkeleton(short.text, full);
    });
    if (organizationWords !== undefined)
      alignment.add({
        likeness: 'abbreviation',
        quality: 0.95,
        organizationWords: [organizationWords],
        networkWords: [networkWords],
      });
  }
}

const isBeginning = (short: string, full: string): boolean =>
  full.length >= short.length + 2 && full.startsWith(short);

function isSkeleton(short: string, full: string): boolean {
  if (full.length < short.length + 1 || short.charAt(0) !== full.charAt(0)) return false;
  const consonants = full.charAt(0) + full.slice(1).replace(/[aeiouy]/g, '');
  if (/[aeiouy]/.test(short.slice(1))) return false;
  return consonants === short || (short.length >= 5 && consonants.startsWith(short));
}
