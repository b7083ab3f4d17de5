import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What a `messages.json` holds. */
export type Messages = Readonly<
  Record<string, { readonly message: string; readonly description?: string }>
>;

const folder = 'public/_locales';

/** Every language's messages, by the language. */
export const locales: ReadonlyMap<string, Messages> = new Map(
  readdirSync(folder).map((name) => [
    name,
    JSON.parse(readFileSync(join(folder, name, 'messages.json'), 'utf8')) as Messages,
  ]),
);

/** `$1`…`$9` of a message, each once, in their order. */
export const placeholders = (message: string): string[] =>
  [...new Set(message.replaceAll('$$', '').match(/\$[1-9]/g))].sort();

/** The forms of a message for different counts; one where it does not count. */
export const forms = (message: string): string[] => message.split(' | ');

/** What keeps a language from standing in for English, one line for each message. */
export function differences(english: Messages, other: Messages): string[] {
  const found: string[] = [];
  for (const key of Object.keys(english)) if (!(key in other)) found.push(`${key}: missing`);
  for (const [key, { message }] of Object.entries(other)) {
    const model = english[key]?.message;
    if (model === undefined) found.push(`${key}: not in English`);
    else if (placeholders(message).join() !== placeholders(model).join())
      found.push(`${key}: ${placeholders(message).join() || 'no placeholder'}`);
    else if (message === '') found.push(`${key}: empty`);
    else if (forms(message).length > 1 !== forms(model).length > 1 || forms(message).length > 3)
      found.push(`${key}: ${forms(message).length} forms`);
  }
  return found;
}
