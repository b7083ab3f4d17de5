import { afterEach, expect, it } from 'vitest';
import { speak } from '@/test/languages/speak.fixture';
import { speakIn } from './index';
import { factsText, listText } from './list';
import { exactTime, relativeTime } from './time';

let end: (() => void) | undefined;
afterEach(() => end?.());

const told = () => [
  listText(['A', 'B', 'C']),
  factsText(['A', 'B', 'C']),
  relativeTime('2026-03-05T11:57:00Z', Date.parse('2026-03-05T12:00:00Z')),
  exactTime('2026-03-05T12:00:00Z').replace(/\d+:00:00/, 'time'),
];

it.each([
  ['en-US', ['A, B, and C', 'A, B, C', '3 minutes ago', 'Mar 5, 2026, time PM']],
  ['en-GB', ['A, B and C', 'A, B, C', '3 minutes ago', '5 Mar 2026, time']],
  ['de-DE', ['A, B und C', 'A, B und C', 'vor 3 Minuten', '05.03.2026, time']],
  ['ja', ['A、B、C', 'A B C', '3 分前', '2026/03/05 time']],
])('tells lists and times as %s does', (language, texts) => {
  end = speak(language, { language: { message: language.split('-')[0]! } });
  expect(told().map((text) => text.replace('\u202f', ' '))).toEqual(texts);
});

it('has no list of nothing, and one thing as it is', () => {
  expect([listText([]), listText(['A']), factsText([])]).toEqual(['', 'A', '']);
});

it.each([
  ['en', 'ltr'],
  ['de', 'ltr'],
  ['he', 'rtl'],
  ['ar', 'rtl'],
  ['fa', 'rtl'],
  ['uz-Arab', 'rtl'],
  ['az', 'ltr'],
])('lets %s be written %s', (language, direction) => {
  end = speak('en', { language: { message: language } });
  const element = { lang: '', dir: '' } as HTMLElement;
  speakIn(element);
  expect(element).toEqual({ lang: language, dir: direction });
});
