import { leadingWords } from '../words/business-words';
import type { Alignment } from './alignment';
import type { OrganizationName } from './organization-names';
import { keyOf, type Word } from './read-name';
import { isCommon, type Vocabulary } from './vocabulary';
import { isProper, isWeak, saysWho } from './word-worth';

export const jurisdictions = new Set(
  ['county', 'city', 'town', 'township', 'village', 'borough'].map(keyOf),
);

/** What can be said of two names once their words are paired. */
export class Facts {
  /** The organization's words. */
  readonly organizationWords: readonly Word[];
  /** The network's words. */
  readonly networkWords: readonly Word[];
  /** The parts of the network's name that hold words of the organization's. */
  readonly segments: ReadonlySet<number>;
  /** Where in the network's name they stand, in order. */
  readonly places: readonly number[];
  /** The organization's words that the network leaves out. */
  readonly missing: readonly Word[];
  /**
   * Whether the network's name is the beginning of the organization's and nothing else but a site:
   * "Golden Dragon" for "Golden Dragon Chinese Restaurant". That no other name goes on from there,
   * the recognizer sees to.
   */
  readonly beginning: boolean;
  /** Whether it has both ends of the name and leaves out something between. */
  readonly framed: boolean;
  /** Whether nothing of the organization's name is missing. */
  readonly whole: boolean;
  /** Whether nothing is missing but what people leave out. */
  readonly nearlyWhole: boolean;
  /** One word that many could carry ("Apex"): hardly a name unless it stands alone. */
  readonly weak: boolean;

  constructor(
    readonly alignment: Alignment,
    readonly name: OrganizationName,
    readonly vocabulary: Vocabulary,
  ) {
    this.organizationWords = alignment.organization;
    this.networkWords = alignment.network;
    this.places = alignment.pairs.flatMap(({ networkWords }) => networkWords).sort((a, b) => a - b);
    this.segments = new Set(this.places.map((place) => this.networkWords[place]?.segment ?? 0));
    this.missing = alignment.missing().flatMap((place) => this.organizationWords[place] ?? []);
    this.whole = this.missing.length === 0;
    this.nearlyWhole = this.missing.every(({ generic, title }) => generic || title);
    const held = alignment.pairs
      .flatMap(({ organizationWords }) => organizationWords)
      .sort((a, b) => a - b);
    const alone = alignment.leftover().every((place) => {
      const word = this.networkWords[place];
      // "First Baptist Clinton SC"
      const state = word?.place && word.text.length === 2;
      return word && (state || word.site || word.legal || word.title || word.number);
    });
    this.beginning = alone && held.every((place, at) => place === at);
    // Two words frame a third only where the first tells what it is ("Hotel Sonne"), or is
    // no other organization's and the third says little.
    const [start] = this.organizationWords;
    const leads = start !== undefined && leadingWords.has(start.text);
    const unique = start !== undefined && this.isUnique(start);
    const firm =
      leads || (unique && this.missing.every(isWeak))
        ? held.length >= 2
        : held.length >= 3 &&
          (unique || this.paired().filter(isProper).length > 1 || !this.missing.some(saysWho));
    this.framed =
      alone && firm && held[0] === 0 && held.at(-1) === this.organizationWords.length - 1;
    const [only, ...others] = this.organizationWords;
    this.weak =
      name.kind === 'acronym' || (others.length === 0 && only !== undefined && isWeak(only));
  }

  /** "City of …" */
  isJurisdiction(): boolean {
    return jurisdictions.has(this.organizationWords[0]?.key ?? '');
  }

  /** Whether the word is unusual and one organization's only. */
  isUnique({ text, key }: Word): boolean {
    return text.length >= 3 && !isCommon(text) && this.vocabulary.frequency(key) === 1;
  }

  /** The organization's words that the network has. */
  paired(): Word[] {
    return this.alignment.pairs.flatMap(({ organizationWords }) =>
      organizationWords.flatMap((at) => this.organizationWords[at] ?? []),
    );
  }

  /** The organization's word that a word of the network's stands for. */
  heldBy(place: number): Word | undefined {
    const [organizationWords] =
      this.alignment.pairs.find(({ networkWords }) => networkWords.includes(place))
        ?.organizationWords ?? [];
    return organizationWords === undefined ? undefined : this.organizationWords[organizationWords];
  }

  firstIn(segment: number): number {
    return this.places.find((place) => this.networkWords[place]?.segment === segment) ?? 0;
  }

  lastIn(segment: number): number {
    return this.places.findLast((place) => this.networkWords[place]?.segment === segment) ?? 0;
  }
}
