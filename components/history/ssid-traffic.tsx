import { t } from '@/lib/i18n';
import type { SsidUse } from '@/lib/views/history';
import { ssidText } from '@/lib/words/history';
import { bytesText } from '@/lib/words/units';

/** What went over each SSID, with a bar beside each figure. */
export function SsidTraffic({ ssids }: { ssids: readonly SsidUse[] }) {
  if (ssids.length === 0) return <p class="history-none">{t('history_no_traffic')}</p>;
  const most = Math.max(1, ...ssids.flatMap(({ up, down }) => [up ?? 0, down ?? 0]));
  return (
    <table class="history-traffic">
      <thead>
        <tr>
          <th scope="col">{t('history_network')}</th>
          <th scope="col">{t('panel_clients')}</th>
          <th scope="col">{t('history_downloaded')}</th>
          <th scope="col">{t('history_uploaded')}</th>
        </tr>
      </thead>
      <tbody>
        {ssids.map((ssid) => (
          <tr key={ssid.number}>
            <th scope="row">
              <bdi>{ssidText(ssid)}</bdi>
            </th>
            <td class="history-number">{ssid.clients ?? '—'}</td>
            <Amount bytes={ssid.down} most={most} />
            <Amount bytes={ssid.up} most={most} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Amount({ bytes, most }: { bytes: number | null; most: number }) {
  return (
    <td class="history-amount">
      {bytes === null ? '—' : bytesText(bytes)}
      <span class="history-bar" style={{ inlineSize: `${((bytes ?? 0) / most) * 100}%` }} />
    </td>
  );
}
