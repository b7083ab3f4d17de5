import { t } from '@/lib/i18n';
import { isUnknown, type PortView } from '@/lib/views/ports';
import { portFacts, portName } from '@/lib/words/ports';
import type { FoundCalls } from './found-calls';
import { FoundDevice } from './found-device';
import { Plugged, type Makers } from './plugged';

interface Props {
  view: PortView | null;
  makers: Makers;
  /** `null` for those who may not match. */
  found: FoundCalls | null;
}

/** What is known of the port that is looked at, and what hangs on it. */
export function PortDetails({ view, makers, found }: Props) {
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
      <PluggedList
        plugged={plugged}
        behind={behind}
        makers={makers}
        found={use === 'port' ? found : null}
      />
    </div>
  );
}

function PluggedList({
  plugged,
  behind,
  makers,
  found,
}: Pick<PortView, 'plugged' | 'behind'> & Pick<Props, 'makers' | 'found'>) {
  if (plugged.length === 0 && behind === 0) return <p class="port-hint">{t('ports_nothing')}</p>;
  return (
    <ul class="port-plugged">
      {plugged.map((each) => (
        <li key={each.mac}>
          <Plugged plugged={each} makers={makers} />
          {found && isUnknown(each) && (
            <FoundDevice mac={each.mac} maker={makers.get(each.mac) ?? null} calls={found} />
          )}
        </li>
      ))}
      {behind > 0 && <li class="port-hint">{t('ports_behind', behind)}</li>}
    </ul>
  );
}
