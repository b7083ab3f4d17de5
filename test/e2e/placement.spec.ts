import type { Locator, Page } from '@playwright/test';
import { DEMO } from '@/test/simulator/tenant/demo-ids';
import { portalShapes } from '@/test/simulator/tenant/quirks';
import { expect, screenshots, test } from './fixtures';
import { openPanel, panelOn } from './harness/panel';
import { standing } from './harness/place';

const { organizationId, configurationId } = DEMO.panel.switch;
const path = `/${organizationId}/configurations/${configurationId}`;
const another = `/${organizationId}/configurations/${DEMO.panel.accessPoint.configurationId}`;
const margin = 12;

async function press(panel: Locator, name: string): Promise<void> {
  const button = panel.getByRole('button', { name });
  // Tried before, a click would scroll the page until a bar lies over the button.
  await expect(button).toBeEnabled();
  await button.click();
}

/** The panel of a page that was loaded again. */
async function reloaded(page: Page): Promise<Locator> {
  await page.reload();
  const panel = panelOn(page);
  await expect(panel).toBeVisible({ timeout: 60_000 });
  await expect(panel.locator('[aria-busy="true"]')).toHaveCount(0);
  return panel;
}

test.beforeEach(async ({ extension }) => {
  await extension.connect();
  await extension.synced();
});

for (const shape of portalShapes) {
  // The last has nothing that the panel could hold on to.
  const tag = shape === portalShapes.at(-1) ? [] : ['@long'];
  test(
    `a panel is docked by choice on pages made of ${shape}, in every corner, below the bars`,
    { tag },
    async ({ extension }) => {
      const { page, panel } = await openPanel(extension, `${path}?portal=${shape}`);
      expect((await standing(panel)).corner).toBeNull();
      await press(panel, 'Dock to the corner');
      for (const corner of ['bottom-end', 'bottom-start', 'top-end', 'top-start']) {
        await expect.poll(async () => (await standing(panel)).corner).toBe(corner);
        const at = await standing(panel);
        expect(at).toMatchObject({ collapsed: false, aside: false, covered: 0, width: 400 });
        expect(at.top).toBeGreaterThanOrEqual(at.bars + margin);
        expect(at.bottom).toBeLessThanOrEqual(at.window.height - margin);
        expect(at.left).toBeGreaterThanOrEqual(margin);
        expect(at.right).toBeLessThanOrEqual(at.window.width - margin);
        if (corner === 'bottom-end') await screenshots(page, `docked-${shape}`, { widths: [1280] });
        await press(panel, 'Move aside');
      }
      await expect.poll(async () => (await standing(panel)).corner).toBe('bottom-end');
    },
  );

  test(
    `a docked panel covers nothing that has the focus on pages made of ${shape}`,
    { tag: '@long' },
    async ({ extension }) => {
      const { page, panel } = await openPanel(extension, `${path}?portal=${shape}`);
      await press(panel, 'Dock to the corner');
      for (const height of [600, 900]) {
        await page.setViewportSize({ width: 1000, height });
        await page.locator('body').click({ position: { x: 500, y: 300 }, force: true });
        const seen = new Set<string>();
        for (let pressed = 0; pressed < 40; pressed += 1) {
          await page.keyboard.press('Tab');
          const focused = await page.evaluate(() => document.activeElement?.outerHTML ?? '');
          await expect.poll(async () => (await standing(panel)).overFocus).toBe(0);
          seen.add(focused);
        }
        expect(seen.size).toBeGreaterThan(8);
      }
    },
  );

  test(
    `where a window leaves no room beside the menu of pages made of ${shape}, the panel is docked`,
    { tag: '@long' },
    async ({ extension }) => {
      const { page, panel } = await openPanel(extension, `${path}?portal=${shape}`);
      await page.setViewportSize({ width: 500, height: 800 });
      await expect
        .poll(async () => {
          const { corner, width } = await standing(panel);
          return corner !== null || width >= 320;
        })
        .toBe(true);
      const at = await standing(panel);
      expect(at).toMatchObject({ aside: false, covered: 0 });
      expect(at.width).toBeGreaterThanOrEqual(320);
      expect(at.top).toBeGreaterThanOrEqual(at.bars);
      await screenshots(page, `narrow-${shape}`, { widths: [500] });
      await page.setViewportSize({ width: 1280, height: 800 });
      await expect.poll(async () => (await standing(panel)).corner).toBeNull();
    },
  );
}

test(
  'corner and collapsing are remembered, on every page, until the panel is put back',
  { tag: '@long' },
  async ({ extension }) => {
    const { page, panel } = await openPanel(extension, `${path}?portal=hybrid`);
    await press(panel, 'Dock to the corner');
    await press(panel, 'Move aside');
    await press(panel, 'Collapse');
    const chosen = { corner: 'bottom-start', collapsed: true };
    await expect.poll(() => standing(panel)).toMatchObject(chosen);
    expect((await standing(panel)).height).toBeLessThan(80);
    await expect(panel.locator('dl')).toBeHidden();
    const again = await reloaded(page);
    await expect.poll(() => standing(again)).toMatchObject(chosen);
    await expect(again.getByRole('button', { name: 'Expand' })).toHaveAttribute(
      'aria-expanded',
      'false',
    );
    const other = await openPanel(extension, `${another}?portal=react`);
    await expect.poll(() => standing(other.panel)).toMatchObject(chosen);
    await press(again, 'Expand');
    await expect.poll(() => standing(again)).toMatchObject({ ...chosen, collapsed: false });
    await expect(again.locator('dl')).toBeVisible();
    await press(again, 'Put back into the page');
    await expect.poll(async () => (await standing(again)).corner).toBeNull();
    expect((await standing(await reloaded(page))).corner).toBeNull();
  },
);

test(
  'a docked panel is dragged by its header into another corner, and stays there',
  { tag: '@long' },
  async ({ extension }) => {
    const { page, panel } = await openPanel(extension, `${path}?portal=text`);
    await press(panel, 'Dock to the corner');
    await expect.poll(async () => (await standing(panel)).corner).toBe('bottom-end');
    const { left, top } = await standing(panel);
    await page.mouse.move(left + 60, top + 24);
    await page.mouse.down();
    await page.mouse.move(400, 300, { steps: 8 });
    await page.mouse.move(250, 140, { steps: 8 });
    await page.mouse.up();
    await expect.poll(async () => (await standing(panel)).corner).toBe('top-start');
    expect(await standing(await reloaded(page))).toMatchObject({
      corner: 'top-start',
      left: margin,
    });
  },
);
