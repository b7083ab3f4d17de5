import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSimulator, type Simulator } from '../index';
import { DEMO } from '../tenant/demo-ids';
import { referenceQuirks, type DattoQuirks } from '../tenant/quirks';
import { dattoKey } from '../tenant/tenant';
import { askDatto } from '../test-support';

let simulator: Simulator;
let quirks: DattoQuirks;
beforeEach(async () => {
  simulator = await startSimulator();
  simulator.tenant.quirks = referenceQuirks();
  quirks = simulator.tenant.quirks.datto;
});
afterEach(() => simulator.close());

const { northwind, mueller } = DEMO.networks;
const ask = (path: string, host?: string) =>
  askDatto(simulator, path, host === undefined ? {} : { host });
const codes = async (...paths: string[]) =>
  Promise.all(paths.map(async (path) => (await ask(path)).code));

describe('what a good key may not touch', () => {
  it('is one part of the API: 13006, and the others answer', async () => {
    quirks.outOfReach = [{ part: 'switch' }];
    expect(
      await codes(
        `/switch/network/${northwind}/list`,
        `/switch/${DEMO.panel.switch.deviceId}`,
        `/node/network/${northwind}/list`,
        '/network/list',
      ),
    ).toEqual([13006, 13006, undefined, undefined]);
  });

  it('is one network with all that is in it', async () => {
    quirks.outOfReach = [{ networkId: northwind }];
    expect(
      await codes(
        `/network/${northwind}/settings`,
        `/node/${DEMO.panel.accessPoint.deviceId}`,
        `/network/${mueller}/settings`,
        '/network/list',
      ),
    ).toEqual([13006, 13006, undefined, undefined]);
  });

  it('is one device, or one part of one network', async () => {
    quirks.outOfReach = [
      { deviceId: DEMO.panel.switch.deviceId },
      { part: 'settings', networkId: mueller },
    ];
    expect(
      await codes(
        `/switch/${DEMO.panel.switch.deviceId}`,
        `/switch/network/${northwind}/list`,
        `/network/${mueller}/settings`,
        `/node/network/${mueller}/list`,
      ),
    ).toEqual([13006, undefined, 13006, undefined]);
  });

  it('may be a part that the account does not have: 1002', async () => {
    quirks.missing = ['history'];
    expect(await codes(`/history/network/${northwind}/nodes`)).toEqual([1002]);
  });

  it('is everything but one network for a key of network level', async () => {
    simulator.tenant.datto.keys = [{ ...dattoKey, networkId: mueller }];
    const { body } = await ask('/network/list');
    expect(body.networks.map(({ id }) => id)).toEqual([mueller]);
  });
});

describe('types that vary', () => {
  const path = `/node/network/${northwind}/list`;

  it('say the same in another way, the same way for a seed', async () => {
    const plain = (await ask(path)).body.nodes;
    quirks.types = 'plain';
    const odd = (await ask(path)).body.nodes;
    expect((await ask(path)).body.nodes).toEqual(odd);
    const seen = new Set<string>();
    for (const [id, row] of Object.entries(plain)) {
      expect(odd[id]?.mac).toBe(row.mac);
      for (const [key, value] of Object.entries(row)) {
        const other = odd[id]?.[key];
        if (typeof other !== typeof value) seen.add(`${key}: ${typeof value} → ${typeof other}`);
        if (typeof value === 'number') expect(Number(other)).toBe(value);
        if (typeof value === 'boolean')
          expect([value, Number(value), String(value), String(Number(value))]).toContain(other);
      }
    }
    expect(seen).toContain('latitude: number → string');
    expect(seen).toContain('down: boolean → number');
    expect(seen).toContain('lifecycle: object → boolean');
    simulator.tenant.quirks.seed = 2;
    expect((await ask(path)).body.nodes).not.toEqual(odd);
  });

  it('may be any for any field but ids and MACs', async () => {
    quirks.types = 'any';
    const fields = new Map<string, Set<string>>();
    for (let seed = 1; seed <= 30; seed += 1) {
      simulator.tenant.quirks.seed = seed;
      const nodes = (await ask(path)).body.nodes;
      expect(Object.keys(nodes)).toContain(String(DEMO.panel.accessPoint.deviceId));
      for (const [id, row] of Object.entries(nodes))
        for (const [key, value] of Object.entries(row)) {
          if (key === 'mac' && Number(id) !== DEMO.devices.broken)
            expect(value).toMatch(/^[\da-f:]{17}$/);
          const types = fields.get(key) ?? new Set();
          fields.set(key, types.add(value === null ? 'null' : typeof value));
        }
    }
    for (const key of ['name', 'role', 'lan_info', 'last_checkin', 'subscription', 'channels'])
      expect([...(fields.get(key) ?? [])].length, key).toBeGreaterThan(3);
  });

  it('make switches no less readable: what holds the MAC stays an object', async () => {
    quirks.types = 'any';
    quirks.idsAsText = true;
    const { body } = await ask(`/switch/network/${northwind}/list`);
    for (const row of body.switches) {
      expect(typeof row.id).toBe('string');
      expect(row.summary_info).toHaveProperty('mac');
    }
  });

  it('leave fields that nobody announced in every row, or do not', async () => {
    const row = async () => Object.values((await ask(path)).body.nodes)[0];
    expect(await row()).not.toHaveProperty('rollout_ring');
    quirks.unknownFields = true;
    expect(await row()).toHaveProperty('rollout_ring');
  });
});

it('networks of real accounts have more fields than the reference shows', async () => {
  const { body } = await ask('/network/list');
  expect(body.networks[0]).toMatchObject({
    is_legacy: false,
    networkgroup_name: expect.any(String) as string,
  });
});

it('ports come in the order of their ids as text, aggregates after them', async () => {
  const id = DEMO.panel.switch.deviceId;
  const row = simulator.tenant.datto.networks
    .flatMap((one) => one.switches)
    .find((one) => one.id === id);
  Object.assign(row!, { trunks: 1 });
  const { body } = await ask(`/switch/${id}`);
  expect(body.ports.slice(0, 3).map((port) => port.id)).toEqual(['1', '10', '11']);
  expect(body.ports.at(-1)?.id).toBe('trunk1');
});

it('answers have the date of a clock that may be 20 minutes off', async () => {
  simulator.datto.clockOffsetSeconds = 20 * 60;
  const response = await simulator.fetch('https://api.cloudtrax.com/time');
  const ahead = Date.parse(response.headers.get('date')!) - Date.now();
  expect(Math.round(ahead / 60_000)).toBe(20);
  expect(await codes('/network/list')).toEqual([13002]);
});
