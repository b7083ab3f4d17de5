import { axe, expect, test } from './fixtures';
import { everythingStored, overhear } from './harness/everything';
import { ready } from './harness/matching';
import { openPanel } from './harness/panel';
import {
  autoCreateDone,
  chooseAutoCreate,
  documented,
  recordPath,
  switchAutoCreate,
  toDocument,
  wirelessPasswords,
  ssid,
  writesOfSync,
} from './harness/wireless';
import { DEMO } from '@/test/simulator/tenant/demo-ids';
import { longestKey } from '@/test/simulator/tenant/demo-ssids';
import { preSharedKeys } from '@/test/simulator/tenant/tenant';

test(
  'a worker stopped between a record and its password makes nothing twice',
  { tag: '@long' },
  async ({ extension, simulator }) => {
    const { tenant, faults, requests } = simulator;
    // Otherwise the worker that goes on finds the access points related by their tag, and links them no more.
    tenant.quirks.itglue.tagsRelate = false;
    await ready(extension);
    const held = faults.add({
      kind: 'hang',
      effect: 'after',
      api: 'itglue',
      method: 'POST',
      path: /\/passwords(?:\?|$)/,
    });
    const page = await extension.openOptions('auto-create');
    await chooseAutoCreate(page, true);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await held.reached;
    // Until the other organizations are done: what is under way and never arrives is waited for much longer.
    let before = -1;
    await expect
      .poll(
        () => {
          const writes = requests.writes({ api: 'itglue' }).length;
          const quiet = writes === before;
          before = writes;
          return quiet;
        },
        { intervals: [1000], timeout: 20_000 },
      )
      .toBe(true);
    await extension.stopWorker();
    held.remove();
    await page.reload();
    await autoCreateDone(page, true);
    await expect(page.locator('.auto-create-result')).toBeVisible();
    const wanted = await toDocument(extension, tenant);
    expect(documented(tenant)).toEqual(wanted);
    expect(wirelessPasswords(tenant)).toHaveLength(wanted.length);
    expect(await writesOfSync(extension, simulator)).toEqual([]);
  },
);

test(
  'what IT Glue refuses is named with its reason; the others are documented',
  { tag: '@long' },
  async ({ extension, simulator }) => {
    const { tenant, faults } = simulator;
    await ready(extension);
    const detail = 'Name is reserved <by> the PSA';
    faults.add({
      kind: 'answer',
      api: 'itglue',
      method: 'POST',
      path: /\/flexible_assets(?:\?|$)/,
      status: 422,
      body: { errors: [{ title: 'Unprocessable', detail, status: '422' }] },
    });
    const page = await extension.openOptions('auto-create');
    await chooseAutoCreate(page, true);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await autoCreateDone(page, true);
    await expect(page.locator('.auto-create-refused li')).toHaveCount(1);
    await expect(page.locator('.auto-create-refused li')).toContainText(detail);
    expect(await axe(page)).toEqual([]);
    const wanted = await toDocument(extension, tenant);
    expect(documented(tenant)).toHaveLength(wanted.length - 1);

    await extension.syncNow();
    expect(documented(tenant)).toEqual(wanted);
    await expect(page.locator('.auto-create-refused')).toHaveCount(0);
  },
);

test('no key of a Wi-Fi network is stored, logged, sent to a page or shown on one', async ({
  extension,
  simulator,
}) => {
  const { tenant, faults } = simulator;
  const { heard, ready: listening } = overhear(extension.context);
  await listening;
  await ready(extension);
  // Where a server repeats what it was sent, its answer is an error text with a key in it.
  faults.add({
    kind: 'answer',
    api: 'itglue',
    method: 'POST',
    path: /\/passwords(?:\?|$)/,
    status: 422,
    body: {
      errors: [{ title: 'Unprocessable', status: '422', detail: `Password ${longestKey} is bad` }],
    },
  });
  await switchAutoCreate(extension, true);
  const changed = ssid(simulator, DEMO.ssids.emoji);
  const keys = [...preSharedKeys(tenant), 'the-next-key-of-the-guests'];
  changed.wpa_password = 'the-next-key-of-the-guests';
  await extension.syncNow();
  expect(wirelessPasswords(tenant).map(({ password }) => password)).toContain(longestKey);

  const { page, panel } = await openPanel(extension, recordPath(tenant, DEMO.ssids.longKey));
  await expect(panel).toBeVisible();
  const options = await extension.openOptions('activity');
  await expect(options.locator('#activity ol > li').first()).toBeVisible();
  const shown = [await page.content(), await panel.innerText(), await options.content()];
  const stored = await everythingStored(extension.context, extension.id);
  const places = { stored, heard: heard.join('\n'), shown: shown.join('\n') };
  // What is searched is not empty.
  expect(stored.includes('keyDigest')).toBe(true);
  expect(heard.filter((text) => text.startsWith('["answer"')).length).toBeGreaterThan(3);
  expect(places.shown.includes('Northwind')).toBe(true);
  for (const key of keys) {
    const forms = [key, JSON.stringify(key).slice(1, -1), key.trim(), btoa(key)];
    for (const [place, text] of Object.entries(places))
      // Not printed where it is found: these texts are long, and the report is no place for a key.
      expect(
        forms.some((form) => text.includes(form)),
        `${place} has a key`,
      ).toBe(false);
  }
});
