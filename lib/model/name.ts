/**
 * The form in which names are compared for equality: Unicode NFKC, case folded, white space
 * trimmed and joined, invisible format characters dropped. Two names are "the same name" exactly when these are equal.
 */
export function normalizeName(name: string): string {
  return (
    name
      .normalize('NFKC')
      .replace(/\p{Cf}/gu, '')
      // Upper first: one lower case for pairs such as ß/SS and final sigma, as case folding asks.
      .toUpperCase()
      .toLowerCase()
      .normalize('NFKC')
      .replace(/\s+/gu, ' ')
      .trim()
  );
}
