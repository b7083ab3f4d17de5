import { mapPorts, namesOneThing, type Plugged } from '@/lib/connections/port-map';
import type { Configuration } from '@/lib/model/configuration';
import type { Device } from '@/lib/model/device';
import type { OrganizationId } from '@/lib/model/ids';
import { isPrivateMac, type Mac } from '@/lib/model/mac';
import type { SwitchPort } from '@/lib/model/switch-port';
import * as stored from '@/lib/store/stored';
import type { Reader } from '@/lib/store/table';
import type { DeviceLink } from '@/lib/views/connections';
import type { PluggedView, PortsView } from '@/lib/views/ports';
import { linkOf, siteOf } from './connections';

/** So many things of one port are listed: an unmanaged switch or a host of many machines may hang there. */
const maxPlugged = 12;

/** A switch's ports as they were last read, with what hangs on them by its configuration's name; `null` where none were. */
export async function readPorts(
  from: Reader,
  device: Device,
  organization: OrganizationId,
): Promise<PortsView | null> {
  const sightings = await stored.sightings.get(from, device.key);
  if (sightings?.kind !== 'ports' || sightings.ports.length === 0) return null;
  const { devices, configurations } = await siteOf(from, organization);
  const byMac = new Map(devices.flatMap((each) => (each.mac === null ? [] : [[each.mac, each]])));
  const documented = documentedMacs(configurations);

  async function known(mac: Mac): Promise<DeviceLink | null> {
    const found = documented.get(mac);
    if (found) return { name: found.name, path: `/${organization}/configurations/${found.id}` };
    const other = byMac.get(mac);
    return other ? linkOf(from, other, other.key) : null;
  }
  async function view(plugged: Plugged): Promise<PluggedView> {
    const { mac } = plugged;
    const link = await known(mac);
    if (link || namesOneThing(plugged)) return { mac, known: link, vague: null };
    return { mac, known: null, vague: isPrivateMac(mac) ? 'private' : 'several' };
  }
  return {
    readAt: sightings.readAt,
    ports: await Promise.all(
      mapPorts(sightings.ports, device.mac, new Set(byMac.keys())).map(
        async ({ port, use, plugged, behind }) => ({
          port: factsOf(port),
          use,
          plugged: await Promise.all(plugged.slice(0, maxPlugged).map(view)),
          behind: behind + Math.max(0, plugged.length - maxPlugged),
        }),
      ),
    ),
  };
}

/** All but the MACs, of which only those of what is plugged in are shown. */
const factsOf = ({ id, enabled, up, description, speed, uplink, vlan, poe }: SwitchPort) => ({
  id,
  enabled,
  up,
  description,
  speed,
  uplink,
  vlan,
  poe,
});

/** By each MAC the configuration that has it: one in use before an archived one, the older one of copies. */
function documentedMacs(configurations: readonly Configuration[]): Map<Mac, Configuration> {
  const found = new Map<Mac, Configuration>();
  const inOrder = [...configurations].sort(
    (one, other) =>
      Number(one.archived) - Number(other.archived) ||
      (one.createdAt ?? '').localeCompare(other.createdAt ?? ''),
  );
  for (const configuration of inOrder)
    for (const mac of configuration.macs) if (!found.has(mac)) found.set(mac, configuration);
  return found;
}
