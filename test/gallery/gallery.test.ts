// @vitest-environment happy-dom
import { cleanup } from '@testing-library/preact';
import { options, type VNode } from 'preact';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeLayout } from '@/components/matching/layout.fixture';
import { pictureName } from './picture-name';
import { settled } from './settled.fixture';
import { show } from './show';
import { surfaces } from './surfaces';

/** Everything that Preact has rendered. */
const rendered = new Set<unknown>();
const before = { ...options };
beforeAll(() => {
  options.diffed = (vnode: VNode) => {
    if (typeof vnode.type === 'function') rendered.add(vnode.type);
    before.diffed?.(vnode);
  };
});
afterAll(() => {
  Object.assign(options, before);
});

beforeEach(() => void fakeLayout());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const modules = import.meta.glob<Record<string, unknown>>(
  ['../../components/**/*.tsx', '!**/*.{test,fixture}.tsx'],
  { eager: true },
);
/** The components that files let others use, by file and name. */
const components = Object.entries(modules).flatMap(([file, exported]) =>
  Object.entries(exported).flatMap(([name, value]) =>
    /^[A-Z]/.test(name) && typeof value === 'function' ? [[`${file} ${name}`, value] as const] : [],
  ),
);

describe('the gallery', () => {
  describe.each(surfaces)('$name', ({ entries }) => {
    /** What each shows, as a state that is not reached looks like another. */
    const seen = new Map<string, string>();
    it.each(entries)('$name', async (entry) => {
      history.replaceState(null, '', entry.page?.hash ?? '#');
      const root = document.body.appendChild(document.createElement('div'));
      const { unanswered, hide } = await show(entry, root);
      const shown = await settled(root);
      expect(unanswered).toEqual([]);
      expect(root.innerHTML).not.toBe('');
      expect(seen.get(shown), 'another entry shows the same').toBeUndefined();
      seen.set(shown, entry.name);
      hide();
      root.remove();
    });
  });

  it('shows every component', () => {
    expect(components.length).toBeGreaterThan(50);
    expect(components.flatMap(([name, value]) => (rendered.has(value) ? [] : [name]))).toEqual([]);
  });

  it('names each entry of a surface once, for people and as a file', () => {
    const names = surfaces.flatMap(({ name, entries }) =>
      entries.map((entry) => pictureName(name, entry.name)),
    );
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('shows an entry as a card or as a page', () => {
    const entries = surfaces.flatMap((surface) => surface.entries);
    expect(entries.filter(({ card, page }) => Boolean(card) === Boolean(page))).toEqual([]);
  });
});
