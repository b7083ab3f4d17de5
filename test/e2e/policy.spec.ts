import { cpSync } from 'node:fs';
import { DEMO } from '@/test/simulator/tenant/demo-ids';
import { axe, expect, test } from './fixtures';
import { Extension } from './harness/extension';
import { keysOf } from './harness/keys';
import { buildFolder, launch } from './harness/launch';
import { panelOn } from './harness/panel';
import { extensionIdOf, machinePolicy } from './harness/policy';

const passphrase = 'nine quiet ferries';

/** The browser looks at the machine's policies some seconds after they changed. */
const soon = { timeout: 60_000 };

test(
  'a company sets keys, schedule and passphrase by its policy: no key is asked for, none is used before the passphrase, and a change counts while the browser runs',
  { tag: '@long' },
  async ({ simulator, headless }, testInfo) => {
    // Its own copy has its own id, so that no other test has this policy.
    const build = testInfo.outputPath('build');
    cpSync(buildFolder, build, { recursive: true });
    const policy = machinePolicy(extensionIdOf(build));
    if (typeof policy === 'string') return test.skip(true, policy);
    const { region, subdomain, ...keys } = keysOf(simulator.tenant);
    const tenant = { region, subdomain, ...keys };
    try {
      policy.set({ ...tenant, region: 'uk', passphraseRequired: true });
      const launched = await launch({
        executablePath: process.env['CHROMIUM_PATH'] ?? '',
        args: simulator.chromiumArgs(),
        headed: !headless,
        build,
        welcome: 'keep',
      });
      const extension = new Extension(launched, keysOf(simulator.tenant));

      await test.step('nothing leads to a form for keys: no first run, no word of it in popup or portal', async () => {
        const popup = await extension.openPopup();
        await expect(popup.getByRole('button', { name: 'Options' })).toBeVisible();
        await expect(popup.getByRole('button', { name: 'Enter keys' })).toHaveCount(0);
        await popup.close();
        const { organizationId, configurationId } = DEMO.panel.switch;
        const portal = await extension.portal(
          `/${organizationId}/configurations/${configurationId}`,
        );
        await expect(portal.getByRole('heading').first()).toBeVisible();
        const urls = launched.context.pages().map((page) => page.url());
        expect(urls.filter((url) => url.endsWith('/welcome.html'))).toEqual([]);
        await expect(panelOn(portal)).toHaveCount(0);
        await portal.close();
      });

      const options = await extension.openOptions();
      await expect(options.getByText('region cannot be uk.')).toBeVisible();
      await expect(options.getByText('Set by your organization')).toHaveCount(4);
      // The region, and the passphrase twice: no field of a key.
      await expect(options.locator('#connection :is(input, select):not(:disabled)')).toHaveCount(3);
      expect(await axe(options)).toEqual([]);

      policy.set({ ...tenant, syncEveryHours: 6, passphraseRequired: true });
      await expect(options.getByText('region cannot be uk.')).toHaveCount(0, soon);
      expect(simulator.requests.all().filter(({ api }) => api !== 'portal')).toEqual([]);
      await options.getByLabel('New passphrase', { exact: true }).fill(passphrase);
      await options.getByLabel('New passphrase, again').fill(passphrase);
      await options.getByRole('button', { name: 'Connect', exact: true }).click();
      await expect(options.getByText(/^Connected\./)).toBeVisible(soon);
      await extension.synced();
      await expect(options.getByRole('button', { name: /^(Replace|Disconnect)/ })).toHaveCount(0);
      await expect(options.getByRole('button', { name: 'Remove passphrase' })).toHaveCount(0);
      const text = await options.locator('body').innerText();
      for (const key of Object.values(keys)) expect(text).not.toContain(key);
      const goTo = (name: string) => options.getByRole('link', { name, exact: true }).click();
      await goTo('Sync');
      await expect(options.getByLabel('Automatic sync')).toHaveValue('6');
      await expect(options.getByLabel('Automatic sync')).toBeDisabled();

      policy.remove();
      await expect(options.getByLabel('Automatic sync')).toBeEnabled(soon);
      await goTo('Connection');
      await expect(options.getByRole('button', { name: 'Disconnect' })).toBeVisible();
      await goTo('Activity');
      await expect(
        options.locator('#activity').getByText('Policy of the organization').first(),
      ).toBeVisible();
      await extension.context.close();
    } finally {
      policy.remove();
    }
  },
);
