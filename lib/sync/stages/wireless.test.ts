import { expect, it, vi } from 'vitest';
import type { Journal } from '@/lib/journal/journal';
import { changeSettings } from '@/lib/store/meta';
import { write } from '@/lib/store/open';
import * as stored from '@/lib/store/stored';
import { advance } from '@/lib/sync/runner';
import { changeWirelessState, readWirelessState } from '@/lib/sync/wireless/ledger-store';
import { clientsOf, emptyTenant } from '@/test/sync/tenant';
import { freshStore, noon, openedRun } from '@/test/sync/store';
import { wirelessStage } from './wireless';

it('what is left to another browser stays left in a worker that goes on with the run', async () => {
  const store = await freshStore();
  const run = { ...openedRun('left'), stage: 'wireless' } as const;
  await write(store, async (transaction) => {
    await changeSettings(transaction, () => ({ autoCreate: true }));
    await changeWirelessState(transaction, () => ({ applied: 'partly' }));
    await stored.runs.put(transaction, run);
  });
  const clients = vi.fn(() => Promise.reject(new Error('It plans by itself.')));
  /** A worker's part of the run, until it is killed after its first commit, or to the end. */
  async function worker(left: boolean, killed: boolean): Promise<void> {
    const stage = wirelessStage({
      journal: {} as Journal,
      clients,
      wait: () => Promise.resolve(),
      leftToAnother: () => Promise.resolve(left),
    });
    const life = new AbortController();
    await advance(
      {
        store,
        stages: [stage],
        clients: clientsOf(emptyTenant()),
        now: () => noon,
        signal: life.signal,
        committed: () => killed && life.abort(),
      },
      run.id,
    ).catch((error: unknown) => {
      if (!killed) throw error;
    });
  }

  await worker(true, true);
  expect(await readWirelessState(store)).toMatchObject({ applied: 'partly' });
  // Which browser syncs for all is known to the worker that asked, and to it alone.
  await worker(false, false);
  expect(clients).not.toHaveBeenCalled();
  expect(await readWirelessState(store)).toMatchObject({ applied: 'on' });
});
