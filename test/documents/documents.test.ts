import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageJson from '@/package.json';
import { documents, filesBelow, read } from './files';

describe('every document', () => {
  it.each(documents)('%s leads only to files and headings that exist', (path) => {
    const broken = [...read(path).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !/^https?:/.test(target))
      .filter((target) => {
        const [file = '', heading] = target.split('#');
        const found = file === '' ? path : join(dirname(path), file);
        if (!existsSync(found)) return true;
        return heading !== undefined && !headingsOf(read(found)).includes(heading);
      });
    expect(broken).toEqual([]);
  });

  it.each(documents)('%s names only commands that there are', (path) => {
    const named = [...read(path).matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in packageJson.scripts))).toEqual([]);
  });
});

describe('decision records', () => {
  const records = filesBelow('docs/decisions', '.md');

  it('are numbered without a gap, and all in the index', () => {
    const index = read('docs/README.md');
    expect(records.map((path) => path.slice('docs/'.length, 'docs/decisions/0000'.length))).toEqual(
      records.map((_, at) => `decisions/${String(at + 1).padStart(4, '0')}`),
    );
    expect(records.filter((path) => !index.includes(`(${path.slice('docs/'.length)})`))).toEqual(
      [],
    );
  });

  it.each(records)('%s says context, decision and consequences in less than 40 lines', (path) => {
    const lines = read(path).split('\n');
    expect(lines.length).toBeLessThan(40);
    expect(lines.filter((line) => line.startsWith('## '))).toEqual([
      '## Context',
      '## Decision',
      '## Consequences',
    ]);
    expect(lines[0]).toMatch(new RegExp(`^# ${Number(/(\d{4})-/.exec(path)?.[1])}\\. `));
    expect(lines[2]).toMatch(/^(Accepted|Replaced by record \d+)/);
  });
});

/** The anchors of a document's headings, as GitHub makes them. */
function headingsOf(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe('style sheets', () => {
  it('are as short as lint wants code to be', () => {
    const sheets = ['components', 'entrypoints', 'test'].flatMap((folder) =>
      filesBelow(folder, '.css'),
    );
    expect(sheets.filter((path) => read(path).split('\n').length > 351)).toEqual([]);
  });
});
