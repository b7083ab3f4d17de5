import * as z from 'zod/mini';
import { parseMac } from '@/lib/model/mac';
import type { NetworkClient } from '@/lib/model/sighting';
import type { OddFields } from '@/lib/wire/odd-fields';
import { list } from '@/lib/wire/shapes';
import { date, number, text } from './fields';

/** `GET /history/network/<id>/clients`: objects keyed by MAC, in a list. Source: `api/history.md` of `cloudtrax/docs`. */
export const clientList = z.object({ clients: list });

const wireClient = z.object({
  mac: text,
  link: text,
  last_node: text,
  last_seen: date,
  traffic: z.nullish(z.record(z.string(), z.unknown())),
});
const wireTraffic = z.object({ bup: number, bdown: number });

/** A list's rows with the MACs they are keyed by; rows that carry their MAC themselves are taken, too. */
export function clientRows(clients: readonly unknown[]): [mac: string, row: unknown][] {
  return clients.flatMap((each): [string, unknown][] => {
    if (typeof each !== 'object' || each === null) return [];
    const { mac } = each as { readonly mac?: unknown };
    return typeof mac === 'string' ? [[mac, each]] : Object.entries(each);
  });
}

/**
 * A wireless client.
 * @returns `null` for one on a cable, or without a MAC: it is nowhere that this list could tell
 * @throws ZodError
 */
export function toNetworkClient(key: string, row: unknown, odd: OddFields): NetworkClient | null {
  const mac = parseMac(key);
  if (mac === null) return null;
  const wire = odd.parse('network-client', wireClient, row);
  if (wire.link?.toLowerCase() === 'wired') return null;
  return {
    mac,
    accessPoint: parseMac(wire.last_node),
    ssid: onlySsid(wire.traffic ?? {}, odd),
    lastSeen: wire.last_seen,
  };
}

/** The number of the SSID it has traffic on, where that is one. */
function onlySsid(traffic: Readonly<Record<string, unknown>>, odd: OddFields): number | null {
  const used = Object.entries(traffic).flatMap(([name, row]) => {
    const bytes = odd.tryParse('network-client', wireTraffic, row);
    const [, ssid] = /^ssid([1-4])$/.exec(name) ?? [];
    return ssid !== undefined && (bytes?.bup || bytes?.bdown) ? [Number(ssid)] : [];
  });
  return used.length === 1 ? (used[0] ?? null) : null;
}
