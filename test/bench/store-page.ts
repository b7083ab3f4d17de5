/** Runs in the page of the benchmark of the store. */
import { device } from '@/lib/matching/samples.fixture';
import { openStore, write } from '@/lib/store/open';

/** Milliseconds for so many devices: in one transaction, in one for every hundred, in one each. */
export type StoreBench = (count: number) => Promise<Record<'all' | 'hundreds' | 'each', number>>;

const storeBench: StoreBench = async (count) => {
  const devices = Array.from({ length: count }, (_, row) => ({
    ...device(`${row}`, { mac: `ac8674${row.toString(16).padStart(6, '0')}`, name: `AP ${row}` }),
    runId: 'bench',
    readAt: '2026-01-01T00:00:00Z',
  }));

  async function inTransactionsOf(size: number): Promise<number> {
    const store = await openStore(`bench ${size}`);
    const began = performance.now();
    for (let start = 0; start < devices.length; start += size)
      await write(store, async (transaction) => {
        const target = transaction.objectStore('devices');
        await Promise.all(devices.slice(start, start + size).map((each) => target.put(each)));
      });
    const time = performance.now() - began;
    store.close();
    return time;
  }

  // The first one creates what the browser keeps for the origin.
  await inTransactionsOf(1000);
  return {
    all: await inTransactionsOf(count),
    hundreds: await inTransactionsOf(100),
    each: await inTransactionsOf(1),
  };
};

(globalThis as unknown as { storeBench: StoreBench }).storeBench = storeBench;
