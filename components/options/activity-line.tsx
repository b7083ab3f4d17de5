import { t } from '@/lib/i18n';
import { exactTime } from '@/lib/i18n/time';
import type { Activity, FieldChange } from '@/lib/model/activity';
import { isFailure } from '@/lib/model/activity-topic';
import { eventText, whoText } from '@/lib/words/activity';
import { fieldValueText } from '@/lib/words/activity-changes';
import { Icon } from '@/components/icons/icon';
import { ValueText } from '@/components/ui/value-text';

/** How a line opens: what it is, and whether that is seen. */
export interface Opening {
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** When, who, what and why; of a run how many lines it has, which it opens to. */
export function ActivityLine({
  line,
  count = 1,
  failures = 0,
  opening,
}: {
  line: Activity;
  /** How many lines it stands for. */
  count?: number;
  failures?: number;
  /** `null`: there is nothing more to see. */
  opening: Opening | null;
}) {
  const { what, why } = eventText(line.event);
  const bad = failures > 0 || isFailure(line.event);
  const text = (
    <span class="activity-text">
      <span class="activity-what" dir="auto">
        {bad && <Icon name="warning" />}
        {what}
      </span>
      <span class="activity-quiet">
        <time dateTime={line.at}>{exactTime(line.at)}</time>
        <bdi>{whoText(line) || '—'}</bdi>
        {why !== null && <bdi>{why}</bdi>}
        {count > 1 && <span>{t('activity_entries', count)}</span>}
        {failures > 0 && count > 1 && (
          <span class="activity-bad">{t('activity_failures', failures)}</span>
        )}
      </span>
    </span>
  );
  if (!opening) return <div class="activity-line">{text}</div>;
  return (
    <button
      type="button"
      class="activity-line"
      aria-expanded={opening.open}
      onClick={opening.onToggle}
    >
      <Icon name="chevron" />
      {text}
    </button>
  );
}

/** What was written: each field with what it was and is. Of a key only that it was written. */
export function ActivityChanges({ changes }: { changes: readonly FieldChange[] }) {
  return (
    <dl class="activity-changes">
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{field}</dt>
          <dd>
            {after === undefined ? (
              t('activity_key_not_shown')
            ) : (
              <>
                {before !== undefined && (
                  <>
                    <del>
                      <span class="hidden-text">{t('activity_before')} </span>
                      <ValueText text={fieldValueText(before)} />
                    </del>
                    <span aria-hidden="true"> → </span>
                  </>
                )}
                <ins>
                  <span class="hidden-text">{t('activity_after')} </span>
                  <ValueText text={fieldValueText(after)} />
                </ins>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
