import { describe, expect, it } from 'vitest';
import { ItGlueError } from '@/lib/itglue/errors';
import type { JournalWrite } from '@/lib/model/journal';
import { freshStore } from '@/test/sync/store';
import { Locks } from '@/test/world/locks';
import { createJournal } from './journal';
import { heldMs, settleMs, untilNextLook } from './unknown-outcome';

const second = 1000;
const write: JournalWrite = {
  kind: 'in-memory',
  event: { did: 'created', resource: 'password', name: 'Thing', fields: [] },
  creation: null,
};
const lost = (kind: 'timeout' | 'offline') =>
  new ItGlueError({ kind, outcome: 'unknown', request: 'POST /things' });

/** A clock that waiting moves, and a remote that has its effect when it likes. */
async function slowRemote(options: {
  /** When the first request has its effect, seconds after it was sent; never where absent. */
  readonly effectAfter?: number;
  readonly unreadable?: boolean;
  readonly repeatable?: boolean;
}) {
  let clock = 0;
  const things: { readonly id: string; readonly from: number }[] = [];
  const sentAt: number[] = [];
  const lookedAt: number[] = [];
  const store = await freshStore();
  const journal = createJournal({
    store,
    now: () => clock,
    newId: () => 'id',
    wait: (milliseconds) => {
      clock += milliseconds;
      return Promise.resolve();
    },
    exclusively: new Locks().exclusively,
  });
  const outcome = await journal.once(
    { key: 'thing', who: 'Ada', write },
    {
      subject: { resource: 'password', name: 'Thing' },
      ...(options.repeatable && { repeatable: true }),
      before: () => Promise.resolve({ next: 'send', known: [] }),
      send() {
        sentAt.push(clock / second);
        if (sentAt.length > 1) return Promise.resolve({ id: 'second' });
        if (options.effectAfter !== undefined)
          things.push({ id: 'first', from: clock + options.effectAfter * second });
        // The client gives up after a minute.
        clock += 60 * second;
        return Promise.reject(lost('timeout'));
      },
      find() {
        lookedAt.push(clock / second);
        if (options.unreadable) return Promise.reject(lost('offline'));
        return Promise.resolve(things.find(({ from }) => from <= clock) ?? null);
      },
      idOf: ({ id }: { id: string }) => id,
    },
  );
  store.close();
  return { outcome, sentAt, lookedAt };
}

describe('a write of unknown outcome', () => {
  it.each([61, 62, 90, 200, 359])(
    'that has its effect %i s after it was sent is found and not sent again',
    async (effectAfter) => {
      const { outcome, sentAt } = await slowRemote({ effectAfter });
      expect(outcome).toMatchObject({ state: 'done', resultId: 'first' });
      expect(sentAt).toEqual([0]);
    },
  );

  it('is sent again when it was looked for several times for as long as a gateway may hold it', async () => {
    const { outcome, sentAt, lookedAt } = await slowRemote({});
    expect(outcome).toMatchObject({ state: 'done', resultId: 'second' });
    // From the failure on, which came a minute after it was sent.
    expect(sentAt).toEqual([0, 60 + heldMs / second]);
    expect(lookedAt.length).toBeGreaterThan(4);
  });

  it('that may be sent twice waits only for what is soon', async () => {
    const { sentAt } = await slowRemote({ repeatable: true });
    expect(sentAt).toEqual([0, 60 + settleMs / second]);
  });

  it('is never sent again while it cannot be looked for', async () => {
    const { outcome, sentAt } = await slowRemote({ unreadable: true });
    expect(outcome).toMatchObject({ state: 'open' });
    expect(sentAt).toEqual([0]);
  });
});

it('the looks lead to the end of the time and stop there', () => {
  let since = 0;
  for (let look = 0; look < 20 && untilNextLook(since) > 0; look++) since += untilNextLook(since);
  expect(since).toBe(heldMs);
  expect(untilNextLook(heldMs + 1)).toBe(0);
});
