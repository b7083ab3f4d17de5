import { axe, expect, test } from './fixtures';
import { fieldsOf } from './harness/fields';
import { openPanel, panelOn } from './harness/panel';
import { DEMO } from '@/test/simulator/tenant/demo-ids';

const pathOf = ({
  organizationId,
  configurationId,
}: {
  organizationId: string;
  configurationId: string;
}) => `/${organizationId}/configurations/${configurationId}`;

const common = [
  'Name',
  'MAC',
  'IP',
  'Status',
  'Model',
  'Serial Number',
  'Firmware',
  'Last Checkin',
].concat('Uptime', 'Description', 'End of Sale', 'End of Life', 'Subscription End');

/** The field table of each kind, with what the demo tenant's device has in its own fields. */
const kinds = [
  {
    kind: 'access point',
    at: DEMO.panel.accessPoint,
    own: {
      Clients: /^23$/,
      Channels: /^\d+ \(2\.4 GHz, HT20\) · \d+ \(5 GHz, HT40\+\)$/,
      Neighbors: /-47 dBm, 2\.4 GHz; -57 dBm, 5 GHz/,
      'Latitude/Longitude': /°/,
      Uptime: /^21d 15h$/,
      'Serial Number': /A1234567890/,
    },
  },
  {
    kind: 'switch',
    at: DEMO.panel.switch,
    own: {
      'Ports (Active/Total)': /^17\/28$/,
      'Power (Available/Total)': /^212\/370 W$/,
      'Gateway IP': /^192\.168\./,
      'Serial Number': /SN-FROM-STICKER/,
    },
  },
  {
    kind: 'managed power',
    at: DEMO.panel.managedPower,
    own: {
      'Surge Protection': /^active$/,
      Voltage: /^\d{3} V$/,
      'Enabled Ports': /^\d\/\d$/,
      'Connection Type': /^wired$/,
    },
  },
  { kind: 'router', at: DEMO.panel.router, own: { 'LTE Status': /^standby$/, Model: /D200/ } },
] as const;

test('the panel shows every field of each of the four kinds of device', async ({ extension }) => {
  await extension.connect();
  await extension.synced();
  for (const { kind, at, own } of kinds) {
    const { page, panel } = await openPanel(extension, pathOf(at));
    await expect(panel.getByText('Updated now')).toBeVisible();
    for (const [label, value] of Object.entries(own))
      await expect
        .poll(async () => (await fieldsOf(panel))[label], `${kind}: ${label}`)
        .toMatch(value);
    const fields = await fieldsOf(panel);
    for (const label of common) expect(Object.keys(fields), kind).toContain(label);
    for (const label of [
      'Name',
      'MAC',
      'IP',
      'Status',
      'Model',
      'Firmware',
      'Last Checkin',
      'Uptime',
    ])
      expect(fields[label], `${kind}: ${label}`).not.toMatch(/^(—|0|)$/);
    expect(await axe(page), kind).toEqual([]);
    await page.close();
  }
});

test('the panel asks Datto for the device as the page loads, and updates in place', async ({
  extension,
  simulator,
}) => {
  await extension.connect();
  await extension.synced();
  const node = simulator.tenant.datto.networks
    .flatMap(({ nodes }) => nodes)
    .find(({ id }) => id === DEMO.panel.accessPoint.deviceId)!;
  node.firmware_version = '7.1.99-live';
  node.active_clients = 41;
  const held = simulator.faults.add({
    kind: 'hang',
    api: 'datto',
    path: `/node/${node.id}`,
  });
  const { page, panel } = await openPanel(extension, pathOf(DEMO.panel.accessPoint));
  await held.reached;
  expect((await fieldsOf(panel))['Firmware']).not.toBe('7.1.99-live');
  // The portal replaces its content once more after the first paint; from then on nothing may move.
  await page.waitForTimeout(800);
  const before = await page.getByRole('tab', { name: 'Overview' }).boundingBox();
  held.release();
  await expect.poll(async () => (await fieldsOf(panel))['Firmware']).toBe('7.1.99-live');
  expect((await fieldsOf(panel))['Clients']).toBe('41');
  await expect(panel.locator('[data-changed] dt', { hasText: 'Firmware' })).toBeVisible();
  expect(await page.getByRole('tab', { name: 'Overview' }).boundingBox()).toEqual(before);
});

test('when Datto fails the stored values stay, with the reason and Retry', async ({
  extension,
  simulator,
}) => {
  await extension.connect();
  await extension.synced();
  const fault = simulator.faults.add({
    kind: 'answer',
    api: 'datto',
    path: /^\/switch\/\d+$/,
    times: Infinity,
    status: 404,
    body: { errors: [{ code: 12000, message: 'Not found', context: '', values: {} }] },
  });
  const { panel } = await openPanel(extension, pathOf(DEMO.panel.switch));
  const retry = panel.getByRole('button', { name: 'Retry' });
  await expect(retry).toBeVisible();
  expect((await fieldsOf(panel))['Ports (Active/Total)']).toBe('17/28');
  fault.remove();
  await retry.click();
  await expect(retry).toBeHidden();
  await expect(panel.getByText('Updated now')).toBeVisible();
});

test(
  'the panel survives the portal re-rendering its page',
  { tag: '@long' },
  async ({ extension }) => {
    await extension.connect();
    await extension.synced();
    const { page, panel } = await openPanel(extension, `${pathOf(DEMO.panel.router)}?rerender=200`);
    await page.waitForTimeout(3000);
    await expect(panel).toHaveCount(1);
    await expect(panel).toBeVisible();
    await page.getByRole('tab', { name: 'Revisions' }).click();
    await expect(panel).toBeVisible();
    await page.getByRole('button', { name: 'Refresh', exact: true }).first().click();
    await expect(panel).toHaveCount(1);
    expect((await fieldsOf(panel))['LTE Status']).toBe('standby');
  },
);

test("after navigating without reload the old device's values never show on the new page", async ({
  extension,
  simulator,
}) => {
  await extension.connect();
  await extension.synced();
  const { page, panel } = await openPanel(extension, pathOf(DEMO.panel.accessPoint));
  await expect(panel.getByText('NW-AP01 Lobby')).toBeVisible();
  // The old page's live answer comes late, after the new page is there.
  const late = simulator.faults.add({
    kind: 'hang',
    api: 'datto',
    path: `/node/${DEMO.panel.accessPoint.deviceId}`,
  });
  await panel.getByRole('button', { name: /Refresh/ }).click();
  await late.reached;
  await page.evaluate(() => {
    const seen: string[] = [];
    (window as unknown as { seen: string[] }).seen = seen;
    const look = () => {
      for (const host of document.querySelectorAll('*'))
        if (host.shadowRoot && location.pathname.endsWith('/100002'))
          // Not its ports, on one of which the access point hangs.
          for (const part of host.shadowRoot.querySelectorAll('.panel-header, .field-list'))
            seen.push(part.textContent);
    };
    setInterval(look, 10);
  });
  await page.evaluate((path) => {
    history.pushState(null, '', path);
    dispatchEvent(new PopStateEvent('popstate'));
  }, pathOf(DEMO.panel.switch));
  await expect(panel.getByText('NW-SW01 Server Room')).toBeVisible();
  late.release();
  await page.waitForTimeout(500);
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  expect(seen.length).toBeGreaterThan(0);
  // Its name stands on the switch's port that it is plugged into.
  for (const text of seen) expect(text).not.toContain('A1234567890');
  await page.goBack();
  await expect(panel.getByText('NW-AP01 Lobby')).toBeVisible();
});

test(
  'other pages of the portal have no panel, and leaving a configuration removes it',
  { tag: '@long' },
  async ({ extension }) => {
    await extension.connect();
    await extension.synced();
    const { page, panel } = await openPanel(extension, pathOf(DEMO.panel.switch));
    await page.getByRole('link', { name: 'Configurations' }).first().click();
    await expect(page).toHaveURL(/\/2\/configurations$/);
    await expect(panel.locator('dl')).toHaveCount(0);
    for (const path of [
      '/',
      '/2',
      '/2/configurations/new',
      `${pathOf(DEMO.panel.switch)}/edit`,
      '/admin/integrations',
      `/2/assets/33-email/records/${DEMO.email.recordId}`,
    ]) {
      const other = await extension.portal(path);
      await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
      await other.waitForTimeout(300);
      await expect(panelOn(other).locator('dl'), path).toHaveCount(0);
      await other.close();
    }
  },
);

test(
  'a page without heading and main still gets its panel, and a late heading is waited for',
  { tag: '@long' },
  async ({ extension }) => {
    await extension.connect();
    await extension.synced();
    for (const layout of ['bare', 'late']) {
      const { page, panel } = await openPanel(
        extension,
        `${pathOf(DEMO.panel.managedPower)}?layout=${layout}`,
      );
      await expect
        .poll(async () => (await fieldsOf(panel))['Connection Type'], layout)
        .toBe('wired');
      await page.close();
    }
  },
);

test(
  'HTML and right-to-left text from either API show as text',
  { tag: '@long' },
  async ({ extension, simulator }) => {
    const network = simulator.tenant.datto.networks.find(
      ({ id }) => id === DEMO.networks.northwind,
    )!;
    const node = network.nodes.find(({ id }) => id === DEMO.panel.accessPoint.deviceId)!;
    node.name = '<img src=x onerror="document.title=\'owned\'">';
    node.description = 'نقطة وصول <b>bold</b>';
    await extension.connect();
    await extension.synced();
    const { page, panel } = await openPanel(extension, pathOf(DEMO.panel.accessPoint));
    await expect.poll(async () => (await fieldsOf(panel))['Name']).toContain('<img src=x');
    expect((await fieldsOf(panel))['Description']).toBe('نقطة وصول <b>bold</b>');
    await expect(panel.locator('img, b')).toHaveCount(0);
    expect(await page.title()).not.toBe('owned');
  },
);

test(
  'a configuration without a device has no panel where nothing can be known or done',
  { tag: '@long' },
  async ({ extension, simulator }) => {
    await extension.connect();
    await extension.synced();
    const printer = [...simulator.tenant.itglue.configurations.values()].find(
      ({ name }) => name === 'Front desk printer',
    )!;
    // Nobody is chosen who might match: a device that fits is nobody's business either.
    for (const id of [printer.id, DEMO.matching.ambiguous.configurationIds[0]]) {
      const page = await extension.portal(`/2/configurations/${id}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.waitForTimeout(1_000);
      await expect(panelOn(page)).toHaveCount(0);
      await expect(page.locator('datto-networking-panel')).toHaveCount(0);
      await page.close();
    }
  },
);

test(
  'a configuration documented since the last sync is matched when its page is opened',
  { tag: '@long' },
  async ({ extension, simulator }) => {
    await extension.connect();
    await extension.synced();
    const { configurations } = simulator.tenant.itglue;
    const network = simulator.tenant.datto.networks.find(
      ({ id }) => id === DEMO.networks.northwind,
    )!;
    const node = network.nodes.find(({ id }) => id === DEMO.matching.unmatched.deviceId)!;
    const like = configurations.get(DEMO.panel.accessPoint.configurationId)!;
    configurations.set('777001', {
      ...like,
      id: '777001',
      name: 'Documented today',
      interfaces: like.interfaces
        .slice(0, 1)
        .map((each) => ({ ...each, id: '777002', ipAddress: null, macAddress: node.mac })),
    });
    const { panel } = await openPanel(extension, '/2/configurations/777001');
    await expect.poll(async () => (await fieldsOf(panel))['Name']).toContain(node.name);
  },
);
