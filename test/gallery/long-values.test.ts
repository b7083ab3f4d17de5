// @vitest-environment happy-dom
import { cleanup } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeLayout } from '@/components/matching/layout.fixture';
import type { Answers } from '@/components/state/client.fixture';
import { bounded } from '@/lib/messages/bounded';
import { isWhole } from '../whole';
import { settled } from './settled.fixture';
import { show } from './show';
import { surfaces } from './surfaces';

beforeEach(() => void fakeLayout());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** What people and devices name: the vendors put no bound to it. */
const named =
  /^(name|\w+Name|model|firmware|serialNumber|location|site|email|detail|ssid|notes?|title|host)$/;
const long = 'Lobby '.repeat(2_000);

/** The same answer, each of whose names is endless. */
function endless(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return named.test(key) ? `${value} ${long}` : value;
  if (Array.isArray(value)) return value.map((each) => endless(each, key));
  if (
    value === null ||
    typeof value !== 'object' ||
    Object.getPrototypeOf(value) !== Object.prototype
  )
    return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, endless(each, name)]),
  );
}

const endlessly = (answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [
      name,
      // As the router answers.
      async (request: never) =>
        bounded(endless(await (answer as (request: never) => unknown)(request))),
    ]),
  );

/** The longest texts of what is shown, and of what is told of it. */
function tooLong(root: Element): string[] {
  const texts: string[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) texts.push(`text of ${node.parentElement?.localName}: ${node.data}`);
    if (node instanceof Element)
      for (const { name, value } of node.attributes)
        if (name !== 'value') texts.push(`${node.localName} ${name}: ${value}`);
  }
  return texts.filter((text) => text.length > 2000).map((text) => text.slice(0, 120));
}

const each = isWhole ? 1 : 6;

const pages = surfaces
  .map(({ name, entries }) => ({ name, entries: entries.filter(({ page, act }) => page && !act) }))
  .filter(({ entries }) => entries.length > 0);

describe('with endless names', () => {
  describe.each(pages)('$name', ({ entries }) => {
    it.each(entries.filter((_, at) => at % each === 0))('$name', async (entry) => {
      history.replaceState(null, '', entry.page?.hash ?? '#');
      const root = document.body.appendChild(document.createElement('div'));
      const page = entry.page && { ...entry.page, answers: endlessly(entry.page.answers) };
      const { hide } = await show({ ...entry, ...(page && { page }) }, root);
      await settled(root);
      expect(tooLong(root)).toEqual([]);
      hide();
      root.remove();
    });
  });
});
