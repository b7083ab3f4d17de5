import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyJson } from '@/lib/wire/any-json.fixture';
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
      oddFields: [],
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
      { id: '1', fields: [{ field: 'general.wpa_password', expected: 'string' }] },
      { id: '9', fields: [{ field: '', expected: null }] },
    ]);
  });

  it.each([[{}], [[]], [null], [undefined]])('has no SSIDs where there are %j', (ssids) => {
    expect(read(ssids)).toEqual({ rows: [], skipped: [], oddFields: [], location: 'hmmm' });
  });
});

describe('an SSID of odd types', () => {
  const general = settingsJson.ssids['1'].general;
  const read = (values: Record<string, unknown>, network: unknown = settingsJson.network) =>
    readSettings(
      from({
        network,
        ssids: {
          1: {
            general: { ...general, wifi_auth_type: 'sae', wpa_password: 'secret key', ...values },
          },
        },
      }),
      site,
    );

  it.each<[string, unknown, object]>([
    ['enable', 1, { enabled: true }],
    ['enable', '0', { enabled: false }],
    ['wifi_name', 12, { wifiName: '12' }],
    ['ssid_name', [], { name: general.wifi_name }],
    ['ssid_name', false, { name: general.wifi_name }],
  ])('is read where the meaning is plain: %s %j', (field, value, ssid) => {
    const { rows, skipped } = read({ [field]: value });
    expect(skipped).toEqual([]);
    expect(rows).toMatchObject([{ preSharedKey: 'secret key', ...ssid }]);
  });

  it.each<[string, unknown]>([
    ['wpa_password', 123456789],
    ['wpa_password', []],
    ['wpa_password', { secret: 'value' }],
    ['wifi_auth_type', 1],
    ['wifi_auth_type', []],
    ['enable', 'perhaps'],
    ['wifi_name', []],
  ])(
    'is left out, not taken for gone or open, where what decides cannot be read: %s %j',
    (field, value) => {
      const { rows, skipped } = read({ [field]: value });
      expect(rows).toEqual([]);
      expect(skipped).toMatchObject([
        { id: '1', fields: [{ field: expect.stringContaining(field) as string }] },
      ]);
      expect(JSON.stringify(skipped)).not.toContain('123456789');
    },
  );

  it('needs no key where it has none to use', () => {
    const { rows } = read({ wifi_auth_type: 'open', wpa_password: [] });
    expect(rows).toMatchObject([{ preSharedKey: null }]);
  });

  it.each([[[]], [{}], [null]])('was never made where it is %j', (none) => {
    expect(readSettings(from({ ...settingsJson, ssids: { 2: none } }), site)).toMatchObject({
      rows: [],
      skipped: [],
    });
  });

  it('is read whatever the network itself holds', () => {
    fc.assert(
      fc.property(anyJson, (network) => {
        expect(read({}, network).rows).toHaveLength(1);
        expect(read({}, { general: network }).rows).toHaveLength(1);
        expect(read({}, { general: { location: network } }).rows).toHaveLength(1);
      }),
    );
  });
});
