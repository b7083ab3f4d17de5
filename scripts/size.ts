/**
 * `npm run size`: what each surface's code is made of, by package and folder, for finding what to
 * make smaller. With a name only the surfaces whose name has it. Budgets are in `check-build`.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { eachMapping, TraceMap } from '@jridgewell/trace-mapping';
import { build } from 'wxt';
import { bundlesOf } from './bundles';

const root = process.cwd();
/** Rows below these many bytes are left out. */
const leastBytes = 150;

const quiet = () => undefined;
const out = mkdtempSync(join(tmpdir(), 'size-'));
try {
  await build({
    root,
    outDir: out,
    logger: {
      ...console,
      level: 0,
      debug: quiet,
      info: quiet,
      log: quiet,
      success: quiet,
      fatal: console.error,
    },
    hooks: {
      'vite:build:extendConfig': (_entries, config) => {
        config.build = { ...config.build, sourcemap: true };
      },
    },
  });
  const folder = join(out, 'chrome-mv3');
  const [wanted = ''] = process.argv.slice(2);
  for (const { name, files, gzippedBytes } of bundlesOf(folder)) {
    if (!name.includes(wanted)) continue;
    console.log(`\n${name}  ${kilo(gzippedBytes)} kB gzipped\n  gzipped  minified`);
    const rows = [...textBySource(folder, files)]
      .map(([source, text]) => ({ source, text, gzipped: gzipSync(text).length }))
      .filter(({ gzipped }) => gzipped >= leastBytes)
      .sort((one, other) => other.gzipped - one.gzipped);
    for (const { source, text, gzipped } of rows)
      console.log(`  ${kilo(gzipped)}  ${kilo(text.length)}  ${source}`);
  }
  console.log('\nEach row is gzipped alone, so that rows add up to more than the whole.');
} finally {
  rmSync(out, { recursive: true });
}

function kilo(bytes: number): string {
  return (bytes / 1024).toFixed(1).padStart(7);
}

/** The minified text that came from each package and each folder of the project. */
function textBySource(folder: string, files: readonly string[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const file of files) {
    const whole = readFileSync(join(folder, file), 'utf8');
    // What the bundler wrote by itself comes from no file.
    if (!existsSync(join(folder, `${file}.map`))) {
      texts.set('(none)', (texts.get('(none)') ?? '') + whole);
      continue;
    }
    const lines = whole.split('\n');
    const map = new TraceMap(readFileSync(join(folder, `${file}.map`), 'utf8'));
    let start = { line: 1, column: 0, source: null as string | null };
    const take = (line: number, column: number) => {
      // A text may go over several lines.
      const text = [
        ...lines.slice(start.line - 1, line - 1),
        (lines[line - 1] ?? '').slice(0, column),
      ]
        .join('\n')
        .slice(start.column);
      const source = start.source
        ? groupOf(resolve(folder, dirname(file), start.source))
        : '(none)';
      texts.set(source, (texts.get(source) ?? '') + text);
    };
    eachMapping(map, ({ generatedLine: line, generatedColumn: column, source }) => {
      take(line, column);
      start = { line, column, source };
    });
    take(lines.length, lines.at(-1)!.length);
  }
  return texts;
}

/** The package, or the project's folder, that a source file is in. */
function groupOf(path: string): string {
  const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path.replaceAll('\\', '/'))?.[1];
  return name ?? relative(root, dirname(path));
}
