import { axe, expect, test } from './fixtures';
import { outcome } from './harness/outcome';
import { openPanel } from './harness/panel';
import { DEMO } from '@/test/simulator/tenant/demo-ids';

/** Requests of three stages; those of the last two are under way at the same time. */
const places = [
  // Connect lists the networks too, on both hosts.
  { stage: 'networks', api: 'datto', path: /^\/network\/list/, after: 2 },
  { stage: 'devices', api: 'datto', path: /^\/switch\/network\/135609\//, after: 0 },
  { stage: 'configurations', api: 'itglue', path: /^\/configurations\?.*include=/, after: 0 },
] as const;

test('a worker stopped in the middle of a sync goes on, and ends with the same store as an undisturbed one', async ({
  extension,
  simulator,
}) => {
  // All are held from the beginning, so that none is over before its turn to be stopped at.
  const held = places.map(({ api, path, after }) =>
    simulator.faults.add({ kind: 'hang', api, path, after, times: Infinity }),
  );
  await extension.connect();
  let before = 0;
  for (const [index, place] of places.entries()) {
    const hang = held[index]!;
    // By this worker, not by the one before.
    await expect.poll(() => hang.hits).toBeGreaterThan(before);
    await expect
      .poll(() => extension.readStore('runs'))
      .toMatchObject([{ state: 'open', stage: place.stage }]);
    await extension.stopWorker();
    hang.remove();
    before = held[index + 1]?.hits ?? 0;
    // Whatever wakes the worker: here, opening the popup.
    const popup = await extension.openPopup();
    await expect(popup.getByText(/Syncing|OK/).first()).toBeVisible();
    await popup.close();
  }
  await extension.synced();
  expect((await extension.readStore('runs')).length).toBe(1);
  const disturbed = await outcome(extension);

  const options = await extension.openOptions();
  await options.getByRole('button', { name: 'Disconnect' }).click();
  await options.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click();
  await expect(options.getByText('Not connected').first()).toBeVisible();
  await options.close();
  await extension.connect();
  await extension.synced();
  const undisturbed = await outcome(extension);
  expect(disturbed.text).toBe(undisturbed.text);
  expect(disturbed.events).toEqual(undisturbed.events);
});

test(
  'an alarm alone takes a run further when the worker was stopped',
  { tag: '@long' },
  async ({ extension, simulator }) => {
    const held = simulator.faults.add({ kind: 'hang', api: 'itglue', path: /^\/organizations\?/ });
    await extension.connect();
    await held.reached;
    await extension.stopWorker();
    held.remove();
    await expect
      .poll(async () => (await extension.readStore('runs'))[0]?.state, {
        timeout: 75_000,
        intervals: [2000],
      })
      .toBe('done');
  },
);

test(
  'keys that stop working stop the sync, and every surface says so until they are entered again',
  { tag: '@long' },
  async ({ extension, simulator }) => {
    await extension.connect();
    await extension.synced();
    const pair = simulator.tenant.datto.keys.find(
      ({ key }) => key === extension.keys.dattoPublicKey,
    )!;
    pair.expired = true;
    const popup = await extension.openPopup();
    await popup.getByRole('button', { name: 'Sync now' }).click();
    await expect(popup.getByText('Credentials failed').first()).toBeVisible();
    await expect(popup.getByText(/Datto/).first()).toBeVisible();
    expect(await axe(popup)).toEqual([]);
    const { panel } = await openPanel(
      extension,
      `/2/configurations/${DEMO.panel.switch.configurationId}`,
    );
    await expect(panel.getByText(/did not accept|refused|Credentials failed/)).toBeVisible();
    const options = await extension.openOptions();
    await expect(options.getByText('Credentials failed').first()).toBeVisible();
    // Nothing is sent any more: neither by the button nor by the schedule.
    const before = simulator.requests.all().filter(({ api }) => api !== 'portal').length;
    await expect(popup.locator('dl')).toContainText(/Next syncafter the keys are entered again/i);
    await popup.waitForTimeout(500);
    expect(simulator.requests.all().filter(({ api }) => api !== 'portal').length).toBe(before);

    pair.expired = false;
    await options.close();
    await extension.connect();
    await extension.synced();
    await popup.reload();
    await expect(popup.getByText('OK', { exact: true })).toBeVisible();
  },
);

test(
  'a revoked IT Glue key is named as IT Glue’s',
  { tag: '@long' },
  async ({ extension, simulator }) => {
    await extension.connect();
    await extension.synced();
    simulator.tenant.itglue.keys = [];
    const popup = await extension.openPopup();
    await popup.getByRole('button', { name: 'Sync now' }).click();
    await expect(popup.getByText('Credentials failed').first()).toBeVisible();
    await expect(popup.getByText(/IT Glue/).first()).toBeVisible();
  },
);

test('each wrong field is named, and nothing of it is stored as good', async ({ extension }) => {
  const wrong = [
    { change: { dattoPublicKey: 'nobodysKey' }, label: 'Datto public key' },
    { change: { dattoSecretKey: 'nobodysSecret' }, label: 'Datto secret key' },
    { change: { itGlueApiKey: 'ITG.nobodys' }, label: 'IT Glue API key' },
    { change: { region: 'eu' as const }, label: 'IT Glue region' },
    { change: { subdomain: 'somebody-else' }, label: 'IT Glue subdomain' },
  ];
  const page = await extension.openOptions();
  for (const { change, label } of wrong) {
    await extension.fillConnection(page, change);
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    const invalid = page.locator('[aria-invalid="true"]');
    await expect(invalid, label).toHaveCount(1);
    await expect(page.getByLabel(label, { exact: true })).toHaveAttribute('aria-invalid', 'true');
    expect(await axe(page), label).toEqual([]);
  }
  const meta = JSON.stringify(await extension.readStore('meta'));
  expect(meta).not.toContain('subdomain');
  expect(await extension.readStore('runs')).toEqual([]);
  await page.reload();
  await expect(page.getByText('Not connected').first()).toBeVisible();
});

test(
  'a network that cannot be read keeps its data and is named; rows that vanish are ended',
  { tag: '@long' },
  async ({ extension, simulator }) => {
    await extension.connect();
    await extension.synced();
    const { datto } = simulator.tenant;
    const northwind = datto.networks.find(({ id }) => id === DEMO.networks.northwind)!;
    northwind.nodes = northwind.nodes.filter(({ id }) => id !== DEMO.matching.macAndIp.deviceId);
    simulator.faults.add({
      kind: 'answer',
      api: 'datto',
      path: new RegExp(`/network/${DEMO.networks.mueller}/list`),
      times: Infinity,
      status: 403,
      body: { errors: [{ code: 13009, message: 'Not permitted', context: '', values: {} }] },
    });
    const before = await extension.readStore('devices');
    const run = await extension.syncNow();
    const after = await extension.readStore('devices');
    const mueller = (rows: typeof before) =>
      rows.filter(({ networkId }) => networkId === String(DEMO.networks.mueller)).length;
    expect(mueller(after)).toBe(mueller(before));
    expect(mueller(after)).toBeGreaterThan(0);
    expect(run.problems).toMatchObject([
      { subject: 'MÜLLER & SÖHNE GMBH', problem: { kind: 'not-permitted' } },
    ]);
    expect(after.some(({ id }) => id === String(DEMO.matching.macAndIp.deviceId))).toBe(false);
    expect(
      (await extension.readStore('deviceMatches')).some(
        (match) => match.deviceKey === `access-point:${DEMO.matching.macAndIp.deviceId}`,
      ),
    ).toBe(false);
    const popup = await extension.openPopup();
    await popup.getByText('1 network could not be read').click();
    await expect(popup.getByText('MÜLLER & SÖHNE GMBH')).toBeVisible();
  },
);

test(
  'the sync gets through server faults, rate limits and a clock that is off',
  { tag: '@long' },
  async ({ extension, simulator }) => {
    simulator.datto.clockOffsetSeconds = 3600;
    simulator.faults.add({
      kind: 'server-error',
      api: 'datto',
      path: /^\/node\/network/,
      times: 2,
    });
    simulator.faults.add({ kind: 'truncated', api: 'datto', path: /^\/switch\/network/, times: 1 });
    simulator.faults.add({ kind: 'reset', api: 'itglue', path: /^\/organizations\?/, times: 1 });
    simulator.faults.add({
      kind: 'too-many-requests',
      api: 'itglue',
      retryAfterSeconds: 1,
      path: /^\/configurations\?.*include/,
    });
    await extension.connect();
    const run = await extension.synced();
    expect(run.problems).toEqual([]);
    expect((await extension.readStore('organizations')).length).toBe(
      simulator.tenant.itglue.organizations.size,
    );
  },
);

test('no key is found anywhere in what the extension stores, nor on a portal page', async ({
  extension,
}) => {
  await extension.connect();
  await extension.synced();
  const { page } = await openPanel(
    extension,
    `/2/configurations/${DEMO.panel.switch.configurationId}`,
  );
  const stores = ['meta', 'runs', 'activity', 'networks', 'devices', 'users'] as const;
  const everything = JSON.stringify(
    await Promise.all(stores.map((store) => extension.readStore(store))),
  );
  const { dattoPublicKey, dattoSecretKey, itGlueApiKey } = extension.keys;
  for (const secret of [dattoPublicKey, dattoSecretKey, itGlueApiKey]) {
    expect(everything).not.toContain(secret);
    expect(await page.content()).not.toContain(secret);
  }
  const options = await extension.openOptions();
  await expect(options.getByText('saved').first()).toBeVisible();
  const html = await options.content();
  for (const secret of [dattoPublicKey, dattoSecretKey, itGlueApiKey])
    expect(html).not.toContain(secret);
});
