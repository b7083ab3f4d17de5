import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { Extension } from './extension';

/** The setup check's page, which keeps what it would put on the clipboard. */
export async function openSetupCheck(extension: Extension): Promise<Page> {
  const page = await extension.open('setup-check.html');
  await page.evaluate(
    'navigator.clipboard.writeText = (text) => { globalThis.copied = text; return Promise.resolve(); }',
  );
  return page;
}

/** Runs every check and gives the report that **Copy report** copies. */
export async function runSetupCheck(page: Page): Promise<string> {
  await page.getByRole('button', { name: /^Check all/ }).click();
  await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible();
  await expect(page.getByText(/^\d+ hold, \d+ differ/)).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Copy report' }).click();
  await expect(page.getByText(/Report copied\./)).toBeVisible();
  return page.evaluate<string>('globalThis.copied');
}
