import { configuration, device, matchedNetwork } from '@/lib/matching/samples.fixture';
import { matchDevices, type DeviceMatchingInput } from '@/lib/matching/match-devices';
import { normalizeName } from '@/lib/model/name';
import { plain, timed, type Measurement } from '../row';

const mac = (row: number) => `ac8674${row.toString(16).padStart(6, '0')}`;
const ip = (row: number) => `10.${row >> 16}.${(row >> 8) & 255}.${row & 255}`;

/** Devices and configurations of one organization, numbered alike, or all with one MAC or name. */
function tenant(
  devices: number,
  configurations: number,
  same: { readonly mac?: string; readonly name?: string } = {},
): DeviceMatchingInput {
  const numbers = (count: number) => [...Array(count).keys()];
  return {
    devices: numbers(devices).map((row) =>
      device(`${row}`, {
        mac: same.mac ?? mac(row),
        ips: [ip(row)],
        name: same.name ?? `AP ${row}`,
      }),
    ),
    configurations: numbers(configurations).map((row) =>
      configuration(`c${row}`, {
        macs: same.name === undefined ? [same.mac ?? mac(row)] : [],
        ips: row % 2 === 0 ? [ip(row)] : [],
        name: same.name ?? `AP ${row}`,
      }),
    ),
    networkMatches: [matchedNetwork('n1', 'o1')],
    deviceMatches: [],
    now: '2026-01-01T00:00:00Z',
  };
}

/** One Map for each key of the rules, and a look into it for each device. */
function join({ devices, configurations }: DeviceMatchingInput): number {
  const byMac = new Map<string, string>();
  const byName = new Map<string, string>();
  for (const { id, macs, name } of configurations) {
    for (const each of macs) byMac.set(each, id);
    byName.set(normalizeName(name), id);
  }
  let found = 0;
  for (const each of devices)
    if (byMac.has(each.mac ?? '') || byName.has(normalizeName(each.name ?? ''))) found++;
  return found;
}

export const deviceRules: Measurement = {
  rows: [
    {
      name: 'device-rules',
      what: 'device rules: 10,000 devices, 50,000 configurations',
      floor: 'one Map join of the same normalized keys',
      unit: 'ms',
      aim: { kind: 'times', most: 3 },
    },
  ],
  open: () => {
    const input = tenant(10_000, 50_000);
    return Promise.resolve({
      async round() {
        const ours = await timed(() => matchDevices(input));
        const floor = await timed(() => join(input));
        if (ours.value.matches.length !== floor.value) throw new Error('Not all were matched.');
        return { 'device-rules': { ours: ours.ms, floor: floor.ms } };
      },
      close: () => Promise.resolve(),
    });
  },
};

const growth = (name: string, what: string, same: { mac?: string; name?: string }) => ({
  row: {
    name,
    what: `device rules: ${what}, 5,000 instead of 1,000`,
    floor: 'the time of 1,000',
    unit: 'ms' as const,
    aim: { kind: 'times' as const, most: 6 },
  },
  same,
});
const shared = [
  growth('device-rules-one-mac', 'all have one MAC', { mac: mac(1) }),
  growth('device-rules-one-name', 'all have one name', { name: 'AP' }),
];

export const deviceRulesShared: Measurement = {
  rows: shared.map(({ row }) => row),
  open: plain(async () => {
    const figures: Record<string, { ours: number; floor: number }> = {};
    for (const { row, same } of shared) {
      const many = tenant(5000, 5000, same);
      const few = tenant(1000, 1000, same);
      // As many devices in both turns, which are then as likely to be disturbed.
      const floor = await timed(() => {
        for (let turn = 0; turn < 5; turn++) matchDevices(few);
      });
      const ours = await timed(() => matchDevices(many));
      figures[row.name] = { ours: ours.ms, floor: floor.ms / 5 };
    }
    return figures;
  }),
};
