import { isPrivateMac, type Mac } from '@/lib/model/mac';
import type { SwitchPort } from '@/lib/model/switch-port';
import { isAggregate } from './locate';

/** What a port is for. */
export type PortUse = 'port' | 'uplink' | 'aggregate';

/** A port with what hangs on it. */
export interface MappedPort {
  readonly port: SwitchPort;
  readonly use: PortUse;
  /** What is plugged in there: the network's own devices first, else everything that is seen on it. */
  readonly plugged: readonly Plugged[];
  /** How many more MACs are somewhere behind what is plugged in. */
  readonly behind: number;
}

export interface Plugged {
  readonly mac: Mac;
  /** On so many ports of this switch it is seen like this; of several, nobody knows which. */
  readonly onPorts: number;
}

/**
 * The ports of a switch in the order of its front, link aggregates last, each with what hangs on it. What is seen on
 * an uplink or an aggregate, or beside another device of the network, is behind that.
 * @param own the switch's own MAC, which is no client of its ports
 * @param devices MACs of the network's own devices
 */
export function mapPorts(
  ports: readonly SwitchPort[],
  own: Mac | null,
  devices: ReadonlySet<Mac>,
): readonly MappedPort[] {
  const mapped = [...ports].sort(byNumber).map((port) => {
    const macs = port.macs.filter((mac) => mac !== own);
    const use = useOf(port);
    const neighbours = macs.filter((mac) => devices.has(mac));
    const plugged = use === 'port' && neighbours.length === 0 ? macs : neighbours;
    return { port, use, plugged, behind: macs.length - plugged.length };
  });
  const times = new Map<Mac, number>();
  for (const { use, plugged } of mapped)
    if (use === 'port') for (const mac of plugged) times.set(mac, (times.get(mac) ?? 0) + 1);
  return mapped.map((each) => ({
    ...each,
    plugged: each.plugged.map((mac) => ({ mac, onPorts: times.get(mac) ?? 1 })),
  }));
}

/**
 * Whether a MAC names one thing that hangs there and nowhere else: not one that phones make up, nor one that a
 * switch sees on several of its ports.
 */
export const namesOneThing = ({ mac, onPorts }: Plugged): boolean =>
  onPorts === 1 && !isPrivateMac(mac);

const useOf = (port: SwitchPort): PortUse =>
  port.uplink ? 'uplink' : isAggregate(port) ? 'aggregate' : 'port';

/** By number, whatever the text of their ids: `2` before `10`, `trunk2` before `trunk10`, aggregates last. */
function byNumber(one: SwitchPort, other: SwitchPort): number {
  return (
    Number(isAggregate(one)) - Number(isAggregate(other)) ||
    numberOf(one) - numberOf(other) ||
    one.id.localeCompare(other.id)
  );
}

const numberOf = ({ id }: SwitchPort) => Number(/\d+/.exec(id)?.[0] ?? 0);
