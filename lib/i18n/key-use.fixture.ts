import ts from 'typescript';
import { isCounting, placeholders, type Messages } from './messages.fixture';

/** What one file does with message keys. */
export interface KeyUse {
  /** Every string that stands in it, keys among them. */
  readonly strings: ReadonlySet<string>;
  /** What is wrong with its calls of `t`, with their lines. */
  readonly faults: readonly string[];
}

/** Rooms whose tables may hold the keys of a call. */
const tables = '@/lib/words/';
const tableFolder = 'lib/words/';

/**
 * Reads a source file. A call of `t` names its message in place, as a literal or a choice of literals;
 * else its key comes from a table of `lib/words`, so that every key in use stands somewhere in full.
 */
export function readKeyUse(path: string, source: string, messages: Messages): KeyUse {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const imported = new Set<string>();
  const strings = new Set<string>();
  const faults: string[] = [];

  function visit(node: ts.Node): void {
    if (ts.isImportDeclaration(node)) return readImport(node);
    if (ts.isStringLiteralLike(node)) strings.add(node.text);
    if (ts.isCallExpression(node) && node.expression.getText() === 't') readCall(node);
    ts.forEachChild(node, visit);
  }

  function readImport({ moduleSpecifier, importClause }: ts.ImportDeclaration): void {
    const { namedBindings } = importClause ?? {};
    if (!ts.isStringLiteral(moduleSpecifier) || !moduleSpecifier.text.startsWith(tables)) return;
    if (namedBindings && ts.isNamedImports(namedBindings))
      for (const { name } of namedBindings.elements) imported.add(name.text);
  }

  function readCall(call: ts.CallExpression): void {
    const { line } = file.getLineAndCharacterOfPosition(call.getStart());
    const fault = (what: string) => faults.push(`${path}:${line + 1} ${what}`);
    for (const key of call.arguments[0] ? choices(call.arguments[0]) : [])
      if (ts.isStringLiteralLike(key)) {
        const message = messages[key.text]?.message;
        const wrong =
          message === undefined ? 'is no message' : misfit(message, call.arguments.slice(1));
        if (wrong !== null) fault(`${key.text} ${wrong}`);
      } else if (ts.isTemplateExpression(key)) fault('puts a key together');
      else if (!path.startsWith(tableFolder) && !imported.has(rootOf(key)))
        fault('takes a key that is not from a table of lib/words');
  }

  visit(file);
  return { strings, faults };
}

/** What may be the key: `a ? b : c` may be either. */
function choices(key: ts.Expression): ts.Expression[] {
  if (ts.isParenthesizedExpression(key)) return choices(key.expression);
  if (ts.isConditionalExpression(key)) return [...choices(key.whenTrue), ...choices(key.whenFalse)];
  return [key];
}

/** The name that `name.a[b].c` begins with. */
const rootOf = (expression: ts.Expression): string =>
  ts.isPropertyAccessExpression(expression) || ts.isElementAccessExpression(expression)
    ? rootOf(expression.expression)
    : expression.getText();

/** Why a message cannot be made of these arguments; `null` where it can, or where only a run would tell. */
function misfit(message: string, given: readonly ts.Expression[]): string | null {
  const list = given.find(ts.isArrayLiteralExpression);
  const needed = Math.max(0, ...placeholders(message).map((each) => Number(each.slice(1))));
  if (given.length === 0 || (given.length === 1 && list)) {
    if (isCounting(message)) return 'is not told which number it counts';
  }
  if (given.length === 0 && needed > 0) return `is not told its ${needed} values`;
  if (list && !list.elements.some(ts.isSpreadElement) && list.elements.length !== needed)
    return `is told ${list.elements.length} values instead of ${needed}`;
  return null;
}
