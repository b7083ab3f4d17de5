import type { Configuration } from '@/lib/model/configuration';
import type { DepartedDevice } from '@/lib/model/departed-device';
import type { Device } from '@/lib/model/device';
import type { DeviceMatch, DeviceSuggestion, NetworkMatch } from '@/lib/model/match';
import { fitRule, namedRule, sharesIp } from './device-fits';
import { maxSuggestions, takenConfigurations } from './match-devices';
import { deviceNameSimilarity } from './device-name-similarity';
import { organizationsOf } from './organizations-of';
import { replaces } from './returned-devices';

/** Below this two names are not alike; between it and 1 the score orders the list. */
const minSimilarity = 0.6;

const scores = {
  'mac-and-ip': 1,
  mac: 0.95,
  'rmm-mac': 0.94,
  replaces: 0.92,
  'serial-number': 0.9,
  ip: 0.85,
  name: 0.8,
} as const satisfies Record<Exclude<DeviceSuggestion['reason'], 'similar-name'>, number>;

/**
 * The undecided devices of the organization's networks that may be this configuration's, best
 * first, at most ten: by a matching rule, or alike in serial number, address or name. Empty for a
 * configuration that a device has already.
 */
export function suggestForConfiguration(input: {
  readonly configuration: Configuration;
  readonly devices: readonly Device[];
  readonly networkMatches: readonly NetworkMatch[];
  readonly deviceMatches: readonly DeviceMatch[];
  /** Devices that are gone: one of them may have had the configuration. */
  readonly departed?: readonly DepartedDevice[];
}): DeviceSuggestion[] {
  const { configuration } = input;
  if (takenConfigurations(input.deviceMatches).has(configuration.id)) return [];
  const had = (input.departed ?? []).filter(
    ({ match }) => match?.state === 'matched' && match.configurationId === configuration.id,
  );
  const organizations = organizationsOf(input.networkMatches);
  const decided = new Set(input.deviceMatches.map(({ deviceKey }) => deviceKey));
  return input.devices
    .filter(({ key }) => !decided.has(key))
    .filter(({ networkId }) => organizations.get(networkId) === configuration.organizationId)
    .flatMap((device) => suggestion(device, configuration, had) ?? [])
    .sort((a, b) => b.score - a.score || (a.deviceKey < b.deviceKey ? -1 : 1))
    .slice(0, maxSuggestions);
}

function suggestion(
  device: Device,
  configuration: Configuration,
  had: readonly DepartedDevice[],
): DeviceSuggestion | null {
  const rule = fitRule(device, configuration);
  const replaced = had.find((each) => replaces(device, each));
  if (replaced && rule !== 'mac-and-ip' && rule !== 'mac')
    return {
      deviceKey: device.key,
      reason: 'replaces',
      replaces: replaced.mac,
      score: scores.replaces,
    };
  const reason =
    rule === 'mac-and-ip' || rule === 'mac'
      ? namedRule(rule, device, configuration)
      : sameSerialNumber(device, configuration)
        ? 'serial-number'
        : sharesIp(device, configuration.ips)
          ? 'ip'
          : rule;
  if (reason !== null) return { deviceKey: device.key, reason, score: scores[reason] };
  const similarity = deviceNameSimilarity(device.name ?? '', configuration.name);
  if (similarity < minSimilarity) return null;
  return { deviceKey: device.key, reason: 'similar-name', score: similarity * scores.name };
}

function sameSerialNumber(
  device: Device,
  { serialNumber, rmm }: Pick<Configuration, 'serialNumber' | 'rmm'>,
): boolean {
  const serial = device.serialNumber?.trim().toUpperCase() ?? '';
  // Shorter ones are placeholders such as "0", "N/A" or "none".
  return (
    serial.length >= 5 &&
    [serialNumber, rmm?.serialNumber].some((own) => serial === own?.trim().toUpperCase())
  );
}
