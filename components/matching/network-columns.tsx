import { t } from '@/lib/i18n';
import { deviceKinds } from '@/lib/model/device';
import type { NetworkRow } from '@/lib/views/matching';
import type { MatchingTab } from '@/lib/views/matching-address';
import { Icon } from '@/components/icons/icon';
import { openOrganizations } from '@/lib/views/lists/network-rows';
import { organizationUrl } from './organization-url';
import { RowButton } from './row-button';
import type { Column } from './column';
import { buttonsWidth, leastName, newWidth, textWidth } from './column-widths';
import { Facts, PortalLink, RowName } from './row-text';
import { Suggestions } from './suggestions';
import { reasonText } from '@/lib/words/recognition';
import { choiceName } from './choice-name';
import { organizationRules } from '@/lib/words/rules';
import { decidedBy } from '@/lib/words/team-mark';
import { kindWords } from '@/lib/words/kinds';

type Suggestion = NetworkRow['suggestions'][number];

/** The columns of the networks, for one of the tabs. @param portal the portal's address; `null` where none is connected */
export function networkColumns(
  tab: MatchingTab,
  portal: string | null,
  onAccept: (row: NetworkRow, suggestion: Suggestion) => void,
): readonly Column<NetworkRow>[] {
  const accept = buttonsWidth([t('matching_accept')]);
  const columns: Column<NetworkRow>[] = [
    {
      id: 'name',
      title: t('matching_column_network'),
      sorts: [{ key: 'name', title: t('matching_column_network') }],
      min: 130,
      wants: ({ name, isNew }) => textWidth(name) + newWidth(isNew),
      cell: (row) => <RowName {...row} />,
    },
    {
      id: 'devices',
      title: t('matching_column_devices'),
      sorts: [{ key: 'devices', title: t('matching_column_devices') }],
      min: tab === 'matched' ? Math.max(120, textWidth(t('matching_devices_unmatched', 99))) : 120,
      wants: (row) =>
        Math.max(
          44 * deviceKinds.filter((kind) => row.devices[kind] > 0).length,
          textWidth(unmatchedWords(row)),
        ),
      cell: (row) => <DeviceCounts row={row} />,
    },
  ];
  if (tab === 'unmatched')
    columns.push({
      id: 'counterpart',
      title: t('matching_column_suggested_organization'),
      sorts: [{ key: 'counterpart', title: t('matching_column_suggested_organization') }],
      min: Math.max(260, accept + leastName),
      wants: ({ suggestions }) =>
        Math.max(
          0,
          ...suggestions.map(
            (suggestion) =>
              accept +
              Math.max(
                textWidth(suggestion.organizationName),
                textWidth(suggestionFacts(suggestion).join(' · ')),
              ),
          ),
        ),
      cell: (row) => <OrganizationSuggestions row={row} portal={portal} onAccept={onAccept} />,
    });
  if (tab === 'matched')
    columns.push({
      id: 'counterpart',
      title: t('matching_column_organization'),
      sorts: [
        { key: 'counterpart', title: t('matching_column_organization') },
        { key: 'rule', title: t('matching_column_rule') },
      ],
      min: 160,
      wants: ({ organization, rule, team }) =>
        Math.max(
          textWidth(organization?.name),
          textWidth([rule && t(organizationRules[rule]), team && decidedBy(team)].join(' · ')),
        ),
      cell: ({ organization, rule, team }) => (
        <div class="matching-stack">
          {organization && (
            <PortalLink url={organizationUrl(portal, organization.id)} text={organization.name} />
          )}
          <Facts facts={[rule && t(organizationRules[rule]), team && decidedBy(team)]} />
        </div>
      ),
    });
  return columns;
}

const unmatchedWords = ({ state, unmatchedDevices }: NetworkRow): string | null =>
  state === 'matched' && unmatchedDevices > 0
    ? t('matching_devices_unmatched', unmatchedDevices)
    : null;

/** How many of each kind, and how many of all are undecided. */
function DeviceCounts({ row }: { row: NetworkRow }) {
  const kinds = deviceKinds.filter((kind) => row.devices[kind] > 0);
  const unmatched = unmatchedWords(row);
  if (kinds.length === 0) return <span class="matching-quiet">{t('matching_no_devices')}</span>;
  return (
    <div class="matching-stack">
      <span class="matching-devices-counts">
        {kinds.map((kind) => {
          const words = t(kindWords[kind].count, row.devices[kind]);
          return (
            <span key={kind} class="matching-device-count" title={words}>
              <Icon name={kind} />
              <span aria-hidden="true">{row.devices[kind]}</span>
              <span class="hidden-text">{words}</span>
            </span>
          );
        })}
      </span>
      {unmatched && (
        <span class="matching-facts matching-attention" title={unmatched}>
          {unmatched}
        </span>
      )}
    </div>
  );
}

/** Each suggestion with its reason and its own button; none is preferred where there are several. */
function OrganizationSuggestions({
  row,
  portal,
  onAccept,
}: {
  row: NetworkRow;
  portal: string | null;
  onAccept: (row: NetworkRow, suggestion: Suggestion) => void;
}) {
  const main = openOrganizations(row).length === 1;
  const nameOf = ({ organizationName }: Suggestion) => organizationName;
  return (
    <Suggestions
      row={row.name}
      suggestions={row.suggestions}
      keyOf={({ organizationId }) => organizationId}
      nameOf={nameOf}
      reasonOf={({ reason }) => reasonText(reason)}
      about={(suggestion) => (
        <div class="matching-stack">
          <PortalLink
            quiet
            url={organizationUrl(portal, suggestion.organizationId)}
            text={suggestion.organizationName}
          />
          <Facts facts={suggestionFacts(suggestion)} />
        </div>
      )}
      buttons={(suggestion) => (
        <RowButton
          action={t('matching_accept')}
          row={row.name}
          choice={choiceName(suggestion, row.suggestions, nameOf, ({ facts }) => facts)}
          look={main && !suggestion.rejected ? 'main' : 'choice'}
          onClick={() => onAccept(row, suggestion)}
        />
      )}
    />
  );
}

const suggestionFacts = ({ reason, facts, namesake, rejected }: Suggestion) => [
  reasonText(reason),
  namesake ? t('matching_namesake') : null,
  ...facts,
  rejected ? t('matching_rejected_organization') : null,
];
