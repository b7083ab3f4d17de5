import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

/** What ships, as a script that a page can load, or as a module for Node: built as for the extension. */
export async function bundle(entry: string, format: 'iife' | 'es'): Promise<string> {
  const root = process.cwd();
  const built = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: { '@': root } },
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: join(root, entry), formats: [format], name: 'bench' },
    },
  });
  const [bundled] = [built].flat();
  const chunk = bundled && 'output' in bundled ? bundled.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error('Nothing was bundled.');
  return chunk.code;
}

/** Loads a module built so: the loader that runs the bench slows every function down. */
export async function load<Module>(entry: string): Promise<Module> {
  mkdirSync('bench-output', { recursive: true });
  const file = join(process.cwd(), 'bench-output', 'module.mjs');
  writeFileSync(file, await bundle(entry, 'es'));
  return (await import(pathToFileURL(file).href)) as Module;
}
