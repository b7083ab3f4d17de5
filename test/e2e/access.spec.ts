import { devicesQuestion, networksQuestion } from '@/lib/views/lists/question.fixture';
import { axe, expect, test } from './fixtures';
import type { Extension } from './harness/extension';
import { fieldsOf } from './harness/fields';
import { isolatedWorld } from './harness/isolated-world';
import type { Answered } from './harness/isolated-world';
import { iAm, MatchingPage, ready } from './harness/matching';
import { openPanel, panelOn } from './harness/panel';
import { DEMO } from '@/test/simulator/tenant/demo-ids';
import { organizationId } from '@/lib/model/ids';

const { organizations, users, matching: cases, panel: panels } = DEMO;

/** The names of the rows of a tab, as shown. */
const namesIn = async (matching: MatchingPage) =>
  (await matching.rows().getByRole('rowheader').allInnerTexts()).sort();

test('a Manager sees exactly the organizations of their groups', async ({
  extension,
  simulator,
}) => {
  await ready(extension, users.manager);
  const matching = await MatchingPage.open(extension);
  const { page } = matching;

  await test.step('networks, organizations and what Match To finds', async () => {
    // Networks without a match are for those who see every organization.
    await expect.poll(() => matching.counts()).toEqual([0, 4, 0]);
    await matching.tab('Matched').click();
    await expect
      .poll(() => namesIn(matching))
      .toEqual([
        'Harbor Dental Group',
        'MÜLLER & SÖHNE GMBH',
        'harbor dental group',
        'northwind traders',
      ]);
    const choice = page.getByRole('combobox', { name: 'Match Devices of' });
    const offered = await choice
      .locator('option')
      .evaluateAll((options) =>
        options
          .map((option) => (option as HTMLOptionElement).value)
          .filter((value) => value !== ''),
      );
    expect(offered.sort()).toEqual(
      [organizations.harbor, organizations.mueller, organizations.northwind, 'all'].sort(),
    );
    await matching.button('northwind  traders', 'Change Match').click();
    await expect(matching.dialog().getByRole('option')).toHaveCount(3);
    await matching.dialog().getByRole('combobox').fill('acme');
    await expect(matching.dialog()).toContainText('No organization fits');
    await page.keyboard.press('Escape');
  });

  await test.step('the address of another organization leads to a sentence', async () => {
    const other = await MatchingPage.open(extension, `#organization/${organizations.html}`);
    await expect(other.page.getByRole('main')).toContainText(
      'Your groups in IT Glue do not include this organization',
    );
    await expect(other.rows()).toHaveCount(0);
    expect(await axe(other.page)).toEqual([]);
    await other.page.close();
  });

  await test.step('an own organization can be decided about', async () => {
    const own = await MatchingPage.open(extension, `#organization/${organizations.northwind}`);
    await own.seeAll();
    await own.decide('NW-AP20 Annex', 'Ignore', 'Ignored NW-AP20 Annex');
    await own.page.close();
  });

  await test.step('a group changed in IT Glue counts from the next sync on', async () => {
    simulator.tenant.itglue.groups.get(DEMO.groups.west)!.organizationIds = [organizations.html];
    await extension.syncNow();
    await expect
      .poll(() => namesIn(matching))
      .toEqual([
        expect.stringContaining('Café & Bar'),
        'Harbor Dental Group',
        'harbor dental group',
        'northwind traders',
      ]);
  });

  await test.step('a Manager whose groups cover everything sees every network', async () => {
    await iAm(extension, users.managerOfAll);
    await expect.poll(() => matching.counts()).toEqual([9, 6, 0]);
  });
});

test(
  'other roles see device panels but no matching, and nobody sees the way to Options',
  { tag: '@long' },
  async ({ extension }) => {
    await extension.connect();
    await extension.synced();
    const at = ({ organizationId, configurationId }: typeof panels.accessPoint) =>
      `/${organizationId}/configurations/${configurationId}`;
    const unmatched = `/${organizations.northwind}/configurations/${cases.nameOnly.configurationId}`;
    const seesPanelsOnly = async (extension: Extension) => {
      const device = await openPanel(extension, at(panels.accessPoint));
      await expect.poll(async () => (await fieldsOf(device.panel))['Name']).toContain('NW-AP01');
      await device.page.close();
      // One that a device fits, which they may not match.
      const other = await extension.portal(unmatched);
      await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
      await other.waitForTimeout(500);
      await expect(panelOn(other)).toHaveCount(0);
      await other.close();
    };

    await test.step('nobody is chosen', async () => {
      const matching = await MatchingPage.open(extension);
      await expect(matching.page.getByRole('main')).toContainText('Choose who you are');
      await expect(matching.rows()).toHaveCount(0);
      expect(await axe(matching.page)).toEqual([]);
      await matching.page.getByRole('link', { name: 'Open Access settings' }).click();
      await expect(matching.page).toHaveURL(/options\.html#access$/);
      await expect(matching.page.getByLabel('I am', { exact: true })).toBeVisible();
      await matching.page.close();
      await seesPanelsOnly(extension);
    });

    const matching = await MatchingPage.open(extension);
    for (const role of ['editor', 'creator', 'lite', 'readOnly'] as const)
      await test.step(role, async () => {
        await iAm(extension, users[role]);
        await expect(matching.page.getByRole('main')).toContainText(
          'Your role in IT Glue sees device panels, but no matching.',
        );
        await expect(matching.rows()).toHaveCount(0);
      });
    await seesPanelsOnly(extension);
  },
);

test('forged messages are refused, whatever world they come from', async ({
  extension,
  simulator,
}) => {
  await ready(extension);
  const own = {
    organizationId: organizations.northwind,
    configurationId: cases.nameOnly.configurationId,
  };
  const refused = (answer: Answered) =>
    answer.ok === false && answer.problem?.kind === 'not-permitted';
  /** The decisions that stand, without those a sync may remake. */
  const state = async () =>
    JSON.stringify(
      await Promise.all(
        (['deviceMatches', 'networkMatches', 'ignoredConfigurations', 'journal'] as const).map(
          (store) => extension.readStore(store),
        ),
      ),
    );

  const { page } = await openPanel(
    extension,
    `/${own.organizationId}/configurations/${own.configurationId}`,
  );
  const world = await isolatedWorld(page, extension.id);
  const foreign = [...simulator.tenant.itglue.configurations.values()].find(
    ({ organizationId }) => organizationId === organizations.mueller,
  )!;
  const other = { organizationId: organizations.mueller, configurationId: foreign.id };
  const muellers = simulator.tenant.datto.networks.find(({ id }) => id === DEMO.networks.mueller)!
    .nodes[7]!;
  const deviceKey = `access-point:${cases.nameOnly.deviceId}`;
  const before = await state();

  await test.step('its own page is answered: the forgeries below differ in nothing else', async () => {
    const answer = await world.send('panel.candidates', { ...own, text: '' });
    expect(answer).toMatchObject({ ok: true, value: [{ deviceKey }] });
  });

  await test.step('another organization, or another configuration than the tab is on', async () => {
    const forged: [string, unknown][] = [
      ['panel.view', other],
      ['panel.refresh', other],
      ['panel.candidates', { ...other, text: '' }],
      ['panel.match', { ...other, deviceKey, version: '' }],
      ['panel.ignore', { ...other, ignored: true }],
      ['panel.list', { organizationId: other.organizationId }],
      ['panel.open-matching', { organizationId: other.organizationId }],
      ['panel.view', { ...own, configurationId: cases.macOnly.configurationId }],
      ['panel.match', { ...own, organizationId: other.organizationId, deviceKey, version: '' }],
    ];
    for (const [type, data] of forged)
      expect(refused(await world.send(type, data)), `${type} ${JSON.stringify(data)}`).toBe(true);
    // The right page, and a device of another organization's.
    const stolen = await world.send('panel.match', {
      ...own,
      deviceKey: `access-point:${muellers.id}`,
      version: '',
    });
    expect(stolen).toMatchObject({ ok: true, value: { ok: false } });
  });

  await test.step('what only the extension’s own pages may ask', async () => {
    const forged: [string, unknown][] = [
      ['matching.networks', networksQuestion()],
      ['matching.organizations', undefined],
      ['matching.devices', devicesQuestion({ organizationId: organizationId(own.organizationId) })],
      ['matching.decide-device', { action: 'ignore', deviceKey, version: '' }],
      [
        'matching.decide-network',
        { action: 'ignore', networkId: String(DEMO.networks.nobody), version: '' },
      ],
      ['matching.undo', { step: 1 }],
      ['matching.findings', undefined],
      [
        'matching.decide-sharing',
        {
          action: 'legitimate',
          configurationIds: DEMO.matching.ambiguous.configurationIds,
          version: '',
        },
      ],
      ['creation.start', { organizationId: own.organizationId, deviceKeys: [deviceKey] }],
      [
        'creation.organization',
        { networkId: String(DEMO.networks.nobody), version: '', name: 'Forged', acknowledged: [] },
      ],
      ['settings.save', { userId: users.administrator }],
      ['options.view', undefined],
      ['activity.list', { before: null, text: '', limit: 10 }],
      ['connection.disconnect', { documented: 'keep' }],
      ['sync.start', undefined],
    ];
    for (const [type, data] of forged)
      expect(refused(await world.send(type, data)), type).toBe(true);
  });

  await test.step('what the page says it is does not count, only where the browser shows it to be', async () => {
    await page.evaluate((path) => history.pushState(null, '', path), `/${other.organizationId}`);
    expect(refused(await world.send('panel.match', { ...own, deviceKey, version: '' }))).toBe(true);
    await page.goBack();
  });

  expect(await state()).toBe(before);
  expect(simulator.requests.writes({ api: 'itglue' })).toEqual([]);

  await test.step('a Manager’s browser on the page of an organization that is not theirs', async () => {
    await iAm(extension, users.manager);
    const html = [...simulator.tenant.itglue.configurations.values()].find(
      ({ organizationId }) => organizationId === organizations.html,
    )!;
    const at = { organizationId: organizations.html, configurationId: html.id };
    const tab = await extension.portal(
      `/${at.organizationId}/configurations/${at.configurationId}`,
    );
    const there = await isolatedWorld(tab, extension.id);
    const [device] = simulator.tenant.datto.networks.find(
      ({ id }) => id === DEMO.networks.html,
    )!.nodes;
    expect(refused(await there.send('panel.candidates', { ...at, text: '' }))).toBe(true);
    for (const [type, data] of [
      ['panel.match', { ...at, deviceKey: `access-point:${device!.id}`, version: '' }],
      ['panel.ignore', { ...at, ignored: true }],
    ] as const) {
      const answer = await there.send(type, data);
      expect(answer, type).toMatchObject({
        ok: true,
        value: { ok: false, refusal: { kind: 'not-permitted' } },
      });
    }
    const count = await there.send('panel.list', { organizationId: at.organizationId });
    expect(count).toEqual({ ok: true, value: { unmatched: null, devices: [] } });
    await tab.close();
  });

  await test.step('another tenant’s portal', async () => {
    const tab = await extension.context.newPage();
    await tab.goto(
      `https://somebody-else.itglue.com/${own.organizationId}/configurations/${own.configurationId}`,
    );
    const there = await isolatedWorld(tab, extension.id);
    for (const type of ['portal.arrived', 'panel.view', 'panel.refresh', 'panel.ignore'])
      expect(refused(await there.send(type, { ...own, ignored: true })), type).toBe(true);
    await tab.close();
  });

  await test.step('any other page has no way to the extension at all', async () => {
    const tab = await extension.context.newPage();
    await tab.route('https://portal.example/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>Elsewhere</title>' }),
    );
    await tab.goto('https://portal.example/');
    await expect(isolatedWorld(tab, extension.id)).rejects.toThrow('No script of the extension');
    const answer = await tab.evaluate(async (id) => {
      interface Runtime {
        sendMessage?: (id: string, message: unknown) => Promise<unknown>;
      }
      const runtime = (globalThis as unknown as { chrome?: { runtime?: Runtime } }).chrome?.runtime;
      if (!runtime?.sendMessage) return 'no way';
      const message = { name: 'matching.organizations' };
      return runtime.sendMessage(id, message).catch(() => 'no answer');
    }, extension.id);
    expect(answer).toMatch(/^no /);
    // Nor may it show the extension's pages in a frame of its own.
    await tab.evaluate((url) => {
      const frame = document.createElement('iframe');
      frame.src = url;
      document.body.append(frame);
      return new Promise((resolve) => frame.addEventListener('load', resolve));
    }, `chrome-extension://${extension.id}/matching.html`);
    expect(tab.frames()).toHaveLength(2);
    expect(tab.frames()[1]!.url()).not.toContain(extension.id);
  });
  expect(await state()).toBe(before);
});
