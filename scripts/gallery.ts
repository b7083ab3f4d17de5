/** `npm run gallery`: every component and state from fixtures, as one page to look at or photographed. */
import preact from '@preact/preset-vite';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { createServer } from 'vite';
import { findBrowser } from './find-browser';

const folder = 'gallery-output';
const root = fileURLToPath(new URL('..', import.meta.url));
const isOpen = process.argv.includes('--open');
/** Only pictures whose surface and name hold this. */
const wanted = process.argv.slice(2).find((each) => !each.startsWith('--')) ?? '';

const server = await createServer({
  root: join(root, 'test/gallery'),
  configFile: false,
  logLevel: 'error',
  plugins: [preact({ prefreshEnabled: false })],
  resolve: { alias: { '@': root } },
  server: { host: '127.0.0.1', port: 0, fs: { allow: [root] } },
  cacheDir: join(root, 'node_modules/.vite-gallery'),
});
await server.listen();
const address = server.resolvedUrls?.local[0] ?? '';
if (isOpen) console.log(`The gallery is at ${address}; end it with Ctrl+C.`);
else
  try {
    await photograph();
  } finally {
    await server.close();
  }

async function photograph(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const errors: string[] = [];
  const browser = await chromium.launch({ executablePath: findBrowser() });
  const page = await browser.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  // Times in the fixtures are said as of then.
  await page.clock.setFixedTime(new Date('2026-03-05T12:00:00Z'));
  const { surfaces } = await import('@/test/gallery/surfaces');
  let pictures = 0;
  for (const { name, widths, entries } of surfaces)
    for (const entry of entries) {
      if (!`${name} ${entry.name}`.includes(wanted)) continue;
      for (const theme of ['light', 'dark'] as const)
        for (const width of widths) {
          await page.setViewportSize({ width, height: entry.page ? 800 : 600 });
          await page.emulateMedia({ colorScheme: theme });
          const query = new URLSearchParams({ surface: name, entry: entry.name, theme });
          await page.goto(`${address}?${query.toString()}`);
          await page
            .locator('html[data-ready]')
            .waitFor({ state: 'attached', timeout: 15_000 })
            .catch((error: unknown) => {
              throw new Error(`${name} ${entry.name}: ${errors.join(' ') || String(error)}`);
            });
          const file = `${name} ${entry.name} ${theme} ${width}`.replaceAll(/[^\w]+/g, '-');
          await page.screenshot({
            path: join(folder, `${file}.png`),
            fullPage: name !== 'matching',
            animations: 'disabled',
          });
          pictures += 1;
        }
    }
  await browser.close();
  console.log(`${pictures} pictures are in ${folder}/.`);
  if (errors.length > 0) throw new Error(`Entries that fail:\n${[...new Set(errors)].join('\n')}`);
}
