import { t } from '@/lib/i18n';
import { inSentence } from '@/lib/words/in-sentence';
import { deviceStatus } from '@/lib/words/device-statuses';
import { deviceKinds, deviceStatuses } from '@/lib/model/device';
import type { DeviceKind } from '@/lib/model/device';
import { networkId } from '@/lib/model/ids';
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

export function NetworkFilter({
  place,
  networks,
  onChange,
}: FilterProps & Pick<DevicesView, 'networks'>) {
  if (networks.length < 2 && place.network === null) return null;
  return (
    <select
      class="select"
      aria-label={t('matching_filter_network')}
      value={place.network ?? ''}
      onChange={({ currentTarget: { value } }) =>
        onChange({ network: value === '' ? null : networkId(value) })
      }
    >
      <option value="">{t('matching_filter_network_all')}</option>
      {networks.map(({ id, name }) => (
        <option key={id} value={id}>
          {inSentence(name)}
        </option>
      ))}
    </select>
  );
}

/** Lists networks without devices too, which are left out until asked for. */
export function WithoutDevicesFilter({ place, count, onChange }: FilterProps & { count: number }) {
  // One that is chosen stays, so that it can be taken back.
  if (count === 0 && !place.withoutDevices) return null;
  return (
    <button
      type="button"
      class="matching-kind"
      aria-pressed={place.withoutDevices}
      onClick={() => onChange({ withoutDevices: !place.withoutDevices })}
    >
      {t('matching_filter_without_devices', count)}
    </button>
  );
}

/** How many rows of a tab are new. */
export const newIn = (
  rows: readonly { readonly state: MatchingTab; readonly isNew: boolean }[],
  tab: MatchingTab,
): number => rows.filter((row) => row.state === tab && row.isNew).length;

/** Only what is new since the list was looked at last. `count`: how many of the tab's rows are. */
export function NewFilter({ place, count, onChange }: FilterProps & { count: number }) {
  // One that is chosen stays, so that it can be taken back.
  if (count === 0 && !place.onlyNew) return null;
  return (
    <button
      type="button"
      class="matching-kind"
      aria-pressed={place.onlyNew}
      title={t('matching_filter_new_title')}
      onClick={() => onChange({ onlyNew: !place.onlyNew })}
    >
      {t('matching_filter_new', count)}
    </button>
  );
}

export function StatusFilter({ place, onChange }: FilterProps) {
  return (
    <select
      class="select"
      aria-label={t('matching_filter_status')}
      value={place.status ?? ''}
      onChange={({ currentTarget: { value } }) =>
        onChange({ status: deviceStatuses.find((status) => status === value) ?? null })
      }
    >
      <option value="">{t('matching_filter_status_all')}</option>
      {deviceStatuses.map((status) => (
        <option key={status} value={status}>
          {deviceStatus(status).text}
        </option>
      ))}
    </select>
  );
}

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
    <select
      class="select"
      aria-label={t('matching_filter_reason')}
      value={place.reason ?? ''}
      onChange={({ currentTarget: { value } }) =>
        onChange({ reason: offered.find((reason) => reason === value) ?? null })
      }
    >
      <option value="">{t('matching_filter_reason_all')}</option>
      {offered.map((reason) => (
        <option key={reason} value={reason}>
          {t(reasonWords[reason])}
        </option>
      ))}
    </select>
  );
}

/** Only of organizations that have unmatched devices; those that are unmatched are of no others. */
export function UnmatchedFilter({ place, onChange }: FilterProps) {
  // One that is chosen stays, so that it can be taken back.
  if (place.tab === 'unmatched' && !place.hasUnmatched) return null;
  return (
    <button
      type="button"
      class="matching-kind"
      aria-pressed={place.hasUnmatched}
      title={t('matching_filter_unmatched_title')}
      onClick={() => onChange({ hasUnmatched: !place.hasUnmatched })}
    >
      {t('matching_filter_unmatched')}
    </button>
  );
}

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
