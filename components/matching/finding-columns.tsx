import { t } from '@/lib/i18n';
import { findingFacts } from '@/lib/words/findings';
import { inSentence } from '@/lib/words/in-sentence';
import type { FoundConfiguration } from '@/lib/model/finding';
import type { FindingRow } from '@/lib/views/findings';
import type { Column } from './column';
import { textWidth } from './column-widths';
import { Facts, PortalLink, RowName } from './row-text';

/** The columns of the findings. */
export function findingColumns(): readonly Column<FindingRow>[] {
  return [
    {
      id: 'name',
      title: t('matching_column_mac'),
      sorts: [{ key: 'name', title: t('matching_column_mac') }],
      min: 170,
      wants: ({ device }) =>
        Math.max(140, textWidth(device && t('matching_finding_datto', [device]))),
      cell: ({ name, macs, device, isNew }) => (
        <div class="matching-stack matching-numbers">
          <RowName name={name} isNew={isNew} />
          <Facts
            facts={[
              device === null ? null : t('matching_finding_datto', [inSentence(device)]),
              macs.length > 1 ? t('matching_finding_more_macs', macs.length - 1) : null,
            ]}
          />
        </div>
      ),
    },
    {
      id: 'counterpart',
      title: t('matching_column_configurations'),
      sorts: [{ key: 'counterpart', title: t('matching_column_configurations') }],
      min: 280,
      wants: ({ configurations }) =>
        20 +
        Math.max(
          ...configurations.flatMap((each) => [
            textWidth(each.name),
            textWidth(findingFacts(each).join(' · ')),
          ]),
        ),
      cell: ({ configurations }) => <Configurations configurations={configurations} />,
    },
  ];
}

function Configurations({ configurations }: { configurations: readonly FoundConfiguration[] }) {
  return (
    <ul class="matching-suggestions">
      {configurations.map((configuration) => (
        <li key={configuration.id}>
          <div class="matching-stack">
            <PortalLink url={configuration.url} text={configuration.name} />
            <Facts facts={findingFacts(configuration)} />
          </div>
        </li>
      ))}
    </ul>
  );
}
