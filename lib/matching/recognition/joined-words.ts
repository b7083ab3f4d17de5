import type { Alignment } from './alignment';

const maxWords = 5;
const minLetters = 3;

/** Pairs words written together on one side and apart on the other: "blueharbor" and "Blue Harbor". */
export function pairJoinedWords(alignment: Alignment): void {
  for (const networkWords of alignment.runs('network', maxWords)) {
    if (!networkWords.every((place) => alignment.leftover().includes(place))) continue;
    const written = networkWords.map((place) => alignment.network[place]?.text ?? '').join('');
    if (written.length < minLetters) continue;
    const organizationWords = spelling(alignment, written);
    if (organizationWords && organizationWords.length + networkWords.length > 2)
      alignment.add({ likeness: 'joined', quality: 0.99, organizationWords, networkWords });
  }
}

/** The longest run of the organization's free words that reads so, the first of several. */
function spelling(alignment: Alignment, written: string): readonly number[] | null {
  let longest: number[] | null = null;
  const free = alignment.missing();
  for (const start of free) {
    const run: number[] = [];
    let letters = 0;
    for (let place = start; run.length < maxWords && free.includes(place); place++) {
      const text = alignment.organization[place]?.text ?? '';
      if (!written.startsWith(text, letters)) break;
      run.push(place);
      letters += text.length;
      if (letters === written.length) break;
    }
    if (letters === written.length && run.length > (longest?.length ?? 0)) longest = run;
  }
  return longest;
}
