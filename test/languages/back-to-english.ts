import { formsOf } from '@/lib/i18n/plural';
import type { Messages } from './message-reader';

/**
 * What a text of another language may be in English: all that its messages leave possible. A value in it is translated
 * where it is a message itself. The text as it is where it is of no message.
 */
export function backToEnglish(messages: Messages, english: Messages) {
  const plain = new Map<string, Set<string>>();
  const filled: { pattern: RegExp; places: string[]; english: readonly string[] }[] = [];
  for (const [key, { message }] of Object.entries(messages)) {
    const inEnglish = allForms(english[key]?.message ?? '');
    for (const form of allForms(message)) {
      const places = form.match(/\$\d/g) ?? [];
      // Only values would say nothing of what they are.
      if (form.replace(/\$\d|[\s\p{P}]/gu, '') === '') continue;
      if (places.length === 0) plain.set(form, plain.get(form) ?? new Set());
      if (places.length === 0) inEnglish.forEach((each) => plain.get(form)?.add(each));
      else filled.push({ pattern: patternOf(form), places, english: inEnglish });
    }
  }
  return (text: string): string[] => {
    const exact = plain.get(text);
    if (exact) return [text, ...exact];
    const found = [text];
    for (const { pattern, places, english: forms } of filled) {
      const values = pattern.exec(text)?.slice(1);
      if (!values) continue;
      const translated = values.map((value) => [...(plain.get(value) ?? [value])][0] ?? value);
      for (const form of forms)
        found.push(form.replace(/\$\d/g, (place) => translated[places.indexOf(place)] ?? ''));
    }
    return found;
  };
}

const allForms = (message: string): string[] => {
  const { none, byCategory } = formsOf(message);
  return none === null ? [...byCategory] : [none, ...byCategory];
};

const patternOf = (form: string): RegExp => {
  const parts = form.split(/\$\d/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('(.+?)')}$`, 'su');
};
