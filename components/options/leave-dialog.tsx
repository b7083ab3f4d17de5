import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import type { Problem } from '@/lib/model/problem';
import { problemInFull } from '@/lib/words/problems';
import { leaveWords } from '@/lib/words/team';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Client } from '@/components/state/client';
import { RadioChoice } from './radio-choice';

type Listed = keyof typeof leaveWords;

/** Asks before this browser shares no more, and what becomes of its own record. */
export function LeaveDialog({ client, onClose }: { client: Client; onClose: () => void }) {
  const [listed, setListed] = useState<Listed>('keep');
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  /** Decisions that no other browser can see, once that was tried. */
  const [unshared, setUnshared] = useState(0);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);

  async function leave() {
    setPending(true);
    setProblem(null);
    const reply = await client.send('team.leave', { listed, anyway: unshared > 0 });
    setPending(false);
    if (!reply.ok) setProblem(reply.problem);
    else if (reply.value.unshared > 0) setUnshared(reply.value.unshared);
    else onClose();
  }

  return (
    <dialog
      ref={dialog}
      class="options-dialog"
      aria-labelledby="leave-title"
      aria-describedby="leave-text"
      onCancel={(event) => pending && event.preventDefault()}
      onClose={onClose}
    >
      <h2 id="leave-title">{t('team_leave_title')}</h2>
      <p id="leave-text">{t('team_leave_text')}</p>
      <fieldset>
        <legend>{t('team_leave_listed')}</legend>
        {(['keep', 'remove'] as const).map((choice) => (
          <RadioChoice
            key={choice}
            group="leave"
            value={choice}
            label={t(leaveWords[choice].label)}
            hint={t(leaveWords[choice].hint)}
            chosen={listed}
            locked={pending}
            onChoose={setListed}
          />
        ))}
      </fieldset>
      {unshared > 0 && !problem && (
        <Notice tone="warning" role="alert">
          {t('team_unshared', unshared)}
        </Notice>
      )}
      {problem && (
        <Notice tone="bad" role="alert">
          {t('team_not_left', [problemInFull(problem)])}
        </Notice>
      )}
      <div class="options-dialog-actions">
        <Button busy={pending} onClick={() => dialog.current?.close()}>
          {t('options_cancel')}
        </Button>
        <Button kind="danger" busy={pending} onClick={() => void leave()}>
          {t(pending ? 'team_leaving' : unshared > 0 ? 'team_leave_anyway' : 'team_leave')}
        </Button>
      </div>
    </dialog>
  );
}
