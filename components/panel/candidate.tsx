import { Icon } from '@/components/icons/icon';
import { ValueText } from '@/components/ui/value-text';
import { t } from '@/lib/i18n';
import { formatMac } from '@/lib/model/mac';
import type { PanelCandidate } from '@/lib/views/matching';
import { inSentence } from '@/lib/words/in-sentence';
import { kindWords } from '@/lib/words/kinds';
import { candidateReasons } from '@/lib/words/rules';

/** A device that may be chosen: what it is, why it is offered, and what tells it from the others. */
export function Candidate({ candidate, id }: { candidate: PanelCandidate; id?: string }) {
  const { kind, name, mac, ip, model, networkName, reason, replaces, claimedBy } = candidate;
  const facts = [mac && formatMac(mac), ip, model, networkName].filter(
    (fact): fact is string => fact !== null && fact !== '',
  );
  return (
    <div class="candidate" id={id}>
      <span class="candidate-kind">
        <Icon name={kind} />
        <span class="hidden-text">{t(kindWords[kind].name)}</span>
      </span>
      <div class="candidate-words">
        <p class="candidate-title">
          <bdi class="candidate-name">
            <ValueText text={name} />
          </bdi>{' '}
          {reason !== null && (
            <span class="candidate-reason">
              {t(candidateReasons[reason], [replaces ? formatMac(replaces) : ''])}
              {claimedBy !== null && ` · ${t('claimed_mac', [inSentence(claimedBy)])}`}
            </span>
          )}
        </p>
        <p class="candidate-facts">
          {facts.map((fact) => (
            <bdi key={fact} class="candidate-fact">
              <ValueText text={fact} />
            </bdi>
          ))}
        </p>
      </div>
    </div>
  );
}
