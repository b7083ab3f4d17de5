import { beforeEach, describe, expect, it } from 'vitest';
import type { SyncRun } from '@/lib/model/run';
import { freshStore } from '@/test/sync/store';
import { write } from './open';
import type { Database } from './schema';
import * as stored from './stored';

let store: Database;
beforeEach(async () => {
  store = await freshStore();
});

const run = (
  id: string,
  finishedAt: string | null,
  { trigger = 'manual', state = finishedAt ? 'done' : 'open' }: Partial<SyncRun> = {},
): SyncRun => ({
  id,
  trigger,
  startedAt: `2026-01-01T00:00:${id.padStart(2, '0')}Z`,
  finishedAt,
  state,
  stage: 'networks',
  begun: true,
  done: 0,
  total: 0,
  problems: [],
  skipped: [],
  oddFields: [],
  failure: null,
});

describe('runs', () => {
  it('tell the open one, the last one and the last that was a sync', async () => {
    await write(store, async (transaction) => {
      await stored.runs.put(transaction, run('1', '2026-01-01T10:00:00Z'));
      await stored.runs.put(transaction, run('2', '2026-01-01T12:00:00Z', { trigger: 'settings' }));
      await stored.runs.put(transaction, run('3', '2026-01-01T11:00:00Z', { state: 'done' }));
      await stored.runs.put(transaction, run('4', null));
    });
    expect((await stored.runs.open(store))?.id).toBe('4');
    const ended = await stored.runs.ended(store);
    expect(ended.map(({ id }) => id)).toEqual(['2', '3', '1']);
    expect((await stored.runs.lastSync(store))?.id).toBe('3');
    expect((await stored.runs.last(store))?.id).toBe('2');
  });

  it('know no whole sync by one that only carried out a setting', async () => {
    await write(store, (transaction) =>
      stored.runs.put(transaction, run('1', '2026-01-01T10:00:00Z', { trigger: 'settings' })),
    );
    expect(await stored.runs.hasWholeSync(store)).toBe(false);
    await write(store, (transaction) =>
      stored.runs.put(transaction, run('2', '2026-01-01T10:00:00Z')),
    );
    expect(await stored.runs.hasWholeSync(store)).toBe(true);
  });

  it('keep the newest twenty that ended, and the open one however old', async () => {
    await write(store, async (transaction) => {
      await stored.runs.put(transaction, run('0', null));
      for (let id = 1; id <= 25; id++)
        await stored.runs.put(transaction, run(String(id), `2026-01-01T10:00:${id + 10}Z`));
      await stored.runs.prune(transaction);
    });
    expect(await stored.runs.isOpen(store)).toBe(true);
    const kept = (await stored.runs.ended(store)).map(({ id }) => Number(id));
    expect(kept).toEqual(Array.from({ length: 20 }, (_, place) => 25 - place));
  });

  it('are forgotten with their steps when the open one is removed', async () => {
    await write(store, async (transaction) => {
      await stored.runs.put(transaction, run('1', null));
      await stored.steps.putAll(transaction, [{ step: 'a' }, { step: 'b' }]);
      await stored.runs.removeOpen(transaction);
    });
    expect(await stored.runs.isOpen(store)).toBe(false);
    expect(await stored.steps.keys(store)).toEqual([]);
  });
});

describe('the last runs', () => {
  it('are by their end, and of two that ended at once by their start', async () => {
    const end = '2026-01-01T10:00:00Z';
    await write(store, async (transaction) => {
      for (const id of ['2', '3', '1']) await stored.runs.put(transaction, run(id, end));
    });
    expect((await stored.runs.ended(store)).map(({ id }) => id)).toEqual(['3', '2', '1']);
  });

  it('are none before the first', async () => {
    await write(store, (transaction) => stored.runs.put(transaction, run('1', null)));
    expect(await stored.runs.last(store)).toBeUndefined();
    expect(await stored.runs.lastSync(store)).toBeUndefined();
  });
});
