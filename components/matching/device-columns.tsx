import { t } from '@/lib/i18n';
import { formatMac, parseMac } from '@/lib/model/mac';
import type { DeviceRow } from '@/lib/views/matching';
import type { MatchingTab } from '@/lib/views/matching-address';
import { Icon } from '@/components/icons/icon';
import { DeviceStatusDot } from '@/components/ui/device-status-dot';
import { onlyConfiguration } from '@/lib/views/lists/device-rows';
import { RowButton } from './row-button';
import type { Column } from './column';
import { buttonsWidth, leastName, newWidth, textWidth } from './column-widths';
import { Facts, PortalLink, RowName } from './row-text';
import { Suggestions } from './suggestions';
import { choiceName } from './choice-name';
import { suggestionRules, suggestionText } from '@/lib/words/rules';
import { inSentence } from '@/lib/words/in-sentence';
import { kindWords } from '@/lib/words/kinds';

type Suggestion = DeviceRow['suggestions'][number];

interface Acts {
  readonly onAccept: (row: DeviceRow, suggestion: Suggestion) => void;
  readonly onReject: (row: DeviceRow, suggestion: Suggestion) => void;
}

/** The columns of an organization's devices, for one of the tabs. */
export function deviceColumns(tab: MatchingTab, acts: Acts): readonly Column<DeviceRow>[] {
  // The button that rejects is beside it.
  const accept = buttonsWidth([t('matching_accept')]) + 34;
  const columns: Column<DeviceRow>[] = [
    {
      id: 'name',
      title: t('matching_column_name'),
      sorts: [
        { key: 'name', title: t('matching_column_name') },
        { key: 'kind', title: t('matching_column_kind') },
        { key: 'model', title: t('matching_column_model') },
      ],
      min: 140,
      wants: ({ name, kind, model, isNew }) =>
        30 +
        newWidth(isNew) +
        Math.max(textWidth(name), textWidth(`${t(kindWords[kind].fact)} · ${model ?? ''}`)),
      cell: ({ name, kind, model, isNew }) => (
        <div class="matching-device">
          <Icon name={kind} />
          <div class="matching-stack">
            <RowName name={name} isNew={isNew} />
            <Facts facts={[t(kindWords[kind].fact), model]} />
          </div>
        </div>
      ),
    },
    {
      id: 'addresses',
      title: t('matching_column_mac'),
      sorts: [
        { key: 'mac', title: t('matching_column_mac') },
        { key: 'ip', title: t('matching_column_ip') },
      ],
      min: 136,
      wants: () => 136,
      cell: ({ mac, ip }) => (
        <div class="matching-stack matching-numbers">
          <span>{mac === null ? '—' : formatMac(mac)}</span>
          <span class="matching-quiet">{ip ?? '—'}</span>
        </div>
      ),
    },
    {
      id: 'status',
      title: t('matching_column_status'),
      sorts: [
        { key: 'status', title: t('matching_column_status') },
        { key: 'network', title: t('matching_column_network') },
      ],
      min: 110,
      wants: ({ networkName }) => textWidth(networkName),
      cell: ({ status, networkName }) => (
        <div class="matching-stack">
          <DeviceStatusDot status={status} />
          <Facts facts={[networkName]} />
        </div>
      ),
    },
  ];
  if (tab === 'unmatched')
    columns.push({
      id: 'counterpart',
      title: t('matching_column_suggestion'),
      sorts: [{ key: 'counterpart', title: t('matching_column_suggestion') }],
      min: Math.max(280, accept + leastName),
      wants: ({ suggestions }) =>
        Math.max(
          0,
          ...suggestions.map(
            (suggestion) =>
              accept + Math.max(textWidth(suggestion.name), textWidth(suggestionText(suggestion))),
          ),
        ),
      cell: (row) => <ConfigurationSuggestions row={row} {...acts} />,
    });
  if (tab === 'matched')
    columns.push({
      id: 'counterpart',
      title: t('matching_column_configuration'),
      sorts: [
        { key: 'counterpart', title: t('matching_column_configuration') },
        { key: 'rule', title: t('matching_column_rule') },
      ],
      min: 160,
      wants: ({ configuration, rule }) =>
        20 +
        Math.max(
          textWidth(configuration?.name),
          textWidth(rule && t(suggestionRules[rule].matching)),
        ),
      cell: ({ configuration, rule }) => (
        <div class="matching-stack">
          {configuration && <PortalLink url={configuration.url} text={configuration.name} />}
          <Facts facts={[rule && t(suggestionRules[rule].matching)]} />
        </div>
      ),
    });
  return columns;
}

/** Each suggestion with its rule and what tells it from the others; each is accepted or rejected by itself. */
function ConfigurationSuggestions({ row, onAccept, onReject }: { row: DeviceRow } & Acts) {
  const only = onlyConfiguration(row);
  return (
    <Suggestions
      row={row.name}
      suggestions={row.suggestions}
      keyOf={({ configurationId }) => configurationId}
      nameOf={({ name }) => name}
      reasonOf={suggestionText}
      about={(suggestion) => (
        <div class="matching-stack">
          <PortalLink quiet url={suggestion.url} text={suggestion.name} />
          <Facts facts={suggestionFacts(row, suggestion)} />
        </div>
      )}
      buttons={(suggestion) => {
        const choice = choiceName(
          suggestion,
          row.suggestions,
          ({ name }) => name,
          ({ macAddress, primaryIp }) => [macAddress, primaryIp],
        );
        const named = { row: row.name, choice };
        return (
          <>
            <RowButton
              {...named}
              action={t('matching_accept')}
              look={suggestion === only ? 'main' : 'choice'}
              onClick={() => onAccept(row, suggestion)}
            />
            {!suggestion.rejected && (
              <RowButton
                {...named}
                action={t('matching_reject')}
                look="icon"
                icon="close"
                onClick={() => onReject(row, suggestion)}
              />
            )}
          </>
        );
      }}
    />
  );
}

function suggestionFacts(row: DeviceRow, suggestion: Suggestion) {
  const { macAddress, primaryIp, archived, rejected, claimedBy } = suggestion;
  return [
    suggestionText(suggestion),
    claimedBy === null ? null : t('claimed_mac', [inSentence(claimedBy)]),
    rejected ? t('matching_rejected_configuration') : null,
    archived ? t('matching_archived') : null,
    // The device's own is in its row already.
    parseMac(macAddress) === row.mac ? null : macAddress,
    primaryIp,
  ];
}
