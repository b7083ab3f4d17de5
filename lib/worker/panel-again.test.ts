import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ResponseOf } from '@/lib/messages/protocol';
import type { DattoNode, DattoSwitch } from '@/test/simulator/datto/state';
import type { ConfigurationRow, OrganizationRow } from '@/test/simulator/itglue/state';
import { DirectVendors } from '@/test/world/direct-vendors';
import { tenantWith } from '@/test/world/tenant-with';
import { valueOf, World } from '@/test/world/world';

let world: World;
let acme: OrganizationRow;
let lobby: DattoNode;
let core: DattoSwitch;
let ofLobby: ConfigurationRow;
let printer: ConfigurationRow;
let unplugged: ConfigurationRow;
const minute = 60_000;

/** Acme's network has the access point `Lobby`, and the switch `Core` with a printer on port 12. */
beforeEach(async () => {
  const tenant = tenantWith((builder) => {
    acme = builder.organization({ name: 'Acme' });
    const network = builder.network({ name: 'Acme' });
    lobby = builder.accessPoint(network, { name: 'Lobby' });
    core = builder.switch(network, { name: 'Core', total_ports: 28, active_ports: 17 });
    core.ports = { '12': { macs: ['00:1B:A9:4E:12:0C'] } };
    ofLobby = builder.configuration(acme, { name: 'AP Lobby', mac: lobby.mac });
    printer = builder.configuration(acme, { name: 'Printer', mac: '00:1B:A9:4E:12:0C' });
    unplugged = builder.configuration(acme, { name: 'Spare', mac: '00:1B:A9:4E:12:0D' });
    return [acme];
  });
  world = await World.start(new DirectVendors(tenant));
  await world.sync();
  world.vendors.clock.pass(5 * minute);
  world.vendors.requests.clear();
});
afterEach(() => world.close());

type Name = 'panel.view' | 'panel.refresh' | 'panel.again';
async function panel(name: Name, of = ofLobby): Promise<ResponseOf<Name>> {
  const page = { organizationId: of.organizationId, configurationId: of.id };
  const path = `/${of.organizationId}/configurations/${of.id}`;
  return valueOf(await world.portal(name, page, path));
}
const asked = () => world.vendors.requests.all({}).map(({ api, path }) => `${api} ${path}`);
const lobbysOwn = () => [`datto /node/${lobby.id}`];

describe('a page that asks by itself', () => {
  it('costs one request, of the device, and shows it anew', async () => {
    lobby.active_clients = 41;
    expect(await panel('panel.again')).toMatchObject({ device: { clients: 41 }, problem: null });
    expect(asked()).toEqual(lobbysOwn());
  });

  it('asks nothing again that another tab had read a moment ago, whatever worker did', async () => {
    await panel('panel.again');
    lobby.active_clients = 41;
    world.startWorker();
    world.vendors.clock.pass(40_000);
    await panel('panel.again');
    expect(asked()).toEqual(lobbysOwn());
    world.vendors.clock.pass(20_000);
    expect(await panel('panel.again')).toMatchObject({ device: { clients: 41 } });
    expect(asked()).toEqual([...lobbysOwn(), ...lobbysOwn()]);
  });

  it('waits with the other tabs of the device for one answer', async () => {
    await Promise.all([panel('panel.again'), panel('panel.again'), panel('panel.again')]);
    expect(asked()).toEqual(lobbysOwn());
    world.vendors.requests.clear();
    world.vendors.clock.pass(minute);
    await Promise.all([panel('panel.refresh'), panel('panel.refresh'), panel('panel.again')]);
    expect(asked().filter((each) => each === lobbysOwn()[0])).toHaveLength(1);
  });

  it('does not wait for an answer that hangs, where it asks again later', async () => {
    const hang = world.vendors.faults.add({ kind: 'hang', api: 'datto' });
    const hanging = panel('panel.refresh');
    await hang.reached;
    world.vendors.clock.pass(9_000);
    lobby.active_clients = 41;
    expect(await panel('panel.refresh')).toMatchObject({ device: { clients: 41 } });
    hang.release();
    await hanging;
  });

  it('asks the switch that a configuration is connected to, and follows what is moved', async () => {
    core.ports = { '9': { macs: ['00:1B:A9:4E:12:0C'] } };
    const view = await panel('panel.again', printer);
    expect(view).toMatchObject({ connections: [{ places: [{ port: { id: '9' } }] }] });
    expect(asked()).toEqual([`datto /switch/${core.id}`]);
    await panel('panel.again', printer);
    expect(asked()).toHaveLength(1);
  });

  it('says why nothing new came', async () => {
    world.vendors.faults.add({ kind: 'reset', api: 'datto', times: Infinity });
    expect(await panel('panel.again')).toMatchObject({
      device: { name: 'Lobby' },
      problem: { kind: 'offline' },
    });
  });

  it('asks nothing once the keys have failed', async () => {
    world.tenant.datto.keys[0]!.secret = 'changed';
    await panel('panel.again');
    world.vendors.requests.clear();
    world.vendors.clock.pass(10 * minute);
    for (const of of [ofLobby, printer, unplugged]) await panel('panel.again', of);
    expect(asked()).toEqual([]);
  });
});

it('a person who refreshes is answered by both sides however lately the device was read', async () => {
  await panel('panel.again');
  world.vendors.requests.clear();
  await panel('panel.refresh');
  expect(asked()).toEqual(expect.arrayContaining(lobbysOwn()));
  expect(asked().join()).toContain(`itglue /configurations/${ofLobby.id}`);
});
