import type { Alignment } from './alignment';
import { squash } from './organization-names';
import type { Word } from './read-name';

const mostWords = 5;

/** Pairs words written together on one side and apart on the other: "blueharbor" and "Blue Harbor". */
export function pairJoinedWords(alignment: Alignment): void {
  for (const theirs of alignment.runs('network', mostWords)) {
    const written = at(alignment.network, theirs);
    if (written.length < 3) continue;
    const ours = alignment
      .runs('organization', mostWords)
      .find((run) => run.length + theirs.length > 2 && at(alignment.organization, run) === written);
    if (ours && theirs.every((place) => alignment.leftover().includes(place)))
      alignment.add({ likeness: 'joined', quality: 0.99, ours, theirs });
  }
}

const at = (words: readonly Word[], places: readonly number[]): string =>
  squash(places.flatMap((place) => words[place] ?? []));
