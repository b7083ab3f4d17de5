import type { MessageKey } from '@/lib/i18n';
import type { DeviceKind } from '@/lib/model/device';

interface KindWords {
  /** In a heading or on its own, as the vendor writes it. */
  readonly name: MessageKey;
  /** Beside other facts. */
  readonly fact: MessageKey;
  /** All devices of the kind. */
  readonly many: MessageKey;
  /** So many of them. */
  readonly count: MessageKey;
}

/** What each kind of device is called. */
export const kindWords = {
  'access-point': {
    name: 'panel_kind_access_point',
    fact: 'matching_kind_access_point',
    many: 'matching_kind_access_point_many',
    count: 'matching_kind_access_point_count',
  },
  switch: {
    name: 'panel_kind_switch',
    fact: 'matching_kind_switch',
    many: 'matching_kind_switch_many',
    count: 'matching_kind_switch_count',
  },
  'managed-power': {
    name: 'panel_kind_managed_power',
    fact: 'matching_kind_managed_power',
    many: 'matching_kind_managed_power_many',
    count: 'matching_kind_managed_power_count',
  },
  router: {
    name: 'panel_kind_router',
    fact: 'matching_kind_router',
    many: 'matching_kind_router_many',
    count: 'matching_kind_router_count',
  },
} as const satisfies Record<DeviceKind, KindWords>;
