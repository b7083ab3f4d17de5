import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import { portalAddress } from '@/lib/model/portal';
import type { Problem } from '@/lib/model/problem';
import type { OptionsView } from '@/lib/views/options';
import type { Recognition } from '@/lib/model/recognition';
import { inSentence } from '@/lib/words/in-sentence';
import { problemText } from '@/lib/words/problems';
import { notRecognized } from '@/lib/words/signed-in';
import type { Client } from '@/components/state/client';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

/** Who the portal's open pages say is signed in, for the person to confirm once. Asked again when the tab is looked at. */
export function RecognizedUser({
  client,
  view,
  onSeen,
}: {
  client: Client;
  view: OptionsView;
  /** Told what was found. */
  onSeen?: (seen: Recognition) => void;
}) {
  const { connection, settings, users } = view;
  const [seen, setSeen] = useState<Recognition | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const outcome = useRef<HTMLDivElement>(null);

  async function look() {
    const reply = await client.send('user.recognize');
    setProblem(reply.ok ? null : reply.problem);
    if (!reply.ok) return;
    setSeen(reply.value);
    onSeen?.(reply.value);
  }
  async function confirm(id: OptionsView['users'][number]['id']) {
    setBusy(true);
    const reply = await client.send('user.confirm', { userId: id });
    if (!reply.ok) setProblem(reply.problem);
    // Somebody else may have signed in there meanwhile.
    else if (!reply.value) await look();
    setBusy(false);
    outcome.current?.focus();
  }

  useEffect(() => {
    void look();
    const again = () => document.visibilityState === 'visible' && void look();
    document.addEventListener('visibilitychange', again);
    return () => document.removeEventListener('visibilitychange', again);
  }, [users.length > 0, connection?.connectedAt]);

  const chosen = users.find(({ id }) => id === settings.userId);
  return (
    <div ref={outcome} class="recognized" role="status" tabIndex={-1}>
      {problem && <Notice tone="warning">{problemText(problem)}</Notice>}
      {seen === null && !problem && <p class="options-hint">{t('user_looking')}</p>}
      {seen?.state === 'found' &&
        (seen.user.id === chosen?.id ? (
          <Notice tone="good">{t('user_confirmed', namesOf(seen.user))}</Notice>
        ) : (
          <Notice
            tone="info"
            title={t('user_is_it_you', namesOf(seen.user))}
            action={
              <Button kind="primary" busy={busy} onClick={() => void confirm(seen.user.id)}>
                {t('user_yes')}
              </Button>
            }
          >
            {chosen ? t('user_other', namesOf(chosen)) : seen.user.email}
          </Notice>
        ))}
      {seen?.state === 'cannot-tell' && (
        <Notice
          tone="neutral"
          action={
            <>
              {connection && seen.why === 'no-page' && (
                <a href={`${portalAddress(connection)}/`} target="_blank" rel="noreferrer">
                  {t('user_open_portal')}
                </a>
              )}{' '}
              <Button icon="refresh" onClick={() => void look()}>
                {t('user_look_again')}
              </Button>
            </>
          }
        >
          {t(notRecognized[seen.why])}
        </Notice>
      )}
    </div>
  );
}

const namesOf = ({ name, roleName }: OptionsView['users'][number]) => [
  inSentence(name),
  inSentence(roleName),
];
