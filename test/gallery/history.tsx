import { History } from '@/components/history/history';
import {
  accessPointHistory,
  askHistory,
  clientsHistory,
  powerHistory,
  readAt,
  reachWith,
  repeaterHistory,
} from '@/components/history/history.fixture';
import type { HistoryProps } from '@/components/history/ask';
import { problems } from '@/components/state/problems.fixture';
import type { Problem } from '@/lib/model/problem';
import { acts, press, type } from './acts';
import type { Entry, Surface } from './entry';

const now = readAt + 2 * 60_000;

function entry(
  name: string,
  kind: HistoryProps['kind'],
  answers: Parameters<typeof askHistory>[0],
  act?: NonNullable<Entry['act']>,
): Entry {
  return {
    name,
    card: () => (
      <section class="panel">
        <History kind={kind} ask={askHistory(answers)} now={now} />
      </section>
    ),
    ...(act && { act }),
  };
}

const noHistory: Problem = {
  kind: 'not-found',
  side: 'datto',
  cause: {
    kind: 'datto-answer',
    failure: 'not-implemented',
    host: 'api.cloudtrax.com',
    codes: [1002],
    status: 400,
  },
};
const night = accessPointHistory();
const showClients = press('Show clients');

/** How devices have been, as it stands in their panels. */
export const history: Surface = {
  name: 'history',
  widths: [320, 480, 960],
  entries: [
    entry('reading', 'access-point', {}),
    entry('access point, an outage', 'access-point', { accessPoint: night }),
    entry(
      'access point, as a table',
      'access-point',
      { accessPoint: night },
      press('Show table: Check-ins'),
    ),
    entry('access point, no outage', 'access-point', {
      accessPoint: accessPointHistory({}, reachWith([])),
    }),
    entry('access point, down at the beginning and now', 'access-point', {
      accessPoint: accessPointHistory(
        {},
        reachWith([
          [24, 20],
          [0.5, 0],
        ]),
      ),
    }),
    entry('access point, many outages', 'access-point', {
      accessPoint: accessPointHistory(
        {},
        reachWith(Array.from({ length: 22 }, (_, hours) => [23 - hours, 22.8 - hours] as const)),
      ),
    }),
    entry('access point, one check-in', 'access-point', {
      accessPoint: accessPointHistory({ ssids: [] }, [
        { up: true, from: readAt - 3_600_000, to: readAt - 3_300_000 },
      ]),
    }),
    entry('access point, check-ins missing', 'access-point', {
      accessPoint: accessPointHistory(
        {},
        reachWith([
          [16, 15],
          [9.8, 9.05],
        ]).filter((_, place) => place !== 2),
      ),
    }),
    entry('access point, nothing known', 'access-point', {
      accessPoint: accessPointHistory({ ssids: [] }, []),
    }),
    entry('repeater', 'access-point', { accessPoint: repeaterHistory() }),
    entry(
      'clients',
      'access-point',
      { accessPoint: night, clients: clientsHistory() },
      showClients,
    ),
    entry(
      'clients, thousands',
      'access-point',
      { accessPoint: night, clients: clientsHistory(4_000) },
      acts(showClients, type('Find a client', 'client 39')),
    ),
    entry(
      'clients, none fits',
      'access-point',
      { accessPoint: night, clients: clientsHistory(30) },
      acts(showClients, type('Find a client', 'zzz')),
    ),
    entry(
      'clients, failing',
      'access-point',
      { accessPoint: night, clients: problems.offline },
      showClients,
    ),
    entry('the account has no history', 'access-point', { accessPoint: noHistory }),
    entry('out of reach', 'access-point', { accessPoint: problems['out-of-reach'] }),
    entry('power', 'managed-power', { power: powerHistory() }),
    entry('power of twelve outlets', 'managed-power', { power: powerHistory(12) }),
    entry(
      'power, as a table',
      'managed-power',
      { power: powerHistory(2) },
      press('Show table: Power by outlet'),
    ),
    entry('power, nothing known', 'managed-power', {
      power: { ...powerHistory(0), voltage: [] },
    }),
  ],
};
