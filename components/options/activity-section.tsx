import { useEffect, useState } from 'preact/hooks';
import { t } from '@/lib/i18n';
import { keptDays } from '@/lib/model/activity';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { problemText } from '@/lib/words/problems';
import { useLive } from '@/components/state/use-live';
import { ActivityExport } from './activity-export';
import { ActivityFilters, filterOf, nothingChosen } from './activity-filters';
import { ActivityList } from './activity-list';
import type { SectionProps } from './section';
import { useActivity } from './use-activity';

/** The pause in typing before the lines are filtered, milliseconds. */
const waitMs = 200;

/** What happened, newest first: by what was done together, with when, who, what and why; filtered, and as a CSV file. */
export function ActivitySection({ client }: SectionProps) {
  const [chosen, setChosen] = useState(nothingChosen);
  const [text, setText] = useState('');
  const choices = useLive(client, 'activity.choices').view.value;
  const filter = filterOf({ ...chosen, text });
  const { groups, complete, problem, reload, more } = useActivity(client, filter);

  useEffect(() => {
    const timer = setTimeout(() => setText(chosen.text), waitMs);
    return () => clearTimeout(timer);
  }, [chosen.text]);

  return (
    <>
      <ActivityFilters
        chosen={chosen}
        choices={choices}
        onChange={(part) => setChosen({ ...chosen, ...part })}
      />
      <div class="activity-tools">
        <p class="options-hint">{t('options_activity_kept', keptDays)}</p>
        <ActivityExport client={client} filter={filterOf(chosen)} />
      </div>
      {problem && (
        <Notice tone="warning" action={<Button onClick={reload}>{t('options_retry')}</Button>}>
          {problemText(problem)}
        </Notice>
      )}
      {!groups && !problem && <p aria-busy="true">{t('page_loading')}</p>}
      {groups?.length === 0 && (
        <p role="status">
          {JSON.stringify(filter) === JSON.stringify(filterOf(nothingChosen))
            ? t('options_activity_empty')
            : t('options_activity_nothing')}
        </p>
      )}
      {groups && groups.length > 0 && (
        <ActivityList
          client={client}
          filter={filter}
          groups={groups}
          complete={complete}
          onMore={more}
        />
      )}
    </>
  );
}
