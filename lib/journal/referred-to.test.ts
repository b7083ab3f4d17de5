import { expect, it } from 'vitest';
import { ItGlueError } from '@/lib/itglue/errors';
import { freshStore } from '@/test/sync/store';
import { Locks } from '@/test/world/locks';
import { createManufacturer } from './catalog';
import { createJournal } from './journal';

it('a manufacturer that the browser sent twice is not settled before the one that is kept is known', async () => {
  const store = await freshStore();
  const journal = createJournal({
    store,
    now: () => 0,
    newId: () => 'id',
    wait: () => Promise.resolve(),
    exclusively: new Locks().exclusively,
  });
  const there: { id: string; name: string }[] = [];
  let sent = 0;
  let looks = 0;
  const executor = createManufacturer(
    {
      findManufacturer: () => Promise.resolve(there[0] ?? null),
      manufacturersNamed: () =>
        ++looks === 1
          ? Promise.reject(
              new ItGlueError({
                kind: 'rate-limited',
                outcome: null,
                request: 'GET /manufacturers',
              }),
            )
          : Promise.resolve(there),
      createManufacturer() {
        sent += 1;
        there.push({ id: '1', name: 'Datto' }, { id: '2', name: 'Datto' });
        return Promise.resolve({ id: '2', name: 'Datto' });
      },
      findModel: () => Promise.resolve(null),
      modelsNamed: () => Promise.resolve([]),
      createModel: () => Promise.reject(new Error('No model is made here.')),
    },
    'Datto',
  );
  const intent = {
    key: 'manufacturer Datto',
    write: { kind: 'create-manufacturer', name: 'Datto' },
    who: 'Ada',
  } as const;
  expect(await journal.once(intent, executor)).toMatchObject({
    state: 'open',
    problem: { kind: 'rate-limited' },
  });
  expect(await journal.once(intent, executor)).toMatchObject({ state: 'done', resultId: '1' });
  expect(sent).toBe(1);
  store.close();
});
