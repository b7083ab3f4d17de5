import { chromium } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The production build, as `npm run build` leaves it. */
export const buildFolder = fileURLToPath(new URL('../../../.output/chrome-mv3', import.meta.url));

export interface Launched {
  readonly context: BrowserContext;
  readonly extensionId: string;
}

/** The last switch of the name counts alone, so Playwright's own are among them. */
const withoutFeatures = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'OptimizationHints',
  'PreconnectToSearch',
  'AimEnabled',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
];

/**
 * Starts a browser with a profile of its own that has the production build installed, and waits until the
 * extension's worker runs. `args` are further command line switches, such as the simulator's.
 */
export async function launch({
  executablePath,
  args,
  headed = false,
  profile = '',
  build = buildFolder,
  welcome = 'close',
  language = 'en-US',
}: {
  executablePath: string;
  args: readonly string[];
  headed?: boolean;
  /** The folder of a profile to go on with; a new one where there is none. */
  profile?: string;
  /** The folder of the build, from which the extension has its id. */
  build?: string;
  /** Whether the first-run page, which installing opens, is closed; `keep` too where a policy lets none open. */
  welcome?: 'close' | 'keep';
  /** The browser's own language. */
  language?: string;
}): Promise<Launched> {
  if (!existsSync(join(build, 'manifest.json'))) {
    throw new Error('There is no production build; `npm run build` makes it.');
  }
  const isNew = profile === '' || !existsSync(join(profile, 'Default'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: !headed,
    locale: language,
    // Where the desktop's language counts for more than the switch.
    env: { ...process.env, LANGUAGE: language.replace('-', '_') },
    viewport: headed ? null : { width: 1280, height: 900 },
    args: [
      // The old headless mode of browsers before 132 has no extensions.
      ...(headed ? [] : ['--headless=new']),
      `--disable-extensions-except=${build}`,
      `--load-extension=${build}`,
      // Containers and CI machines lack the namespaces that the sandbox is made of.
      '--no-sandbox',
      '--disable-background-networking',
      '--disable-component-update',
      // Most of what is drawn is not looked at, and software drawing takes the time of the tests.
      ...(headed ? [] : ['--disable-gpu', '--disable-software-rasterizer']),
      // As Playwright says by itself, and no second page behind the address bar, which starts with each window.
      `--disable-features=${withoutFeatures.join(',')}`,
      `--lang=${language}`,
      ...args,
    ],
  });
  try {
    const extensionId = await extensionIdIn(context);
    if (welcome === 'close' && isNew) await closeWelcome(context);
    return { context, extensionId };
  } catch (error) {
    await context.close();
    throw error;
  }
}

/** It would come in front of what a test opens. */
async function closeWelcome(context: BrowserContext): Promise<void> {
  const isWelcome = (page: Page) => page.url().endsWith('/welcome.html');
  const page =
    context.pages().find(isWelcome) ??
    (await context.waitForEvent('page', { predicate: isWelcome, timeout: 60_000 }));
  await page.close();
}

async function extensionIdIn(context: BrowserContext): Promise<string> {
  const worker =
    context.serviceWorkers()[0] ??
    (await context.waitForEvent('serviceworker', { timeout: 60_000 }).catch(() => undefined));
  if (worker === undefined) {
    throw new Error(
      'The extension did not start: the browser refused the build, or ignores --load-extension as Google Chrome does.',
    );
  }
  return new URL(worker.url()).host;
}
