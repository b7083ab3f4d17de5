import { expect } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import type { OptionsSection } from '@/lib/model/options-section';
import type { SyncRun } from '@/lib/model/run';
import type { Region } from '@/lib/model/settings';
import type { Launched } from './launch';
import { readStore } from './store';
import type { Row, StoreName } from './store';
import { stopWorker, workerRuns } from './worker';

/** What a person types on the options page. */
export interface Keys {
  readonly dattoPublicKey: string;
  readonly dattoSecretKey: string;
  readonly itGlueApiKey: string;
  readonly region: Region;
  readonly subdomain: string;
}

const labels: Readonly<Record<Exclude<keyof Keys, 'region'>, string>> = {
  dattoPublicKey: 'Datto public key',
  dattoSecretKey: 'Datto secret key',
  itGlueApiKey: 'IT Glue API key',
  subdomain: 'IT Glue subdomain',
};

/** How long a sync may take before a test gives up on it, milliseconds. */
const syncPatience = 120_000;

/** The installed extension, used as a person uses it, and looked into from beside. */
export class Extension {
  readonly context: BrowserContext;
  readonly id: string;
  /** What `connect` and `portal` use unless told otherwise. */
  readonly keys: Keys;

  constructor({ context, extensionId }: Launched, keys: Keys) {
    this.context = context;
    this.id = extensionId;
    this.keys = keys;
  }

  /**
   * A page of the extension in a tab of its own, when it has something to show: `popup.html`, `options.html`,
   * `matching.html`.
   */
  async open(page: string): Promise<Page> {
    const tab = await this.context.newPage();
    await tab.goto(`chrome-extension://${this.id}/${page}`);
    await expect(tab.locator('[aria-busy="true"]')).toHaveCount(0, { timeout: 60_000 });
    return tab;
  }

  /** The popup, in a tab as wide as the popup is. */
  async openPopup(): Promise<Page> {
    const tab = await this.open('popup.html');
    await tab.setViewportSize({ width: 360, height: 600 });
    return tab;
  }

  /** The options at a section; before keys there is only the first. */
  openOptions(section: OptionsSection = 'connection'): Promise<Page> {
    return this.open(`options.html#${section}`);
  }

  /** A page of the tenant's portal by its path, e.g. `/12/configurations/34`. */
  async portal(path: string): Promise<Page> {
    const tab = await this.context.newPage();
    const region = this.keys.region === 'us' ? '' : `.${this.keys.region}`;
    await tab.goto(`https://${this.keys.subdomain}${region}.itglue.com${path}`);
    return tab;
  }

  /**
   * Fills in the Connection form, presses Connect and waits for the answer. Throws with what the page says when it is
   * no; tests of a refusal fill in the form by `fillConnection` and look for themselves.
   */
  async connect(keys: Partial<Keys> = {}): Promise<void> {
    const page = await this.openOptions();
    await this.fillConnection(page, keys);
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    const refused = page.locator('form [aria-invalid="true"], form [data-form-failure]');
    await expect(
      page
        .getByText(/^Connected\./)
        .or(refused)
        .first(),
    ).toBeVisible({ timeout: 60_000 });
    if (await refused.first().isVisible()) {
      throw new Error(`Connecting was refused: ${await page.locator('form').first().innerText()}`);
    }
    await page.close();
  }

  /** Types keys into the Connection form of an open options page, replacing saved ones. */
  async fillConnection(page: Page, keys: Partial<Keys> = {}): Promise<void> {
    const all = { ...this.keys, ...keys };
    for (const [key, label] of Object.entries(labels)) {
      const field = page.getByLabel(label, { exact: true });
      const replace = page.getByRole('button', { name: `Replace ${label}` });
      await expect(field.or(replace).first()).toBeVisible();
      if (await replace.isVisible()) await replace.click();
      await field.fill(all[key as keyof typeof labels]);
    }
    await page.getByLabel('IT Glue region', { exact: true }).selectOption(all.region);
  }

  /** Waits until a sync has ended and none is open, and the popup says OK. Gives that last run. */
  async synced(): Promise<SyncRun> {
    return this.afterSync(new Set());
  }

  /** Presses Sync now in the popup, waits for the run it starts to end and for the popup to say OK. Gives that run. */
  async syncNow(): Promise<SyncRun> {
    const popup = await this.openPopup();
    const button = popup.getByRole('button', { name: 'Sync now' });
    await expect(button).toBeEnabled({ timeout: syncPatience });
    const before = new Set((await this.readStore('runs')).map(({ id }) => id));
    await button.click();
    const run = await this.afterSync(before);
    await popup.close();
    return run;
  }

  /** Waits for the end of a run that is none of these. */
  private async afterSync(before: ReadonlySet<string>): Promise<SyncRun> {
    const newest = async () => {
      const runs = (await this.readStore('runs')).filter(({ id }) => !before.has(id));
      return runs.sort((a, b) => a.startedAt.localeCompare(b.startedAt)).at(-1);
    };
    await expect
      .poll(async () => (await newest())?.state ?? 'none', {
        message: 'a sync ends',
        timeout: syncPatience,
        intervals: [200],
      })
      .toMatch(/^(done|failed)$/);
    const run = await newest();
    if (run === undefined) throw new Error('The run that ended is gone.');
    if (run.state === 'failed') throw new Error(`The sync failed: ${JSON.stringify(run.failure)}`);
    const popup = await this.openPopup();
    await expect(popup.getByText('OK', { exact: true }).first()).toBeVisible({ timeout: 60_000 });
    await popup.close();
    return run;
  }

  /** What the toolbar's badge says. */
  async badge(): Promise<string> {
    const popup = await this.openPopup();
    const text = await popup.evaluate<string>('chrome.action.getBadgeText({})');
    await popup.close();
    return text;
  }

  readStore<Name extends StoreName>(store: Name): Promise<Row<Name>[]> {
    return readStore(this.context, this.id, store);
  }

  /** Ends the worker at once, wherever it is; see `stopWorker`. */
  stopWorker(): Promise<void> {
    return stopWorker(this.context, this.id);
  }

  workerRuns(): Promise<boolean> {
    return workerRuns(this.context, this.id);
  }
}
