import { expect, screenshots, test } from './fixtures';
import { fieldsOf } from './harness/fields';
import { openPanel, panelOn } from './harness/panel';
import { standing } from './harness/place';
import { DEMO } from '@/test/simulator/tenant/demo-ids';

const { organizationId, configurationId } = DEMO.panel.switch;
const path = `/${organizationId}/configurations/${configurationId}`;

/** What the portal's pages are made of, and the block that shows the name. */
const shapes = [
  ['landmarks', 'main h1'],
  ['hybrid', 'div.page-header.qa-page-header.h1'],
  ['react', '.react-page-header__left'],
  ['text', '.summary'],
] as const;

test('the panel finds its place among pages of every make', async ({ extension }) => {
  await extension.connect();
  await extension.synced();
  for (const [shape, title] of shapes)
    await test.step(`pages made of ${shape}`, async () => {
      const { page, panel } = await openPanel(extension, `${path}?portal=${shape}`);
      await expect(page.locator(title)).toContainText('NW-SW01 Server Room');
      await expect.poll(async () => (await fieldsOf(panel))['Ports (Active/Total)']).toBe('17/28');
      if (shape !== 'landmarks') {
        await expect(page.locator('main, h1')).toHaveCount(0);
        await expect(page.locator('.dropdown-menu')).toBeHidden();
      }
      const at = await standing(panel);
      expect(at).toMatchObject({ corner: null, aside: false, covered: 0 });
      expect(at.width).toBeGreaterThanOrEqual(320);
      // Clear of the bars and of the menu, not flush with them.
      expect(at.top).toBeGreaterThanOrEqual(at.bars + 8);
      expect(at.left).toBeGreaterThanOrEqual(200 + 8);
      await screenshots(page, `placed-${shape}`, { widths: [900, 1280] });

      await page
        .getByRole('link', { name: /^Configurations/ })
        .first()
        .click();
      await expect(page).toHaveURL(/\/configurations$/);
      await expect(panel.locator('dl')).toHaveCount(0);
      await page.goBack();
      await expect.poll(async () => (await fieldsOf(panel))['Ports (Active/Total)']).toBe('17/28');
      await page.close();
    });
});

test('nothing is shown on MyGlue', { tag: '@long' }, async ({ extension, simulator }) => {
  simulator.tenant.quirks.portal = { shape: 'hybrid', myGlue: true };
  await extension.connect();
  await extension.synced();
  const page = await extension.portal(path);
  await expect(page.locator('body.myglue .qa-page-header')).toBeVisible();
  await page.waitForTimeout(500);
  await expect(panelOn(page)).toHaveCount(0);
});
