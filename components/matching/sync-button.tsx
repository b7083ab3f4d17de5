import { useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import type { Problem } from '@/lib/model/problem';
import { Button } from '@/components/ui/button';
import { notDoneText } from '@/lib/words/problems';
import type { Client } from '@/components/state/client';

/** Starts a sync, or says why it did not start. */
export function SyncButton({ client }: { client: Client }) {
  const [problem, setProblem] = useState<Problem | null>(null);
  async function start() {
    setProblem(null);
    const reply = await client.send('sync.start');
    if (!reply.ok) setProblem(reply.problem);
  }
  return (
    <div class="matching-sync">
      <Button icon="refresh" onClick={() => void start()}>
        {t('matching_sync_now')}
      </Button>
      <p class="matching-bad" role="alert">
        {problem && notDoneText(problem)}
      </p>
    </div>
  );
}
