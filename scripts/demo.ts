/** `npm run demo`: from two keys to live device panels and documented Wi-Fi networks, on the simulated vendors and a real browser. */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import type { Launched } from '@/test/e2e/harness/launch';
import { Extension } from '@/test/e2e/harness/extension';
import { keysOf } from '@/test/e2e/harness/keys';
import { launch } from '@/test/e2e/harness/launch';
import { iAm } from '@/test/e2e/harness/matching';
import { startSimulator } from '@/test/simulator';
import type { Simulator } from '@/test/simulator';
import { demoTenant } from '@/test/simulator/tenant/demo';
import { DEMO } from '@/test/simulator/tenant/demo-ids';
import { demoField } from './demo/field';
import { matchedPages, takePictures } from './demo/pictures';
import type { MatchedPage } from './demo/pictures';
import { checkContrarySetup, checkSetup } from './demo/setup-check';
import { summary } from './demo/summary';
import { secondTechnician } from './demo/team';
import { documentWireless } from './demo/wireless';
import { findBrowser } from './find-browser';
import { hasDisplay } from './has-display';

const folder = 'demo-output';

let simulator: Simulator | undefined;
let launched: Launched | undefined;
try {
  step('Building the extension');
  build();
  step('Finding a browser');
  const executablePath = findBrowser();
  console.log(executablePath);
  step('Starting the simulated vendors');
  simulator = await startSimulator({ tenant: demoTenant() });
  step('Starting the browser with the production build');
  launched = await launch({ executablePath, args: simulator.chromiumArgs(), headed: hasDisplay });
  const extension = new Extension(launched, keysOf(simulator.tenant));
  step('Connecting through the options page');
  await extension.connect();
  step('Waiting for the first sync');
  const run = await extension.synced();
  console.log(`\n${await summary(extension, run)}`);
  step('Saying who sits at this browser: an administrator');
  await iAm(extension, DEMO.users.administrator);
  rmSync(folder, { recursive: true, force: true });
  step('Switching Auto-Create on in the options');
  const documented = await documentWireless(extension, simulator, folder);
  console.log(`\n${documented.text}`);
  step('Opening a matched configuration of each kind, an unmatched one, and the matching page');
  const pages = await matchedPages(extension);
  const files = [...(await takePictures(extension, pages, folder)), ...documented.files];
  console.log(
    `${files.length} pictures are in ${folder}/:\n${files.map((file) => `  ${file}`).join('\n')}`,
  );
  step('Checking the setup');
  const { organizationId, configurationId } = DEMO.panel.switch;
  const shown = `/${organizationId}/configurations/${configurationId}`;
  const checked = await checkSetup(extension, shown, folder);
  console.log(`\n${checked.text}\n${checked.files.map((file) => `  ${file}`).join('\n')}`);
  step('The same check on an account where half of what is assumed is otherwise');
  const contrary = await checkContrarySetup({ executablePath, headed: hasDisplay }, folder);
  console.log(`\n${contrary.text}\n${contrary.files.map((file) => `  ${file}`).join('\n')}`);
  step('A year on an account that has all of what real ones do, and on each shape of page');
  const field = await demoField({ executablePath, headed: hasDisplay }, folder);
  console.log(`\n${field.text}\n\n${field.files.map((file) => `  ${file}`).join('\n')}`);
  step('A second technician of the company');
  const team = await secondTechnician(
    extension,
    simulator,
    { executablePath, headed: hasDisplay },
    folder,
  );
  console.log(`\n${team.text}\n\n${team.files.map((file) => `  ${file}`).join('\n')}`);
  if (hasDisplay) await leaveOpen(extension, simulator, pages);
} catch (error) {
  console.error(`\nThe demo stopped: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  await launched?.context.close();
  await simulator?.close();
}

function step(text: string): void {
  console.log(`\n${text}…`);
}

function build(): void {
  const { status, stdout, stderr } = spawnSync('npm run --silent build', {
    shell: true,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the build failed.\n${stdout}${stderr}`);
}

/** Leaves the browser to be tried until it is closed. */
async function leaveOpen(
  extension: Extension,
  { portalUrl }: Simulator,
  pages: readonly MatchedPage[],
): Promise<void> {
  for (const { path } of pages) await extension.portal(path);
  console.log(
    [
      '\nThe browser stays open to try; closing it ends the demo.',
      ...pages.map(({ kind, path }) => `  ${kind.padEnd(14)} ${portalUrl}${path}`),
      `  matching       chrome-extension://${extension.id}/matching.html`,
      `  popup          chrome-extension://${extension.id}/popup.html`,
      `  options        chrome-extension://${extension.id}/options.html`,
    ].join('\n'),
  );
  await extension.context.waitForEvent('close', { timeout: 0 });
}
