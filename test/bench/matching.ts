/**
 * How matching grows: ratios, for times depend on the machine. A ratio near 2 means that twice the
 * rows take twice the time. Run with `npx tsx test/bench/matching.ts`.
 */
import { Bench } from 'tinybench';
import { matchDevices } from '@/lib/matching/match-devices';
import { matchNetworks } from '@/lib/matching/match-networks';
import { configuration, device, matchedNetwork } from '@/lib/matching/samples';
import { networkId } from '@/lib/model/ids';
import { halves, readNetworks, readOrganizations } from '../matching-set/labelled-set';

const now = '2026-01-01T00:00:00Z';
const organizations = readOrganizations();
const names = halves.flatMap(readNetworks).map(({ network }) => network.name);

const networks = (count: number) =>
  Array.from({ length: count }, (_, row) => ({
    id: networkId(row),
    name: names[row % names.length] ?? '',
    latitude: null,
    longitude: null,
  }));

function devices(count: number) {
  const numbers = [...Array(count).keys()];
  return {
    devices: numbers.map((row) => device(`${row}`, { mac: `mac ${row}`, name: `AP ${row}` })),
    configurations: numbers.map((row) =>
      configuration(`c${row}`, { macs: [`mac ${row}`], name: `AP ${row}` }),
    ),
    networkMatches: [matchedNetwork('n1', 'o1')],
    deviceMatches: [],
    now,
  };
}

const bench = new Bench({ time: 500, warmupIterations: 1, iterations: 3 });
for (const count of [1250, 2500, 5000]) {
  const input = { networks: networks(count), organizations, matches: [], now };
  bench.add(`${count} networks against ${organizations.length} organizations`, () => {
    matchNetworks(input);
  });
}
for (const count of [2500, 5000, 10_000]) {
  const input = devices(count);
  bench.add(`${count} devices of one organization`, () => {
    matchDevices(input);
  });
}
await bench.run();

let previous: number | undefined;
for (const { name, result } of bench.tasks) {
  const mean = result.state === 'completed' ? result.latency.mean : Number.NaN;
  const ratio = previous === undefined || mean < previous / 2 ? '' : (mean / previous).toFixed(2);
  console.log(`${name.padEnd(50)} ${mean.toFixed(0).padStart(6)} ms  ${ratio}`);
  previous = mean;
}
