import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import { documentedChoices } from '@/lib/words/auto-create';
import type { Problem } from '@/lib/model/problem';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Client } from '@/components/state/client';
import { useLive } from '@/components/state/use-live';
import { ProblemWords } from './problem-words';
import { RadioChoice } from './radio-choice';
import { WritingProgress } from './writing-progress';

type Documented = 'keep' | 'archive';

/** Asks before keys and stored data are wiped, and what becomes of what was documented. */
export function DisconnectDialog({
  client,
  documents,
  onClose,
}: {
  client: Client;
  /** Whether the integration documents Wi-Fi networks in IT Glue, so that there is something to archive. */
  documents: boolean;
  /** @param done whether it was disconnected */
  onClose: (done: boolean) => void;
}) {
  const [documented, setDocumented] = useState<Documented>('keep');
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  /** Decisions that no other browser can see, once that was tried. */
  const [unshared, setUnshared] = useState(0);
  const dialog = useRef<HTMLDialogElement>(null);
  const auto = useLive(client, 'auto-create.view').view.value;
  // Archiving begins with switching it off; where that broke off there is still something to archive.
  const [documentedAtFirst] = useState(documents);
  const offersArchive = documentedAtFirst || (auto !== null && auto.state !== 'idle');
  useEffect(() => dialog.current?.showModal(), []);

  async function disconnect() {
    setPending(true);
    setProblem(null);
    const anyway = unshared > 0 && { anyway: true };
    const reply = await client.send('connection.disconnect', { documented, ...anyway });
    setPending(false);
    if (!reply.ok) setProblem(reply.problem);
    else if (reply.value.unshared > 0) setUnshared(reply.value.unshared);
    else onClose(true);
  }

  return (
    <dialog
      ref={dialog}
      class="options-dialog"
      aria-labelledby="disconnect-title"
      aria-describedby="disconnect-text"
      onCancel={(event) => pending && event.preventDefault()}
      onClose={() => onClose(false)}
    >
      <h2 id="disconnect-title">{t('options_disconnect_title')}</h2>
      <p id="disconnect-text">{t('options_disconnect_text')}</p>
      {offersArchive ? (
        <fieldset>
          <legend>{t('options_disconnect_documented')}</legend>
          {(['keep', 'archive'] as const).map((choice) => (
            <RadioChoice
              key={choice}
              group="disconnect"
              value={choice}
              label={t(documentedChoices[choice].label)}
              hint={t(documentedChoices[choice].hint)}
              chosen={documented}
              locked={pending || (choice === 'archive' && auto?.permitted === false)}
              onChoose={setDocumented}
            />
          ))}
          {auto?.permitted === false && (
            <p class="options-hint">{t('options_disconnect_archive_role')}</p>
          )}
        </fieldset>
      ) : (
        <p>{t('options_disconnect_untouched')}</p>
      )}
      {pending && documented === 'archive' && (
        <div role="status">
          <WritingProgress on={false} done={auto?.done ?? 0} total={auto?.total ?? 0} />
        </div>
      )}
      {unshared > 0 && !problem && (
        <Notice tone="warning" role="alert">
          {t('team_unshared', unshared)}
        </Notice>
      )}
      {problem && (
        <Notice tone="bad" role="alert">
          {t('options_not_disconnected')} <ProblemWords problem={problem} />
          {documented === 'archive' && ` ${t('options_disconnect_keep_instead')}`}
        </Notice>
      )}
      <div class="options-dialog-actions">
        <Button busy={pending} onClick={() => dialog.current?.close()}>
          {t('options_cancel')}
        </Button>
        <Button kind="danger" busy={pending} onClick={() => void disconnect()}>
          {t(
            pending
              ? documented === 'archive'
                ? 'options_disconnect_archiving'
                : 'options_disconnecting'
              : unshared > 0
                ? 'options_disconnect_anyway'
                : 'options_disconnect',
          )}
        </Button>
      </div>
    </dialog>
  );
}
