import type { Page } from '@playwright/test';
import { DEMO } from '@/test/simulator/tenant/demo-ids';
import { axe, expect, test } from './fixtures';
import { ready } from './harness/matching';

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

test('the list of configurations says how each device is, without moving its table', async ({
  extension,
  simulator,
}) => {
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
});
