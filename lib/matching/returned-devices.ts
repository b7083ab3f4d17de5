import type { DepartedDevice } from '@/lib/model/departed-device';
import type { Device, DeviceKey } from '@/lib/model/device';
import { normalizeName } from '@/lib/model/name';
import { groupBy } from './group-by';

type Present = Pick<Device, 'key' | 'id' | 'kind' | 'mac' | 'name' | 'networkId'>;

/** What became of departed devices. */
export interface Returned {
  /** Under which id a device is back, so that it takes over what was decided about it. */
  readonly back: readonly { readonly departed: DepartedDevice; readonly device: Present }[];
  /** What was decided about these is superseded: the device is back and decided, or left again since. */
  readonly superseded: readonly DepartedDevice[];
}

/**
 * Network Manager gives a device that is taken out and added again a new id; its MAC stays. Where
 * several devices claim one MAC, it tells none of them apart, and nothing is done until one is left.
 * @param decided devices that are matched or ignored
 */
export function returnedDevices(
  departed: readonly DepartedDevice[],
  present: readonly Present[],
  decided: ReadonlySet<DeviceKey>,
): Returned {
  const byMac = groupBy(
    present.filter(({ mac }) => mac !== null),
    identity,
  );
  const back: { departed: DepartedDevice; device: Present }[] = [];
  const superseded: DepartedDevice[] = [];
  for (const group of groupBy(departed, identity).values()) {
    // The last one to leave knows best; equal times leave it to the id, the same in every order.
    const [latest, ...earlier] = group.toSorted(
      (a, b) => compare(b.at, a.at) || compare(a.key, b.key),
    );
    superseded.push(...earlier);
    const [device, ...others] = latest ? (byMac.get(identity(latest)) ?? []) : [];
    if (!latest || !device || others.length > 0) continue;
    if (decided.has(device.key)) superseded.push(latest);
    else back.push({ departed: latest, device });
  }
  return { back, superseded };
}

/**
 * Whether a device stands in for one that departed: the same kind and name in the same network, with
 * another MAC. It may be a replacement; only a person knows.
 */
export function replaces(device: Present, departed: DepartedDevice): boolean {
  const name = normalizeName(device.name ?? '');
  return (
    name !== '' &&
    name === normalizeName(departed.name ?? '') &&
    device.kind === departed.kind &&
    device.networkId === departed.networkId &&
    device.mac !== departed.mac
  );
}

const identity = ({ kind, mac }: Pick<Present, 'kind' | 'mac'>): string => `${kind} ${mac}`;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
