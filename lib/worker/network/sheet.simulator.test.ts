import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { organizationId } from '@/lib/model/ids';
import {
  acme,
  acmeNetwork,
  attic,
  begin,
  bolt,
  boltNetwork,
  lobby,
  matchNetwork,
  ofLobby,
  world,
} from '@/lib/decisions/decisions.fixture';
import { syncedWorld } from '@/test/wireless/synced-world';
import { keys, smallTenant } from '@/test/wireless/tenant';

beforeEach(begin);
afterEach(() => world.close());

const sheet = (of = acme) => world.ask('network.sheet', { organizationId: organizationId(of.id) });
const page = (of = acme) => world.page('network.sheet', { organizationId: organizationId(of.id) });

describe('the network sheet', () => {
  it('holds what the store knows of the organization’s networks, and asks nobody', async () => {
    lobby.down = true;
    await world.sync();
    world.vendors.requests.clear();
    const view = await sheet();
    expect(view.organization.name).toBe('Acme');
    expect(view.networks).toMatchObject([{ name: 'Acme', problem: null }]);
    expect(
      view.devices.map(({ name, status, state, configuration }) => [
        name,
        status,
        state,
        configuration?.name,
      ]),
    ).toEqual([
      ['Attic', 'up', 'unmatched', undefined],
      ['Lobby', 'down', 'matched', 'AP Lobby'],
    ]);
    expect(view.devices[1]?.configuration?.url).toBe(
      `${world.portalUrl}/${acme.id}/configurations/${ofLobby.id}`,
    );
    expect(world.vendors.requests.all()).toEqual([]);
  });

  it('compares firmware with the newest of the model among all of the company’s devices', async () => {
    const [van] = boltNetwork.nodes;
    for (const node of [lobby, attic, van!]) node.hardware = 'A42';
    lobby.firmware_version = '6.5.9';
    attic.firmware_version = '6.5.10';
    van!.firmware_version = '7.0.0';
    await world.sync();
    const newer = (view: Awaited<ReturnType<typeof sheet>>) =>
      view.devices.map(({ name, newerFirmware }) => [name, newerFirmware]);
    expect(newer(await sheet())).toEqual([
      ['Attic', '7.0.0'],
      ['Lobby', '7.0.0'],
    ]);
    van!.hardware = 'A62';
    await world.sync();
    expect(newer(await sheet())).toEqual([
      ['Attic', null],
      ['Lobby', '6.5.10'],
    ]);
  });

  it('keeps what was known of a network that could not be read, and says why', async () => {
    world.vendors.faults.add({
      kind: 'answer',
      api: 'datto',
      path: `/node/network/${acmeNetwork.id}/list`,
      status: 403,
      body: { errors: [{ code: 13009, message: 'Not permitted.', context: '', values: {} }] },
      times: Infinity,
    });
    await world.sync();
    const { networks, devices } = await sheet();
    expect(networks[0]?.problem).not.toBeNull();
    expect(devices.map(({ name }) => name)).toEqual(['Attic', 'Lobby']);
  });

  it('is for those who may see the organization, and so is its card', async () => {
    await matchNetwork(bolt, '');
    await world.sync();
    const card = (of: typeof acme) =>
      world.portal('network.card', { organizationId: of.id }, `/${of.id}`);
    expect(await card(bolt)).toMatchObject({ value: { networks: 1, devices: 1, unmatched: 1 } });
    await world.iAm('2');
    expect(await card(acme)).toMatchObject({ value: { networks: 1, devices: 2, down: 0 } });
    expect(await card(bolt)).toEqual({ ok: true, value: null });
    expect(await page(bolt)).toEqual({ ok: false, problem: { kind: 'not-permitted' } });
    for (const nobody of ['3', null]) {
      await world.iAm(nobody);
      expect(await card(acme)).toEqual({ ok: true, value: null });
      expect(await page(acme)).toMatchObject({ ok: false });
    }
  });

  it('opens from the card, at the organization of the page', async () => {
    const open = (of: string) =>
      world.portal('network.open', { organizationId: of }, `/${acme.id}`);
    expect(await open(bolt.id)).toMatchObject({ ok: false });
    await open(acme.id);
    expect(world.chrome.opened).toEqual([expect.stringMatching(`/network\\.html#${acme.id}$`)]);
  });
});

it('shows Wi-Fi networks once Auto-Create has read them, and never a key', async () => {
  const { tenant, alpha } = smallTenant();
  const other = await syncedWorld(tenant, '1');
  const view = () => other.ask('network.sheet', { organizationId: organizationId(alpha.id) });
  expect(await view()).toMatchObject({ wifi: [], autoCreate: false });
  await other.ask('auto-create.save', { on: true });
  await other.sync();
  const { wifi } = await view();
  expect(
    wifi.map(({ number, facts, documented }) => [number, facts?.authType, documented]),
  ).toEqual([
    [1, 'wpa-2only-psk', true],
    [2, 'sae-mixed', true],
    [3, 'open', false],
  ]);
  // A sync reads the list of networks again, and keeps what it does not hold.
  expect(await other.sync().then(view)).toMatchObject({ wifi: [{}, {}, {}] });
  const stored = JSON.stringify([await other.store.getAll('networks'), other.answers]);
  for (const key of Object.values(keys))
    expect(stored).not.toContain(JSON.stringify(key).slice(1, -1));
  await other.close();
});
