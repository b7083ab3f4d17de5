import { useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import type { ActivityFilter } from '@/lib/messages/activity';
import type { Activity } from '@/lib/model/activity';
import type { Problem } from '@/lib/model/problem';
import { activityCsv, activityFileName } from '@/lib/views/activity-csv';
import { Button } from '@/components/ui/button';
import { download } from '@/components/ui/download';
import { problemText } from '@/lib/words/problems';
import type { Reply } from '@/lib/messages/protocol';
import type { Client } from '@/components/state/client';

/** Lines asked for at a time: the most that one message carries. */
const chunk = 50_000;

/** Saves all lines that fit the filter as a CSV file, however many are shown. */
export function ActivityExport({ client, filter }: { client: Client; filter: ActivityFilter }) {
  const [state, setState] = useState<'idle' | 'busy' | { count: number } | Problem>('idle');

  async function save() {
    setState('busy');
    const lines: Activity[] = [];
    let before: number | null = null;
    do {
      const reply: Reply<'activity.list'> = await client.send('activity.list', {
        ...filter,
        before,
        limit: chunk,
      });
      if (!reply.ok) return setState(reply.problem);
      lines.push(...reply.value.rows);
      before = reply.value.before;
    } while (before !== null);
    download(activityCsv(lines), activityFileName(Date.now()));
    setState({ count: lines.length });
  }

  return (
    <div class="activity-export">
      <Button busy={state === 'busy'} onClick={() => void save()}>
        {t('options_activity_export')}
      </Button>
      <span role="status" class="options-hint">
        {typeof state === 'object' &&
          ('count' in state
            ? t('options_activity_exported', state.count)
            : t('options_activity_not_exported', [problemText(state)]))}
      </span>
    </div>
  );
}
