import { t } from '@/lib/i18n';
import type { PortView } from '@/lib/views/ports';
import { portFacts, portName } from '@/lib/words/ports';
import { Plugged, type Makers } from './plugged';

/** What is known of the port that is looked at, and what hangs on it. */
export function PortDetails({ view, makers }: { view: PortView | null; makers: Makers }) {
  if (view === null)
    return (
      <div class="port-details">
        <p class="port-hint">{t('ports_hint')}</p>
      </div>
    );
  const { port, use, plugged, behind } = view;
  return (
    <div class="port-details" role="tabpanel" aria-label={portName(port)}>
      <p class="port-facts">
        <strong>{portName(port)}</strong> <bdi>{portFacts(port, use).join(' · ')}</bdi>
      </p>
      <PluggedList plugged={plugged} behind={behind} makers={makers} />
    </div>
  );
}

function PluggedList({
  plugged,
  behind,
  makers,
}: Pick<PortView, 'plugged' | 'behind'> & { makers: Makers }) {
  if (plugged.length === 0 && behind === 0) return <p class="port-hint">{t('ports_nothing')}</p>;
  return (
    <ul class="port-plugged">
      {plugged.map((each) => (
        <li key={each.mac}>
          <Plugged plugged={each} makers={makers} />
        </li>
      ))}
      {behind > 0 && <li class="port-hint">{t('ports_behind', behind)}</li>}
    </ul>
  );
}
