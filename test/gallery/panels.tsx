import { Panel } from '@/components/panel/panel';
import { RecordNote } from '@/components/panel/record-note';
import {
  candidate,
  deviceView,
  managedRecord,
  unmatchedReasons,
  unmatchedView,
} from '@/components/panel/states.fixture';
import { fullDevices } from '@/lib/model/samples.fixture';
import { UnmatchedLine } from '@/components/panel/unmatched-line';
import { problems, statuses } from '@/components/state/statuses.fixture';
import { deviceKinds } from '@/lib/model/device';
import { parseIp } from '@/lib/model/ip';
import type { PanelView } from '@/lib/views/panel';
import type { Entry, Surface } from './entry';

const now = Date.parse('2026-03-05T12:00:00Z');
const nothing = () => undefined;
type Props = Parameters<typeof Panel>[0];

const panel = (view: PanelView | null, props: Partial<Props> = {}) => (
  <Panel
    view={view}
    busy={false}
    problem={null}
    now={now}
    candidates={[]}
    deciding={false}
    refusal={null}
    decided={null}
    onMatch={nothing}
    onIgnore={nothing}
    onSearch={() => Promise.resolve({ ok: true, value: [candidate('Lobby'), candidate('Attic')] })}
    onRefresh={nothing}
    onOpenOptions={nothing}
    onCheckSetup={nothing}
    onOpenMatching={nothing}
    {...props}
  />
);
const entry = (name: string, view: PanelView | null, props?: Partial<Props>): Entry => ({
  name,
  card: () => panel(view, props),
});

const accessPoint = deviceView(fullDevices['access-point']);
const undecided = unmatchedView('device-unmatched', { mayMatch: true });
const suggested = ['Lobby', 'Attic', 'Warehouse', 'Café'].map((name, place) =>
  candidate(name, { reason: (['mac', 'ip', 'name', 'similar-name'] as const)[place] ?? null }),
);

/** The cards on the portal's pages. */
export const panels: Surface = {
  name: 'panel',
  widths: [320, 640, 960],
  entries: [
    ...deviceKinds.map((kind) => entry(`device ${kind}`, deviceView(fullDevices[kind]))),
    entry('device loading', accessPoint, { busy: true }),
    entry(
      'device down',
      deviceView({ ...fullDevices.switch, status: 'down', uptimeSeconds: null }),
    ),
    entry(
      'device of which little is known',
      deviceView({
        ...fullDevices.switch,
        mac: null,
        ip: null,
        firmware: null,
        serialNumber: null,
        description: null,
        lifecycle: 'ambiguous',
        subscription: null,
      }),
    ),
    entry(
      'device of long values',
      deviceView({
        ...fullDevices.switch,
        ip: parseIp('2001:db8:85a3:8d3:1319:8a2e:370:7348'),
        firmware: `sha256:${'0123456789abcdef'.repeat(4)}`,
        description: 'Rack 4 '.repeat(20_000),
      }),
    ),
    ...Object.entries(problems).map(([kind, problem]) =>
      entry(`device, ${kind}`, { ...accessPoint, problem }),
    ),
    entry('device, credentials failed', {
      ...accessPoint,
      status: statuses['credentials-failed'],
    }),
    entry('nothing stored', null, { problem: problems.internal }),
    ...Object.keys(unmatchedReasons).map((why) =>
      entry(`unmatched, ${why}`, unmatchedView(why as keyof typeof unmatchedReasons)),
    ),
    entry('candidates', undecided, { candidates: suggested }),
    entry('candidates, deciding', undecided, { candidates: suggested, deciding: true }),
    entry('candidates, refused', undecided, {
      candidates: suggested,
      refusal: { kind: 'decided-meanwhile' },
    }),
    entry('no candidate', undecided),
    entry('ignored', { ...undecided, ignored: true }),
    {
      name: 'list of configurations',
      card: () => <UnmatchedLine count={12} onOpenMatching={nothing} />,
    },
    ...(
      [
        ['managed', {}],
        ['before the first sync', { syncedAt: null }],
        ['archived', { archived: true }],
        ['held', { heldBy: ['Floor plan'] }],
        ['Auto-Create off', { on: false }],
      ] as const
    ).map(([name, changes]) => ({
      name: `record, ${name}`,
      card: () => (
        <RecordNote view={{ ...managedRecord, ...changes }} now={now} onOpenOptions={nothing} />
      ),
    })),
  ],
};
