import { distance } from 'fastest-levenshtein';
import { matchNetworks } from '@/lib/matching/at-once.fixture';
import { matchingNetworks } from '@/lib/matching/match-networks';
import { inSlices } from '@/lib/matching/slices';
import { networkId, organizationId } from '@/lib/model/ids';
import { pause } from '@/lib/sync/pause';
import { companyName, networkName } from '@/test/simulator/tenant/names';
import { Random } from '@/test/simulator/tenant/random';
import { timed, type Measurement } from '../row';

const networks = 1000;
const organizations = 5000;

/** Every tenth network is of a company that is not among the organizations, the costliest to find out. */
function tenant() {
  const random = new Random(7);
  const taken = new Set<string>();
  const known = Array.from({ length: organizations }, (_, row) => ({
    id: organizationId(row + 1),
    name: companyName(random, taken),
    shortName: null,
    primary: false,
    typeName: 'Customer',
    statusName: 'Active',
  }));
  const asked = Array.from({ length: networks }, (_, row) => ({
    id: networkId(row + 1),
    name:
      row % 10 === 0
        ? companyName(random, taken)
        : networkName(random, known[random.between(0, known.length - 1)]!.name),
    latitude: null,
    longitude: null,
  }));
  return { networks: asked, organizations: known, matches: [], now: '2026-01-01T00:00:00Z' };
}

/** The likest organization of each network, by comparing all pairs. */
function allPairs({ networks, organizations }: ReturnType<typeof tenant>): number {
  let alike = 0;
  for (const network of networks) {
    let best = 0;
    for (const { name } of organizations) {
      const longer = Math.max(name.length, network.name.length);
      best = Math.max(best, 1 - distance(name, network.name) / longer);
    }
    if (best >= 0.8) alike++;
  }
  return alike;
}

export const suggestions: Measurement = {
  rows: [
    {
      name: 'suggestions',
      what: 'suggestions: 1,000 networks, 5,000 organizations, the index included',
      floor: 'comparing all pairs with fastest-levenshtein',
      unit: 'ms',
      aim: { kind: 'faster', least: 20 },
    },
    {
      name: 'suggestions-task',
      what: 'the longest task of it',
      floor: '',
      unit: 'ms',
      aim: { kind: 'most', most: 50 },
    },
  ],
  open: () => {
    const input = tenant();
    return Promise.resolve({
      async round() {
        const ours = await timed(() => matchNetworks(input));
        const floor = await timed(() => allPairs(input));
        if (ours.value.suggestions.size === 0 || floor.value === 0)
          throw new Error('Nothing was suggested.');
        let longest = 0;
        let began = performance.now();
        await inSlices(matchingNetworks(input), {
          now: () => performance.now(),
          async pause() {
            longest = Math.max(longest, performance.now() - began);
            await pause();
            began = performance.now();
          },
        });
        return {
          suggestions: { ours: ours.ms, floor: floor.ms },
          'suggestions-task': { ours: longest, floor: null },
        };
      },
      close: () => Promise.resolve(),
    });
  },
};
