import type { Mac } from '@/lib/model/mac';
import type { SwitchPort } from '@/lib/model/switch-port';

/** A port that is up, with these MACs on it. */
export const port = (
  id: string,
  macs: readonly Mac[] = [],
  more: Partial<SwitchPort> = {},
): SwitchPort => ({
  id,
  enabled: true,
  up: true,
  description: null,
  speed: 1000,
  uplink: false,
  vlan: 1,
  poe: null,
  macs,
  ...more,
});
