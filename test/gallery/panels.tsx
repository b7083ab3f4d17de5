import { foundCalls } from '@/components/panel/found.fixture';
import { connections } from '@/components/panel/connections.fixture';
import { Panel } from '@/components/panel/panel';
import type { PanelPlacement } from '@/components/panel/placement';
import { PlacementContext } from '@/components/panel/placement';
import { EnterKeys } from '@/components/panel/enter-keys';
import { candidate, deviceView, unmatchedView } from '@/components/panel/states.fixture';
import { fullDevices } from '@/lib/model/samples.fixture';
import { deviceProblems, problems, refusals } from '@/components/state/problems.fixture';
import { passphraseMissing, statuses } from '@/components/state/statuses.fixture';
import { deviceKinds } from '@/lib/model/device';
import { parseIp } from '@/lib/model/ip';
import { parseMac } from '@/lib/model/mac';
import type { ConfigurationRule, DeviceSuggestion } from '@/lib/model/match';
import type { DeviceStatus } from '@/lib/model/device';
import type { PanelDecision } from '@/lib/model/panel-decision';
import type { PanelView } from '@/lib/views/panel';
import { acts, press, type } from './acts';
import { teamMark } from '@/components/ui/team-mark.fixture';
import type { Entry, Surface } from './entry';
import { listEntries } from './lists';
import { cardEntries } from './network';
import { recordEntries } from './records';

const now = Date.parse('2026-03-05T12:00:00Z');
const nothing = () => undefined;
type Props = Parameters<typeof Panel>[0];

const panel = (view: PanelView | null, props: Partial<Props> = {}) => (
  <Panel
    view={view}
    cutOff={false}
    busy={false}
    slow={false}
    byItself={false}
    problem={null}
    nextTry={null}
    now={now}
    candidates={[]}
    deciding={false}
    refusal={null}
    decided={null}
    onMatch={nothing}
    onIgnore={nothing}
    onUseMine={nothing}
    onUnmatch={nothing}
    onChangeMatch={nothing}
    onUndo={nothing}
    onMakers={() => Promise.resolve([])}
    found={foundCalls}
    onSearch={() => Promise.resolve({ ok: true, value: [candidate('Lobby'), candidate('Attic')] })}
    onHistory={() => null}
    onRefresh={nothing}
    onReloadPage={nothing}
    onOpenOptions={nothing}
    onCheckSetup={nothing}
    {...props}
  />
);
const entry = (
  name: string,
  view: PanelView | null,
  props?: Partial<Props>,
  act?: NonNullable<Entry['act']>,
): Entry => ({
  name,
  card: () => panel(view, props),
  ...(act && { act }),
});

const accessPoint = deviceView(fullDevices['access-point']);
const undecided = unmatchedView('device-unmatched', { mayMatch: true });
const missed = { ...undecided, expected: true };

/** Each reason to suggest a device. */
const reasons = {
  'mac-and-ip': true,
  mac: true,
  'rmm-mac': true,
  replaces: true,
  name: true,
  'serial-number': true,
  ip: true,
  'similar-name': true,
} as const satisfies Record<DeviceSuggestion['reason'], true>;
const names = ['Lobby', 'Attic', 'Warehouse', 'مقهى السلام'];
const suggested = Object.keys(reasons).map((reason, place) =>
  candidate(`${names[place % names.length] ?? ''} ${place}`, {
    kind: deviceKinds[place % deviceKinds.length] ?? 'switch',
    reason: reason as DeviceSuggestion['reason'],
    replaces: reason === 'replaces' ? parseMac('ac:86:74:00:00:99') : null,
    claimedBy: reason === 'mac' ? 'Core switch in the basement' : null,
  }),
);

/** Each rule that matches a device to a configuration. */
const rules = {
  'mac-and-ip': true,
  mac: true,
  'rmm-mac': true,
  name: true,
  'by-hand': true,
  created: true,
} as const satisfies Record<ConfigurationRule, true>;

const deviceStatuses = {
  up: true,
  down: true,
  pairing: true,
  spare: true,
  unknown: true,
} as const satisfies Record<DeviceStatus, true>;

/** Each decision, as it is told to screen readers. */
const decisions = {
  match: { action: 'match', deviceName: 'Lobby' },
  ignore: { action: 'ignore' },
  unignore: { action: 'unignore' },
  'use-mine': { action: 'use-mine' },
  'change-match': { action: 'change-match', deviceName: 'Attic' },
  unmatch: { action: 'unmatch', deviceName: 'Lobby' },
  undo: { action: 'undo' },
} as const satisfies Record<PanelDecision['action'], PanelDecision>;

/** Those that leave the configuration with a device. */
const devicesOwn: ReadonlySet<string> = new Set(['match', 'change-match', 'undo']);

const inCorner: PanelPlacement = {
  docked: true,
  canReturn: true,
  collapsed: false,
  onDock: nothing,
  onReturn: nothing,
  onMove: nothing,
  onCollapse: nothing,
};
const placements = {
  'where the page has a place': { ...inCorner, docked: false },
  'in a corner': inCorner,
  'in a corner of a page without a place': { ...inCorner, canReturn: false },
  collapsed: { ...inCorner, collapsed: true },
};

/** Puts the card where the portal's page puts it. */
const dock =
  ({ docked, collapsed }: PanelPlacement) =>
  (root: HTMLElement) => {
    const within = root.getRootNode();
    if (docked && within instanceof ShadowRoot && within.host instanceof HTMLElement) {
      within.host.dataset.docked = 'bottom-end';
      if (collapsed) within.host.dataset.collapsed = '';
    }
    return Promise.resolve();
  };

const matchTo = press('Match To');
const searching = (text: string) => acts(matchTo, type('Match To', text));

/** Which states of the integration a card says; under the others it only shows what it knows. */
const said = {
  'not-connected': true,
  connecting: false,
  syncing: false,
  ok: false,
  'credentials-failed': true,
  error: true,
  locked: true,
} as const satisfies Record<keyof typeof statuses, boolean>;
const saidOnCards = Object.entries(statuses).filter(([, { state }]) => said[state]);

/** All but the one that other entries show. */
const others = (table: object, shown: string) => Object.keys(table).filter((key) => key !== shown);

/** The cards on the portal's pages. */
export const panels: Surface = {
  name: 'panel',
  widths: [320, 480, 960, 1600],
  entries: [
    ...deviceKinds.map((kind) => entry(`device ${kind}`, deviceView(fullDevices[kind]))),
    entry('device, matched by another', { ...accessPoint, team: teamMark() }),
    entry('device, another decided differently', {
      ...accessPoint,
      team: teamMark({ overruled: true }),
    }),
    ...others(deviceStatuses, fullDevices.switch.status).map((status) =>
      entry(
        `device ${status}`,
        deviceView({
          ...fullDevices.switch,
          status: status as DeviceStatus,
          ...(status === 'down' && { uptimeSeconds: null }),
        }),
      ),
    ),
    ...others(rules, accessPoint.rule).map((rule) =>
      entry(`device by rule ${rule}`, { ...accessPoint, rule: rule as ConfigurationRule }),
    ),
    entry(
      'device, change match',
      accessPoint,
      {},
      acts(press('Change Match'), type('Match To', 'l')),
    ),
    entry('device, a decision refused', accessPoint, { refusal: refusals['decided-meanwhile'] }),
    entry('device, for those who may not match', { ...accessPoint, mayMatch: false }),
    entry('device loading', accessPoint, { busy: true }),
    entry(
      'device loading again',
      { ...accessPoint, readAt: '2026-03-05T11:59:50Z' },
      { busy: true },
    ),
    entry('device, no answer yet', accessPoint, { busy: true, slow: true }),
    ...[27, 110, 480].map((seconds) => ({
      name: `device, asked again in ${seconds} seconds`,
      card: () =>
        panel(
          { ...accessPoint, problem: problems[seconds < 60 ? 'rate-limited' : 'offline'] },
          { nextTry: Date.now() + seconds * 1000 },
        ),
    })),
    entry(
      'device, asked again now',
      { ...accessPoint, problem: deviceProblems.timeout },
      { nextTry: now },
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
    ...Object.entries(deviceProblems).map(([kind, problem]) =>
      entry(`device, ${kind}`, { ...accessPoint, problem }),
    ),
    ...saidOnCards.map(([state, status]) =>
      entry(`device, status ${state}`, { ...accessPoint, status }),
    ),
    entry('device, a passphrase required', { ...accessPoint, status: passphraseMissing }),
    entry('device, cut off by an update', accessPoint, { cutOff: true }),
    entry('candidates, cut off by an update', undecided, {
      candidates: [candidate('Lobby')],
      cutOff: true,
    }),
    ...Object.entries(placements).map(([name, placement]) => ({
      name: `device ${name}`,
      act: dock(placement),
      card: () => (
        <PlacementContext.Provider value={placement}>
          {panel(accessPoint)}
        </PlacementContext.Provider>
      ),
    })),
    entry('no candidate, a device is missed', missed),
    ...saidOnCards.map(([state, status]) =>
      entry(
        `candidates, status ${state}`,
        { ...undecided, status },
        { candidates: [candidate('Lobby')] },
      ),
    ),
    entry('candidates', undecided, { candidates: suggested.slice(0, 4) }),
    entry('candidates, all shown', undecided, { candidates: suggested }, press(/^Show \d+ more/)),
    entry('candidates, deciding', undecided, { candidates: suggested, deciding: true }),
    ...Object.entries(refusals).map(([kind, refusal]) =>
      entry(`candidates, refused: ${kind}`, undecided, { candidates: suggested, refusal }),
    ),
    ...Object.entries(decisions).map(([action, decided]) =>
      entry(
        `decided: ${action}`,
        devicesOwn.has(action) ? accessPoint : { ...undecided, ignored: action === 'ignore' },
        // The device's card tells it while the device is read.
        { decided, busy: devicesOwn.has(action) },
      ),
    ),
    entry('device, matched by the user today', {
      ...accessPoint,
      undo: { what: 'matched', deviceName: 'Lobby' },
    }),
    entry('unmatched by the user today', {
      ...undecided,
      undo: { what: 'unmatched', deviceName: 'Lobby' },
    }),
    entry('candidates, failing', undecided, {
      candidates: suggested.slice(0, 2),
      problem: problems.offline,
    }),
    entry('no candidate, connected', { ...undecided, connections }),
    entry('device, connected', { ...accessPoint, connections: connections.slice(0, 1) }),
    entry('unmatched, connected', unmatchedView('device-unmatched', { connections })),
    entry('Match To', missed, {}, matchTo),
    entry('Match To, found', missed, {}, searching('l')),
    entry(
      'Match To beside candidates, found',
      undecided,
      { candidates: suggested },
      searching('l'),
    ),
    entry(
      'Match To, none',
      missed,
      { onSearch: () => Promise.resolve({ ok: true, value: [] }) },
      searching('Donaudampfschifffahrtselektrizitätenhauptbetriebswerk'),
    ),
    entry(
      'Match To, failing',
      missed,
      { onSearch: () => Promise.resolve({ ok: false, problem: problems.internal }) },
      searching('l'),
    ),
    entry('ignored, connected', { ...undecided, ignored: true, connections }),
    ...listEntries,
    ...cardEntries,
    {
      name: 'before any key',
      card: () => <EnterKeys onOpen={nothing} onDismiss={nothing} />,
    },
    ...recordEntries,
  ],
};
