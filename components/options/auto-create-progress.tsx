import { t } from '@/lib/i18n';
import type { AutoCreateView } from '@/lib/views/wireless';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Client } from '@/components/state/client';
import { SwitchedOffNotice } from '@/components/sync/switched-off-notice';
import { ProblemWords } from './problem-words';
import { WritingProgress } from './writing-progress';

/** How far IT Glue is brought in line with the setting, or why it could not be; nothing once it is. */
export function AutoCreateProgress({
  client,
  auto: { on, permitted, state, done, total, problem, switchedOff },
}: {
  client: Client;
  auto: AutoCreateView;
}) {
  if (state === 'working') return <WritingProgress on={on} done={done} total={total} />;
  if (switchedOff)
    return <SwitchedOffNotice client={client} off={switchedOff} permitted={permitted} />;
  if (state === 'failed')
    return (
      <Notice
        tone="warning"
        action={
          <Button onClick={() => void client.send('sync.start')}>{t('options_retry')}</Button>
        }
      >
        {t(on ? 'options_auto_failed_on' : 'options_auto_failed_off')}{' '}
        {problem && <ProblemWords problem={problem} />}
      </Notice>
    );
  return null;
}
