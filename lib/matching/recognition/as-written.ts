/**
 * Finds words that were compared without their dots in one of the names they came from, with the
 * dots that belong to them: `Inc` is `Inc.` in "Acme, Inc.", `PC` is `P.C.` in "Hale Dental P.C."
 * @returns the words as the first name that has them writes them; unchanged where none does
 */
export function asWritten(words: string, ...names: readonly string[]): string {
  const letters = [...words.replace(/[^\p{L}\p{N}]/gu, '')];
  if (letters.length === 0) return words;
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])${letters.join('[.\\s]*')}(?![\\p{L}\\p{N}])\\.?`,
    'iu',
  );
  for (const name of names) {
    const found = pattern.exec(name)?.[0];
    if (found) return found;
  }
  return words;
}
