import { expect, test } from './fixtures';
import type { Extension } from './harness/extension';
import { fieldsOf } from './harness/fields';
import { iAm } from './harness/matching';
import { openPanel } from './harness/panel';
import { maxSuggestions } from '@/lib/matching/match-devices';
import type { Tenant } from '@/test/simulator/tenant/tenant';
import { generateTenant } from '@/test/simulator/tenant/generate';

/** One configuration was copied so many times, its MAC with it. */
const copyIds = Array.from({ length: 300 }, (_, index) => String(880_001 + index));
const copiedMac = 'AC-86-74-FF-00-01';

/** Some hundred organizations, and the copies in one of them beside configurations that match. */
function largeTenant(): Tenant {
  const tenant = generateTenant({ seed: 11, organizations: 100, networks: 120, devices: 1500 });
  const { organizationId, copied } = placeOfCopies(tenant);
  copied.mac = copiedMac;
  const { configurations } = tenant.itglue;
  const like = [...configurations.values()].find((each) => each.organizationId === organizationId)!;
  copyIds.forEach((id, index) =>
    configurations.set(id, {
      ...like,
      id,
      name: `Template ${index + 1}`,
      serialNumber: null,
      archived: false,
      interfaces: like.interfaces
        .slice(0, 1)
        .map((each) => ({ ...each, id: `${id}1`, ipAddress: null, macAddress: copiedMac })),
    }),
  );
  return tenant;
}

/** The first organization that has a network by its own name with documented devices, and a device of it. */
function placeOfCopies({ datto, itglue }: Tenant) {
  const documented = new Set(
    [...itglue.configurations.values()].map(({ organizationId }) => organizationId),
  );
  for (const { name, nodes } of datto.networks)
    for (const organization of itglue.organizations.values())
      if (organization.name === name && documented.has(organization.id) && nodes[3])
        return { organizationId: organization.id, copied: nodes[3] };
  throw new Error('The generated tenant documents no network.');
}

test.use({ tenant: async ({}, use) => use(largeTenant()) });

test(
  'a tenant of a hundred organizations syncs whole, within the budget, and its pages have their panels',
  { tag: '@long' },
  async ({ extension, simulator }) => {
    const { requests, tenant } = simulator;
    await extension.connect();
    const run = await extension.synced();
    const [networks, devices, organizations, networkMatches, deviceMatches] = await Promise.all([
      extension.readStore('networks'),
      extension.readStore('devices'),
      extension.readStore('organizations'),
      extension.readStore('networkMatches'),
      extension.readStore('deviceMatches'),
    ]);

    await test.step('nothing is missing', () => {
      expect(run.problems).toEqual([]);
      expect(run.skipped).toEqual([]);
      expect(networks.length).toBe(120);
      expect(devices.length).toBe(1500);
      expect(organizations.length).toBe(tenant.itglue.organizations.size);
      expect(deviceMatches.length).toBeGreaterThan(500);
    });

    await test.step('the requests are few', () => {
      // What is asked page by page, never row by row: far from the 1500 that may be taken in five minutes.
      expect(requests.count({ api: 'itglue' })).toBeLessThan(50);
      // Each kind of device of each network, one list of where MACs are, and what is asked once.
      expect(requests.count({ api: 'datto' })).toBeLessThan(5 * 120 + 20);
      expect(requests.count({ status: 429 })).toBe(0);
    });

    await test.step('the counts of the popup add up', async () => {
      expect(await popupCounts(extension)).toEqual({
        Networks: [networkMatches.length, 120 - networkMatches.length, 0],
        Devices: [deviceMatches.length, 1500 - deviceMatches.length, 0],
      });
    });

    await test.step('a matched configuration has its panel', async () => {
      const [match] = deviceMatches;
      if (match?.state !== 'matched') throw new Error('Nothing was matched.');
      const { organizationId, configurationId, deviceKey } = match;
      const { page, panel } = await openPanel(
        extension,
        `/${organizationId}/configurations/${configurationId}`,
      );
      const device = devices.find(({ key }) => key === deviceKey);
      await expect.poll(async () => (await fieldsOf(panel))['Name']).toContain(device?.name ?? '—');
      await page.close();
    });

    await test.step('hundreds of configurations with one MAC match nothing, and their page says so', async () => {
      const { organizationId, copied } = placeOfCopies(tenant);
      const key = `access-point:${copied.id}`;
      const ofOrganization = deviceMatches.flatMap((match) =>
        match.state === 'matched' && match.organizationId === organizationId ? [match] : [],
      );
      expect(ofOrganization.length).toBeGreaterThan(0);
      expect(ofOrganization.filter(({ deviceKey }) => deviceKey === key)).toEqual([]);
      expect(ofOrganization.filter((match) => copyIds.includes(match.configurationId))).toEqual([]);

      const all = await extension.readStore('deviceSuggestions');
      const suggestions = all.find(({ deviceKey }) => deviceKey === key)?.suggestions ?? [];
      expect(suggestions.length).toBe(maxSuggestions);
      expect(new Set(suggestions.map(({ rule }) => rule))).toEqual(new Set(['mac']));

      const administrator = [...tenant.itglue.users.values()].find(
        ({ roleName }) => roleName === 'Administrator',
      )!;
      await iAm(extension, administrator.id);
      const { panel } = await openPanel(
        extension,
        `/${organizationId}/configurations/${copyIds[0]}`,
      );
      await expect(panel).toContainText('No Datto device is matched to this configuration.');
      await expect(panel).toContainText('same MAC');
      await expect(panel.locator('dl')).toHaveCount(0);
    });
  },
);

/** What the popup counts: matched, unmatched, ignored. */
async function popupCounts(extension: Extension): Promise<Record<string, number[]>> {
  const popup = await extension.openPopup();
  const rows = await popup
    .locator('tbody tr')
    .evaluateAll((found) =>
      found.map((row) => [
        row.querySelector('th')?.textContent ?? '',
        [...row.querySelectorAll('td')].map(({ textContent }) =>
          Number((textContent ?? '').replace(/\D/g, '')),
        ),
      ]),
    );
  await popup.close();
  return Object.fromEntries(rows) as Record<string, number[]>;
}
