import { axe, expect, test } from './fixtures';
import { iAm, ready } from './harness/matching';
import {
  archived,
  autoCreateName,
  documented,
  idsOf,
  switchAutoCreate,
  traitOf,
  wirelessRecords,
  wirelessType,
} from './harness/wireless';
import { DEMO } from '@/test/simulator/tenant/demo-ids';

test(
  'a Manager sees that it is off, and why it is not theirs to switch',
  { tag: '@long' },
  async ({ extension }) => {
    await ready(extension, DEMO.users.manager);
    const page = await extension.openOptions('auto-create');
    const box = page.getByRole('checkbox', { name: autoCreateName, exact: true });
    await expect(box).toBeDisabled();
    await expect(page.locator('#auto-create')).toContainText('your role is Manager');
    expect(await axe(page)).toEqual([]);
    await iAm(extension, null);
    await expect(page.locator('#auto-create')).toContainText('Choose who you are first');
    await expect(page.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0);
  },
);

test(
  'disconnecting archives what was documented, where that is chosen',
  { tag: '@long' },
  async ({ extension, simulator }) => {
    const { tenant, faults } = simulator;
    await ready(extension);
    await switchAutoCreate(extension, true);
    const wanted = documented(tenant);
    const refusing = faults.add({
      kind: 'answer',
      api: 'itglue',
      method: 'PATCH',
      path: /\/passwords\//,
      times: 1,
      status: 422,
      body: { errors: [{ title: 'Unprocessable', detail: 'Not now', status: '422' }] },
    });
    const page = await extension.openOptions();
    await page.getByRole('button', { name: 'Disconnect', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Archive it').check();
    await dialog.getByRole('button', { name: 'Disconnect', exact: true }).click();
    await expect(dialog.getByRole('alert')).toContainText('Not now', { timeout: 60_000 });
    expect(await axe(page)).toEqual([]);
    expect(await extension.readStore('wireless')).not.toEqual([]);
    refusing.remove();

    await dialog.getByRole('button', { name: 'Disconnect', exact: true }).click();
    await expect(page.getByText(/^Disconnected\./)).toBeVisible({ timeout: 60_000 });
    expect(documented(tenant)).toEqual(archived(wanted));
    expect(wirelessType(tenant)?.enabled).toBe(false);
    expect(await extension.readStore('wireless')).toEqual([]);
  },
);

test(
  'disconnecting keeps what was documented, where that is chosen',
  { tag: '@long' },
  async ({ extension, simulator }) => {
    const { tenant, requests } = simulator;
    await ready(extension);
    await switchAutoCreate(extension, true);
    const wanted = documented(tenant);
    const ids = idsOf(tenant);
    requests.clear();
    const page = await extension.openOptions();
    await page.getByRole('button', { name: 'Disconnect', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByLabel('Keep it as it is')).toBeChecked();
    await dialog.getByRole('button', { name: 'Disconnect', exact: true }).click();
    await expect(page.getByText(/^Disconnected\./)).toBeVisible();
    expect(requests.writes()).toEqual([]);
    await page.close();

    // Another browser, or this one again, recognizes all of it.
    await ready(extension);
    await switchAutoCreate(extension, true);
    expect(documented(tenant)).toEqual(wanted);
    expect(idsOf(tenant)).toEqual(ids);
    expect(traitOf(tenant, wirelessRecords(tenant)[0]!, 'Pre-shared Key')).toBeTruthy();
  },
);
