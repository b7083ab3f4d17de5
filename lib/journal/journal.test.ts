import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ItGlueError } from '@/lib/itglue/errors';
import type { JournalWrite } from '@/lib/model/journal';
import { freshStore } from '@/test/sync/store';
import { Locks } from '@/test/world/locks';
import type { Executor } from './executor';
import { createJournal } from './journal';
import type { WriteOutcome } from './outcome';

/** What may happen to a request, and to the worker that sent it. */
const mishaps = [
  'none',
  'refused',
  'failed-before',
  'failed-after',
  'broken-before',
  'broken-after',
  'not-sent',
  'limited',
  'died-before',
  'died-after',
  'doubled',
  'doubled-and-broken',
] as const;
type Mishap = (typeof mishaps)[number];

class Death extends Error {}

const failure = (
  kind: ItGlueError['kind'],
  outcome: ItGlueError['outcome'],
  status: number | null = null,
) => new ItGlueError({ kind, outcome, status, request: 'POST /things', details: ['in its words'] });

/** A list of things that IT Glue stands for, and what happens to each request in turn. */
class Remote {
  readonly things: { id: string; name: string; archived: boolean }[];
  sent = 0;

  constructor(
    existing: number,
    private readonly fate: Mishap[],
  ) {
    this.things = Array.from({ length: existing }, (_, index) => ({
      id: `old ${index}`,
      name: 'Thing',
      archived: false,
    }));
  }

  send(): Promise<{ id: string }> {
    this.sent += 1;
    const thing = { id: `new ${this.sent}`, name: 'Thing', archived: false };
    const fate = this.fate.shift() ?? 'none';
    if (fate.startsWith('doubled')) this.things.push({ ...thing, id: `${thing.id} before` });
    if (fate === 'none' || fate.startsWith('doubled') || fate.endsWith('after'))
      this.things.push(thing);
    switch (fate) {
      case 'none':
      case 'doubled':
        return Promise.resolve(thing);
      case 'refused':
        return Promise.reject(failure('refused', 'refused', 422));
      case 'failed-before':
      case 'failed-after':
        return Promise.reject(failure('transient', 'unknown', 500));
      case 'broken-before':
      case 'broken-after':
      case 'doubled-and-broken':
        return Promise.reject(failure('offline', 'unknown'));
      case 'not-sent':
        return Promise.reject(failure('transient', 'not-sent'));
      case 'limited':
        return Promise.reject(failure('rate-limited', 'refused', 429));
      case 'died-before':
      case 'died-after':
        return Promise.reject(new Death());
    }
  }

  private unknown(known: readonly string[]) {
    return this.things.filter(({ id, archived }) => !archived && !known.includes(id));
  }

  removeDuplicates(result: { id: string } | null, known: readonly string[]) {
    const duplicates = this.unknown(known).filter(({ id }) => id !== result?.id);
    for (const thing of duplicates) thing.archived = true;
    return { result, duplicates: duplicates.map(({ id }) => ({ id, archived: true })) };
  }

  executor(): Executor<{ id: string }> {
    return {
      subject: { resource: 'organization', name: 'Thing' },
      before: () => Promise.resolve({ next: 'send', known: this.things.map(({ id }) => id) }),
      send: () => this.send(),
      find: (known) => Promise.resolve(this.unknown(known)[0] ?? null),
      removeDuplicates: (result, known) => Promise.resolve(this.removeDuplicates(result, known)),
      idOf: ({ id }) => id,
    };
  }
}

const intent = {
  key: 'thing',
  who: 'Ada',
  write: {
    kind: 'in-memory',
    event: { did: 'created', resource: 'password', name: 'Thing', fields: [] },
    creation: null,
  } satisfies JournalWrite,
};

async function journalOn(locks = new Locks()) {
  const store = await freshStore();
  let clock = 0;
  const journal = createJournal({
    store,
    now: () => clock,
    newId: () => `id ${clock++}`,
    wait: (milliseconds) => {
      clock += milliseconds;
      return Promise.resolve();
    },
    exclusively: locks.exclusively,
  });
  return { store, journal };
}

/** Performs until the write is settled, as workers do that die and are woken. */
async function settle(existing: number, fate: Mishap[]) {
  const { store, journal } = await journalOn();
  const remote = new Remote(existing, [...fate]);
  let outcome: WriteOutcome = { state: 'busy' };
  for (let life = 0; life < 30; life++) {
    outcome = await journal.once(intent, remote.executor());
    if (outcome.state === 'done' || outcome.state === 'refused') break;
  }
  const made = remote.things.filter(({ archived }) => !archived).length - existing;
  const archived = remote.things.filter(({ archived }) => archived).length;
  const lines = (await store.getAll('activity')).map(({ event }) => event.kind);
  const left = await store.count('journal');
  store.close();
  return { outcome, made, archived, lines, left, sent: remote.sent };
}

describe('a write to IT Glue', () => {
  it('leaves exactly one record, or none and a refusal, whatever happens on the way', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: 2 }),
        fc.array(fc.constantFrom(...mishaps), { maxLength: 6 }),
        async (existing, fate) => {
          const { outcome, made, archived, lines, left } = await settle(existing, fate);
          expect(['done', 'refused']).toContain(outcome.state);
          expect(made).toBe(outcome.state === 'done' ? 1 : 0);
          // Its outcome is said once, so is each duplicate, and nothing is left to do.
          expect(lines).toEqual([
            outcome.state === 'done' ? 'created' : 'refused',
            ...Array<string>(archived).fill('archived'),
          ]);
          expect(left).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is not repeated after a refusal, whose words are kept', async () => {
    const { outcome, sent } = await settle(0, ['refused']);
    expect(outcome).toEqual({
      state: 'refused',
      refusal: {
        kind: 'problem',
        problem: { kind: 'refused', side: 'itglue', detail: 'in its words' },
      },
    });
    expect(sent).toBe(1);
  });

  it.each([
    ['credentials', 'open'],
    ['address-refused', 'open'],
    ['no-api-access', 'open'],
    ['rate-limited', 'open'],
    ['offline', 'open'],
    ['aborted', 'open'],
    ['out-of-reach', 'refused'],
    ['not-found', 'refused'],
    ['malformed-request', 'refused'],
  ] as const)(
    'refused with %s is %s: final only where it is about this write',
    async (kind, state) => {
      const { store, journal } = await journalOn();
      const remote = new Remote(0, []);
      const executor: Executor<{ id: string }> = {
        ...remote.executor(),
        send: () => Promise.reject(failure(kind, 'refused', 401)),
      };
      const outcome = await journal.once(intent, executor);
      expect(outcome.state).toBe(state);
      expect((await store.getAll('journal')).map((row) => row.state)).toEqual(
        state === 'open' ? ['planned'] : [],
      );
      if (kind === 'out-of-reach')
        expect(outcome).toEqual({
          state: 'refused',
          refusal: {
            kind: 'problem',
            problem: { kind: 'out-of-reach', side: 'itglue', detail: 'in its words' },
          },
        });
      store.close();
    },
  );

  it('is refused where what it looks at first is out of reach, and waits where something else hinders it', async () => {
    for (const [kind, state] of [
      ['out-of-reach', 'refused'],
      ['transient', 'open'],
    ] as const) {
      const { store, journal } = await journalOn();
      const remote = new Remote(0, []);
      const executor: Executor<{ id: string }> = {
        ...remote.executor(),
        before: () => Promise.reject(failure(kind, null, 401)),
      };
      expect((await journal.once(intent, executor)).state).toBe(state);
      expect(remote.sent).toBe(0);
      store.close();
    }
  });

  it('is found, not sent again, when its answer was lost', async () => {
    for (const lost of ['failed-after', 'broken-after', 'died-after'] as const)
      expect(await settle(2, [lost])).toMatchObject({ made: 1, sent: 1 });
  });

  it('is looked for once more by the next worker when one was stopped before it had removed a duplicate', async () => {
    const locks = new Locks();
    const { store, journal } = await journalOn(locks);
    const remote = new Remote(1, ['doubled']);
    const reached = new Promise<void>((resolve) => {
      void journal.once(intent, {
        ...remote.executor(),
        removeDuplicates: () => (resolve(), new Promise<never>(() => undefined)),
      });
    });
    await reached;
    expect((await store.getAll('journal')).map(({ state }) => state)).toEqual(['sending']);
    locks.releaseAll();
    expect(await journal.once(intent, remote.executor())).toMatchObject({ state: 'done' });
    expect(remote.sent).toBe(1);
    expect(remote.things.map(({ archived }) => archived)).toEqual([false, false, true]);
    store.close();
  });

  it('is done all the same when it cannot be looked whether it is there twice', async () => {
    const { store, journal } = await journalOn();
    const remote = new Remote(0, []);
    const outcome = await journal.once(intent, {
      ...remote.executor(),
      removeDuplicates: () => Promise.reject(failure('offline', null)),
    });
    expect(outcome).toEqual({ state: 'done', resultId: 'new 1', found: false });
    expect(await store.count('journal')).toBe(0);
    store.close();
  });

  it('says of a second one that stays in IT Glue that it is to be deleted', async () => {
    const { store, journal } = await journalOn();
    const outcome = await journal.once(intent, {
      ...new Remote(0, []).executor(),
      removeDuplicates: (result) =>
        Promise.resolve({ result, duplicates: [{ id: 'other', archived: false }] }),
    });
    expect(outcome).toMatchObject({ state: 'done', resultId: 'new 1', twice: true });
    expect((await store.getAll('activity')).map(({ event }) => event)).toEqual([
      expect.objectContaining({ kind: 'created', id: 'new 1' }),
      expect.objectContaining({ kind: 'created', id: 'other', reason: 'sent-twice-left' }),
    ]);
    store.close();
  });

  it('is given up after five attempts', async () => {
    const { outcome, sent } = await settle(0, Array<Mishap>(9).fill('failed-before'));
    expect(outcome.state).toBe('refused');
    expect(sent).toBe(5);
  });

  it('stays open while it cannot be looked whether it is there', async () => {
    const { store, journal } = await journalOn();
    const remote = new Remote(0, ['broken-after']);
    const blind: Executor<{ id: string }> = {
      ...remote.executor(),
      find: () => Promise.reject(failure('offline', null)),
    };
    expect(await journal.once(intent, blind)).toMatchObject({
      state: 'open',
      problem: { kind: 'offline' },
    });
    expect((await store.getAll('journal'))[0]).toMatchObject({ state: 'sending', attempts: 1 });
    expect(await journal.once(intent, remote.executor())).toMatchObject({ state: 'done' });
    expect(remote.sent).toBe(1);
    store.close();
  });

  it('is performed by one at a time', async () => {
    const { store, journal } = await journalOn();
    const remote = new Remote(0, []);
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => journal.once(intent, remote.executor())),
    );
    expect(outcomes.map(({ state }) => state).sort()).toEqual(['busy', 'busy', 'done']);
    expect(remote.sent).toBe(1);
    store.close();
  });

  it('holds nothing of what is written but its kind and its natural key', async () => {
    const { store, journal } = await journalOn();
    const remote = new Remote(0, ['not-sent']);
    await journal.once(intent, remote.executor());
    expect(await store.getAll('journal')).toEqual([
      expect.objectContaining({ key: 'thing', write: intent.write }),
    ]);
    store.close();
  });

  it('brings nothing back that was wiped while it was under way', async () => {
    const { store, journal } = await journalOn();
    const remote = new Remote(0, []);
    const wiped: Executor<{ id: string }> = {
      ...remote.executor(),
      async send() {
        await store.clear('journal');
        return remote.send();
      },
    };
    expect(await journal.once(intent, wiped)).toEqual({ state: 'gone' });
    expect(await store.count('activity')).toBe(0);
    store.close();
  });
});
