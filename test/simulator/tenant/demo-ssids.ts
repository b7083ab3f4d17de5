import type { DattoNetwork } from '../datto/state';
import type { TenantBuilder } from './builder';
import type { DEMO } from './demo-ids';

/** 63 characters, the longest a pre-shared key may be, with spaces at both ends, quotes and a backslash. */
export const longestKey = ` it's "quoted" \\ and has  two spaces, <tags> & 63 characters!! `;

/** The SSIDs of `DEMO.ssids`, an ordinary one for most other networks, none for the empty one. */
export function addSsids(
  builder: TenantBuilder,
  networks: Record<keyof typeof DEMO.networks, DattoNetwork>,
): void {
  const { northwind, harborMain, harborSecond, mueller, html, rightToLeft } = networks;
  builder.ssid(northwind, {
    ssid_num: 1,
    ssid_name: 'NW Staff',
    wifi_name: 'Northwind',
    wpa_password: longestKey,
  });
  builder.ssid(northwind, {
    ssid_num: 2,
    ssid_name: 'Guests 🌊📶',
    wifi_auth_type: 'wpa-mixed-psk',
    wpa_password: 'guest-of-northwind-1',
  });
  builder.ssid(northwind, {
    ssid_num: 3,
    ssid_name: '  leading spaces',
    wifi_auth_type: 'sae',
    wpa_password: ' key with a leading space',
  });
  builder.ssid(northwind, {
    ssid_num: 4,
    ssid_name: 'Old scanners',
    wifi_auth_type: 'sae-mixed',
    enable: false,
  });

  const keyless = { wpa_password: '' };
  builder.ssid(harborMain, {
    ...keyless,
    ssid_num: 1,
    ssid_name: 'Waiting Room',
    wifi_auth_type: 'open',
  });
  builder.ssid(harborMain, {
    ...keyless,
    ssid_num: 2,
    ssid_name: 'Harbor Corp',
    wifi_auth_type: 'wpa-2only-e',
  });
  builder.ssid(harborMain, {
    ...keyless,
    ssid_num: 3,
    ssid_name: 'Harbor Legacy',
    wifi_auth_type: 'wpa-mixed-e',
  });
  // A type that is not documented, with a key: not known to be a pre-shared one.
  builder.ssid(harborMain, {
    ssid_num: 4,
    ssid_name: 'Harbor Next',
    wifi_auth_type: 'owe-transition',
  });

  builder.ssid(harborSecond, { ssid_num: 1, ssid_name: 'Harbor Staff' });
  builder.ssid(harborSecond, {
    ssid_num: 3,
    ssid_name: 'Harbor Staff',
    wifi_auth_type: 'sae-mixed',
  });

  builder.ssid(mueller, { ssid_num: 1, ssid_name: `Müller's "Büro" & Lager 2. OG` });
  builder.ssid(mueller, { ssid_num: 2, ssid_name: 'Gäste', wifi_auth_type: 'wpa-mixed-psk' });
  builder.ssid(html, { ssid_num: 1, ssid_name: '<i>Café</i>', wifi_auth_type: 'sae-mixed' });
  builder.ssid(rightToLeft, { ssid_num: 1, ssid_name: 'شبكة المكتبة', wifi_auth_type: 'sae' });

  const special = [northwind, harborMain, harborSecond, mueller, html, rightToLeft, networks.empty];
  for (const network of Object.values(networks).filter((one) => !special.includes(one))) {
    builder.ssid(network, { ssid_num: 1 });
    if (network.id % 2 === 0)
      builder.ssid(network, { ...keyless, ssid_num: 2, wifi_auth_type: 'open' });
  }
}
