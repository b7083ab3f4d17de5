import { parse } from 'lossless-json';

/**
 * Reads JSON text so that no id loses a digit: integers that a JavaScript number cannot hold become
 * strings, every other number stays a number. IT Glue writes ids of 16 and more digits as numbers.
 * A key that appears twice has its last value, as with `JSON.parse`.
 * @throws SyntaxError where the text is not JSON.
 */
export function parseJson(text: string): unknown {
  return parse(text, null, {
    parseNumber: exactNumber,
    onDuplicateKey: ({ newValue }) => newValue,
  });
}

function exactNumber(text: string): number | string {
  const number = Number(text);
  return /^-?\d+$/.test(text) && !Number.isSafeInteger(number) ? text : number;
}
