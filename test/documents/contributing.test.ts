import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { documents, filesBelow, read, section } from './files';

const contributing = read('CONTRIBUTING.md');
const recipes = section(contributing, '## Recipes').split(/^### /m).slice(1);

/** The paths that a text names, those with a part of their own as patterns. */
const pathsIn = (text: string): string[] =>
  [...text.matchAll(/`((?:components|docs|entrypoints|lib|public|scripts|test)\/[^`\s]+)`/g)].map(
    ([, path = '']) => path,
  );

/** Whether a file or folder is there; with a part of its own, such as `<kind>`, whether one like it is. */
function isThere(path: string): boolean {
  const [before = '', ...after] = path.split(/<[^>]+>/);
  if (after.length === 0) return existsSync(path);
  const folder = before.slice(0, before.lastIndexOf('/'));
  const pattern = new RegExp(`^${[before, ...after].map(escaped).join('[\\w-]+')}$`);
  return existsSync(folder) && filesBelow(folder, '').some((file) => pattern.test(file));
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

describe('the recipes', () => {
  it('are for what is asked for most', () => {
    expect(recipes.map((recipe) => recipe.split('\n')[0])).toEqual([
      'A field in the panel',
      'A kind of device',
      'A portal page with a panel',
      'A setting',
      'A matching rule',
      'A chart',
      'A language',
    ]);
  });

  it.each(recipes.map((recipe) => [recipe.split('\n')[0], recipe]))(
    'begin every step with its file, and name only files that there are: %s',
    (_, recipe) => {
      const steps = recipe.split('\n').filter((line) => /^\d+\. /.test(line));
      expect(steps.length).toBeGreaterThan(0);
      expect(steps.filter((step) => !/^\d+\. `[^`]+`: \S/.test(step))).toEqual([]);
      expect(pathsIn(recipe).filter((path) => !isThere(path))).toEqual([]);
    },
  );
});

describe('every document', () => {
  it.each(documents)('%s names only files and folders that there are', (path) => {
    const named = pathsIn(read(path)).filter((each) => !/[*…{]/.test(each));
    expect(named.filter((each) => !isThere(each))).toEqual([]);
  });
});
