import { useContext } from 'preact/hooks';
import { t } from '@/lib/i18n';
import type { DeviceRow } from '@/lib/views/matching';
import { formatMatchingPlace, matchingStart } from '@/lib/views/matching-address';
import type { Column } from './column';
import { textWidth } from './column-widths';
import { RowTabIndex } from './row-button';

/** Whose a device is, beside those of all organizations; leads to that organization's devices. */
export const organizationColumn = (): Column<DeviceRow> => ({
  id: 'organization',
  title: t('matching_column_organization'),
  sorts: [{ key: 'organization', title: t('matching_column_organization') }],
  min: 130,
  wants: ({ organization }) => textWidth(organization.name),
  cell: ({ organization }) => (
    <div class="matching-stack">
      <OrganizationLink {...organization} />
    </div>
  ),
});

function OrganizationLink({ id, name }: DeviceRow['organization']) {
  const tabIndex = useContext(RowTabIndex);
  return (
    <a
      class="matching-link"
      href={formatMatchingPlace({ ...matchingStart, organization: id })}
      tabIndex={tabIndex}
      title={name}
    >
      <span class="matching-name" dir="auto">
        {name}
      </span>
    </a>
  );
}
