/** Runs in the page of the store's row: the stages that ship, on the browser's own IndexedDB. */
import { openDB } from 'idb';
import { configuration, device } from '@/lib/matching/samples.fixture';
import { organizationId, networkId } from '@/lib/model/ids';
import { syncStages, type SyncRun } from '@/lib/model/run';
import { openStore } from '@/lib/store/open';
import { advance } from '@/lib/sync/runner';
import { stages } from '@/lib/sync/stages';
import { clientsOf, emptyTenant } from '@/test/sync/tenant';

/** Milliseconds through the stages, and by bare puts of the same rows in one transaction. */
export type StoreBench = () => Promise<{ readonly ours: number; readonly floor: number }>;

const networks = 50;
const devices = 2000;
const configurations = 10_000;

const mac = (row: number) => `ac8674${row.toString(16).padStart(6, '0')}`;
const numbers = (count: number) => [...Array(count).keys()];

const rows = {
  networks: numbers(networks).map((row) => ({
    id: networkId(row + 1),
    name: `Company ${row}`,
    latitude: null,
    longitude: null,
  })),
  organizations: numbers(networks).map((row) => ({
    id: organizationId(row + 1),
    name: `Company ${row}`,
    shortName: null,
    primary: false,
    typeName: 'Customer',
    statusName: 'Active',
  })),
  devices: numbers(devices).map((row) =>
    device(`${row + 1}`, {
      mac: mac(row),
      ips: [],
      name: `AP ${row}`,
      network: `${(row % networks) + 1}`,
    }),
  ),
  configurations: numbers(configurations).map((row) =>
    configuration(`${row + 1}`, {
      macs: [mac(row)],
      name: `AP ${row}`,
      organization: `${(row % networks) + 1}`,
    }),
  ),
};

const openRun: SyncRun = {
  id: 'bench',
  trigger: 'manual',
  startedAt: new Date(0).toISOString(),
  finishedAt: null,
  state: 'open',
  stage: syncStages[0],
  begun: false,
  done: 0,
  total: 0,
  problems: [],
  skipped: [],
  oddFields: [],
  failure: null,
};

let rounds = 0;

const storeBench: StoreBench = async () => {
  const round = `bench ${++rounds}`;
  const bare = await openDB(`${round} bare`, 1, {
    upgrade(database) {
      for (const name of ['networks', 'organizations', 'configurations'])
        database.createObjectStore(name, { keyPath: 'id' });
      database.createObjectStore('devices', { keyPath: 'key' });
    },
  });
  const floorBegan = performance.now();
  const transaction = bare.transaction([...bare.objectStoreNames], 'readwrite');
  for (const [name, all] of Object.entries(rows))
    for (const row of all) void transaction.objectStore(name).put(row);
  await transaction.done;
  const floor = performance.now() - floorBegan;
  bare.close();

  const store = await openStore(round);
  await store.put('runs', openRun);
  const began = performance.now();
  await advance(
    {
      store,
      stages,
      clients: clientsOf({ ...emptyTenant(), ...rows, pageSize: 1000 }),
      now: Date.now,
      signal: new AbortController().signal,
      committed: () => undefined,
    },
    openRun.id,
  );
  const ours = performance.now() - began;
  const written = await store.count('configurations');
  const matched = await store.count('deviceMatches');
  store.close();
  if (written !== configurations || matched !== devices)
    throw new Error(`Only ${written} configurations and ${matched} matches were written.`);
  return { ours, floor };
};

(globalThis as unknown as { storeBench: StoreBench }).storeBench = storeBench;
