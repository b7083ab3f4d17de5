/**
 * The form in which names are compared for equality: Unicode NFKC, case folded, white space
 * trimmed and joined, invisible format characters dropped. Two names are "the same name" exactly when these are equal.
 */
export function normalizeName(name: string): string {
  return (
    name
      .normalize('NFKC')
      .replace(/\p{Cf}/gu, '')
      // Down, up, down: one form for ß, ẞ and SS, and for the two small sigmas, as case folding asks.
      .toLowerCase()
      .toUpperCase()
      .toLowerCase()
      .normalize('NFKC')
      .replace(/\s+/gu, ' ')
      .trim()
  );
}
