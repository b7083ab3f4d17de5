// @vitest-environment happy-dom
import { cleanup } from '@testing-library/preact';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeLayout } from '@/components/matching/layout.fixture';
import english from '@/public/_locales/en/messages.json';
import { knownData } from '../languages/known-data.fixture';
import { pseudoLanguage } from '../languages/pseudo';
import { speak } from '../languages/speak.fixture';
import { wordsOf } from '../languages/words-of';
import { isWhole } from '../whole';
import { settled } from './settled.fixture';
import { show } from './show';
import { surfaces } from './surfaces';

let end: (() => void) | undefined;
beforeAll(() => {
  end = speak('el', pseudoLanguage(english));
});
afterAll(() => end?.());
beforeEach(() => void fakeLayout());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** Names of things and units that are the same in every language, and data of fixtures that are messages' words too. */
const names = [
  'Datto',
  'HTTP',
  'PoE',
  'Switch',
  'refused',
  'UTC',
  'kB',
  'MB',
  'GB',
  'kb',
  'Mb',
  'NWT-MFP-2F',
];
/** A host, a MAC, a digest, and an id of the setup check, which is shown for reports. */
const patterns =
  /\b[\w-]+(?:\.[\w-]+)*\.com\b|\b[\da-f]{32,}\b|\b[\dA-Fa-f]{2}(?::[\dA-Fa-f]{2}){5}\b|\b(?:datto|itglue|portal)-[a-z-]+/g;

/** The rest of a long name that was cut. */
const cutOff = /(?<=.{100})[A-Za-z]+$/;

/** Takes away what is data, and tells of what is left of letters that no message is written in. */
function dataReader(known: readonly string[]) {
  const alone = new Set(known);
  // As names are cut within sentences.
  const cut = known.map((text) => Array.from(text).slice(0, 79).join(''));
  // As IT Glue may have a device's name.
  const loud = known.map((text) => text.toUpperCase());
  const pieces = [...known, ...cut, ...loud, ...names]
    .filter((text) => text.length > 1)
    // A longer one may begin like a shorter.
    .sort((a, b) => b.length - a.length)
    .map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const inside = new RegExp(`(?<![A-Za-z])(?:${pieces.join('|')})`, 'g');
  const read = new Map<string, string[]>();
  return (text: string): string[] => {
    let found = read.get(text);
    if (!found) {
      const rest = alone.has(text.trim())
        ? ''
        : text.replace(patterns, ' ').replace(inside, ' ').replace(cutOff, '');
      const words = rest.match(/[A-Za-z]{2,}/g) ?? [];
      found = words.length > 0 ? [`${words.join(' ')} in: ${text}`] : [];
      read.set(text, found);
    }
    return found;
  };
}
const wordsLeft = dataReader(knownData());

/** One takes a while. */
const each = isWhole ? 1 : 12;

describe('in a language of other letters', () => {
  // Parts alone show their own names.
  describe.each(surfaces.filter(({ name }) => name !== 'parts'))('$name', ({ entries }) => {
    it.each(entries.filter((_, at) => at % each === 0))('$name', async (entry) => {
      history.replaceState(null, '', entry.page?.hash ?? '#');
      const root = document.body.appendChild(document.createElement('div'));
      const { hide } = await show(entry, root);
      await settled(root);
      expect(wordsOf(root).flatMap(wordsLeft)).toEqual([]);
      hide();
      root.remove();
    });
  });
});
