import type { Page } from '@playwright/test';
import { axe, expect, test } from './fixtures';
import type { Extension } from './harness/extension';
import { fieldsOf } from './harness/fields';
import { isolatedWorld } from './harness/isolated-world';
import { openPanel } from './harness/panel';
import { DEMO } from '@/test/simulator/tenant/demo-ids';

const { organizationId, configurationId, deviceId } = DEMO.panel.accessPoint;
const path = `/${organizationId}/configurations/${configurationId}`;
const asked = { api: 'datto', path: `/node/${deviceId}` } as const;

test(
  'a panel says what keeps it from being current, counts down, and asks again by itself',
  { tag: '@long' },
  async ({ extension, simulator }) => {
    await extension.connect();
    await extension.synced();
    const node = simulator.tenant.datto.networks
      .flatMap(({ nodes }) => nodes)
      .find(({ id }) => id === deviceId)!;
    const { page, panel } = await openPanel(extension, path);
    await expect(panel.getByText('Updated now')).toBeVisible();
    const refresh = panel.getByRole('button', { name: 'Refresh' });

    await test.step('Datto asks to wait: said at once, counted down, asked again when it is over', async () => {
      node.active_clients = 41;
      simulator.faults.add({ ...asked, kind: 'too-many-requests', retryAfterSeconds: 8 });
      await refresh.click();
      await expect(panel).toContainText(
        /Datto asks to wait a little\. Asked again in [5-8] seconds/,
      );
      await expect(panel).toContainText('Values from now');
      expect(await axe(page)).toEqual([]);
      // The button answers, and Datto is left alone.
      simulator.requests.clear();
      await refresh.click();
      await expect(panel).toContainText(/Asked again in [3-7] seconds/);
      expect(simulator.requests.count(asked)).toBe(0);
      await expect
        .poll(async () => (await fieldsOf(panel))['Clients'], { timeout: 15_000 })
        .toBe('41');
      await expect(panel.getByText('Updated now')).toBeVisible();
    });

    await test.step('no connection: asked again as soon as the browser is online again', async () => {
      const fault = simulator.faults.add({ ...asked, kind: 'reset', times: Infinity });
      await refresh.click();
      await expect(panel).toContainText('No connection to Datto.');
      await expect(panel).toContainText(/Asked again in \d+ seconds/);
      fault.remove();
      node.active_clients = 42;
      await extension.context.setOffline(true);
      await extension.context.setOffline(false);
      await expect.poll(async () => (await fieldsOf(panel))['Clients']).toBe('42');
      await expect(panel.getByRole('button', { name: 'Retry' })).toBeHidden();
    });

    await test.step('no answer: said after eight seconds, and Refresh asks anew', async () => {
      node.active_clients = 43;
      const held = simulator.faults.add({ ...asked, kind: 'hang' });
      await refresh.click();
      await held.reached;
      await expect(panel).toContainText('No answer yet.', { timeout: 12_000 });
      await refresh.click();
      await expect.poll(async () => (await fieldsOf(panel))['Clients']).toBe('43');
      held.remove();
    });

    await test.step('the extension is updated: said with its age, and the page is reloaded', async () => {
      const options = await extension.openOptions();
      await expect(panel.getByText('Updated now')).toBeVisible();
      await reloadExtension(extension);
      await expect(panel).toContainText('The extension was updated while this page was open');
      await expect(panel).toContainText(/What it shows was read at \d/);
      await expect(panel.getByText('Updated now')).toHaveCount(0);
      await expect(panel.getByRole('button', { name: 'Refresh' })).toHaveCount(0);
      expect((await fieldsOf(panel))['Clients']).toBe('43');
      expect(await axe(page)).toEqual([]);
      // A page of the extension is closed by the browser, so none is left to say it.
      expect(options.isClosed()).toBe(true);
      await navigateTo(page, `/${organizationId}/configurations/${configurationId}1`);
      await expect(panel).toContainText('The extension was updated');
      await expect(panel).not.toContainText('was read at');
      const reloaded = page.waitForEvent('domcontentloaded');
      // It decides nothing, so that it takes a click at once.
      await panel.getByRole('button', { name: 'Reload page' }).click();
      await reloaded;
    });
  },
);

/** As an update does, with the options open: the extension's code is gone from under every page. */
async function reloadExtension({ context, id }: Extension): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  const isOpen = () => context.pages().some((one) => one.url().includes(`//${id}/options.html`));
  // A busy browser may take the request and do nothing.
  await expect(async () => {
    await page.evaluate(
      `chrome.developerPrivate.reload(${JSON.stringify(id)}, { failQuietly: true })`,
    );
    await expect.poll(isOpen, { timeout: 5000 }).toBe(false);
  }).toPass();
  await page.close();
}

/** As the portal does, without loading a page. */
const navigateTo = (page: Page, path: string) =>
  page.evaluate((to) => history.pushState(null, '', to), path);

test(
  'a panel that nobody looks at asks nothing, and asks when it is looked at again',
  { tag: '@long' },
  async ({ extension, simulator }) => {
    await extension.connect();
    await extension.synced();
    const { page, panel } = await openPanel(extension, path);
    await expect(panel.getByText('Updated now')).toBeVisible();
    simulator.faults.add({ ...asked, kind: 'too-many-requests', retryAfterSeconds: 5 });
    await panel.getByRole('button', { name: 'Refresh' }).click();
    await expect(panel).toContainText('Datto asks to wait a little.');
    const world = await isolatedWorld(page, extension.id);
    await world.see('hidden');
    simulator.requests.clear();
    await page.waitForTimeout(7_000);
    expect(simulator.requests.count(asked)).toBe(0);
    await world.see('visible');
    await expect.poll(() => simulator.requests.count(asked)).toBe(1);
    await expect(panel.getByText('Updated now')).toBeVisible();
  },
);
