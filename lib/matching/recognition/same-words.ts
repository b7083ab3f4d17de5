import { abbreviations } from '../words/abbreviations';
import type { Alignment, Likeness } from './alignment';
import type { Word } from './read-name';

/** Pairs equal words, and words that mean the same: "Mfg" and "Manufacturing", "Clinic" and "Clinics". */
export function pairSameWords(alignment: Alignment): void {
  pair(alignment, (a, b) => a.text === b.text);
  pair(
    alignment,
    (a, b) =>
      (a.key === b.key && (a.sense === b.sense || a.sense === 0 || b.sense === 0)) ||
      // "Calloway Co Library"
      (a.text === 'county' && b.text === 'co'),
  );
}

function pair(alignment: Alignment, equal: (a: Word, b: Word) => boolean): void {
  for (const organizationWords of alignment.missing()) {
    const a = alignment.organization[organizationWords];
    const networkWords = alignment.leftover().find((place) => {
      const b = alignment.network[place];
      return a && b && equal(a, b);
    });
    const b = networkWords === undefined ? undefined : alignment.network[networkWords];
    if (!a || !b || networkWords === undefined) continue;
    const same = a.text === b.text;
    alignment.add({
      likeness: same ? 'same' : likeness(a.text, b.text),
      quality: same ? 1 : 0.98,
      organizationWords: [organizationWords],
      networkWords: [networkWords],
    });
  }
}

function likeness(a: string, b: string): Likeness {
  if (!abbreviations.has(a) || !abbreviations.has(b)) return 'spelling';
  const bothWrittenOut = Math.min(a.length, b.length) >= 6 && Math.abs(a.length - b.length) > 1;
  return bothWrittenOut ? 'variant' : 'abbreviation';
}
