import type { MessageKey } from '@/lib/i18n';
import type { Region, SyncInterval } from '@/lib/model/settings';

/** Where IT Glue keeps the tenant. */
export const regionNames = {
  us: 'options_region_us',
  eu: 'options_region_eu',
  au: 'options_region_au',
} as const satisfies Record<Region, MessageKey>;

/** How often it syncs by itself. */
export const syncIntervalNames = {
  0: 'options_sync_0',
  1: 'options_sync_1',
  6: 'options_sync_6',
  12: 'options_sync_12',
  24: 'options_sync_24',
} as const satisfies Record<SyncInterval, MessageKey>;
