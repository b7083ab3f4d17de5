import { useState } from 'preact/hooks';
import { DataTable } from '@/components/charts/data-table';
import { LineRows } from '@/components/charts/line-rows';
import { Timeline } from '@/components/charts/timeline';
import { Button } from '@/components/ui/button';
import { t } from '@/lib/i18n';
import { dayAndClock } from '@/lib/i18n/chart-times';
import type { Reach } from '@/lib/model/outages';
import type { AccessPointHistory } from '@/lib/views/history';
import { outagesText, outageText } from '@/lib/words/history';
import { speedText } from '@/lib/words/units';
import type { HistoryProps } from './ask';
import { Clients } from './clients';
import { HistoryFrame, useHistory } from './frame';
import { SsidTraffic } from './ssid-traffic';

/** So many outages are listed; the table has all. */
const maxListed = 8;

/** How an access point has been: when it was down, what went over each SSID, who was on it. */
export function AccessPoint({ ask, now }: Omit<HistoryProps, 'kind'>) {
  const [clients, setClients] = useState(false);
  const { value, frame } = useHistory((period) => ask.accessPoint(period));
  return (
    <HistoryFrame {...frame} now={now}>
      {value && (
        <>
          <Checkins history={value} now={now} />
          <section class="history-part">
            <h4>{t('history_wifi')}</h4>
            <SsidTraffic ssids={value.ssids} />
          </section>
          {value.speeds.length > 0 && <MeshSpeed history={value} now={now} />}
        </>
      )}
      <section class="history-part">
        <Button aria-expanded={clients} onClick={() => setClients(!clients)}>
          {t(clients ? 'history_hide_clients' : 'history_show_clients')}
        </Button>
        {clients && <Clients ask={ask} period={frame.period} now={now} />}
      </section>
    </HistoryFrame>
  );
}

interface Part {
  history: AccessPointHistory;
  now: number;
}

function Checkins({ history: { reach, outages, from, to }, now }: Part) {
  const sentence = reach.length === 0 ? t('history_no_checkin') : outagesText(outages);
  const newest = [...outages].reverse();
  return (
    <section class="history-part">
      <h4>{t('history_checkins')}</h4>
      <p>{sentence}</p>
      {reach.length > 0 && <Timeline reach={reach} from={from} to={to} label={sentence} />}
      {hasHoles(reach) && <p class="history-none">{t('history_gaps')}</p>}
      {newest.length > 0 && (
        <ul class="history-outages">
          {newest.slice(0, maxListed).map((outage) => (
            <li key={outage.from}>{outageText(outage, now)}</li>
          ))}
        </ul>
      )}
      {reach.length > 0 && (
        <DataTable
          caption={t('history_checkins')}
          columns={[t('chart_from'), t('chart_to'), t('panel_status')]}
          rows={() =>
            reach.map(({ up, from: start, to: end }) => [
              dayAndClock(start, now),
              dayAndClock(end, now),
              t(up ? 'history_up_word' : 'history_down_word'),
            ])
          }
        />
      )}
    </section>
  );
}

const hasHoles = (reach: readonly Reach[]) =>
  reach.some(({ to }, place) => to < (reach[place + 1]?.from ?? to));

function MeshSpeed({ history: { speeds, from, to }, now }: Part) {
  const name = t('history_mesh_speed');
  return (
    <section class="history-part">
      <h4>{name}</h4>
      <LineRows
        rows={[{ key: 'speed', name, samples: speeds }]}
        from={from}
        to={to}
        now={now}
        label={name}
        format={speedText}
      />
      <DataTable
        caption={name}
        columns={[t('chart_time'), name]}
        rows={() =>
          speeds.map(({ at, value }) => [
            dayAndClock(at, now),
            value === null ? '—' : speedText(value),
          ])
        }
      />
    </section>
  );
}
