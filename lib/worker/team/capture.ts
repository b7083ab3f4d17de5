import type { SharedValue } from '@/lib/model/shared-entry';
import type { DeviceKey } from '@/lib/model/device';
import { configurationId, networkId, organizationId } from '@/lib/model/ids';
import { readSettings } from '@/lib/store/meta';
import type { WriteTransaction } from '@/lib/store/schema';
import * as stored from '@/lib/store/stored';
import { decideIn } from '@/lib/team/team';
import { localDecisions } from './local-decisions';
import { forgetOverruled } from './overruled';
import { ledgerEntries } from './shared-ledger';
import { putBase, type StoreTransaction } from './memory';
import { halves, isNone, knownEntry, saysSame, type KnownEntry } from './shared-values';

/**
 * Turns what people decided here since the last time into shared entries, whichever way they decided it:
 * what stands is compared with what was carried out of each entry. A match that ended by itself, since
 * one of its sides is gone, is nobody's decision.
 * @param now milliseconds since 1970, by IT Glue's clock as far as it is known
 * @param ahead how far that is ahead of the clock by which decisions are stored, milliseconds
 * @param managed keys that the company's policy decides here, which is nobody's decision
 */
export async function capture(
  team: StoreTransaction,
  now: number,
  ahead: number,
  managed: ReadonlySet<string>,
): Promise<void> {
  const { transaction } = team;
  const [local, rows, { userId }] = await Promise.all([
    localDecisions(transaction),
    stored.sharedEntries.all(transaction),
    readSettings(transaction),
  ]);
  for (const key of managed) local.delete(key);
  const known = new Map(rows.map((row) => [row.key, row]));
  // What another documented since it was last looked at comes before what is remembered here.
  for (const [key, value] of await ledgerEntries(transaction)) local.set(key, { value, at: null });
  const made: { key: string; value: SharedValue; at: number }[] = [];
  for (const [key, { value, at }] of local) {
    const row = known.get(key);
    if (saysSame(key, value, row?.base)) continue;
    if (row && saysSame(key, value, row.entry.value)) await putBase(transaction, key, value);
    // Of the time before it was shared the decision's own time counts: a later one of another stands.
    else
      made.push({ key, value, at: row?.base === undefined ? (at === null ? 1 : at + ahead) : now });
  }
  for (const { key, base, entry } of rows) {
    if (base === undefined || isNone(base) || local.has(key) || managed.has(key)) continue;
    const was = knownEntry(key, base);
    if (!was || !(await takenBack(transaction, was))) continue;
    const none = was.kind === 'n' || was.kind === 'd' || was.kind === 'w' ? 'none' : false;
    if (saysSame(key, none, entry.value)) await putBase(transaction, key, none);
    else made.push({ key, value: none, at: now });
  }
  made.sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
  for (const { key, value, at } of made) {
    await decideIn(team, { key, value, user: userId, now: at });
    await putBase(transaction, key, value);
  }
  await forgetOverruled(
    transaction,
    made.map(({ key }) => key),
  );
}

/** Whether a person took back what stands no more, rather than that one of its sides is gone. */
async function takenBack(transaction: WriteTransaction, was: KnownEntry): Promise<boolean> {
  switch (was.kind) {
    case 'n': {
      if (!(await stored.networks.has(transaction, networkId(was.of)))) return false;
      if (typeof was.value === 'string') return true;
      return stored.organizations.has(transaction, organizationId(was.value.o));
    }
    case 'd': {
      if (!(await stored.devices.has(transaction, was.of as DeviceKey))) return false;
      if (typeof was.value === 'string') return true;
      // Other hardware under the same id ended it.
      if (await stored.departedDevices.has(transaction, was.of as DeviceKey)) return false;
      const row = await stored.configurations.get(transaction, configurationId(was.value.c));
      return row?.organizationId === was.value.o;
    }
    case 'rn': {
      const [network, organization] = halves(was.of);
      return (
        (await stored.networks.has(transaction, networkId(network))) &&
        (await stored.organizations.has(transaction, organizationId(organization)))
      );
    }
    case 'rd': {
      const [device, configuration] = halves(was.of);
      return (
        (await stored.devices.has(transaction, device as DeviceKey)) &&
        (await stored.configurations.has(transaction, configurationId(configuration)))
      );
    }
    case 'ic':
      return stored.configurations.has(transaction, configurationId(was.of));
    case 'ls':
    case 's':
    case 'w':
    case 'pr':
    case 'pp':
      return true;
  }
}
