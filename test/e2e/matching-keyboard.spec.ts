import { axe, expect, test } from './fixtures';
import { MatchingPage, ready } from './harness/matching';
import { DEMO } from '@/test/simulator/tenant/demo-ids';

test('the keyboard walks the page, and the address leads back to the same place', async ({
  extension,
}) => {
  await ready(extension);
  const matching = await MatchingPage.open(extension);
  const { page } = matching;
  const focused = page.locator('[role="row"]:focus').getByRole('rowheader');

  await test.step('/ goes to the search, Enter to the first row, arrows along the rows', async () => {
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox', { name: 'Search networks' })).toBeFocused();
    await page.keyboard.type('blue ridge');
    await page.keyboard.press('Enter');
    await expect(focused).toHaveText('Blue Ridge Veterinary Clinic - Asheville');
    await page.keyboard.press('ArrowDown');
    await expect(focused).toHaveText('The Blue Ridge Veterinary Clinic');
    await page.keyboard.press('ArrowUp');
    await expect(focused).toHaveText('Blue Ridge Veterinary Clinic - Asheville');
    await page.keyboard.press('ArrowRight');
    await expect(
      matching.row('Blue Ridge Veterinary Clinic - Asheville').getByRole('link'),
    ).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(
      matching.button('Blue Ridge Veterinary Clinic - Asheville', 'Accept Suggested Match'),
    ).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
  });

  await test.step('Enter takes the suggestion, the focus goes to the next row, u takes it back', async () => {
    await page.keyboard.press('Enter');
    await matching.announces(/^Matched Blue Ridge/);
    await expect(focused).toHaveText('The Blue Ridge Veterinary Clinic');
    await page.keyboard.press('u');
    await matching.announces(/^Undone: Match Blue Ridge/);
  });

  await test.step('u goes back step by step, over a reload, to where nothing is left', async () => {
    const decide = async (name: string) => {
      await matching.button(name, 'Ignore').click();
      await matching.announces(`Ignored ${name}`);
    };
    const [one, two] = [
      'Blue Ridge Veterinary Clinic - Asheville',
      'The Blue Ridge Veterinary Clinic',
    ] as const;
    await decide(one);
    await decide(two);
    await page.reload();
    await expect(matching.undo()).toHaveText(`Undo: Ignore ${two}`);
    await page.keyboard.press('u');
    await matching.announces(`Undone: Ignore ${two}`);
    await expect(matching.undo()).toHaveText(`Undo: Ignore ${one}`);
    await page.keyboard.press('u');
    await matching.announces(`Undone: Ignore ${one}`);
    await expect(matching.undo()).toHaveText('Nothing to undo');
    await expect(matching.undo()).toBeDisabled();
    await page.keyboard.press('u');
    await matching.announces('Nothing is left to undo in this list');
  });

  await test.step('what the search shows is selected, ignored and given back without a pointer', async () => {
    await expect(page.getByRole('searchbox')).toHaveValue('blue ridge');
    const names = await matching.rows().getByRole('rowheader').allTextContents();
    await page.keyboard.press('Control+a');
    await expect(matching.selection().getByRole('status')).toHaveText(`${names.length} selected`);
    await page.keyboard.press('x');
    await page.keyboard.press('Escape');
    await expect(matching.selection()).toHaveCount(0);
    await page.keyboard.press('k');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(matching.selection().getByRole('status')).toHaveText('2 selected');
    expect(await axe(page)).toEqual([]);
    await matching.actByKeyboard('Ignore');
    await matching.announces('Ignored 2 networks.');
    await expect(matching.rows()).toHaveCount(names.length - 2);
    await page.keyboard.press('u');
    await matching.announces('Undone: Ignore 2 networks');
    await expect(matching.rows()).toHaveCount(names.length);
    await page.keyboard.press('?');
    await expect(matching.dialog()).toContainText('select all that are shown');
    await page.keyboard.press('Escape');
  });

  await test.step('a reload and a shared link land where somebody was', async () => {
    await page.getByRole('searchbox').fill('');
    await page.getByRole('columnheader', { name: 'Devices' }).getByRole('button').click();
    await page.getByRole('columnheader', { name: 'Devices' }).getByRole('button').click();
    await page.getByRole('button', { name: 'Access points' }).click();
    await matching.search('ridge');
    await expect(page).toHaveURL(/sort=-devices/);
    await expect(page).toHaveURL(/kind=access-point/);
    const before = await matching.rows().allInnerTexts();
    expect(before.length).toBe(2);
    await page.reload();
    await expect(matching.rows()).toHaveCount(before.length);
    expect(await matching.rows().allInnerTexts()).toEqual(before);
    await expect(page.getByRole('searchbox')).toHaveValue('ridge');
    await expect(page.getByRole('button', { name: 'Access points' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    const shared = await MatchingPage.open(extension, new URL(page.url()).hash);
    expect(await shared.rows().allInnerTexts()).toEqual(before);
    await shared.page.close();
  });

  await test.step('Back returns from an organization to the tab it was opened from', async () => {
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await matching.tab('Matched').click();
    const row = matching.row('Harbor Dental Group').first();
    await row.focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`#organization/${DEMO.organizations.harbor}`));
    await matching.tab('Matched').click();
    await page.getByRole('combobox', { name: 'Status' }).selectOption('Down');
    await expect(page).toHaveURL(/status=down/);
    await page.goBack();
    await page.goBack();
    await expect(matching.tab('Matched')).toHaveAttribute('aria-selected', 'true');
    await expect(page).toHaveURL(/#networks\?tab=matched/);
  });
});
