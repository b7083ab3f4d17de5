import { matchNetworks } from '@/lib/matching/at-once.fixture';
import { networkId, organizationId } from '@/lib/model/ids';
import type { Network } from '@/lib/model/network';
import type { Organization } from '@/lib/model/organization';
import { companyName, networkName } from '@/test/simulator/tenant/names';
import { Random } from '@/test/simulator/tenant/random';
import { quickest } from './measure';
import { ratio } from './section';
import type { Section } from './section';

const now = '2026-01-01T00:00:00Z';

/** How recognizing organizations behind the names of networks grows with the number of either. */
export async function organizations(): Promise<Section> {
  const random = new Random(7);
  const taken = new Set<string>();
  const known: Organization[] = Array.from({ length: 4000 }, (_, row) => ({
    id: organizationId(row + 1),
    name: companyName(random, taken),
    shortName: null,
    primary: false,
    typeName: 'Customer',
    statusName: 'Active',
  }));
  // Every tenth network is of a company that is not among the organizations, the costliest to find out.
  const networks = (count: number, among: number): Network[] =>
    Array.from({ length: count }, (_, row) => ({
      id: networkId(row + 1),
      name:
        row % 10 === 0
          ? companyName(random, taken)
          : networkName(random, known[random.between(0, among - 1)]!.name),
      latitude: null,
      longitude: null,
    }));
  /** Matches so many networks, some at a time: turns of one length are as likely to be disturbed. */
  const match = (count: number, among: number, atATime = count) => {
    const inputs = Array.from({ length: count / atATime }, () => ({
      networks: networks(atATime, among),
      organizations: known.slice(0, among),
      matches: [],
      now,
    }));
    return () => inputs.forEach((input) => matchNetworks(input));
  };
  const time = await quickest({
    few: match(5000, 2000, 500),
    many: match(5000, 2000),
    halfKnown: match(1000, 1000),
    allKnown: match(1000, 4000),
  });
  return {
    title: 'Organizations suggested for networks',
    lines: [
      {
        what: 'a network, 5,000 instead of 500 against 2,000 organizations',
        figure: ratio(time.many, time.few),
      },
      {
        what: 'a network, against 4,000 instead of 1,000 organizations',
        figure: ratio(time.allKnown, time.halfKnown),
      },
    ],
  };
}
