import { normalizeName } from '@/lib/model/name';

/** What one row can be found by. */
export interface Searchable {
  readonly texts: readonly (string | null | undefined)[];
  /** Twelve digits. */
  readonly mac?: string | null;
}

/** At least two octets' worth of digits, with the marks people put between them. */
const partOfMac = /^[0-9a-f]{2,}(?:[:._-]?[0-9a-f]+)*[:._-]?$/;

/**
 * A test for rows that hold every word of the text, in whatever case or spelling of Unicode. A text
 * that can be a MAC, or its beginning, middle or end, also finds the MAC in whatever form it is typed.
 * @param read what a row is found by; asked once for each row object
 */
export function searchFor<Row extends object>(
  text: string,
  read: (row: Row) => Searchable,
): (row: Row) => boolean {
  const wanted = normalizeName(text);
  if (wanted === '') return () => true;
  const words = wanted.split(' ');
  // Dashes of all kinds, and blanks between groups of digits.
  const joined = wanted.replace(/\p{Pd}/gu, '-').replaceAll(' ', '-');
  const digits = partOfMac.test(joined) ? joined.replace(/[^0-9a-f]/g, '') : '';
  return (row) => {
    const { haystack, mac } = indexed(row, read);
    if (digits.length >= 4 && mac.includes(digits)) return true;
    return words.every((word) => haystack.includes(word));
  };
}

const index = new WeakMap<object, { haystack: string; mac: string }>();

function indexed<Row extends object>(row: Row, read: (row: Row) => Searchable) {
  let entry = index.get(row);
  if (!entry) {
    const { texts, mac } = read(row);
    // Each text on a line of its own, so that no word is found across two of them.
    const haystack = texts.map((each) => (each ? normalizeName(each) : '')).join('\n');
    entry = { haystack, mac: mac ?? '' };
    index.set(row, entry);
  }
  return entry;
}
