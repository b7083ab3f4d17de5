import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';

const source = (file: string) => readFileSync(file, 'utf8');
const components = readdirSync('components', { recursive: true, encoding: 'utf8' })
  .map((file) => posix.join('components', file.replaceAll('\\', '/')))
  .filter((file) => /\.tsx$/.test(file) && !/\.(test|fixture)\./.test(file));

/** The project's modules that a file draws in, itself included. */
function drawnIn(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, to = ''] of source(file).matchAll(/(?:from |import\()'((?:@\/|\.)[^']*)'/g)) {
    const path = to.startsWith('@/') ? to.slice(2) : posix.join(posix.dirname(file), to);
    for (const end of ['.ts', '.tsx'])
      try {
        drawnIn(path + end, seen);
      } catch {
        // Another ending, or a package.
      }
  }
  return seen;
}

describe('the gallery', () => {
  it('draws in every component', () => {
    const shown = drawnIn('test/gallery/surfaces.ts');
    const placed = ['components/panel/placement.tsx'];
    expect(components.filter((file) => !shown.has(file) && !placed.includes(file))).toEqual([]);
  });

  it('names each entry of a surface once', async () => {
    const { surfaces } = await import('./surfaces');
    for (const { name, entries } of surfaces) {
      const names = entries.map((entry) => entry.name);
      expect(new Set(names).size, name).toBe(names.length);
      expect(entries.every(({ card, page }) => Boolean(card) !== Boolean(page))).toBe(true);
    }
  });
});
