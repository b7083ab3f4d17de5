import { t } from '@/lib/i18n';
import { numberText } from '@/lib/i18n/number';
import type { Counts, StatusView } from '@/lib/views/status';
import { stateWords } from '@/lib/words/decisions';

const columns = ['matched', 'unmatched', 'ignored'] as const;

/** How many networks and devices are matched, unmatched and ignored. */
export function CountsTable({
  access,
  networks,
  devices,
}: Pick<StatusView, 'access' | 'networks' | 'devices'>) {
  return (
    <table class="popup-counts">
      {access === 'own' ? (
        <caption>{t('popup_counts_own')}</caption>
      ) : (
        <caption class="hidden-text">{t('popup_counts')}</caption>
      )}
      <thead>
        <tr>
          <td />
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(stateWords[column].count)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Row name={t('popup_networks')} counts={networks} />
        <Row name={t('popup_devices')} counts={devices} />
      </tbody>
    </table>
  );
}

function Row({ name, counts }: { name: string; counts: Counts }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {columns.map((column) => (
        <td
          key={column}
          data-attention={(column === 'unmatched' && counts[column] > 0) || undefined}
        >
          {numberText(counts[column])}
        </td>
      ))}
    </tr>
  );
}
