import type { MessageKey } from '@/lib/i18n';
import type { RowKind } from '@/lib/model/rows';
import { kindWords } from './kinds';

/** The rows of each kind, all together. */
export const rowKindWords = {
  'access-point': kindWords['access-point'].many,
  switch: kindWords.switch.many,
  'managed-power': kindWords['managed-power'].many,
  router: kindWords.router.many,
  network: 'row_kind_networks',
  'network-settings': 'row_kind_network_settings',
  'switch-port': 'row_kind_switch_ports',
  'network-client': 'row_kind_network_clients',
  ssid: 'row_kind_ssids',
  organizations: 'row_kind_organizations',
  configurations: 'row_kind_configurations',
  configuration_interfaces: 'row_kind_configuration_interfaces',
  rmm_records: 'row_kind_rmm_records',
  configuration_types: 'row_kind_configuration_types',
  configuration_statuses: 'row_kind_configuration_statuses',
  manufacturers: 'row_kind_manufacturers',
  models: 'row_kind_models',
  flexible_assets: 'row_kind_flexible_assets',
  flexible_asset_types: 'row_kind_flexible_asset_types',
  flexible_asset_fields: 'row_kind_flexible_asset_fields',
  passwords: 'row_kind_passwords',
  related_items: 'row_kind_related_items',
  users: 'row_kind_users',
  groups: 'row_kind_groups',
} as const satisfies Record<RowKind, MessageKey>;
