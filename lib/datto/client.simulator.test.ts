import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { deviceKey, deviceKinds, type Device } from '@/lib/model/device';
import { networkId } from '@/lib/model/ids';
import { startSimulator, type Simulator } from '@/test/simulator';
import { DEMO } from '@/test/simulator/tenant/demo-ids';
import { longestKey } from '@/test/simulator/tenant/demo-ssids';
import { dattoKey } from '@/test/simulator/tenant/tenant';
import { createDattoClient, type DattoClientOptions } from './client';

const northwind = networkId(DEMO.networks.northwind);
const harbor = networkId(DEMO.networks.harborMain);
const listPath = '/network/list';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator();
});
afterAll(() => simulator.close());
beforeEach(() => {
  simulator.faults.clear();
  simulator.requests.clear();
  simulator.datto.clockOffsetSeconds = 0;
  simulator.tenant.datto.routerHosts = ['api', 'api-v2'];
  simulator.tenant.datto.keys = [{ ...dattoKey }];
});

const connect = (options: Partial<DattoClientOptions> = {}) =>
  createDattoClient({
    publicKey: dattoKey.key,
    secretKey: dattoKey.secret,
    fetch: simulator.fetch,
    now: Date.now,
    retryDelay: () => 1,
    host: 'api-v2.cloudtrax.com',
    ...options,
  });
const asked = (path: string) => simulator.requests.all({ path }).map(({ host }) => host);

describe('the Datto client over HTTPS', () => {
  it('finds the host of its key and lists every network', async () => {
    const found: string[] = [];
    const client = connect({ host: null, onHost: (host) => found.push(host) });
    const { rows, skipped } = await client.listNetworks();
    expect(rows.map(({ id }) => Number(id)).sort()).toEqual(Object.values(DEMO.networks).sort());
    expect(skipped).toEqual([]);
    expect(found).toEqual(['api-v2.cloudtrax.com']);
  });

  it('lists the devices of all kinds, skipping the broken row and the DNA router', async () => {
    const client = connect();
    const lists = await Promise.all(deviceKinds.map((kind) => client.listDevices(northwind, kind)));
    const held = simulator.tenant.datto.networks.find(({ id }) => id === Number(northwind))!;
    expect(lists.map(({ rows }) => rows.length)).toEqual([
      held.nodes.length - 1,
      held.switches.length,
      held.powerStrips.length,
      held.routers.length - 1,
    ]);
    expect(lists.map(({ supported }) => supported)).toEqual([true, true, true, true]);
    expect(lists.flatMap(({ skipped }) => skipped)).toEqual([
      {
        id: String(DEMO.devices.broken),
        fields: [{ field: 'mac', expected: 'string' }],
      },
    ]);
    const keys = lists.flatMap(({ rows }) => rows).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).not.toContain(`router:${DEMO.devices.dna}`);
  });

  it.each([
    ['access-point', DEMO.panel.accessPoint, { serialNumber: 'A1234567890', clients: 23 }],
    ['switch', DEMO.panel.switch, { activePorts: 17, totalPorts: 28, availablePower: 212 }],
    ['managed-power', DEMO.panel.managedPower, { connectionType: 'wired', ip: '192.168.101.60' }],
    ['router', DEMO.panel.router, { model: 'Datto D200', status: 'up' }],
  ] as const)('reads one %s as the list has it, and more', async (kind, { deviceId }, fields) => {
    const client = connect();
    const device = await client.readDevice(deviceKey(kind, String(deviceId)), northwind);
    expect(device).toMatchObject(fields);
    const { rows } = await client.listDevices(northwind, kind);
    const listed = rows.find(({ key }) => key === device.key);
    // What the list does not tell is null or empty there; what it tells is the same.
    const told = Object.entries(listed as Device).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    );
    expect(device).toMatchObject(Object.fromEntries(told));
  });

  it('shows a spare access point and a switch that never checked in for what they are', async () => {
    const client = connect();
    const points = await client.listDevices(northwind, 'access-point');
    const switches = await client.listDevices(northwind, 'switch');
    const { spare, neverCheckedIn } = DEMO.devices;
    expect(points.rows.find(({ id }) => id === String(spare))?.status).toBe('spare');
    expect(switches.rows.find(({ id }) => id === String(neverCheckedIn))).toMatchObject({
      name: null,
      ip: null,
      lastCheckin: null,
      uptimeSeconds: null,
      totalPorts: null,
    });
  });

  it('reads SSIDs with their keys exactly, and no key where clients share none', async () => {
    const client = connect();
    const staff = (await client.readSsids(northwind)).rows;
    expect(staff.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(staff[0]).toMatchObject({ wifiName: 'Northwind', preSharedKey: longestKey });
    expect(staff[2]?.name).toBe('  leading spaces');
    const others = (await client.readSsids(harbor)).rows;
    expect(others.map(({ preSharedKey }) => preSharedKey)).toEqual([null, null, null, null]);
  });

  it.each(['only another key has them', 'no host'])(
    'goes on without routers: %s',
    async (where) => {
      simulator.tenant.datto.routerHosts = where === 'no host' ? [] : ['api'];
      const routers = await connect().listDevices(northwind, 'router');
      expect(routers).toEqual({ rows: [], skipped: [], oddFields: [], supported: false });
    },
  );

  it.each([3600, -7200])('corrects a clock that is %i seconds off, once', async (seconds) => {
    simulator.datto.clockOffsetSeconds = seconds;
    const offsets: number[] = [];
    const client = connect({ onClockOffset: (offset) => offsets.push(offset) });
    await Promise.all([client.listNetworks(), client.listDevices(northwind, 'managed-power')]);
    await client.listNetworks();
    expect(asked('/time')).toEqual(['api-v2.cloudtrax.com']);
    expect(offsets).toHaveLength(1);
    expect(Math.abs(offsets[0]! - seconds)).toBeLessThanOrEqual(2);
  });

  it('replaces a nonce that was used before', async () => {
    const nonces = ['same', 'same', 'other'];
    const client = connect({ randomNonce: () => nonces.shift() ?? 'none' });
    await client.listNetworks();
    expect((await client.listNetworks()).rows).not.toEqual([]);
    expect(nonces).toEqual([]);
  });

  it.each([
    { kind: 'server-error' },
    { kind: 'reset' },
    { kind: 'reset', effect: 'after' },
    { kind: 'truncated' },
    { kind: 'malformed' },
    { kind: 'too-many-requests', retryAfterSeconds: 0 },
  ] as const)('gets over two of %j', async (fault) => {
    const handle = simulator.faults.add({ ...fault, api: 'datto', path: listPath, times: 2 });
    expect((await connect().listNetworks()).rows).not.toEqual([]);
    expect(handle.hits).toBe(2);
    expect(asked(listPath)).toHaveLength(3);
  });

  it('gives up a server that holds the request, in time', async () => {
    simulator.faults.add({ kind: 'hang', api: 'datto', path: listPath, times: 9 });
    await expect(connect({ timeout: 100, retries: 1 }).listNetworks()).rejects.toMatchObject({
      kind: 'transient',
    });
  });

  it('stops a held request when it is cancelled', async () => {
    const controller = new AbortController();
    const handle = simulator.faults.add({ kind: 'hang', api: 'datto', path: listPath, times: 9 });
    const pending = connect().listNetworks(controller.signal);
    await handle.reached;
    controller.abort();
    await expect(pending).rejects.toMatchObject({ name: 'AbortError' });
    expect(handle.hits).toBe(1);
  });

  it('does not know a network that is gone', async () => {
    await expect(connect().listDevices(networkId(1), 'switch')).rejects.toMatchObject({
      kind: 'not-found',
      codes: [12000],
    });
  });

  it('may not see another network with a network-level key', async () => {
    simulator.tenant.datto.keys = [{ ...dattoKey, networkId: Number(northwind) }];
    const client = connect();
    expect((await client.listNetworks()).rows.map(({ id }) => id)).toEqual([northwind]);
    await expect(client.listDevices(harbor, 'switch')).rejects.toMatchObject({
      kind: 'not-permitted',
    });
  });

  it('verifies good keys', async () => {
    expect(await connect({ host: null }).verify()).toEqual({
      ok: true,
      host: 'api-v2.cloudtrax.com',
      level: 'account',
      networkCount: Object.keys(DEMO.networks).length,
    });
  });

  it.each([
    [{ publicKey: 'f00' }, 'publicKey'],
    [{ secretKey: 'f00' }, 'secretKey'],
    [{ publicKey: dattoKey.secret, secretKey: dattoKey.key }, 'publicKey'],
  ])('says which of wrong keys is wrong: %j', async (keys, field) => {
    const result = await connect({ host: null, ...keys }).verify();
    expect(result).toMatchObject({ ok: false, field });
  });

  it('says that keys have expired', async () => {
    simulator.tenant.datto.keys = [{ ...dattoKey, expired: true }];
    const result = await connect().verify();
    expect(result).toMatchObject({ ok: false, field: null, error: { codes: [13016] } });
  });
});
