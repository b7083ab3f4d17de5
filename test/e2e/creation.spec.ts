import { axe, expect, screenshots, test } from './fixtures';
import type { Extension } from './harness/extension';
import { MatchingPage, ready } from './harness/matching';
import { startSimulator } from '@/test/simulator';
import type { Simulator } from '@/test/simulator';
import { TenantBuilder } from '@/test/simulator/tenant/builder';
import { addPeople } from '@/test/simulator/tenant/demo-people';
import { DEMO } from '@/test/simulator/tenant/demo-ids';
import { lanAddress } from '@/test/simulator/tenant/forms';
import type { Tenant } from '@/test/simulator/tenant/tenant';

const posts = {
  api: 'itglue',
  method: 'POST',
  path: /\/relationships\/configurations$/,
} as const;

const digits = (mac: string | null) => (mac ?? '').toLowerCase().replace(/[^0-9a-f]/g, '');

/** The names of the simulator's configurations that have this MAC. */
const documented = ({ tenant }: Simulator, mac: string) =>
  [...tenant.itglue.configurations.values()]
    .filter(({ interfaces }) =>
      interfaces.some(({ macAddress }) => digits(macAddress) === digits(mac)),
    )
    .map(({ name }) => name);

test.describe('two hundred at once', () => {
  const owner = '77';

  /** One organization with 300 devices: 100 documented by MAC and IP, 200 not at all. */
  function threeHundred(): Tenant {
    const builder = new TenantBuilder(300, Date.now());
    const organization = builder.organization({ id: owner, name: 'Foxglove Manufacturing' });
    const network = builder.network({ name: 'Foxglove Manufacturing' });
    for (let number = 1; number <= 300; number += 1) {
      const name = `FG-${String(number).padStart(3, '0')}`;
      const add = [
        builder.switch.bind(builder),
        builder.powerStrip.bind(builder),
        builder.accessPoint.bind(builder),
        builder.accessPoint.bind(builder),
      ][number % 4]!;
      const device = add(network, { name });
      if (number <= 100)
        builder.configuration(organization, { name, mac: device.mac, ip: lanAddress(device) });
    }
    addPeople(builder, [owner], []);
    return builder.tenant;
  }

  test.use({ tenant: async ({}, use) => use(threeHundred()) });

  test(
    'bulk creation makes 197 of 200, none twice, with three rows refused and the worker stopped in between',
    { tag: '@long' },
    async ({ extension, simulator }) => {
      const { configurations } = simulator.tenant.itglue;
      await ready(extension);
      const matching = await MatchingPage.open(extension, `#organization/${owner}`);
      const { page } = matching;
      await expect.poll(() => matching.counts()).toEqual([200, 100, 0]);
      await screenshots(page, 'matching-300-devices', { widths: [480, 1280] });
      expect(await axe(page)).toEqual([]);

      for (const after of [11, 57, 140])
        simulator.faults.add({
          kind: 'answer',
          status: 422,
          body: { errors: [{ title: 'Invalid', detail: 'is synced with your PSA', status: 422 }] },
          ...posts,
          after,
        });
      const held = simulator.faults.add({ kind: 'hang', effect: 'after', ...posts, after: 90 });
      await page.getByRole('button', { name: 'Create all remaining' }).click();
      await expect(matching.dialog().getByRole('row')).toHaveCount(201);
      expect(await axe(page)).toEqual([]);
      await matching.dialog().getByRole('button', { name: 'Create 200 configurations' }).click();
      await held.reached;
      await expect(page.getByRole('progressbar')).toBeVisible();
      await extension.stopWorker();
      held.release();
      // Whatever wakes the worker: here, a reload of the page.
      await page.reload();

      const result = page.getByRole('region', { name: 'Configurations were created' });
      await expect(result).toBeVisible({ timeout: 90_000 });
      await expect(result).toContainText('197 created');
      await expect(result).toContainText('3 refused');
      expect(await axe(page)).toEqual([]);
      await screenshots(page, 'matching-200-created', { widths: [1280] });

      const rows = result.getByRole('listitem');
      await expect(rows).toHaveCount(200);
      const words = await rows.allInnerTexts();
      const refused = words.filter((text) => text.includes('is synced with your PSA'));
      expect(refused).toHaveLength(3);
      const [network] = simulator.tenant.datto.networks;
      const all = [...network!.nodes, ...network!.switches, ...network!.powerStrips];
      const times = all.map(({ name, mac }) => [name, documented(simulator, mac)] as const);
      expect(times.filter(([, made]) => made.length > 1)).toEqual([]);
      const missing = times.filter(([, made]) => made.length === 0).map(([name]) => name);
      expect(missing.sort()).toEqual(refused.map((text) => text.slice(0, 6)).sort());
      expect(configurations.size).toBe(100 + 197);
      await expect.poll(() => matching.counts()).toEqual([3, 297, 0]);

      // The others are tried again, and the result is dismissed.
      await result.getByRole('button', { name: 'Dismiss' }).click();
      await expect(result).toHaveCount(0);
      await page.getByRole('button', { name: 'Create all remaining' }).click();
      await matching.dialog().getByRole('button', { name: 'Create 3 configurations' }).click();
      await expect(result).toContainText('3 created');
      expect(configurations.size).toBe(300);
    },
  );
});

/** Creates the configuration of one device of Northwind's, up to where it is confirmed. */
async function startCreating(matching: MatchingPage, device: string): Promise<void> {
  await matching.button(device, 'Create Configuration').click();
  await matching.dialog().getByRole('button', { name: 'Create 1 configuration' }).click();
}

/** Northwind's devices, nothing by MAC or IP undecided any more. */
async function northwind(extension: Extension): Promise<MatchingPage> {
  const matching = await MatchingPage.open(
    extension,
    `#organization/${DEMO.organizations.northwind}`,
  );
  await matching.seeAll();
  return matching;
}

test('a POST whose answer is lost leaves one record: worker stopped, 500 after effect', async ({
  extension,
  simulator,
}) => {
  await ready(extension);
  const matching = await northwind(extension);
  const { page } = matching;
  const result = page.getByRole('region', { name: 'Configurations were created' });
  const { nodes } = simulator.tenant.datto.networks.find(
    ({ id }) => id === DEMO.networks.northwind,
  )!;
  const created = async (name: string) => {
    await expect(result).toContainText(name);
    await expect(result).toContainText('1 created');
    const node = nodes.find((each) => each.name === name)!;
    expect(documented(simulator, node.mac)).toEqual([name]);
    const made = [...simulator.tenant.itglue.configurations.values()].find(
      (each) => each.name === name,
    )!;
    const matches = await extension.readStore('deviceMatches');
    expect(matches.find(({ deviceKey }) => deviceKey === `access-point:${node.id}`)).toMatchObject({
      configurationId: made.id,
      rule: 'created',
    });
    return made;
  };

  await test.step('the worker stopped after the request reached IT Glue', async () => {
    const held = simulator.faults.add({ kind: 'hang', effect: 'after', ...posts });
    await startCreating(matching, 'NW-AP20 Annex');
    await held.reached;
    await extension.stopWorker();
    held.release();
    await page.reload();
    const made = await created('NW-AP20 Annex');
    const node = nodes.find(({ name }) => name === 'NW-AP20 Annex')!;
    const { itglue } = simulator.tenant;
    expect(itglue.configurationTypes.get(made.typeId)?.name).toBe('Managed Network WiFi Access');
    expect(itglue.configurationStatuses.get(made.statusId!)?.name).toBe('Active');
    expect(itglue.manufacturers.get(made.manufacturerId!)?.name).toBe('Datto');
    expect(itglue.models.get(made.modelId!)?.name).toBe(node.hardware);
    expect(made.serialNumber).toBe(node.serial_no);
    expect(made.interfaces[0]?.ipAddress).toBe(node.lan_info?.lan_ip);
  });

  await test.step('500 after effect', async () => {
    simulator.faults.add({ kind: 'server-error', effect: 'after', ...posts });
    await startCreating(matching, 'NW-AP31 Shed');
    await created('NW-AP31 Shed');
  });

  await test.step('documented by a colleague since the preview: taken instead of made again', async () => {
    const { configurations } = simulator.tenant.itglue;
    const node = nodes.find(({ name }) => name === 'NW-AP33 Attic')!;
    const like = configurations.get(DEMO.panel.accessPoint.configurationId)!;
    await matching.button('NW-AP33 Attic', 'Create Configuration').click();
    await expect(matching.dialog()).toContainText('NW-AP33 Attic');
    configurations.set('777001', {
      ...like,
      id: '777001',
      name: 'By a colleague',
      interfaces: [{ ...like.interfaces[0]!, id: '777002', ipAddress: null, macAddress: node.mac }],
    });
    await matching.dialog().getByRole('button', { name: 'Create 1 configuration' }).click();
    await expect(result).toContainText('found in IT Glue by its MAC and matched');
    expect(documented(simulator, node.mac)).toEqual(['By a colleague']);
  });

  await test.step('an organization deleted since is a sentence, and no record', async () => {
    const { organizations, configurations } = simulator.tenant.itglue;
    await matching.button('NW-AP34 Gatehouse', 'Create Configuration').click();
    await expect(matching.dialog()).toContainText('NW-AP34 Gatehouse');
    organizations.delete(DEMO.organizations.northwind);
    const before = configurations.size;
    await matching.dialog().getByRole('button', { name: 'Create 1 configuration' }).click();
    await expect(result).toContainText('1 refused');
    expect(configurations.size).toBe(before);
  });
});

test.describe('a connection reset after the POST had its effect', () => {
  /** One access point that is not documented. */
  function ovenRoom(): Tenant {
    const builder = new TenantBuilder(1, Date.now());
    builder.organization({ id: '77', name: 'Foxglove Bakery' });
    builder.accessPoint(builder.network({ name: 'Foxglove Bakery' }), { name: 'Oven room' });
    addPeople(builder, ['77'], []);
    return builder.tenant;
  }
  test.use({ tenant: async ({}, use) => use(ovenRoom()) });

  /** Creates its configuration on a connection that is reset. */
  async function createAndReset(extension: Extension, simulator: Simulator) {
    await ready(extension);
    const matching = await MatchingPage.open(extension, '#organization/77');
    const reset = simulator.faults.add({ kind: 'reset', effect: 'after', ...posts });
    await startCreating(matching, 'Oven room');
    await expect(
      matching.page.getByRole('region', { name: 'Configurations were created' }),
    ).toContainText('1 created');
    expect(reset.hits).toBe(1);
    return [...simulator.tenant.itglue.configurations.values()].filter(
      ({ name }) => name === 'Oven room',
    );
  }

  test(
    'leaves one record in use where Chromium sent it again, unseen by the extension',
    { tag: '@long' },
    async ({ extension, simulator }) => {
      const made = await createAndReset(extension, simulator);
      // Both requests reached IT Glue, and only the second was answered.
      expect(simulator.requests.count(posts)).toBe(2);
      const [live, ...others] = made.filter(({ archived }) => !archived);
      expect(others).toEqual([]);
      const archived = made.filter(({ archived }) => archived);
      expect(archived).toHaveLength(1);
      expect(await extension.readStore('deviceMatches')).toMatchObject([
        { configurationId: live!.id, rule: 'created' },
      ]);
      const lines = (await extension.readStore('activity')).map(({ event }) => event);
      expect(lines.filter(({ kind }) => kind === 'archived')).toMatchObject([
        { resource: 'configuration', id: archived[0]!.id, reason: 'sent-twice' },
      ]);
    },
  );

  test.describe('that had served no other request', () => {
    test.use({
      simulator: async ({ tenant }, use) => {
        const simulator = await startSimulator({ tenant, keepAlive: false });
        await use(simulator);
        await simulator.close();
      },
    });

    test('leaves one record, found by its MAC', async ({ extension, simulator }) => {
      expect(await createAndReset(extension, simulator)).toHaveLength(1);
    });
  });
});

test(
  'an organization is made once, whatever happens to the request',
  { tag: '@long' },
  async ({ extension, simulator }) => {
    await ready(extension);
    const matching = await MatchingPage.open(extension, '#networks?without-devices=1');
    const { page } = matching;
    const request = { api: 'itglue', method: 'POST', path: '/organizations' } as const;
    const called = (name: string) =>
      [...simulator.tenant.itglue.organizations.values()].filter((each) => each.name === name)
        .length;
    const create = async (network: string) => {
      await matching.tab('Unmatched').click();
      await matching.button(network, 'Create Organization').click();
      await expect(matching.dialog()).toContainText(/IT Glue has no organization|Similar names/);
      await matching.dialog().getByRole('button', { name: 'Create Organization' }).click();
    };
    const matched = async (network: string) => {
      await matching.tab('Matched').click();
      await expect(matching.row(network)).toContainText('created');
      expect(called(network)).toBe(1);
    };

    await test.step('500 after effect', async () => {
      simulator.faults.add({ kind: 'server-error', effect: 'after', ...request });
      await create('Zebra Test Bench');
      await matching.announces('Created Zebra Test Bench.');
      await matched('Zebra Test Bench');
    });

    await test.step('the worker stopped after the request reached IT Glue', async () => {
      const held = simulator.faults.add({ kind: 'hang', effect: 'after', ...request });
      await create('Spare parts 2019');
      await held.reached;
      await extension.stopWorker();
      held.release();
      await page.reload();
      await matched('Spare parts 2019');
    });

    await test.step('one of its name made by a colleague meanwhile is warned of, and not made again', async () => {
      await matching.tab('Unmatched').click();
      await matching.button('MCP', 'Create Organization').click();
      const dialog = matching.dialog();
      await dialog.getByLabel('Name in IT Glue').fill('Meridian Coffee');
      const button = dialog.getByRole('button', { name: 'Create Organization' });
      await expect(button).toBeEnabled();
      const { organizations } = simulator.tenant.itglue;
      organizations.set('777003', {
        ...organizations.get(DEMO.organizations.meridian)!,
        id: '777003',
        name: 'Meridian Coffee',
      });
      await button.click();
      await expect(dialog.getByRole('alert')).toContainText('IT Glue has Meridian Coffee by now');
      await expect(dialog).toContainText('IT Glue already has an organization of this name');
      await expect(button).toBeDisabled();
      expect(called('Meridian Coffee')).toBe(1);
    });
  },
);
