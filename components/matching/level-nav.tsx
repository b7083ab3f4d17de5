import { useMemo } from 'preact/hooks';
import { t } from '@/lib/i18n';
import { organizationId } from '@/lib/model/ids';
import type { OrganizationsView } from '@/lib/views/matching';
import { findingsStart, formatMatchingPlace, matchingStart } from '@/lib/views/matching-address';
import type { Address } from './address';
import { inSentence } from '@/lib/words/in-sentence';

/** Between all networks, the devices of one organization, and the findings. */
export function LevelNav({ address, view }: { address: Address; view: OrganizationsView | null }) {
  const { organization, findings } = address.place.value;
  const organizations = view?.organizations ?? [];
  const known = organizations.some(({ id }) => id === organization);
  const options = useMemo(
    () =>
      organizations.map(({ id, name, unmatchedDevices }) => (
        <option key={id} value={id}>
          {unmatchedDevices > 0
            ? t('matching_organization_unmatched', [inSentence(name), unmatchedDevices])
            : inSentence(name)}
        </option>
      )),
    [organizations],
  );
  return (
    <nav class="matching-levels" aria-label={t('matching_levels')}>
      <a
        href={formatMatchingPlace(matchingStart)}
        aria-current={organization === null && !findings ? 'page' : undefined}
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
          aria-current={organization === null ? undefined : 'page'}
          value={organization ?? ''}
          disabled={organizations.length === 0}
          onChange={({ currentTarget: { value } }) =>
            address.go({ organization: value === '' ? null : organizationId(value) })
          }
        >
          <option value="">{t('matching_organization_choose')}</option>
          {organization !== null && !known && <option value={organization}>…</option>}
          {options}
        </select>
      </label>
    </nav>
  );
}
