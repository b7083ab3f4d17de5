import { Random } from '../tenant/random';
import type { DattoClient, DattoNetwork, DattoNode, DattoPowerStrip } from './state';

/** Samples and minutes between them, by period (the vendor's reference, api/history.md). */
const periods: Record<string, { samples: number; minutes: number }> = {
  '2hours': { samples: 24, minutes: 5 },
  day: { samples: 288, minutes: 5 },
  week: { samples: 288, minutes: 35 },
  month: { samples: 288, minutes: 155 },
};

export function isPeriod(period: string): boolean {
  return period in periods;
}

/** What is asked about: the same seed, period and time give the same figures. */
export interface Span {
  period: string;
  /** Milliseconds since the epoch. */
  now: number;
  seed: number;
}

function times({ period, now }: Span): string[] {
  const { samples, minutes } = periods[period] ?? { samples: 288, minutes: 5 };
  const step = minutes * 60_000;
  const last = Math.floor(now / step) * step;
  return Array.from({ length: samples }, (_, index) =>
    rfc3339(last - (samples - 1 - index) * step),
  );
}

const rfc3339 = (time: number) => new Date(time).toISOString().replace(/\.\d+Z/, 'Z');

function traffic(network: DattoNetwork, random: Random) {
  return Object.fromEntries(
    Object.keys(network.ssids).map((number) => [
      `ssid${number}`,
      { bup: random.between(0, 9_000_000), bdown: random.between(0, 90_000_000) },
    ]),
  );
}

/** Traffic, speed over the mesh (repeaters only) and check-ins of a network's nodes. */
export function nodeHistory(network: DattoNetwork, span: Span): Record<string, unknown> {
  const at = times(span);
  return {
    nodes: network.nodes.map((node) => {
      const random = Random.of(span.seed, 'node', node.id, span.period);
      const users = node.active_clients;
      return {
        [String(node.id)]: {
          traffic: Object.fromEntries(
            Object.entries(traffic(network, random)).map(([ssid, bytes]) => [
              ssid,
              { ...bytes, users },
            ]),
          ),
          ...(node.role === 'repeater' && {
            metrics: at.map((time) => ({ time, speed: random.between(2000, 60_000) })),
          }),
          checkins: checkins(node, at, random),
        },
      };
    }),
  };
}

/**
 * A check-in without a status is an outage; one in three nodes had one, or a few. Of one in four some samples are
 * missing altogether, and the clock of one in ten puts its last one into the future.
 */
function checkins(node: DattoNode, at: string[], random: Random) {
  const outages = random.chance(0.3) ? random.between(1, 3) : 0;
  const missed = new Set<number>();
  for (let outage = 0; outage < outages; outage += 1) {
    const start = random.between(0, at.length - 1);
    for (let length = random.between(1, 6); length > 0; length -= 1) missed.add(start + length);
  }
  const isOut = (time: string) =>
    node.outages?.some(({ from, to }) => time >= from && time < to) ?? false;
  const rows = at.map((time, index) =>
    node.down || missed.has(index) || isOut(time) ? { time } : { time, status: node.role },
  );
  // Of the older half, so that what happened last night is whole.
  const hole = random.chance(0.25) ? random.between(1, Math.floor(at.length / 2)) : rows.length;
  rows.splice(hole, random.between(2, 9));
  if (random.chance(0.1))
    rows.push({ time: rfc3339(Date.parse(at.at(-1) ?? '') + 86_400_000), status: node.role });
  return rows;
}

/**
 * The wireless and wired clients of a network, by MAC: those the tenant names, and as many more as its access points
 * count. Phones have MACs of their own making.
 */
export function clientHistory(network: DattoNetwork, span: Span): Record<string, unknown> {
  const random = Random.of(span.seed, 'clients', network.id);
  const made = network.nodes.flatMap((node) =>
    Array.from({ length: node.active_clients }, (): [DattoClient, DattoNode] => {
      const isPhone = random.chance(0.4);
      const tail = Array.from({ length: 5 }, () => random.text(2, '0123456789abcdef'));
      return [
        {
          mac: [
            isPhone ? random.text(1, '0123456789abcdef') + random.pick(['2', '6', 'a', 'e']) : '00',
            ...tail,
          ].join(':'),
          name: random.pick(['', 'iPhone', 'android-77b812edd3097a81', 'Owner-PC', 'printer']),
          os: isPhone ? random.pick(['ios', 'android']) : random.pick(['windows', 'unknown', '']),
          link: random.pick(['wireless', 'wireless', 'wired', 'unknown']),
        },
        node,
      ];
    }),
  );
  const [first] = network.nodes;
  // Some rows of large networks have no MAC to be keyed by.
  if (made.length > 40) for (const [client] of made.slice(0, 1)) client.mac = '';
  const named = (network.clients ?? []).map((client): [DattoClient, DattoNode | undefined] => [
    client,
    network.nodes.find(({ mac }) => mac === client.node) ?? first,
  ]);
  return {
    clients: [...named, ...made].map(([client, node], index) => ({
      [client.mac]: {
        name: client.name,
        ...(index % 5 === 0 && { name_override: `${client.name || 'Client'} (renamed)` }),
        cid: String(31_792 + index),
        signal: { antenna1: -random.between(40, 85), antenna2: -random.between(40, 85) },
        mcs: { tx: random.between(0, 9) },
        bitrate: { rx: random.between(6, 300), tx: random.between(6, 300) },
        channel_width: random.pick(['20', '40', '80']),
        band: random.pick(['2.4', '5.8']),
        last_seen: rfc3339(span.now - random.between(10, 7200) * 1000),
        last_name: node?.name ?? '',
        last_node: node?.mac ?? '',
        os: client.os,
        os_version: '',
        blocked: random.chance(0.05) ? 1 : 0,
        link: client.link,
        traffic:
          client.ssid === undefined
            ? traffic(network, random)
            : { [`ssid${client.ssid}`]: { bup: 4_000_000, bdown: 30_000_000 } },
      },
    })),
  };
}

export function powerStripUsage(row: DattoPowerStrip, span: Span): Record<string, unknown> {
  const random = Random.of(span.seed, 'powerstrip', row.id, span.period);
  return {
    usage: times(span).map((time) => {
      const voltage_v = row.voltage_v + random.between(-2, 2);
      return {
        time,
        ports: Object.fromEntries(
          row.ports.map((port, index) => {
            const active_power_w =
              port.active_power_w === 0
                ? 0
                : Math.max(0, port.active_power_w + random.between(-3, 3));
            const current_a = Math.round((active_power_w / Math.max(1, voltage_v)) * 100) / 100;
            return [String(index + 1), { active_power_w, voltage_v, current_a }];
          }),
        ),
        memory_available: 0,
        role: '',
      };
    }),
  };
}
