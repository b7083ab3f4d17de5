import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { DEMO } from '@/test/simulator/tenant/demo-ids';
import { axe, expect, screenshots, test } from './fixtures';
import { iAm, ready } from './harness/matching';
import { openPanel, panelOn } from './harness/panel';
import { switchAutoCreate } from './harness/wireless';

const { northwind } = DEMO.organizations;
const list = `/${northwind}/configurations`;

/** Where every row, cell and link of the table is. */
const boxes = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('tr, th, td, table a')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [x, y, width, height].map((value) => Math.round(value * 10) / 10).join(' ');
    }),
  );
const narrow = (page: Page, padding: string) =>
  page.evaluate(async (padding) => {
    for (const cell of document.querySelectorAll<HTMLElement>('th, td')) {
      cell.style.padding = padding;
      cell.style.minWidth = padding && '0';
    }
    // Marks follow before the next picture is painted.
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  }, padding);
const showMarks = (page: Page, shown: boolean) =>
  page.evaluate(
    (display) => {
      for (const mark of document.querySelectorAll<HTMLElement>('datto-networking-mark'))
        mark.style.display = display;
    },
    shown ? '' : 'none',
  );
/** Marks with their word, whose picture lies over other words or out of its cell. */
const misplaced = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('datto-networking-mark')].flatMap((mark) => {
      const svg = mark.shadowRoot?.querySelector('svg');
      const link = mark.closest('a');
      const cell = mark.closest('th, td');
      if (!svg || !link || !cell) return [`nowhere: ${link?.textContent}`];
      const box = mark.getBoundingClientRect();
      const words = document.createRange();
      words.selectNodeContents(link);
      words.setEndBefore(mark);
      const over = [...words.getClientRects()].some(
        ({ left, right, top, bottom }) =>
          left < box.right && right > box.left && top < box.bottom && bottom > box.top,
      );
      const { left, right } = cell.getBoundingClientRect();
      return over || box.left < left || box.right > right + 8 ? [link.textContent] : [];
    }),
  );

test(
  'the list of configurations says how each device is, without moving its table',
  { tag: '@long' },
  async ({ extension, simulator }) => {
    await ready(extension);
    simulator.requests.clear();
    const page = await extension.portal(`${list}?rerender=400`);
    const marks = page.locator('table datto-networking-mark');
    const link = page.getByRole('link', { name: 'NW-SW01 Server Room Up' });
    await expect(link).toBeVisible();
    const count = await marks.count();
    expect(count).toBeGreaterThan(5);
    expect(simulator.requests.count({ api: 'datto' })).toBe(0);
    // Ten times drawn again by the page meanwhile.
    await page.waitForTimeout(4_500);
    await expect(marks).toHaveCount(count);

    await test.step('in wide and narrow columns', async () => {
      for (const [width, padding] of [
        [1280, ''],
        [700, '5px'],
        [360, ''],
        [360, '5px'],
      ] as const) {
        await page.setViewportSize({ width, height: 900 });
        await narrow(page, padding);
        const withMarks = await boxes(page);
        expect(await misplaced(page), `at ${width}, ${padding}`).toEqual([]);
        await showMarks(page, false);
        expect(await boxes(page)).toEqual(withMarks);
        await showMarks(page, true);
      }
      await narrow(page, '');
    });

    await test.step('in rows that the page sorts, and fills with other names', async () => {
      const marked = await page.evaluate(async () => {
        const [first, second] = document.querySelectorAll<HTMLTableRowElement>('tbody tr');
        first!.parentElement!.append(first!);
        const link = second!.querySelector('a')!;
        link.href = first!.querySelector('a')!.href;
        link.querySelector('bdi')!.textContent = 'Another name';
        // Before the next picture is painted.
        await new Promise(requestAnimationFrame);
        return [first!, second!].map((row) => row.querySelector('datto-networking-mark') !== null);
      });
      expect(marked[0]).toBe(marked[1]);
    });

    for (const theme of ['light', 'dark']) {
      await page.goto(page.url().replace(/\?.*/, `?theme=${theme}`));
      await expect(marks).toHaveCount(count);
      expect(await axe(page)).toEqual([]);
      await page.screenshot({ path: `test-results/pictures/list-marks-${theme}.png` });
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.screenshot({ path: 'test-results/pictures/list-marks-1280.png' });
  },
);

test(
  'the organization’s home page leads to its network sheet, which is printed and saved as CSV',
  { tag: '@long' },
  async ({ extension, simulator }) => {
    await ready(extension);
    await switchAutoCreate(extension, true);
    await extension.synced();
    // A switch whose page was opened has told what is on its ports.
    const { organizationId, configurationId } = DEMO.panel.switch;
    const path = `/${organizationId}/configurations/${configurationId}`;
    const { page: core, panel: live } = await openPanel(extension, path);
    await expect(live).toContainText('17/28');
    await expect(live.locator('[aria-busy="true"]')).toHaveCount(0);
    await expect
      .poll(async () =>
        (await extension.readStore('sightings')).map(({ source }) => source as string),
      )
      .toContain(`switch:${DEMO.panel.switch.deviceId}`);
    await core.close();
    // What that page asked for may still be under way.
    const asked = () => simulator.requests.count({ api: 'datto' });
    await expect(async () => {
      const before = asked();
      await new Promise((resolve) => setTimeout(resolve, 1500));
      expect(asked()).toBe(before);
    }).toPass();
    simulator.requests.clear();
    const { page: home, panel } = await openPanel(extension, `/${northwind}`);
    await expect(panel).toContainText('devices');
    expect(await axe(home)).toEqual([]);
    await home.screenshot({ path: 'test-results/pictures/network-card.png' });

    const opened = extension.context.waitForEvent('page');
    const open = panel.getByRole('button', { name: 'Open network sheet' });
    await expect(open).toBeEnabled();
    await open.focus();
    await home.keyboard.press('Enter');
    const page = await opened;
    await expect(page.getByRole('heading', { level: 1, name: 'Northwind Traders' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Devices', exact: true })).toContainText(
      'NW-SW01 Server Room',
    );
    expect(simulator.requests.count({ api: 'datto' })).toBe(0);

    await test.step('what hangs on what, as a picture and as a table', async () => {
      const tree = page.locator('.tree').first();
      const core = tree.locator('li').filter({ hasText: 'NW-SW01 Server Room' }).last();
      await expect(core).toContainText('NWT-MFP-2F');
      await expect(tree).toContainText(/was read \w+ \d+, \d{4}/);
      await page.getByRole('button', { name: 'As a table' }).focus();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('row', { name: /NW-SW01 Server Room/ }).last()).toBeVisible();
      await page.getByRole('button', { name: 'As a picture' }).click();
    });

    await test.step('each table as CSV', async () => {
      const saved = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Save as CSV: Wi-Fi networks' }).click();
      const file = await saved;
      expect(file.suggestedFilename()).toMatch(/^datto-networking-northwind-traders-wi-fi-/);
      const text = await readFile(await file.path(), 'utf8');
      expect(text).toContain('Northwind,');
      for (const { wpa_password: key } of wifiOf(simulator.tenant))
        if (key) expect(text).not.toContain(key);
      expect(await page.content()).not.toContain('guest-of-northwind-1');
    });

    await test.step('as wide and as narrow as windows are, in both themes', async () => {
      for (const width of [360, 768, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        expect(over, `sideways at ${width}`).toBeLessThanOrEqual(0);
        expect(await axe(page)).toEqual([]);
      }
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await axe(page)).toEqual([]);
      await screenshots(page, 'network-sheet', { widths: [360, 1280] });
    });

    await test.step('as a report on paper, light whatever the theme', async () => {
      await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
      const ground = await page.evaluate(
        "getComputedStyle(document.documentElement).getPropertyValue('--surface').trim()",
      );
      expect(ground).toMatch(/^#fff(fff)?$/);
      await expect(page.getByRole('button')).toHaveCount(0);
      await expect(page.getByText(/^As of .*, .*\(?(GMT|UTC)/)).toBeVisible();
      for (const [format, size] of [
        ['A4', '595 842'],
        ['Letter', '612 792'],
      ] as const) {
        const pdf = (await page.pdf({ format, preferCSSPageSize: true })).toString('latin1');
        expect(pdf.startsWith('%PDF')).toBe(true);
        expect(pdf.replaceAll(/\.\d+/g, '')).toContain(`[0 0 ${size}]`);
      }
      // As wide as the paper is between its margins.
      await page.setViewportSize({ width: 703, height: 1017 });
      await page.screenshot({ path: 'test-results/pictures/network-sheet-print.png' });
      const over = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect(over).toBeLessThanOrEqual(0);
    });

    await test.step('neither for who may not see the organization', async () => {
      await iAm(extension, DEMO.users.editor);
      await home.reload();
      await page.emulateMedia({ media: 'screen' });
      await expect(page.getByText('Your groups in IT Glue do not include')).toBeVisible();
      await expect(page.getByText('NW-SW01')).toHaveCount(0);
      await expect(panelOn(home)).toHaveCount(0);
    });
  },
);

const wifiOf = ({ datto }: { datto: { networks: { ssids: object }[] } }) =>
  datto.networks.flatMap(({ ssids }) => Object.values(ssids) as { wpa_password: string }[]);
