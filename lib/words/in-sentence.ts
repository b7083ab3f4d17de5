const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

/**
 * A name for use within a sentence: a very long one cut, one written from right to left isolated,
 * so that it does not reorder the words around it.
 */
export function inSentence(name: string): string {
  const characters = Array.from(name);
  const short = characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : name;
  return rightToLeft.test(short) ? `\u2068${short}\u2069` : short;
}
