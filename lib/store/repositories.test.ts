import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { deviceKey } from '@/lib/model/device';
import { configurationId, networkId, organizationId } from '@/lib/model/ids';
import type { DeviceMatch } from '@/lib/model/match';
import type { SyncRun } from '@/lib/model/run';
import { openStore, write } from './open';
import type { Database } from './schema';
import * as stored from './stored';

let store: Database;
beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  store = await openStore('test');
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
    expect(stored.lastSync(ended)?.id).toBe('3');
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
});

describe('device matches', () => {
  const match = (id: string, network: string, organization: string): DeviceMatch => ({
    deviceKey: deviceKey('switch', id),
    networkId: networkId(network),
    at: 'now',
    state: 'matched',
    configurationId: configurationId(`c${id}`),
    organizationId: organizationId(organization),
    rule: 'mac',
  });
  const keys = (matches: readonly DeviceMatch[]) => matches.map((each) => each.deviceKey);

  it('are found by network, organization and configuration', async () => {
    await write(store, (transaction) =>
      stored.deviceMatches.putAll(transaction, [
        match('1', '10', '100'),
        match('2', '10', '200'),
        match('3', '11', '100'),
      ]),
    );
    expect(keys(await stored.deviceMatches.ofNetwork.all(store, networkId(10)))).toEqual([
      'switch:1',
      'switch:2',
    ]);
    expect(keys(await stored.deviceMatches.ofOrganization.all(store, organizationId(100)))).toEqual(
      ['switch:1', 'switch:3'],
    );
    const holder = await stored.deviceMatches.ofConfiguration.first(store, configurationId('c3'));
    expect(holder?.deviceKey).toBe('switch:3');
    expect(await stored.deviceMatches.ofNetwork.count(store, networkId(12))).toBe(0);
  });

  it('change where they are there, and are not written where nothing changes', async () => {
    await write(store, (transaction) =>
      stored.deviceMatches.putAll(transaction, [match('1', '10', '100'), match('2', '11', '100')]),
    );
    const moved: string[] = [];
    await write(store, (transaction) =>
      stored.deviceMatches.changeMany(
        transaction,
        ['1', '2', '3'].map((id) => deviceKey('switch', id)),
        (each) => {
          if (each.networkId === networkId(11)) return each;
          moved.push(each.deviceKey);
          return { ...each, networkId: networkId(11) };
        },
      ),
    );
    expect(moved).toEqual(['switch:1']);
    expect(await stored.deviceMatches.ofNetwork.count(store, networkId(11))).toBe(2);
  });
});

describe('bulk writes', () => {
  it('are all there or, where one row cannot be stored, none is', async () => {
    const same = { deviceKey: deviceKey('switch', '1'), networkId: networkId(1), at: 'now' };
    const taken = { state: 'matched', configurationId: configurationId(7), rule: 'mac' } as const;
    await expect(
      write(store, (transaction) =>
        stored.deviceMatches.putAll(transaction, [
          { ...same, ...taken, organizationId: organizationId(1) },
          {
            ...same,
            ...taken,
            organizationId: organizationId(1),
            deviceKey: deviceKey('switch', '2'),
          },
        ]),
      ),
    ).rejects.toThrow();
    expect(await stored.deviceMatches.count(store)).toBe(0);
  });
});

describe('rejections', () => {
  it('are gone when the last one is taken back', async () => {
    const id = networkId(1);
    await write(store, (transaction) =>
      stored.rejectedOrganizations.set(transaction, id, [organizationId(5)]),
    );
    expect(await stored.rejectedOrganizations.of(store, id)).toEqual(['5']);
    await write(store, (transaction) => stored.rejectedOrganizations.set(transaction, id, []));
    expect((await stored.rejectedOrganizations.byNetwork(store)).size).toBe(0);
  });
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
});
