import * as z from 'zod/mini';
import type { Channel, LteSignal, Neighbor } from '@/lib/model/radio';
import { figure, words } from './history';

/** More than an access point hears well. */
const maxNeighbors = 32;

/** By band, e.g. `2_4GHz`. */
const byBand = z.nullish(z.record(z.string(), z.unknown()));
/** A node's radios and what they hear. Source: `api/node_management.md` of `cloudtrax/docs`. */
export const radioFields = {
  channels: byBand,
  ht_modes: byBand,
  neighbors: z.nullish(z.array(z.unknown())),
};
const neighbor = z.object({ nid: words, rssi: byBand });

/** `2.4 GHz` of `2_4GHz`. */
const bandName = (key: string): string =>
  key.replace('_', '.').replace(/(\d)\s*(GHz)$/i, '$1\u00a0GHz');

type ByBand = z.output<typeof byBand>;

/** Each band with its figure; 0 is that of a radio that is off. */
const figures = (values: ByBand): [band: string, value: number][] =>
  Object.entries(values ?? {}).flatMap(([band, value]) => {
    const read = figure.parse(value);
    return read === null || read === 0 ? [] : [[band, read]];
  });

export const toChannels = (channels: ByBand, modes: ByBand): Channel[] =>
  figures(channels).map(([band, number]) => {
    const width = words.parse(modes?.[band]);
    return { band: bandName(band), number, width: width === '?' ? null : width };
  });

export function toNeighbors(rows: readonly unknown[] | null | undefined): Neighbor[] {
  return (rows ?? []).slice(0, maxNeighbors).flatMap((row): Neighbor[] => {
    const read = neighbor.safeParse(row);
    if (!read.success || read.data.nid === null) return [];
    const signals = figures(read.data.rssi).map(([band, dbm]) => ({ band: bandName(band), dbm }));
    return [{ id: read.data.nid, signals }];
  });
}

/** A figure that stands in the words themselves, e.g. `connected (RSRP -95 dBm)`. */
const inWords = /\b(RSRP|RSSI)\b\D{0,3}(-\d{2,3}(?:\.\d+)?)\s*dBm\b/i;

/** How well a modem hears, where that is told: by a field of its own, else by the words of its status. */
export function toLteSignal(
  rsrp: number | null,
  rssi: number | null,
  status: string | null,
): LteSignal | null {
  if (rsrp !== null && rsrp < 0) return { measure: 'RSRP', dbm: rsrp };
  if (rssi !== null && rssi < 0) return { measure: 'RSSI', dbm: rssi };
  const [, measure, dbm] = inWords.exec(status ?? '') ?? [];
  if (measure === undefined) return null;
  return { measure: measure.toUpperCase() === 'RSRP' ? 'RSRP' : 'RSSI', dbm: Number(dbm) };
}
