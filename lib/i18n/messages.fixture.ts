import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { formsOf, pluralCategories } from './plural';

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

/** What keeps a language from standing in for English, one line for each message. */
export function differences(english: Messages, other: Messages, language: string): string[] {
  const found: string[] = [];
  for (const key of Object.keys(english)) if (!(key in other)) found.push(`${key}: missing`);
  for (const [key, { message }] of Object.entries(other)) {
    const model = english[key]?.message;
    if (model === undefined) found.push(`${key}: not in English`);
    else if (placeholders(message).join() !== placeholders(model).join())
      found.push(`${key}: ${placeholders(message).join() || 'no placeholder'}`);
    else if (message === '') found.push(`${key}: empty`);
    else found.push(...formFaults(message, model, language).map((fault) => `${key}: ${fault}`));
  }
  return found;
}

/** A message that counts has a form for each category of its language, and one for none if it likes. */
function formFaults(message: string, model: string, language: string): string[] {
  const { none, byCategory } = formsOf(message);
  const counts = isCounting(model);
  const needed = counts ? pluralCategories(language).length : 1;
  if (byCategory.length !== needed) return [`${byCategory.length} forms instead of ${needed}`];
  return [...(none === null ? [] : [none]), ...byCategory].some((form) => form.trim() === '') ||
    (none !== null && !counts)
    ? ['an odd form']
    : [];
}

/** Whether a message has forms for different counts. */
export const isCounting = (message: string): boolean => message.includes(' | ');
