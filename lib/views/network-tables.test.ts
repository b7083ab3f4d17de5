import { expect, it } from 'vitest';
import { deviceKey } from '@/lib/model/device';
import { networkId, organizationId } from '@/lib/model/ids';
import { csvText } from './csv';
import type { NetworkSheetView, SheetDevice } from './network-sheet';
import { sheetTables, type SheetTable } from './network-tables';

const now = Date.parse('2026-03-05T12:00:00Z');
const device = (id: number, more: Partial<SheetDevice> = {}): SheetDevice => ({
  key: deviceKey('switch', String(id)),
  kind: 'switch',
  name: `Switch ${id}`,
  networkId: networkId(1),
  status: 'up',
  model: 'E24',
  firmware: '7.0.4',
  newerFirmware: null,
  ip: null,
  mac: null,
  serialNumber: null,
  lifecycle: null,
  subscription: null,
  readAt: '2026-03-05T09:00:00Z',
  state: 'matched',
  configuration: null,
  ...more,
});
const network = (id: number) => ({
  id: networkId(id),
  name: `Network ${id}`,
  readAt: '2026-03-05T09:00:00Z',
  problem: null,
});
const view = (devices: readonly SheetDevice[], networks = [network(1)]): NetworkSheetView => ({
  organization: { id: organizationId(2), name: 'Acme' },
  networks,
  devices,
  wifi: [],
  autoCreate: true,
  trees: [],
});
const table = (id: SheetTable['id'], of: NetworkSheetView) =>
  sheetTables(of, now).find((each) => each.id === id)!;
const texts = (id: SheetTable['id'], of: NetworkSheetView) =>
  table(id, of).rows.map(({ cells }) => cells.map(({ text }) => text).join(' | '));

it('puts what ends in the order of the dates, and says what is past or near', () => {
  const devices = [
    device(1, {
      lifecycle: { endOfSale: '2026-04-01T00:00:00Z', endOfLife: '2030-01-01T00:00:00Z' },
    }),
    device(2, {
      subscription: { isActive: true, endDate: '2026-01-01T00:00:00Z', isEvergreen: false },
    }),
    device(3, {
      subscription: { isActive: true, endDate: '2026-03-06T00:00:00Z', isEvergreen: true },
    }),
    device(4, { lifecycle: 'ambiguous' }),
    device(5, { lifecycle: { endOfSale: 'soon', endOfLife: null } }),
  ];
  expect(texts('ends', view(devices))).toEqual([
    'Switch 2 | E24 | Subscription End | Jan 1, 2026 | past',
    'Switch 1 | E24 | End of Sale | Apr 1, 2026 | in 27 days',
    'Switch 1 | E24 | End of Life | Jan 1, 2030 | —',
  ]);
});

it('counts each network’s devices, up, down and neither', () => {
  const devices = [
    device(1),
    device(2, { status: 'down' }),
    device(3, { status: 'spare' }),
    device(4, { networkId: networkId(9), status: 'down' }),
  ];
  const [row] = table('networks', view(devices)).rows;
  expect(row?.cells.map(({ text }) => text).slice(0, 8)).toEqual([
    'Network 1',
    '0',
    '3',
    '0',
    '0',
    '1',
    '1',
    '1',
  ]);
});

it('lists as not documented what is neither matched nor ignored', () => {
  const states = (['matched', 'ignored', 'unmatched'] as const).map((state, at) =>
    device(at, { state }),
  );
  expect(table('unmatched', view(states)).rows.map(({ key }) => key)).toEqual(['switch:2']);
});

it('names the network of a row only where there are several', () => {
  expect(table('devices', view([device(1)])).columns).not.toContain('Network');
  const several = table('devices', view([device(1)], [network(1), network(2)]));
  expect(several.columns[2]).toBe('Network');
  expect(several.rows[0]?.cells[2]?.text).toBe('Network 1');
});

it('has a cell for each column in every table', () => {
  const devices = [device(1, { state: 'unmatched', newerFirmware: '7.1' })];
  for (const networks of [[network(1)], [network(1), network(2)]])
    for (const { columns, rows } of sheetTables(view(devices, networks), now))
      for (const { cells } of rows) expect(cells).toHaveLength(columns.length);
});

it('is saved without a formula, whatever a device is called', () => {
  const { columns, rows } = table('devices', view([device(1, { name: '=HYPERLINK("//evil")' })]));
  const csv = csvText(
    columns,
    rows.map(({ cells }) => cells.map(({ text }) => text)),
  );
  expect(csv.split('\r\n')[1]).toMatch(/^"?'=HYPERLINK/);
});
