import type { PanelView } from '@/lib/views/panel';
import { Part } from './part';
import type { AskMakers } from './use-makers';

interface Props {
  view: Extract<PanelView, { kind: 'device' }>;
  /** Milliseconds. */
  now: number;
  onMakers: AskMakers;
}

/** A switch's port map, in the room that it needs before it is there; nothing for other devices. */
export function SwitchPorts({ view, now, onMakers }: Props) {
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
  if (!ports) return view.problem ? null : place;
  return (
    <Part name="ports" props={{ view: ports, now, onMakers }}>
      {place}
    </Part>
  );
}
