import type { Configuration } from '@/lib/model/configuration';
import { deviceLabel, type Device, type DeviceKey } from '@/lib/model/device';
import type { ConfigurationId } from '@/lib/model/ids';
import type { Mac } from '@/lib/model/mac';

/** Who else has a MAC, beside a device and a configuration that have it in common: by name, `null` for nobody. */
export type OtherClaim = (
  mac: Mac | null,
  own: { readonly configurationId: ConfigurationId; readonly deviceKey: DeviceKey },
) => string | null;

/** Of an organization's configurations in use and devices, those that a MAC is on. */
export function macClaims(
  configurations: readonly Configuration[],
  devices: readonly Device[],
): OtherClaim {
  const claims = new Map<Mac, { readonly id: string; readonly name: string }[]>();
  const add = (mac: Mac, id: string, name: string) => {
    const known = claims.get(mac);
    if (known) known.push({ id, name });
    else claims.set(mac, [{ id, name }]);
  };
  for (const { id, name, macs, archived } of configurations)
    if (!archived) for (const mac of macs) add(mac, `c:${id}`, name);
  for (const device of devices)
    if (device.mac !== null) add(device.mac, `d:${device.key}`, deviceLabel(device));
  return (mac, { configurationId, deviceKey }) =>
    (mac === null ? [] : (claims.get(mac) ?? [])).find(
      ({ id }) => id !== `c:${configurationId}` && id !== `d:${deviceKey}`,
    )?.name ?? null;
}
