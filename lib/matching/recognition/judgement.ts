import { apartWords, leadingWords, publicServices, qualifyingWords } from '../words/business-words';
import { firstNames } from '../words/first-names';
import { namingSiteWords, placeEndings } from '../words/site-words';
import type { Alignment, Pair } from './alignment';
import type { OrganizationName } from './organization-names';
import { goAlong, isCompound, isOtherPlace, readsLikeTrade } from './other-companies';
import { keyOf, type Word } from './read-name';
import { isCommon, type Vocabulary } from './vocabulary';
import { isPhrase, isProper, isProperOrPlace, isWeak, telling } from './word-worth';

/** "2nd Floor" */
const ordinal = /^\d+(?:st|nd|rd|th)$/;
const directions = /^(?:n|s|e|w|ne|nw|se|sw)$/;

const jurisdictions = new Set(
  ['county', 'city', 'town', 'township', 'village', 'borough'].map(keyOf),
);

export interface Judgement {
  /** 0 to 1. */
  readonly score: number;
  /** Places of the network's words that tell the site. */
  readonly site: readonly number[];
  /** Places of the organization's words that the network leaves out. */
  readonly missing: readonly number[];
}

/** How well a network's name fits an organization's, once their words are paired. */
export function judge(
  alignment: Alignment,
  name: OrganizationName,
  vocabulary: Vocabulary,
): Judgement | null {
  if (alignment.pairs.length === 0) return null;
  const facts = new Facts(alignment, name, vocabulary);
  if (!facts.whole && !facts.distinctive()) return null;
  const missing = alignment.missing();
  const leftover = alignment.leftover();
  const factors = [
    ...alignment.pairs.map(({ quality }) => quality),
    ...missing.map((place, nth) => facts.withoutOurs(place, nth)),
    ...leftover.map((place) => facts.withTheirs(place)),
    facts.order(),
    facts.legalForms(),
    facts.variants(),
    facts.kind(),
  ];
  const score = factors.reduce((product, factor) => product * factor, 1);
  return { score, site: leftover.filter((place) => facts.tellsSite(place)), missing };
}

class Facts {
  readonly #ours: readonly Word[];
  readonly #theirs: readonly Word[];
  readonly #segments: ReadonlySet<number>;
  readonly #places: readonly number[];
  readonly #missing: readonly Word[];
  /**
   * Whether the network's name is the beginning of the organization's and nothing else but a site:
   * "Golden Dragon" for "Golden Dragon Chinese Restaurant". That no other name goes on from there,
   * the recognizer sees to.
   */
  readonly #beginning: boolean;
  /** Whether it has both ends of the name and leaves out something between. */
  readonly #framed: boolean;
  /** Whether nothing of the organization's name is missing. */
  readonly whole: boolean;
  /** One word that many could carry ("Apex"): hardly a name unless it stands alone. */
  readonly #weak: boolean;

  constructor(
    readonly alignment: Alignment,
    readonly name: OrganizationName,
    readonly vocabulary: Vocabulary,
  ) {
    this.#ours = alignment.organization;
    this.#theirs = alignment.network;
    this.#places = alignment.pairs.flatMap(({ theirs }) => theirs).sort((a, b) => a - b);
    this.#segments = new Set(this.#places.map((place) => this.#theirs[place]?.segment ?? 0));
    this.#missing = alignment.missing().flatMap((place) => this.#ours[place] ?? []);
    this.whole = this.#missing.length === 0;
    const held = alignment.pairs.flatMap(({ ours }) => ours).sort((a, b) => a - b);
    const alone = alignment.leftover().every((place) => {
      const word = this.#theirs[place];
      // "First Baptist Clinton SC"
      const state = word?.place && word.text.length === 2;
      return word && (state || word.site || word.legal || word.title || word.number);
    });
    this.#beginning = alone && held.every((place, at) => place === at);
    // Two words frame a third only where the first tells what it is ("Hotel Sonne"), or is nobody else's.
    const [start] = this.#ours;
    const alike = start !== undefined && (leadingWords.has(start.text) || this.#isUnique(start));
    const least = alike ? 2 : 3;
    this.#framed =
      alone && held.length >= least && held[0] === 0 && held.at(-1) === this.#ours.length - 1;
    const [only, ...others] = this.#ours;
    this.#weak =
      name.kind === 'acronym' || (others.length === 0 && only !== undefined && isWeak(only));
  }

  /** Whether what the network has of the name points to this organization and not to a trade. */
  distinctive(): boolean {
    if (this.name.kind !== 'name') return false;
    const paired = this.#paired();
    // A town's name alone: "Elk Grove" is not "Elk Grove Insurance".
    if (this.#places.every((place) => this.#theirs[place]?.place)) return false;
    // A county's or a city's name alone is its own, and no service's.
    if (jurisdictions.has(paired.at(-1)?.key ?? '') && this.#missing.length > 0 && this.#beginning)
      return false;
    const proper = paired.filter(isProper);
    const [only] = proper;
    if (!only)
      return (
        paired.length > 1 &&
        (this.#missing.every(
          ({ generic, title, text }) => generic || title || qualifyingWords.has(text),
        ) ||
          ((this.#beginning || this.#framed) && isPhrase(paired)))
      );
    if (proper.length > 1 || paired.length > 1) return true;
    // One word: unusual, of nobody else, and written without error.
    return (
      this.#isUnique(only) &&
      this.alignment.pairs.every(({ likeness }) => likeness === 'same' || likeness === 'joined')
    );
  }

  /** "City of …" */
  #isJurisdiction(): boolean {
    return jurisdictions.has(this.#ours[0]?.key ?? '');
  }

  /** Whether the word is unusual and one organization's only. */
  #isUnique({ text, key }: Word): boolean {
    return text.length >= 3 && !isCommon(text) && this.vocabulary.frequency(key) === 1;
  }

  /** The organization's words that the network has. */
  #paired(): Word[] {
    return this.alignment.pairs.flatMap(({ ours }) => ours.flatMap((at) => this.#ours[at] ?? []));
  }

  /** What a word of the organization's name costs that the network leaves out. */
  withoutOurs(place: number, nth: number): number {
    const word = this.#ours[place];
    if (!word || word.title) return 0.98;
    // "Town of Easton" is not "Town of Easton Falls".
    if (place > 0 && this.#isJurisdiction()) return 0.4;
    if (telling.test(word.key)) return 0.5;
    if (word.number) return 0.4;
    if (apartWords.has(word.text)) return 0.6;
    if (word.generic) return 0.96;
    if (qualifyingWords.has(word.text) && place > 0) return 0.93;
    if (leadingWords.has(word.text) && place === 0) return 0.91;
    if (this.#beginning && !word.business) return nth === 0 ? 0.88 : 0.95;
    if (this.#framed && !word.business) return nth === 0 ? 0.85 : 0.9;
    if (word.business) return place === 0 ? 0.6 : nth === 0 ? 0.91 : 0.95;
    if (firstNames.has(word.text) && place > 0) return 0.86;
    // "Hope Fellowship" is not "New Hope Fellowship".
    if (place === 0 && namingSiteWords.has(word.text)) return 0.5;
    if (word.site) return 0.92;
    // "Callahan, Price & Dunn" goes by "Callahan Price", more than "Lane & Clark" by "Lane".
    if (word.listed && place > 0) return this.#paired().filter(isProper).length > 1 ? 0.87 : 0.74;
    if (word.place && place > 0) return 0.82;
    // "Denise Q. Romero"
    if (word.text.length === 1)
      return firstNames.has(this.#ours[place - 1]?.text ?? '') ? 0.97 : 0.85;
    return place === 0 ? 0.4 : 0.68;
  }

  /** What a word of the network's name costs that the organization does not have. */
  withTheirs(place: number): number {
    const word = this.#theirs[place];
    if (!word || word.legal || word.title) return 1;
    if (word.nobody && (!this.whole || this.name.kind === 'acronym')) return 0.5;
    if (word.home && !this.whole) return 0.4;
    if (!this.#segments.has(word.segment)) return this.#apart(word, place);
    if (isOtherPlace(word, this.#missing)) return 0.4;
    if (this.#isPartner(place)) return this.whole && goAlong(word, this.#ours) ? 0.86 : 0.4;
    const first = this.#firstIn(word.segment);
    const last = this.#lastIn(word.segment);
    if (place < first) return this.#before(word, place);
    return place > last ? this.#behind(word, place) : this.#between(word);
  }

  /** A word order of its own is less sure. */
  order(): number {
    const order = this.alignment.pairs
      .toSorted((a, b) => (a.ours[0] ?? 0) - (b.ours[0] ?? 0))
      .map(({ theirs }) => theirs[0] ?? 0);
    return order.every((place, at) => at === 0 || place > (order[at - 1] ?? 0)) ? 1 : 0.95;
  }

  /** Both names have a legal form, and they differ. */
  legalForms(): number {
    const ours = this.name.legal.map(({ key }) => key);
    const theirs = this.#theirs.filter(({ legal }) => legal).map(({ key }) => key);
    if (ours.length === 0 || theirs.length === 0) return ours.length === theirs.length ? 1 : 0.995;
    return theirs.some((form) => ours.includes(form)) ? 1 : 0.94;
  }

  /** "Lee Dental" and "Lee Family Dentistry" differ in one word too many, "Lee Plastics" and "Lee Plastic Surgery" too. */
  variants(): number {
    const varied = this.alignment.pairs.some(
      ({ likeness, ours }) =>
        likeness === 'variant' ||
        (likeness === 'spelling' && ours.some((place) => this.#ours[place]?.business)),
    );
    return varied && this.#missing.some(({ business }) => business) ? 0.8 : 1;
  }

  kind(): number {
    if (this.name.kind === 'name') return 1;
    if (this.name.kind === 'short-name') return 0.98;
    return (this.#ours[0]?.text.length ?? 0) > 3 ? 0.9 : 0.87;
  }

  tellsSite(place: number): boolean {
    const word = this.#theirs[place];
    return word !== undefined && !word.legal && !word.title && place > (this.#places[0] ?? 0);
  }

  /** In another part of the name than the organization: a site, whatever it is called. */
  #apart(word: Word, place: number): number {
    if (word.number || this.#isLetterOfPart(place)) return 1;
    if (word.site || word.home || word.nobody) return 0.99;
    if (word.place) return 0.985;
    if (this.#weak) return 0.9;
    return word.business ? 0.93 : 0.95;
  }

  #behind(word: Word, place: number): number {
    const previous = this.#theirs[place - 1];
    if (word.number) return previous?.site ? 1 : 0.97;
    if (this.#isLetterOfPart(place)) return 1;
    if (ordinal.test(word.text)) return 0.99;
    if (/\d/.test(word.text)) return 0.95;
    if (this.whole && this.#isJurisdiction() && publicServices.has(word.text)) return 0.95;
    // "Pine Lodge Condominiums" is not "Pine Lodge at Dover".
    if (word.business && this.#missing.some(isProperOrPlace)) return 0.4;
    if (isCompound(this.#heldBy(place - 1), previous, word)) return 0.4;
    // "Acme Clinic" is not "Acme Insurance", though a clinic may be a site.
    const tells = (each: Word) => each.business || each.generic;
    if (tells(word) && this.#missing.some(tells)) return 0.4;
    if (namingSiteWords.has(word.text) && (!this.whole || this.#ours.length === 1))
      return this.whole && !this.#weak ? 0.9 : 0.6;
    if (word.site && !(word.business && this.#weak)) return 0.985;
    if (this.#isPlace(word.segment)) return 0.95;
    if (word.home) return this.#weak ? 0.4 : 0.85;
    if (word.place) return this.#weak ? 0.9 : 0.96;
    if (word.dual && this.whole && this.#ours.length > 1) return 0.9;
    if (word.business) return 0.4;
    if (word.generic) return this.#weak ? 0.7 : 0.93;
    // A registered short name is enough: "CAAD Head Start".
    if (
      this.name.kind === 'short-name' &&
      !this.#weak &&
      this.#theirs[this.#places[0] ?? 0]?.capitals
    )
      return 0.92;
    const unknown =
      !isCommon(word.text) && !this.vocabulary.has(word.text) && !readsLikeTrade(word);
    return unknown && this.whole && this.#ours.length > 1 && this.#ours.some(isProper) ? 0.86 : 0.4;
  }

  #before(word: Word, place: number): number {
    if (directions.test(word.key)) return 0.6;
    if (word.number || /\d/.test(word.text)) return 0.99;
    if (word.business) return 0.4;
    if (word.site || word.nobody) return this.#weak ? 0.93 : 0.97;
    if (word.place) return this.#weak ? 0.7 : 0.93;
    const code = place === 0 && word.capitals && word.text.length <= 6;
    return code && !this.#theirs.every(({ capitals }) => capitals) ? 0.95 : 0.4;
  }

  #between(word: Word): number {
    if (word.number) return 0.8;
    if (qualifyingWords.has(word.text)) return 0.9;
    // "Newport Beach Title" is not "Newport Title".
    if (word.business || telling.test(word.key) || placeEndings.has(word.text)) return 0.4;
    if (word.site) return 0.6;
    return word.generic ? 0.85 : word.place ? 0.8 : 0.4;
  }

  /** "Building B" */
  #isLetterOfPart(place: number): boolean {
    return this.#theirs[place]?.text.length === 1 && this.#theirs[place - 1]?.site === true;
  }

  /** Whether what stands behind the whole name reads like a town's: "Elk Creek", "Pine Bluff". */
  #isPlace(segment: number): boolean {
    const behind = this.#theirs.filter(
      (word, place) => word.segment === segment && place > this.#lastIn(segment),
    );
    const last = behind.at(-1);
    return (
      this.whole &&
      !this.#weak &&
      this.#ours.length > 1 &&
      behind.length > 1 &&
      behind.length < 4 &&
      last !== undefined &&
      placeEndings.has(last.text)
    );
  }

  /** Joined by "&" to a word of the name: "Lane & Clark Roofing" is not "Clark Roofing". */
  #isPartner(place: number): boolean {
    const joined = (at: number) => {
      const word = this.#theirs[at];
      return word?.listed === true && word.segment === this.#theirs[at - 1]?.segment;
    };
    return joined(place) || joined(place + 1);
  }

  /** The organization's word that a word of the network's stands for. */
  #heldBy(place: number): Word | undefined {
    const [ours] = this.alignment.pairs.find(({ theirs }) => theirs.includes(place))?.ours ?? [];
    return ours === undefined ? undefined : this.#ours[ours];
  }

  #firstIn(segment: number): number {
    return this.#places.find((place) => this.#theirs[place]?.segment === segment) ?? 0;
  }

  #lastIn(segment: number): number {
    return this.#places.findLast((place) => this.#theirs[place]?.segment === segment) ?? 0;
  }
}

/** Whether some word was only recognized as a typing error. */
export const hasTypingError = (pairs: readonly Pair[]): boolean =>
  pairs.some(({ likeness }) => likeness === 'typing-error');
