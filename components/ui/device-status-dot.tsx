import type { DeviceStatus } from '@/lib/model/device';
import { deviceStatus } from '@/lib/words/device-statuses';
import { StatusDot } from './status-dot';

/** A device's reachability, in the word and tone that every surface has for it. */
export function DeviceStatusDot({ status }: { status: DeviceStatus }) {
  const { text, tone } = deviceStatus(status);
  return <StatusDot tone={tone} word={text} />;
}
