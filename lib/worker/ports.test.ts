import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PortView } from '@/lib/views/ports';
import type { DattoNetwork, DattoSwitch } from '@/test/simulator/datto/state';
import type { ConfigurationRow, OrganizationRow } from '@/test/simulator/itglue/state';
import { DirectVendors } from '@/test/world/direct-vendors';
import { tenantWith } from '@/test/world/tenant-with';
import { valueOf, World } from '@/test/world/world';

const mac = {
  printer: '00:1B:A9:4E:12:0C',
  unknown: '00:1B:A9:77:00:07',
  phone: 'DA:A1:19:00:11:22',
};
let world: World;
let acme: OrganizationRow;
let network: DattoNetwork;
let core: DattoSwitch;
let floor: DattoSwitch;
let ofCore: ConfigurationRow;
let ofFloor: ConfigurationRow;
let printer: ConfigurationRow;

/** `Core` has a printer, something unknown, a phone, the switch `Floor` and an aggregate. */
beforeEach(async () => {
  const tenant = tenantWith((builder) => {
    acme = builder.organization({ name: 'Acme' });
    network = builder.network({ name: 'Acme' });
    core = builder.switch(network, { name: 'Core', total_ports: 28, active_ports: 17, trunks: 1 });
    floor = builder.switch(network, { name: 'Floor', total_ports: 10, active_ports: 3 });
    core.ports = {
      '2': { macs: [mac.unknown] },
      '3': { macs: [mac.phone] },
      '12': { macs: [mac.printer], vlan: 20, poe: { draw: 6.4, limit: 15 } },
      '16': { macs: [floor.mac, '00:04:F2:9A:31:77'] },
      trunk1: { macs: ['00:15:5D:00:00:01'] },
    };
    floor.ports = { '1': { uplink: true, macs: [core.mac, mac.printer] } };
    ofCore = builder.configuration(acme, { name: 'Core switch', mac: core.mac });
    ofFloor = builder.configuration(acme, { name: 'Floor switch', mac: floor.mac });
    printer = builder.configuration(acme, { name: 'Printer', mac: mac.printer });
    builder.configuration(acme, { name: 'Old printer', mac: mac.printer, archived: true });
    return [acme];
  });
  world = await World.start(new DirectVendors(tenant));
  await world.sync();
  world.vendors.requests.clear();
});
afterEach(() => world.close());

async function ports(name: 'panel.view' | 'panel.refresh' = 'panel.refresh', of = ofCore) {
  const page = { organizationId: of.organizationId, configurationId: of.id };
  const path = `/${of.organizationId}/configurations/${of.id}`;
  const view = valueOf(await world.portal(name, page, path));
  if (view.kind !== 'device') throw new Error('There is no device.');
  return view.ports;
}
async function portOf(id: string): Promise<PortView> {
  const view = await ports();
  return view!.ports.find(({ port }) => port.id === id)!;
}
const names = ({ plugged }: PortView) => plugged.map(({ known }) => known?.name ?? null);

describe("a switch's ports", () => {
  it('come with the one request that reads the switch, in the order of its front', async () => {
    const view = await ports();
    const order = [...Array.from({ length: 28 }, (_, at) => String(at + 1)), 'trunk1'];
    expect(view?.ports.map(({ port }) => port.id)).toEqual(order);
    const asked = world.vendors.requests.all({ api: 'datto' }).map(({ path }) => path);
    expect(asked.filter((path) => path === `/switch/${core.id}`)).toHaveLength(1);
  });

  it('name what is plugged in by the configuration in use that has the MAC, with its page', async () => {
    const { plugged, port } = await portOf('12');
    expect(plugged.map(({ known }) => known)).toEqual([
      { name: 'Printer', path: `/${acme.id}/configurations/${printer.id}` },
    ]);
    expect(port).toMatchObject({ vlan: 20, poe: { draw: 6.4, limit: 15 } });
    expect(port).not.toHaveProperty('macs');
  });

  it('name another switch, and what is behind it by its number', async () => {
    const chained = await portOf('16');
    expect(names(chained)).toEqual(['Floor switch']);
    expect(chained.behind).toBe(1);
    const [uplink] = (await ports('panel.refresh', ofFloor))!.ports;
    expect(uplink).toMatchObject({ use: 'uplink', behind: 1 });
    expect(names(uplink!)).toEqual(['Core switch']);
  });

  it('tell what is unknown from what no MAC can name', async () => {
    expect((await portOf('2')).plugged).toMatchObject([{ known: null, vague: null }]);
    expect((await portOf('3')).plugged).toMatchObject([{ known: null, vague: 'private' }]);
    expect(await portOf('trunk1')).toMatchObject({ use: 'aggregate', plugged: [], behind: 1 });
    core.ports!['4'] = { macs: [mac.unknown] };
    expect((await portOf('2')).plugged).toMatchObject([{ known: null, vague: 'several' }]);
  });

  it('list no more than a dozen things of a port, and count the others', async () => {
    const many = Array.from({ length: 40 }, (_, at) => `00:15:5D:00:01:${String(at + 10)}`);
    core.ports!['2'] = { macs: many };
    const { plugged, behind } = await portOf('2');
    expect(plugged.length + behind).toBe(40);
    expect(plugged).toHaveLength(12);
  });

  it('are shown at once from what was last read, without any request', async () => {
    await ports();
    world.vendors.requests.clear();
    core.ports = {};
    const stored = await ports('panel.view');
    expect(stored?.ports).toHaveLength(29);
    expect(names(stored!.ports[11]!)).toEqual(['Printer']);
    expect(world.vendors.requests.count()).toBe(0);
  });

  it('show a printer on the port that it was moved to', async () => {
    core.ports!['9'] = core.ports!['12']!;
    delete core.ports!['12'];
    expect(names(await portOf('9'))).toEqual(['Printer']);
    expect(names(await portOf('12'))).toEqual([]);
  });

  it('are none for a switch that told none', async () => {
    core.total_ports = 0;
    core.trunks = 0;
    expect(await ports()).toBeNull();
  });
});

it('names the makers of MACs by the list that comes with the extension', async () => {
  const of = { organizationId: acme.id, configurationId: ofCore.id };
  const request = { ...of, macs: ['001ba9770007', '0004f29a3177'] };
  const path = `/${acme.id}/configurations/${ofCore.id}`;
  expect(valueOf(await world.portal('panel.makers', request as never, path))).toEqual([
    ['001ba9770007', 'Brother'],
  ]);
});
