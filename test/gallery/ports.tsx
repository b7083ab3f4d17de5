import { render } from 'preact';
import { foundCalls } from '@/components/panel/found.fixture';
import { PartsContext, type LoadPart } from '@/components/panel/part';
import { PortMap } from '@/components/panel/port-map';
import { deviceView } from '@/components/panel/states.fixture';
import { SwitchPorts } from '@/components/panel/switch-ports';
import { fullDevices } from '@/lib/model/samples.fixture';
import { front, unknownDevice } from '@/lib/views/ports.fixture';
import type { PortsView } from '@/lib/views/ports';
import { acts, press, type } from './acts';
import type { Entry, Surface } from './entry';

const now = Date.parse('2026-03-05T12:00:00Z');
const makers = () => Promise.resolve([[unknownDevice.mac, 'BROTHER INDUSTRIES, LTD.']] as const);
const map = (view: PortsView) => (
  <section class="panel">
    <PortMap view={view} now={now} onMakers={makers} found={foundCalls} />
  </section>
);
const entry = (name: string, view: PortsView, act?: NonNullable<Entry['act']>): Entry => ({
  name,
  card: () => map(view),
  ...(act && { act }),
});

/** As the card's script loads it. */
const load: LoadPart = () =>
  Promise.resolve((root, props) =>
    render(props && 'onMakers' in props ? <PortMap {...props} /> : null, root),
  );
const never: LoadPart = () => new Promise(() => undefined);
const ofSwitch = (parts: LoadPart, ports: PortsView | null) => (
  <PartsContext.Provider value={parts}>
    <section class="panel">
      <SwitchPorts
        busy
        view={{ ...deviceView(fullDevices.switch), ports }}
        now={now}
        onMakers={makers}
        found={foundCalls}
      />
    </section>
  </PartsContext.Provider>
);

const look = (port: string) => (root: HTMLElement) => {
  root.querySelector<HTMLElement>(`[data-port="${port}"]`)?.focus();
  return Promise.resolve();
};

/** A switch's port map. */
export const ports: Surface = {
  name: 'ports',
  widths: [320, 480, 960],
  entries: [
    entry('24 ports', front(24)),
    entry('28 ports with aggregates', front(28, 2)),
    entry('52 ports with aggregates', front(52, 4)),
    entry('a printer looked at', front(28), look('2')),
    entry('an unknown device looked at', front(28), look('4')),
    entry('Match To for an unknown device', front(28), acts(look('4'), press('Match To'))),
    entry(
      'Match To for an unknown device, found',
      front(28),
      acts(look('4'), press('Match To'), type('Search configurations', 'p')),
    ),
    entry(
      'Match To for an unknown device, refused',
      front(28),
      acts(look('4'), press('Match To'), type('Search configurations', 'p'), press(/^Printer/)),
    ),
    entry(
      'Create Configuration for an unknown device',
      front(28),
      acts(look('4'), press('Create Configuration')),
    ),
    entry('an uplink looked at', front(28), look('1')),
    entry('another switch looked at', front(28), look('6')),
    entry('a port without anything looked at', front(28), look('12')),
    entry('a private address looked at', front(28), look('5')),
    entry('an address of several ports looked at', front(28), look('7')),
    entry('free ports', front(28), press(/^Free ports/)),
    entry('free ports with PoE', front(28), acts(press(/^Free ports/), press(/^PoE/))),
    entry('unknown devices', front(28), press(/^Unknown device/)),
    entry('none is like that', front(4), acts(press(/^Free ports/), press(/^Unknown device/))),
    entry('as a table', front(28, 2), press('Table')),
    { name: 'in the panel', card: () => ofSwitch(load, front(10)) },
    { name: 'in the panel, loading', card: () => ofSwitch(never, front(10)) },
    { name: 'in the panel, never read', card: () => ofSwitch(load, null) },
  ],
};
