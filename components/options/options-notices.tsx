import { t } from '@/lib/i18n';
import type { Problem } from '@/lib/model/problem';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { problemText } from '@/lib/words/problems';

/** What is to be known in whatever section one is. */
export function OptionsNotices({
  failedSide,
  vendorIntegration,
  problem,
  onRetry,
}: {
  /** Whose credentials failed. */
  failedSide: 'datto' | 'itglue' | null;
  vendorIntegration: boolean;
  /** Why the options could not be read. */
  problem: Problem | null;
  onRetry: () => void;
}) {
  return (
    <>
      {failedSide && (
        <Notice
          tone="bad"
          role="alert"
          title={t(
            failedSide === 'datto' ? 'options_credentials_datto' : 'options_credentials_itglue',
          )}
          action={
            <>
              <a href="#connection">{t('options_connection')}</a>{' '}
              <a href="setup-check.html">{t('setup_check_link')}</a>
            </>
          }
        >
          {t('options_credentials_stopped')}
        </Notice>
      )}
      {vendorIntegration && (
        <Notice tone="warning" action={<a href="setup-check.html">{t('setup_check_link')}</a>}>
          {t('vendor_integration')}
        </Notice>
      )}
      {problem && (
        <Notice
          tone="bad"
          role="alert"
          action={<Button onClick={onRetry}>{t('options_retry')}</Button>}
        >
          {problemText(problem)}
        </Notice>
      )}
    </>
  );
}
