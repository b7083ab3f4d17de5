/** Letters written from right to left, and marks that turn the direction of what follows. */
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\u061C\u200F\u202A-\u202E\u2066-\u2069]/u;

/**
 * A name for use within a sentence: a very long one cut, one written from right to left isolated,
 * so that it does not reorder the words around it.
 */
export function inSentence(name: string): string {
  const characters = Array.from(name);
  const short = characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : name;
  return rightToLeft.test(short) ? `\u2068${short}\u2069` : short;
}
