import type { Organization } from '@/lib/model/organization';
import { readName, type Word } from './read-name';

/** One of the names an organization goes by. */
export interface OrganizationName {
  readonly organization: Organization;
  readonly kind: 'name' | 'short-name' | 'acronym';
  /** Without legal forms. */
  readonly core: readonly Word[];
  readonly legal: readonly Word[];
  /** Words in parentheses that this name goes without. */
  readonly aside: readonly Word[];
}

/** "Steel City Fabrication dba Iron Works" is two names. */
export const alsoKnownAs =
  /\s+(?:d\/?b\/?a|t\/a|trading as|doing business as|a\/?k\/?a|f\/?k\/?a|formerly)\.?:?\s+/i;
const minLetters = 3;

/** Every name of an organization that a network may be called by; the acronyms last. */
export function organizationNames(organization: Organization): OrganizationName[] {
  const { name, shortName } = organization;
  const names = [name, ...(alsoKnownAs.test(name) ? name.split(alsoKnownAs) : [])];
  const [, inParentheses] = /\(([^()]+)\)/.exec(name) ?? [];
  if (inParentheses !== undefined) names.push(name.replace(/\([^()]*\)/g, ' '));
  const aside = readName(inParentheses ?? '');
  const read = names.flatMap((each) =>
    oneName(organization, 'name', each, /\(/.test(each) ? [] : aside),
  );
  const short = [
    shortName ?? '',
    /^\p{Lu}{3,}$/u.test(inParentheses ?? '') ? (inParentheses ?? '') : '',
  ]
    .filter((each) => each.trim() !== '')
    .flatMap((each) => oneName(organization, 'short-name', each));
  const spelled = new Set([...read, ...short].map(({ core }) => squash(core)));
  const letters = [...new Set(read.slice(0, 1).flatMap(acronyms))];
  return [
    ...read,
    ...short,
    ...letters
      .filter((each) => !spelled.has(each))
      .flatMap((each) => oneName(organization, 'acronym', each)),
  ];
}

export const squash = (words: readonly Pick<Word, 'text'>[]): string =>
  words.map(({ text }) => text).join('');

function oneName(
  organization: Organization,
  kind: OrganizationName['kind'],
  name: string,
  aside: readonly Word[] = [],
): OrganizationName[] {
  const words = readName(name);
  const core = words.filter(({ legal }) => !legal);
  if (core.length === 0) return [];
  return [{ organization, kind, core, legal: words.filter(({ legal }) => legal), aside }];
}

/** The initials, also with those of the legal form's words ("Blue Harbor Company": BHC). */
function acronyms({ core, legal, organization }: OrganizationName): string[] {
  const initials = (words: readonly Word[]) => words.map(({ text }) => text.slice(0, 1)).join('');
  const company = legal.filter(({ text }) => /^(?:company|corporation|co|corp)$/.test(text));
  // "University of Colorado" is also UOC.
  const every = organization.name
    .split(/[^\p{L}\p{N}']+/u)
    .filter((word) => /^(?:of|the|and|for)$/i.test(word) || core.some(({ raw }) => raw === word))
    .map((word) => word.slice(0, 1).toLowerCase())
    .join('');
  const withCompany = initials([...core, ...company]);
  return [
    initials(core),
    every,
    // Three letters of which one is the legal form's are too few.
    ...(core.length >= minLetters ? [withCompany] : []),
  ].filter((letters) => letters.length >= minLetters && /^\p{L}+$/u.test(letters));
}
