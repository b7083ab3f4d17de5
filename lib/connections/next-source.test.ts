import { describe, expect, it } from 'vitest';
import { deviceKey, type Device } from '@/lib/model/device';
import { networkId } from '@/lib/model/ids';
import { parseMac } from '@/lib/model/mac';
import { plainDevices } from '@/lib/model/samples.fixture';
import { clientSightings, portSightings, type Sightings } from '@/lib/model/sighting';
import { nextSource, sourceKeyOf } from './next-source';
import { port } from '@/lib/model/switch-port.fixture';

const site = networkId(1);
const noon = '2026-03-05T12:00:00Z';
const printer = parseMac('00:11:22:33:44:55')!;
const floorMac = parseMac('ac:86:74:00:00:02')!;
const coreMac = parseMac('ac:86:74:00:00:01')!;
const aSwitch = (id: string, mac: typeof floorMac, activePorts: number): Device => ({
  ...plainDevices.switch,
  id,
  key: deviceKey('switch', id),
  networkId: site,
  mac,
  activePorts,
  lastCheckin: noon,
});
const devices: Device[] = [
  aSwitch('2', floorMac, 4),
  aSwitch('1', coreMac, 17),
  { ...aSwitch('3', parseMac('ac:86:74:00:00:03')!, 0), lastCheckin: null },
  { ...plainDevices['access-point'], networkId: site },
];

/** What is asked, in order, where nothing that is asked changes what is known. */
function order(sightings: readonly Sightings[]): string[] {
  const asked = new Set<ReturnType<typeof sourceKeyOf>>();
  for (;;) {
    const next = nextSource([printer], { devices, sightings }, asked);
    if (next === null) return [...asked];
    asked.add(sourceKeyOf(next));
  }
}

describe('where a MAC is', () => {
  it('is asked of the busiest switch first, the network last, and never of a switch that never checked in', () => {
    expect(order([])).toEqual(['switch:1', 'switch:2', 'clients:1']);
  });

  it('is asked of what was not read for longest', () => {
    const core = portSightings('1', site, [], noon);
    expect(order([core])).toEqual(['switch:2', 'clients:1', 'switch:1']);
  });

  it('is asked of the last known switch, and of no other when it is still there', () => {
    const floor = portSightings('2', site, [port('3', [printer])], noon);
    expect(order([floor])).toEqual(['switch:2']);
  });

  it('is asked of the switch that the port leads to', () => {
    const core = portSightings('1', site, [port('16', [floorMac, printer])], noon);
    const floor = portSightings('2', site, [], noon);
    expect(order([core, floor])[0]).toBe('switch:2');
  });

  it('is asked of the network where it was last seen by radio', () => {
    const client = { mac: printer, accessPoint: null, ssid: 1, lastSeen: null };
    expect(order([clientSightings(site, [client], () => true, noon)])).toEqual(['clients:1']);
  });

  it('is asked of other switches only, where it is a device of the network itself', () => {
    expect(nextSource([coreMac], { devices, sightings: [] }, new Set())).toMatchObject({
      deviceKey: 'switch:2',
    });
    const all = new Set([deviceKey('switch', '2')]);
    expect(nextSource([coreMac], { devices, sightings: [] }, all)).toBeNull();
  });

  it('is asked of nothing where a network has neither switch nor access point', () => {
    expect(nextSource([printer], { devices: [], sightings: [] }, new Set())).toBeNull();
  });
});
