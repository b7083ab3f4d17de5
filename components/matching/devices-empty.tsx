import { t } from '@/lib/i18n';
import type { DevicesView, OrganizationsView } from '@/lib/views/matching';
import { Button } from '@/components/ui/button';
import type { Address } from './address';
import { EmptyState } from './empty-state';
import { NextOrganization } from './networks-empty';

/** What stands where a tab of the devices has no rows, and what to do next. */
export function DevicesEmpty({
  address,
  view,
  organizations,
}: {
  address: Address;
  view: DevicesView;
  organizations: OrganizationsView | null;
}) {
  const { tab, organization, allDevices } = address.place.value;
  const next = (
    <NextOrganization address={address} view={organizations} here={view.organization?.id ?? null} />
  );
  if (view.total === 0)
    return (
      <EmptyState action={next}>
        {t(allDevices ? 'matching_empty_no_devices_at_all' : 'matching_empty_no_devices')}
      </EmptyState>
    );
  if (tab === 'unmatched')
    return (
      <EmptyState action={next}>
        {t(allDevices ? 'matching_empty_all_devices' : 'matching_empty_devices')}
      </EmptyState>
    );
  return (
    <EmptyState
      action={
        <Button onClick={() => address.go({ organization, allDevices })}>
          {t('matching_show_unmatched')}
        </Button>
      }
    >
      {t(tab === 'matched' ? 'matching_empty_matched_devices' : 'matching_empty_ignored_devices')}
    </EmptyState>
  );
}
