import { DEMO } from '@/test/simulator/tenant/demo-ids';
import { axe, expect, screenshots, test } from './fixtures';
import { openPanel } from './harness/panel';
import { openSetupCheck, runSetupCheck } from './harness/setup-check';

const { organizationId, configurationId } = DEMO.panel.switch;

test('the setup check looks at every assumption, only reading, and its report can be copied', async ({
  extension,
  simulator,
}) => {
  await extension.connect();
  await extension.synced();
  await openPanel(extension, `/${organizationId}/configurations/${configurationId}`);
  simulator.requests.clear();
  const page = await openSetupCheck(extension);
  const report = await runSetupCheck(page);

  expect(simulator.requests.writes()).toEqual([]);
  // The simulated account answers no page of 1000 in time.
  expect(report).toMatch(/^itglue-page-size \(reference\): differs .*page\[size\]=250 answered/m);
  expect(report).toMatch(/^itglue-sort-id \(reference\): holds/m);
  expect(report).toMatch(/^portal-page \(assumed\): holds .*panel named/m);
  expect(report).toMatch(/^portal-place \(assumed\): holds/m);
  expect(report).not.toMatch(/northwind|NW-SW01|contoso/i);
  await expect(page.getByRole('img', { name: /^Where the panel stands/ })).toBeVisible();

  await test.step('what was seen is still there when the page is opened again', async () => {
    await page.reload();
    await expect(page.getByText(/^\d+ hold, \d+ differ/)).toBeVisible();
  });
  for (const width of [320, 480, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(over, `sideways at ${width}`).toBeLessThanOrEqual(0);
    expect(await axe(page)).toEqual([]);
  }
  await screenshots(page, 'setup-check', { widths: [480, 1280] });
});

test(
  'the setup check is driven by keyboard, and stopped',
  { tag: '@long' },
  async ({ extension, simulator }) => {
    await extension.connect();
    await extension.synced();
    const options = await extension.openOptions();
    await options.getByRole('link', { name: 'Check setup' }).first().click();
    await expect(options.getByRole('heading', { name: 'Setup check' })).toBeVisible();
    const hanging = simulator.faults.add({ kind: 'hang', api: 'datto', path: '/time' });
    await options.getByRole('button', { name: 'Check all' }).focus();
    await options.keyboard.press('Enter');
    await expect(options.getByText('Checking 2 of')).toBeVisible();
    await options.getByRole('button', { name: 'Stop' }).focus();
    await options.keyboard.press('Enter');
    await expect(options.getByText(/^Stopped\. 1 hold/)).toBeVisible();
    hanging.release();
  },
);

test(
  'the vendor’s own integration is said once it was noticed',
  { tag: '@long' },
  async ({ extension, simulator }) => {
    simulator.tenant.itglue.dattoLinks.set('1', {
      id: '1',
      configurationId,
      name: 'NW-SW01',
      macAddress: '00:00:5e:00:53:01',
      remoteId: 1,
    });
    await extension.connect();
    await extension.synced();
    await runSetupCheck(await openSetupCheck(extension));
    const popup = await extension.openPopup();
    await expect(popup.getByText(/own Networking integration runs/)).toBeVisible();
    await expect(popup.getByRole('link', { name: 'Check setup' })).toBeVisible();
    const options = await extension.openOptions();
    await expect(options.getByText(/own Networking integration runs/)).toBeVisible();
  },
);
