import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { expect, it } from 'vitest';

const files = ['lib', 'components', 'entrypoints'].flatMap((top) =>
  readdirSync(top, { recursive: true, encoding: 'utf8' })
    .map((file) => posix.join(top, file.replaceAll('\\', '/')))
    .filter((file) => /\.tsx?$/.test(file)),
);
const known = new Set(files);

/** The project's files that a file imports, types included. */
function importsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  return [...source.matchAll(/(?:from|import\()\s*'((?:@\/|\.)[^']*)'/g)].flatMap(([, to = '']) => {
    const path = to.startsWith('@/') ? to.slice(2) : posix.join(posix.dirname(file), to);
    return (
      [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`].find((each) => known.has(each)) ?? []
    );
  });
}

/** Each way that comes back to where it began, once. */
function cycles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const way: string[] = [];
  function visit(node: string) {
    const start = way.indexOf(node);
    if (start >= 0) found.push([...way.slice(start), node].join(' → '));
    if (start >= 0 || done.has(node)) return;
    way.push(node);
    for (const next of graph.get(node) ?? []) visit(next);
    way.pop();
    done.add(node);
  }
  for (const node of graph.keys()) visit(node);
  return found;
}

it('no file imports itself in a circle, by types neither', () => {
  expect(files.length).toBeGreaterThan(300);
  expect(cycles(new Map(files.map((file) => [file, importsOf(file)])))).toEqual([]);
});

it('no room of the code imports itself in a circle, by types neither', () => {
  const roomOf = (file: string) => /^(?:lib|components)\/[^/]+/.exec(file)?.[0] ?? 'entrypoints';
  const rooms = new Map<string, string[]>();
  for (const file of files.filter((each) => !/\.(test|fixture)\.tsx?$/.test(each))) {
    const to = importsOf(file).map(roomOf);
    const room = roomOf(file);
    rooms.set(room, [...(rooms.get(room) ?? []), ...to.filter((other) => other !== room)]);
  }
  expect(rooms.size).toBeGreaterThan(15);
  expect(cycles(rooms)).toEqual([]);
});

it('finds a circle where there is one', () => {
  const graph = new Map([
    ['a', ['b']],
    ['b', ['c']],
    ['c', ['b']],
  ]);
  expect(cycles(graph)).toEqual(['b → c → b']);
});
