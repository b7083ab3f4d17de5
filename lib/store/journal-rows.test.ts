import { beforeEach, describe, expect, it } from 'vitest';
import { organizationId } from '@/lib/model/ids';
import type { JournalRow } from '@/lib/model/journal';
import { freshStore } from '@/test/sync/store';
import { write } from './open';
import type { Database } from './schema';
import * as stored from './stored';

let store: Database;
beforeEach(async () => {
  store = await freshStore();
});

describe('writes to IT Glue', () => {
  const row = (id: string, state: JournalRow['state'], batch = 'b', key = id): JournalRow => ({
    id,
    batch,
    key,
    state,
    write: { kind: 'create-manufacturer', name: 'Datto' },
    who: 'Ada',
    attempts: 0,
    known: [],
    refusal: null,
    resultId: null,
    found: false,
    at: 'now',
  });
  const put = (...rows: JournalRow[]) =>
    write(store, (transaction) => stored.journalRows.putAll(transaction, rows));

  it('are open until they are settled, those that may be in IT Glue first', async () => {
    await put(row('a', 'planned'), row('b', 'done'), row('c', 'sending'), row('d', 'refused'));
    expect((await stored.journalRows.open(store)).map(({ id }) => id)).toEqual(['c', 'a']);
  });

  it('are found by their natural key while they are open', async () => {
    await put(row('a', 'done', 'b', 'same'), row('c', 'planned', 'b', 'same'), row('d', 'done'));
    expect((await stored.journalRows.openWithKey(store, 'same'))?.id).toBe('c');
    expect(await stored.journalRows.openWithKey(store, 'd')).toBeUndefined();
  });

  it('keep their batch open, and are forgotten with it', async () => {
    await put(row('a', 'sending'), row('c', 'done'), row('d', 'refused', 'other'));
    expect(await stored.batches.hasOpenWrites(store, 'b')).toBe(true);
    expect(await stored.batches.hasOpenWrites(store, 'other')).toBe(false);
    await write(store, async (transaction) => {
      for (const id of ['b', 'other'])
        await stored.batches.put(transaction, {
          id,
          organizationId: organizationId(1),
          state: 'open',
          who: 'Ada',
          at: 'now',
        });
      await stored.batches.forget(transaction, 'b');
    });
    expect(await stored.batches.keys(store)).toEqual(['other']);
    expect(await stored.journalRows.keys(store)).toEqual(['d']);
  });
});
