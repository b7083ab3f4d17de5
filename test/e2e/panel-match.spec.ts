import { axe, expect, test } from './fixtures';
import { fieldsOf } from './harness/fields';
import { ready } from './harness/matching';
import { openPanel } from './harness/panel';
import { DEMO } from '@/test/simulator/tenant/demo-ids';

const { organizationId, configurationId, deviceId } = DEMO.panel.accessPoint;
const path = `/${organizationId}/configurations/${configurationId}`;

test(
  'a wrong match is ended, changed and taken back where it is seen',
  { tag: '@long' },
  async ({ extension }) => {
    await ready(extension);
    const { page, panel } = await openPanel(extension, path);
    const name = () => fieldsOf(panel).then((fields) => fields['Name']);
    const button = (words: string) => panel.getByRole('button', { name: words, exact: true });
    await expect.poll(name).toContain('NW-AP01');
    await expect(panel.getByText('Updated now')).toBeVisible();
    expect(await axe(page)).toEqual([]);

    await test.step('a click by a script does nothing', async () => {
      await button('Unmatch').evaluate((element) => (element as HTMLElement).click());
      await page.waitForTimeout(500);
      expect(await name()).toContain('NW-AP01');
    });

    await test.step('Unmatch, and Undo', async () => {
      await button('Unmatch').click();
      await expect(panel).toContainText('Unmatched from NW-AP01 Lobby.');
      await expect(panel.locator('dl')).toHaveCount(0);
      expect(await axe(page)).toEqual([]);
      await button('Undo').click();
      await expect.poll(name).toContain('NW-AP01');
    });

    await test.step('Change Match, and Undo, by keyboard', async () => {
      await button('Change Match').focus();
      // A button takes no key before it was there for a moment.
      await expect(button('Change Match')).toBeEnabled();
      await page.keyboard.press('Enter');
      const search = panel.getByRole('combobox', { name: 'Match To' });
      await search.fill('annex');
      await expect(panel.getByRole('option', { name: /NW-AP20 Annex/ })).toBeVisible();
      await search.press('ArrowDown');
      await page.waitForTimeout(500);
      await search.press('Enter');
      await expect.poll(name).toContain('NW-AP20 Annex');
      await expect(panel).toContainText('Matched to NW-AP20 Annex.');
      // The way back is there as long as the day is.
      await page.reload();
      await expect(panel).toContainText('Matched to NW-AP20 Annex.');
      await button('Undo').click();
      await expect.poll(name).not.toContain('NW-AP20');
      expect(await name()).toContain('NW-AP01');
      const matches = await extension.readStore('deviceMatches');
      expect(
        matches.filter(
          (match) => match.state === 'matched' && match.configurationId === configurationId,
        ),
      ).toMatchObject([{ deviceKey: `access-point:${deviceId}` }]);
    });
  },
);

test('who may not match sees no way to change one', { tag: '@long' }, async ({ extension }) => {
  await ready(extension, DEMO.users.editor);
  const { panel } = await openPanel(extension, path);
  await expect(panel.getByText('Updated now')).toBeVisible();
  for (const name of ['Unmatch', 'Change Match'])
    await expect(panel.getByRole('button', { name })).toHaveCount(0);
});
