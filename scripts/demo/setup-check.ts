import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Extension } from '@/test/e2e/harness/extension';
import { openPanel } from '@/test/e2e/harness/panel';
import { screenshots } from '@/test/e2e/harness/screenshots';
import { openSetupCheck, runSetupCheck } from '@/test/e2e/harness/setup-check';

/** Runs the setup check beside an open configuration's page; saves its report and pictures of its page. */
export async function checkSetup(
  extension: Extension,
  path: string,
  folder: string,
): Promise<{ readonly text: string; readonly files: readonly string[] }> {
  const { page: portal } = await openPanel(extension, path);
  const page = await openSetupCheck(extension);
  const text = await runSetupCheck(page);
  const file = join(folder, 'setup-check.txt');
  writeFileSync(file, text);
  const pictures = await screenshots(page, 'setup-check', { folder, widths: [480, 1280] });
  await page.close();
  await portal.close();
  return { text, files: [file, ...pictures] };
}
