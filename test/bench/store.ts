import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { findBrowser } from '@/scripts/find-browser';
import { ratio } from './section';
import type { Section } from './section';
import type { StoreBench } from './store-page';

const root = fileURLToPath(new URL('../..', import.meta.url));
const rows = 5000;

/** What writing 5,000 devices gains from one transaction: the shipped store, in a real browser's IndexedDB. */
export async function store(): Promise<Section> {
  const title = `${rows.toLocaleString('en')} devices written to the store, in Chromium`;
  let executablePath: string;
  try {
    executablePath = findBrowser();
  } catch {
    return { title, lines: [], note: 'Skipped: no browser was found.' };
  }
  const script = await bundle();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    // IndexedDB belongs to an origin; this one is answered here.
    await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '' }));
    await page.goto('https://bench.invalid/');
    await page.addScriptTag({ content: script });
    const time = await page.evaluate(
      (count) => (globalThis as unknown as { storeBench: StoreBench }).storeBench(count),
      rows,
    );
    return {
      title,
      lines: [
        { what: 'one transaction each instead of one for all', figure: ratio(time.each, time.all) },
        {
          what: 'one transaction for every 100 instead of one for all',
          figure: ratio(time.hundreds, time.all),
        },
      ],
    };
  } finally {
    await browser.close();
  }
}

/** The shipped store as a script that a page can load. */
async function bundle(): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: { '@': root } },
    build: {
      write: false,
      minify: false,
      lib: {
        entry: fileURLToPath(new URL('store-page.ts', import.meta.url)),
        formats: ['iife'],
        name: 'storeBenchPage',
      },
    },
  });
  const [bundled] = [built].flat();
  const chunk = bundled && 'output' in bundled ? bundled.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error('Nothing was bundled.');
  return chunk.code;
}
