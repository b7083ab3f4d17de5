import type { PortUse } from '@/lib/connections/port-map';
import type { Mac } from '@/lib/model/mac';
import type { SwitchPort } from '@/lib/model/switch-port';
import type { DeviceLink } from './connections';

/** The front of a switch as it was last read. */
export interface PortsView {
  /** ISO 8601. */
  readonly readAt: string;
  /** In the order of the front, link aggregates last. */
  readonly ports: readonly PortView[];
}

export interface PortView {
  readonly port: Omit<SwitchPort, 'macs'>;
  readonly use: PortUse;
  readonly plugged: readonly PluggedView[];
  /** How many more MACs are behind what is plugged in, or not listed since they are too many. */
  readonly behind: number;
}

/** Something that hangs on a port. */
export interface PluggedView {
  readonly mac: Mac;
  /** The configuration or the device that has the MAC; `null` where nothing documents it. */
  readonly known: DeviceLink | null;
  /** Why a MAC that nothing documents names no device of its own. */
  readonly vague: 'private' | 'several' | null;
}

/** What would be written of a new configuration for what was found. */
export interface FoundPreview {
  readonly organizationName: string;
  /** Of the tenant, by name. */
  readonly types: readonly { readonly id: string; readonly name: string }[];
  /** IT Glue's manufacturer of the maker's name; `null` where it has none, and none is made. */
  readonly manufacturer: { readonly id: string; readonly name: string } | null;
}

/** By what ports are looked for. */
export const portFilters = ['free', 'poe', 'unknown'] as const;
export type PortFilter = (typeof portFilters)[number];

/** Something could be plugged in there now. */
const isFree = ({ port, use, plugged }: PortView): boolean =>
  use === 'port' && port.enabled !== false && port.up === false && plugged.length === 0;

/** Something hangs there that nothing documents. */
export const isUnknown = ({ known, vague }: PluggedView): boolean =>
  known === null && vague === null;

/** Something that nothing documents hangs there. */
export const isUnknownPort = ({ use, plugged }: PortView): boolean =>
  use === 'port' && plugged.some(isUnknown);

const filters: Readonly<Record<PortFilter, (view: PortView) => boolean>> = {
  free: isFree,
  // Whether it gives power now is seen on it; a free one that could is what is looked for.
  poe: ({ port }) => port.poe !== null && port.poe.enabled !== false,
  unknown: isUnknownPort,
};

/** Whether it is what is looked for, by all the filters that are chosen. */
export const isWanted = (view: PortView, chosen: ReadonlySet<PortFilter>): boolean =>
  [...chosen].every((filter) => filters[filter](view));

/** Two ports above each other; `null` where there is none. */
type Column<View> = readonly [View | null, View | null];

/** The front: odd numbers above even ones, as on the switch, and link aggregates behind them. */
export function frontOf<View extends PortView>(ports: readonly View[]): readonly Column<View>[] {
  const columns = new Map<string, [View | null, View | null]>();
  let aggregates = 0;
  for (const each of ports) {
    const number = /^\d+$/.test(each.port.id) ? Number(each.port.id) - 1 : null;
    const at = number ?? aggregates++;
    const key = `${number === null ? 'aggregate' : 'port'} ${Math.floor(at / 2)}`;
    const column = columns.get(key) ?? [null, null];
    column[at % 2 === 0 ? 0 : 1] = each;
    columns.set(key, column);
  }
  return [...columns.values()];
}

/**
 * The port that an arrow key leads to from one, or Home and End.
 * @param wanted ids of those that can be come to
 * @returns its id; `null` where the key leads nowhere
 */
export function portBeside(
  key: string,
  columns: ReturnType<typeof frontOf>,
  wanted: ReadonlySet<string>,
  from: string,
): string | null {
  const at = columns.findIndex((column) => column.some((each) => each?.port.id === from));
  const row = columns[at]?.[1]?.port.id === from ? 1 : 0;
  const id = (view: PortView | null | undefined) =>
    view && wanted.has(view.port.id) ? view.port.id : null;
  /** In the same row where one is there, else in the other. */
  const first = (among: typeof columns) =>
    among.map((column) => id(column[row]) ?? id(column[1 - row])).find((each) => each !== null) ??
    null;
  switch (key) {
    case 'ArrowRight':
      return first(columns.slice(at + 1));
    case 'ArrowLeft':
      return first(columns.slice(0, Math.max(0, at)).reverse());
    case 'ArrowDown':
      return row === 0 ? id(columns[at]?.[1]) : null;
    case 'ArrowUp':
      return row === 1 ? id(columns[at]?.[0]) : null;
    case 'Home':
      return first(columns);
    case 'End':
      return first([...columns].reverse());
    default:
      return null;
  }
}
