import { expect, it } from 'vitest';
import { demoTenant } from '@/test/simulator/tenant/demo';
import { DEMO } from '@/test/simulator/tenant/demo-ids';
import { longestKey } from '@/test/simulator/tenant/demo-ssids';
import { defaultQuirks, referenceQuirks } from '@/test/simulator/tenant/quirks';
import { documentation, recordsOf } from './documentation';
import { syncedWorld } from './synced-world';

it.each([
  ['exactly', (text: string) => text, referenceQuirks()],
  ['but for white space at the ends', (text: string) => text.trim(), defaultQuirks()],
])(
  'documents the awkward names and keys of the demo tenant %s, and nothing without a shared key',
  async (_, kept, quirks) => {
    const tenant = demoTenant();
    tenant.quirks = quirks;
    const world = await syncedWorld(tenant, DEMO.users.administrator);
    await world.autoCreate(true);
    const all = documentation(tenant);
    const recordOf = (networkId: number, number: number) =>
      all.filter(({ passwords }) =>
        passwords[0]?.notes?.endsWith(`\nDatto Networking: network ${networkId}, SSID ${number}`),
      );
    const matched = (await world.store.getAll('networkMatches')).flatMap((match) =>
      match.state === 'matched' ? [match.networkId as string] : [],
    );
    const preShared = ['wpa-2only-psk', 'wpa-mixed-psk', 'sae', 'sae-mixed'];
    let expected = 0;
    for (const network of tenant.datto.networks)
      for (const ssid of Object.values(network.ssids)) {
        const found = recordOf(network.id, ssid.ssid_num);
        if (!matched.includes(String(network.id)) || !preShared.includes(ssid.wifi_auth_type)) {
          expect(found).toEqual([]);
          continue;
        }
        expected += 1;
        expect(found).toHaveLength(1);
        expect(found[0]).toMatchObject({
          archived: false,
          traits: {
            'wi-fi-network-name': kept(ssid.wifi_name),
            'ssid-name': kept(ssid.ssid_name),
            'pre-shared-key': ssid.wpa_password,
            'security-type': ssid.wifi_auth_type,
          },
          passwords: [{ value: ssid.wpa_password, archived: false }],
        });
      }
    expect(all).toHaveLength(expected);
    expect(expected).toBeGreaterThanOrEqual(10);
    const { longKey, sameName } = DEMO.ssids;
    expect(recordOf(longKey.networkId, longKey.number)[0]!.traits['pre-shared-key']).toBe(
      longestKey,
    );
    for (const number of sameName.numbers)
      expect(recordOf(sameName.networkId, number)).toHaveLength(1);
    // Records of other types are left alone.
    await world.autoCreate(false);
    expect(tenant.itglue.flexibleAssets.get(DEMO.email.recordId)!.archived).toBe(false);
    expect(tenant.itglue.passwords.get('54')!.archived).toBe(false);
    expect(recordsOf(tenant).every(({ archived }) => archived)).toBe(true);
    await world.close();
  },
);
