import { useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import type { Problem } from '@/lib/model/problem';
import type { SwitchedOff } from '@/lib/views/wireless';
import { problemInFull } from '@/lib/words/problems';
import { switchedOffText } from '@/lib/words/auto-create';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Client } from '@/components/state/client';
import { useNow } from '@/components/state/use-now';

/** That another of the company switched Auto-Create off, and the way to take it back. */
export function SwitchedOffNotice({
  client,
  off,
  permitted,
}: {
  client: Client;
  off: SwitchedOff;
  /** Whether the person may switch it. */
  permitted: boolean;
}) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const now = useNow();
  async function keep() {
    setBusy(true);
    const reply = await client.send('auto-create.save', { on: true });
    setProblem(reply.ok ? null : reply.problem);
    setBusy(false);
  }
  return (
    <>
      <Notice
        tone="warning"
        role="status"
        action={
          permitted && (
            <Button busy={busy} onClick={() => void keep()}>
              {t('auto_create_keep')}
            </Button>
          )
        }
      >
        {switchedOffText(off, now)}
      </Notice>
      {problem && (
        <Notice tone="bad" role="alert">
          {t('options_auto_not_saved', [problemInFull(problem)])}
        </Notice>
      )}
    </>
  );
}
