import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import english from '@/public/_locales/en/messages.json';

/** Where the data of the gallery's entries stand. */
const files = ['test/gallery', 'components', 'lib']
  .flatMap((top) =>
    readdirSync(top, { recursive: true, encoding: 'utf8' }).map((file) => join(top, file)),
  )
  .filter((path) => /\.fixture\.tsx?$/.test(path) || /^test\/gallery\/[^/]+\.tsx?$/.test(path));

/** What the entries' acts look for is words, not data. */
const finding = new Set(['press', 'pressEach', 'tick', 'type', 'choose', 'entry', 'submit']);

const words: ReadonlySet<string> = new Set(
  Object.values(english).flatMap(({ message }) => message.split(' | ')),
);

/** Every literal text of the fixtures that is no message, the longest first. */
export function knownData(): readonly string[] {
  const found = new Set<string>();
  for (const path of files) {
    const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
        const [name, ...values] = node.arguments;
        if (finding.has(node.expression.text) && name) return values.forEach(visit);
      }
      if (ts.isStringLiteralLike(node) && !words.has(node.text)) found.add(node.text.trim());
      if (ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
        found.add(node.text.trim());
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return [...found].filter((text) => /[A-Za-z]/.test(text)).sort((a, b) => b.length - a.length);
}
