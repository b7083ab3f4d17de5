import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What the browser loads at once for a surface: a page or a script with all that it imports statically. */
export interface Bundle {
  /** The page's or the script's file, e.g. `matching.html`. */
  readonly name: string;
  /** JavaScript files, from the build's folder. */
  readonly files: readonly string[];
  /** Of all its JavaScript, each file gzipped alone. */
  readonly gzippedBytes: number;
}

const staticImport = /(?:\bfrom|\bimport)\s*["'`](\.[^"'`]+)["'`]/g;
const script = /<script[^>]+src="\/?([^"/:][^":]*)"/g;

/** The bundles of a build: every page at its top, the worker, and the scripts that run in pages. */
export function bundlesOf(folder: string): Bundle[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
    name.replaceAll('\\', '/'),
  );
  return names
    .filter((name) => /^(?:[^/]+\.(?:html|js)|content-scripts\/.+\.js)$/.test(name))
    .sort()
    .map((name) => {
      const files = [...loaded(folder, name)].filter((file) => file.endsWith('.js'));
      const gzippedBytes = files.reduce(
        (sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length,
        0,
      );
      return { name, files, gzippedBytes };
    });
}

/** A file and all it needs before it runs. */
function loaded(folder: string, name: string, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  const text = readFileSync(join(folder, name), 'utf8');
  if (name.endsWith('.html'))
    for (const [, file = ''] of text.matchAll(script)) loaded(folder, file, found);
  else
    for (const [, file = ''] of text.matchAll(staticImport))
      loaded(folder, posix.join(posix.dirname(name), file), found);
  return found;
}
