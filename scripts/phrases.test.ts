import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** Where a phrase may stand in the code, and why it is none that a user reads in the extension. */
const allowed: readonly (readonly [path: string, why: string])[] = [
  ['lib/words/', 'the tables'],
  ['lib/i18n/', 'the tables'],
  ['lib/matching/words/', 'vocabulary that names are compared by'],
  ['lib/wireless/', 'written into IT Glue, the same whatever the language of the browser'],
  ['lib/team/record-type.ts', 'written into IT Glue'],
  ['lib/team/codec.ts', 'messages of defects'],
  ['lib/team/content.ts', 'messages of defects'],
  ['lib/worker/team/start-sharing.ts', 'written into IT Glue'],
  ['lib/worker/team/written-words.ts', 'written into IT Glue'],
  ['lib/model/switch-port.ts', 'words of the API, worded for users in lib/words'],
  ['lib/model/setup-check.ts', 'the closed words of a report for developers'],
  ['lib/views/setup-check-report.ts', 'a report for developers'],
  ['lib/datto/checks/', 'the closed words of that report'],
  ['lib/itglue/checks/', 'the closed words of that report'],
  ['components/setup-check/page-picture.tsx', 'the closed words of that report'],
  ['lib/portal/', 'selectors'],
];

/** Calls whose texts no user reads: a defect's message, selectors. */
const unread = /^new Error$|\.(?:querySelector(?:All)?|matches|closest)$/;

/** Two words beside each other, as they stand in a sentence. */
const phrase = /(?:^|[\s(“"])[A-Za-z][a-z’']*[,.:;]? [a-z(]*[a-z]{2,}/;

function phrasesIn(file: string, text: string): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true);
  const found: string[] = [];
  function visit(node: ts.Node): void {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isLiteralTypeNode(node))
      return;
    if (ts.isNewExpression(node) && unread.test(`new ${node.expression.getText()}`)) return;
    if (ts.isCallExpression(node) && unread.test(node.expression.getText())) return;
    if (ts.isJsxAttribute(node) && ['class', 'rel'].includes(node.name.getText())) return;
    const words = textOf(node);
    if (words !== null && phrase.test(words)) found.push(words);
    ts.forEachChild(node, visit);
  }
  visit(source);
  return found;
}

function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) return node.text.trim();
  if (!ts.isTemplateExpression(node)) return null;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…');
}

describe('phrases', () => {
  it.each([
    ["const refused = { detail: 'no answer in time' };", ['no answer in time']],
    ['const text = `Row ${row} is not valid`;', ['Row … is not valid']],
    ['const view = <p>Nothing to do</p>;', ['Nothing to do']],
    ['const view = <p class="card is-open">{t("a")}</p>;', []],
    ["throw new Error('The store is gone.');", []],
    ["element.querySelector('dl dt');", []],
    ["t('row_gone'); lock(`journal ${id}`);", []],
  ])('are found in %s', (code, found) => {
    expect(phrasesIn('a.tsx', code)).toEqual(found);
  });

  it('for users stand in public/_locales only, where every language has its own', () => {
    const files = ['lib', 'components', 'entrypoints'].flatMap((top) =>
      readdirSync(top, { recursive: true, encoding: 'utf8' })
        .map((file) => posix.join(top, file.replaceAll('\\', '/')))
        .filter((file) => /\.tsx?$/.test(file) && !/\.(?:test|fixture)\.tsx?$/.test(file)),
    );
    const found = files
      .filter((file) => !allowed.some(([path]) => file.startsWith(path)))
      .flatMap((file) =>
        phrasesIn(file, readFileSync(file, 'utf8')).map((words) => `${file}: ${words}`),
      );
    expect(found).toEqual([]);
    // An exemption that no file needs any more is taken out.
    for (const [path] of allowed)
      expect(
        files.some(
          (file) => file.startsWith(path) && phrasesIn(file, readFileSync(file, 'utf8')).length > 0,
        ) || ['lib/words/', 'lib/i18n/'].includes(path),
        path,
      ).toBe(true);
  });
});
