import type { MessageKey } from '@/lib/i18n';
import type { DeviceKind } from '@/lib/model/device';

/** What a kind of device is called. */
export const kindNames = {
  'access-point': 'panel_kind_access_point',
  switch: 'panel_kind_switch',
  'managed-power': 'panel_kind_managed_power',
  router: 'panel_kind_router',
} as const satisfies Record<DeviceKind, MessageKey>;
