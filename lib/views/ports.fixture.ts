import { parseMac } from '@/lib/model/mac';
import { poeStatuses } from '@/lib/model/switch-port';
import type { PluggedView, PortsView, PortView } from './ports';

const macOf = (text: string) => parseMac(text)!;
const documented = (mac: string, name: string, path: string | null): PluggedView => ({
  mac: macOf(mac),
  known: { name, path },
  vague: null,
});

export const unknownDevice: PluggedView = {
  mac: macOf('00:1b:a9:77:00:07'),
  known: null,
  vague: null,
};
const printer = documented('00:1b:a9:4e:12:0c', 'NWT-MFP-2F', '/2/configurations/100020');
const server = documented('00:15:5d:01:02:03', 'NWT-SRV-01', '/2/configurations/100021');
const floor = documented('ac:86:74:00:00:16', 'NW-SW02', null);

type Change = Partial<Omit<PortView, 'port'>> & { readonly port?: Partial<PortView['port']> };

/** What hangs on some ports of every front: what is known, unknown, an uplink, another switch, faults. */
const changes: Readonly<Record<string, Change>> = {
  '1': { use: 'uplink', port: { uplink: true, speed: 10_000 }, behind: 143 },
  '2': { plugged: [printer], port: { vlan: 20, description: 'Printer room' } },
  '3': { plugged: [server], port: { speed: 2_500 } },
  '4': { plugged: [unknownDevice], port: { speed: 100 } },
  '5': {
    plugged: [{ mac: macOf('da:a1:19:00:11:22'), known: null, vague: 'private' }],
  },
  '6': { plugged: [floor], behind: 1 },
  '7': { plugged: [{ mac: macOf('00:00:5e:00:01:01'), known: null, vague: 'several' }] },
  '8': { port: { enabled: false, up: false, speed: null } },
  '9': { port: { up: null, enabled: null, speed: null, vlan: null } },
};

/** A port that is up where its number is small, with PoE but for the last four. */
function port(id: string, number: number, count: number): PortView {
  const up = number <= 9 || number % 5 === 0;
  const status = poeStatuses[(number - 1) % poeStatuses.length] ?? 'searching';
  const { port: ofPort, ...change } = changes[id] ?? {};
  return {
    use: 'port',
    plugged: [],
    behind: 0,
    ...change,
    port: {
      id,
      enabled: true,
      up,
      description: null,
      speed: up ? 1000 : null,
      uplink: false,
      vlan: 1,
      poe:
        number > count - 4
          ? null
          : {
              enabled: status !== 'disabled',
              status,
              draw: status === 'delivering power' ? 6.4 : 0,
              limit: 30,
            },
      ...ofPort,
    },
  };
}

/** The front of a switch of so many ports and link aggregates. */
export const front = (count: number, aggregates = 0): PortsView => ({
  readAt: '2026-03-05T11:59:00Z',
  ports: [
    ...Array.from({ length: count }, (_, at) => port(String(at + 1), at + 1, count)),
    ...Array.from({ length: aggregates }, (_, at): PortView => ({
      ...port(`trunk${at + 1}`, count, count),
      use: 'aggregate',
      behind: 12,
    })),
  ],
});
