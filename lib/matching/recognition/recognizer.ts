import type { OrganizationSuggestion } from '@/lib/model/match';
import { normalizeName } from '@/lib/model/name';
import type { Organization } from '@/lib/model/organization';
import type { Steps } from '../slices';
import { Alignment } from './alignment';
import { pairInitials } from './initials';
import { pairJoinedWords } from './joined-words';
import { judge } from './judgement';
import { OrganizationIndex } from './organization-index';
import { alsoKnownAs, type OrganizationName } from './organization-names';
import { readName, type Word } from './read-name';
import { reasonFor } from './reason';
import { clearlyBetter, couldBeMeantToo, minLead, type Aligned, type Candidate } from './rivals';
import { pairSameWords } from './same-words';
import { pairShortenedWords } from './shortened-words';
import { pairTypingErrors } from './typing-errors';
import { isCommon } from './vocabulary';

/** Below this no organization is suggested: better none than a wrong one. */
const minScore = 0.76;
/** A worse one is neither suggested nor too close to the best to suggest that. */
const leastScore = minScore - minLead;
/** Longer texts are no names. */
const maxWords = 40;

/** Recognizes which organization a network's name means, where the names are not equal. */
export class Recognizer {
  readonly #index: OrganizationIndex;
  readonly #namesakes = new Map<string, Organization[]>();

  private constructor(index: OrganizationIndex) {
    this.#index = index;
  }

  /**
   * One that knows these organizations.
   * @param index empty; what finds the names worth a comparison
   */
  static *of(
    organizations: readonly Organization[],
    index = new OrganizationIndex(),
  ): Steps<Recognizer> {
    const recognizer = new Recognizer(index);
    for (const organization of organizations) {
      recognizer.#add(organization);
      yield;
    }
    return recognizer;
  }

  #add(organization: Organization): void {
    this.#index.add(organization);
    const name = normalizeName(organization.name);
    const namesakes = this.#namesakes.get(name);
    if (namesakes) namesakes.push(organization);
    else this.#namesakes.set(name, [organization]);
  }

  /**
   * The organization meant; several only where they have one name; none where it is not clear.
   */
  recognize(networkName: string): OrganizationSuggestion[] {
    const names = networkName.split(alsoKnownAs);
    if (names.length === 1) return this.#recognizeOne(networkName);
    // "Oak Hill Foods LLC dba The Oak Grill" may be known by either name, but not be two.
    const found = [networkName, ...names]
      .map((name) => this.#recognizeOne(name))
      .filter((suggestions) => suggestions.length > 0);
    const meant = new Set(found.map(([first]) => first?.organizationId));
    return meant.size === 1 ? (found[0] ?? []) : [];
  }

  #recognizeOne(networkName: string): OrganizationSuggestion[] {
    const words = readName(networkName);
    // Of a network that is named by its parts only ("Guest WiFi", "Spare APs") nothing is known.
    if (words.length > maxWords || words.every(isPart)) return [];
    const aligned = this.#index
      .candidates(words)
      .flatMap((name) => this.#aligned(words, name) ?? []);
    const judged = aligned
      .flatMap((each) => this.#candidate(each) ?? [])
      .sort((a, b) => b.suggestion.score - a.suggestion.score);
    const [best] = judged;
    if (!best || best.suggestion.score < minScore) return [];
    const namesakes = this.#namesakes.get(normalizeName(best.name.organization.name)) ?? [];
    const ids = new Set(namesakes.map(({ id }) => id));
    const others = ({ name }: Aligned) => !ids.has(name.organization.id);
    const second = judged.find(others);
    if (second && !clearlyBetter(best, second)) return [];
    if (aligned.filter(others).some((other) => couldBeMeantToo(best, other))) return [];
    return namesakes.map(({ id }) => ({ ...best.suggestion, organizationId: id }));
  }

  /** The words of an organization's name and the network's, paired. */
  #aligned(words: readonly Word[], name: OrganizationName): Aligned | null {
    const alignment = new Alignment(name.core, words);
    if (name.kind === 'acronym') return pairAcronym(alignment) ? { name, alignment } : null;
    pairSameWords(alignment);
    if (alignment.missing().length > 0 && alignment.leftover().length > 0) {
      pairJoinedWords(alignment);
      pairInitials(alignment);
      pairShortenedWords(alignment, this.#index.vocabulary);
      pairTypingErrors(alignment, this.#index.vocabulary);
    }
    return { name, alignment };
  }

  #candidate({ name, alignment }: Aligned): Candidate | null {
    const judgement = judge(alignment, name, this.#index.vocabulary, leastScore);
    if (!judgement) return null;
    return {
      name,
      alignment,
      suggestion: {
        organizationId: name.organization.id,
        score: Math.min(judgement.score, 0.99),
        reason: reasonFor(name, alignment, judgement),
      },
    };
  }
}

const isPart = ({ site, business, spare, number, home }: Word): boolean =>
  (site && !business) || spare || number || home;

/** Acronyms are written in capitals, unless there is nothing else in the name. */
function pairAcronym(alignment: Alignment): boolean {
  pairSameWords(alignment);
  const [pair] = alignment.pairs;
  const place = pair?.networkWords[0];
  const word = place === undefined ? undefined : alignment.network[place];
  if (!word || pair?.likeness !== 'same') return false;
  if (word.site || word.spare || word.legal || word.place || isCommon(word.text)) return false;
  return word.capitals || alignment.network.length === 1;
}
