import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import type { Problem } from '@/lib/model/problem';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Client } from '@/components/state/client';
import { ProblemWords } from './problem-words';

/** Asks before the keys are wiped whose passphrase is forgotten. */
export function ForgetDialog({
  client,
  onClose,
}: {
  client: Client;
  /** @param done whether they were wiped */
  onClose: (done: boolean) => void;
}) {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);

  async function forget() {
    setPending(true);
    setProblem(null);
    const reply = await client.send('vault.forget');
    setPending(false);
    if (reply.ok) onClose(true);
    else setProblem(reply.problem);
  }

  return (
    <dialog
      ref={dialog}
      class="options-dialog"
      aria-labelledby="forget-title"
      aria-describedby="forget-text"
      onCancel={(event) => pending && event.preventDefault()}
      onClose={() => onClose(false)}
    >
      <h2 id="forget-title">{t('vault_forget_title')}</h2>
      <p id="forget-text">{t('vault_forget_text')}</p>
      {problem && (
        <Notice tone="bad" role="alert">
          <ProblemWords problem={problem} />
        </Notice>
      )}
      <div class="options-dialog-actions">
        <Button busy={pending} onClick={() => dialog.current?.close()}>
          {t('options_cancel')}
        </Button>
        <Button kind="danger" busy={pending} onClick={() => void forget()}>
          {t('vault_forget')}
        </Button>
      </div>
    </dialog>
  );
}
