import { configuration, device, matchedNetwork } from '@/lib/matching/samples.fixture';
import { matchDevices } from '@/lib/matching/match-devices';
import { quickest } from './measure';
import { ratio } from './section';
import type { Section } from './section';

const now = '2026-01-01T00:00:00Z';
/** So many of the 5,000 are matched one by one; all of them would take minutes. */
const sample = 20;

/** How matching devices to configurations grows, and what it gains from seeing all of them at once. */
export async function devices(): Promise<Section> {
  const input = (count: number, asked = count) => {
    const numbers = [...Array(count).keys()];
    return {
      devices: numbers
        .slice(0, asked)
        .map((row) => device(`${row}`, { mac: mac(row), ips: [ip(row)], name: `AP ${row}` })),
      configurations: numbers.map((row) =>
        configuration(`c${row}`, {
          macs: [mac(row)],
          ips: row % 2 === 0 ? [ip(row)] : [],
          name: `AP ${row}`,
        }),
      ),
      networkMatches: [matchedNetwork('n1', 'o1')],
      deviceMatches: [],
      now,
    };
  };
  const few = input(1000);
  const many = input(5000);
  const single = { ...many, devices: [] as typeof many.devices };
  const time = await quickest({
    // As many devices as the other, so that both turns are as long and as likely to be disturbed.
    few: () => {
      for (let turn = 0; turn < 5; turn += 1) matchDevices(few);
    },
    many: () => void matchDevices(many),
    oneByOne: () => {
      for (const each of many.devices.slice(0, sample))
        matchDevices({ ...single, devices: [each] });
    },
  });
  return {
    title: 'Devices matched to the configurations of one organization',
    lines: [
      {
        what: 'a device, 5,000 instead of 1,000 of them and as many configurations',
        figure: ratio(time.many, time.few),
      },
      {
        what: 'a device, one by one instead of 5,000 in one call',
        figure: ratio(time.oneByOne / sample, time.many / 5000),
      },
    ],
    note: `One by one is measured on ${sample} devices: every call indexes the 5,000 configurations again.`,
  };
}

const mac = (row: number) => `ac8674${row.toString(16).padStart(6, '0')}`;
const ip = (row: number) => `10.0.${row >> 8}.${row & 255}`;
