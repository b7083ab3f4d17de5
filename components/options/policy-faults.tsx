import { t } from '@/lib/i18n';
import type { ManagedView } from '@/lib/views/options';
import { policyFaultText } from '@/lib/words/policy';
import { failureText } from '@/lib/words/connect-failures';
import { Notice } from '@/components/ui/notice';

/** What of the company's policy means nothing, and why no connection came of it, for who can mend it. */
export function PolicyFaults({ managed: { faults, failures } }: { managed: ManagedView }) {
  return (
    <>
      {faults.length > 0 && (
        <Notice tone="warning" title={t('managed_faults_title')}>
          {t('managed_faults_text')}
          <ul class="options-faults">
            {faults.map((fault) => (
              <li key={`${fault.reason} ${fault.field}`}>{policyFaultText(fault)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {failures.length > 0 && (
        <Notice tone="bad" title={t('managed_not_connected')}>
          {failures.map(failureText).join(' ')}
        </Notice>
      )}
    </>
  );
}
