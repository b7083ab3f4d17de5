import { abbreviations, type Group } from '../words/abbreviations';
import { businessWords, dualWords, genericWords } from '../words/business-words';
import { legalForms, titles } from '../words/legal-forms';
import { places } from '../words/places';
import { homeWords, spareWords, siteWords } from '../words/site-words';
import { fold } from './fold';
import { remembered } from './remembered';

/** What a word tells by itself, wherever it stands. */
interface WordKinds {
  readonly legal: boolean;
  readonly title: boolean;
  readonly generic: boolean;
  readonly business: boolean;
  /** A trade, or a part of one company's premises. */
  readonly dual: boolean;
  readonly site: boolean;
  readonly place: boolean;
  readonly home: boolean;
  readonly spare: boolean;
  readonly number: boolean;
}

/** One word of a name. */
export interface Word extends WordKinds {
  /** As written. */
  readonly raw: string;
  /** Folded, letters and digits only. */
  readonly text: string;
  /** Equal for words that mean the same: abbreviations, plurals, `ue` for `ü`. */
  readonly key: string;
  /** Tells words of one key apart that mean different things; 0 agrees with each of them. */
  readonly sense: number;
  /** Which part of the name between separators it stands in, counted from 0. */
  readonly segment: number;
  /** Written in capitals only. */
  readonly capitals: boolean;
  /** Behind "&", "and" or a comma. */
  readonly listed: boolean;
}

const conjunctions = new Set(['&', '+', 'and', 'und', 'et', 'y', 'en', 'og', 'och']);
const stopWords = new Set(['the', 'of', 'for', 'at', 'in', 'on', 'a', 'an', 'to', 'by', 'from']);
/** Articles and prepositions of other languages, dropped where they are written as such. */
const particles = new Set([
  'am',
  'im',
  'zum',
  'zur',
  'beim',
  'de',
  'du',
  'des',
  'del',
  'aux',
  'den',
  'dem',
]);
/** Single letters between two names: "Salt n Pepper", "García e Hijos". */
const linkingLetters = new Set(['n', 'e']);
/** What stands between the company and the rest. Hyphens only with a space beside them. */
const separator = /\s+-+\s*|\s*-+\s+|[–—|:;/\\@•·»>~()[\]{},"“”*#]+/u;

/** Takes a name apart into words, leaving out what no comparison needs. */
export function readName(name: string): Word[] {
  const segments = isPlain(name) ? [name] : prepare(name).split(separator);
  const words: Word[] = [];
  const mixed = /\p{Ll}/u.test(name);
  let listed = false;
  segments.forEach((part, segment) => {
    if (segment > 0) listed = true;
    for (const raw of part.split(/[\s_-]+/).flatMap(splitCase)) {
      const spelled = spelling(raw);
      const { token: text } = spelled;
      if (text === '' || (stopWords.has(text) && !(mixed && isAcronym(raw)))) continue;
      if (words.length > 0 && particles.has(raw)) continue;
      if (conjunctions.has(text) || linkingLetters.has(raw)) {
        listed = true;
        continue;
      }
      words.push(readWord(spelled, segment, listed, words.length === 0));
      listed = false;
    }
  });
  return markPlaces(words.filter(({ text }) => text !== ''));
}

/** "AT&T", "IN Touch": no preposition, where not all of the name is in capitals. */
const isAcronym = (raw: string): boolean => /^\p{Lu}{2,}$/u.test(raw);

/** Words of small letters, and with one capital at most: nothing for {@link prepare}, or to be split. */
const isPlain = (name: string): boolean =>
  /^[A-Z]?[a-z]+(?: [A-Z]?[a-z]{2,})*$/.test(name) && !/wifi| de /i.test(name);

/** Spellings that would come apart at the wrong places. */
const prepare = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[‘’ʼ´`']/g, '')
    // "St Mary s Hospital": Network Manager takes no apostrophe.
    .replace(/(?<=\p{L}{3}) s(?![\p{L}\p{N}])/gu, 's')
    .replace(/\bS\.?\s?A\.? de C\.?\s?V\b\.?/gi, ' SAdeCV ')
    .replace(/\bwi-?fi\b/gi, 'wifi')
    .replace(/\bco-op\b/gi, 'coop')
    .replace(/\bc of e\b/gi, 'cofe')
    // "A-1" and "A 1", written "A1" as often
    .replace(/\b(\p{L})-(\d+)\b|^(\p{L}) (\d+)\b/gu, '$1$2$3$4')
    // "D A R Environmental"
    .replace(/^\p{Lu}(?: \p{Lu})+(?= )/u, (letters) => letters.replaceAll(' ', ''))
    .replace(/\bAPs\b/g, 'aps')
    .replace(/\bw\/|\bc\/o\b/gi, ' ')
    // Initials: "P.C.", "U.S.A."
    .replace(
      /\b\p{L}\.(?:\s?\p{L}\.)+(?:\p{L}\b)?/gu,
      (initials) => `${initials.replace(/[.\s]/g, '')} `,
    )
    .replace(/\./g, ' ')
    .replace(/(?<=[\p{L}\p{N}])([&+])(?=[\p{L}\p{N}])/gu, ' $1 ');

/** "BlueHarborDental" is three words, "ABCDental" two, "Site2" two. */
const splitCase = remembered((word): readonly string[] =>
  legalForms.has(word.toLowerCase())
    ? [word]
    : word
        .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
        .replace(/(\p{Lu}{2,})(\p{Lu}\p{Ll}{2,})/gu, '$1 $2')
        .split(' ')
        .flatMap((part) => {
          const [, letters, digits] = /^(\p{L}+)(\d+)$/u.exec(part) ?? [];
          return letters && digits && siteWords.has(fold(letters)) ? [letters, digits] : [part];
        }),
);

/** A word read by itself, without its place in a name. */
interface Spelling extends WordKinds, Pick<Word, 'raw' | 'text' | 'key' | 'sense' | 'capitals'> {
  /** As the text, with "&" and "+". */
  readonly token: string;
}

/** Spelled out, since spreading a word of so many properties takes most of the time of reading one. */
function readWord(word: Spelling, segment: number, listed: boolean, first: boolean): Word {
  const { raw, text, key, sense, capitals } = word;
  const { title, generic, business, dual, site, place, home, spare, number } = word;
  // No name begins with its legal form: "AB Electric", "SA Recycling". A "Spa" is a SpA only if written so.
  const legal = word.legal && !first && (text !== 'spa' || /pA/.test(raw));
  return {
    raw,
    text,
    key,
    sense,
    segment,
    capitals,
    listed,
    legal,
    title,
    generic,
    business,
    dual,
    site,
    place,
    home,
    spare,
    number,
  };
}

const spelling = remembered((written): Spelling => {
  const token = fold(written).replace(/[^\p{L}\p{N}&+]/gu, '');
  const text = token.replace(/[&+]/g, '');
  return {
    raw: written.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.]+$/gu, ''),
    token,
    text,
    key: keyOf(text),
    sense: groupOf(text)?.sense ?? 0,
    capitals: /\p{Lu}/u.test(written) && !/\p{Ll}/u.test(written),
    ...kindsOf(text),
  };
});

function kindsOf(text: string): WordKinds {
  const expanded = expansions.get(keyOf(text)) ?? [text];
  const among = (table: ReadonlySet<string>) =>
    table.has(text) || expanded.some((word) => table.has(word));
  return {
    legal: legalForms.has(text),
    title: titles.has(text),
    generic: among(genericWords),
    business: among(businessWords),
    dual: among(dualWords),
    site: among(siteWords),
    place: places.has(text),
    home: homeWords.has(text),
    spare: spareWords.has(text),
    number: /^\d+$/.test(text),
  };
}

/** The words an abbreviation may stand for. */
const expansions = new Map<string, string[]>();
for (const [word, { key }] of abbreviations) {
  expansions.set(key, [...(expansions.get(key) ?? []), word]);
}

/** The word's group among the abbreviations. */
const groupOf = (text: string): Group | undefined =>
  abbreviations.get(text) ?? abbreviations.get(singular(text));

/** The form in which words that mean the same are equal. */
export function keyOf(text: string): string {
  const group = groupOf(text);
  if (group) return group.key;
  if (/^\d+$/.test(text)) return text.replace(/^0+(?=\d)/, '');
  return singular(text).replace(/([aou])e(?=.)/g, '$1');
}

function singular(text: string): string {
  if (/[^aeiou]ies$/.test(text) && text.length > 5) return `${text.slice(0, -3)}y`;
  return /[^s]s$/.test(text) && text.length > 3 ? text.slice(0, -1) : text;
}

/** Marks the words of a place of several ("Salt Lake City"). */
function markPlaces(words: readonly Word[]): Word[] {
  const marked: Word[] = [];
  for (let at = 0; at < words.length;) {
    const word = words[at];
    if (!word) break;
    const size = [3, 2].find((size) => {
      const phrase = words.slice(at, at + size);
      return (
        phrase.length === size &&
        phrase.every(({ segment }) => segment === word.segment) &&
        places.has(phrase.map(({ text }) => text).join(' '))
      );
    });
    for (const each of words.slice(at, at + (size ?? 1)))
      marked.push(size === undefined ? each : { ...each, place: true });
    at += size ?? 1;
  }
  return marked;
}
