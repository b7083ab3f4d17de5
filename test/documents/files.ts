import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const read = (path: string): string => readFileSync(path, 'utf8');

/** The files below a folder of the project that end so, by their paths from its root, sorted. */
export const filesBelow = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .sort();

/** The project's own Markdown documents. */
export const documents: readonly string[] = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...filesBelow('docs', '.md'),
  ...filesBelow('.github', '.md'),
];

/** The part of a document below a heading, up to the next one of its level or above. */
export function section(markdown: string, heading: string): string {
  const lines = markdown.split('\n');
  const from = lines.indexOf(heading);
  if (from < 0) throw new Error(`There is no “${heading}”.`);
  const level = /^#+/.exec(heading)?.[0].length ?? 0;
  const length = lines
    .slice(from + 1)
    .findIndex((line) => (/^(#+) /.exec(line)?.[1]?.length ?? Infinity) <= level);
  return lines.slice(from + 1, length < 0 ? undefined : from + 1 + length).join('\n');
}
