import { axe, expect, test } from './fixtures';
import { iAm } from './harness/matching';
import { openPanel } from './harness/panel';
import { DEMO } from '@/test/simulator/tenant/demo-ids';

test("a switch's page shows its front of any size, by keyboard too, and follows a printer to another port", async ({
  extension,
  simulator,
}) => {
  await extension.connect();
  await extension.synced();
  const network = simulator.tenant.datto.networks.find(({ id }) => id === DEMO.networks.northwind)!;
  const core = network.switches.find(({ id }) => id === DEMO.panel.switch.deviceId)!;
  core.trunks = 2;

  const { organizationId, configurationId } = DEMO.panel.switch;
  simulator.requests.clear();
  const { page, panel } = await openPanel(
    extension,
    `/${organizationId}/configurations/${configurationId}`,
  );
  const map = panel.getByRole('region', { name: 'Ports' });
  const port = (number: number) => map.getByRole('tab', { name: new RegExp(`^Port ${number},`) });
  await expect(map.getByRole('tab')).toHaveCount(30);
  expect(simulator.requests.count({ api: 'datto', path: `/switch/${core.id}` })).toBe(1);
  await expect(port(12)).toHaveAccessibleName(
    'Port 12, Up, 1 Gbit/s, PoE 6.4 W of 15 W, VLAN 20, NWT-MFP-2F',
  );
  await expect(port(16)).toHaveAccessibleName(/, [^,]+, 1 more behind it$/);

  await port(1).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  const details = map.getByRole('tabpanel', { name: 'Port 7' });
  await expect(details).toContainText(/Unknown device B8:27:EB:10:20:30 · Raspberry/i);
  await port(12).hover();
  await expect(map.getByRole('link', { name: 'NWT-MFP-2F' })).toBeVisible();
  expect(await axe(page)).toEqual([]);

  await map.getByRole('button', { name: /^Unknown device/ }).click();
  await map.getByRole('button', { name: 'Table' }).click();
  await expect(map.getByRole('row')).toContainText(['Port', 'Port 7']);
  expect(await axe(page)).toEqual([]);

  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await panel.getByRole('button', { name: 'Copy MAC' }).first().focus();
  await page.keyboard.press('Enter');
  await expect(panel.getByText('Copied')).toBeVisible();
  expect(await clipboard()).toBe(core.mac);
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await panel.getByText(core.mac).first().dblclick();
  await page.keyboard.press('ControlOrMeta+c');
  expect(await clipboard()).toBe(core.mac);

  await iAm(extension, DEMO.users.administrator);
  await page.reload();
  await port(7).click();
  await map.getByRole('button', { name: 'Create Configuration' }).click();
  await map.getByRole('textbox', { name: 'Name' }).fill('Signage 2F');
  await map.getByRole('combobox', { name: 'Type' }).selectOption('Local Printer');
  expect(await axe(page)).toEqual([]);
  await map.getByRole('button', { name: 'Create Configuration' }).click();
  await expect(map.getByRole('link', { name: 'Signage 2F' })).toBeVisible();

  core.ports!['9'] = core.ports!['12']!;
  delete core.ports!['12'];
  core.total_ports = 52;
  await page.reload();
  await expect(map.getByRole('tab')).toHaveCount(54);
  await expect(port(9)).toHaveAccessibleName(/NWT-MFP-2F$/);
  await expect(port(12)).not.toHaveAccessibleName(/NWT-MFP-2F/);

  core.total_ports = 24;
  core.trunks = 0;
  await page.setViewportSize({ width: 360, height: 800 });
  await page.reload();
  await expect(map.getByRole('tab')).toHaveCount(24);
  expect(await axe(page)).toEqual([]);
  const [wide, shown] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return [scrollWidth, clientWidth];
  });
  expect(wide).toBeLessThanOrEqual(shown);
});
