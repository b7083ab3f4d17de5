import { DEMO } from '@/test/simulator/tenant/demo-ids';
import { axe, expect, test } from './fixtures';
import { openPanel } from './harness/panel';

const pathOf = (id: string) => `/${DEMO.organizations.northwind}/configurations/${id}`;

test('an access point’s history finds an outage and names its clients, a strip’s has its outlets’ watts, by one request each', async ({
  extension,
  simulator,
}) => {
  await extension.connect();
  await extension.synced();
  const { datto } = simulator.tenant;
  const network = datto.networks.find(({ id }) => id === DEMO.networks.northwind)!;
  const point = network.nodes.find(({ id }) => id === DEMO.panel.accessPoint.deviceId)!;
  /** An hour ago, at a sample. */
  const sample = 5 * 60_000;
  const to = Math.floor(Date.now() / sample) * sample - 60 * 60_000;
  const iso = (at: number) => new Date(at).toISOString().replace(/\.\d+Z/, 'Z');
  point.outages = [{ from: iso(to - 9 * sample), to: iso(to) }];

  const { page, panel } = await openPanel(
    extension,
    pathOf(DEMO.panel.accessPoint.configurationId),
  );
  const ask = () => simulator.requests.count({ api: 'datto' });
  /** Waits until the panel has asked for its own values. */
  const quiet = async () => {
    let before = -1;
    await expect.poll(() => before === (before = ask()), { intervals: [800] }).toBe(true);
    simulator.requests.clear();
  };
  await quiet();
  await panel.getByRole('button', { name: 'History' }).click();
  const history = panel.getByRole('region', { name: 'History' });
  await expect(history.getByRole('img')).toBeVisible();
  const [from, until] = await page.evaluate(
    (times) =>
      times.map((at) =>
        new Date(at).toLocaleTimeString('en', {
          hour: '2-digit',
          minute: '2-digit',
          hourCycle: 'h23',
        }),
      ),
    [to - 9 * sample, to],
  );
  await expect(
    history.getByText(new RegExp(`^Down .*${from} to .*${until} \\(45m\\)$`)),
  ).toBeVisible();
  expect(ask()).toBe(1);

  await history.getByRole('button', { name: 'Show clients' }).click();
  await expect(history.getByRole('link', { name: 'NWT-LAP-07' })).toHaveAttribute(
    'href',
    pathOf(DEMO.connections.laptop.configurationId),
  );
  expect(ask()).toBe(2);
  // What is kept is not asked for again, in another tab neither.
  await history.getByRole('button', { name: 'Refresh history' }).click();
  await expect(history.locator('[aria-busy="true"]')).toHaveCount(0);
  expect(ask()).toBe(2);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await axe(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 800 });
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);

  const strip = await openPanel(extension, pathOf(DEMO.panel.managedPower.configurationId));
  await quiet();
  await strip.panel.getByRole('button', { name: 'History' }).click();
  const ofStrip = strip.panel.getByRole('region', { name: 'History' });
  const slider = ofStrip.getByRole('slider', { name: 'Power by outlet' });
  await expect(slider).toHaveAttribute('aria-valuetext', / W/);
  const before = await slider.getAttribute('aria-valuetext');
  await slider.press('ArrowLeft');
  await expect(slider).not.toHaveAttribute('aria-valuetext', before ?? '');
  expect(ask()).toBe(1);
  expect(await axe(strip.page)).toEqual([]);
});
