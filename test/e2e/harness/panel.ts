import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import type { Extension } from './extension';

/** What the extension shows on a portal page: a landmark of its own. */
export function panelOn(page: Page): Locator {
  return page.getByRole('region', { name: /Datto/ });
}

/** Opens a portal page in a new tab and waits until the extension's panel has something to say. */
export async function openPanel(
  extension: Extension,
  path: string,
): Promise<{ page: Page; panel: Locator }> {
  const page = await extension.portal(path);
  const panel = panelOn(page);
  await expect(panel).toBeVisible({ timeout: 60_000 });
  await expect(panel.locator('[aria-busy="true"]')).toHaveCount(0);
  return { page, panel };
}
