import type { Extension } from '@/test/e2e/harness/extension';
import { openPanel } from '@/test/e2e/harness/panel';
import { schemes, screenshots } from '@/test/e2e/harness/screenshots';
import { DEMO } from '@/test/simulator/tenant/demo-ids';
import { join } from 'node:path';

/** An A4 page between its margins, CSS pixels: 186 by 269 mm at 96 a inch. */
const paper = { width: 703, height: 1017 };

/**
 * Pictures of what an organization's pages in the portal say of its networks, and its network sheet: on the screen,
 * and as the report that is printed, with its PDF. Gives their paths.
 */
export async function sheetPictures(extension: Extension, folder: string): Promise<string[]> {
  const { northwind } = DEMO.organizations;
  const files: string[] = [];
  for (const [name, path] of [
    ['network-card', `/${northwind}`],
    ['list-status', `/${northwind}/configurations`],
  ] as const)
    for (const scheme of schemes) {
      const { page } = await openPanel(extension, `${path}?theme=${scheme}`);
      if (name === 'list-status') await page.locator('datto-networking-mark').first().waitFor();
      const file = join(folder, `${name}-${scheme}.png`);
      await page.screenshot({ path: file, animations: 'disabled' });
      files.push(file);
      await page.close();
    }
  const page = await extension.open(`network.html#${northwind}`);
  files.push(...(await screenshots(page, 'network-sheet', { folder, widths: [360, 1280] })));
  for (const format of ['A4', 'Letter'] as const) {
    const path = join(folder, `network-sheet-${format}.pdf`);
    await page.pdf({ path, format, preferCSSPageSize: true });
    files.push(path);
  }
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(paper);
  const file = join(folder, 'network-sheet-first-page.png');
  await page.screenshot({ path: file });
  files.push(file);
  await page.close();
  return files;
}
