import type { Page } from '@playwright/test';
import { sign } from '@/lib/datto/signing';
import { keysOf } from '@/test/e2e/harness/keys';
import type { LoggedRequest } from '@/test/simulator/request-log';
import { generateTenant, type TenantSize } from '@/test/simulator/tenant/generate';
import type { Tenant } from '@/test/simulator/tenant/tenant';
import type { Figure } from '../figures';
import { duration, ended, install, latency, type Installed } from '../installed';
import { watchWorkerHeap } from '../worker-heap';
import { plain, type Measurement, type Row } from '../row';

/** As many requests at a time as the extension sends. */
const concurrency = { datto: 6, itglue: 3 };
/** Rows that IT Glue gives at most in one page. */
const pageRows = 1000;

const small: TenantSize = { seed: 3, organizations: 200, networks: 200, devices: 4000 };
const largest: TenantSize = { seed: 3, organizations: 1000, networks: 1000, devices: 20_000 };

/** Counts what is written into the tables of what is read, in the worker. */
const countWrites = `
  globalThis.benchWrites ??= (() => {
    const counted = /^(networks|devices|organizations|configurations|users)$/;
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...row) {
      if (counted.test(this.name)) globalThis.benchWrites++;
      return put.apply(this, row);
    };
    return 0;
  })()`;

export const sync: Measurement = {
  rows: [
    {
      name: 'first-sync',
      what: 'first sync: 200 networks, 4,000 devices',
      floor: 'the same requests by bare fetch at the same concurrency, JSON.parse, nothing kept',
      unit: 'ms',
      aim: { kind: 'times', most: 1.25 },
    },
    {
      name: 'first-sync-rest',
      what: '… of it after the last answer',
      floor: '',
      unit: '%',
      aim: { kind: 'most', most: 10 },
    },
    {
      name: 'first-sync-requests',
      what: 'IT Glue requests of the first sync',
      floor: 'the fewest pages that hold the rows of each list that was asked for',
      unit: 'requests',
      aim: { kind: 'times', most: 1 },
    },
    {
      name: 'second-sync',
      what: 'the same again, nothing changed',
      floor: 'the first sync',
      unit: 'ms',
      aim: { kind: 'times', most: 0.35 },
    },
    {
      name: 'second-sync-rows',
      what: '… rows rewritten',
      floor: '',
      unit: 'rows',
      aim: { kind: 'most', most: 0 },
    },
    {
      name: 'second-sync-requests',
      what: '… IT Glue requests',
      floor: '',
      unit: 'requests',
      aim: { kind: 'most', most: 4 },
    },
  ],
  open: plain(async () => {
    const tenant = tenantOf(small);
    const installed = await install(tenant);
    try {
      const first = await firstSync(installed, 120_000);
      const { extension, simulator } = installed;
      const [worker] = extension.context.serviceWorkers();
      await worker?.evaluate(countWrites);
      simulator.requests.clear();
      const second = await extension.syncNow();
      const rows = (await worker?.evaluate<number>('globalThis.benchWrites')) ?? NaN;
      return {
        ...first.figures,
        'second-sync': { ours: duration(second), floor: first.milliseconds },
        'second-sync-rows': { ours: rows, floor: null },
        'second-sync-requests': {
          ours: simulator.requests.count({ api: 'itglue' }),
          floor: null,
        },
      };
    } finally {
      await installed.close();
    }
  }),
};

export const largestSync: Measurement = {
  rows: [
    {
      name: 'largest-sync',
      what: 'first sync: 1,000 networks, 20,000 devices',
      floor: 'the same requests by bare fetch, as of the smaller',
      unit: 'ms',
      aim: { kind: 'times', most: 1.25 },
    },
    largestRow('largest-sync-answer', 'the slowest answer to a page meanwhile', 'ms', 100),
    largestRow('largest-sync-progress', 'the longest that its progress stood still', 'ms', 1000),
    largestRow('largest-sync-heap', "the worker's heap meanwhile, at most", 'MiB', 250),
    largestRow('largest-sync-heap-after', "the worker's heap after it", 'MiB', 80),
  ],
  // Of the smaller there are five.
  rounds: 1,
  open: plain(async () => {
    const tenant = tenantOf(largest);
    const installed = await install(tenant);
    try {
      const heap = await watchWorkerHeap(installed.extension.context);
      const first = await firstSync(installed, 900_000, (page) => page.evaluate(askOnAndOn));
      const most = heap.most();
      const left = await heap.left();
      await heap.close();
      const slowest = first.asked as { answer: number; still: number };
      return {
        'largest-sync': first.figures['first-sync'],
        'largest-sync-answer': { ours: slowest.answer, floor: null },
        'largest-sync-progress': { ours: slowest.still, floor: null },
        'largest-sync-heap': { ours: most, floor: null },
        'largest-sync-heap-after': { ours: left, floor: null },
      };
    } finally {
      await installed.close();
    }
  }),
};

function largestRow(name: string, what: string, unit: Row['unit'], most: number): Row {
  return { name, what: `… ${what}`, floor: '', unit, aim: { kind: 'most', most } };
}

/** Asks for the status four times a second until the run ends. */
const askOnAndOn = `(async () => {
  const slowest = { answer: 0, still: 0 };
  let last = '', moved = performance.now(), syncing = false;
  for (;;) {
    const asked = performance.now();
    const { value } = await chrome.runtime.sendMessage({ name: 'status.view' });
    slowest.answer = Math.max(slowest.answer, performance.now() - asked);
    const state = JSON.stringify(value.status);
    syncing ||= value.status.state === 'syncing';
    if (syncing && value.status.state !== 'syncing') return slowest;
    if (syncing) slowest.still = Math.max(slowest.still, performance.now() - moved);
    if (state !== last) { last = state; moved = performance.now(); }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
})()`;

/** Connects, which starts the first sync, and fetches the same again with nothing but fetch. */
async function firstSync(
  { extension, simulator }: Installed,
  patienceMs: number,
  meanwhile?: (page: Page) => Promise<unknown>,
): Promise<{
  readonly milliseconds: number;
  readonly asked: unknown;
  readonly figures: Readonly<
    Record<'first-sync' | 'first-sync-rest' | 'first-sync-requests', Figure>
  >;
}> {
  const page = await extension.context.newPage();
  await page.goto(`chrome-extension://${extension.id}/popup.html`);
  const asking = meanwhile?.(page);
  await extension.connect();
  const run = await ended(extension, new Set(), patienceMs);
  const asked = await asking;
  const milliseconds = duration(run);
  const began = Date.parse(run.startedAt);
  const requests = simulator.requests.all({ method: 'GET' }).filter(({ at }) => at >= began);
  const last = Math.max(...requests.map(({ at }) => at)) + latency;
  const { tenant } = simulator;
  const floor = await page.evaluate<number>(await fetchAgain(requests, tenant));
  await page.close();
  return {
    milliseconds,
    asked,
    figures: {
      'first-sync': { ours: milliseconds, floor },
      'first-sync-rest': {
        ours: (100 * Math.max(0, began + milliseconds - last)) / milliseconds,
        floor: null,
      },
      'first-sync-requests': {
        ours: requests.filter(({ api }) => api === 'itglue').length,
        floor: fewestPages(requests, tenant),
      },
    },
  };
}

/** Of IT Glue's lists, each once. */
function fewestPages(requests: readonly LoggedRequest[], { itglue }: Tenant): number {
  const rows: Readonly<Record<string, number>> = {
    '/organizations': itglue.organizations.size,
    '/configurations': itglue.configurations.size,
  };
  const asked = requests.flatMap(({ api, path }) => (api === 'itglue' ? [listIn(path)] : []));
  return [...new Set(asked)]
    .map((list) => Math.max(1, Math.ceil((rows[list] ?? 0) / pageRows)))
    .reduce((sum, pages) => sum + pages, 0);
}

const listIn = (path: string): string => path.split('?')[0]!;

/** A tenant that bears IT Glue's largest pages; where they take too long, finding that out is a request more a list. */
function tenantOf(size: TenantSize): Tenant {
  const tenant = generateTenant(size);
  tenant.quirks.itglue.maxPageSize = {};
  return tenant;
}

/** A script for a page: the same requests, both APIs at once, and the milliseconds they take. */
async function fetchAgain(requests: readonly LoggedRequest[], tenant: Tenant): Promise<string> {
  const keys = keysOf(tenant);
  const timestamp = Math.floor(Date.now() / 1000);
  const signed = await Promise.all(
    requests.map(async ({ api, host, path }, nonce) => ({
      api,
      url: `https://${host}${path}`,
      headers:
        api === 'itglue'
          ? { 'x-api-key': keys.itGlueApiKey, 'content-type': 'application/vnd.api+json' }
          : await sign({
              key: keys.dattoPublicKey,
              secret: keys.dattoSecretKey,
              timestamp,
              nonce: `bench${timestamp}${nonce}`,
              path,
              body: '',
            }),
    })),
  );
  const lanes = Object.entries(concurrency).flatMap(([api, count]) => {
    const own = signed.filter((request) => request.api === api);
    return Array.from({ length: count }, (_, lane) => own.filter((_, nth) => nth % count === lane));
  });
  return `(async () => {
    const began = performance.now();
    await Promise.all(${JSON.stringify(lanes)}.map(async (lane) => {
      for (const { url, headers } of lane) {
        const response = await fetch(url, { headers });
        const text = await response.text();
        if (response.ok) JSON.parse(text);
      }
    }));
    return performance.now() - began;
  })()`;
}
