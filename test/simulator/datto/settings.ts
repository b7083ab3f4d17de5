import type { DattoNetwork } from './state';

/**
 * A network's settings in the vendor's complete shape, with the secrets beside the SSIDs' keys that a client must
 * not keep. Shape: cloudtrax/docs, api/code/json/network_settings_example.json.
 */
export function networkSettings(network: DattoNetwork): Record<string, unknown> {
  return {
    network: {
      advanced: {
        cloud_ap_host: 'api.cloudtrax.com',
        custom_script_url: '',
        dns_domain_name: 'cloudtrax.local',
        dns_server_addresses: [],
        disable_accounting: true,
        disable_matching: false,
        enable_mesh_encryption: false,
        enable_share_voucher: false,
        node_root_password: network.nodeRootPassword,
        wired_bridge_ssid: 1,
        wireless_bridge_ssid: 1,
      },
      firmware_upgrade: { disable: false, firmware_release: 'stable' },
      general: {
        disable_internet_check: false,
        disable_public_access: false,
        display_name: network.general.display_name,
        enable_12h_display: false,
        enable_alerts: false,
        location: network.general.location,
        network_name: network.name,
        notes: network.general.notes,
        notification_email_addresses: '',
        timezone: network.general.timezone,
      },
      maintenance: {
        days: ['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa'],
        duration: '24:00:00',
        start: '00:00:00',
      },
      paypal: {
        download_limit: 5000,
        max_user_count: 3,
        pdt_key: 'pdt-key-of-the-network',
        upload_limit: 2500,
      },
      presence: { enable: false, secret: 'presence-secret', uploads_per_checkin: 5, url: '' },
      radio: {
        autorf_scan_hour: 4,
        channel: { '2_4GHz': 5, '5GHz': 44 },
        country_code: 'US',
        enable_autorf: false,
        ht_mode: { '2_4GHz': 'HT20', '5GHz': 'HT20' },
        tx_power: 26,
      },
    },
    ssids: Object.fromEntries(
      Object.entries(network.ssids).map(([number, general]) => [
        number,
        {
          advanced: {
            dns_server_addresses: [],
            enable_ap_isolation: true,
            enable_band_steering: true,
            enable_lan_block: true,
            login_attempt_timeout: 1800,
            login_attempts: 3,
            smtp_redirect_server_address: '',
            vlan_tag: -1,
            wifi_whitelist: [],
            wpa_e_server_address: general.wifi_auth_type.endsWith('-e') ? '10.0.0.5' : '',
            wpa_e_server_port: 1812,
            wpa_e_server_secret: general.wifi_auth_type.endsWith('-e') ? 'radius-secret' : '',
          },
          captive_portal: {},
          general,
        },
      ]),
    ),
  };
}
