import { t, type MessageKey } from '@/lib/i18n';

/** The authentication types of the API, as people know them. Source: `wifi_auth_type` in the vendor's reference. */
const securities: Readonly<Record<string, MessageKey>> = {
  open: 'sheet_security_open',
  'wpa-2only-psk': 'sheet_security_wpa2',
  'wpa-mixed-psk': 'sheet_security_wpa_mixed',
  sae: 'sheet_security_wpa3',
  'sae-mixed': 'sheet_security_wpa3_mixed',
  'wpa-2only-e': 'sheet_security_wpa2_enterprise',
  'wpa-mixed-e': 'sheet_security_wpa_mixed_enterprise',
};

/** How a Wi-Fi network is secured, in words; an unknown type as the API has it. */
export function securityText(authType: string): string {
  const key = securities[authType];
  return key ? t(key) : authType;
}

/** What ends on a date. */
export const ends = {
  sale: 'panel_end_of_sale',
  life: 'panel_end_of_life',
  subscription: 'panel_subscription_end',
} as const satisfies Record<string, MessageKey>;

/** The tables of the sheet. */
export const tableTitles = {
  networks: 'sheet_table_networks',
  devices: 'sheet_table_devices',
  firmware: 'sheet_table_firmware',
  ends: 'sheet_table_ends',
  unmatched: 'sheet_table_unmatched',
  wifi: 'sheet_table_wifi',
  tree: 'sheet_table_tree',
} as const satisfies Record<string, MessageKey>;

/** What a table says where it has no row. */
export const emptyTables = {
  networks: 'sheet_empty_networks',
  devices: 'sheet_empty_devices',
  firmware: 'sheet_empty_firmware',
  ends: 'sheet_empty_ends',
  unmatched: 'sheet_empty_unmatched',
  wifi: 'sheet_empty_wifi',
  tree: 'sheet_empty_tree',
} as const satisfies Record<keyof typeof tableTitles, MessageKey>;
