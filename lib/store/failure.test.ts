import { deleteDB, openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { freshStore } from '@/test/sync/store';
import { storageProblem } from './failure';
import { readMeta, writeMeta } from './meta';
import { migrate } from './migrations';
import { openStore, write } from './open';
import * as stored from './stored';

const user = { id: '1', name: 'Ada', email: null, roleName: null, organizationIds: null } as never;

describe('a transaction that the browser aborts', () => {
  it.each([1, 3])('%i times is done again and committed once', async (times) => {
    const store = await freshStore();
    let tries = 0;
    await write(store, async (transaction) => {
      tries += 1;
      await stored.users.put(transaction, user);
      if (tries <= times) transaction.abort();
    });
    expect(tries).toBe(times + 1);
    expect(await store.count('users')).toBe(1);
    store.close();
  });

  it('each time fails in the end, and nothing of it is stored', async () => {
    const store = await freshStore();
    const writing = write(store, async (transaction) => {
      await stored.users.put(transaction, user);
      transaction.abort();
    });
    await expect(writing).rejects.toMatchObject({ name: 'AbortError' });
    expect(await store.count('users')).toBe(0);
    store.close();
  });

  it('for want of room is not done again', async () => {
    const store = await freshStore();
    let tries = 0;
    const writing = write(store, () => {
      tries += 1;
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(writing).rejects.toMatchObject({ name: 'QuotaExceededError' });
    expect(tries).toBe(1);
    store.close();
  });
});

it.each([
  ['AbortError', 'storage'],
  ['UnknownError', 'storage'],
  ['InvalidStateError', 'storage'],
  ['QuotaExceededError', 'storage-full'],
])('%s is a problem of the kind %s', (name, kind) => {
  expect(storageProblem(new DOMException('words', name))).toEqual({
    kind,
    detail: `${name}: words`,
  });
});

it.each([new DOMException('twice', 'ConstraintError'), new TypeError('x'), 'x', null])(
  'what the browser is not to blame for is no problem of storage: %s',
  (error) => {
    expect(storageProblem(error)).toBeNull();
  },
);

describe('the connection', () => {
  it('is closed for a deletion, which is told, and opened again on an empty database', async () => {
    await deleteDB('deleted');
    let closed = 0;
    const store = await openStore('deleted', () => (closed += 1));
    await writeMeta(store, 'clockOffset', 5);
    await deleteDB('deleted');
    expect(closed).toBe(1);
    await expect(writeMeta(store, 'clockOffset', 6)).rejects.toMatchObject({
      name: 'InvalidStateError',
    });
    const again = await openStore('deleted');
    expect(await readMeta(again, 'clockOffset')).toBeUndefined();
    again.close();
  });

  it('that another context does not give way for is refused instead of waited for', async () => {
    await deleteDB('held');
    const held = await openDB('held', 4, {
      upgrade: (database, from, _to, transaction) =>
        void migrate(database as never, from, transaction as never, 4),
    });
    await expect(openStore('held')).rejects.toMatchObject({ name: 'InvalidStateError' });
    held.close();
    // Let go, it opens; the one that came late is closed.
    const store = await openStore('held');
    expect(await store.count('users')).toBe(0);
    store.close();
    await deleteDB('held');
  });
});
