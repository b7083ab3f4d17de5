import type { Page } from '@playwright/test';
import { DEMO } from '@/test/simulator/tenant/demo-ids';
import { axe, expect, test } from './fixtures';
import { fieldsOf } from './harness/fields';
import { ready } from './harness/matching';
import { openPanel, panelOn } from './harness/panel';

const { northwind } = DEMO.organizations;
const list = `/${northwind}/configurations`;
const { nameOnly, ambiguous } = DEMO.matching;

/** Goes to a page of the portal as a click on one of its links does. */
const goTo = (page: Page, path: string) =>
  page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);

const unmatchedOf = async (page: Page) =>
  Number(/^(\d+) Datto devices? unmatched$/m.exec(await panelOn(page).innerText())?.[1]);

test('accepting a suggestion turns the panel into the device’s, without a reload', async ({
  extension,
  simulator,
}) => {
  await ready(extension);
  const { page, panel } = await openPanel(extension, `${list}/${nameOnly.configurationId}`);
  await page.evaluate(() => Object.assign(window, { notReloaded: true }));
  await expect(panel.getByText('same name')).toBeVisible();
  expect(await axe(page)).toEqual([]);
  const node = simulator.tenant.datto.networks
    .flatMap(({ nodes }) => nodes)
    .find(({ id }) => id === nameOnly.deviceId)!;
  node.firmware_version = '7.1.99-live';
  await panel.getByRole('button', { name: 'Accept Suggested Match' }).click();
  await expect.poll(async () => (await fieldsOf(panel))['Firmware']).toBe('7.1.99-live');
  await expect(panel.getByText('Matched by hand')).toBeVisible();
  expect(await page.evaluate(() => 'notReloaded' in window)).toBe(true);
  const matches = await extension.readStore('deviceMatches');
  expect(
    matches.find(({ deviceKey }) => deviceKey === `access-point:${nameOnly.deviceId}`),
  ).toMatchObject({ state: 'matched', configurationId: nameOnly.configurationId, rule: 'by-hand' });
});

test('a click that a script of the page makes decides nothing', async ({ extension }) => {
  await ready(extension);
  const { page, panel } = await openPanel(extension, `${list}/${nameOnly.configurationId}`);
  await expect(panel.getByRole('button', { name: 'Accept Suggested Match' })).toBeVisible();
  const before = await extension.readStore('deviceMatches');
  await page.evaluate(() => {
    for (const { shadowRoot } of document.querySelectorAll('*'))
      for (const button of shadowRoot?.querySelectorAll('button') ?? []) button.click();
  });
  await page.waitForTimeout(500);
  await expect(panel).toContainText('No Datto device is matched to this configuration.');
  expect(await extension.readStore('deviceMatches')).toEqual(before);
  expect(await extension.readStore('ignoredConfigurations')).toEqual([]);
});

test('Match To finds a device as one types, by keyboard alone', async ({ extension }) => {
  await ready(extension);
  const [configuration] = ambiguous.configurationIds;
  const { page, panel } = await openPanel(extension, `${list}/${configuration}`);
  await panel.getByRole('button', { name: 'Match To' }).press('Enter');
  await page.keyboard.type('annex');
  await expect(panel.getByRole('option')).toHaveCount(1);
  expect(await axe(page)).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await fieldsOf(panel))['Name']).toContain('NW-AP20 Annex');
});

test('an ignored configuration is one quiet line, until that is taken back', async ({
  extension,
}) => {
  await ready(extension);
  const { page, panel } = await openPanel(extension, `${list}/${nameOnly.configurationId}`);
  await panel.getByRole('button', { name: 'Ignore', exact: true }).click();
  await expect(panel.getByRole('button')).toHaveText(['Stop Ignoring']);
  expect((await panel.boundingBox())?.height).toBeLessThan(70);
  await page.reload();
  await panel.getByRole('button', { name: 'Stop Ignoring' }).click();
  await expect(panel.getByRole('button', { name: 'Accept Suggested Match' })).toBeVisible();
});

test('what was decided elsewhere meanwhile is refused in words, with what now fits', async ({
  extension,
}) => {
  await ready(extension);
  const [first, second] = ambiguous.configurationIds;
  const one = await openPanel(extension, `${list}/${first}`);
  const other = await openPanel(extension, `${list}/${second}`);
  const accept = { name: 'Accept Suggested Match' };
  await expect(one.panel.getByRole('button', accept)).toBeVisible();
  await expect(other.panel.getByRole('button', accept)).toBeVisible();
  await one.panel.getByRole('button', accept).click();
  await expect.poll(async () => (await fieldsOf(one.panel))['Name']).toContain('NW-AP18');
  await other.panel.getByRole('button', accept).click();
  await expect(other.panel.locator('.notice')).toBeVisible();
  await expect(other.panel.getByRole('button', accept)).toHaveCount(0);
});

test('those who may not match are offered nothing, and no count', async ({ extension }) => {
  await ready(extension, DEMO.users.editor);
  const { page, panel } = await openPanel(extension, `${list}/${nameOnly.configurationId}`);
  await expect(panel).toContainText('No Datto device is matched to this configuration.');
  await expect(panel.getByRole('button')).toHaveCount(0);
  await goTo(page, list);
  await expect(page.getByRole('heading', { level: 1, name: 'Configurations' })).toBeVisible();
  await page.waitForTimeout(500);
  await expect(panel).toHaveCount(0);
});

test('the list of configurations counts what is unmatched, once, wherever one comes from', async ({
  extension,
}) => {
  await ready(extension);
  const { page, panel } = await openPanel(extension, `${list}?rerender=200`);
  const before = await unmatchedOf(page);
  expect(before).toBeGreaterThan(1);
  expect(await axe(page)).toEqual([]);
  await page.waitForTimeout(1000);
  await expect(panel).toHaveCount(1);

  await goTo(page, `${list}/${nameOnly.configurationId}`);
  await panel.getByRole('button', { name: 'Accept Suggested Match' }).click();
  await expect.poll(async () => (await fieldsOf(panel))['Name']).toContain('NW-AP14');
  await page.goBack();
  await expect.poll(() => unmatchedOf(page)).toBe(before - 1);
  await expect(panel).toHaveCount(1);

  const opened = page.context().waitForEvent('page');
  await panel.getByRole('button', { name: 'Open matching' }).click();
  expect(new URL((await opened).url()).pathname).toBe('/matching.html');
});

test('nothing unmatched, no line', async ({ extension }) => {
  await ready(extension);
  const organization = [...(await extension.readStore('organizations'))].find(
    ({ id }) => id === DEMO.organizations.owner,
  );
  const page = await extension.portal(`/${organization!.id}/configurations`);
  await expect(page.getByRole('heading', { level: 1, name: 'Configurations' })).toBeVisible();
  await page.waitForTimeout(500);
  await expect(panelOn(page)).toHaveCount(0);
});
