import type { OpenSuggestion } from '@/lib/matching/open-suggestions';
import type { Device } from '@/lib/model/device';
import { formatMac } from '@/lib/model/mac';

/** Whether a suggestion by MAC or IP must be decided before the device is documented again. */
export const mustDecide = (suggestions: readonly OpenSuggestion[] | undefined): boolean =>
  suggestions?.some(({ rule, rejected }) => rule !== 'name' && !rejected) ?? false;

/** Whether a configuration may be the device's: of one that can be created, it is alike by its name. */
export const isSuggested = (suggestions: readonly OpenSuggestion[] | undefined): boolean =>
  suggestions?.some(({ rejected }) => !rejected) ?? false;

/** IT Glue keeps names in columns of this many characters. */
export const longestName = 255;

/** The name that is written to IT Glue: one that is too long is cut, and ends with an ellipsis. */
export function writtenName(name: string): { name: string; cut: boolean } {
  const characters = Array.from(name.trim());
  if (characters.length <= longestName) return { name: name.trim(), cut: false };
  return {
    name: `${characters
      .slice(0, longestName - 1)
      .join('')
      .trimEnd()}…`,
    cut: true,
  };
}

/** What a device is called as a configuration: its name, else its MAC, else its kind and id. */
export const configurationName = (device: Pick<Device, 'name' | 'mac' | 'key'>) =>
  writtenName(device.name ?? (device.mac ? formatMac(device.mac) : device.key));
