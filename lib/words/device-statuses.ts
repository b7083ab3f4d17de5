import { t, type MessageKey } from '@/lib/i18n';
import type { DeviceStatus } from '@/lib/model/device';
import type { Tone } from './tone';

/** A device's reachability: its word, and the tone that goes with it. */
const deviceStatuses = {
  up: ['panel_status_up', 'good'],
  down: ['panel_status_down', 'bad'],
  pairing: ['panel_status_pairing', 'warning'],
  spare: ['panel_status_spare', 'neutral'],
  unknown: ['panel_status_unknown', 'neutral'],
} as const satisfies Record<DeviceStatus, readonly [MessageKey, Tone]>;

/** The device's reachability in a word, with its tone. */
export function deviceStatus(status: DeviceStatus) {
  const [word, tone] = deviceStatuses[status];
  return { text: t(word), tone };
}
