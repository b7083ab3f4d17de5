import type { Page } from '@playwright/test';
import type { Extension } from '@/test/e2e/harness/extension';
import { openPanel } from '@/test/e2e/harness/panel';
import { schemes } from '@/test/e2e/harness/screenshots';
import {
  autoCreateDone,
  chooseAutoCreate,
  documented,
  recordPath,
} from '@/test/e2e/harness/wireless';
import type { Simulator } from '@/test/simulator';
import { DEMO } from '@/test/simulator/tenant/demo-ids';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { table } from './table';

/**
 * Switches Auto-Create on through the options page and waits until everything is documented; gives what IT Glue then
 * holds as text, and the paths of the pictures taken.
 */
export async function documentWireless(
  extension: Extension,
  { tenant }: Simulator,
  folder: string,
): Promise<{ text: string; files: string[] }> {
  await mkdir(folder, { recursive: true });
  const files: string[] = [];

  const options = await extension.openOptions('auto-create');
  const preview = await chooseAutoCreate(options, true);
  files.push(...(await sectionPictures(options, join(folder, 'auto-create-preview'))));
  await options.getByRole('button', { name: 'Save', exact: true }).click();
  const result = await autoCreateDone(options, true);
  files.push(...(await sectionPictures(options, join(folder, 'auto-create'))));
  await options.close();

  for (const scheme of schemes) {
    const path = recordPath(tenant, DEMO.ssids.longKey);
    const { page, panel } = await openPanel(extension, `${path}?theme=${scheme}`);
    await page.emulateMedia({ colorScheme: scheme });
    for (const [name, subject] of [
      [`page-record-${scheme}.png`, page],
      [`panel-record-${scheme}.png`, panel],
    ] as const) {
      await subject.screenshot({ path: join(folder, name), animations: 'disabled' });
      files.push(join(folder, name));
    }
    await page.close();
  }

  const all = documented(tenant);
  const nameOf = (id: string) => tenant.itglue.organizations.get(id)?.name ?? id;
  const rows = [...new Set(all.map(({ organizationId }) => organizationId))].map((id) =>
    row(
      nameOf(id),
      all.filter(({ organizationId }) => organizationId === id),
    ),
  );
  const text = [
    preview.join('\n'),
    result,
    table(
      ['Wi-Fi in IT Glue', 'Records', 'Passwords', 'Relations'],
      [...rows, row('all organizations', all)],
    ),
  ].join('\n\n');
  return { text, files };
}

const row = (name: string, documents: ReturnType<typeof documented>): (string | number)[] => [
  name,
  documents.length,
  documents.reduce((sum, { passwords }) => sum + passwords.length, 0),
  documents.reduce((sum, { passwords, linked }) => sum + passwords.length + linked.length, 0),
];

/** The Auto-Create section, light and dark, wide and narrow. */
async function sectionPictures(page: Page, name: string): Promise<string[]> {
  const before = page.viewportSize();
  const files: string[] = [];
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    for (const width of [420, 1280]) {
      await page.setViewportSize({ width, height: before?.height ?? 900 });
      const path = `${name}-${colorScheme}-${width}.png`;
      await page.locator('#auto-create').screenshot({ path, animations: 'disabled' });
      files.push(path);
    }
  }
  await page.emulateMedia({ colorScheme: null });
  if (before) await page.setViewportSize(before);
  return files;
}
