import { axe, expect, test } from './fixtures';
import { ready } from './harness/matching';
import { openPanel } from './harness/panel';
import { recordPath, switchAutoCreate } from './harness/wireless';
import { DEMO } from '@/test/simulator/tenant/demo-ids';

test(
  "a record's page says that it is managed, since when, and where to change it",
  { tag: '@long' },
  async ({ extension, simulator }) => {
    const { tenant } = simulator;
    await ready(extension);
    await switchAutoCreate(extension, true);
    const path = recordPath(tenant, DEMO.ssids.longKey);
    const { page, panel } = await openPanel(extension, `${path}?rerender=200`);
    await expect(panel).toContainText('This record is managed by Datto Networking for IT Glue.');
    await expect(panel).toContainText(/Synced (now|\d+ minutes? ago)/);
    await expect(panel).toContainText(
      'Edits here are overwritten; change the network in Datto Network Manager',
    );
    await expect(panel.locator('bdi')).toHaveText(['northwind  traders', 'Northwind']);
    expect(await axe(page)).toEqual([]);
    await page.waitForTimeout(2000);
    await expect(panel).toHaveCount(1);

    const opened = page.context().waitForEvent('page');
    await panel.getByRole('button', { name: 'Open options' }).click();
    expect((await opened).url()).toContain('/options.html#auto-create');

    // To another record, to a configuration and back, without reloading; then to one that is not managed.
    const go = (to: string) =>
      page.evaluate((address) => {
        history.pushState(null, '', address);
        dispatchEvent(new PopStateEvent('popstate'));
      }, to);
    await go(recordPath(tenant, DEMO.ssids.html));
    await expect(panel.locator('bdi').last()).toHaveText('<i>Café</i>');
    await go(`/2/configurations/${DEMO.panel.switch.configurationId}`);
    await expect(panel.getByText('Model')).toBeVisible();
    await go(path);
    await expect(panel.locator('bdi').last()).toHaveText('Northwind');
    const { typeId, recordId } = DEMO.email;
    await go(`/${DEMO.organizations.owner}/assets/${typeId}-email/records/${recordId}`);
    await expect(panel).toHaveCount(0);
    await page.waitForTimeout(500);
    await expect(panel).toHaveCount(0);

    delete tenant.datto.networks.find(({ id }) => id === DEMO.networks.northwind)!.ssids[1];
    await extension.syncNow();
    const gone = await openPanel(extension, path);
    await expect(gone.panel).toContainText('no Wi-Fi key to document any more');
    expect(await axe(gone.page)).toEqual([]);
    await switchAutoCreate(extension, false);
    await gone.page.reload();
    await expect(gone.panel).toContainText('no longer kept current');
  },
);
