/** `npm run store`: the pictures of the stores' listings, from the gallery's states, into docs/store. */
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import type { Page } from 'playwright';
import { findBrowser } from './find-browser';
import { serveGallery } from './gallery/serve';
import { scenePage, tilePage } from './store/page';
import { scenes, type Scene } from './store/scenes';

const folder = 'docs/store';
const mark = readFileSync('public/icons/icon.svg', 'utf8');

mkdirSync(folder, { recursive: true });
const gallery = await serveGallery();
const browser = await chromium.launch({ executablePath: findBrowser() });
try {
  const page = await browser.newPage();
  // Times in the fixtures are said as of then.
  await page.clock.setFixedTime(new Date('2026-03-05T12:00:00Z'));
  for (const scene of scenes) {
    const picture = await pictureOf(page, scene);
    await take(page, scenePage(scene, mark, picture), scene.name, { width: 1280, height: 800 });
  }
  await take(page, tilePage(mark), 'tile', { width: 440, height: 280 });
} finally {
  await browser.close();
  await gallery.close();
}

/** The state as the gallery shows it, as high as the listing's picture has room for. */
async function pictureOf(page: Page, { surface, entry, width }: Scene): Promise<Buffer> {
  await page.setViewportSize({ width, height: 660 });
  const query = new URLSearchParams({ surface, entry, theme: 'light' });
  await page.goto(`${gallery.address}?${query.toString()}`, { timeout: 120_000 });
  await page.locator('html[data-ready]').waitFor({ state: 'attached', timeout: 120_000 });
  const height = await page.evaluate(() => document.documentElement.getBoundingClientRect().height);
  await page.setViewportSize({ width, height: Math.min(660, Math.ceil(height)) });
  return page.screenshot({ animations: 'disabled' });
}

async function take(
  page: Page,
  html: string,
  name: string,
  size: { readonly width: number; readonly height: number },
): Promise<void> {
  await page.setViewportSize(size);
  await page.setContent(html);
  await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  console.log(`${path}: ${Math.round(statSync(path).size / 1024)} KiB`);
}
