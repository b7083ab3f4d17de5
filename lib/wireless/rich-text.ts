import { decodeHTML } from 'entities/decode';
import { escapeText } from 'entities/escape';

const lineEnd = /\r\n|\r|\n/;

/** Plain text as the HTML of a text box: escaped, line ends as `<br>`. */
export const htmlOf = (text: string): string => text.split(lineEnd).map(escapeText).join('<br>');

/** A tag that ends a line, and any other; comments count as tags. */
const lineTag =
  /<\/?(?:br|p|div|li|ul|ol|dl|dt|dd|tr|table|h[1-6]|blockquote|pre|section|hr)(?:[\s/][^<>]*)?>/gi;
const otherTag = /<!--[^]*?-->|<\/?[a-z][^<>]*>/gi;

/** The lines that a person reads in a text box: decoded, white space joined, empty lines left out. */
export function linesOf(html: string): string[] {
  return html
    .replaceAll(/\s+/g, ' ')
    .replaceAll(lineTag, '\n')
    .replaceAll(otherTag, '')
    .split('\n')
    .map((line) => textKey(decodeHTML(line)).replaceAll(/\s+/g, ' '))
    .filter((line) => line !== '');
}

/** Whether a text box reads as the plain text does, in whatever form its HTML is written. */
export const readsAs = (html: string, text: string): boolean =>
  linesOf(html).join('\n') === linesOf(htmlOf(text)).join('\n');

/**
 * A text without what servers change without being asked: white space at its ends, the form of line
 * ends and of composed characters.
 */
export const textKey = (text: string): string =>
  text.replaceAll('\u00a0', ' ').replaceAll(/\r\n?/g, '\n').normalize('NFC').trim();

/** Whether two texts are the same but for what servers change without being asked. */
export const sameText = (one: string, other: string): boolean => textKey(one) === textKey(other);
