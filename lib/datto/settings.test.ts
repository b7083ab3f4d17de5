import { describe, expect, it } from 'vitest';
import { readSettings } from './answers';
import settingsJson from './examples/network-settings.json';
import { from, site } from './answers.fixture';

describe('settings', () => {
  const ssid = (general: object) => ({
    advanced: { wpa_e_server_secret: 'radius secret' },
    general: {
      ssid_num: 1,
      ssid_name: 'Staff',
      wifi_name: 'Staff',
      enable: true,
      wifi_auth_type: 'wpa-2only-psk',
      wpa_password: 'correct horse',
      ...general,
    },
  });
  const read = (ssids: unknown) => readSettings(from({ ...settingsJson, ssids }), site);

  it("reads the vendor's example and keeps none of its secrets", () => {
    const result = readSettings(from(settingsJson), site);
    expect(result).toEqual({
      rows: [
        {
          networkId: '135587',
          number: 1,
          name: 'ssid1',
          wifiName: 'ssid1',
          enabled: true,
          authType: 'open',
          preSharedKey: null,
        },
      ],
      skipped: [],
      location: 'hmmm',
    });
  });

  it('keeps names and keys exactly', () => {
    const wifi_name = '  "Gäste" 📶 ';
    const wpa_password = ` '"<b>\\ ${'x'.repeat(50)} `;
    const { rows } = read({ 3: ssid({ wifi_name, ssid_name: wifi_name, wpa_password }) });
    expect(rows).toMatchObject([
      { number: 3, name: wifi_name, wifiName: wifi_name, preSharedKey: wpa_password },
    ]);
  });

  it.each([
    ['wpa-2only-psk', 'correct horse', 'correct horse'],
    ['sae-mixed', 'correct horse', 'correct horse'],
    ['sae', '', null],
    ['open', 'correct horse', null],
    ['wpa-2only-e', 'correct horse', null],
    ['wpa-9-psk', 'correct horse', null],
  ])('of type %s with the password %j has the key %j', (wifi_auth_type, wpa_password, key) => {
    const { rows } = read({ 1: ssid({ wifi_auth_type, wpa_password }) });
    expect(rows).toMatchObject([{ authType: wifi_auth_type, preSharedKey: key }]);
  });

  it('reports an SSID that does not parse without any of its values', () => {
    const { rows, skipped } = read({
      1: ssid({ wpa_password: 123456789 }),
      2: ssid({}),
      9: ssid({}),
      4: null,
    });
    expect(rows.map(({ number }) => number)).toEqual([2]);
    expect(skipped).toEqual([
      { id: '1', reason: 'general.wpa_password: expected string' },
      { id: '9', reason: 'not valid' },
    ]);
  });

  it.each([[{}], [[]], [null], [undefined]])('has no SSIDs where there are %j', (ssids) => {
    expect(read(ssids)).toEqual({ rows: [], skipped: [], location: 'hmmm' });
  });
});
