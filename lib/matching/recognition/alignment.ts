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
  #missing: readonly number[];
  #leftover: readonly number[];

  constructor(
    readonly organization: readonly Word[],
    readonly network: readonly Word[],
  ) {
    this.#missing = [...organization.keys()];
    this.#leftover = [...network.keys()];
  }

  add(pair: Pair): void {
    this.pairs.push(pair);
    this.#missing = this.#missing.filter((place) => !pair.organizationWords.includes(place));
    this.#leftover = this.#leftover.filter((place) => !pair.networkWords.includes(place));
  }

  /** The organization's words that nothing in the network's name stands for. */
  missing(): readonly number[] {
    return this.#missing;
  }

  /** The network's words that stand for nothing in the organization's name. */
  leftover(): readonly number[] {
    return this.#leftover;
  }

  /** Runs of free words of one side, longest first, at most `maxLength` long. */
  *runs(side: 'organization' | 'network', maxLength: number): Generator<readonly number[]> {
    const free = side === 'organization' ? this.#missing : this.#leftover;
    for (let length = Math.min(maxLength, free.length); length > 0; length--)
      for (let at = 0; at + length <= free.length; at++)
        // Places ascend, so that a run has no gap where its ends are as far apart as its length.
        if ((free[at + length - 1] ?? 0) - (free[at] ?? 0) === length - 1)
          yield free.slice(at, at + length);
  }
}
