import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSimulator, type Simulator } from '../index';
import { DEMO } from '../tenant/demo-ids';
import { referenceQuirks, type ItGlueQuirks } from '../tenant/quirks';
import { itGlueKey } from '../tenant/tenant';
import { askItGlue } from '../test-support';

let simulator: Simulator;
let quirks: ItGlueQuirks;
beforeEach(async () => {
  simulator = await startSimulator();
  simulator.tenant.quirks = referenceQuirks();
  quirks = simulator.tenant.quirks.itglue;
});
afterEach(() => simulator.close());

const ask = (path: string) => askItGlue(simulator, 'GET', path);
const ids = async (page: number) =>
  (await ask(`/organizations?sort=id&page[size]=5&page[number]=${page}`)).json.data.map(
    ({ id }) => id,
  );

describe('pages', () => {
  it('above the size that the server can do are 504, by resource', async () => {
    quirks.maxPageSize = { configurations: 250 };
    expect((await ask('/configurations?page[size]=251')).status).toBe(504);
    const nested = `/organizations/${DEMO.organizations.northwind}/relationships/configurations`;
    expect((await ask(`${nested}?page[size]=1000`)).status).toBe(504);
    expect((await ask('/configurations?page[size]=250')).status).toBe(200);
    expect((await ask('/organizations?page[size]=1000')).status).toBe(200);
  });

  it('above that size may never be answered', async () => {
    Object.assign(quirks, { maxPageSize: { users: 50 }, oversizedPage: 'unanswered' });
    const gone = new AbortController();
    const request = simulator.fetch('https://api.itglue.com/users?page[size]=1000', {
      headers: { 'x-api-key': itGlueKey.key },
      signal: gone.signal,
    });
    const first = await Promise.race([
      request.then(() => 'answered'),
      new Promise((resolve) => setTimeout(resolve, 200, 'waiting')),
    ]);
    expect(first).toBe('waiting');
    gone.abort();
    await expect(request).rejects.toThrow();
  });

  it('shift when a row goes between two of them: one is passed over, and the count is another', async () => {
    const { organizations } = simulator.tenant.itglue;
    const all = [...organizations.keys()];
    quirks.betweenPages = [() => organizations.delete(DEMO.organizations.owner)];
    const first = await ids(1);
    const second = await ids(2);
    expect(organizations.size).toBe(all.length - 1);
    expect([...first, ...second, ...(await ids(3))]).toHaveLength(all.length - 1);
    expect((await ids(1)).at(-1)).not.toBe(first.at(-1));
  });

  it('shift when a row comes between two of them: one is shown twice', async () => {
    const { organizations } = simulator.tenant.itglue;
    const owner = organizations.get(DEMO.organizations.owner)!;
    quirks.betweenPages = [() => organizations.set('0', { ...owner, id: '0' })];
    const first = await ids(1);
    expect((await ids(2))[0]).toBe(first.at(-1));
  });
});

describe('what stands around the rows', () => {
  it('may lack links and some of meta', async () => {
    Object.assign(quirks, { links: false, metaWithout: ['total-count', 'total-pages'] });
    const { json } = await ask('/organizations?page[size]=5');
    expect(json).not.toHaveProperty('links');
    expect(Object.keys(json.meta).sort()).toEqual([
      'current-page',
      'filters',
      'next-page',
      'prev-page',
    ]);
  });

  it('has the date of the server, or none', async () => {
    const other = await startSimulator({ now: () => Date.UTC(2024, 1, 3) });
    const date = async () => (await askItGlue(other, 'GET', '/users')).headers.get('date');
    expect(await date()).toBe('Sat, 03 Feb 2024 00:00:00 GMT');
    other.tenant.quirks.itglue.dateHeader = false;
    expect(await date()).toBeNull();
    await other.close();
  });

  it('a 429 may keep to itself how long to wait', async () => {
    simulator.tenant.itglue.rateLimit.requests = 1;
    await ask('/users');
    quirks.retryAfter = false;
    const refused = await ask('/users');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBeNull();
  });
});

describe('what comes along with configurations', () => {
  const point = DEMO.panel.accessPoint.configurationId;
  const path = `/configurations?filter[id]=${point},${DEMO.panel.switch.configurationId}`;
  beforeEach(() => {
    const { rmmRecords, dattoLinks } = simulator.tenant.itglue;
    rmmRecords.set('1', {
      id: '1',
      configurationId: point,
      name: 'lobby-ap',
      hostname: null,
      deviceType: 'Network',
      ipAddresses: ['10.0.0.9'],
      macAddresses: ['AC-86-74-00-00-09'],
      serialNumber: 'Default string',
    });
    dattoLinks.set('2', {
      id: '2',
      configurationId: point,
      name: 'Lobby',
      macAddress: 'ac:86:74:00:00:09',
      remoteId: 910_001,
    });
  });

  it("are an RMM's records, where the reference's example shows them or beside", async () => {
    const both = `${path}&include=configuration_interfaces,rmm_records`;
    const { json } = await ask(both);
    const row = json.data.find(({ id }) => id === point)!;
    expect(row.relationships['rmm-records']?.data).toEqual([{ id: '1', type: 'rmm-records' }]);
    expect(json.included.find(({ type }) => type === 'rmm-records')?.attributes).toMatchObject({
      'mac-addresses': ['AC-86-74-00-00-09'],
      'ip-addresses': ['10.0.0.9'],
      'serial-number': 'Default string',
    });
    quirks.rmmRelationship = 'within-interfaces';
    const within = (await ask(both)).json.data.find(({ id }) => id === point)!;
    expect(within.relationships).not.toHaveProperty('rmm-records');
    expect(within.relationships['configuration-interfaces']).toMatchObject({
      data: [{ type: 'configuration-interfaces' }],
      'rmm-records': { data: [{ id: '1' }] },
    });
  });

  it("are what the vendor's own integration linked", async () => {
    const { json } = await ask(`${path}&include=dnet_fa_remote_assets`);
    expect(json.included.map(({ id, type }) => [id, type])).toEqual([
      ['2', 'dnet-fa-remote-assets'],
    ]);
  });
});

it.each([0, 1, 2])('%i organizations may be primary', async (count) => {
  const { organizations } = simulator.tenant.itglue;
  for (const [index, row] of [...organizations.values()].entries()) row.primary = index < count;
  expect((await ask('/organizations?filter[primary]=true')).json.data).toHaveLength(count);
});

it('records that changed last come first when asked so', async () => {
  const { configurations } = simulator.tenant.itglue;
  configurations.get(DEMO.panel.router.configurationId)!.updatedAt = '2099-01-01T00:00:00.000Z';
  const { json } = await ask('/configurations?sort=-updated_at&page[size]=1');
  expect(json.data[0]?.id).toBe(DEMO.panel.router.configurationId);
  const assets = `/flexible_assets?filter[flexible-asset-type-id]=${DEMO.email.typeId}`;
  expect((await ask(`${assets}&sort=updated_at`)).status).toBe(200);
});
