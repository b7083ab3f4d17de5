import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSimulator, type Simulator } from '../index';
import { DEMO } from '../tenant/demo-ids';
import { referenceQuirks } from '../tenant/quirks';
import { dattoKey } from '../tenant/tenant';
import { askDatto } from '../test-support';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
  simulator.tenant.quirks = referenceQuirks();
});
afterAll(() => simulator.close());
beforeEach(() => {
  simulator.datto.clockOffsetSeconds = 0;
  simulator.tenant.datto.keys = [
    { ...dattoKey },
    { ...dattoKey, key: 'old-system', server: 'api' },
    { ...dattoKey, key: 'one-network', networkId: DEMO.networks.mueller },
    { ...dattoKey, key: 'read-only', readOnly: true },
    { ...dattoKey, key: 'expired', expired: true },
  ];
});

describe('the signature', () => {
  const authorization = 'key=1b88730ac5ba,timestamp=1440424320,nonce=ThisIsANonce';
  const known = [
    [
      '/network/list',
      'c1259b4976418cccbe52bc9a89a9e5d28990aca8c30fa9385586746896657669',
      undefined,
    ],
    [
      '/history/network/12478/nodes?period=week',
      '1121d9d14fd40fabc60ee6023883026c34fe3a88d42dc7f21cefe1b698a1475c',
      12000,
    ],
  ] as const;

  for (const [path, signature, code] of known) {
    it(`of the reference is taken for ${path}`, async () => {
      const reference = { ...dattoKey, key: '1b88730ac5ba', secret: 's3cr3t' };
      const other = await startSimulator({ now: () => 1_440_424_320_000 });
      other.tenant.datto.keys = [reference];
      const answer = await askDatto(other, path, { authorization, signature });
      await other.close();
      expect(answer.code).toBe(code);
    });
  }

  it('covers the query', async () => {
    const { code } = await askDatto(
      simulator,
      `/history/network/${DEMO.networks.mueller}/nodes?period=day`,
      {
        signature: 'f'.repeat(64),
      },
    );
    expect(code).toBe(13000);
  });

  it('covers the body of a PUT, which then meets a call that does not exist', async () => {
    const { code } = await askDatto(simulator, '/node/1', { method: 'PUT', body: '{"name":"x"}' });
    expect(code).toBe(1002);
  });
});

describe('requests that are refused', () => {
  const minutes = (n: number) => Math.floor(Date.now() / 1000) + n * 60;
  const nonce = 'n'.repeat(65);
  const refused = [
    ['no version', 13004, { version: null }],
    ['another version', 13004, { version: '2' }],
    ['no Authorization', 13001, { authorization: null }],
    ['no nonce', 13001, { authorization: `key=${dattoKey.key},timestamp=${minutes(0)}` }],
    [
      'spaces in Authorization',
      13001,
      { authorization: `key=${dattoKey.key}, timestamp=1, nonce=a` },
    ],
    ['a nonce that is too long', 13012, { nonce }],
    ['no signature', 13015, { signature: null }],
    ['a wrong secret', 13000, { secret: 'wrong' }],
    ['an unknown key', 13011, { key: 'nobody' }],
    ['a key of the newer system on the old host', 13011, { host: 'api.cloudtrax.com' }],
    ['a key of the old system on the new host', 13011, { key: 'old-system' }],
    ['an expired key', 13016, { key: 'expired' }],
    ['a clock 16 minutes behind', 13002, { timestamp: minutes(-16) }],
    ['a clock 16 minutes ahead', 13002, { timestamp: minutes(16) }],
    ['a change with a read-only key', 13006, { key: 'read-only', method: 'DELETE' }],
  ] as const;

  for (const [what, code, call] of refused) {
    it(`${what}: ${code}`, async () => {
      const answer = await askDatto(simulator, '/network/list', call);
      expect(answer.code).toBe(code);
      expect(answer.status).not.toBe(200);
    });
  }

  it('a nonce used twice: 13003, but a refused request does not use it up', async () => {
    await askDatto(simulator, '/network/list', { nonce: 'once', secret: 'wrong' });
    expect((await askDatto(simulator, '/network/list', { nonce: 'once' })).status).toBe(200);
    expect((await askDatto(simulator, '/network/list', { nonce: 'once' })).code).toBe(13003);
  });

  it('a clock 14 minutes off is near enough', async () => {
    expect((await askDatto(simulator, '/network/list', { timestamp: minutes(-14) })).status).toBe(
      200,
    );
  });

  it("GET /time tells the server's own clock and needs no signature", async () => {
    simulator.datto.clockOffsetSeconds = 7200;
    const { body } = await askDatto(simulator, '/time', {
      authorization: null,
      signature: null,
      version: null,
    });
    const { time } = body;
    expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    const ahead = (Date.parse(time) - Date.now()) / 1000;
    expect(Math.round(ahead / 100)).toBe(72);
    expect((await askDatto(simulator, '/network/list')).code).toBe(13002);
    const adjusted = await askDatto(simulator, '/network/list', {
      timestamp: Math.floor(Date.parse(time) / 1000),
    });
    expect(adjusted.status).toBe(200);
  });
});

describe('networks', () => {
  it('a key of one network sees that one and is refused the others', async () => {
    const list = await askDatto(simulator, '/network/list', { key: 'one-network' });
    expect(list.body.networks.map((network) => network.id)).toEqual([DEMO.networks.mueller]);
    const other = `/node/network/${DEMO.networks.northwind}/list`;
    expect((await askDatto(simulator, other, { key: 'one-network' })).code).toBe(13009);
    const device = `/switch/${DEMO.panel.switch.deviceId}`;
    expect((await askDatto(simulator, device, { key: 'one-network' })).code).toBe(13009);
  });

  it('rows of the newer system have more fields than those of the older', async () => {
    const newer = await askDatto(simulator, '/network/list');
    const older = await askDatto(simulator, '/network/list', {
      key: 'old-system',
      host: 'api.cloudtrax.com',
    });
    expect(newer.body.networks[0]).toHaveProperty('networkgroup_name');
    expect(older.body.networks[0]).not.toHaveProperty('network_id');
  });

  it('an unknown network is 12000, an unknown path 1002', async () => {
    expect((await askDatto(simulator, '/network/1/settings')).code).toBe(12000);
    expect((await askDatto(simulator, '/network/1/nothing')).code).toBe(1002);
  });

  it('settings have the SSIDs that were made, and more secrets than their keys', async () => {
    const { body } = await askDatto(simulator, `/network/${DEMO.networks.harborSecond}/settings`);
    expect(Object.keys(body.ssids)).toEqual(['1', '3']);
    expect(body.ssids['1']?.general.wpa_password).toHaveLength(16);
    expect(body.network.advanced.node_root_password).toMatch(/^root-/);
    const empty = await askDatto(simulator, `/network/${DEMO.networks.empty}/settings`);
    expect(empty.body.ssids).toEqual({});
  });
});

describe('devices', () => {
  it('access points come as an object by id; the list has no serial number, the single call has', async () => {
    const list = await askDatto(simulator, `/node/network/${DEMO.networks.northwind}/list`);
    const row = list.body.nodes[DEMO.panel.accessPoint.deviceId];
    expect(row).toMatchObject({ name: 'NW-AP01 Lobby', uptime: '21d 15h 23m' });
    expect(row).not.toHaveProperty('serial_no');
    expect(row).not.toHaveProperty('active_clients');
    const one = await askDatto(simulator, `/node/${DEMO.panel.accessPoint.deviceId}`);
    expect(one.body).toMatchObject({
      serial_no: 'A1234567890',
      active_clients: 23,
      uptime_seconds: 1_869_780,
    });
  });

  it('an empty network has an empty object, or the empty array that stands for it', async () => {
    const path = `/node/network/${DEMO.networks.empty}/list`;
    const { datto } = simulator.tenant.quirks;
    expect((await askDatto(simulator, path)).body).toEqual({ nodes: {} });
    datto.emptyObjects = 'array';
    expect((await askDatto(simulator, path)).body).toEqual({ nodes: [] });
    datto.emptyObjects = 'object';
  });

  it('one row of the list is not what it should be', async () => {
    const list = await askDatto(simulator, `/node/network/${DEMO.networks.northwind}/list`);
    expect(list.body.nodes[DEMO.devices.broken]?.mac).toBe(12);
  });

  it('a switch has its ports in the single call only, as many as it says', async () => {
    const list = await askDatto(simulator, `/switch/network/${DEMO.networks.northwind}/list`);
    const row = list.body.switches.find(({ id }) => id === DEMO.panel.switch.deviceId);
    expect(row).not.toHaveProperty('ports');
    const { body } = await askDatto(simulator, `/switch/${DEMO.panel.switch.deviceId}`);
    expect(body.ports).toHaveLength(28);
    expect(body.ports.filter((port) => port.status === 'up')).toHaveLength(17);
  });

  it('power strips are on api-v3 only, for keys of both systems', async () => {
    const path = `/powerstrip/network/${DEMO.networks.northwind}/list`;
    const v3 = { host: 'api-v3.cloudtrax.com' };
    expect((await askDatto(simulator, path)).code).toBe(1002);
    expect((await askDatto(simulator, path, v3)).body.powerstrips[0]).toMatchObject({
      enabled_ports: 5,
      port_count: 6,
    });
    expect((await askDatto(simulator, path, { ...v3, key: 'old-system' })).status).toBe(200);
    expect((await askDatto(simulator, '/network/list', v3)).code).toBe(1002);
    const one = await askDatto(simulator, `/powerstrip/${DEMO.panel.managedPower.deviceId}`, v3);
    expect(one.body).not.toHaveProperty('enabled_ports');
    expect(one.body.ports.map((port) => port.enable).filter(Boolean)).toHaveLength(5);
    const usage = await askDatto(
      simulator,
      `/powerstrip/${DEMO.panel.managedPower.deviceId}/usage?period=2hours`,
      v3,
    );
    expect(usage.body.usage).toHaveLength(24);
  });

  it('routers include DNA, and an account may have no such call at all', async () => {
    const path = `/router/network/${DEMO.networks.northwind}/list`;
    const { body } = await askDatto(simulator, path);
    expect(body.routers.map((router) => router.model)).toContain('DNA');
    const before = simulator.tenant.datto.routerHosts;
    simulator.tenant.datto.routerHosts = [];
    expect((await askDatto(simulator, path)).code).toBe(1002);
    simulator.tenant.datto.routerHosts = before;
  });

  it('history has as many samples as the period says, and outages without a status', async () => {
    const { body } = await askDatto(
      simulator,
      `/history/network/${DEMO.networks.northwind}/nodes?period=week`,
    );
    const rows = Object.values(body.nodes) as Record<string, { checkins: object[] }>[];
    const down = rows.find((row) => String(DEMO.devices.notReporting) in row)?.[
      DEMO.devices.notReporting
    ];
    expect(down?.checkins).toHaveLength(288);
    expect(down?.checkins[0]).not.toHaveProperty('status');
  });
});
