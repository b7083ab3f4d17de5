import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface StaticFile {
  type: string;
  text: string;
}

const folder = fileURLToPath(new URL('./client/', import.meta.url));

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/**
 * The client's files by name. Every `cls-…` class name in them becomes a hash, another one for
 * each salt: the real portal's class names change with its builds, so nothing may rely on them.
 */
export function readStaticFiles(salt: string): Map<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  for (const name of readdirSync(folder)) {
    const type = types[extname(name)];
    if (type === undefined) continue;
    const text = readFileSync(join(folder, name), 'utf8').replace(
      /\bcls-[a-z]+(?:-[a-z]+)*\b/g,
      (className) => hashedClass(className, salt),
    );
    files.set(name, { type, text });
  }
  return files;
}

function hashedClass(className: string, salt: string): string {
  const digest = createHash('sha256').update(`${salt} ${className}`).digest('hex');
  return `css-${BigInt(`0x${digest.slice(0, 12)}`).toString(36)}`;
}
