import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { DEMO } from '@/test/simulator/tenant/demo-ids';
import type { Extension } from './extension';

/** Chooses in the options which of the tenant's users this browser is used by; `null` for none. */
export async function iAm(extension: Extension, userId: string | null): Promise<void> {
  const page = await extension.openOptions('access');
  // Opens by itself where nobody is recognized.
  await expect(page.locator('.recognized .notice')).toBeVisible();
  const select = page.getByLabel('I am', { exact: true });
  if (!(await select.isVisible())) await page.getByText('Choose by hand').click();
  await select.selectOption(userId ?? '');
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.close();
}

/** Connects, waits for the first sync, and says who it is: an administrator unless told otherwise. */
export async function ready(
  extension: Extension,
  userId: string = DEMO.users.administrator,
): Promise<void> {
  await extension.connect();
  await extension.synced();
  await iAm(extension, userId);
}

type Tab = 'Unmatched' | 'Matched' | 'Ignored';

/** The matching page, used as a person uses it: everything is found by its visible name. */
export class MatchingPage {
  /** In a tab of its own. `place`: the fragment of its address, such as `#organization/2`. */
  static async open(extension: Extension, place = ''): Promise<MatchingPage> {
    const page = await extension.open(`matching.html${place}`);
    page.setDefaultTimeout(30_000);
    const matching = new MatchingPage(page);
    await expect(matching.page.locator('main')).toHaveAttribute('aria-busy', 'false');
    return matching;
  }

  constructor(readonly page: Page) {}

  /** Makes the window so high that all rows of a small tenant are in the page at once. */
  async seeAll(): Promise<void> {
    await this.page.setViewportSize({ width: 1280, height: 3200 });
  }

  tab(name: Tab): Locator {
    return this.page.getByRole('tab', { name, exact: true });
  }

  /** The numbers at the three tabs: unmatched, matched, ignored. */
  async counts(): Promise<number[]> {
    const texts = await this.page.getByRole('tab').allTextContents();
    return texts.map((text) => Number(text.replace(/\D/g, '')));
  }

  rows(): Locator {
    return this.page.locator('[role="row"]:has([role="rowheader"])');
  }

  /** The row of a network or device by its name. */
  row(name: string): Locator {
    return this.rows().filter({
      has: this.page.getByRole('rowheader').getByText(name, { exact: true }),
    });
  }

  /** The row's button by its visible words. */
  button(row: string, action: string): Locator {
    return this.row(row).getByRole('button', { name: new RegExp(`^${action} for `) });
  }

  /** Presses it and waits for the sentence that says what came of it. */
  async decide(row: string, action: string, text: string | RegExp): Promise<void> {
    await this.button(row, action).click();
    await this.announces(text);
  }

  /** Waits for the page's word on the last decision, whatever sign it ends with. */
  async announces(text: string | RegExp): Promise<void> {
    await expect(this.page.locator('footer').getByRole('status')).toHaveText(
      typeof text === 'string' ? spoken(text) : text,
    );
  }

  async search(text: string): Promise<void> {
    await this.page.getByRole('searchbox').fill(text);
    await expect(this.page).toHaveURL(
      text === '' ? /^(?!.*[?&]text=)/ : new RegExp(`[?&]text=${encoded(text)}`),
    );
  }

  undo(): Locator {
    return this.page.getByRole('button', { name: /^(Undo: |Nothing to undo)/ });
  }

  dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  /** Says yes in the open dialog, by the button of that name. */
  async confirm(name: string): Promise<void> {
    await this.dialog().getByRole('button', { name, exact: true }).click();
    await expect(this.dialog()).toHaveCount(0);
  }

  /** The bar that says how many rows are selected. */
  selection(): Locator {
    return this.page.getByRole('region', { name: 'Selection' });
  }

  /** Goes to the bar's button by Tab, presses it, and says yes to what is asked then. */
  async actByKeyboard(action: string): Promise<void> {
    const button = this.selection().getByRole('button', { name: action, exact: true });
    await expect(button).toBeEnabled();
    for (let tabs = 0; tabs < 20; tabs++) {
      if (await button.evaluate((element) => element === document.activeElement)) break;
      await this.page.keyboard.press('Tab');
    }
    await expect(button).toBeFocused();
    await this.page.keyboard.press('Enter');
    await expect(this.dialog().getByRole('checkbox').first()).toBeVisible();
    await this.page.keyboard.press('Enter');
    await expect(this.dialog()).toHaveCount(0, { timeout: 60_000 });
  }

  /** Types into the open Match To and takes the option of this name. */
  async matchTo(text: string, name: string): Promise<void> {
    await this.dialog().getByRole('combobox').fill(text);
    await this.dialog()
      .getByRole('option')
      .filter({ has: this.page.getByText(name, { exact: true }) })
      .click();
  }
}

const encoded = (text: string) => literally(new URLSearchParams({ text }).toString().slice(5));

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const spoken = (text: string) =>
  new RegExp(`^${literally(text.replace(/\.+$/, '')).replaceAll(' ', '\\s+')}\\.*$`);
