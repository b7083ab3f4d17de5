import { axe, expect, test } from './fixtures';
import { fieldsOf } from './harness/fields';
import { isolatedWorld } from './harness/isolated-world';
import { openPanel } from './harness/panel';
import { DEMO } from '@/test/simulator/tenant/demo-ids';

const { organizationId, configurationId, deviceId } = DEMO.panel.accessPoint;
const path = `/${organizationId}/configurations/${configurationId}`;
const asked = { api: 'datto', path: `/node/${deviceId}` } as const;

test('a panel says what keeps it from being current, counts down, and asks again by itself', async ({
  extension,
  simulator,
}) => {
  test.setTimeout(120_000);
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
    await expect(panel).toContainText(/Datto asks to wait a little\. Asked again in [5-8] seconds/);
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
});

test('a panel that nobody looks at asks nothing, and asks when it is looked at again', async ({
  extension,
  simulator,
}) => {
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
});
