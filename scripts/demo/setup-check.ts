import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Extension } from '@/test/e2e/harness/extension';
import { keysOf } from '@/test/e2e/harness/keys';
import { launch } from '@/test/e2e/harness/launch';
import { openPanel } from '@/test/e2e/harness/panel';
import { screenshots } from '@/test/e2e/harness/screenshots';
import { openSetupCheck, runSetupCheck } from '@/test/e2e/harness/setup-check';
import { contraryTenant } from '@/test/setup-check/tenants';
import { startSimulator } from '@/test/simulator';
import { FIELD } from '@/test/simulator/tenant/field-ids';

/**
 * Runs the setup check beside an open configuration's page; saves its report and pictures of its page.
 * @param name what its files are called
 */
export async function checkSetup(
  extension: Extension,
  path: string,
  folder: string,
  name = 'setup-check',
): Promise<{ readonly text: string; readonly files: readonly string[] }> {
  const { page: portal } = await openPanel(extension, path);
  const page = await openSetupCheck(extension);
  const text = await runSetupCheck(page);
  const file = join(folder, `${name}.txt`);
  writeFileSync(file, text);
  const pictures = await screenshots(page, name, { folder, widths: [480, 1280] });
  await page.close();
  await portal.close();
  return { text, files: [file, ...pictures] };
}

/** The same on an account where half of what is assumed is otherwise. */
export async function checkContrarySetup(
  browser: { readonly executablePath: string; readonly headed: boolean },
  folder: string,
): Promise<{ readonly text: string; readonly files: readonly string[] }> {
  const simulator = await startSimulator({ tenant: contraryTenant() });
  const launched = await launch({ ...browser, args: simulator.chromiumArgs() });
  try {
    const extension = new Extension(launched, keysOf(simulator.tenant));
    await extension.connect();
    await extension.synced();
    const { organizations, devices } = FIELD;
    const path = `/${organizations.harbor}/configurations/${devices.switch.configurationId}`;
    return await checkSetup(extension, path, folder, 'setup-check-contrary');
  } finally {
    await launched.context.close();
    await simulator.close();
  }
}
