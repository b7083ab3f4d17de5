import type { DattoNetwork, DattoPowerStrip } from './state';

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

function times(period: string, now: number): string[] {
  const { samples, minutes } = periods[period] ?? { samples: 288, minutes: 5 };
  const step = minutes * 60_000;
  const last = Math.floor(now / step) * step;
  return Array.from({ length: samples }, (_, index) =>
    new Date(last - (samples - 1 - index) * step).toISOString().replace('.000Z', 'Z'),
  );
}

/** Traffic, speed and check-ins of a network's nodes; the same network, period and time give the same figures. */
export function nodeHistory(
  network: DattoNetwork,
  period: string,
  now: number,
): Record<string, unknown> {
  const at = times(period, now);
  return {
    nodes: network.nodes.map((node) => ({
      [String(node.id)]: {
        traffic: Object.fromEntries(
          Object.keys(network.ssids).map((number) => [
            `ssid${number}`,
            { bup: node.id * 17, bdown: node.id * 131, users: node.active_clients },
          ]),
        ),
        metrics: at.map((time, index) => ({
          time,
          speed: 10_000 + ((node.id * 7 + index * 131) % 5000),
        })),
        // A check-in without a status is an outage.
        checkins: at.map((time) => (node.down ? { time } : { time, status: node.role })),
      },
    })),
  };
}

export function powerStripUsage(
  row: DattoPowerStrip,
  period: string,
  now: number,
): Record<string, unknown> {
  return {
    usage: times(period, now).map((time) => ({
      time,
      ports: Object.fromEntries(
        row.ports.map((port, index) => [
          String(index + 1),
          {
            active_power_w: port.active_power_w,
            voltage_v: row.voltage_v,
            current_a: Math.round((port.active_power_w / row.voltage_v) * 100) / 100,
          },
        ]),
      ),
    })),
  };
}
