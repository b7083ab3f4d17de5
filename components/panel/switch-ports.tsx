import type { PanelView } from '@/lib/views/panel';
import type { FoundCalls } from './found-calls';
import { Part } from './part';
import type { AskMakers } from './use-makers';

interface Props {
  view: Extract<PanelView, { kind: 'device' }>;
  /** The switch is being read. */
  busy: boolean;
  /** Milliseconds. */
  now: number;
  onMakers: AskMakers;
  /** `null` where nothing may be decided. */
  found: FoundCalls | null;
}

/** A switch's port map, in the room that it needs before it is there; nothing for other devices. */
export function SwitchPorts({ view, busy, now, onMakers, found }: Props) {
  const { device, ports } = view;
  if (device.kind !== 'switch') return null;
  const count = ports ? ports.ports.length : (device.totalPorts ?? 0);
  if (count === 0) return null;
  const place = (
    <div class="ports-place" aria-hidden="true">
      {Array.from({ length: Math.ceil(count / 2) }, (_, at) => (
        <i key={at} />
      ))}
    </div>
  );
  // A switch that tells of no ports keeps no room for them.
  if (!ports) return busy ? place : null;
  return (
    <Part name="ports" props={{ view: ports, now, onMakers, found }}>
      {place}
    </Part>
  );
}
