import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { problemInFull, sideName } from '@/lib/words/problems';
import { statusText } from '@/lib/words/statuses';
import { t } from '@/lib/i18n';
import { Countdown } from './countdown';
import type { Problem } from '@/lib/model/problem';
import type { IntegrationStatus } from '@/lib/model/integration-status';

interface Props {
  status: IntegrationStatus | null;
  problem: Problem | null;
  busy: boolean;
  /** No answer came for long. */
  slow: boolean;
  /** When it is asked again by itself, milliseconds. */
  nextTry: number | null;
  now: number;
  onRetry: (event: Event) => void;
  onOpenOptions: (event: Event) => void;
  onCheckSetup: (event: Event) => void;
}

/**
 * What keeps the panel from being current, as one sentence and one next step: what only a user
 * can correct (keys, passphrase) before what may pass by itself.
 */
export function PanelProblem(props: Props) {
  const { status, problem, busy, slow, nextTry, now, onRetry, onOpenOptions, onCheckSetup } = props;
  const openOptions = (
    <Button icon="settings" onClick={onOpenOptions}>
      {t('panel_open_options')}
    </Button>
  );
  const checkSetup = (
    <Button kind="quiet" onClick={onCheckSetup}>
      {t('setup_check_link')}
    </Button>
  );
  const options = (
    <>
      {openOptions}
      {checkSetup}
    </>
  );
  if (status?.state === 'credentials-failed')
    return (
      <Notice tone="bad" action={options}>
        {t('panel_credentials_failed', [sideName(status.side)])}
      </Notice>
    );
  if (status?.state === 'locked' || status?.state === 'not-connected')
    return (
      <Notice tone="warning" action={openOptions}>
        {t(
          status.state === 'not-connected'
            ? 'panel_not_connected'
            : status.passphrase === 'set'
              ? 'panel_locked'
              : 'panel_passphrase_missing',
        )}
      </Notice>
    );
  if (slow) return <Notice tone="info">{t('panel_slow')}</Notice>;
  if (problem)
    return (
      <Notice
        tone="warning"
        action={
          <>
            <Button icon="refresh" busy={busy} onClick={onRetry}>
              {t('panel_retry')}
            </Button>
            {checkSetup}
          </>
        }
      >
        {problemInFull(problem)} {nextTry !== null && <Countdown until={nextTry} />}
      </Notice>
    );
  if (status?.state === 'error')
    return (
      <Notice tone="warning" action={options}>
        {statusText(status, now)}
      </Notice>
    );
  return null;
}
