import { axe, expect, test } from './fixtures';
import { openPanel } from './harness/panel';
import { DEMO } from '@/test/simulator/tenant/demo-ids';

const northwind = DEMO.organizations.northwind;
const pathOf = (id: string) => `/${northwind}/configurations/${id}`;

test(
  'a page of any configuration names switch and port, or access point and SSID, and follows what is moved',
  { tag: '@long' },
  async ({ extension, simulator }) => {
    await extension.connect();
    await extension.synced();
    const { datto } = simulator.tenant;
    const network = datto.networks.find(({ id }) => id === DEMO.networks.northwind)!;
    const core = network.switches.find(({ id }) => id === DEMO.panel.switch.deviceId)!;
    const { printer, laptop } = DEMO.connections;

    const { page, panel } = await openPanel(extension, pathOf(printer.configurationId));
    const connected = panel.getByRole('region', { name: 'Connected to' });
    await expect(connected).toContainText('port 12 · 1 Gbit/s · PoE 6.4 W of 15 W · VLAN 20');
    expect(await axe(page)).toEqual([]);

    core.ports!['9'] = { ...core.ports!['12']!, vlan: 30 };
    delete core.ports!['12'];
    simulator.requests.clear();
    await page.reload();
    await expect(connected).toContainText('port 9 · 1 Gbit/s · PoE 6.4 W of 15 W · VLAN 30');
    expect(simulator.requests.count({ api: 'datto' })).toBeLessThanOrEqual(2);

    await connected.getByRole('link', { name: core.name }).click();
    await expect(page).toHaveURL(new RegExp(`${DEMO.panel.switch.configurationId}$`));

    const wireless = await openPanel(extension, pathOf(laptop.configurationId));
    const ofLaptop = wireless.panel.getByRole('region', { name: 'Connected to' });
    await expect(async () => {
      await wireless.page.reload();
      await expect(ofLaptop).toContainText('NW-AP01 Lobby · SSID', { timeout: 2_000 });
    }).toPass({ timeout: 15_000 });
  },
);
