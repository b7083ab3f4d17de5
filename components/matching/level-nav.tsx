import { useMemo } from 'preact/hooks';
import { t } from '@/lib/i18n';
import { organizationId } from '@/lib/model/ids';
import type { OrganizationsView } from '@/lib/views/matching';
import {
  allDevicesStart,
  findingsStart,
  formatMatchingPlace,
  matchingStart,
} from '@/lib/views/matching-address';
import type { Address } from './address';
import { inSentence } from '@/lib/words/in-sentence';

/** Between all networks, the devices of one organization or of all, and the findings. */
export function LevelNav({ address, view }: { address: Address; view: OrganizationsView | null }) {
  const { organization, allDevices, findings } = address.place.value;
  const organizations = view?.organizations ?? [];
  const known = organizations.some(({ id }) => id === organization);
  const options = useMemo(() => {
    const isDone = ({ unmatchedDevices }: Choice) => unmatchedDevices === 0;
    return [
      [t('matching_organizations_unmatched'), organizations.filter((each) => !isDone(each))],
      [t('matching_organizations_done'), organizations.filter(isDone)],
    ] as const;
  }, [organizations]);
  return (
    <nav class="matching-levels" aria-label={t('matching_levels')}>
      <a
        href={formatMatchingPlace(matchingStart)}
        aria-current={organization === null && !allDevices && !findings ? 'page' : undefined}
      >
        {t('matching_networks')}
      </a>
      <a href={formatMatchingPlace(findingsStart)} aria-current={findings ? 'page' : undefined}>
        {view && view.openFindings > 0
          ? t('matching_findings_open', [view.openFindings])
          : t('matching_findings')}
      </a>
      <label>
        <span>{t('matching_organization')}</span>
        <select
          class="select"
          aria-current={organization === null && !allDevices ? undefined : 'page'}
          value={allDevices ? all : (organization ?? '')}
          disabled={organizations.length === 0}
          onChange={({ currentTarget: { value } }) =>
            address.go(
              value === all
                ? allDevicesStart
                : { organization: value === '' ? null : organizationId(value) },
            )
          }
        >
          <option value="">{t('matching_organization_choose')}</option>
          {organization !== null && !known && <option value={organization}>…</option>}
          <option value={all}>{t('matching_all_organizations')}</option>
          {options.map(
            ([label, choices]) =>
              choices.length > 0 && (
                <optgroup key={label} label={label}>
                  {choices.map(({ id, name, unmatchedDevices }) => (
                    <option key={id} value={id}>
                      {unmatchedDevices > 0
                        ? t('matching_organization_unmatched', [inSentence(name), unmatchedDevices])
                        : inSentence(name)}
                    </option>
                  ))}
                </optgroup>
              ),
          )}
        </select>
      </label>
    </nav>
  );
}

type Choice = OrganizationsView['organizations'][number];

/** Stands for all organizations; no id is a word. */
const all = 'all';
