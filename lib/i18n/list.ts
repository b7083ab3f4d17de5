import { locale } from './index';

/** `A, B, and C`: things that are meant together, as the language lists them. */
export const listText = (items: readonly string[]): string =>
  new Intl.ListFormat(locale(), { type: 'conjunction' }).format(items);

/** `A, B, C`: what is known of one thing, told one after the other. */
export const factsText = (items: readonly string[]): string =>
  new Intl.ListFormat(locale(), { type: 'unit', style: 'short' }).format(items);
