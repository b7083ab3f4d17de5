import { DataTable } from '@/components/charts/data-table';
import { LineRows, type LineRow } from '@/components/charts/line-rows';
import { t } from '@/lib/i18n';
import { dayAndClock } from '@/lib/i18n/chart-times';
import type { Sample } from '@/lib/model/history';
import { outletName } from '@/lib/words/outlets';
import { voltsText, wattsText } from '@/lib/words/units';
import type { HistoryProps } from './ask';
import { HistoryFrame, useHistory } from './frame';

/** What a power strip's outlets drew, each as a line, and the voltage. */
export function Power({ ask, now }: Omit<HistoryProps, 'kind'>) {
  const { value, frame } = useHistory((period) => ask.power(period));
  const outlets = (value?.outlets ?? []).map(({ id, label, watts }): LineRow => ({
    key: id,
    name: outletName({ id, label }),
    samples: watts,
  }));
  const about = value && { from: value.from, to: value.to, now };
  return (
    <HistoryFrame {...frame} now={now}>
      {value && outlets.length === 0 && <p class="history-none">{t('history_no_usage')}</p>}
      {about && outlets.length > 0 && (
        <>
          <Lines title={t('history_power')} rows={outlets} about={about} format={wattsText} />
          <Lines
            title={t('panel_voltage')}
            rows={[{ key: 'voltage', name: t('panel_voltage'), samples: value.voltage }]}
            about={about}
            format={voltsText}
            fromZero={false}
          />
        </>
      )}
    </HistoryFrame>
  );
}

interface Lines {
  title: string;
  rows: readonly LineRow[];
  about: { from: number; to: number; now: number };
  format: (value: number) => string;
  fromZero?: boolean;
}

function Lines({ title, rows, about, format, fromZero = true }: Lines) {
  return (
    <section class="history-part">
      <h4>{title}</h4>
      <LineRows {...about} rows={rows} label={title} format={format} fromZero={fromZero} />
      <DataTable
        caption={title}
        columns={[t('chart_time'), ...rows.map(({ name }) => name)]}
        rows={() => table(rows, format, about.now)}
      />
    </section>
  );
}

/** The figures of all rows by their times. */
function table(rows: readonly LineRow[], format: (value: number) => string, now: number) {
  const byTime = rows.map(({ samples }) => new Map(samples.map(({ at, value }) => [at, value])));
  const times = [...new Set(rows.flatMap(({ samples }) => samples.map(({ at }: Sample) => at)))];
  return times
    .sort((a, b) => a - b)
    .map((at) => [
      dayAndClock(at, now),
      ...byTime.map((values) => {
        const value = values.get(at) ?? null;
        return value === null ? '—' : format(value);
      }),
    ]);
}
