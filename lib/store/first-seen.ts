import { readMeta, writeMeta } from './meta';
import { devices, networks } from './rows';
import type { WriteTransaction } from './schema';
import { sharedMacs } from './shared-macs';
import { table } from './table';

const rows = table('firstSeen');

/** So long something is new to who never looks, milliseconds. */
const keptMs = 30 * 24 * 60 * 60_000;

/** Since when networks, devices and findings are known that no first sync found. */
export const firstSeen = {
  ...rows,
  /**
   * Notes what is there and was not at the end of the sync before; the first makes nothing new.
   * @param at when the sync ended, ISO 8601
   */
  async note(transaction: WriteTransaction, at: string): Promise<void> {
    const keys = [
      ...(await networks.keys(transaction)).map((key) => `n:${key}`),
      ...(await devices.keys(transaction)).map((key) => `d:${key}`),
      ...(await sharedMacs.keys(transaction)).map((key) => `f:${key}`),
    ];
    const before = await readMeta(transaction, 'knownRows');
    const known = new Set(before);
    const there = new Set(keys);
    const come = before ? keys.filter((key) => !known.has(key)) : [];
    const gone = (before ?? []).filter((key) => !there.has(key));
    await rows.putAll(
      transaction,
      come.map((key) => ({ key, at })),
    );
    const since = new Date(Date.parse(at) - keptMs).toISOString();
    const old = (await rows.all(transaction)).filter((row) => row.at < since);
    await rows.removeAll(transaction, [...gone, ...old.map(({ key }) => key)]);
    if (!before || come.length > 0 || gone.length > 0)
      await writeMeta(transaction, 'knownRows', keys);
  },
};
