import { distance } from 'fastest-levenshtein';
import { normalizeName } from '@/lib/model/name';

/**
 * How alike two devices' names are, 0 to 1: the share of letters that need no change. 0 where their
 * numbers differ, for "AP-01" and "AP-02" are one letter apart and two devices.
 */
export function deviceNameSimilarity(a: string, b: string): number {
  const [left, right] = [words(a), words(b)];
  if (left.numbers !== right.numbers) return 0;
  const longer = Math.max(left.letters.length, right.letters.length);
  if (longer === 0) return 0;
  return 1 - distance(left.letters, right.letters) / longer;
}

/** Letters and numbers apart; numbers without leading zeros. */
function words(name: string): { letters: string; numbers: string } {
  const parts = normalizeName(name).match(/\p{L}+|\p{N}+/gu) ?? [];
  const isNumber = (part: string) => /^\p{N}/u.test(part);
  return {
    letters: parts
      .filter((part) => !isNumber(part))
      .sort()
      .join(' '),
    numbers: parts
      .filter(isNumber)
      .map((part) => part.replace(/^0+(?=.)/, ''))
      .sort()
      .join(' '),
  };
}
