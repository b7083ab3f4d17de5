import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import { deviceKey } from '@/lib/model/device';
import { configurationId, networkId, organizationId } from '@/lib/model/ids';
import type { DeviceMatch } from '@/lib/model/match';
import { readMeta, readSettings, writeMeta } from './meta';
import { migrate } from './migrations';
import { log } from './activity';
import { openStore, wipe, write } from './open';
import type { Database } from './schema';

const name = 'migrated';
let open: Database | undefined;
async function opened() {
  open = await openStore(name);
  return open;
}
afterEach(async () => {
  open?.close();
  await deleteDB(name);
});

const plain = { id: networkId(1), name: 'Acme', latitude: null, longitude: null };
const oldNetwork = { ...plain, kindsRead: [], runId: 'r', readAt: '2026-01-01T00:00:00Z' };
const network = { ...plain, withoutDevices: false };
const match = (device: string, configuration: string): DeviceMatch => ({
  deviceKey: deviceKey('switch', device),
  networkId: networkId(1),
  at: '2026-01-01T00:00:00Z',
  state: 'matched',
  configurationId: configurationId(configuration),
  organizationId: organizationId(1),
  rule: 'mac',
});

describe('the store', () => {
  it('brings a database of the first version to the present one and keeps its rows', async () => {
    const old = await openDB(name, 1, {
      upgrade(database) {
        database.createObjectStore('networks', { keyPath: 'id' });
        database
          .createObjectStore('devices', { keyPath: 'key' })
          .createIndex('network', 'networkId');
        database.createObjectStore('organizations', { keyPath: 'id' });
        database
          .createObjectStore('configurations', { keyPath: 'id' })
          .createIndex('organization', 'organizationId');
        database
          .createObjectStore('networkMatches', { keyPath: 'networkId' })
          .createIndex('organization', 'organizationId');
        database.createObjectStore('networkSuggestions', { keyPath: 'networkId' });
        const matches = database.createObjectStore('deviceMatches', { keyPath: 'deviceKey' });
        matches.createIndex('configuration', 'configurationId', { unique: true });
        matches.createIndex('organization', 'organizationId');
        database
          .createObjectStore('deviceSuggestions', { keyPath: 'deviceKey' })
          .createIndex('organization', 'organizationId');
        database.createObjectStore('runs', { keyPath: 'id' }).createIndex('state', 'state');
        database.createObjectStore('steps', { keyPath: 'step' });
        database.createObjectStore('meta');
      },
    });
    await old.put('networks', oldNetwork);
    await old.put('deviceMatches', match('1', '7'));
    old.close();

    const store = await opened();
    expect(await store.get('networks', network.id)).toEqual(network);
    expect(
      await store.getFromIndex('deviceMatches', 'configuration', configurationId(7)),
    ).toMatchObject({ rule: 'mac' });
    await write(store, (transaction) => log(transaction, 'now', { kind: 'connected' }));
    expect(await store.count('activity')).toBe(1);
    expect(await store.count('users')).toBe(0);
  });

  it('brings a database of the second version to the present one and keeps its decisions', async () => {
    const old = await openDB(name, 2, {
      upgrade(database) {
        for (const [name, keyPath] of [
          ['networks', 'id'],
          ['organizations', 'id'],
          ['networkSuggestions', 'networkId'],
          ['users', 'id'],
          ['steps', 'step'],
        ] as const)
          database.createObjectStore(name, { keyPath });
        database
          .createObjectStore('devices', { keyPath: 'key' })
          .createIndex('network', 'networkId');
        database
          .createObjectStore('configurations', { keyPath: 'id' })
          .createIndex('organization', 'organizationId');
        database
          .createObjectStore('networkMatches', { keyPath: 'networkId' })
          .createIndex('organization', 'organizationId');
        const matches = database.createObjectStore('deviceMatches', { keyPath: 'deviceKey' });
        matches.createIndex('configuration', 'configurationId', { unique: true });
        matches.createIndex('organization', 'organizationId');
        database
          .createObjectStore('deviceSuggestions', { keyPath: 'deviceKey' })
          .createIndex('organization', 'organizationId');
        database.createObjectStore('runs', { keyPath: 'id' }).createIndex('state', 'state');
        database.createObjectStore('meta');
        database.createObjectStore('activity', { autoIncrement: true }).createIndex('at', 'at');
      },
    });
    await old.put('deviceMatches', match('1', '7'));
    await old.add('activity', { at: 'now', who: 'sync', event: { kind: 'connected' } });
    old.close();

    const store = await opened();
    expect(await store.getAllFromIndex('deviceMatches', 'network', networkId(1))).toEqual([
      match('1', '7'),
    ]);
    expect(await store.count('activity')).toBe(1);
    expect(await store.count('journal')).toBe(0);
    expect(await store.countFromIndex('journal', 'state', 'sending')).toBe(0);
    expect(await store.count('ignoredConfigurations')).toBe(0);
  });

  describe('brings a database of the fourth version to the present one', () => {
    const row = { batch: 'b', key: 'k', state: 'planned', who: 'Ada' };
    const create = { kind: 'create-organization', name: 'Acme', networkId: '1', version: '' };
    const state = { applied: 'on', typeId: '3', counting: null };
    const result = { created: 1, updated: 0, archived: 0, unarchived: 0, related: 0, at: 'now' };
    const archived = { records: ['7'], passwords: ['8'] };
    const problem = { kind: 'refused', side: 'itglue', detail: 'A PSA owns it' };
    const run = { id: 'r', state: 'done', startedAt: 'then', finishedAt: 'now' };
    /** Refused writes as that version kept them, and as they are now. */
    const refusals = [
      [
        { kind: 'exists', name: 'x' },
        { kind: 'exists', name: 'x' },
      ],
      [
        { kind: 'by-it-glue', detail: 'A PSA owns it' },
        { kind: 'problem', problem },
      ],
      [
        { kind: 'by-it-glue', detail: '', outOfReach: true },
        { kind: 'problem', problem: { kind: 'out-of-reach', side: 'itglue', detail: '' } },
      ],
      [
        { kind: 'record-held', fields: ['Plan'] },
        {
          kind: 'problem',
          problem: {
            kind: 'refused',
            side: 'itglue',
            cause: { kind: 'record-held', fields: ['Plan'] },
          },
        },
      ],
    ] as const;
    /** A row of every store, as that version had them. */
    const rows: Record<string, readonly object[]> = {
      networks: [oldNetwork],
      devices: [{ key: 'switch:1', networkId: '1', name: 'Core' }],
      organizations: [{ id: '1', name: 'Acme' }],
      configurations: [{ id: '7', organizationId: '1', name: 'Core' }],
      networkMatches: [{ networkId: '1', at: 'now', state: 'ignored' }],
      networkSuggestions: [{ networkId: '2', suggestions: [] }],
      deviceMatches: [match('1', '7')],
      deviceSuggestions: [{ deviceKey: 'switch:2', organizationId: '1', suggestions: [] }],
      users: [{ id: '9', name: 'Ada' }],
      runs: [
        {
          ...run,
          skipped: [
            { id: '18', reason: 'mac: expected string; a.b: not valid' },
            { id: '#3', reason: 'expected object' },
          ],
        },
      ],
      steps: [{ step: 'a' }],
      activity: [
        { at: 'now', who: 'sync', event: { kind: 'connected' } },
        ...(['organization', 'configuration'] as const).map((resource) => ({
          at: 'then',
          who: 'Ada',
          event: { kind: 'created', resource, id: '7', name: 'Core' },
        })),
      ],
      journal: [
        { ...row, id: 'a', write: { ...create, despite: ['9'] } },
        { ...row, id: 'b', write: { kind: 'create-manufacturer', name: 'Datto' } },
        ...refusals.map(([refusal], place) => ({ ...row, id: `r${place}`, write: {}, refusal })),
      ],
      batches: [{ id: 'b', organizationId: '1', state: 'open', who: 'Ada', at: 'now' }],
      ignoredConfigurations: [{ configurationId: '8', at: 'now' }],
      rejectedOrganizations: [{ networkId: '1', organizationIds: ['2'] }],
      rejectedConfigurations: [{ deviceKey: 'switch:1', configurationIds: ['8'] }],
      wireless: [{ key: 'n1 1', slot: {}, record: { id: '7' }, password: { id: '8' } }],
    };
    const lasting: Record<string, unknown> = {
      settings: { syncEveryHours: 6, autoCreate: true, userId: '9', configurationTypes: {} },
      connection: { region: 'us', subdomain: 'acme', dattoHost: 'h', connectedAt: 'now' },
      wireless: {
        ...state,
        archivedOfPeople: archived,
        lastResult: { ...result, refused: [{ subject: 'Café', reason: 'A PSA owns it' }] },
      },
    };

    const undo = { action: 'match', name: null, networks: [], devices: [], ended: [] };
    const values = { ...lasting, undo };

    async function makeFourth(changed: typeof rows = {}): Promise<void> {
      const old = await openDB(name, 4, {
        upgrade: (database, from, _to, transaction) =>
          void migrate(database as never, from, transaction as never, 4),
      });
      for (const [name, each] of Object.entries({ ...rows, ...changed }))
        for (const one of each) await old.put(name, one);
      for (const [name, value] of Object.entries(values)) await old.put('meta', value, name);
      // Each store of that version has a row above.
      expect([...old.objectStoreNames].sort()).toEqual([...Object.keys(rows), 'meta'].sort());
      old.close();
    }
    async function everything(): Promise<Record<string, unknown>> {
      const store = await openDB(name);
      const all: Record<string, unknown> = {};
      for (const name of store.objectStoreNames) all[name] = await store.getAll(name);
      const names = await store.getAllKeys('meta');
      const single = all['meta'] as readonly unknown[];
      all['meta'] = Object.fromEntries(names.map((name, place) => [name, single[place]]));
      store.close();
      return all;
    }

    it('under the new names, with problems for sentences, and loses nothing', async () => {
      await makeFourth();
      (await opened()).close();
      expect(await everything()).toEqual({
        ...rows,
        activity: (
          rows['activity'] as readonly { readonly event: { readonly kind: string } }[]
        ).map((line) => ({
          ...line,
          topic: line.event.kind === 'connected' ? 'settings' : 'writes',
          organizations: [],
        })),
        journal: [
          { ...row, id: 'a', write: { ...create, acknowledged: ['9'] } },
          { ...row, id: 'b', write: { kind: 'create-manufacturer', name: 'Datto' } },
          ...refusals.map(([, refusal], place) => ({
            ...row,
            id: `r${place}`,
            write: {},
            refusal,
          })),
        ],
        runs: [
          {
            ...run,
            oddFields: [],
            skipped: [
              {
                id: '18',
                fields: [
                  { field: 'mac', expected: 'string' },
                  { field: 'a.b', expected: null },
                ],
              },
              { id: '#3', fields: [{ field: '', expected: 'object' }] },
            ],
          },
        ],
        departedDevices: [],
        deviceLists: [],
        seen: [],
        sharedEntries: [],
        followUps: [],
        sightings: [],
        sharedMacs: [],
        legitimateSharings: [],
        createdConfigurations: [{ configurationId: '7', at: 'then' }],
        networks: [network],
        configurations: rows.configurations?.map((each) => ({
          ...each,
          rmm: null,
          rmmMacs: [],
          createdAt: null,
          psaSynced: false,
          vendorLinked: false,
        })),
        undoSteps: [],
        firstSeen: [],
        meta: {
          ...lasting,
          wireless: {
            ...state,
            archivedUserRecords: archived,
            lastResult: { ...result, refused: [{ subject: 'Café', problem }] },
          },
        },
      });
    });

    it('or, where that fails, leaves it as it was', async () => {
      const journal = [{ id: 'broken' }];
      await makeFourth({ journal });
      await expect(openStore(name)).rejects.toThrow(TypeError);
      expect(await everything()).toEqual({ ...rows, journal, meta: values });
    });
  });

  it('commits all of a write or, when it throws, nothing', async () => {
    const store = await opened();
    await expect(
      write(store, async (transaction) => {
        await transaction.objectStore('networks').put(network);
        throw new Error('stopped');
      }),
    ).rejects.toThrow('stopped');
    expect(await store.count('networks')).toBe(0);
  });

  it('refuses a second device for one configuration', async () => {
    const store = await opened();
    await store.put('deviceMatches', match('1', '7'));
    await expect(
      write(store, (transaction) => transaction.objectStore('deviceMatches').put(match('2', '7'))),
    ).rejects.toThrow();
    expect(await store.count('deviceMatches')).toBe(1);
  });

  it('lets many devices be ignored, which have no configuration', async () => {
    const store = await opened();
    for (const id of ['1', '2'])
      await store.put('deviceMatches', {
        deviceKey: deviceKey('switch', id),
        networkId: networkId(1),
        at: '2026-01-01T00:00:00Z',
        state: 'ignored',
      });
    expect(await store.count('deviceMatches')).toBe(2);
  });

  it('has default settings until some are saved, and forgets everything when wiped', async () => {
    const store = await opened();
    expect((await readSettings(store)).syncEveryHours).toBe(24);
    await writeMeta(store, 'settings', { ...(await readSettings(store)), syncEveryHours: 6 });
    expect((await readSettings(store)).syncEveryHours).toBe(6);
    await wipe(store);
    expect(await readMeta(store, 'settings')).toBeUndefined();
  });
});
