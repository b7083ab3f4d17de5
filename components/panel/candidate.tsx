import { Icon } from '@/components/icons/icon';
import { t } from '@/lib/i18n';
import type { MessageKey } from '@/lib/i18n';
import { formatMac } from '@/lib/model/mac';
import type { PanelCandidate } from '@/lib/views/matching';
import { kindNames } from './kind-names';

const reasons = {
  'mac-and-ip': 'panel_reason_mac_and_ip',
  mac: 'panel_reason_mac',
  'serial-number': 'panel_reason_serial_number',
  ip: 'panel_reason_ip',
  name: 'panel_reason_name',
  'similar-name': 'panel_reason_similar_name',
} as const satisfies Record<NonNullable<PanelCandidate['reason']>, MessageKey>;

/** A device that may be chosen: what it is, why it is offered, and what tells it from the others. */
export function Candidate({ candidate, id }: { candidate: PanelCandidate; id?: string }) {
  const { kind, name, mac, ip, model, networkName, reason } = candidate;
  const facts = [mac && formatMac(mac), ip, model, networkName].filter(
    (fact) => fact !== null && fact !== '',
  );
  return (
    <div class="candidate" id={id}>
      <span class="candidate-kind">
        <Icon name={kind} />
        <span class="hidden-text">{t(kindNames[kind])}</span>
      </span>
      <div class="candidate-words">
        <p class="candidate-title">
          <bdi class="candidate-name">{name}</bdi>{' '}
          {reason !== null && <span class="candidate-reason">{t(reasons[reason])}</span>}
        </p>
        <p class="candidate-facts">
          {facts.map((fact) => (
            <bdi key={fact} class="candidate-fact">
              {fact}
            </bdi>
          ))}
        </p>
      </div>
    </div>
  );
}
