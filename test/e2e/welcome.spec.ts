import type { Locator } from '@playwright/test';
import { DEMO } from '@/test/simulator/tenant/demo-ids';
import { axe, expect, test } from './fixtures';
import { Extension } from './harness/extension';
import { keysOf } from './harness/keys';
import { launch } from './harness/launch';
import { panelOn } from './harness/panel';

test('a newcomer comes from the installation to a panel with three clicks and four pastes at most', async ({
  simulator,
  headless,
}) => {
  const launched = await launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '',
    args: simulator.chromiumArgs(),
    headed: !headless,
    welcome: 'keep',
  });
  const { context } = launched;
  try {
    const keys = keysOf(simulator.tenant);
    const extension = new Extension(launched, keys);
    const isWelcome = () => context.pages().find((page) => page.url().endsWith('/welcome.html'));
    await expect.poll(() => Boolean(isWelcome()), { timeout: 60_000 }).toBe(true);
    const welcome = isWelcome()!;
    await expect(welcome.getByLabel('Datto public key', { exact: true })).toBeVisible();
    expect(await axe(welcome)).toEqual([]);
    let clicks = 0;
    let pastes = 0;
    const click = async (what: Locator) => {
      clicks += 1;
      await what.click();
    };
    const paste = async (label: string, text: string) => {
      pastes += 1;
      await welcome.getByLabel(label, { exact: true }).fill(text);
    };

    const { organizationId, configurationId } = DEMO.panel.switch;
    const path = `/${organizationId}/configurations/${configurationId}?user=Ada+Lindqvist`;
    const portal = await extension.portal(path);
    await test.step('a page of the portal says quietly that keys are missing', async () => {
      const line = panelOn(portal);
      await expect(line).toContainText('Enter your Datto and IT Glue keys');
      expect(await axe(portal, 'datto-networking-panel')).toEqual([]);
      await line.getByRole('button', { name: 'Enter keys' }).click();
      await expect.poll(() => context.pages().length).toBeLessThanOrEqual(3);
    });

    await test.step('it can be left, and the popup leads back to it', async () => {
      const popup = await extension.openPopup();
      await popup.getByRole('button', { name: 'Enter keys' }).click();
      await expect(welcome.getByLabel('Datto public key', { exact: true })).toBeVisible();
    });

    await paste('Datto public key', keys.dattoPublicKey);
    await paste('Datto secret key', 'not this one');
    await expect(welcome.getByLabel('Datto secret key', { exact: true })).toHaveAttribute(
      'aria-invalid',
      'true',
    );
    pastes -= 1;
    await paste('Datto secret key', keys.dattoSecretKey);
    await expect(welcome.getByText('Datto accepts this key pair.')).toBeVisible();
    await paste('IT Glue API key', keys.itGlueApiKey);
    const subdomain = welcome.getByLabel('IT Glue subdomain', { exact: true });
    if ((await subdomain.inputValue()) === '') await paste('IT Glue subdomain', keys.subdomain);
    await expect(welcome.getByText('IT Glue accepts this key.')).toBeVisible();
    expect(await extension.readStore('runs')).toEqual([]);
    await click(welcome.getByRole('button', { name: 'Connect', exact: true }));

    await expect(welcome.getByText('You are signed in to IT Glue as Ada Lindqvist')).toBeVisible({
      timeout: 90_000,
    });
    await click(welcome.getByRole('button', { name: 'Yes, this is me' }));
    await expect(welcome.getByText(/IT Glue shows you as Ada Lindqvist/)).toBeVisible();
    const opened = context.waitForEvent('page');
    const link = welcome.getByRole('link', { name: /^Open .* in IT Glue$/ });
    await expect(link).toBeVisible({ timeout: 90_000 });
    expect(await axe(welcome)).toEqual([]);
    await click(link);
    const page = await opened;
    await expect(panelOn(page)).toContainText('Firmware', { timeout: 60_000 });
    expect(clicks).toBeLessThanOrEqual(3);
    expect(pastes).toBeLessThanOrEqual(4);

    await test.step('the options know who sits here, and why', async () => {
      await page.close();
      const options = await extension.openOptions('access');
      await expect(options.getByText(/IT Glue shows you as Ada Lindqvist/)).toBeVisible();
      await expect(options.getByLabel('I am', { exact: true })).toBeHidden();
      expect(await axe(options)).toEqual([]);
    });
  } finally {
    await context.close();
  }
});
