import type { OrganizationReason } from '@/lib/model/match';
import type { Alignment, Likeness } from './alignment';
import { hasTypingError, type Judgement } from './judgement';
import type { OrganizationName } from './organization-names';
import type { Word } from './read-name';

const abbreviating: ReadonlySet<Likeness> = new Set(['abbreviation', 'variant', 'initials']);

/** The one difference between the two names that a person should look at. */
export function reasonFor(
  name: OrganizationName,
  alignment: Alignment,
  judgement: Judgement,
): OrganizationReason {
  if (name.kind === 'short-name') return { kind: 'short-name' };
  const letters = alignment.pairs.find(() => name.kind === 'acronym')?.networkWords ?? [];
  if (letters.length > 0) return { kind: 'acronym', letters: written(alignment.network, letters) };
  if (hasTypingError(alignment.pairs)) return { kind: 'similar' };
  const missing = judgement.missing.filter((place) => !alignment.organization[place]?.title);
  if (missing.length > 0)
    return { kind: 'part', missing: written(alignment.organization, missing) };
  if (alignment.pairs.some(({ likeness }) => abbreviating.has(likeness)))
    return { kind: 'abbreviation' };
  if (judgement.site.length > 0)
    return { kind: 'site', site: written(alignment.network, judgement.site) };
  const networkWords = alignment.network.filter(({ legal }) => legal);
  const differing = name.legal.length > 0 ? name.legal : networkWords;
  const same =
    name.legal.map(({ key }) => key).join() === networkWords.map(({ key }) => key).join();
  if (differing.length > 0 && !same)
    return { kind: 'legal-form', form: differing.map(({ raw }) => raw).join(' ') };
  return { kind: 'spelling' };
}

const written = (words: readonly Word[], places: readonly number[]): string =>
  places.map((place) => words[place]?.raw ?? '').join(' ');
