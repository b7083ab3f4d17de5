import { afterEach, beforeEach, expect, it } from 'vitest';
import { eventText } from '@/lib/words/activity';
import { changeText, changesIn } from '@/lib/words/activity-changes';
import { smallTenant, type SmallTenant } from './tenant';
import { syncedWorld, decideNetwork } from './synced-world';
import type { World } from '@/test/world/world';

let small: SmallTenant;
let world: World;
let seen = 0;
beforeEach(async () => {
  small = smallTenant();
  world = await syncedWorld(small.tenant, '1');
  seen = (await world.events()).length;
});
afterEach(() => world.close());

/** What the activity list says since the last call, in words, without what syncs say of themselves. */
async function lines(): Promise<string[]> {
  const events = await world.events();
  const fresh = events.slice(seen).map((event) => eventText(event).what);
  seen = events.length;
  return fresh.sort();
}

/** What was written to relations or to the type since then, before and after. */
const written = async (resource: 'relation' | 'type') =>
  (await world.events())
    .slice(seen)
    .filter((event) => 'resource' in event && event.resource === resource)
    .flatMap((event) => changesIn(event).map(changeText))
    .sort();

it('says of record and password separately what was written, and which fields, in words', async () => {
  await decideNetwork(world.store, 135_002, null);
  delete small.main.ssids['1'];
  await world.autoCreate(true);
  expect(await written('relation')).toEqual([
    'Related Items: — → Lobby AP',
    'Related Items: — → Wi-Fi Guests (Alpha, SSID 2)',
  ]);
  expect(await written('type')).toEqual(
    expect.arrayContaining(['Name: Datto Networking Wireless', 'Pre-shared Key: Password']),
  );
  expect(await lines()).toEqual([
    'Auto-Create switched on',
    'Flexible asset type Datto Networking Wireless created',
    'Password Guests (Alpha) created in Alpha',
    'Record Guests (Alpha) created in Alpha',
    'Relation Guests (Alpha) → Lobby AP added in Alpha',
    'Relation Guests (Alpha) → Wi-Fi Guests (Alpha, SSID 2) added in Alpha',
  ]);

  Object.assign(small.main.ssids['2']!, { wifi_name: 'Visitors', wpa_password: 'another key 99' });
  await world.wirelessSync();
  expect(await lines()).toEqual([
    'Password Visitors (Alpha) updated (Name and Password) in Alpha',
    'Record Visitors (Alpha) updated (Wi-Fi Network Name and Pre-shared Key) in Alpha',
  ]);

  const [match] = await world.store.getAll('deviceMatches');
  await world.store.delete('deviceMatches', match!.deviceKey);
  await world.wirelessSync();
  expect(await written('relation')).toEqual(['Related Items: Lobby AP → —']);
  expect(await lines()).toEqual([
    'Record Visitors (Alpha) updated (Wireless Devices - Matched and Wireless Devices - Unmatched) in Alpha',
    'Relation Visitors (Alpha) → Lobby AP removed in Alpha',
  ]);

  await world.autoCreate(false);
  expect(await written('type')).toEqual(['Enabled: Yes → No']);
  expect(await lines()).toEqual([
    'Auto-Create switched off',
    'Flexible asset type Datto Networking Wireless updated (Enabled)',
    'Password Wi-Fi Visitors (Alpha, SSID 2) archived in Alpha',
    'Record Visitors Guests archived in Alpha',
  ]);
  await world.autoCreate(true);
  expect(await lines()).toEqual([
    'Auto-Create switched on',
    'Flexible asset type Datto Networking Wireless updated (Enabled)',
    'Password Wi-Fi Visitors (Alpha, SSID 2) unarchived in Alpha',
    'Record Visitors Guests unarchived in Alpha',
  ]);
});
