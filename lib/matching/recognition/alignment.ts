import type { Word } from './read-name';

/** How words of the two names came together; `variant`: both written out, as "Dental" and "Dentistry". */
export type Likeness =
  'same' | 'spelling' | 'abbreviation' | 'variant' | 'joined' | 'initials' | 'typing-error';

/** Words of an organization's name and the words of a network's name that stand for them. */
export interface Pair {
  readonly likeness: Likeness;
  /** 0 to 1. */
  readonly quality: number;
  /** Places in the organization's name. */
  readonly organizationWords: readonly number[];
  /** Places in the network's name. */
  readonly networkWords: readonly number[];
}

/** Which words of an organization's name a network's name holds, while it is being found out. */
export class Alignment {
  readonly pairs: Pair[] = [];
  readonly #organizationWords = new Set<number>();
  readonly #networkWords = new Set<number>();

  constructor(
    readonly organization: readonly Word[],
    readonly network: readonly Word[],
  ) {}

  add(pair: Pair): void {
    this.pairs.push(pair);
    for (const place of pair.organizationWords) this.#organizationWords.add(place);
    for (const place of pair.networkWords) this.#networkWords.add(place);
  }

  /** The organization's words that nothing in the network's name stands for. */
  missing(): number[] {
    return [...this.organization.keys()].filter((place) => !this.#organizationWords.has(place));
  }

  /** The network's words that stand for nothing in the organization's name. */
  leftover(): number[] {
    return [...this.network.keys()].filter((place) => !this.#networkWords.has(place));
  }

  /** Runs of free words of one side, longest first, at most `maxLength` long. */
  runs(side: 'organization' | 'network', maxLength: number): number[][] {
    const free = new Set(side === 'organization' ? this.missing() : this.leftover());
    const runs: number[][] = [];
    for (const start of free) {
      const run: number[] = [];
      for (let place = start; free.has(place) && run.length < maxLength; place++) {
        run.push(place);
        runs.push([...run]);
      }
    }
    return runs.sort((a, b) => b.length - a.length);
  }
}
