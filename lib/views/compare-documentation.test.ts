import { describe, expect, it } from 'vitest';
import type { Configuration } from '@/lib/model/configuration';
import type { Device } from '@/lib/model/device';
import type { FieldKey } from './panel-fields';
import { accessPoint, fieldOf, ip, mac } from './panel-fields.fixture';

describe("the configuration's own values", () => {
  it.each<[FieldKey, Partial<Configuration>]>([
    ['name', { name: '  ＬＯＢＢＹ ' }],
    ['mac', { macAddress: 'ac86.7433.7ac0', macs: [mac('ac8674337ac0')] }],
    ['ip', { primaryIp: '192.168.4.20/24', ips: [ip('192.168.4.20')] }],
    ['model', { modelName: 'Datto A42' }],
    ['model', { modelName: 'ACME a-42', manufacturerName: 'Acme' }],
    ['serial-number', { serialNumber: 'a42 0042' }],
    ['serial-number', { serialNumber: null }],
  ])('%s: one in another spelling, or none, is not shown: %j', (key, own) => {
    expect(fieldOf(key, accessPoint, own)).toMatchObject({ documented: null, tone: null });
  });

  it.each<[FieldKey, Partial<Configuration>, string]>([
    ['name', { name: 'Lobby 2' }, 'Lobby 2'],
    ['mac', { macAddress: 'ac86.7433.7ac1', macs: [mac('ac8674337ac1')] }, 'AC:86:74:33:7A:C1'],
    ['mac', { macAddress: '18-5E-0F-ED-99-9J', macs: [] }, '18-5E-0F-ED-99-9J'],
    ['ip', { primaryIp: '192.168.4.21', ips: [ip('192.168.4.21')] }, '192.168.4.21'],
    ['ip', { primaryIp: 'DHCP', ips: [] }, 'DHCP'],
    ['model', { modelName: 'A62' }, 'A62'],
    ['serial-number', { serialNumber: 'A42-0043' }, 'A42-0043'],
  ])('%s: one that contradicts is shown and marked: %j', (key, own, text) => {
    expect(fieldOf(key, accessPoint, own)).toMatchObject({
      documented: { text, differs: true },
      tone: 'warning',
    });
  });

  const reported = {
    macs: [mac('ac8674337ac1')],
    ips: [ip('10.0.0.7')],
    serialNumber: 'R-77',
    hostname: null,
  };
  it.each<[FieldKey, Partial<Configuration>, string]>([
    ['mac', { macAddress: 'ac86.7433.7ac0', macs: [mac('ac8674337ac0')] }, 'AC:86:74:33:7A:C1'],
    ['mac', { macAddress: null }, 'AC:86:74:33:7A:C1'],
    ['ip', { primaryIp: '192.168.4.20' }, '10.0.0.7'],
    ['serial-number', { serialNumber: 'A42-0042' }, 'R-77'],
  ])('%s: what an RMM reports is compared, as the page shows it: %j', (key, own, text) => {
    expect(fieldOf(key, accessPoint, { ...own, rmm: reported })).toMatchObject({
      documented: { text },
    });
  });

  it.each<[FieldKey, Device, Partial<Configuration>, string]>([
    [
      'mac',
      accessPoint,
      { macAddress: 'ac8674337ac1', macs: [mac('ac8674337ac1'), mac('ac8674337ac0')] },
      'AC:86:74:33:7A:C1',
    ],
    ['ip', accessPoint, { primaryIp: '10.239.1.2', ips: [ip('10.239.1.2')] }, '10.239.1.2'],
    [
      'ip',
      accessPoint,
      { primaryIp: '10.0.0.9', ips: [ip('10.0.0.9'), ip('192.168.4.20')] },
      '10.0.0.9',
    ],
    ['serial-number', { ...accessPoint, serialNumber: null }, { serialNumber: 'X1' }, 'X1'],
    ['name', { ...accessPoint, name: null }, { name: 'Lobby' }, 'Lobby'],
  ])('%s: one that only says more is shown without a mark', (key, device, own, text) => {
    expect(fieldOf(key, device, own).documented).toEqual({ text, differs: false });
  });

  it.each([{ statusName: 'Active' }, { statusName: 'Inactive' }, { archived: true }])(
    'are not compared with whether Datto reaches the device: %j',
    (own) => {
      for (const status of ['up', 'down'] as const)
        expect(fieldOf('status', { ...accessPoint, status }, own).documented).toBeNull();
    },
  );
});
