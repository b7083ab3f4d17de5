import { DEMO } from '@/test/simulator/tenant/demo-ids';
import type { Tenant } from '@/test/simulator/tenant/tenant';
import { expect, test } from './fixtures';
import { Extension } from './harness/extension';
import { keysOf } from './harness/keys';
import { launch, type Launched } from './harness/launch';
import { MatchingPage, ready } from './harness/matching';
import { inTeam } from './harness/team';
import {
  autoCreateDone,
  chooseAutoCreate,
  switchAutoCreate,
  wirelessPasswords,
} from './harness/wireless';

const isLive = ({ archived }: { archived: boolean }) => !archived;

/** How much of Wi-Fi documentation is live in IT Glue, whoever made it. */
function liveIn(tenant: Tenant) {
  const { flexibleAssetTypes, flexibleAssets } = tenant.itglue;
  const types = [...flexibleAssetTypes.values()].filter(
    ({ name }) => name === 'Datto Networking Wireless',
  );
  const ids = new Set(types.map(({ id }) => id));
  return {
    types: types.filter(({ enabled }) => enabled).length,
    records: [...flexibleAssets.values()].filter((row) => ids.has(row.typeId) && isLive(row))
      .length,
    passwords: wirelessPasswords(tenant).filter(isLive).length,
  };
}

/** The name of a network that is documented, and of no other network's organization. */
function documentedNetwork(tenant: Tenant): string {
  const ids = wirelessPasswords(tenant)
    .filter(isLive)
    .map(({ notes }) => /network (\d+), SSID/.exec(notes ?? '')?.[1]);
  const found = tenant.datto.networks.filter(({ id }) => ids.includes(String(id))).at(-1);
  if (!found) throw new Error('Nothing is documented.');
  return found.name;
}

test(
  'four browsers of one company end in one state, whatever each of them decides',
  { tag: '@long' },
  async ({ extension, simulator }) => {
    test.setTimeout(300_000);
    const { tenant, requests } = simulator;
    const launched: Launched[] = [];
    const all = [extension];
    const inTurn = async (act: (one: Extension) => Promise<unknown>) => {
      for (const one of all) await act(one);
    };
    const syncAll = () => inTurn((one) => one.syncNow());
    /** All that IT Glue holds but for what the browsers tell each other. */
    const held = () => {
      const { flexibleAssetTypes, flexibleAssets, passwords, relatedItems } = tenant.itglue;
      const shared = [...flexibleAssetTypes.values()].find(
        ({ name }) => name === 'Datto Networking Integration',
      );
      const records = [...flexibleAssets.values()].filter(({ typeId }) => typeId !== shared?.id);
      const all = [records, [...passwords.values()], [...relatedItems.values()]];
      return JSON.stringify(all);
    };
    async function syncingChangesNothing(): Promise<void> {
      const before = held();
      await syncAll();
      expect(held()).toBe(before);
    }

    try {
      for (let browser = 1; browser < 4; browser++) {
        const next = await launch({
          executablePath: process.env['CHROMIUM_PATH'] ?? '',
          args: simulator.chromiumArgs(),
        });
        launched.push(next);
        all.push(new Extension(next, keysOf(tenant)));
      }
      const [first, second, third, fourth] = all as [Extension, Extension, Extension, Extension];
      await inTurn((one) => ready(one));

      await test.step('all switch Auto-Create on at once', async () => {
        const pages = await Promise.all(all.map((one) => one.openOptions('auto-create')));
        const save = { name: 'Save', exact: true } as const;
        for (const page of pages) {
          await chooseAutoCreate(page, true);
          await expect(page.getByRole('button', save)).toBeEnabled({ timeout: 60_000 });
        }
        await Promise.all(pages.map((page) => page.getByRole('button', save).click()));
        for (const page of pages) {
          await autoCreateDone(page, true);
          await page.close();
        }
        await syncAll();
        const { types, records, passwords } = liveIn(tenant);
        expect(types).toBe(1);
        expect(records).toBeGreaterThan(3);
        expect(passwords).toBe(records);
        await syncingChangesNothing();
      });

      await test.step('a network that one unmatches is unmatched, and nothing is brought back', async () => {
        await inTurn((one) => inTeam(one, 'Share with your team'));
        const before = liveIn(tenant);
        const matching = await MatchingPage.open(second);
        await matching.seeAll();
        await matching.tab('Matched').click();
        await matching.decide(documentedNetwork(tenant), 'Unmatch', /^Unmatched /);
        await matching.page.close();
        await inTeam(second, 'Refresh');
        await inTurn((one) => inTeam(one, 'Refresh'));
        await syncAll();
        expect(liveIn(tenant).records).toBeLessThan(before.records);
        expect(liveIn(tenant).passwords).toBe(liveIn(tenant).records);
        await syncingChangesNothing();
      });

      const device = 'NW-AP14 Loading Dock';
      const devicesOf = async (one: Extension) => {
        const matching = await MatchingPage.open(
          one,
          `#organization/${DEMO.organizations.northwind}`,
        );
        await matching.seeAll();
        return matching;
      };

      await test.step('two decide differently: one decision counts, and the other is told', async () => {
        const accepting = await devicesOf(third);
        const ignoring = await devicesOf(fourth);
        await accepting.decide(device, 'Accept Suggested Match', /^Matched NW-AP14/);
        await ignoring.decide(device, 'Ignore', /^Ignored NW-AP14/);
        await accepting.page.close();
        await ignoring.page.close();
        await inTeam(third, 'Refresh');
        await inTeam(fourth, 'Refresh');
        await inTurn((one) => inTeam(one, 'Refresh'));
        const decided = async (one: Extension) =>
          (await one.readStore('deviceMatches'))
            .filter(
              ({ deviceKey }) => deviceKey === `access-point:${DEMO.matching.nameOnly.deviceId}`,
            )
            .map(({ state }) => state);
        await inTurn(async (one) => expect(await decided(one)).toEqual(['ignored']));
        const told = await devicesOf(third);
        await expect(
          told.page.getByText(/decided differently at .* that decision counts/),
        ).toBeVisible();
        await told.page.getByRole('button', { name: /^Use mine/ }).click();
        await expect(told.page.getByText(/decided differently/)).toBeHidden();
        await told.page.close();
        await inTeam(third, 'Refresh');
        await inTurn((one) => inTeam(one, 'Refresh'));
        await inTurn(async (one) => expect(await decided(one)).toEqual(['matched']));
      });

      await test.step('four ask little more of IT Glue than one', async () => {
        // What was decided last is written now.
        await first.syncNow();
        requests.clear();
        await first.syncNow();
        const one = requests.count({ api: 'itglue' });
        requests.clear();
        await inTurn((each) => each.syncNow());
        const four = requests.count({ api: 'itglue' });
        expect(four / one).toBeLessThan(1.3);
      });

      await test.step('what one switches off stays off', async () => {
        await switchAutoCreate(first, false);
        await inTurn((one) => inTeam(one, 'Refresh'));
        await syncAll();
        expect(liveIn(tenant)).toMatchObject({ records: 0, passwords: 0 });
        await syncingChangesNothing();
      });
    } finally {
      for (const { context } of launched) await context.close();
    }
  },
);
