import * as z from 'zod/mini';
import type { ClientHistory } from '@/lib/model/history';
import { parseMac } from '@/lib/model/mac';
import { plainly } from '@/lib/wire/plainly';
import { figure, keyedRows, moment, ssidNumber, words } from './history';

/** More than the largest network has. */
const maxClients = 20_000;

/** `GET /history/network/<id>/clients`: keyed by MAC, in a list. Source: `api/history.md` of `cloudtrax/docs`. */
export const clientHistories = z.object({
  clients: z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())]),
});

const flag = z.pipe(
  z.optional(z.unknown()),
  z.transform((value) => value === true || plainly('boolean', value).value === true),
);
const client = z.object({
  mac: words,
  name: words,
  name_override: words,
  os: words,
  link: words,
  last_node: words,
  last_seen: moment,
  blocked: flag,
  signal: z.catch(z.nullish(z.object({ antenna1: figure, antenna2: figure })), null),
  traffic: keyedRows,
});
const bytes = z.object({ bup: figure, bdown: figure });

/** A network's clients; one whose row cannot be read is left out, one without a MAC is not. */
export function toClientHistories({
  clients,
}: z.output<typeof clientHistories>): readonly ClientHistory[] {
  const rows: [string, unknown][] = Array.isArray(clients)
    ? clients.flatMap((each) => (isRow(each) ? [['', each]] : keyedRows.parse(each)))
    : Object.entries(clients);
  return rows.slice(0, maxClients).flatMap(([key, row]) => {
    const read = client.safeParse(row);
    return read.success ? [toClient(key, read.data)] : [];
  });
}

/** Whether it is a row that carries its MAC itself. */
const isRow = (value: unknown) =>
  z.object({ mac: z.nullable(z.string()) }).safeParse(value).success;

function toClient(key: string, wire: z.output<typeof client>): ClientHistory {
  const link = wire.link?.toLowerCase();
  // One antenna that is not there reads 0.
  const signals = [wire.signal?.antenna1, wire.signal?.antenna2].filter(
    (each): each is number => typeof each === 'number' && each < 0,
  );
  const traffic = wire.traffic.flatMap(([name, row]) => {
    const number = ssidNumber(name);
    const read = bytes.safeParse(row);
    return number === null || !read.success ? [] : [{ number, ...read.data }];
  });
  return {
    mac: parseMac(key) ?? parseMac(wire.mac),
    name: wire.name_override ?? wire.name,
    os: wire.os === 'unknown' ? null : wire.os,
    wired: link === 'wired' ? true : link === 'wireless' ? false : null,
    blocked: wire.blocked,
    accessPoint: parseMac(wire.last_node),
    lastSeen: wire.last_seen,
    signal: signals.length > 0 ? Math.max(...signals) : null,
    ssids: traffic.flatMap(({ number, bup, bdown }) => (bup || bdown ? [number] : [])),
    up: sum(traffic.map(({ bup }) => bup)),
    down: sum(traffic.map(({ bdown }) => bdown)),
  };
}

/** `null` where none is known. */
function sum(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
}
