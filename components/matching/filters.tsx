import { t } from '@/lib/i18n';
import { inSentence } from '@/lib/words/in-sentence';
import { deviceStatus } from '@/lib/words/device-statuses';
import { deviceKinds, deviceStatuses } from '@/lib/model/device';
import type { DeviceKind } from '@/lib/model/device';
import { deviceReasons } from '@/lib/model/device-reasons';
import type { DevicesView } from '@/lib/views/matching';
import type { MatchingPlace, MatchingTab, SortKey } from '@/lib/views/matching-address';
import { Icon } from '@/components/icons/icon';
import { kindWords } from '@/lib/words/kinds';
import { reasonWords } from '@/lib/words/rules';

interface FilterProps {
  place: MatchingPlace;
  onChange: (change: Partial<MatchingPlace>) => void;
}

/** Any number of kinds; none chosen means all. */
export function KindFilter({
  place,
  kinds,
  onChange,
}: FilterProps & { kinds: readonly DeviceKind[] }) {
  // One that is chosen stays, so that it can be taken back.
  const offered = deviceKinds.filter((kind) => kinds.includes(kind) || place.kinds.includes(kind));
  if (offered.length < 2 && place.kinds.length === 0) return null;
  return (
    <div class="matching-kinds" role="group" aria-label={t('matching_filter_kind')}>
      {offered.map((kind) => {
        const chosen = place.kinds.includes(kind);
        return (
          <button
            key={kind}
            type="button"
            class="matching-kind"
            aria-pressed={chosen}
            onClick={() =>
              onChange({
                kinds: chosen
                  ? place.kinds.filter((each) => each !== kind)
                  : deviceKinds.filter((each) => each === kind || place.kinds.includes(each)),
              })
            }
          >
            <Icon name={kind} />
            {t(kindWords[kind].many)}
          </button>
        );
      })}
    </div>
  );
}

/** One of several to be chosen, or all. */
function Choice<Value extends string>({
  label,
  all,
  chosen,
  options,
  textOf,
  onChoose,
}: {
  label: string;
  /** The words for no choice. */
  all: string;
  chosen: Value | null;
  options: readonly Value[];
  textOf: (value: Value) => string;
  onChoose: (value: Value | null) => void;
}) {
  return (
    <select
      class="select"
      aria-label={label}
      value={chosen ?? ''}
      onChange={({ currentTarget: { value } }) =>
        onChoose(options.find((option) => option === value) ?? null)
      }
    >
      <option value="">{all}</option>
      {options.map((option) => (
        <option key={option} value={option}>
          {textOf(option)}
        </option>
      ))}
    </select>
  );
}

export function NetworkFilter({
  place,
  networks,
  onChange,
}: FilterProps & Pick<DevicesView, 'networks'>) {
  if (networks.length < 2 && place.network === null) return null;
  const names = new Map(networks.map(({ id, name }) => [id, name]));
  return (
    <Choice
      label={t('matching_filter_network')}
      all={t('matching_filter_network_all')}
      chosen={place.network}
      options={[...names.keys()]}
      textOf={(id) => inSentence(names.get(id) ?? '')}
      onChoose={(network) => onChange({ network })}
    />
  );
}

export const StatusFilter = ({ place, onChange }: FilterProps) => (
  <Choice
    label={t('matching_filter_status')}
    all={t('matching_filter_status_all')}
    chosen={place.status}
    options={deviceStatuses}
    textOf={(status) => deviceStatus(status).text}
    onChoose={(status) => onChange({ status })}
  />
);

/** By the rule of the match, or of what is suggested. */
export function ReasonFilter({
  place,
  reasons,
  onChange,
}: FilterProps & Pick<DevicesView, 'reasons'>) {
  // One that is chosen stays, so that it can be taken back.
  const offered = deviceReasons.filter(
    (reason) => reasons.includes(reason) || place.reason === reason,
  );
  if (offered.length < 2 && place.reason === null) return null;
  return (
    <Choice
      label={t('matching_filter_reason')}
      all={t('matching_filter_reason_all')}
      chosen={place.reason}
      options={offered}
      textOf={(reason) => t(reasonWords[reason])}
      onChoose={(reason) => onChange({ reason })}
    />
  );
}

/** Chosen or not; one that is chosen stays, so that it can be taken back. */
function Toggle({
  isOffered,
  isOn,
  title,
  text,
  onToggle,
}: {
  isOffered: boolean;
  isOn: boolean;
  title?: string;
  text: string;
  onToggle: (on: boolean) => void;
}) {
  if (!isOffered && !isOn) return null;
  return (
    <button
      type="button"
      class="matching-kind"
      aria-pressed={isOn}
      title={title}
      onClick={() => onToggle(!isOn)}
    >
      {text}
    </button>
  );
}

/** Lists networks without devices too, which are left out until asked for. */
export const WithoutDevicesFilter = ({
  place,
  count,
  onChange,
}: FilterProps & { count: number }) => (
  <Toggle
    isOffered={count > 0}
    isOn={place.withoutDevices}
    text={t('matching_filter_without_devices', count)}
    onToggle={(withoutDevices) => onChange({ withoutDevices })}
  />
);

/** How many rows of a tab are new. */
export const newIn = (
  rows: readonly { readonly state: MatchingTab; readonly isNew: boolean }[],
  tab: MatchingTab,
): number => rows.filter((row) => row.state === tab && row.isNew).length;

/** Only what is new since the list was looked at last. `count`: how many of the tab's rows are. */
export const NewFilter = ({ place, count, onChange }: FilterProps & { count: number }) => (
  <Toggle
    isOffered={count > 0}
    isOn={place.onlyNew}
    title={t('matching_filter_new_title')}
    text={t('matching_filter_new', count)}
    onToggle={(onlyNew) => onChange({ onlyNew })}
  />
);

/** Only of organizations that have unmatched devices; those that are unmatched are of no others. */
export const UnmatchedFilter = ({ place, onChange }: FilterProps) => (
  <Toggle
    isOffered={place.tab !== 'unmatched'}
    isOn={place.hasUnmatched}
    title={t('matching_filter_unmatched_title')}
    text={t('matching_filter_unmatched')}
    onToggle={(hasUnmatched) => onChange({ hasUnmatched })}
  />
);

/** Stands in for the heads of the columns where there is no room for them. */
export function SortSelect({
  place,
  sorts,
  onChange,
}: FilterProps & { sorts: readonly { key: SortKey; title: string }[] }) {
  return (
    <select
      class="select matching-sort-select"
      aria-label={t('matching_sort')}
      value={`${place.descending ? '-' : ''}${place.sort}`}
      onChange={({ currentTarget: { value } }) => {
        const key = value.replace(/^-/, '');
        const sort = sorts.find((each) => each.key === key);
        if (sort) onChange({ sort: sort.key, descending: value.startsWith('-') });
      }}
    >
      {sorts.flatMap(({ key, title }) => [
        <option key={key} value={key}>
          {t('matching_sort_option', [title])}
        </option>,
        <option key={`-${key}`} value={`-${key}`}>
          {t('matching_sort_descending', [title])}
        </option>,
      ])}
    </select>
  );
}

/** What takes every filter off, the order and tab kept. */
export const withoutFilters = {
  text: '',
  kinds: [],
  network: null,
  status: null,
  reason: null,
  hasUnmatched: false,
  onlyNew: false,
} as const;

export const isFiltered = (place: MatchingPlace): boolean =>
  place.onlyNew ||
  place.hasUnmatched ||
  place.text !== '' ||
  place.kinds.length > 0 ||
  [place.network, place.status, place.reason].some((choice) => choice !== null);
