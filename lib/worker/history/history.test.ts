import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MessageName, ResponseOf } from '@/lib/messages/protocol';
import type { DattoNetwork, DattoNode, DattoPowerStrip } from '@/test/simulator/datto/state';
import type { ConfigurationRow, OrganizationRow } from '@/test/simulator/itglue/state';
import { DirectVendors } from '@/test/world/direct-vendors';
import { tenantWith } from '@/test/world/tenant-with';
import { valueOf, World } from '@/test/world/world';

type HistoryMessage = Extract<MessageName, `history.${string}`>;

const minute = 60_000;
let world: World;
let acme: OrganizationRow;
let network: DattoNetwork;
let lobby: DattoNode;
let attic: DattoNode;
let strip: DattoPowerStrip;
let ofLobby: ConfigurationRow;
let ofAttic: ConfigurationRow;
let ofStrip: ConfigurationRow;
let laptop: ConfigurationRow;

/** Acme's access points `Lobby` and `Attic` and its strip are documented, and a laptop that is on `Lobby`. */
beforeEach(async () => {
  const tenant = tenantWith((builder) => {
    acme = builder.organization({ name: 'Acme' });
    network = builder.network({ name: 'Acme' });
    builder.ssid(network, { ssid_num: 1, ssid_name: 'Staff' });
    lobby = builder.accessPoint(network, { name: 'Lobby', active_clients: 2 });
    attic = builder.accessPoint(network, { name: 'Attic', active_clients: 3 });
    strip = builder.powerStrip(network, { name: 'Rack' });
    ofLobby = builder.configuration(acme, { name: 'AP Lobby', mac: lobby.mac });
    ofAttic = builder.configuration(acme, { name: 'AP Attic', mac: attic.mac });
    ofStrip = builder.configuration(acme, { name: 'Rack power', mac: strip.mac });
    laptop = builder.configuration(acme, { name: 'LAP-07', mac: '3C:A9:F4:51:8E:20' });
    builder.configuration(acme, { name: 'PHONE-3', mac: 'DA:A1:19:00:11:33' });
    const phone = { name: 'iPhone', os: 'ios', link: 'wireless', node: lobby.mac } as const;
    network.clients = [
      {
        mac: '3c:a9:f4:51:8e:20',
        name: 'x',
        os: 'windows',
        link: 'wireless',
        node: lobby.mac,
        ssid: 1,
      },
      { ...phone, mac: 'da:a1:19:00:11:22' },
      { ...phone, mac: 'da:a1:19:00:11:33' },
    ];
    return [acme];
  });
  world = await World.start(new DirectVendors(tenant));
  await world.sync();
  world.vendors.requests.clear();
});
afterEach(() => world.close());

const pathOf = ({ id, organizationId }: ConfigurationRow) =>
  `/${organizationId}/configurations/${id}`;
const ask = <Name extends HistoryMessage>(
  name: Name,
  of: ConfigurationRow,
  period: 'day' | 'month' = 'day',
) =>
  world.portal(
    name,
    { organizationId: of.organizationId, configurationId: of.id, period } as never,
    pathOf(of),
  );
const history = async <Name extends HistoryMessage>(
  ...asked: Parameters<typeof ask<Name>>
): Promise<ResponseOf<Name>> => valueOf(await ask(...asked));
const asked = () => world.vendors.requests.all().map(({ path }) => path);

describe("an access point's history", () => {
  it('finds last night’s outage with its times, by one request that serves the whole network', async () => {
    const to = Math.floor(world.now() / (5 * minute)) * 5 * minute - 60 * minute;
    const from = to - 45 * minute;
    const iso = (at: number) => new Date(at).toISOString().replace(/\.\d+Z/, 'Z');
    lobby.outages = [{ from: iso(from), to: iso(to) }];
    const found = await history('history.access-point', ofLobby);
    expect(found.outages.filter((outage) => outage.from <= from && to <= outage.to)).toHaveLength(
      1,
    );
    expect(found.ssids).toMatchObject([{ number: 1, name: null, clients: 2 }]);
    const path = `/history/network/${network.id}/nodes?period=day`;
    expect(asked()).toEqual([path]);
    await history('history.access-point', ofAttic);
    await history('history.access-point', ofLobby);
    expect(asked()).toEqual([path]);
    expect((await history('history.access-point', ofLobby, 'month')).period).toBe('month');
    expect(asked()).toHaveLength(2);
  });

  it('is kept until the next sample, beyond the end of a worker, and not beyond that of the browser', async () => {
    await history('history.access-point', ofLobby);
    await history('history.access-point', ofLobby, 'month');
    world.startWorker();
    world.vendors.clock.pass(4 * minute);
    const kept = await history('history.access-point', ofLobby);
    expect(Date.parse(kept.readAt)).toBeLessThan(world.now() - 3 * minute);
    expect(asked()).toHaveLength(2);
    world.vendors.clock.pass(2 * minute);
    await history('history.access-point', ofLobby);
    await history('history.access-point', ofLobby, 'month');
    expect(asked()).toHaveLength(3);
    await world.restart();
    await history('history.access-point', ofLobby);
    expect(asked()).toHaveLength(4);
  });

  it('is asked for once by all who ask at once', async () => {
    await Promise.all([ofLobby, ofAttic, ofLobby].map((of) => history('history.access-point', of)));
    expect(asked()).toHaveLength(1);
  });

  it.each([
    ['outOfReach', 'out-of-reach'],
    ['missing', 'not-found'],
  ] as const)('says why there is none: %s', async (quirk, kind) => {
    const { datto } = world.tenant.quirks;
    if (quirk === 'missing') datto.missing = ['history'];
    else datto.outOfReach = [{ part: 'history' }];
    expect(await ask('history.access-point', ofLobby)).toMatchObject({
      ok: false,
      problem: { kind, side: 'datto' },
    });
    // A failure is not kept.
    datto.missing = [];
    datto.outOfReach = [];
    expect((await history('history.access-point', ofLobby)).reach.length).toBeGreaterThan(0);
  });

  it('is none of a configuration without a device, nor of a device of another kind', async () => {
    expect(await ask('history.access-point', laptop)).toMatchObject({ ok: false });
    expect(await ask('history.access-point', ofStrip)).toMatchObject({ ok: false });
    expect(await ask('history.power', ofLobby)).toMatchObject({ ok: false });
    // The address of a page that another organization would have.
    const elsewhere = { ...ofLobby, organizationId: '99' };
    expect(await ask('history.access-point', elsewhere)).toMatchObject({ ok: false });
    expect(asked()).toEqual([]);
  });

  it('is gone once disconnected', async () => {
    await history('history.access-point', ofLobby);
    expect([...world.chrome.session.keys()]).toContain('history');
    await world.ask('connection.disconnect', { documented: 'keep' });
    expect([...world.chrome.session.keys()]).not.toContain('history');
    expect(await ask('history.access-point', ofLobby)).toMatchObject({ ok: false });
  });

  it('asks nobody while the keys were refused', async () => {
    world.tenant.datto.keys[0]!.expired = true;
    expect(await ask('history.access-point', ofLobby)).toMatchObject({
      problem: { kind: 'credentials' },
    });
    world.vendors.requests.clear();
    expect(await ask('history.access-point', ofAttic)).toMatchObject({
      problem: { kind: 'credentials' },
    });
    expect(asked()).toEqual([]);
  });
});

describe("an access point's clients", () => {
  it('are named by the configuration that has the very MAC; a made-up MAC names none', async () => {
    const { clients } = await history('history.clients', ofLobby);
    expect(asked()).toEqual([`/history/network/${network.id}/clients?period=day`]);
    expect(clients).toHaveLength(5);
    // The documented ones come first, whatever their traffic.
    expect(clients.slice(0, 2).map((client) => client.configurations.length)).toEqual([1, 1]);
    expect(clients.find(({ mac }) => mac === '3ca9f4518e20')).toMatchObject({
      configurations: [{ name: 'LAP-07', path: pathOf(laptop) }],
      ssids: [{ number: 1 }],
    });
    expect(clients.find(({ mac }) => mac === 'daa119001122')?.configurations).toEqual([]);
    expect((await history('history.clients', ofAttic)).clients).toHaveLength(3);
    expect(asked()).toHaveLength(1);
  });

  it('of a made-up MAC are named where the documentation has that very one', async () => {
    const { clients } = await history('history.clients', ofLobby);
    expect(clients.find(({ mac }) => mac === 'daa119001133')?.configurations).toMatchObject([
      { name: 'PHONE-3' },
    ]);
  });

  it('are in no file of the browser’s', async () => {
    await history('history.clients', ofLobby);
    for (const name of world.store.objectStoreNames)
      expect(JSON.stringify(await world.store.getAll(name))).not.toContain('daa119001122');
  });
});

it('a power strip’s history has each outlet’s watts and the voltage, by one request', async () => {
  const { outlets, voltage } = await history('history.power', ofStrip);
  expect(outlets).toHaveLength(strip.ports.length);
  expect(outlets[0]?.watts).toHaveLength(288);
  expect(voltage[0]?.value).toBeGreaterThan(100);
  expect(asked()).toEqual([`/powerstrip/${strip.id}/usage?period=day`]);
});

it('a power strip’s outlets are named once it was asked itself; a sync keeps their names, not what they drew', async () => {
  const page = { organizationId: acme.id, configurationId: ofStrip.id };
  const shown = async (name: 'panel.view' | 'panel.refresh') => {
    const view = valueOf(await world.portal(name, page, pathOf(ofStrip)));
    if (view.kind !== 'device' || view.device.kind !== 'managed-power')
      throw new Error('No strip.');
    return view.device;
  };
  expect((await shown('panel.view')).outlets).toEqual([]);
  expect((await shown('panel.refresh')).outlets[0]).toMatchObject({
    label: 'Modem',
    on: true,
    watts: strip.ports[0]!.active_power_w,
  });
  expect((await history('history.power', ofStrip)).outlets[0]?.label).toBe('Modem');
  await world.sync();
  expect((await shown('panel.view')).outlets[0]).toMatchObject({
    label: 'Modem',
    on: null,
    watts: null,
  });
});

it('an access point’s neighbors are named as their panels are, others by their ids', async () => {
  const rssi = { '5GHz': -57 };
  lobby.neighbors = [
    { nid: attic.id, rssi },
    { nid: 99, rssi },
  ];
  const page = { organizationId: acme.id, configurationId: ofLobby.id };
  const view = valueOf(await world.portal('panel.refresh', page, pathOf(ofLobby)));
  expect(view.kind === 'device' && view.neighbors.map(({ name }) => name)).toEqual(['Attic', '99']);
});
