import type { Page } from '@playwright/test';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

export const schemes = ['light', 'dark'] as const;

/**
 * Pictures of a whole page, light and dark, at each width (CSS pixels): `<folder>/<name>-<scheme>-<width>.png`.
 * Colour scheme and size of the page are left as they were.
 */
export async function screenshots(
  page: Page,
  name: string,
  {
    folder = 'test-results/pictures',
    widths = [380, 1280],
  }: { folder?: string; widths?: readonly number[] } = {},
): Promise<string[]> {
  const before = page.viewportSize();
  const files: string[] = [];
  await mkdir(folder, { recursive: true });
  for (const scheme of schemes) {
    await page.emulateMedia({ colorScheme: scheme });
    for (const width of widths) {
      await page.setViewportSize({ width, height: before?.height ?? 900 });
      const path = join(folder, `${name}-${scheme}-${width}.png`);
      await page.screenshot({ path, fullPage: true, animations: 'disabled' });
      files.push(path);
    }
  }
  await page.emulateMedia({ colorScheme: null });
  if (before) await page.setViewportSize(before);
  return files;
}
