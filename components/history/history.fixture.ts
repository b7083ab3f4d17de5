import { sampling, type Period, type Sample } from '@/lib/model/history';
import { parseMac } from '@/lib/model/mac';
import { outagesOf, type Reach } from '@/lib/model/outages';
import type { Problem } from '@/lib/model/problem';
import type {
  AccessPointHistory,
  ClientsHistory,
  ClientView,
  PowerHistory,
} from '@/lib/views/history';
import type { AskHistory } from './ask';

/** The moment at which all of it was read, milliseconds: two minutes before noon, wherever it is run. */
export const readAt = new Date(2026, 2, 5, 11, 58).getTime();
const hour = 3_600_000;

const about = (period: Period) => ({
  period,
  readAt: new Date(readAt).toISOString(),
  from: readAt - sampling[period].span,
  to: readAt,
});

/** A line over the period that goes up and down, with a hole where nothing was measured. */
function samples(period: Period, middle: number, swing: number): Sample[] {
  const { every, span } = sampling[period];
  const count = span / every;
  return Array.from({ length: count }, (_, place) => ({
    at: readAt - (count - place) * every,
    value:
      place > count * 0.3 && place < count * 0.36
        ? null
        : Math.max(0, middle + swing * Math.sin(place / 9) + (swing / 4) * Math.cos(place / 2)),
  }));
}

/** Up from the first hour to the last, but for the stretches that are given in hours before the end. */
export function reachWith(down: readonly (readonly [from: number, to: number])[]): Reach[] {
  const edges = down.flatMap(([from, to]) => [readAt - from * hour, readAt - to * hour]);
  const times = [readAt - 24 * hour, ...edges, readAt];
  return times
    .slice(1)
    .map((to, place) => ({ up: place % 2 === 0, from: times[place] ?? to, to }))
    .filter(({ from, to }) => to > from);
}

/** An access point that was down for three quarters of an hour last night. */
export function accessPointHistory(
  changes: Partial<AccessPointHistory> = {},
  reach = reachWith([[9.8, 9.05]]),
): AccessPointHistory {
  return {
    ...about('day'),
    ssids: [
      { number: 1, name: 'NWT-Staff', up: 412_000_000, down: 3_940_000_000, clients: 14 },
      { number: 2, name: 'شبكة الضيوف', up: 60_500_000, down: 998_000_000, clients: 9 },
      { number: 4, name: null, up: 0, down: null, clients: null },
    ],
    reach,
    outages: outagesOf(reach),
    speeds: [],
    ...changes,
  };
}

/** A repeater, whose way through the mesh was measured. */
export const repeaterHistory = () =>
  accessPointHistory({ speeds: samples('day', 4_100_000, 2_600_000) });

const client = (changes: Partial<ClientView>): ClientView => ({
  mac: parseMac('3c:a9:f4:51:8e:20'),
  configurations: [],
  name: null,
  os: null,
  wired: false,
  blocked: false,
  lastSeen: new Date(readAt - 4 * 60_000).toISOString(),
  signal: -57,
  ssids: [{ name: 'NWT-Staff', number: 1 }],
  up: 4_000_000,
  down: 30_000_000,
  ...changes,
});

/** Clients of every form, and as many more as asked for. */
export const clientsHistory = (more = 0): ClientsHistory => ({
  ...about('day'),
  clients: [
    client({ configurations: [{ name: 'NWT-LAP-07', path: '/2/configurations/100203' }] }),
    client({
      mac: parseMac('3c:a9:f4:51:8e:21'),
      configurations: [
        { name: 'NWT-LAP-08', path: '/2/configurations/1' },
        { name: 'NWT-LAP-08 (old)', path: '/2/configurations/2' },
      ],
    }),
    client({ mac: parseMac('da:a1:19:00:11:22'), name: 'iPhone', signal: -81 }),
    client({ mac: null, name: 'مقهى السلام', up: null, down: null, ssids: [], signal: null }),
    client({ mac: parseMac('00:15:5d:01:02:03'), wired: true, signal: null, blocked: true }),
    client({ mac: parseMac('00:15:5d:01:02:04'), lastSeen: null, ssids: [] }),
    ...Array.from({ length: more }, (_, place) =>
      client({
        mac: parseMac(`3c:a9:f5:00:${(place >> 8).toString(16)}:${(place & 255).toString(16)}`),
        name: `Client ${place + 1}`,
      }),
    ),
  ],
});

/** A power strip of so many outlets, the last of which draws nothing. */
export const powerHistory = (count = 6): PowerHistory => ({
  ...about('day'),
  outlets: Array.from({ length: count }, (_, place) => ({
    id: String(place + 1),
    label: ['Firewall', 'Switch', null, 'Monitor links vom Empfang'][place] ?? null,
    watts: samples('day', place === count - 1 ? 0 : 12 + place * 7, place === count - 1 ? 0 : 6),
  })),
  voltage: samples('day', 118, 2),
});

type Answers = {
  readonly [Name in keyof AskHistory]?: Awaited<ReturnType<AskHistory[Name]>> extends infer Answer
    ? Extract<Answer, { ok: true }> extends { readonly value: infer Value }
      ? Value | Problem
      : never
    : never;
};

/** Answers to what is asked; what is not named is never answered. */
export function askHistory(answers: Answers): AskHistory {
  const answer =
    <Value extends object>(value: Value | Problem | undefined) =>
    () =>
      value === undefined
        ? new Promise<never>(() => undefined)
        : Promise.resolve(
            'kind' in value
              ? ({ ok: false, problem: value } as const)
              : ({ ok: true, value } as const),
          );
  return {
    accessPoint: answer(answers.accessPoint),
    clients: answer(answers.clients),
    power: answer(answers.power),
  };
}
