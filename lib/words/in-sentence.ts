/** Letters written from right to left, and marks that turn the direction of what follows. */
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\u061C\u200F\u202A-\u202E]/u;

/** What ends the isolation of a name, or makes the mark that ends it end another one's. */
const isolation = /[\u2066-\u2069]/g;
/** What ends a paragraph, and every isolation with it: https://unicode.org/reports/tr9/ (class B), and other controls. */
const paragraphEnds = /[\p{Cc}\u2029]+/gu;

/**
 * A name for use within a sentence: a very long one cut, one written from right to left isolated,
 * so that it does not reorder the words around it, whatever it holds.
 */
export const inSentence = (name: string): string => quoted(name, 80);

/** Like a name, but a sentence of its own: what a server said. */
export const wordsInSentence = (words: string): string => quoted(words, 500);

function quoted(text: string, longest: number): string {
  const plain = text.replace(isolation, '').replace(paragraphEnds, ' ');
  const characters = Array.from(plain);
  const short =
    characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : plain;
  return rightToLeft.test(short) ? `\u2068${short}\u2069` : short;
}
