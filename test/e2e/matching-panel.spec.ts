import { axe, expect, test } from './fixtures';
import { fieldsOf } from './harness/fields';
import { MatchingPage, ready } from './harness/matching';
import { openPanel, panelOn } from './harness/panel';
import { DEMO } from '@/test/simulator/tenant/demo-ids';

const { northwind } = DEMO.organizations;
const { nameOnly, ambiguous } = DEMO.matching;

test('on an unmatched configuration a technician accepts, searches, ignores, and sees the device at once', async ({
  extension,
  simulator,
}) => {
  await ready(extension);
  const printer = [...simulator.tenant.itglue.configurations.values()].find(
    ({ name }) => name === 'Front desk printer',
  )!;
  const matchesOf = async (configurationId: string) =>
    (await extension.readStore('deviceMatches')).filter(
      (match) => match.state === 'matched' && match.configurationId === configurationId,
    );

  await test.step('what fits is offered with its reason; a click by a script does nothing', async () => {
    const { page, panel } = await openPanel(
      extension,
      `/${northwind}/configurations/${nameOnly.configurationId}`,
    );
    await expect(panel).toContainText('No Datto device is matched to this configuration.');
    const offered = panel.getByRole('list', { name: 'Suggested devices' });
    await expect(offered).toContainText('NW-AP14 Loading Dock');
    await expect(offered).toContainText('same name');
    await expect(panel.getByRole('button', { name: 'Create Configuration' })).toHaveCount(0);
    expect(await axe(page)).toEqual([]);

    const accept = panel.getByRole('button', { name: 'Accept Suggested Match' });
    const ignore = panel.getByRole('button', { name: 'Ignore' });
    for (const button of [accept, ignore]) {
      await button.evaluate((element) => (element as HTMLElement).click());
      await button.evaluate((element) =>
        element.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true })),
      );
    }
    // Whatever the clicks had set off would be in the store before this later message is answered.
    await page.waitForTimeout(500);
    expect(await matchesOf(nameOnly.configurationId)).toEqual([]);
    expect(await extension.readStore('ignoredConfigurations')).toEqual([]);
  });

  await test.step('accepting makes it the device panel, without a reload', async () => {
    const { page, panel } = await openPanel(
      extension,
      `/${northwind}/configurations/${nameOnly.configurationId}`,
    );
    await page.evaluate(() => ((window as unknown as { before: boolean }).before = true));
    await panel.getByRole('button', { name: 'Accept Suggested Match' }).click();
    await expect.poll(async () => (await fieldsOf(panel))['Name']).toContain('Loading Dock');
    await expect(panel.getByText('Updated now')).toBeVisible();
    await expect(panel.getByText('Matched by hand')).toBeVisible();
    expect(await page.evaluate(() => (window as unknown as { before?: boolean }).before)).toBe(
      true,
    );
    expect(await matchesOf(nameOnly.configurationId)).toMatchObject([
      { rule: 'by-hand', deviceKey: `access-point:${nameOnly.deviceId}` },
    ]);
  });

  await test.step('a printer has nothing, until its type is one of a kind of device', async () => {
    const page = await extension.portal(`/${northwind}/configurations/${printer.id}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForTimeout(500);
    await expect(panelOn(page)).toHaveCount(0);
    await page.close();
    const options = await extension.openOptions('types');
    await options
      .getByLabel('Managed Power', { exact: true })
      .selectOption({ label: 'Local Printer' });
    await expect(options.getByText('Saved', { exact: true })).toBeVisible();
    await options.close();
  });

  await test.step('Match To searches the undecided devices of the organization', async () => {
    const { page, panel } = await openPanel(
      extension,
      `/${northwind}/configurations/${printer.id}`,
    );
    await panel.getByRole('button', { name: 'Match To' }).click();
    const search = panel.getByRole('combobox', { name: 'Match To' });
    // One that is matched is not found.
    await search.fill('NW-AP01');
    await expect(panel).toContainText("No undecided device of this organization's networks fits");
    await search.fill('annex');
    await expect(panel.getByRole('option')).toHaveCount(1);
    expect(await axe(page)).toEqual([]);
    await panel.getByRole('option', { name: /NW-AP20 Annex/ }).click();
    await expect.poll(async () => (await fieldsOf(panel))['Name']).toContain('NW-AP20 Annex');
    await page.close();
  });

  await test.step('Ignore asks no more, Stop Ignoring asks again', async () => {
    const { page, panel } = await openPanel(
      extension,
      `/${northwind}/configurations/${ambiguous.configurationIds[0]}`,
    );
    await expect(panel).toContainText('same MAC');
    const ignore = panel.getByRole('button', { name: 'Ignore' });
    const accept = panel.getByRole('button', { name: 'Accept Suggested Match' });
    await ignore.click();
    await expect(panel).toContainText('configuration is ignored');
    expect(await axe(page)).toEqual([]);
    await panel.getByRole('button', { name: 'Stop Ignoring' }).click();
    await expect(accept).toBeVisible();
    await ignore.click();
    await expect(panel).toContainText('configuration is ignored');

    // From then on its page has nothing, and the matching page has the way back.
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForTimeout(500);
    await expect(panel).toHaveCount(0);
    const matching = await MatchingPage.open(extension, `#organization/${northwind}?tab=ignored`);
    await matching.page.getByText('1 configuration is ignored').click();
    expect(await axe(matching.page)).toEqual([]);
    await matching.page.getByRole('button', { name: /^Stop Ignoring for / }).click();
    await expect(matching.page.getByText(/is no longer ignored$/)).toBeVisible();
    await matching.page.close();
    expect(await extension.readStore('ignoredConfigurations')).toEqual([]);
    await page.reload();
    await expect(accept).toBeVisible();
    await page.close();
  });

  await test.step('a device that another page takes meanwhile is refused in a sentence', async () => {
    const path = (place: 0 | 1) =>
      `/${northwind}/configurations/${ambiguous.configurationIds[place]}`;
    const first = await openPanel(extension, path(0));
    const second = await openPanel(extension, path(1));
    await second.panel.getByRole('button', { name: 'Accept Suggested Match' }).click();
    await expect.poll(async () => (await fieldsOf(second.panel))['Name']).toContain('Library');
    await first.panel.getByRole('button', { name: 'Accept Suggested Match' }).click();
    await expect(first.panel).toContainText(
      'Another decision about this device was made meanwhile; look at it before you decide again.',
    );
    expect(await matchesOf(ambiguous.configurationIds[0])).toEqual([]);
  });
});

test(
  'the list of configurations counts the unmatched devices and leads to them',
  { tag: '@long' },
  async ({ extension }) => {
    await ready(extension);
    const { page, panel } = await openPanel(extension, `/${northwind}/configurations`);
    const matching = await MatchingPage.open(extension, `#organization/${northwind}`);
    const [unmatched] = await matching.counts();
    await matching.page.close();
    expect(unmatched).toBeGreaterThan(5);
    await expect(panel).toContainText(`${unmatched} Datto devices unmatched`);
    expect(await axe(page)).toEqual([]);

    const open = panel.getByRole('button', { name: 'Open matching' });
    await open.evaluate((element) => (element as HTMLElement).click());
    await page.waitForTimeout(300);
    expect(extension.context.pages().filter((each) => each.url().includes('matching'))).toEqual([]);
    const opened = extension.context.waitForEvent('page');
    await open.click();
    const tab = await opened;
    await expect(tab).toHaveURL(new RegExp(`/matching\\.html#organization/${northwind}$`));
    await expect.poll(() => new MatchingPage(tab).counts()).toContain(unmatched);

    // A second time the same tab comes to the front, from wherever it is in the matching page.
    const isInFront = async () =>
      (await tab.evaluate<{ active: boolean }>('chrome.tabs.getCurrent()')).active;
    await tab.getByRole('link', { name: 'Networks' }).click();
    await expect(tab).toHaveURL(/#networks$/);
    await page.bringToFront();
    await expect.poll(isInFront).toBe(false);
    const pages = extension.context.pages().length;
    // A button that has only just come into view asks for a second click.
    await expect(async () => {
      await open.click({ timeout: 2000 });
      await expect(tab).toHaveURL(new RegExp(`/matching\\.html#organization/${northwind}$`), {
        timeout: 2000,
      });
    }).toPass();
    await expect.poll(() => new MatchingPage(tab).counts()).toContain(unmatched);
    await expect.poll(isInFront).toBe(true);
    expect(extension.context.pages()).toHaveLength(pages);

    // An organization without a matched network has no line.
    const other = await extension.portal(`/${DEMO.organizations.meridian}/configurations`);
    await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
    await other.waitForTimeout(500);
    await expect(panelOn(other)).toHaveCount(0);
  },
);
