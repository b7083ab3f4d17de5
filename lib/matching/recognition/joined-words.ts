import type { Alignment } from './alignment';
import { squash } from './organization-names';
import type { Word } from './read-name';

const maxWords = 5;

/** Pairs words written together on one side and apart on the other: "blueharbor" and "Blue Harbor". */
export function pairJoinedWords(alignment: Alignment): void {
  for (const networkWords of alignment.runs('network', maxWords)) {
    const written = at(alignment.network, networkWords);
    if (written.length < 3) continue;
    const organizationWords = alignment
      .runs('organization', maxWords)
      .find(
        (run) =>
          run.length + networkWords.length > 2 && at(alignment.organization, run) === written,
      );
    if (organizationWords && networkWords.every((place) => alignment.leftover().includes(place)))
      alignment.add({ likeness: 'joined', quality: 0.99, organizationWords, networkWords });
  }
}

const at = (words: readonly Word[], places: readonly number[]): string =>
  squash(places.flatMap((place) => words[place] ?? []));
