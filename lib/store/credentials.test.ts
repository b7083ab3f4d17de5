import { beforeEach, describe, expect, it } from 'vitest';
import { freshStore } from '@/test/sync/store';
import { write } from './open';
import type { Database } from './schema';
import * as stored from './stored';

let store: Database;
beforeEach(async () => {
  store = await freshStore();
});

describe('failed credentials', () => {
  it('are a problem with side and words, until they are cleared', async () => {
    expect(await stored.failedCredentials.read(store)).toBeNull();
    await write(store, (transaction) =>
      stored.failedCredentials.remember(
        transaction,
        { kind: 'credentials', side: 'itglue', detail: 'Revoked.' },
        'now',
      ),
    );
    expect(await stored.failedCredentials.read(store)).toEqual({
      kind: 'credentials',
      side: 'itglue',
      detail: 'Revoked.',
    });
    await write(store, (transaction) => stored.failedCredentials.clear(transaction));
    expect(await stored.failedCredentials.read(store)).toBeNull();
  });

  it('have no words where the API said none', async () => {
    await write(store, (transaction) =>
      stored.failedCredentials.remember(transaction, { kind: 'credentials' }, 'now'),
    );
    expect(await stored.failedCredentials.read(store)).toEqual({
      kind: 'credentials',
      side: 'datto',
    });
  });
});
