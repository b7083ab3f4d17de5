import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { browser } from 'wxt/browser';
import { speak } from '@/test/languages/speak.fixture';
import { t } from './index';
import { formFor, pluralCategories } from './plural';

let end: (() => void) | undefined;
afterEach(() => end?.());

describe('a message that counts', () => {
  it.each<[language: string, message: string, said: Record<number, string>]>([
    ['en', '1 device | $1 devices', { 0: '$1 devices', 1: '1 device', 2: '$1 devices' }],
    ['en', '=0 none | one | $1', { 0: 'none', 1: 'one', 2: '$1', 21: '$1' }],
    ['de', 'ein Gerät | $1 Geräte', { 0: '$1 Geräte', 1: 'ein Gerät', 101: '$1 Geräte' }],
    // Nothing counts as one in French, and a million is followed by "de".
    ['fr', 'un | de plus | plusieurs', { 0: 'un', 1: 'un', 2: 'plusieurs', 1_000_000: 'de plus' }],
    ['pl', 'one | few | many | other', { 1: 'one', 3: 'few', 5: 'many', 22: 'few', 1.5: 'other' }],
    ['ru', 'one | few | many | other', { 1: 'one', 21: 'one', 3: 'few', 11: 'many', 0: 'many' }],
    ['ar', 'zero | one | two | few | many | other', { 0: 'zero', 2: 'two', 3: 'few', 11: 'many' }],
    ['ja', '$1台', { 0: '$1台', 1: '$1台', 7: '$1台' }],
    ['ja', '=0 なし | $1台', { 0: 'なし', 1: '$1台' }],
  ])('in %s, "%s", has its forms in the order of the categories', (language, message, said) => {
    for (const [count, form] of Object.entries(said))
      expect(formFor(message, Number(count), language)).toBe(form);
  });

  it('takes the last form where it has fewer than the language has categories', () => {
    expect(formFor('one | other', 5, 'pl')).toBe('other');
    expect(formFor('same for all', 5, 'en')).toBe('same for all');
  });

  it('always has the form that the rules ask for', () => {
    const language = fc.constantFrom('en', 'de', 'pl', 'ar', 'cy', 'lt', 'ja', 'sl');
    fc.assert(
      fc.property(language, fc.nat(), (name, count) => {
        const categories = pluralCategories(name);
        const rule = new Intl.PluralRules(name).select(count);
        expect(formFor(categories.join(' | '), count, name)).toBe(rule);
      }),
    );
  });
});

describe('t', () => {
  it('counts, lists and writes numbers in the language of the words', () => {
    end = speak('pl', {
      language: { message: 'pl' },
      activity_devices: {
        message: '$1 urządzenie | $1 urządzenia | $1 urządzeń | $1 urządzenia',
      },
      status_stage_progress: { message: '$3: $2 ($1)' },
    });
    expect([1, 4, 12_345].map((count) => t('activity_devices', count))).toEqual([
      '1 urządzenie',
      '4 urządzenia',
      '12\u00a0345 urządzeń',
    ]);
    expect(t('status_stage_progress', ['x', 12_345, '12345'])).toBe('12345: 12\u00a0345 (x)');
  });

  it('writes numbers as in the country of the browser, where its language is that of the words', () => {
    const messages = {
      language: { message: 'de' },
      activity_devices: { message: 'ein Gerät | $1 Geräte' },
    };
    end = speak('de-CH', messages);
    expect(t('activity_devices', 12_345)).toMatch(/^12['’]345 Geräte$/);
    end();
    end = speak('fr', messages);
    expect(t('activity_devices', 12_345)).toBe('12.345 Geräte');
  });

  it('keeps dollar signs of the text and of the values', () => {
    end = speak('en', { panel_cut_off_age: { message: '$$1: $1 of $2' } });
    expect(t('panel_cut_off_age', ['$2', '$$'])).toBe('$1: $2 of $$');
    expect(browser.i18n.getMessage('panel_cut_off_age', ['a', 'b'])).toBe('$1: a of b');
  });
});
