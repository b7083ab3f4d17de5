import { axe, expect, test } from './fixtures';

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
  await extension.stopWorker();
  expect(await extension.workerRuns()).toBe(false);
  const popup = await extension.openPopup();
  await expect(popup.getByText('Not connected')).toBeVisible();
  expect(await extension.workerRuns()).toBe(true);
});
