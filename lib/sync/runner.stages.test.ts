import { describe, expect, it } from 'vitest';
import type { SyncRun } from '@/lib/model/run';
import { freshStore, goOn, noon, openedRun } from '@/test/sync/store';
import { sampleTenant } from '@/test/sync/sample';
import { clientsOf } from '@/test/sync/tenant';
import { advance } from './runner';
import type { Stage } from './stage';

describe('stages of a group', () => {
  /** A stage that notes what it does, and whose one step waits. */
  const noting = (
    notes: string[],
    name: Stage<null>['name'],
    waits: Promise<void>,
    order: Pick<Stage<null>, 'after' | 'endAfter' | 'endAfterBegun'> = {},
  ): Stage<null> => ({
    name,
    concurrency: 1,
    ...order,
    begin() {
      notes.push(`${name} begins`);
      return Promise.resolve(['1']);
    },
    async step() {
      await waits;
      return {};
    },
    end() {
      notes.push(`${name} ends`);
      return Promise.resolve({});
    },
  });

  it('begin and end when those that they name have ended, and wait for no others', async () => {
    const store = await freshStore();
    const notes: string[] = [];
    let answer = () => {};
    const late = new Promise<void>((resolve) => (answer = resolve));
    const at = Promise.resolve();
    const group = [
      noting(notes, 'networks', at),
      noting(notes, 'devices', late, { after: ['networks'] }),
      noting(notes, 'organizations', at, { after: ['networks'] }),
      noting(notes, 'configurations', at, { after: ['organizations'], endAfter: ['devices'] }),
    ];
    await store.put('runs', openedRun('the run'));
    const signal = new AbortController().signal;
    const committed = () => {
      if (notes.includes('configurations begins')) answer();
    };
    const given = { store, stages: [group], clients: null, now: () => noon, signal, committed };
    await advance(given, 'the run');
    expect(notes).toEqual([
      'networks begins',
      'networks ends',
      'devices begins',
      'organizations begins',
      'organizations ends',
      'configurations begins',
      'devices ends',
      'configurations ends',
    ]);
    expect(await store.count('steps')).toBe(0);
  });

  it('end when the first steps of those that they name are known, however late', async () => {
    const store = await freshStore();
    const notes: string[] = [];
    const soon = Promise.resolve();
    const late = new Promise<void>((resolve) => setTimeout(resolve, 50));
    const group = [
      noting(notes, 'organizations', late),
      noting(notes, 'devices', soon, { endAfterBegun: ['configurations'] }),
      noting(notes, 'configurations', soon, { after: ['organizations'] }),
    ];
    await store.put('runs', openedRun('the run'));
    const signal = new AbortController().signal;
    const committed = () => undefined;
    const given = { store, stages: [group], clients: null, now: () => noon, signal, committed };
    await advance(given, 'the run');
    expect(notes.indexOf('devices ends')).toBeGreaterThan(notes.indexOf('configurations begins'));
  });

  it.each([
    [true, 1],
    [false, 2],
  ])(
    'begin a further step before the one that named it is committed where they read ahead: %s',
    async (readsAhead, commitsBefore) => {
      const store = await freshStore();
      let commits = 0;
      let before = 0;
      const stage: Stage<null> = {
        name: 'networks',
        concurrency: 1,
        readsAhead,
        begin: () => Promise.resolve(['1']),
        step(_, step) {
          before = commits;
          return Promise.resolve({ next: step === '1' ? ['2'] : [] });
        },
      };
      await store.put('runs', openedRun('the run'));
      const signal = new AbortController().signal;
      const committed = () => void (commits += 1);
      await advance(
        { store, stages: [stage], clients: null, now: () => noon, signal, committed },
        'the run',
      );
      expect(before).toBe(commitsBefore);
    },
  );

  it('of a run that an earlier version began, without a step for their ends, begin again', async () => {
    const store = await freshStore();
    const tenant = sampleTenant();
    const before: SyncRun = {
      ...openedRun('the run'),
      stage: 'organization-matching',
      begun: true,
    };
    await store.put('runs', before);
    await store.put('steps', { step: 'organization-matching: all' });
    await goOn(store, clientsOf(tenant), 'the run');
    expect(await store.count('configurations')).toBe(4);
    expect(await store.count('devices')).toBe(6);
  });
});
