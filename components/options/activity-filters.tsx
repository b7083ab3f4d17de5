import type { ComponentChildren } from 'preact';
import { t } from '@/lib/i18n';
import type { ActivityFilter } from '@/lib/messages/activity';
import type { ResponseOf } from '@/lib/messages/protocol';
import { activityTopics } from '@/lib/model/activity';
import { whoText } from '@/lib/words/activity';
import { topicNames } from '@/lib/words/activity-topics';
import { Button } from '@/components/ui/button';

/** What is chosen above the list; dates as the date fields have them. */
export interface Chosen {
  readonly text: string;
  readonly topic: string;
  readonly who: string | null;
  readonly organization: string;
  /** `2026-03-05`; empty for none. */
  readonly from: string;
  readonly to: string;
  readonly failures: boolean;
}

export const nothingChosen: Chosen = {
  text: '',
  topic: '',
  who: null,
  organization: '',
  from: '',
  to: '',
  failures: false,
};

/** What to ask for, with the days by the reader's clock. */
export function filterOf(chosen: Chosen): ActivityFilter {
  const { text, topic, who, organization, from, to, failures } = chosen;
  const topics = activityTopics.filter((each) => each === topic);
  const [start, end] = [dayAt(from, '00:00:00.000'), dayAt(to, '23:59:59.999')];
  return {
    text: text.trim(),
    ...(topics.length > 0 && { topics }),
    ...(who !== null && { who }),
    ...(organization !== '' && { organizationId: organization as never }),
    ...(start !== null && { from: start }),
    ...(end !== null && { to: end }),
    ...(failures && { failures }),
  };
}

function dayAt(day: string, time: string): string | null {
  const at = day === '' ? NaN : Date.parse(`${day}T${time}`);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

/** Search and filters above the activity. */
export function ActivityFilters({
  chosen,
  choices,
  onChange,
}: {
  chosen: Chosen;
  choices: ResponseOf<'activity.choices'> | null;
  onChange: (part: Partial<Chosen>) => void;
}) {
  const people = choices?.people ?? [];
  const isChosen = JSON.stringify(chosen) !== JSON.stringify(nothingChosen);
  return (
    <div class="activity-filters" role="group" aria-label={t('options_activity_filters')}>
      <Labelled id="activity-search" label={t('options_activity_search')} wide>
        <input
          id="activity-search"
          class="text-input"
          type="search"
          autoComplete="off"
          spellcheck={false}
          maxLength={200}
          value={chosen.text}
          onInput={(event) => onChange({ text: event.currentTarget.value })}
        />
      </Labelled>
      <Choice
        id="activity-topic"
        label={t('options_activity_topic')}
        all={t('options_activity_all_topics')}
        value={chosen.topic}
        choices={activityTopics.map((topic) => [topic, t(topicNames[topic])])}
        onChange={(topic) => onChange({ topic })}
      />
      <Choice
        id="activity-person"
        label={t('options_activity_person')}
        all={t('options_activity_anybody')}
        value={chosen.who === null ? '' : `=${chosen.who}`}
        choices={people.map((who) => [`=${who}`, whoText({ who }) || t('options_activity_nobody')])}
        onChange={(who) => onChange({ who: who === '' ? null : who.slice(1) })}
      />
      <Choice
        id="activity-organization"
        label={t('options_activity_organization')}
        all={t('options_activity_any_organization')}
        value={chosen.organization}
        choices={(choices?.organizations ?? []).map(({ id, name }) => [id, name])}
        onChange={(organization) => onChange({ organization })}
      />
      <Day
        id="activity-from"
        label={t('options_activity_from')}
        value={chosen.from}
        onChange={(from) => onChange({ from })}
      />
      <Day
        id="activity-to"
        label={t('options_activity_to')}
        value={chosen.to}
        onChange={(to) => onChange({ to })}
      />
      <label class="activity-failures">
        <input
          type="checkbox"
          checked={chosen.failures}
          onChange={(event) => onChange({ failures: event.currentTarget.checked })}
        />
        {t('options_activity_failures')}
      </label>
      {isChosen && (
        <Button kind="quiet" onClick={() => onChange(nothingChosen)}>
          {t('matching_filter_clear')}
        </Button>
      )}
    </div>
  );
}

function Labelled({
  id,
  label,
  wide = false,
  children,
}: {
  id: string;
  label: string;
  wide?: boolean;
  children: ComponentChildren;
}) {
  return (
    <div class={`options-field activity-filter${wide ? ' activity-filter-wide' : ''}`}>
      <label for={id}>{label}</label>
      {children}
    </div>
  );
}

function Choice({
  id,
  label,
  all,
  value,
  choices,
  onChange,
}: {
  id: string;
  label: string;
  /** What is said where nothing is chosen. */
  all: string;
  value: string;
  choices: readonly (readonly [value: string, text: string])[];
  onChange: (value: string) => void;
}) {
  return (
    <Labelled id={id} label={label}>
      <select
        id={id}
        class="select"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="">{all}</option>
        {choices.map(([choice, text]) => (
          <option key={choice} value={choice}>
            {text}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

function Day({
  id,
  label,
  value,
  onChange,
}: {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <Labelled id={id} label={label}>
      <input
        id={id}
        class="text-input"
        type="date"
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </Labelled>
  );
}
