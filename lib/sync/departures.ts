import { returnedDevices } from '@/lib/matching/returned-devices';
import type { DepartedDevice } from '@/lib/model/departed-device';
import { deviceLabel, type Device } from '@/lib/model/device';
import { endDeviceMatch, removeDevice } from '@/lib/store/removals';
import type { WriteTransaction } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';

/** How long what was decided about a departed device waits for it, milliseconds. */
const rememberedMs = 365 * 24 * 60 * 60 * 1000;

/**
 * Removes the devices that Datto no longer has. What was decided about one goes to the device that has
 * its MAC now, or waits until such a device is read.
 * @param present the devices that Datto still has
 * @param at ISO 8601
 */
export async function settleDepartures(
  transaction: WriteTransaction,
  { gone, present }: { readonly gone: readonly Device[]; readonly present: readonly Device[] },
  at: string,
): Promise<void> {
  const left = new Set(gone.map(({ key }) => key));
  const before = await stored.departedDevices.all(transaction);
  const now = (await Promise.all(gone.map((device) => departing(transaction, device, at)))).filter(
    (departed) => departed !== null,
  );
  const departed = [...before.filter(({ key }) => !left.has(key)), ...now];
  const decided = new Set(await stored.deviceMatches.keys(transaction));
  const { back, superseded } = returnedDevices(departed, present, decided);
  const settled = new Set([...back.map((each) => each.departed), ...superseded]);

  const taken = new Set(back.map((each) => each.departed.key));
  for (const { key } of gone) {
    // Its match ends here without a word: it goes on under the new id.
    if (taken.has(key)) await stored.deviceMatches.remove(transaction, key);
    await removeDevice(transaction, key, at);
  }
  for (const each of back) await takeOver(transaction, each, at);
  const oldest = new Date(Date.parse(at) - rememberedMs).toISOString();
  const waiting = departed.filter((each) => !settled.has(each) && each.at >= oldest);
  const kept = new Set(waiting);
  const ended = before.filter((each) => !kept.has(each)).map(({ key }) => key);
  await stored.departedDevices.removeAll(transaction, ended);
  await stored.departedDevices.putAll(
    transaction,
    now.filter((each) => kept.has(each)),
  );
}

/**
 * Ends the match of a device under whose id Datto now has another MAC: other hardware, which a person
 * has to confirm. The match is remembered with the old MAC, as that of a device that is gone.
 */
export async function noticeReplacement(
  transaction: WriteTransaction,
  before: Device,
  now: Device,
  at: string,
): Promise<void> {
  if (before.mac === null || now.mac === null || before.mac === now.mac) return;
  const match = await stored.deviceMatches.get(transaction, before.key);
  if (match?.state !== 'matched') return;
  const departed = await departing(transaction, before, at);
  await endDeviceMatch(transaction, match, at, 'device-replaced');
  if (departed) await stored.departedDevices.put(transaction, { ...departed, rejected: [] });
}

/** What was decided about a device; `null` where nothing was, or no MAC could tell it again. */
async function departing(
  transaction: WriteTransaction,
  { key, kind, mac, name, networkId }: Device,
  at: string,
): Promise<DepartedDevice | null> {
  const match = (await stored.deviceMatches.get(transaction, key)) ?? null;
  const rejected = await stored.rejectedConfigurations.of(transaction, key);
  if (mac === null || (match === null && rejected.length === 0)) return null;
  return { key, kind, mac, name, networkId, at, match, rejected };
}

async function takeOver(
  transaction: WriteTransaction,
  { departed, device }: ReturnType<typeof returnedDevices>['back'][number],
  at: string,
): Promise<void> {
  const { key: deviceKey, networkId } = device;
  const { match } = departed;
  const reason = departed.key === deviceKey ? 'device-back' : 'same-mac-new-id';
  const about = { deviceKey, name: deviceLabel(device), reason } as const;
  if (match?.state === 'ignored') {
    await stored.deviceMatches.put(transaction, { ...match, deviceKey, networkId });
    await stored.log(transaction, at, { kind: 'device-ignored', ...about });
  }
  if (match?.state === 'matched') {
    const { configurationId, rule } = match;
    const configuration = await stored.configurations.get(transaction, configurationId);
    const holder = await stored.deviceMatches.ofConfiguration.first(transaction, configurationId);
    // Another device has it meanwhile, or IT Glue has it no more: then the match is over.
    if (configuration && !holder) {
      await stored.deviceMatches.put(transaction, { ...match, deviceKey, networkId });
      const configurationName = configuration.name;
      await stored.log(transaction, at, {
        kind: 'device-match-kept',
        ...about,
        configurationId,
        configurationName,
        rule,
      });
    }
  }
  const known = await stored.rejectedConfigurations.of(transaction, deviceKey);
  for (const configurationId of departed.rejected.filter((id) => !known.includes(id))) {
    await stored.rejectedConfigurations.add(transaction, deviceKey, configurationId);
    const configuration = await stored.configurations.get(transaction, configurationId);
    await stored.log(transaction, at, {
      kind: 'device-suggestion-rejected',
      ...about,
      configurationId,
      ...(configuration && { configurationName: configuration.name }),
    });
  }
}
