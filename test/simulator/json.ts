import { parse, stringify } from 'lossless-json';

/** A value that `stringifyJson` can write; a `bigint` becomes a JSON number with exactly its digits. */
export type Json = string | number | bigint | boolean | null | undefined | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

/**
 * JSON text in which a `bigint` is written as the exact number. IT Glue's ids inside attributes are numbers of
 * up to 17 digits, which a JavaScript number (and so `JSON.stringify`) would round.
 */
export function stringifyJson(value: Json): string {
  return stringify(value) ?? 'null';
}

/**
 * Parses JSON text without rounding: whole numbers of 16 and more digits come out as strings of their digits.
 * Throws a SyntaxError for what is not JSON.
 */
export function parseJson(text: string): unknown {
  return parse(text, undefined, (number) => (/^-?\d{16,}$/.test(number) ? number : Number(number)));
}
