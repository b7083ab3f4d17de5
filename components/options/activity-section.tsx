import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import { exactTime } from '@/lib/i18n/time';
import type { RequestOf, ResponseOf } from '@/lib/messages/protocol';
import type { Activity } from '@/lib/model/activity';
import { eventText, whoText } from '@/lib/words/activity';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { problemText } from '@/lib/words/problems';
import type { Client } from '@/components/state/client';
import { useLive } from '@/components/state/use-live';
import { ActivityExport } from './activity-export';
import type { SectionProps } from './section';

/** So many lines are shown at first, and so many more each time. */
const page = 50;
/** The pause in typing before the lines are filtered, milliseconds. */
const waitMs = 200;

/** What happened, newest first: with when, who, what and why; filtered, and as a CSV file. */
export function ActivitySection({ client }: SectionProps) {
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState({ text: '', limit: page });
  const { answer, problem, reload } = useActivity(client, { before: null, ...asked });

  useEffect(() => {
    const text = typed.trim();
    if (text === asked.text) return;
    const timer = setTimeout(() => setAsked({ text, limit: page }), waitMs);
    return () => clearTimeout(timer);
  }, [typed, asked.text]);

  return (
    <>
      <div class="activity-tools">
        <div class="options-field activity-filter">
          <label for="activity-filter">{t('options_activity_filter')}</label>
          <input
            id="activity-filter"
            class="text-input"
            type="search"
            autoComplete="off"
            spellcheck={false}
            maxLength={200}
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </div>
        <ActivityExport client={client} text={typed.trim()} />
      </div>
      {problem && (
        <Notice tone="warning" action={<Button onClick={reload}>{t('options_retry')}</Button>}>
          {problemText(problem)}
        </Notice>
      )}
      {answer && answer.rows.length === 0 && (
        <p role="status">
          {asked.text === ''
            ? t('options_activity_empty')
            : t('options_activity_nothing', [asked.text])}
        </p>
      )}
      {answer && answer.rows.length > 0 && (
        <ol class="activity" aria-label={t('options_activity')}>
          {answer.rows.map((row) => (
            <Line key={row.id} line={row} />
          ))}
        </ol>
      )}
      {answer && answer.before !== null && (
        <div>
          <Button onClick={() => setAsked({ ...asked, limit: asked.limit + page })}>
            {t('options_activity_more')}
          </Button>
        </div>
      )}
    </>
  );
}

function Line({ line }: { line: Activity }) {
  const { what, why } = eventText(line.event);
  return (
    <li>
      <time dateTime={line.at}>{exactTime(line.at)}</time>
      <div>
        <p>{what}</p>
        <p class="activity-quiet">
          {whoText(line) || '—'}
          {why !== null && ` · ${why}`}
        </p>
      </div>
    </li>
  );
}

/** The newest lines that fit, kept current; those of the last question until the next is answered. */
function useActivity(client: Client, request: RequestOf<'activity.list'>) {
  const { view, problem, reload } = useLive(client, 'activity.list', request);
  const last = useRef<ResponseOf<'activity.list'> | null>(null);
  if (view.value) last.current = view.value;
  return { answer: last.current, problem: problem.value, reload: () => void reload() };
}
