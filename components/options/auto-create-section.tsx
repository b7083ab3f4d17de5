import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import type { AutoCreateView } from '@/lib/views/wireless';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { problemText } from '@/lib/words/problems';
import { useLive } from '@/components/state/use-live';
import { AutoCreateForm } from './auto-create-form';
import { AutoCreateProgress } from './auto-create-progress';
import { AutoCreateResult, resultText } from './auto-create-result';
import { ManagedMark } from './managed-mark';
import type { SectionProps } from './section';
import { writingText } from './writing-progress';

/** Whether Wi-Fi networks are documented in IT Glue, and how far that is. */
export function AutoCreateSection(props: SectionProps) {
  return (
    <>
      <p>{t('options_auto_intro')}</p>
      {props.view.connection === null ? (
        <p>{t('options_auto_connect_first')}</p>
      ) : (
        // Another connection is another tenant's setting.
        <Connected key={props.view.connection.connectedAt} {...props} />
      )}
    </>
  );
}

function Connected({ client, view: options }: SectionProps) {
  const { view, problem, reload } = useLive(client, 'auto-create.view');
  const [saved, setSaved] = useState(0);
  const outcomeElement = useRef<HTMLDivElement>(null);
  // Save, which had the focus, takes no more clicks by then.
  useEffect(() => {
    if (saved > 0) outcomeElement.current?.focus();
  }, [saved]);

  const auto = view.value;
  return (
    <>
      {problem.value && (
        <Notice
          tone="warning"
          action={<Button onClick={() => void reload()}>{t('options_retry')}</Button>}
        >
          {t('options_auto_not_read', [problemText(problem.value)])}
        </Notice>
      )}
      {!auto && !problem.value && <p aria-busy="true">{t('options_auto_loading')}</p>}
      {auto && (
        <>
          <AutoCreateForm
            client={client}
            auto={auto}
            whyNot={
              options.managed.fields.includes('autoCreate') ? (
                <ManagedMark />
              ) : auto.permitted ? null : (
                whyNot(options)
              )
            }
            onSaved={() => {
              setSaved(saved + 1);
              return reload();
            }}
          />
          <div ref={outcomeElement} class="options-outcome auto-create-outcome" tabIndex={-1}>
            <AutoCreateProgress client={client} auto={auto} />
            {auto.state !== 'working' && auto.lastResult && (
              <AutoCreateResult result={auto.lastResult} />
            )}
          </div>
          {/* Without ages and counts, which change all the time and would be read out each time. */}
          <p class="hidden-text" role="status">
            {announcement(auto)}
          </p>
          <p class="options-hint">{t('options_auto_sidebar')}</p>
        </>
      )}
    </>
  );
}

function announcement({ on, state, lastResult }: AutoCreateView): string {
  if (state === 'working') return writingText(on);
  return state === 'idle' && lastResult ? resultText(lastResult) : '';
}

/** Why the person at this browser may not switch it, and where to say who that is. */
function whyNot({ users, settings }: SectionProps['view']) {
  if (users.length === 0) return t('options_auto_no_users');
  const user = users.find(({ id }) => id === settings.userId);
  if (user) return t('options_auto_role', [user.roleName]);
  return (
    <>
      {t('options_auto_nobody')} <a href="#access">{t('options_access')}</a>
    </>
  );
}
