import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useAnswer, type Replied } from '@/components/state/use-answer';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Time } from '@/components/ui/time';
import { t } from '@/lib/i18n';
import { zoneName } from '@/lib/i18n/chart-times';
import { periods, type Period } from '@/lib/model/history';
import type { Problem } from '@/lib/model/problem';
import { periodNames } from '@/lib/words/history';
import { problemInFull } from '@/lib/words/problems';

interface Frame {
  period: Period;
  onPeriod: (period: Period) => void;
  /** When Datto was asked, ISO 8601; `null` before the first answer. */
  readAt: string | null;
  busy: boolean;
  problem: Problem | null;
  onAgain: () => void;
}

interface Props extends Frame {
  now: number;
  children?: ComponentChildren;
}

/** A history of the time that is chosen, the last day's at first, and what its frame says of it. */
export function useHistory<Value extends { readonly readAt: string }>(
  ask: (period: Period) => Promise<Replied<Value>>,
): { value: Value | null; frame: Frame } {
  const [period, setPeriod] = useState<Period>('day');
  const { value, problem, asking, retry } = useAnswer(period, () => ask(period), 0);
  const readAt = value?.readAt ?? null;
  return {
    value,
    frame: { period, onPeriod: setPeriod, readAt, busy: asking, problem, onAgain: retry },
  };
}

/** What every history has: its time to choose, how old it is, and why there is none. */
export function HistoryFrame(props: Props) {
  const { period, onPeriod, readAt, busy, problem, onAgain, now, children } = props;
  return (
    <div class="history" aria-busy={busy} data-reads>
      <div class="history-head">
        <div class="history-periods" role="group" aria-label={t('history_period')}>
          {periods.map((each) => (
            <button
              key={each}
              type="button"
              class="history-period"
              aria-pressed={each === period}
              onClick={() => onPeriod(each)}
            >
              {t(periodNames[each])}
            </button>
          ))}
        </div>
        <div class="history-now">
          <span class="history-age" role="status">
            {busy && t('history_reading')}
            {!busy && readAt !== null && (
              <>
                {t('panel_updated')} <Time at={readAt} now={now} />
              </>
            )}
          </span>
          <Button
            kind="quiet"
            icon="refresh"
            busy={busy}
            label={t('history_refresh')}
            onClick={onAgain}
          />
        </div>
      </div>
      {problem && !busy && <HistoryProblem problem={problem} onAgain={onAgain} />}
      {children}
      {readAt !== null && (
        <p class="history-zone">{t('history_zone', [zoneName(Date.parse(readAt))])}</p>
      )}
    </div>
  );
}

/** Why there is no history, and the way to ask again. */
export function HistoryProblem({ problem, onAgain }: { problem: Problem; onAgain: () => void }) {
  return (
    <Notice
      tone="warning"
      action={
        <Button icon="refresh" onClick={onAgain}>
          {t('panel_retry')}
        </Button>
      }
    >
      {problemInFull(problem)}
    </Notice>
  );
}
