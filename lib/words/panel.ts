import type { MessageKey } from '@/lib/i18n';
import type { Device } from '@/lib/model/device';

/** Why a configuration's page shows no device. */
export const noDeviceReasons = {
  'organization-unmatched': 'panel_organization_unmatched',
  'device-unmatched': 'panel_device_unmatched',
  'configuration-unknown': 'panel_configuration_unknown',
  'never-synced': 'panel_never_synced',
} as const satisfies Record<string, MessageKey>;

type ConnectionType = NonNullable<Extract<Device, { kind: 'managed-power' }>['connectionType']>;

/** How Managed Power reaches the network. */
export const connectionTypes = {
  wired: 'panel_wired',
  mesh: 'panel_mesh',
} as const satisfies Record<ConnectionType, MessageKey>;
