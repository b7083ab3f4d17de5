import { expect } from '@playwright/test';
import type { Extension } from './extension';

/** Presses a button of the Team section of the options and waits until decisions are shared. */
export async function inTeam(
  extension: Extension,
  button: 'Share with your team' | 'Refresh',
): Promise<void> {
  const page = await extension.openOptions('team');
  const section = page.locator('#team');
  await section.getByRole('button', { name: button, exact: true }).click();
  await expect(section.getByRole('button', { name: 'Refresh', exact: true })).toBeEnabled({
    timeout: 60_000,
  });
  await expect(section.getByRole('status')).toContainText('Shared with your team through IT Glue.');
  await page.close();
}
