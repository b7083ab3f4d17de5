import { t } from '@/lib/i18n';
import type { NetworksView, OrganizationsView } from '@/lib/views/matching';
import { Button } from '@/components/ui/button';
import type { Client } from '@/components/state/client';
import type { Address } from './address';
import { EmptyState } from './empty-state';
import { SyncButton } from './sync-button';
import { inSentence } from '@/lib/words/in-sentence';

/** What stands where a tab of the networks has no rows, and what to do next. */
export function NetworksEmpty({
  client,
  address,
  view,
  organizations,
}: {
  client: Client;
  address: Address;
  view: NetworksView;
  organizations: OrganizationsView | null;
}) {
  const { tab } = view;
  if (view.total === 0 && view.access === 'all')
    return (
      <EmptyState action={<SyncButton client={client} />}>
        {t('matching_empty_no_networks')}
      </EmptyState>
    );
  const show = (to: 'unmatched' | 'matched') => (
    <Button onClick={() => address.go({ tab: to })}>
      {t(to === 'matched' ? 'matching_show_matched' : 'matching_show_unmatched')}
    </Button>
  );
  if (tab === 'matched')
    return (
      <EmptyState action={show('unmatched')}>{t('matching_empty_matched_networks')}</EmptyState>
    );
  if (tab === 'ignored')
    return (
      <EmptyState action={show('unmatched')}>{t('matching_empty_ignored_networks')}</EmptyState>
    );
  return (
    <EmptyState action={<NextOrganization address={address} view={organizations} here={null} />}>
      {view.access === 'all' ? t('matching_empty_networks') : t('matching_empty_networks_manager')}
    </EmptyState>
  );
}

/** Leads to the organization with the most undecided devices; to the matched ones where there is none. */
export function NextOrganization({
  address,
  view,
  here,
}: {
  address: Address;
  view: OrganizationsView | null;
  /** The organization that is done. */
  here: string | null;
}) {
  const next = (view?.organizations ?? [])
    .filter(({ id, unmatchedDevices }) => id !== here && unmatchedDevices > 0)
    .sort((a, b) => b.unmatchedDevices - a.unmatchedDevices)[0];
  if (next)
    return (
      <Button kind="primary" onClick={() => address.go({ organization: next.id })}>
        {t('matching_next_organization', [inSentence(next.name)])}
      </Button>
    );
  return here === null ? (
    <Button onClick={() => address.go({ tab: 'matched' })}>{t('matching_show_matched')}</Button>
  ) : (
    <Button onClick={() => address.go({})}>{t('matching_all_networks')}</Button>
  );
}
