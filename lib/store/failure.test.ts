import { deleteDB, openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { freshStore } from '@/test/sync/store';
import { storageProblem } from './failure';
import { readMeta, writeMeta } from './meta';
import { migrate } from './migrations';
import { openStore, write } from './open';
import { createRoom, NotBegun, watchRoom } from './room';
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

describe('without room on the disk', () => {
  const megabyte = 2 ** 20;
  let free: number | null;
  async function start() {
    const store = await freshStore();
    let time = 0;
    watchRoom(
      store,
      createRoom(
        () => Promise.resolve(free),
        () => (time += 2000),
      ),
    );
    return store;
  }

  it('no write is begun, and reading goes on', async () => {
    free = 100 * megabyte;
    const store = await start();
    await writeMeta(store, 'clockOffset', 5);
    free = megabyte;
    await expect(writeMeta(store, 'clockOffset', 6)).rejects.toBeInstanceOf(NotBegun);
    let begun = 0;
    await expect(write(store, () => (begun += 1))).rejects.toBeInstanceOf(NotBegun);
    expect(begun).toBe(0);
    expect(await readMeta(store, 'clockOffset')).toBe(5);
    store.close();
  });

  it('whatever a write fails with that was begun, that is why', async () => {
    free = 100 * megabyte;
    const store = await start();
    for (const name of ['UnknownError', 'InvalidStateError', 'AbortError']) {
      free = 100 * megabyte;
      const writing = write(store, () => {
        free = 0;
        throw new DOMException('words', name);
      });
      const error = await writing.catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ name: 'QuotaExceededError', message: `${name}: words` });
      expect(error).not.toBeInstanceOf(NotBegun);
    }
    store.close();
  });

  it('a defect of ours stays one, and a browser that does not tell is believed to have room', async () => {
    free = 100 * megabyte;
    const store = await start();
    const writing = write(store, () => {
      free = 0;
      throw new TypeError('ours');
    });
    await expect(writing).rejects.toThrow(TypeError);
    free = null;
    await writeMeta(store, 'clockOffset', 7);
    expect(await readMeta(store, 'clockOffset')).toBe(7);
    store.close();
  });

  it('the disk is asked once for what is written within a second, and after a failure again', async () => {
    let asked = 0;
    let time = 0;
    const room = createRoom(
      () => Promise.resolve((asked += 1) * megabyte * 20),
      () => time,
    );
    expect(await Promise.all([room.mayWrite(), room.mayWrite()])).toEqual([false, false]);
    expect(asked).toBe(1);
    expect(await room.mayWrite('fresh')).toBe(true);
    time = 900;
    await room.mayWrite();
    expect(asked).toBe(2);
    time = 2000;
    await room.mayWrite();
    expect(asked).toBe(3);
  });
});

it.each([
  ['AbortError', 'storage', 'words'],
  ['UnknownError', 'storage', 'Internal error opening backing store for indexedDB.open.'],
  ['InvalidStateError', 'storage', 'The database connection is closing.'],
  ['VersionError', 'storage', 'words'],
  ['TimeoutError', 'storage', 'words'],
  ['NotReadableError', 'storage', 'Data lost due to missing file.'],
  ['QuotaExceededError', 'storage-full', 'words'],
  ['DataError', 'storage-full', 'Failed to write blobs (IOError)'],
  ['DataError', 'storage', 'Could not read the blob.'],
  ['UnknownError', 'storage-full', 'IO error: 000004.log: FILE_ERROR_NO_SPACE (3::Append::8)'],
  ['UnknownError', 'storage-full', 'Encountered disk full while committing transaction.'],
])('%s is a problem of the kind %s: %s', (name, kind, words) => {
  expect(storageProblem(new DOMException(words, name))).toEqual({
    kind,
    detail: `${name}: ${words}`,
  });
});

it.each([
  new DOMException('twice', 'ConstraintError'),
  new DOMException('The parameter is not a valid key.', 'DataError'),
  new DOMException('no space', 'DataCloneError'),
  new TypeError('x'),
  'x',
  null,
])('what the browser is not to blame for is no problem of storage: %s', (error) => {
  expect(storageProblem(error)).toBeNull();
});

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
