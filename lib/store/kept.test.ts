import { beforeEach, describe, expect, it, vi } from 'vitest';
import { organizationId } from '@/lib/model/ids';
import type { Organization } from '@/lib/model/organization';
import { organization } from '@/lib/model/samples.fixture';
import { freshStore } from '@/test/sync/store';
import { network } from '@/test/sync/tenant';
import { kept } from './kept';
import { wipe, write } from './open';
import type { Database, WriteTransaction } from './schema';
import * as stored from './stored';

let store: Database;
beforeEach(async () => {
  store = await freshStore();
});

const acme = organization('1', 'Acme');
const read = vi.fn<(from: Database, who: string) => Promise<Organization[]>>((from) =>
  stored.organizations.all(from),
);
const organizations = kept(['organizations'], read, (who) => who);
async function readsAfter(work: (transaction: WriteTransaction) => Promise<void>) {
  await write(store, (transaction) => stored.organizations.put(transaction, acme));
  await organizations(store, 'Ada');
  read.mockClear();
  await write(store, work);
  await organizations(store, 'Ada');
  return read.mock.calls.length;
}

describe('what is kept of a table', () => {
  it.each<[string, (transaction: WriteTransaction) => Promise<void>]>([
    ['is put', (to) => stored.organizations.put(to, organization('2', 'Bolt'))],
    ['is put among others', (to) => stored.organizations.putAll(to, [acme])],
    ['differs', (to) => stored.organizations.putChanged(to, [organization('1', 'Acme Corp')])],
    ['is replaced', (to) => stored.organizations.replace(to, [acme], [])],
    ['is removed', (to) => stored.organizations.remove(to, organizationId(1))],
    ['is removed among others', (to) => stored.organizations.removeAll(to, [organizationId(1)])],
    [
      'is changed',
      (to) =>
        stored.organizations.changeMany(to, [organizationId(1)], (row) => ({ ...row, name: 'A' })),
    ],
    ['is cleared away', (to) => stored.organizations.clear(to)],
  ])('is read again after a row %s', async (_what, work) => {
    expect(await readsAfter(work)).toBe(1);
  });

  it.each<[string, (transaction: WriteTransaction) => Promise<void>]>([
    ['another table is written', (to) => stored.networks.put(to, network('1', 'Site') as never)],
    ['nothing differs', (to) => stored.organizations.putChanged(to, [acme])],
    ['nothing is replaced', (to) => stored.organizations.replace(to, [acme], [acme])],
    ['it is only read', async (to) => void (await stored.organizations.all(to))],
  ])('is not read again after %s', async (_what, work) => {
    expect(await readsAfter(work)).toBe(0);
  });

  it('is what the last commit left, for whoever asks', async () => {
    expect(await organizations(store, 'Ada')).toEqual([]);
    await write(store, (transaction) => stored.organizations.put(transaction, acme));
    expect(await organizations(store, 'Ada')).toEqual([acme]);
    read.mockClear();
    await organizations(store, 'Ben');
    expect(read).toHaveBeenCalledTimes(1);
    await wipe(store);
    expect(await organizations(store, 'Ben')).toEqual([]);
  });

  it('is one read for all who ask at the same time, and none that failed', async () => {
    read.mockClear();
    await Promise.all([organizations(store, 'Ada'), organizations(store, 'Ada')]);
    expect(read).toHaveBeenCalledTimes(1);
    read.mockRejectedValueOnce(new Error('The database is closed.'));
    await expect(organizations(store, 'Ben')).rejects.toThrow();
    expect(await organizations(store, 'Ben')).toEqual([]);
  });
});
