import { t } from '@/lib/i18n';
import { dateText, exactTime } from '@/lib/i18n/time';
import { deviceKinds, type DeviceStatus } from '@/lib/model/device';
import type { NetworkId } from '@/lib/model/ids';
import { formatMac } from '@/lib/model/mac';
import { portText } from '@/lib/words/connections';
import { kindWords } from '@/lib/words/kinds';
import { ends, securityText, type tableTitles } from '@/lib/words/network-sheet';
import { deviceStatus } from '@/lib/words/device-statuses';
import { problemText } from '@/lib/words/problems';
import type { NetworkSheetView, SheetDevice } from './network-sheet';
import { treeRows, type TreeNode } from './network-tree';
import { endNote } from './panel-fields';

/** A value in a table: its words, and what else is shown of it. */
export interface SheetCell {
  readonly text: string;
  /** The page in the portal that it leads to. */
  readonly url?: string | undefined;
  readonly status?: DeviceStatus;
  /** An address, which is not broken. */
  readonly code?: boolean;
  /** It asks for attention. */
  readonly warns?: boolean;
  /** How far it is indented, from 0. */
  readonly level?: number;
}

/** A table of the sheet, on the page and as CSV. Its first cell names the row. */
export interface SheetTable {
  readonly id: keyof typeof tableTitles;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly SheetCell[] }[];
}

const absent = '—';
const cell = (text: string | number | null | undefined): SheetCell => ({
  text: text === null || text === undefined || text === '' ? absent : String(text),
});
/** An address: not broken in its place. */
const code = (text: string | null): SheetCell => ({ ...cell(text), code: true });
const warning = (text: string): SheetCell => ({ text, warns: true });
const statusCell = (status: DeviceStatus): SheetCell => ({
  text: deviceStatus(status).text,
  status,
});

/** Every table of the sheet, in the order in which they are read. `now`: milliseconds. */
export function sheetTables(view: NetworkSheetView, now: number): readonly SheetTable[] {
  return [
    networksTable(view),
    devicesTable(view),
    firmwareTable(view),
    endsTable(view, now),
    unmatchedTable(view),
    wifiTable(view),
    treeTable(view),
  ];
}

function networksTable({ networks, devices }: NetworkSheetView): SheetTable {
  return {
    id: 'networks',
    columns: [
      t('sheet_network'),
      ...deviceKinds.map((kind) => t(kindWords[kind].many)),
      t('sheet_up'),
      t('sheet_down'),
      t('sheet_other'),
      t('sheet_read'),
    ],
    rows: networks.map(({ id, name, readAt, problem }) => {
      const own = devices.filter(({ networkId }) => networkId === id);
      const { up, down, others } = countStatuses(own);
      const read = readAt === null ? absent : exactTime(readAt);
      return {
        key: id,
        cells: [
          cell(name),
          ...deviceKinds.map((of) => cell(own.filter(({ kind }) => kind === of).length)),
          cell(up),
          down > 0 ? warning(String(down)) : cell(down),
          cell(others),
          problem ? warning(t('sheet_read_failed', [read, problemText(problem)])) : cell(read),
        ],
      };
    }),
  };
}

function devicesTable({ devices, networks }: NetworkSheetView): SheetTable {
  const { column, cellOf } = networkColumn(networks);
  return {
    id: 'devices',
    columns: [
      t('panel_name'),
      t('sheet_kind'),
      ...column,
      t('panel_status'),
      t('panel_model'),
      t('panel_firmware'),
      t('panel_ip'),
      t('panel_mac'),
      t('panel_serial_number'),
      t('sheet_documented_as'),
    ],
    rows: devices.map((device) => ({
      key: device.key,
      cells: [
        cell(device.name),
        cell(t(kindWords[device.kind].name)),
        ...cellOf(device.networkId),
        statusCell(device.status),
        cell(device.model),
        cell(device.firmware),
        code(device.ip),
        code(device.mac && formatMac(device.mac)),
        cell(device.serialNumber),
        device.configuration
          ? { text: device.configuration.name, url: device.configuration.url }
          : cell(device.state === 'ignored' ? t('sheet_ignored') : null),
      ],
    })),
  };
}

function firmwareTable({ devices }: NetworkSheetView): SheetTable {
  return {
    id: 'firmware',
    columns: [t('panel_name'), t('panel_model'), t('panel_firmware'), t('sheet_newest')],
    rows: devices
      .filter(({ newerFirmware }) => newerFirmware !== null)
      .map(({ key, name, model, firmware, newerFirmware }) => ({
        key,
        cells: [cell(name), cell(model), warning(firmware ?? absent), cell(newerFirmware)],
      })),
  };
}

/** Dates on which something ends, the nearest first. */
function endsTable({ devices }: NetworkSheetView, now: number): SheetTable {
  const rows = devices.flatMap((device) => {
    const { lifecycle } = device;
    const dates = [
      ...(lifecycle && lifecycle !== 'ambiguous'
        ? ([
            ['sale', lifecycle.endOfSale],
            ['life', lifecycle.endOfLife],
          ] as const)
        : []),
      ['subscription', subscriptionEnd(device)] as const,
    ];
    return dates.flatMap(([what, at]) =>
      at !== null && !Number.isNaN(Date.parse(at)) ? [{ device, what, at }] : [],
    );
  });
  return {
    id: 'ends',
    columns: [
      t('panel_name'),
      t('panel_model'),
      t('sheet_what_ends'),
      t('sheet_date'),
      t('sheet_note'),
    ],
    rows: rows
      .sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
      .map(({ device, what, at }) => {
        const note = endNote(at, now);
        return {
          key: `${device.key} ${what}`,
          cells: [
            cell(device.name),
            cell(device.model),
            cell(t(ends[what])),
            cell(dateText(at)),
            note === null ? cell(null) : warning(note),
          ],
        };
      }),
  };
}

/** One that renews itself does not end on its date, which is only the present term's. */
function subscriptionEnd({ subscription }: SheetDevice): string | null {
  if (!subscription || (subscription.isEvergreen && subscription.isActive !== false)) return null;
  return subscription.endDate;
}

function unmatchedTable({ devices, networks }: NetworkSheetView): SheetTable {
  const { column, cellOf } = networkColumn(networks);
  return {
    id: 'unmatched',
    columns: [
      t('panel_name'),
      t('sheet_kind'),
      ...column,
      t('panel_model'),
      t('panel_mac'),
      t('panel_serial_number'),
    ],
    rows: devices
      .filter(({ state }) => state === 'unmatched')
      .map(({ key, name, kind, networkId, model, mac, serialNumber }) => ({
        key,
        cells: [
          cell(name),
          cell(t(kindWords[kind].name)),
          ...cellOf(networkId),
          cell(model),
          code(mac && formatMac(mac)),
          cell(serialNumber),
        ],
      })),
  };
}

function wifiTable({ wifi, networks }: NetworkSheetView): SheetTable {
  const { column, cellOf } = networkColumn(networks);
  return {
    id: 'wifi',
    columns: [
      t('sheet_wifi_name'),
      ...column,
      t('sheet_security'),
      t('sheet_switched'),
      t('sheet_documented'),
    ],
    rows: wifi.map(({ networkId, number, name, facts, documented }) => ({
      key: `${networkId}/${number}`,
      cells: [
        cell(name),
        ...cellOf(networkId),
        facts?.authType === 'open'
          ? warning(securityText(facts.authType))
          : cell(facts && securityText(facts.authType)),
        cell(facts && t(facts.enabled ? 'sheet_on' : 'sheet_off')),
        cell(t(documented ? 'sheet_yes' : 'sheet_no')),
      ],
    })),
  };
}

function treeTable({ trees, networks }: NetworkSheetView): SheetTable {
  const { column, cellOf } = networkColumn(networks);
  return {
    id: 'tree',
    columns: [
      t('panel_name'),
      ...column,
      t('sheet_level'),
      t('sheet_hangs_on'),
      t('sheet_by'),
      t('panel_status'),
    ],
    rows: trees.flatMap(({ networkId, roots }) =>
      treeRows(roots).map(({ node, level, above }) => ({
        key: `${networkId} ${node.key}`,
        cells: [
          { text: node.name, level: level - 1, url: node.link?.url },
          ...cellOf(networkId),
          cell(level),
          cell(above?.name),
          cell(viaText(node)),
          node.status ? statusCell(node.status) : cell(null),
        ],
      })),
    ),
  };
}

/** `port 12 · 1 Gbit/s`, `SSID Staff`: by what it hangs on what is above it; `null` where that is not known. */
export function viaText({ via }: TreeNode): string | null {
  if (via === null) return null;
  if (via.kind === 'port') return portText(via.port);
  return via.ssid === null ? t('sheet_wireless') : t('connections_ssid', [via.ssid]);
}

/** How many are up, down, and neither. */
export function countStatuses(devices: readonly Pick<SheetDevice, 'status'>[]) {
  const of = (wanted: DeviceStatus) => devices.filter(({ status }) => status === wanted).length;
  const [up, down] = [of('up'), of('down')];
  return { up, down, others: devices.length - up - down };
}

/** The column that says of which network a row is: none where there is but one. */
function networkColumn(networks: NetworkSheetView['networks']) {
  const names = new Map(networks.map(({ id, name }) => [id, name]));
  const several = networks.length > 1;
  return {
    column: several ? [t('sheet_network')] : [],
    cellOf: (id: NetworkId) => (several ? [cell(names.get(id) ?? id)] : []),
  };
}
