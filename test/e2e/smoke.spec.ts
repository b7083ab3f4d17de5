import { axe, expect, test } from './fixtures';
import { openPanel } from './harness/panel';

test('the extension starts and its options page opens', async ({ extension }) => {
  expect(await extension.workerRuns()).toBe(true);
  const options = await extension.openOptions();
  await expect(options.getByRole('heading', { name: 'Connection' })).toBeVisible();
  expect(await axe(options)).toEqual([]);
});

test('the portal answers under its own host name', async ({ extension, simulator }) => {
  const [configuration] = simulator.tenant.itglue.configurations.values();
  if (!configuration) throw new Error('The tenant has no configurations.');
  const page = await extension.portal(
    `/${configuration.organizationId}/configurations/${configuration.id}`,
  );
  await expect(page.getByRole('heading', { name: configuration.name })).toBeVisible();
});

test('a stopped worker starts again when a page asks for it', async ({ extension }) => {
  // A worker that is stopped before it was ever ready is one that the browser forgets.
  const first = await extension.openPopup();
  await expect(first.getByText('Not connected')).toBeVisible();
  await first.close();

  await extension.stopWorker();
  expect(await extension.workerRuns()).toBe(false);
  const popup = await extension.openPopup();
  await expect(popup.getByText('Not connected')).toBeVisible();
  expect(await extension.workerRuns()).toBe(true);
  await popup.close();
});

test(
  'a worker that is stopped while a page asks is asked again',
  { tag: '@long' },
  async ({ extension }) => {
    const first = await extension.openPopup();
    await expect(first.getByText('Not connected')).toBeVisible();
    await first.close();
    for (const after of [50, 100, 150, 200, 250]) {
      const tab = await extension.context.newPage();
      const opening = tab.goto(`chrome-extension://${extension.id}/popup.html`);
      await new Promise((resolve) => setTimeout(resolve, after));
      await extension.stopWorker();
      await opening;
      await expect(tab.getByText('Not connected')).toBeVisible();
      await tab.close();
    }
  },
);

test('two keys lead to a sync, and a matched configuration to its device panel', async ({
  extension,
}) => {
  await extension.connect();
  const first = await extension.synced();
  const second = await extension.syncNow();
  expect([first.trigger, second.trigger]).toEqual(['connect', 'manual']);

  await test.step('the badge counts what is unmatched', async () => {
    const [networks, devices, networkMatches, deviceMatches] = await Promise.all([
      extension.readStore('networks'),
      extension.readStore('devices'),
      extension.readStore('networkMatches'),
      extension.readStore('deviceMatches'),
    ]);
    const decided = new Set(networkMatches.map(({ networkId }) => networkId));
    const empty = networks.filter(({ id, withoutDevices }) => withoutDevices && !decided.has(id));
    const unmatched =
      networks.length -
      empty.length +
      devices.length -
      networkMatches.length -
      deviceMatches.length;
    expect(empty.map(({ name }) => name)).toEqual(['Spare parts 2019']);
    expect(unmatched).toBeGreaterThan(0);
    expect(await extension.badge()).toBe(String(unmatched));
  });

  const match = (await extension.readStore('deviceMatches')).find(
    ({ state }) => state === 'matched',
  );
  if (match?.state !== 'matched') throw new Error('Nothing was matched.');
  const device = (await extension.readStore('devices')).find(({ key }) => key === match.deviceKey);
  const { page, panel } = await openPanel(
    extension,
    `/${match.organizationId}/configurations/${match.configurationId}`,
  );
  await expect(panel).toContainText(device?.name ?? '—');
  expect(await axe(page, 'datto-networking-panel')).toEqual([]);

  await test.step('the options show one section at a time, by address, Back, search and keyboard', async () => {
    const page = await extension.openOptions('sync');
    const shown = page.locator('main > section:visible h2');
    await expect(shown).toHaveText(['Sync']);
    await page.getByRole('link', { name: 'Connection', exact: true }).click();
    await page.getByRole('button', { name: 'Replace IT Glue API key' }).click();
    await page.getByLabel('IT Glue API key', { exact: true }).fill('half a key');
    await page.getByRole('searchbox').fill('automatic');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('Automatic sync')).toBeFocused();
    await expect(page).toHaveURL(/#sync\/automatic-sync$/);
    await expect(shown).toHaveText(['Sync']);
    await page.goBack();
    await expect(shown).toHaveText(['Connection']);
    await expect(page.getByLabel('IT Glue API key', { exact: true })).toHaveValue('half a key');
    for (const section of await page.getByRole('navigation').getByRole('link').all()) {
      await section.press('Enter');
      await expect(shown).toHaveText([(await section.innerText()).trim()]);
      await expect(section).toHaveAttribute('aria-current', 'page');
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      expect(await axe(page), await section.innerText()).toEqual([]);
    }
    await page.close();
  });
});
