import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PQueue from 'p-queue';
import { createBudget } from '@/lib/itglue/budget';
import { createItGlueClient } from '@/lib/itglue/client';
import type { Page, PageAt } from '@/lib/itglue/json-api-read';
import { byAddress } from '@/lib/sync/stages/configuration-steps';
import { keysOf } from '@/test/e2e/harness/keys';
import { startSimulator } from '@/test/simulator';
import { generateTenant } from '@/test/simulator/tenant/generate';
import { latency } from '../installed';
import { timed, type Measurement } from '../row';

/** What one would write instead: a client from the registry, one page after the other. */
const packageName = 'node-itglue';
const version = '1.0.2';
const pageSize = 50;

/** As the sync asks for configurations. */
const concurrency = 3;

interface OtherClient {
  readonly config: { baseURL: string };
  get(request: {
    path: string;
    params: Record<string, string | number>;
  }): Promise<{ data: readonly unknown[]; meta?: { 'next-page'?: number | null } }>;
}
type OtherClientClass = new (options: { apikey: string }) => OtherClient;

/** Installed beside the project: it is old, and only ever compared with. */
function otherClient(): OtherClientClass {
  const folder = join(tmpdir(), `bench-${packageName}-${version}`);
  if (!existsSync(join(folder, 'node_modules', packageName))) {
    mkdirSync(folder, { recursive: true });
    execFileSync(
      'npm',
      ['install', '--silent', '--no-audit', '--prefix', folder, `${packageName}@${version}`],
      { stdio: 'inherit', shell: process.platform === 'win32' },
    );
  }
  return createRequire(join(folder, 'index.js'))(packageName) as OtherClientClass;
}

/** Every row of a list. */
async function all<Row>(ask: (page: PageAt) => Promise<Page<Row>>): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let page: PageAt | null = 1; page !== null;) {
    const answer: Page<Row> = await ask(page);
    rows.push(...answer.rows);
    page = answer.nextPage;
  }
  return rows;
}

export const sequentialClient: Measurement = {
  rows: [
    {
      name: 'sequential-client',
      what: "reading the same tenant's organizations and configurations from IT Glue",
      floor: `${packageName} ${version}, pages of ${pageSize}, one after the other`,
      unit: 'ms',
      aim: { kind: 'times', most: 1 },
    },
  ],
  async open() {
    const Other = otherClient();
    const tenant = generateTenant({ seed: 3, organizations: 200, networks: 200, devices: 4000 });
    const simulator = await startSimulator({ tenant, httpPort: 0 });
    simulator.faults.add({ kind: 'latency', milliseconds: latency, times: Infinity });
    const { itGlueApiKey, region } = keysOf(tenant);
    const other = new Other({ apikey: itGlueApiKey });
    other.config.baseURL = `http://127.0.0.1:${simulator.httpPort}`;

    async function readByOther(path: string): Promise<number> {
      let rows = 0;
      for (let page: number | null = 1; page !== null;) {
        const answer: Awaited<ReturnType<OtherClient['get']>> = await other.get({
          path,
          params: { 'page[size]': pageSize, 'page[number]': page },
        });
        rows += answer.data.length;
        page = answer.meta?.['next-page'] ?? null;
      }
      return rows;
    }

    async function readByOurs(): Promise<number> {
      const client = createItGlueClient({
        apiKey: itGlueApiKey,
        region,
        fetch: simulator.fetch,
        now: Date.now,
        random: Math.random,
        budget: createBudget({
          load: () => Promise.resolve(undefined),
          save: () => Promise.resolve(),
          now: Date.now,
          wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
        }),
      });
      const organizations = await all((page) => client.organizationsPage(page));
      const ids = organizations.map(({ id }) => id);
      const queue = new PQueue({ concurrency });
      const read = await queue.addAll(
        byAddress(ids).map(
          (organizationIds) => () =>
            all((page) => client.configurationsPage(page, { organizationIds })),
        ),
      );
      return organizations.length + read.flat().length;
    }

    return {
      async round() {
        const floor = await timed(
          async () =>
            (await readByOther('/organizations')) + (await readByOther('/configurations')),
        );
        const ours = await timed(readByOurs);
        if (ours.value !== floor.value) throw new Error('They did not read the same rows.');
        return { 'sequential-client': { ours: ours.ms, floor: floor.ms } };
      },
      close: () => simulator.close(),
    };
  },
};
