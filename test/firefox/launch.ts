import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import type { Browser, Page } from 'puppeteer-core';

/** The production build, as `npm run build:firefox` leaves it. */
const buildFolder = fileURLToPath(new URL('../../.output/firefox-mv3', import.meta.url));

/** Where the extension's pages are: Firefox draws this at random for every profile unless a preference says it. */
const uuid = '6a2f0d7e-5f0e-4b57-9c1c-2d8a4f1e7b30';
export const extensionId = 'datto-networking@it-glue.extension';

/** After so many milliseconds without work the background page is stopped; people's Firefox waits 30 seconds. */
export const idleTimeout = 4_000;

/** Milliseconds; a browser on a busy machine starts slowly. */
const patience = 30_000;

/** Starts Firefox with a profile of its own behind the proxy on this port and installs the production build. */
export async function launchFirefox(executablePath: string, proxyPort: number): Promise<Browser> {
  if (!existsSync(join(buildFolder, 'manifest.json')))
    throw new Error('There is no build for Firefox; `npm run build:firefox` makes it.');
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    acceptInsecureCerts: true,
    timeout: patience,
    // Without it Firefox lets no driver into an extension's pages.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: uuid }),
      // No host is granted by installing, as for people before Firefox 127; Connect has to ask, and the prompt, which
      // a driver cannot press, is answered with yes.
      'extensions.originControls.grantByDefault': false,
      'extensions.webextOptionalPermissionPrompts': false,
      'extensions.background.idle.timeout': idleTimeout,
      'intl.locale.requested': 'en-US',
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxyPort,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxyPort,
    },
  });
  try {
    const installed = await browser.installExtension(buildFolder);
    if (installed !== extensionId) throw new Error(`Firefox installed ${installed}.`);
    return browser;
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** A page of the extension in a tab of its own, e.g. `options.html`, when it has something to show. */
export async function openExtensionPage(browser: Browser, name: string): Promise<Page> {
  const page = await browser.newPage();
  // The tab moves to the extension's process and its driver never hears the page's load event.
  page
    .goto(`moz-extension://${uuid}/${name}`, { timeout: patience })
    .catch((error: unknown) => void error);
  await until(`${name} shows something`, () =>
    page.evaluate(
      () =>
        document.querySelector('main, h1') !== null &&
        !document.querySelector('[aria-busy="true"]'),
    ),
  );
  return page;
}

type Truthy<Answer> = Exclude<Answer, false | 0 | '' | null | undefined>;

/** Asks until the answer is truthy, and gives it; a page that is just being replaced counts as no. */
export async function until<Answer>(
  what: string,
  ask: () => Promise<Answer>,
  milliseconds = patience,
): Promise<Truthy<Answer>> {
  const end = Date.now() + milliseconds;
  let last: unknown;
  for (;;) {
    try {
      last = await ask();
      if (last) return last as Truthy<Answer>;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`Waited in vain: ${what}; last: ${String(last)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
