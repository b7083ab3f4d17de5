import preact from '@preact/preset-vite';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Serves the gallery on this computer alone; with `reload` its pages follow the files. */
export async function serveGallery({ reload = false } = {}): Promise<{
  readonly address: string;
  readonly close: () => Promise<void>;
}> {
  const server = await createServer({
    root: join(root, 'test/gallery'),
    configFile: false,
    logLevel: 'error',
    plugins: [preact({ prefreshEnabled: false })],
    resolve: { alias: { '@': root } },
    server: { host: '127.0.0.1', port: 0, hmr: reload, fs: { allow: [root] } },
    cacheDir: join(root, 'node_modules/.vite-gallery'),
  });
  await server.listen();
  return { address: server.resolvedUrls?.local[0] ?? '', close: () => server.close() };
}
