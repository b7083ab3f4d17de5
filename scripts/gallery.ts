/** `npm run gallery`: every component and state from fixtures, photographed, or with `--open` in a browser. */
import { chromium } from 'playwright';
import { surfaces } from '@/test/gallery/surfaces';
import { findBrowser } from './find-browser';
import { photograph } from './gallery/photograph';
import { serveGallery } from './gallery/serve';
import { hasDisplay } from './has-display';

const folder = 'gallery-output';
const known = /^--(open|forced-colors|language=[\w-]+)$/;
const unknown = process.argv.slice(2).find((each) => each.startsWith('--') && !known.test(each));
if (unknown) {
  console.error(
    `There is no ${unknown}. Use: npm run gallery -- [--open] [--language=de] [--forced-colors] ["part of a picture's name" …]`,
  );
  process.exit(2);
}
const isOpen = process.argv.includes('--open');
/** The words' language: a folder of `public/_locales`, or one that finds what breaks: `pseudo`, or `pseudo-rtl` from right to left. */
const language = process.argv.find((each) => each.startsWith('--language='))?.split('=')[1] ?? 'en';
/** Only pictures whose surface and name hold one of these. */
const wanted = process.argv.slice(2).filter((each) => !each.startsWith('--'));

// A page that reloads as files change is for eyes, not for pictures.
const gallery = await serveGallery({ reload: isOpen });
const { address } = gallery;

if (!isOpen) await takePictures();
else if (hasDisplay) await openWindow();
else console.log(`The gallery is at ${address}; end it with Ctrl+C.`);

async function takePictures(): Promise<void> {
  const browser = await chromium.launch({ executablePath: findBrowser() });
  try {
    const pictures = await photograph(browser, surfaces, {
      address,
      folder,
      wanted,
      language,
      hasForcedColors: process.argv.includes('--forced-colors'),
    });
    console.log(`${pictures.length} pictures are in ${folder}/; ${folder}/index.html shows them.`);
  } finally {
    await browser.close();
    await gallery.close();
  }
}

/** Until the window is closed. */
async function openWindow(): Promise<void> {
  const browser = await chromium.launch({ executablePath: findBrowser(), headless: false });
  const page = await browser.newPage({ viewport: null });
  await page.goto(`${address}?language=${language}`);
  console.log(`The gallery is at ${address}; closing its window ends it.`);
  await page.waitForEvent('close', { timeout: 0 });
  await browser.close();
  await gallery.close();
}
