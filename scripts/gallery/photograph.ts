import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import type { Entry, Surface } from '@/test/gallery/entry';
import { pictureName } from '@/test/gallery/picture-name';
import { indexPage, type Picture } from './index-page';

interface Job {
  readonly surface: Surface;
  readonly entry: Entry;
  readonly theme: Picture['theme'];
}

interface Wish {
  /** Where the gallery is served. */
  readonly address: string;
  readonly folder: string;
  readonly wanted: readonly string[];
  /** A folder of `public/_locales`, or a made-up one: `pseudo`, `pseudo-rtl`. */
  readonly language: string;
  /** As for people who choose all colours themselves. */
  readonly hasForcedColors: boolean;
}

/**
 * Photographs the entries whose surface and name hold one of some texts (all, where none is given), in both themes and at every width of
 * their surface, and writes the page that leads to them.
 * @throws with what failed, once all are done
 */
export async function photograph(
  browser: Browser,
  surfaces: readonly Surface[],
  { wanted, ...how }: Wish,
): Promise<readonly Picture[]> {
  const { folder } = how;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const jobs: Job[] = surfaces.flatMap((surface) =>
    surface.entries
      .filter(
        ({ name }) =>
          wanted.length === 0 || wanted.some((each) => `${surface.name} ${name}`.includes(each)),
      )
      .flatMap((entry) => (['light', 'dark'] as const).map((theme) => ({ surface, entry, theme }))),
  );
  const pictures: Picture[][] = jobs.map(() => []);
  const errors = new Set<string>();
  let next = 0;

  /** Takes one after the other of what is left; several do so side by side, as most of it is waiting. */
  async function take(): Promise<void> {
    const page = await browser.newPage();
    let here = '';
    page.on('pageerror', ({ message }) => errors.add(`${here}: ${message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.add(`${here}: ${message.text()}`);
    });
    // Times in the fixtures are said as of then.
    await page.clock.setFixedTime(new Date('2026-03-05T12:00:00Z'));
    for (let at = next++; at < jobs.length; at = next++) {
      const job = jobs[at];
      if (!job) break;
      here = `${job.surface.name}, ${job.entry.name}`;
      try {
        const { taken, faults } = await photographOne(page, job, how);
        pictures[at] = taken;
        if (faults.length > 0) errors.add(`${here}: ${faults.join('\n  ')}`);
      } catch (error) {
        errors.add(`${here}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    await page.close();
  }
  await Promise.all([take(), take(), take()]);

  const taken = pictures.flat();
  writeFileSync(join(folder, 'index.html'), indexPage(taken));
  if (errors.size > 0) throw new Error(`Entries that fail:\n${[...errors].join('\n')}`);
  return taken;
}

/** One entry in one theme, from the widest to the narrowest, as a user makes a window smaller; what cannot be read beside. */
async function photographOne(
  page: Page,
  { surface, entry, theme }: Job,
  { address, folder, language, hasForcedColors }: Omit<Wish, 'wanted'>,
): Promise<{ taken: Picture[]; faults: string[] }> {
  const query = new URLSearchParams({
    surface: surface.name,
    entry: entry.name,
    theme,
    language,
  });
  const widths = surface.widths.toSorted((a, b) => b - a);
  const height = entry.page ? 900 : 600;
  await page.setViewportSize({ width: widths[0] ?? 1280, height });
  await page.emulateMedia({
    colorScheme: theme,
    forcedColors: hasForcedColors ? 'active' : 'none',
  });
  await page.goto(`${address}?${query.toString()}`);
  await page.locator('html[data-ready]').waitFor({ state: 'attached', timeout: 20_000 });
  const taken: Picture[] = [];
  const faults: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height });
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    // English is looked at; others are longer.
    const unreadable = language === 'en' ? [] : await page.evaluate(() => window.layoutFaults());
    if (unreadable.length > 0) faults.push(`at ${width} px:`, ...unreadable);
    if (beyond > 0) faults.push(`scrolls sideways by ${beyond} px at ${width} px.`);
    // A dialog stands in the middle of the window, and the matching page is as high as it.
    const isWindow =
      surface.name === 'matching' || (await page.locator('dialog[open]').count()) > 0;
    const file = `${pictureName(surface.name, entry.name)}-${theme}-${width}.png`;
    await page.screenshot({
      path: join(folder, file),
      fullPage: !isWindow,
      animations: 'disabled',
    });
    taken.push({ surface: surface.name, entry: entry.name, theme, width, file });
  }
  return { taken, faults };
}
