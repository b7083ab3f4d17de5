import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DattoNetwork, DattoSwitch } from '@/test/simulator/datto/state';
import type { ConfigurationRow, OrganizationRow } from '@/test/simulator/itglue/state';
import type { PlaceView } from '@/lib/views/connections';
import { DirectVendors } from '@/test/world/direct-vendors';
import { tenantWith } from '@/test/world/tenant-with';
import { valueOf, World } from '@/test/world/world';

const mac = '00:1B:A9:4E:12:0C';
let world: World;
let acme: OrganizationRow;
let network: DattoNetwork;
let core: DattoSwitch;
let floor: DattoSwitch;
let printer: ConfigurationRow;
let ofCore: ConfigurationRow;

/** Acme's printer hangs on port 12 of `Core`, on whose port 16 the switch `Floor` hangs. */
beforeEach(async () => {
  const tenant = tenantWith((builder) => {
    acme = builder.organization({ name: 'Acme' });
    network = builder.network({ name: 'Acme' });
    core = builder.switch(network, { name: 'Core', total_ports: 28, active_ports: 17 });
    builder.accessPoint(network, { name: 'Lobby' });
    floor = builder.switch(network, { name: 'Floor', total_ports: 10, active_ports: 3 });
    core.ports = {
      '12': { macs: [mac], vlan: 20, poe: { draw: 6.4, limit: 15 } },
      '16': { macs: [floor.mac] },
    };
    floor.ports = { '1': { uplink: true, macs: [core.mac, mac] } };
    ofCore = builder.configuration(acme, { name: 'Core switch', mac: core.mac });
    printer = builder.configuration(acme, {
      name: 'Printer',
      mac: '00:1B:A9:4E:12:0B',
      others: [{ name: 'LAN', mac: '001b.a94e.120c' }],
    });
    return [acme];
  });
  world = await World.start(new DirectVendors(tenant));
  await world.sync();
  world.vendors.requests.clear();
});
afterEach(() => world.close());

async function shown(name: 'panel.view' | 'panel.refresh' = 'panel.refresh', of = printer) {
  const page = { organizationId: of.organizationId, configurationId: of.id };
  const path = `/${of.organizationId}/configurations/${of.id}`;
  const view = valueOf(await world.portal(name, page, path));
  if (view.kind === 'none') throw new Error('There is no panel.');
  return view.connections;
}
const text = (place: PlaceView) =>
  place.kind === 'port'
    ? `${place.device.name} ${place.port.id} ${place.way}`
    : `${place.device?.name} ssid ${place.ssid?.number}`;
const places = async (...asked: Parameters<typeof shown>) =>
  (await shown(...asked)).flatMap((each) => each.places.map(text));
const asked = () =>
  world.vendors.requests.all({ api: 'datto' }).map(({ path }) => path.replace(/\?.*/, ''));
const pathOf = ({ id }: DattoSwitch) => `/switch/${id}`;

describe("a configuration's page", () => {
  it('names switch and port of what hangs on it, with the page of the switch, by any interface', async () => {
    expect(await places('panel.view')).toEqual(['Core 12 direct']);
    expect(asked()).toEqual([]);
    const [connection] = await shown();
    expect(connection).toMatchObject({
      mac: '001ba94e120c',
      places: [
        {
          device: { name: 'Core', path: `/${acme.id}/configurations/${ofCore.id}` },
          port: { id: '12', speed: 1000, vlan: 20, poe: { draw: 6.4, limit: 15 } },
        },
      ],
    });
    // It is still there, so that no other switch is asked.
    expect(asked()).toEqual([pathOf(core)]);
  });

  it('follows what was moved to another switch, by two requests', async () => {
    delete core.ports!['12'];
    core.ports!['16'] = { macs: [floor.mac, mac] };
    floor.ports = { '3': { macs: [mac] } };
    expect(await places()).toEqual(['Floor 3 direct']);
    expect(asked()).toEqual([pathOf(core), pathOf(floor)]);
  });

  it('names nothing that is unplugged, after asking twice at most', async () => {
    core.ports = {};
    floor.ports = {};
    expect(await places()).toEqual([]);
    expect(asked()).toHaveLength(2);
  });

  it('of a switch asks for its ports by the request that reads it', async () => {
    await shown('panel.refresh', ofCore);
    expect(asked().filter((path) => path === pathOf(core))).toHaveLength(1);
    expect(asked().length).toBeLessThanOrEqual(3);
  });

  it('names access point and SSID', async () => {
    core.ports = {};
    const node = network.nodes[0]!;
    network.clients = [
      { mac: mac.toLowerCase(), name: '', os: '', link: 'wireless', node: node.mac, ssid: 2 },
    ];
    await places();
    expect(await places()).toEqual([`${node.name} ssid 2`]);
  });

  it('keeps what was known where Datto fails', async () => {
    world.vendors.faults.add({
      kind: 'answer',
      api: 'datto',
      path: /./,
      times: Infinity,
      status: 404,
      body: { errors: [{ code: 12000, message: '', context: '', values: {} }] },
    });
    expect(await places()).toEqual(['Core 12 direct']);
  });
});
