import { beforeEach, describe, expect, it } from 'vitest';
import { deviceKey } from '@/lib/model/device';
import { freshStore } from '@/test/sync/store';
import { write } from './open';
import type { Database } from './schema';
import * as stored from './stored';

let store: Database;
beforeEach(async () => {
  store = await freshStore();
});

describe('the activity list', () => {
  it('gives the lines between two numbers with their numbers', async () => {
    expect(await stored.activity.newest(store)).toBe(0);
    await write(store, async (transaction) => {
      for (let line = 0; line < 5; line++)
        await stored.log(transaction, `t${line}`, { kind: 'connected' }, 'Ada');
    });
    expect(await stored.activity.newest(store)).toBe(5);
    const lines = await stored.activity.between(store, 2, 4);
    expect(lines.map(({ id, at, who }) => [id, at, who])).toEqual([
      [2, 't1', 'Ada'],
      [3, 't2', 'Ada'],
    ]);
  });

  it('takes many lines in their order', async () => {
    const names = Array.from({ length: 50 }, (_, place) => `Switch ${place}`);
    await write(store, (transaction) =>
      stored.logAll(
        transaction,
        'now',
        names.map((name) => ({
          kind: 'device-ignored',
          deviceKey: deviceKey('switch', '1'),
          name,
        })),
      ),
    );
    const lines = await stored.activity.between(store, 1, 51);
    expect(lines.map(({ event }) => 'name' in event && event.name)).toEqual(names);
    expect(new Set(lines.map(({ who }) => who))).toEqual(new Set(['sync']));
  });
});
