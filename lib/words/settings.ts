import type { MessageKey } from '@/lib/i18n';
import type { Region, Settings, SyncInterval } from '@/lib/model/settings';

/** Where IT Glue keeps the tenant. */
export const regionNames = {
  us: 'options_region_us',
  eu: 'options_region_eu',
  au: 'options_region_au',
} as const satisfies Record<Region, MessageKey>;

/** When the passphrase locks the keys. */
export const lockDelayNames = {
  0: 'vault_lock_0',
  15: 'vault_lock_15',
  60: 'vault_lock_60',
  240: 'vault_lock_240',
} as const satisfies Record<Settings['lockAfterMinutes'], MessageKey>;

/** How often it syncs by itself. */
export const syncIntervalNames = {
  0: 'options_sync_0',
  1: 'options_sync_1',
  6: 'options_sync_6',
  12: 'options_sync_12',
  24: 'options_sync_24',
} as const satisfies Record<SyncInterval, MessageKey>;
