import type { ActivityEvent } from '@/lib/model/activity';
import { deviceLabel, type DeviceKey } from '@/lib/model/device';
import { configurationId, networkId, organizationId, userId } from '@/lib/model/ids';
import type { SharedEntry } from '@/lib/model/shared-entry';
import { readMeta, writeMeta } from '@/lib/store/meta';
import type { WriteTransaction } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import { knownEntry } from './shared-values';

/** So many are remembered as told. */
const most = 200;

/**
 * Tells in the activity, once each, what others decided that does not count, since what was decided here
 * later does and was made without seeing it.
 * @param ahead how far IT Glue's clock is ahead of this computer's, milliseconds
 */
export async function tellPassedOver(
  transaction: WriteTransaction,
  decisions: readonly SharedEntry[],
  ahead: number,
): Promise<void> {
  const told = (await readMeta(transaction, 'teamPassedOver')) ?? {};
  const fresh = decisions.filter(({ key, at }) => told[key] !== JSON.stringify(at));
  const heard: Record<string, string> = {};
  for (const entry of fresh) {
    const event = await eventOf(transaction, entry);
    if (!event) continue;
    const user =
      entry.user === null ? null : await stored.users.get(transaction, userId(entry.user));
    await stored.log(
      transaction,
      new Date(entry.at.ms - ahead).toISOString(),
      event,
      user?.name ?? '',
    );
    heard[entry.key] = JSON.stringify(entry.at);
  }
  const all = Object.entries({ ...told, ...heard });
  if (Object.keys(heard).length > 0)
    await writeMeta(transaction, 'teamPassedOver', Object.fromEntries(all.slice(-most)));
}

const reason = 'passed-over';

/** What was decided, as a line of the activity; `null` for what people are not told of. */
async function eventOf(
  transaction: WriteTransaction,
  { key, value }: SharedEntry,
): Promise<ActivityEvent | null> {
  const known = knownEntry(key, value);
  if (known?.kind === 'n') {
    const id = networkId(known.of);
    const row = await stored.networks.get(transaction, id);
    if (!row) return null;
    const network = { networkId: id, name: row.name, reason };
    if (known.value === 'ignored') return { kind: 'network-ignored', ...network };
    if (known.value === 'none') return { kind: 'network-unmatched', ...network };
    const to = organizationId(known.value.o);
    const organizationName = (await stored.organizations.get(transaction, to))?.name;
    const match = { organizationId: to, ...(organizationName && { organizationName }) };
    return { kind: 'network-matched', ...network, ...match, rule: known.value.r };
  }
  if (known?.kind === 'd') {
    const deviceKey = known.of as DeviceKey;
    const row = await stored.devices.get(transaction, deviceKey);
    if (!row) return null;
    const device = { deviceKey, name: deviceLabel(row), reason };
    if (known.value === 'ignored') return { kind: 'device-ignored', ...device };
    if (known.value === 'none') return { kind: 'device-unmatched', ...device };
    const to = configurationId(known.value.c);
    const configurationName = (await stored.configurations.get(transaction, to))?.name;
    const match = { configurationId: to, ...(configurationName && { configurationName }) };
    return { kind: 'device-matched', ...device, ...match, rule: known.value.r };
  }
  return null;
}
